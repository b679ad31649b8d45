"""Rules about ids, and about which tasks the outline lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related, Route
from plancli.model import identifiers
from plancli.model.plan import HEADER_PATH, Plan, task_path
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.task import Task

_MAX_PAIRS = 10_000
"""Beyond this many pairs of missing and unlisted tasks nobody renamed a file: two plans were mixed."""


def invalid_id(plan: Plan) -> Iterator[Finding]:
    """A task's or target's id is not of the form that works everywhere.

    An id is letters of any script, digits and `-`, at most 64 of them. It is not only digits (`plancli show 12` is a
    number), does not begin with `-` (an option), is no name that Windows reserves (`con`, `nul`), and its accents are
    composed (NFC), because file systems disagree about them. A task's id is its file's name without `.yaml`.

    Bad:

        # tasks/节能降碳.yaml
        targets:
          - id: "1"
            indicator: 绿色分拣中心
            statement: 建成
            due: 2027
            quote: 建成绿色分拣中心1家

    Good:

        # tasks/节能降碳.yaml
        targets:
          - id: 绿色分拣中心
            indicator: 绿色分拣中心
            statement: 建成
            due: 2027
            quote: 建成绿色分拣中心1家
    """
    for task in plan.tasks:
        if case := identifiers.fault(task.id):
            yield _invalid(Place(task_path(task.id), span=(0, 0)), task.id, case)
        for index, target in enumerate(task.targets):
            if case := identifiers.fault(target.id):
                yield _invalid(Place(task_path(task.id), ("targets", index, "id")), target.id, case)


def _invalid(place: Place, identifier: str, case: str) -> Finding:
    facts = {
        "id": identifier,
        "characters": " ".join(identifiers.bad_characters(identifier)),
        "length": str(len(identifier)),
        "limit": str(identifiers.MAX_LENGTH),
    }
    return Finding(place, facts, case)


def missing_task(plan: Plan) -> Iterator[Finding]:
    """The outline lists a task that has no file.

    Either the file is not there yet, or the id or the file's name has a typing error.

    Bad:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
              - 环境保护

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
    """
    unlisted = {task.id: Place(task_path(task.id), span=(0, 0)) for task in _unlisted(plan)}
    for route, identifier in _missing(plan):
        facts = {"id": identifier, "file": task_path(identifier)}
        yield Finding(Place(HEADER_PATH, route), facts, typed=identifier, candidates=unlisted)


def unlisted_task(plan: Plan) -> Iterator[Finding]:
    """A task's file is not listed in the outline.

    It has no number and stands in no sheet: enter its id in `plan.yaml` where it belongs, or delete the file.

    Bad:

        # plan.yaml
        outline: []

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
    """
    renamed = _renamed(plan)
    for task in _unlisted(plan):
        if task.id not in renamed:
            place = Place(task_path(task.id), span=(0, 0))
            yield Finding(
                place,
                {"id": task.id, "title": task.title},
                related=(Related(Place(HEADER_PATH, ("outline",), "key")),),
            )


def _unlisted(plan: Plan) -> Iterator[Task]:
    listed = {identifier for _, identifier in plan.header.entries()}
    return (task for task in plan.tasks if task.id not in listed)


def _renamed(plan: Plan) -> set[str]:
    """Unlisted tasks that missing-task already suggests: one mistake, one message."""
    unlisted = [task.id for task in _unlisted(plan)]
    missing = [identifier for _, identifier in _missing(plan)]
    if len(unlisted) * len(missing) > _MAX_PAIRS:
        return set()
    return {name for identifier in missing for name in similar(identifier, unlisted)[:1]}


def _missing(plan: Plan) -> Iterator[tuple[Route, str]]:
    for route, identifier in plan.header.entries():
        if identifier not in plan.by_id and identifier not in plan.gaps.tasks:
            yield route, identifier


def task_listed_twice(plan: Plan) -> Iterator[Finding]:
    """The outline lists a task more than once.

    A task has one number; the first entry counts.

    Bad:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
              - 节能降碳

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
    """
    first: dict[str, Route] = {}
    for route, identifier in plan.header.entries():
        if identifier in first:
            related = (Related(Place(HEADER_PATH, first[identifier])),)
            yield Finding(Place(HEADER_PATH, route), {"id": identifier}, related=related)
        first.setdefault(identifier, route)


def duplicate_target_id(plan: Plan) -> Iterator[Finding]:
    """Two targets of a task have one id.

    Targets are followed from revision to revision by their ids; two with one id cannot be told apart. Ids that differ
    only in case or width count as one.

    Bad:

        # tasks/节能降碳.yaml
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            statement: 建成
            due: 2026
            quote: 建成绿色分拣中心1家
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心1家

    Good:

        # tasks/节能降碳.yaml
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心1家
    """
    for task in plan.tasks:
        if len(task.targets) < 2:  # noqa: PLR2004 - it takes two
            continue
        first: dict[str, int] = {}
        for index, target in enumerate(task.targets):
            key = identifiers.folded(target.id)
            if key in first:
                before = Place(task_path(task.id), ("targets", first[key], "id"))
                place = Place(task_path(task.id), ("targets", index, "id"))
                yield Finding(place, {"id": target.id}, related=(Related(before),))
            first.setdefault(key, index)
