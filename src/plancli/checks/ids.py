"""Rules about ids: what works everywhere, and what can be told apart everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.checks.doubles import alike
from plancli.checks.outline import OUTLINE
from plancli.diagnostics import Finding, Place, Related
from plancli.model import identifiers
from plancli.model.plan import task_path
from plancli.suggest import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan
    from plancli.model.task import Task


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
        if (case := identifiers.fault(task.id)) and _is_listed(plan, task):
            yield _invalid(Place(task_path(task.id), span=(0, 0)), task.id, case)
        for index, target in enumerate(task.targets):
            if case := identifiers.fault(target.id):
                yield _invalid(Place(task_path(task.id), ("targets", index, "id")), target.id, case)


def _is_listed(plan: Plan, task: Task) -> bool:
    """Of a file that the outline does not list another rule says both: that it is not, and that it could not be."""
    return task.id in plan.positions or plan.gaps.lack(OUTLINE)


def _invalid(place: Place, identifier: str, case: str) -> Finding:
    facts = {
        "id": identifier,
        "characters": " ".join(identifiers.bad_characters(identifier)),
        "length": str(len(identifier)),
        "limit": str(identifiers.MAX_LENGTH),
    }
    return Finding(place, facts, case)


def confusable_ids(plan: Plan) -> Iterator[Finding]:
    """The ids of two tasks differ only in case or width.

    Windows and macOS take their files for one: whoever copies the plan there, or has git fetch it, loses one of the two
    without a word. Give one of them another name, in the outline too; if they are the same task, delete one.

    Bad:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
              - EOD模式
              - eod模式
        # tasks/EOD模式.yaml
        title: 推广EOD模式
        text: 推广生态环境导向的开发模式。
        lead:
          - 区发改委
        # tasks/eod模式.yaml
        title: 试点EOD模式
        text: 试点生态环境导向的开发模式。
        lead:
          - 区发改委

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
              - EOD模式
              - EOD试点
        # tasks/EOD模式.yaml
        title: 推广EOD模式
        text: 推广生态环境导向的开发模式。
        lead:
          - 区发改委
        # tasks/EOD试点.yaml
        title: 试点EOD模式
        text: 试点生态环境导向的开发模式。
        lead:
          - 区发改委
    """
    return (_alike(*pair) for pair in alike(plan.by_id, identifiers.folded))


def _alike(other: str, identifier: str) -> Finding:
    before = Related(Place(task_path(other), span=(0, 0)))
    return Finding(Place(task_path(identifier), span=(0, 0)), {"id": identifier, "other": other}, related=(before,))


def lookalike_ids(plan: Plan) -> Iterator[Finding]:
    """The ids of two tasks differ only in traditional and simplified characters.

    No computer takes them for one, and every reader does. If they are the same task, delete one; else give one of them
    a name that says how it differs.

    Bad:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
              - 節能降碳
        # tasks/節能降碳.yaml
        title: 楼宇节能降碳
        text: 推进楼宇改造。
        lead:
          - 区发改委

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
              - 楼宇节能降碳
        # tasks/楼宇节能降碳.yaml
        title: 楼宇节能降碳
        text: 推进楼宇改造。
        lead:
          - 区发改委
    """
    characters = "".join(set("".join(plan.by_id)))
    if simplified(characters) == characters:
        return
    listed = (task.id for task in plan.tasks if task.id in plan.positions)
    for other, identifier in alike(listed, lambda text: simplified(identifiers.folded(text))):
        if identifiers.folded(other) != identifiers.folded(identifier):
            yield _alike(other, identifier)


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
