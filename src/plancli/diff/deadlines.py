"""What changed in deadlines: a target's, a task's, a milestone's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.diff.change import Change
from plancli.model.plan import task_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plancli.model.fields import Due
    from plancli.model.task import Task


def compare_deadlines(
    task: str,
    places: tuple[Place | None, Place | None],
    dues: tuple[Due | None, Due | None],
    facts: Mapping[str, str],
    case: str,
) -> Iterator[Change]:
    """Compare one deadline on the two sides: later, sooner, given, taken away, or only written otherwise."""
    before, after = dues
    kind = _kind(before, after)
    if kind:
        old = places[0] if before else None
        new = places[1] if after else None
        yield Change(kind, task, old, new, before, after, facts, case)


def _kind(before: Due | None, after: Due | None) -> str:
    if before is None:
        return "deadline-added" if after else ""
    if after is None:
        return "deadline-removed"
    if before.key != after.key:
        return "deadline-postponed" if after.key > before.key else "deadline-advanced"
    return "deadline-reexpressed" if before.text != after.text else ""


def compare_own_deadlines(old: Sequence[Task], new: Sequence[Task]) -> Iterator[Change]:
    """Compare the deadlines of tasks themselves; of several tasks the latest, by which all of them are done."""
    before, after = _latest(old), _latest(new)
    places = Place(task_path(before.id), ("due",)), Place(task_path(after.id), ("due",))
    yield from compare_deadlines(new[0].id, places, (before.due, after.due), {}, "task")


def _latest(tasks: Sequence[Task]) -> Task:
    return max(tasks, key=lambda task: task.due.key if task.due else (0, 0, 0))


def compare_milestones(old: Sequence[Task], new: Sequence[Task]) -> Iterator[Change]:
    """Compare the steps on the way: those of the same words are the same step."""
    known: dict[str, list[tuple[Task, int]]] = {}
    for task in old:
        for index, step in enumerate(task.milestones):
            known.setdefault(step.what, []).append((task, index))
    for task in new:
        for index, step in enumerate(task.milestones):
            place = Place(task_path(task.id), ("milestones", index))
            if not known.get(step.what):
                yield Change("milestone-added", new[0].id, None, place, None, step.due, {"what": step.what})
                continue
            before, at = known[step.what].pop(0)
            places = _due_of(before, at), _due_of(task, index)
            dues = before.milestones[at].due, step.due
            yield from compare_deadlines(new[0].id, places, dues, {"of": step.what}, "milestone")
    for what, left in known.items():
        for task, index in left:
            place = Place(task_path(task.id), ("milestones", index))
            yield Change("milestone-removed", new[0].id, place, None, task.milestones[index].due, None, {"what": what})


def _due_of(task: Task, milestone: int) -> Place:
    return Place(task_path(task.id), ("milestones", milestone, "due"))
