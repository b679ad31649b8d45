"""What changed in the register: who came, who went, whose name, whose duties, who belongs to which group."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plancli.diagnostics import Place
from plancli.diff.change import Change
from plancli.model.plan import REGISTER_PATH
from plancli.model.register import Department, Entry, Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diff.names import Names
    from plancli.model.register import Register


@dataclass(frozen=True)
class Registers:
    """Two registers, and what the tasks say of them.

    Attributes:
        names: Who is who.
        named: By side, the names of the entries that tasks name: the duties of one of them are open when it ends.
    """

    names: Names
    named: dict[Literal["old", "new"], frozenset[str]]

    @cached_property
    def _places(self) -> dict[int, Place]:
        """Where each entry stands, by its identity."""
        return {
            id(entry): Place(REGISTER_PATH, route)
            for register in (self.names.old, self.names.new)
            for route, entry in register.routes()
        }

    def _place(self, entry: Entry | None) -> Place | None:
        return self._places[id(entry)] if entry is not None else None

    def _known(self, register: Register, *names: str) -> Place | None:
        """Where the first of some names stands that a register knows."""
        found = (register.by_spelling.get(name) for name in names)
        return self._place(next((entry for entry in found if entry), None))

    def changes(self) -> Iterator[Change]:
        """Every difference, in the order of the old register, then of the new one."""
        names = self.names
        passed = names.successions
        explained = set(passed) | {to for to, _ in passed.values()}
        for entry in names.gone:
            if entry.name not in explained:
                yield self._ended(entry, self._place(entry), None)
        yield from self._passed()
        for old, new in names.pairs:
            yield from self._entry(old, new, passed)
        for entry in names.come:
            if entry.name not in explained:
                yield self._begun(entry, None, self._place(entry))

    def _ended(self, entry: Entry, old: Place | None, new: Place | None, case: str = "") -> Change:
        """One that is there no more: where tasks still name a department, nobody answers for them."""
        open_duties = isinstance(entry, Department) and entry.name in self.named["new"]
        kind = "group-removed" if isinstance(entry, Group) else "department-removed"
        kind = "department-dissolved" if open_duties else kind
        return Change(kind, None, old, new, entry.name, None, case=case, units=(entry.name,))

    def _begun(self, entry: Entry, old: Place | None, new: Place | None, case: str = "") -> Change:
        """The mirror."""
        was_open = isinstance(entry, Department) and entry.name in self.named["old"]
        kind = "group-added" if isinstance(entry, Group) else "department-added"
        kind = "department-restored" if was_open else kind
        return Change(kind, None, old, new, None, entry.name, case=case, units=(entry.name,))

    def _passed(self) -> Iterator[Change]:
        """Duties that pass to another: a new name where the other is new and took nobody else's, else a merger."""
        names = self.names
        heirs = Counter(names.successions.values())
        come = {entry.name for entry in names.come}
        gone = {entry.name for entry in names.gone}
        for name, (to, side) in names.successions.items():
            alone = heirs[to, side] == 1
            before, after = (name, to) if side == "new" else (to, name)
            if alone and to in (come if side == "new" else gone):
                kind = "department-renamed"
            else:
                kind = "department-merged" if side == "new" else "department-split"
            places = self._known(names.old, before, after), self._known(names.new, after, before)
            yield Change(kind, None, *places, before, after, case="successor", units=(name, to))

    def _entry(
        self, old: Entry, new: Entry, passed: Mapping[str, tuple[str, Literal["old", "new"]]]
    ) -> Iterator[Change]:
        """An entry that is on both sides."""
        places = self._places[id(old)], self._places[id(new)]
        units = (new.name,)
        if old.name != new.name:
            yield Change("department-renamed", None, *places, old.name, new.name, units=units)
        for alias in old.aliases:
            if alias not in new.aliases and alias != new.name:
                yield Change("alias-removed", None, *places, alias, None, {"name": new.name}, units=units)
        for alias in new.aliases:
            if alias not in old.aliases and alias != old.name:
                yield Change("alias-added", None, *places, None, alias, {"name": new.name}, units=units)
        if isinstance(old, Department) and isinstance(new, Department):
            yield from self._department(old, new, passed)
        elif isinstance(old, Group) and isinstance(new, Group):
            yield from self._group(old, new)

    def _department(
        self, old: Department, new: Department, passed: Mapping[str, tuple[str, Literal["old", "new"]]]
    ) -> Iterator[Change]:
        places = self._places[id(old)], self._places[id(new)]
        if new.name not in passed:
            if new.until and not old.until:
                yield self._ended(new, *places, "until")
            elif old.until and not new.until:
                yield self._begun(new, *places, "until")
            elif old.until != new.until:
                yield self._detail(old, new, "until")
        if old.succeeded_by and new.succeeded_by and self._heir(old, "old") != self._heir(new, "new"):
            yield self._detail(old, new, "succeeded_by")
        for key in ("kind", "full_name"):
            if getattr(old, key) != getattr(new, key):
                yield self._detail(old, new, key)

    def _heir(self, department: Department, side: Literal["old", "new"]) -> str:
        return self.names.identity(department.succeeded_by or "", side)

    def _detail(self, old: Department, new: Department, key: str) -> Change:
        was, now = (str(getattr(side, key) or "") for side in (old, new))
        places = self._places[id(old)], self._places[id(new)]
        facts = {"name": new.name}
        return Change("department-detail-changed", None, *places, was, now, facts, key, units=(new.name,))

    def _group(self, old: Group, new: Group) -> Iterator[Change]:
        """Who belongs to it, and whether it lists everybody."""
        before = {self.names.identity(member, "old"): index for index, member in enumerate(old.members)}
        after = {self.names.identity(member, "new"): index for index, member in enumerate(new.members)}
        places = self._places[id(old)], self._places[id(new)]
        facts = {"name": new.name}
        for name, index in before.items():
            if name not in after:
                place = Place(REGISTER_PATH, (*places[0].route, "members", index))
                yield Change("group-member-removed", None, place, places[1], name, None, facts, units=(name, new.name))
        for name, index in after.items():
            if name not in before:
                place = Place(REGISTER_PATH, (*places[1].route, "members", index))
                yield Change("group-member-added", None, places[0], place, None, name, facts, units=(name, new.name))
        if old.complete != new.complete:
            kind = "group-completed" if new.complete else "group-opened"
            yield Change(kind, None, *places, None, None, facts, units=(new.name,))
