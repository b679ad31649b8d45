"""Whom a change reaches, and why: through what tasks name, groups, and who took whose duties."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plancli.diff.change import Because, Change, Reached, Side
from plancli.model.header import ROLES, Role
from plancli.model.plan import Gaps, task_path
from plancli.model.register import Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diff.names import Names
    from plancli.model.register import Register
    from plancli.model.task import Task


_EVERYBODYS = frozenset({"period-shortened", "period-extended"})
"""Kinds of changes of the plan that change what is asked of everybody: when tasks without a deadline are due."""


@dataclass(frozen=True)
class Reach:
    """Finds whom changes reach.

    Attributes:
        names: Who is who.
        old: The tasks of the old side that may have changed, by id.
        new: Likewise of the new side.
        origins: By a task's id on the new side, its ids on the old one.
        parts: By a task's id, the ids on the new side of all that it became.
        gaps: What could not be read of each side: there nobody is gone, and nobody is new.
    """

    names: Names
    old: Mapping[str, Task]
    new: Mapping[str, Task]
    origins: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gaps: tuple[Gaps, Gaps] = (Gaps(), Gaps())

    def reached(self, change: Change) -> tuple[Reached, ...]:
        """Everybody that a change reaches, each once, with the strongest reason; in the order of the register."""
        found: dict[str, Because] = {}
        for name, because in self._candidates(change):
            known = found.get(name)
            if known is None:
                found[name] = because
            elif known.case == because.case and known.role == because.role and known.via == because.via:
                found[name] = _merged(known, because)
        for name in list(found):
            heir = self.names.successions.get(name)
            if heir is not None and heir[1] == "new":
                found.setdefault(heir[0], Because("successor", via=name, side="new"))
        places = self._places
        ordered = sorted(found, key=lambda name: (places.get(name, len(places)), name))
        return tuple(Reached(name, found[name]) for name in ordered)

    @cached_property
    def _places(self) -> dict[str, int]:
        names = dict.fromkeys(entry.name for entry in self.names.new.entries)
        names.update(dict.fromkeys(self.names.identity(entry.name, "old") for entry in self.names.old.entries))
        return {name: place for place, name in enumerate(names)}

    def _candidates(self, change: Change) -> Iterator[tuple[str, Because]]:
        if change.task is None:
            yield from self._of_register(change)
        else:
            about = frozenset(change.units) if change.units is not None else None
            for role in ROLES:
                for name, because in self._of_task(change.task, role):
                    # Whoever leads has to know of every change of those who answer for the task with it.
                    concerned = {self.names.heir(name), name, because.via}
                    if about is None or role == "lead" or not about.isdisjoint(concerned):
                        yield name, because

    def _of_task(self, task: str, role: Role) -> Iterator[tuple[str, Because]]:
        sides: tuple[tuple[Literal["old", "new"], Mapping[str, Task], tuple[str, ...]], ...] = (
            ("new", self.new, self.parts.get(task, (task,))),
            ("old", self.old, self.origins.get(task, (task,))),
        )
        known = {side: self._is_read(side, identifiers, role) for side, _, identifiers in sides}
        for direct in (True, False):
            for side, tasks, identifiers in sides:
                for identifier in identifiers:
                    if identifier in tasks:
                        for name, because in self._named(tasks[identifier], role, side, direct=direct):
                            yield name, because if all(known.values()) else replace(because, side="both")

    def _is_read(self, side: Literal["old", "new"], identifiers: tuple[str, ...], role: Role) -> bool:
        """Whether all of these tasks' cells for a role could be read on a side."""
        gaps, keys = self.gaps[0 if side == "old" else 1], frozenset({role})
        return not any(gaps.touch(task_path(identifier), keys) for identifier in identifiers)

    def _named(
        self, task: Task, role: Role, side: Literal["old", "new"], *, direct: bool
    ) -> Iterator[tuple[str, Because]]:
        """Whom a task names in a role, or reaches through a group there."""
        register = self.names.new if side == "new" else self.names.old
        for unit in task.units(role):
            entry = register.by_spelling.get(unit.name)
            name = self.names.identity(unit.name, side)
            if not isinstance(entry, Group):
                if direct:
                    yield name, Because("role", role, side=side)
            elif direct and not entry.complete:
                yield name, Because("role", role, side=side)  # somebody whom nobody has named
            elif not direct:
                for member in entry.members:
                    yield self.names.identity(member, side), Because("role", role, name, side)

    def _of_register(self, change: Change) -> Iterator[tuple[str, Because]]:
        if change.kind in _EVERYBODYS:
            yield from ((entry.name, Because("plan")) for entry in self.names.new.departments)
        for name in change.units or ():
            yield name, Because("entry")
            for side, register in (("old", self.names.old), ("new", self.names.new)):
                yield from self._members(name, register, side)  # type: ignore[arg-type] # literals

    def _members(self, name: str, register: Register, side: Literal["old", "new"]) -> Iterator[tuple[str, Because]]:
        """A change of a group reaches those who belong to it."""
        group = next((each for each in register.groups if self.names.identity(each.name, side) == name), None)
        for member in group.members if group else ():
            yield self.names.identity(member, side), Because("member", via=name, side=side)


def _merged(one: Because, other: Because) -> Because:
    side: Side = one.side if one.side == other.side else "both"
    return Because(one.case, one.role, one.via, side)
