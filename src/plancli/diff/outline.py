"""What changed in the plan as a whole: its period, its settings, its headings, the order and number of its tasks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.diff.change import Change
from plancli.model.plan import HEADER_PATH, Position, positions

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from plancli.diagnostics import Route
    from plancli.model.header import Header

Path = tuple[str, ...]
"""A heading by its words and those of the headings above it, from the top."""


@dataclass(frozen=True)
class Outlines:
    """Two outlines, and which tasks of them are the same.

    Attributes:
        old: The old side's header.
        new: The new side's.
        present: By side, the ids of the tasks that have a file.
        became: The new side's id of tasks of the old side, where they are the same task.
        asked: The tasks whose place is asked for where no task's place differs; None for all.
    """

    old: Header
    new: Header
    present: tuple[frozenset[str], frozenset[str]]
    became: Mapping[str, str]
    asked: frozenset[str] | None = None

    @cached_property
    def are_equal(self) -> bool:
        """Whether every task stands where it stood, so that nothing has to be looked at one by one."""
        old, new = self.old, self.new
        return (old.outline, old.numbering, self.present[0]) == (new.outline, new.numbering, self.present[1]) and all(
            before == after for before, after in self.became.items()
        )

    @cached_property
    def before(self) -> dict[str, Position]:
        """Where each task stood."""
        return self.after if self.are_equal else positions(self.old, self.present[0])

    @cached_property
    def after(self) -> dict[str, Position]:
        """Where each task stands."""
        everybody = self.asked is None or not self.are_equal
        return positions(self.new, self.present[1] if everybody else self.asked or frozenset())

    @cached_property
    def _headings(self) -> tuple[dict[Path, Route], dict[Path, Route]]:
        return dict(_paths(self.old)), dict(_paths(self.new))

    @cached_property
    def known(self) -> dict[Path, Path]:
        """The new side's heading for each of the old side: the same words, else where most of its tasks are now."""
        before, after = self._headings
        known = {path: path for path in before if path in after}
        taken = set(known)
        both, was, is_now = Counter[tuple[Path, Path]](), Counter[Path](), Counter[Path]()
        for old, new in self._above_the_same_tasks():
            both[old, new] += 1
            was[old] += 1
            is_now[new] += 1
        for (old, new), count in sorted(both.items(), key=lambda each: len(each[0][0])):
            if old not in known and new not in taken and count * 2 > max(was[old], is_now[new]):
                known[old] = new
                taken.add(new)
        for path in before:  # without tasks to tell: under the same heading, by the same words
            now = (*known.get(path[:-1], path[:-1]), path[-1])
            if path not in known and now in after and now not in taken:
                known[path] = now
                taken.add(now)
        return known

    def _above_the_same_tasks(self) -> Iterator[tuple[Path, Path]]:
        """For every task that is on both sides, the headings above it, level by level."""
        for identifier, position in self.before.items():
            today = self.after.get(self.became.get(identifier, ""))
            if today is not None:
                was, now = _titles(position), _titles(today)
                for level in range(1, min(len(was), len(now)) + 1):
                    yield was[:level], now[:level]

    @property
    def unlisted(self) -> tuple[tuple[str, str], ...]:
        """Tasks that only one side's outline lists, though both have their files: their ids on both sides."""
        return tuple(pair for pair in self.became.items() if (pair[0] in self.before) != (pair[1] in self.after))

    @cached_property
    def moved(self) -> tuple[tuple[str, str], ...]:
        """Tasks that stand under another heading now: their ids on both sides."""
        return tuple(
            (identifier, today)
            for identifier, position in self.before.items()
            if (today := self.became.get(identifier, "")) in self.after
            and self._now(_titles(position)) != _titles(self.after[today])
        )

    def _now(self, path: Path) -> Path:
        """A heading's words today; where it is gone, what is left of those above it."""
        return self.known.get(path, path)

    def changes(self) -> Iterator[Change]:
        """Every difference of headings and numbers."""
        if self.are_equal:
            return
        yield from self._heading_changes()
        for old, new in self.unlisted:
            here, there = self.before.get(old), self.after.get(new)
            if here:
                sections = tuple(map(str, here.sections))
                yield Change("task-unlisted", new, Place(HEADER_PATH, here.route), None, sections, None)
            elif there:
                sections = tuple(map(str, there.sections))
                yield Change("task-listed", new, None, Place(HEADER_PATH, there.route), None, sections)
        for old, new in self.moved:
            was, now = self.before[old], self.after[new]
            places = Place(HEADER_PATH, was.route), Place(HEADER_PATH, now.route)
            yield Change("task-moved", new, *places, tuple(map(str, was.sections)), tuple(map(str, now.sections)))

    def _heading_changes(self) -> Iterator[Change]:
        before, after = self._headings
        known = self.known
        for path, route in before.items():
            now = known.get(path)
            if now is None:
                yield Change("heading-removed", None, Place(HEADER_PATH, route), None, path[-1], None)
            elif path[-1] != now[-1]:
                places = Place(HEADER_PATH, (*route, "heading")), Place(HEADER_PATH, (*after[now], "heading"))
                yield Change("heading-renamed", None, *places, path[-1], now[-1])
        kept = set(known.values())
        for path, route in after.items():
            if path not in kept:
                yield Change("heading-added", None, None, Place(HEADER_PATH, route), None, path[-1])
        yield from self._reordered()

    def _reordered(self) -> Iterator[Change]:
        """Headings that stayed under the same one, in another order: told once for all of them."""
        before, after = self._headings
        old, new = dict[Path, list[Path]](), dict[Path, list[Path]]()
        for path in before:
            today = self.known.get(path)
            if today is not None and self._now(path[:-1]) == today[:-1]:
                old.setdefault(today[:-1], []).append(today)
        stayed = {now for siblings in old.values() for now in siblings}
        for path in after:
            if path in stayed:
                new.setdefault(path[:-1], []).append(path)
        routes = {now: before[path] for path, now in self.known.items()}
        for parent, siblings in old.items():
            if siblings != new[parent]:
                first = siblings[0]
                places = Place(HEADER_PATH, routes[first][:-1]), Place(HEADER_PATH, after[first][:-1])
                was, now = tuple(path[-1] for path in siblings), tuple(path[-1] for path in new[parent])
                yield Change("headings-reordered", None, *places, was, now)

    def renumbered(self, told: Container[str | None]) -> Iterator[Change]:
        """All tasks of which nothing but the number changed, in one change.

        Args:
            told: The ids on the new side of tasks of which something else is told: their number stands beside it.
        """
        if self.are_equal:
            return
        numbers = sorted(
            (self.before[old].number, self.after[new].number)
            for old, new in self.became.items()
            if new not in told
            and old in self.before
            and new in self.after
            and self.before[old].number != self.after[new].number
        )
        if numbers:
            places = Place(HEADER_PATH, ("outline",)), Place(HEADER_PATH, ("outline",))
            pairs = tuple(f"{was}→{now}" for was, now in numbers)
            yield Change("task-renumbered", None, *places, facts={"numbers": pairs})


def _titles(position: Position) -> Path:
    return tuple(section.title for section in position.sections)


def _paths(header: Header) -> Iterator[tuple[Path, Route]]:
    seen: set[Path] = set()
    for route, headings in header.sections():
        path = tuple(heading.heading for heading in headings)
        if path not in seen:
            seen.add(path)
            yield path, route
