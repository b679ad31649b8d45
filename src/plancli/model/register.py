"""Who can be named in a plan: `departments.yaml`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plancli.model.fields import Date, Flag, Line, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["party", "government", "committee", "vertical", "subdistrict", "enterprise", "other"]


class Department(Record):
    """An office that duties can be given to.

    Attributes:
        name: What the plan calls it.
        kind: What it is; `vertical` for 垂管, `committee` for 管委会.
        full_name: Its official name.
        aliases: Other spellings that mean the same.
        until: The day it ceased to exist.
        succeeded_by: Who took its duties.
    """

    name: Line
    kind: Kind
    full_name: Line | None = None
    aliases: tuple[Line, ...] = ()
    until: Date | None = None
    succeeded_by: Line | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every text that names it, its name first."""
        return (self.name, *((self.full_name,) if self.full_name else ()), *self.aliases)


class Group(Record):
    """A name that stands for several offices.

    Attributes:
        name: What the plan calls it.
        aliases: Other spellings.
        members: The departments known to belong to it.
        complete: False where it has members that the plan does not list.
    """

    name: Line
    aliases: tuple[Line, ...] = ()
    members: tuple[Line, ...] = ()
    complete: Flag = True

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every text that names it, its name first."""
        return (self.name, *self.aliases)


Entry = Department | Group
"""What a name in a plan resolves to."""


class Register(Record):
    """All departments and groups, in the file's order."""

    departments: tuple[Department, ...]
    groups: tuple[Group, ...] = ()

    @property
    def entries(self) -> Iterator[Entry]:
        """Departments first, then groups."""
        yield from self.departments
        yield from self.groups

    def routes(self) -> Iterator[tuple[tuple[str | int, ...], Entry]]:
        """Every entry with its route in the file."""
        for index, department in enumerate(self.departments):
            yield ("departments", index), department
        for index, group in enumerate(self.groups):
            yield ("groups", index), group

    @cached_property
    def by_spelling(self) -> dict[str, Entry]:
        """What each spelling means; the first entry that claims it has it."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for spelling in entry.spellings:
                found.setdefault(spelling, entry)
        return found

    @cached_property
    def meaning(self) -> dict[str, str]:
        """The name that each spelling stands for."""
        return {spelling: entry.name for spelling, entry in self.by_spelling.items()}

    @cached_property
    def contested(self) -> frozenset[str]:
        """Spellings that more than one entry claims: what they mean is not known."""
        return frozenset(
            spelling
            for entry in self.entries
            for spelling in entry.spellings
            if self.by_spelling[spelling] is not entry
        )

    @cached_property
    def sure_meaning(self) -> dict[str, str]:
        """The name that each spelling stands for, where no other entry claims it: what is contested is only itself."""
        return {name: name if name in self.contested else meaning for name, meaning in self.meaning.items()}

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The names of each group's known members, by the group's name; each once, and the group itself never."""
        return {group.name: tuple(dict.fromkeys(self._known(group))) for group in self.groups}

    def _known(self, group: Group) -> Iterator[str]:
        for member in group.members:
            if (name := self.meaning.get(member, group.name)) != group.name:
                yield name

    @cached_property
    def groups_of(self) -> dict[str, tuple[Group, ...]]:
        """The groups that list a department as a member, by the department's name."""
        found: dict[str, list[Group]] = {}
        for group in self.groups:
            for member in dict.fromkeys(self.by_spelling.get(name) for name in group.members):
                if isinstance(member, Department):
                    found.setdefault(member.name, []).append(group)
        return {name: tuple(groups) for name, groups in found.items()}
