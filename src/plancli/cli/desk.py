"""What commands begin and end with that change a plan's files."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli import messages
from plancli.cli.options import COLORS, chosen
from plancli.cli.recover import finish_interrupted, plan_folder
from plancli.cli.session import coloured
from plancli.messages import LANGUAGES, Catalog

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from plancli.diagnostics import Place
    from plancli.edit.rename import Renaming
    from plancli.report.unified import FileChange

MOST = 10
"""Places that are listed one by one."""


@dataclass(frozen=True)
class Desk:
    """Where a command changes a plan's files: what it shows, and how."""

    folder: Path
    words: Catalog
    colour: bool
    dry_run: bool

    @classmethod
    def begin(cls, plan: Path | None, lang: str | None, color: str, dry_run: bool) -> Desk:
        """Settle the language, and finish what an earlier command could not.

        Raises:
            UsageError: For a language or colour that does not exist.
            PlancliError: Where there is no plan, or one that is half written.
        """
        if lang is not None:
            chosen("--lang", lang, LANGUAGES)
        chosen("--color", color, COLORS)
        if not dry_run:
            finish_interrupted(plan, lang)
        from plancli.loading.loader import begin
        from plancli.source.folder import Folder

        folder = plan_folder(plan)
        spoken = messages.preferred(lang) or messages.base(begin(Folder(folder)).header.language)
        return cls(folder, messages.catalog(spoken), coloured(color, sys.stdout), dry_run)

    def make(self, renaming: Renaming) -> bool:
        """Write the files, or show what they would hold; whether they were written."""
        if self.dry_run:
            from plancli.report.unified import unified

            sys.stdout.write(unified(self._changes(renaming), colour=self.colour))
            return False
        from plancli.edit.rewrite import rewrite

        rewrite(renaming.files, self.folder)
        return True

    def _changes(self, renaming: Renaming) -> Iterator[FileChange]:
        """Each file; one that is renamed once."""
        from plancli.edit.rename import text_of
        from plancli.report.unified import FileChange

        gone = {file.path: file for file in renaming.files if file.after is None}
        for file in renaming.files:
            before = gone.get(file.like or file.path, file)
            if file.after is not None and before.before is not None:
                texts = text_of(before.before), text_of(file.after)
                yield FileChange(before.path.as_posix(), file.path.as_posix(), *texts)

    def note_prose(self, name: str, places: Sequence[Place]) -> None:
        """Say where texts still have the old name."""
        if not places:
            return
        from plancli.source.folder import Folder
        from plancli.source.positions import Positions

        said = self.words.ngettext(
            "note: {n} text still says “{name}”; plancli changes no text, see for yourself:",
            "note: {n} texts still say “{name}”; plancli changes no text, see for yourself:",
            len(places),
        )
        print(said.format(n=len(places), name=name), file=sys.stderr)
        positions = Positions(Folder(self.folder))
        for place in places[:MOST]:
            line, column = positions.region(place).start
            print(f"  {(self.folder / place.path).as_posix()}:{line}:{column}", file=sys.stderr)
        if len(places) > MOST:
            more = len(places) - MOST
            print("  " + self.words.gettext("… and {n} more").format(n=more), file=sys.stderr)
