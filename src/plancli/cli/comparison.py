"""One comparison on the command line: its two sides, who is asked about, and in whose words it is told."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plancli import messages
from plancli.errors import NoPlanError, UsageError
from plancli.messages import N_, Catalog

if TYPE_CHECKING:
    from collections.abc import Container

    from plancli.comparing import Compared
    from plancli.source.sides import Side
    from plancli.views.changes import ComparisonView


@dataclass(frozen=True)
class Run:
    """One comparison on the command line.

    Attributes:
        sides: The old and the new one, as they were named.
        compared: What differs between them.
        language: The reader's.
        command: That makes the comparison again.
    """

    sides: tuple[Side, Side]
    compared: Compared
    language: str
    command: str

    @classmethod
    def between(cls, arguments: list[str], plan: Path | None, lang: str | None) -> Run:
        """Read both sides and compare them.

        Raises:
            PlancliError: Where a side does not exist or cannot be read.
        """
        from plancli.cli.document_sides import sides
        from plancli.comparing import compare

        found, notes = sides(_plan_here(plan), Path.cwd(), arguments)
        compared = compare(found[0].source, found[1].source)
        spoken = messages.preferred(lang) or messages.base(compared.comparison.new.plan.header.language)
        for said, facts in notes:
            print(messages.catalog(spoken).gettext(said).format(**facts), file=sys.stderr)
        return cls(found, compared, spoken, shlex.join(["plancli", "diff", *arguments]))

    @property
    def words(self) -> Catalog:
        """The reader's words."""
        return messages.catalog(self.language)

    @property
    def documents(self) -> Catalog:
        """The plan's words: documents follow them."""
        return messages.catalog(self.compared.comparison.new.plan.header.language)

    def view(self, department: str | None, level: str, words: Catalog) -> ComparisonView:
        """The comparison in words, of one department or of all."""
        from plancli.views.comparison import Called, comparison_view

        called = Called(*self._names(words), self.compared.errors)
        return comparison_view(self.compared.comparison, words, called, department=department, least=level)

    def has(self, levels: Container[str], department: str | None) -> bool:
        """Whether there is a change of one of these levels, or one that reaches a department."""
        return any(
            change.level is not None
            and change.level.value in levels
            and (department is None or department in {reached.name for reached in change.reached})
            for change in self.compared.changes
        )

    def department(self, name: str) -> str:
        """The identity of a department or group that either side knows.

        Raises:
            UsageError: Where none does, with names near to it.
        """
        from plancli.suggest import similar

        names = self.compared.comparison.names
        if name.strip() in names.new.by_spelling:
            return names.identity(name.strip(), "new")
        if name.strip() in names.old.by_spelling:
            return names.identity(name.strip(), "old")
        raise UsageError(
            N_("no department or group is called “{name}”"),
            help=N_("all names stand in departments.yaml"),
            suggestions=similar(name, {**names.old.by_spelling, **names.new.by_spelling}),
            name=name,
        )

    def warn_of_errors(self) -> None:
        """Say what a list of names cannot: that a side could not be read as a whole."""
        for errors, name in zip(self.compared.errors, self._names(self.words), strict=True):
            if errors:
                print(incomplete(name, errors, self.words), file=sys.stderr)

    def _names(self, words: Catalog) -> tuple[str, str]:
        """What the two sides are called."""
        here = words.gettext("working tree")
        old, new = (side.name or here for side in self.sides)
        return old, new


def incomplete(revision: str, errors: int, words: Catalog) -> str:
    """That a revision could not be read as a whole, so that not all of its changes may be told."""
    said = words.ngettext(
        "note: “{revision}” has {n} error, so some of its changes may be missing",
        "note: “{revision}” has {n} errors, so some of its changes may be missing",
        errors,
    )
    return said.format(revision=revision, n=errors)


def _plan_here(plan: Path | None) -> Path | None:
    """The plan in the working tree, where there is one; a bare repository has none."""
    from plancli.source.folder import find_plan

    try:
        return find_plan(plan, Path.cwd()).absolute()
    except NoPlanError:
        if plan is not None:
            raise
        return None
