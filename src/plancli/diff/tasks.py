"""What changed in tasks: whether they are there, who answers for them, what they ask, and in which words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.diff.change import Change
from plancli.diff.deadlines import compare_milestones, compare_own_deadlines
from plancli.diff.matching import declared
from plancli.diff.prose import compare_prose
from plancli.diff.targets import compare_targets, standing
from plancli.diff.units import compare_units
from plancli.model.header import ROLES
from plancli.model.plan import Gaps, task_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diff.matching import Match
    from plancli.diff.names import Names
    from plancli.model.task import Task

_READS: Mapping[str, tuple[str, ...]] = {
    "lead": ("lead",),
    "responsible": ("responsible",),
    "support": ("support",),
    "roles": ROLES,
    "unit": ROLES,
    "nobody": ("responsible", "support"),
    "duty": ("duty",),
    "leader": ("leader",),
    "target": ("targets",),
    "deadline": ("due", "targets", "milestones"),
    "milestone": ("milestones",),
    "text": ("text",),
    "note": ("notes",),
}
"""By the first word of a kind, the keys of a task's file that it is read from."""


@dataclass(frozen=True)
class Tasks:
    """The tasks of the two sides that may have changed.

    Attributes:
        old: By id.
        new: By id.
        names: Who is who.
        gaps: What of each side could not be loaded, and is therefore not compared.
    """

    old: Mapping[str, Task]
    new: Mapping[str, Task]
    names: Names
    gaps: tuple[Gaps, Gaps]

    def changes(self, match: Match) -> Iterator[Change]:
        """Every difference of tasks that belong together."""
        before = tuple(self.old[identifier] for identifier in match.old)
        after = tuple(self.new[identifier] for identifier in match.new)
        if before and after:
            for change in _compared(before, after, self.names):
                if not self._in_doubt(change):
                    yield change
        for task in before if not after else ():
            yield from self._alone("task-removed", task, 0)
        for task in after if not before else ():
            yield from self._alone("task-added", task, 1)

    def _alone(self, kind: str, task: Task, side: int) -> Iterator[Change]:
        """A task of one side, unless the other side has a file of it that cannot be read."""
        if task.id not in self.gaps[1 - side].tasks:
            place = Place(task_path(task.id))
            old, new = (place, None) if side == 0 else (None, place)
            titles = (task.title, None) if side == 0 else (None, task.title)
            yield Change(kind, task.id, old, new, *titles)

    def _in_doubt(self, change: Change) -> bool:
        """Whether what differs was not loaded on a side: then nobody knows whether it differs."""
        keys = frozenset(_READS.get(change.kind.partition("-")[0], ()))
        known = next((place.path for place in (change.old, change.new) if place), "")
        paths = (place.path if place else known for place in (change.old, change.new))
        return any(gaps.touch(path, keys) for gaps, path in zip(self.gaps, paths, strict=True))


def _compared(before: tuple[Task, ...], after: tuple[Task, ...], names: Names) -> Iterator[Change]:
    one = len(before) == len(after) == 1
    yield from _identity(before[0], after[0]) if one else _family(before, after)
    yield from compare_units(before, after, names)
    targets = list(compare_targets(standing(before), standing(after)))
    yield from compare_prose(before, after, targets)
    yield from compare_own_deadlines(before, after)
    yield from compare_milestones(before, after)
    if one:
        yield from _notes(before[0], after[0])


def _identity(old: Task, new: Task) -> Iterator[Change]:
    """What one task is called."""
    if old.id != new.id:
        yield Change("task-renamed", new.id, Place(task_path(old.id)), Place(task_path(new.id)), old.id, new.id)
    elif set(declared(old)) != set(declared(new)):
        places = Place(task_path(old.id)), Place(task_path(new.id))
        yield Change("task-origin-changed", new.id, *places, declared(old), declared(new))
    if old.title != new.title:
        places = Place(task_path(old.id), ("title",)), Place(task_path(new.id), ("title",))
        yield Change("task-retitled", new.id, *places, old.title, new.title)


def _family(before: tuple[Task, ...], after: tuple[Task, ...]) -> Iterator[Change]:
    """One change for all that were merged, split or cut anew; it stands with the first of what is there now."""
    places = Place(task_path(before[0].id)), Place(task_path(after[0].id))
    was, now = tuple(task.title for task in before), tuple(task.title for task in after)
    kind = "task-split" if len(before) == 1 else "task-merged" if len(after) == 1 else "task-regrouped"
    yield Change(kind, after[0].id, *places, was, now)


def _notes(old: Task, new: Task) -> Iterator[Change]:
    """Columns that the format has no key for."""
    for name in sorted(old.notes.keys() | new.notes.keys()):
        was, now = old.notes.get(name), new.notes.get(name)
        if was != now:
            base = Change("note-changed", new.id, before=was, after=now, facts={"name": name})
            yield replace(
                base,
                old=Place(task_path(old.id), ("notes", name)) if was is not None else None,
                new=Place(task_path(new.id), ("notes", name)) if now is not None else None,
            )
