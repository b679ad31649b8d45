"""Who is who on the two sides of a comparison: by name, alias and succession."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plancli.model.register import Entry, Group, Register

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Declared = Literal["", "spelling", "successor"]
"""How it is known that two entries are one: the same name, one being a spelling of the other, a declared succession."""


@dataclass(frozen=True)
class Names:
    """Two registers, and which entries of them are the same.

    An entry is the same where it has the same name; else where one side's name is a spelling of the other side's entry,
    and neither name is an entry of its own on the other side. What a department's `succeeded_by` says joins it with its
    successor only for finding out what its duties became: the two are different departments.
    """

    old: Register
    new: Register

    @cached_property
    def pairs(self) -> tuple[tuple[Entry, Entry], ...]:
        """Entries that are on both sides, in the new side's order."""
        before = {entry.name: entry for entry in self.old.entries}
        paired: dict[str, Entry] = {
            entry.name: before[entry.name] for entry in self.new.entries if entry.name in before
        }
        taken = set(paired)
        for entry in self.new.entries:
            if entry.name not in paired and (known := self._known_before(entry, taken)):
                paired[entry.name] = known
                taken.add(known.name)
        return tuple((paired[entry.name], entry) for entry in self.new.entries if entry.name in paired)

    def _known_before(self, entry: Entry, taken: set[str]) -> Entry | None:
        """The old side's entry of another name that one side says to be the same."""
        today = {each.name for each in self.new.entries}
        for spelling in entry.spellings:
            found = self.old.by_spelling.get(spelling)
            if (
                found is not None
                and found.name not in taken | today
                and isinstance(found, Group) == isinstance(entry, Group)
                and (entry.name in found.spellings or found.name in entry.spellings)
            ):
                return found
        return None

    @cached_property
    def gone(self) -> tuple[Entry, ...]:
        """Entries of the old side that the new one has no more."""
        paired = {old.name for old, _ in self.pairs}
        return tuple(entry for entry in self.old.entries if entry.name not in paired)

    @cached_property
    def come(self) -> tuple[Entry, ...]:
        """Entries of the new side that the old one had not."""
        paired = {new.name for _, new in self.pairs}
        return tuple(entry for entry in self.new.entries if entry.name not in paired)

    @cached_property
    def _today(self) -> Mapping[str, str]:
        """The new side's name of each entry of the old side."""
        return {old.name: new.name for old, new in self.pairs}

    def identity(self, written: str, side: Literal["old", "new"]) -> str:
        """One name for what a spelling means on a side: the new side's, where the entry is there still."""
        register = self.old if side == "old" else self.new
        entry = register.by_spelling.get(written)
        if entry is None:
            return written
        return self._today.get(entry.name, entry.name) if side == "old" else entry.name

    @cached_property
    def successions(self) -> Mapping[str, tuple[str, Literal["old", "new"]]]:
        """Whose duties passed to whom, by identity, and the one side that says so."""
        before, after = dict(self._declared(self.old, "old")), dict(self._declared(self.new, "new"))
        only_before = {name: (to, "old") for name, to in before.items() if name not in after}
        only_after = {name: (to, "new") for name, to in after.items() if name not in before}
        return {**only_before, **only_after}  # type: ignore[dict-item] # literals

    def _declared(self, register: Register, side: Literal["old", "new"]) -> Iterator[tuple[str, str]]:
        """By `succeeded_by`; or the entry is gone and its name has become a spelling of another."""
        for entry in self.gone if side == "new" else self.come:
            if (known := register.by_spelling.get(entry.name)) is not None:
                yield entry.name, self.identity(known.name, side)
        for department in register.departments:
            if department.succeeded_by:
                yield self.identity(department.name, side), self.identity(department.succeeded_by, side)

    def joined(self, written: str, side: Literal["old", "new"]) -> str:
        """The identity of a spelling, followed through successions: two that became one are the same."""
        return self.heir(self.identity(written, side))

    def heir(self, name: str) -> str:
        """Whoever has the duties of an identity in the end."""
        seen = {name}
        while name in self.successions and (to := self.successions[name][0]) not in seen:
            seen.add(to)
            name = to
        return name
