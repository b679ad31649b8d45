"""A new name in departments.yaml: who may have it, what is spliced into the file, and what it then says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.edit.refusals import SharedNameError
from plancli.edit.splice import Insertion, appended, indent, line_behind, whole_lines
from plancli.errors import UsageError
from plancli.messages import N_
from plancli.model.plan import REGISTER_PATH
from plancli.model.register import Department, Register
from plancli.source.edits import Edit
from plancli.source.scalars import one_line
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Route
    from plancli.model.register import Entry
    from plancli.source.positions import Positions
    from plancli.source.yaml import Node


_BETWEEN = frozenset("、，；")
_NOBODY = "—–-－/／无 "
"""What stands between names, and what a table has where nobody is named."""


@dataclass(frozen=True, slots=True)
class NewName:
    """That an entry of a register shall be called otherwise.

    Attributes:
        old: Its name.
        new: What it shall be called.
        keep_alias: Whether the old name stays known, as an alias.
        route: Where the entry stands.
        entry: The entry.
    """

    old: str
    new: str
    keep_alias: bool
    route: Route
    entry: Entry

    @classmethod
    def of(cls, register: Register, old: str, new: str, *, keep_alias: bool) -> NewName:
        """Find the entry.

        Raises:
            UsageError: Where none is called so.
            SharedNameError: Where more than one is.
        """
        spelt = [(route, entry) for route, entry in register.routes() if old in entry.spellings]
        if not spelt:
            raise UsageError(
                N_("no department or group is called “{name}”"),
                help=N_("all names stand in departments.yaml"),
                suggestions=similar(old, register.by_spelling),
                name=old,
            )
        if len(spelt) > 1:
            raise SharedNameError(name=old)
        route, entry = spelt[0]
        if entry.name != old:
            raise UsageError(
                N_("“{old}” is only another spelling of “{name}”"),
                help=N_("to rename the office, give its name: plancli rename-dept {name} {new}"),
                old=old,
                name=entry.name,
                new=new,
            )
        return cls(old, new, keep_alias, route, entry)

    def require_free(self, register: Register, positions: Positions, shown: str) -> None:
        """See that nobody else has the new name, and this entry not as an alias that it would repeat.

        Args:
            register: All entries.
            positions: Where values stand.
            shown: How the register's file is called.

        Raises:
            UsageError: With the place.
        """
        if self.new == self.old:
            raise UsageError(N_("“{name}” is called that already"), name=self.old)
        if not _BETWEEN.isdisjoint(self.new) or not self.new.strip(_NOBODY):
            raise UsageError(
                N_("“{new}” is no name of one office"),
                help=N_("write one name, without marks between names"),
                new=self.new,
            )
        for holder, place, spelling in _spellings(register):
            if spelling == self.new:
                line, column = positions.region(place).start
                self._require_own(holder, f"{shown}:{line}:{column}")

    def _require_own(self, holder: Entry, place: str) -> None:
        if holder is not self.entry:
            raise UsageError(
                N_("“{new}” is already registered, for “{name}” ({place})"),
                help=N_("choose another name; of offices that were merged, the old entry gets until and succeeded_by"),
                new=self.new,
                name=holder.name,
                place=place,
            )
        if self.new in holder.aliases and not self.keep_alias:
            raise UsageError(
                N_("“{new}” is already an alias of “{name}” ({place})"),
                help=N_("add --keep-alias: then the name and the alias change places"),
                new=self.new,
                name=holder.name,
                place=place,
            )

    def register(self, register: Register) -> Register:
        """The register with the new name in the place of the old one."""
        departments = [self._department(each) for each in register.departments]
        groups = [
            each.model_copy(update={**self._called(each), "members": tuple(map(self.mapped, each.members))})
            for each in register.groups
        ]
        return Register(departments=tuple(departments), groups=tuple(groups))

    def _department(self, department: Department) -> Department:
        succeeded_by = department.succeeded_by and self.mapped(department.succeeded_by)
        return department.model_copy(update={**self._called(department), "succeeded_by": succeeded_by})

    def _called(self, entry: Entry) -> dict[str, object]:
        return {"name": self.new, "aliases": self._aliases()} if entry is self.entry else {}

    def _aliases(self) -> tuple[str, ...]:
        aliases = self.entry.aliases
        if not self.keep_alias or self.old in self.entry.spellings[1:]:
            return aliases
        if self.new in aliases:
            return tuple(self.old if alias == self.new else alias for alias in aliases)
        return (*aliases, self.old)

    def mapped(self, name: str) -> str:
        """A name as it is after the renaming."""
        return self.new if name == self.old else name

    def respellings(self, register: Register) -> Iterator[tuple[Route, str, str]]:
        """The values of the register that change: their routes, and their texts before and after."""
        yield (*self.route, "name"), self.old, self.new
        for index, group in enumerate(register.groups):
            for position, member in enumerate(group.members):
                if member == self.old:
                    yield ("groups", index, "members", position), self.old, self.new
        for index, department in enumerate(register.departments):
            if department.succeeded_by == self.old:
                yield ("departments", index, "succeeded_by"), self.old, self.new
        for position, alias in enumerate(self.entry.aliases):
            if self.keep_alias and alias == self.new:
                yield (*self.route, "aliases", position), self.new, self.old

    def insertion(self, text: str, nodes: dict[Route, Node]) -> Iterator[Edit]:
        """The old name as an alias, where it is to be one and is none yet."""
        if len(self._aliases()) > len(self.entry.aliases):
            inserted = self._insertion(text, nodes, one_line(self.old, in_brackets=True))
            yield Edit(inserted.at, inserted.at, inserted.text)

    def _insertion(self, text: str, nodes: dict[Route, Node], alias: str) -> Insertion:
        aliases = (*self.route, "aliases")
        if aliases in nodes:
            return appended(text, nodes, aliases, (alias,))
        before = [nodes[(*self.route, key)] for key in ("name", "kind", "full_name") if (*self.route, key) in nodes]
        last = max(before, key=lambda node: node.end)
        if text.startswith("{", nodes[self.route].start):
            return Insertion(last.end, f", aliases: [{alias}]")
        key = nodes[(*self.route, "name")].key
        spaces = indent(text, key[0] if key else last.start)
        return whole_lines(text, line_behind(text, last), spaces, ("aliases:", f"  - {alias}"))

    @property
    def full_name(self) -> Place | None:
        """The entry's full name, where it holds the old name: it may have changed as well."""
        written = self.entry.full_name if isinstance(self.entry, Department) else None
        if not written or self.old not in written or written == self.old:
            return None
        at = written.index(self.old)
        return Place(REGISTER_PATH, (*self.route, "full_name"), chars=(at, at + len(self.old)))


def _spellings(register: Register) -> Iterator[tuple[Entry, Place, str]]:
    """Every name, full name and alias, with whose it is and where it stands."""
    for route, entry in register.routes():
        yield entry, Place(REGISTER_PATH, (*route, "name")), entry.name
        if isinstance(entry, Department) and entry.full_name:
            yield entry, Place(REGISTER_PATH, (*route, "full_name")), entry.full_name
        for position, alias in enumerate(entry.aliases):
            yield entry, Place(REGISTER_PATH, (*route, "aliases", position)), alias
