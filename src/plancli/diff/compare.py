"""Two plans become every change between them: found first, weighed and attributed second."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plancli.diagnostics import Place, Severity, task_of
from plancli.diff.change import Change
from plancli.diff.header import compare_headers
from plancli.diff.kinds import BY_NAME, KINDS, Kind
from plancli.diff.matching import Match, matches
from plancli.diff.names import Names
from plancli.diff.outline import Outlines
from plancli.diff.reach import Reach
from plancli.diff.registers import Registers
from plancli.diff.tasks import Tasks
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, task_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plancli.diff.likeness import Likeness
    from plancli.model.header import Header
    from plancli.model.plan import Plan
    from plancli.model.task import Task


@dataclass(frozen=True)
class Revision:
    """One side of a comparison.

    Attributes:
        plan: The plan; its tasks need only be those that may differ from the other side's.
        present: The ids of all tasks that have a file.
    """

    plan: Plan
    present: frozenset[str]

    @classmethod
    def whole(cls, plan: Plan) -> Revision:
        """A plan with all its tasks."""
        return cls(plan, frozenset(task.id for task in plan.tasks) | plan.gaps.tasks)


@dataclass(frozen=True)
class Comparison:
    """Two revisions and what differs.

    Attributes:
        old: The one before.
        new: The one after.
        unread: Files that differ and that could not be read as a whole on some side.
    """

    old: Revision
    new: Revision
    unread: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> Names:
        """Who is who."""
        return Names(self.old.plan.register, self.new.plan.register)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """The tasks that may differ, with those that they are compared with."""
        return matches(self.old.plan.by_id, self.new.plan.by_id)

    @cached_property
    def became(self) -> dict[str, str]:
        """The new side's id of each task that is on both sides; what was split or merged is another task."""
        apart = {each for match in self.matches if not match.is_one for each in (*match.old, *match.new)}
        same = {identifier: identifier for identifier in sorted(self.old.present & self.new.present - apart)}
        return same | {match.old[0]: match.new[0] for match in self.matches if match.is_one}

    @cached_property
    def outlines(self) -> Outlines:
        """Where tasks stood and stand."""
        headers = self.old.plan.header, self.new.plan.header
        asked = frozenset(self.old.plan.by_id) | frozenset(self.new.plan.by_id)
        return Outlines(*headers, (self.old.present, self.new.present), self.became, asked)

    @cached_property
    def likenesses(self) -> tuple[Likeness, ...]:
        """Tasks that are gone and tasks that are new, where they look alike: the same perhaps, and nobody says so."""
        removed = _readable(self.old.plan, [match.old[0] for match in self.matches if not match.new])
        added = _readable(self.new.plan, [match.new[0] for match in self.matches if not match.old])
        if not (removed and added):
            return ()
        from plancli.diff.likeness import alike  # noqa: PLC0415 - few comparisons need it

        return alike(removed, added)

    def origins(self, task: str) -> tuple[str, ...]:
        """The ids on the old side of a task of the new one."""
        return self._origins.get(task, (task,))

    @cached_property
    def _origins(self) -> dict[str, tuple[str, ...]]:
        return {match.new[0]: match.old for match in self.matches if match.new and match.old}

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change: weighed, with whom it reaches; the plan's, the register's, then task by task."""
        weigh = Weigh(self.old.plan.header, self.new.plan.header)
        parts = {match.new[0]: match.new for match in self.matches if match.new and match.old}
        gaps = self.old.plan.gaps, self.new.plan.gaps
        reach = Reach(self.names, self.old.plan.by_id, self.new.plan.by_id, self._origins, parts, gaps)
        found = (weigh(replace(change, reached=reach.reached(change))) for change in self._found())
        return tuple(sorted(_told_apart(found), key=self._order()))

    def _found(self) -> Iterator[Change]:
        for path in sorted(self.unread):
            yield Change("content-unreadable", task_of(path), Place(path), Place(path), facts={"file": path})
        told = [*self._of_the_plan(), *self._of_the_tasks()]
        yield from told
        if not self._has_no_outline:
            yield from self.outlines.renumbered({change.task for change in told})

    def _of_the_tasks(self) -> Iterator[Change]:
        registered = list(self._of_the_register())
        yield from registered
        explained = {(change.before, change.after) for change in registered if change.kind in _RENAMING}
        tasks = Tasks(self.old.plan.by_id, self.new.plan.by_id, self.names, (self.old.plan.gaps, self.new.plan.gaps))
        for match in self.matches:
            for change in tasks.changes(match):
                if change.kind != "unit-renamed" or (change.before, change.after) not in explained:
                    yield change

    def _of_the_plan(self) -> Iterator[Change]:
        sides = self.old.plan, self.new.plan
        for change in compare_headers(*(plan.header for plan in sides)):
            key = next((place.route[0] for place in (change.old, change.new) if place and place.route), "*")
            if not any(plan.gaps.touch(HEADER_PATH, frozenset({str(key)})) for plan in sides):
                yield change
        if not self._has_no_outline:
            yield from self.outlines.changes()

    @property
    def _has_no_outline(self) -> bool:
        """Whether a side's outline could not be read as a whole."""
        keys = frozenset({"outline", "numbering"})
        return any(side.plan.gaps.touch(HEADER_PATH, keys) for side in (self.old, self.new))

    def _of_the_register(self) -> Iterator[Change]:
        sides: tuple[tuple[Literal["old", "new"], Plan], ...] = (("old", self.old.plan), ("new", self.new.plan))
        if any(plan.gaps.keys.get(REGISTER_PATH) for _, plan in sides):
            return
        named = {
            side: frozenset(
                entry.name
                for cell in plan.named
                for name in cell.names
                if (entry := (self.names.old if side == "old" else self.names.new).by_spelling.get(name))
                or (entry := (self.names.new if side == "old" else self.names.old).by_spelling.get(name))
            )
            for side, plan in sides
        }
        yield from Registers(self.names, named).changes()

    def _order(self) -> _Order:
        after = {identifier: position.index for identifier, position in self.outlines.after.items()}
        before = {identifier: position.index for identifier, position in self.outlines.before.items()}
        return _Order(after, before)


