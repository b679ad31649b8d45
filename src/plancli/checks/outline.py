"""Rules about which tasks the outline lists, and which files there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.checks.doubles import alike, original
from plancli.diagnostics import Finding, Place, Related, Route
from plancli.model import identifiers
from plancli.model.plan import HEADER_PATH, Plan, task_path
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from plancli.model.task import Task

OUTLINE = "plan.yaml:outline"
"""What must have loaded before anything can be said of tasks that are listed or not."""

_MAX_PAIRS = 10_000
"""Beyond this many pairs of missing and unlisted tasks nobody renamed a file: two plans were mixed."""


def missing_task(plan: Plan) -> Iterator[Finding]:
    """The outline lists a task that has no file.

    Either the file is not there yet, or the id or the file's name has a typing error. Where not one of the tasks has a
    file, the folder `tasks` is not where it should be: that is told once.

    Bad:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降炭

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
    """
    absent = list(missing(plan))
    if len(absent) > 1 and not plan.tasks and not plan.gaps.tasks:
        yield Finding(Place(HEADER_PATH, ("outline",), "key"), {"count": str(len(absent))}, "all")
        return
    unlisted = {identifier: Place(task_path(identifier), span=(0, 0)) for identifier in _free(plan)} if absent else {}
    for route, identifier in absent:
        place, facts = Place(HEADER_PATH, route), {"id": identifier, "file": task_path(identifier)}
        meant = _meant(identifier, unlisted, len(absent))
        if any(map(identifiers.fault, meant)):
            yield Finding(place, facts, "misnamed", candidates=unlisted, suggestions=meant)
        else:
            yield Finding(place, facts, typed=identifier, candidates=unlisted)


def missing(plan: Plan) -> Iterator[tuple[Route, str]]:
    """Entries of the outline without a file, with their places in `plan.yaml`."""
    there = plan.by_id.keys() | plan.gaps.tasks
    if not _listed(plan) <= there:
        for route, identifier in plan.header.entries():
            if identifier not in there:
                yield route, identifier


def _listed(plan: Plan) -> set[str]:
    """Every id that the outline lists."""
    return {identifier for _, headings in plan.header.sections() for identifier in headings[-1].tasks or ()}


def unlisted_task(plan: Plan) -> Iterator[Finding]:
    """A task's file is not listed in the outline.

    It has no number and stands in no sheet: enter its id in `plan.yaml` where it belongs, or delete the file. What a
    program left as a copy, `节能降碳 - 副本.yaml`, is deleted, or gets a name of its own first.

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
    unlisted = list(_unlisted(plan))
    told = _told_elsewhere(plan) if unlisted else ()
    for task in unlisted:
        if task.id not in told:
            yield _not_listed(plan, task)


def _not_listed(plan: Plan, task: Task) -> Finding:
    """What is known of a file that is not listed: a program made it, it could not be listed, or it was forgotten."""
    place, facts = Place(task_path(task.id), span=(0, 0)), {"id": task.id, "title": task.title}
    if of := original(task.id, plan.by_id):
        before = Related(Place(task_path(of), span=(0, 0)))
        return Finding(place, {**facts, "original": of}, "copy", (before,))
    outline = Related(Place(HEADER_PATH, ("outline",), "key"))
    return Finding(place, facts, "misnamed" if identifiers.fault(task.id) else "", (outline,))


def _unlisted(plan: Plan) -> Iterator[Task]:
    listed = _listed(plan)
    return (task for task in plan.tasks if task.id not in listed)


def _free(plan: Plan) -> list[str]:
    """Unlisted ids that an entry of the outline without a file may mean: none that is a copy of another task."""
    return [task.id for task in _unlisted(plan) if not original(task.id, plan.by_id)]


def _told_elsewhere(plan: Plan) -> set[str]:
    """Unlisted tasks that missing-task suggests or that confusable-ids is about: one mistake, one message."""
    absent = [identifier for _, identifier in missing(plan)]
    free = _free(plan) if absent else ()
    renamed = {name for identifier in absent for name in _meant(identifier, free, len(absent))}
    return renamed | {identifier for _, identifier in alike(plan.by_id, identifiers.folded)}


def _meant(identifier: str, unlisted: Collection[str], absent: int) -> tuple[str, ...]:
    """The unlisted file that an entry of the outline without one seems to mean."""
    return similar(identifier, unlisted)[:1] if len(unlisted) * absent <= _MAX_PAIRS else ()


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
