"""`plancli import` where no plan is yet: what the document makes is written, all of it or nothing."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from plancli import messages
from plancli.cli.session import shown
from plancli.errors import UsageError
from plancli.messages import LANGUAGES, N_, Catalog

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from plancli.edit.import_document import Imported
    from plancli.intake.interpret import Interpretation


@dataclass
class Creating:
    """A new plan on the command line; asked like an update.

    Attributes:
        folder: Where it shall be.
        words: The reader's.
        dry_run: Whether nothing is to be written.
        known: The spellings of offices that the plan knows: none.
        title: The plan's title; the document has it.
        years: The plan's years, likewise.
        language: The language of what is made: the document's.
    """

    folder: Path
    words: Catalog
    dry_run: bool
    known: ClassVar[frozenset[str]] = frozenset()
    title: ClassVar[str] = ""
    years: ClassVar[tuple[int, int] | None] = None
    language: ClassVar[str] = "zh-CN"
    _imported: Imported = field(init=False)

    @classmethod
    def of(cls, folder: Path, lang: str | None, *, dry_run: bool) -> Creating:
        """Begin with a folder that is free.

        Raises:
            FolderInUseError: When something is in it.
        """
        from plancli.edit.import_document import require_free

        require_free(folder)
        return cls(folder, messages.catalog(messages.preferred(lang) or LANGUAGES[0]), dry_run)

    def matched(self, found: Interpretation, same: Iterable[str]) -> Interpretation:
        """Make the files of what was read; there is nothing to match.

        Raises:
            UsageError: Where `same` says that there is.
        """
        from plancli.edit.import_document import importing

        if any(same):
            raise UsageError(N_("--same goes with an update: there is no plan in {folder}"), folder=shown(self.folder))
        if found.draft:
            self._imported = importing(found.draft, self.folder)
        return found

    def make(self, *, quiet: bool) -> int:
        """Write the plan and say what it has; the exit code.

        Args:
            quiet: Whether something else is printed, for programs.

        Raises:
            CannotWriteError: When the system refuses; then nothing is left.
        """
        from plancli.edit.import_document import create

        if not self.dry_run:
            create(self._imported)
        if not quiet:
            print(self._summary())
        if errors := self._imported.errors:
            said = self.words.ngettext(
                "the plan has {n} error that a person has to mend: plancli validate --plan {folder}",
                "the plan has {n} errors that a person has to mend: plancli validate --plan {folder}",
                errors,
            )
            print(said.format(n=errors, folder=shown(self.folder)), file=sys.stderr)
        return 1 if errors else 0

    def _summary(self) -> str:
        plan = self._imported.loaded.plan
        said = (
            self.words.gettext(
                "would make a plan in {folder}: {tasks} tasks, {units} offices and groups, {targets} targets"
            )
            if self.dry_run
            else self.words.gettext(
                "made a plan in {folder}: {tasks} tasks, {units} offices and groups, {targets} targets"
            )
        )
        return said.format(
            folder=shown(self.folder),
            tasks=len(plan.tasks),
            units=sum(1 for _ in plan.register.entries),
            targets=sum(len(task.targets) for task in plan.tasks),
        )