def _readable(plan: Plan, identifiers: list[str]) -> dict[str, Task]:
    """Tasks whose title and text were read: those of others look alike because nothing is in them."""
    keys = frozenset({"title", "text"})
    return {each: plan.by_id[each] for each in identifiers if not plan.gaps.touch(task_path(each), keys)}


_RENAMING = frozenset({"department-renamed", "department-merged", "department-split"})


class _Order:
    """How changes are listed: by area of the plan, by the task's place, the most serious first."""

    def __init__(self, after: Mapping[str, int], before: Mapping[str, int]) -> None:
        self._after, self._before = after, before
        self._kinds = {kind.name: place for place, kind in enumerate(KINDS)}

    def __call__(self, change: Change) -> tuple[int, int, str, int, int, tuple[str, ...], int]:
        task = change.task
        # A task that is gone is listed before what stood behind it.
        place = self._after.get(task, self._before.get(task, len(self._after))) if task else -1
        area = 0 if task is None and BY_NAME[change.kind].area == "plan" else 1 if task is None else 2
        rank = change.level.rank if change.level else len(Severity)
        where = change.new or change.old
        route = tuple(str(step).zfill(6) for step in where.route) if where else ()  # so that indices compare as numbers
        chars = (where.chars or (0, 0))[0] if where else 0
        return area, place, task or "", rank, self._kinds[change.kind], route, chars


class Weigh:
    """Gives changes their level and fingerprint."""

    def __init__(self, old: Header, new: Header) -> None:
        """Take what the two revisions say of levels: the stricter counts, so that none can let itself pass."""
        self._settings = old.diff, new.diff

    def level(self, kind: Kind) -> Severity | None:
        """A kind's level; None where both revisions turn it off."""
        levels = [settings.get(kind.name, kind.level.value) for settings in self._settings]
        known = [Severity(level) for level in levels if level != "off"]
        return min(known, key=lambda level: level.rank, default=None)

    def __call__(self, change: Change) -> Change:
        """Weigh one change."""
        return replace(change, level=self.level(BY_NAME[change.kind]), fingerprint=_fingerprint(change))


def _fingerprint(change: Change) -> str:
    """Of what changed, not of where: the kind, the task, both contents and the facts."""
    facts = [f"{name}={value}" for name, value in sorted(change.facts.items())]
    told = [change.kind, change.case, change.task or "", str(change.before), str(change.after), *facts]
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def _told_apart(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes that say the same of different places get a counter behind their fingerprints."""
    seen: dict[str, int] = {}
    for change in changes:
        count = seen[change.fingerprint] = seen.get(change.fingerprint, 0) + 1
        yield change if count == 1 else replace(change, fingerprint=f"{change.fingerprint}-{count}")


def compare(old: Plan, new: Plan) -> Comparison:
    """Compare two whole plans."""
    unread = old.gaps.keys.keys() | new.gaps.keys.keys() if old.gaps != new.gaps else ()
    return Comparison(Revision.whole(old), Revision.whole(new), frozenset(unread))
