"""`plancli import` on a plan that is there: what the document changes is shown first, then written."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from plancli import messages
from plancli.cli.recover import finish_interrupted
from plancli.cli.session import shown, terminal_width
from plancli.errors import UsageError
from plancli.intake.accounts import OF_TARGETS
from plancli.messages import N_, Catalog
from plancli.source.folder import PLAN_FILE, Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plancli.edit.update import Update
    from plancli.intake.accounts import Account
    from plancli.intake.interpret import Interpretation
    from plancli.model.header import Header


@dataclass
class Updating:
    """An update on the command line.

    Attributes:
        folder: The plan's.
        file: The document.
        header: The plan's heading.
        known: The spellings of offices that the plan knows.
        words: The reader's.
        colour: Whether to paint.
        dry_run: Whether nothing is to be written.
    """

    folder: Path
    file: Path
    header: Header
    known: frozenset[str]
    words: Catalog
    colour: bool
    dry_run: bool
    _update: Update = field(init=False)

    @classmethod
    def of(cls, folder: Path, file: Path, lang: str | None, colour: bool, *, dry_run: bool) -> Updating | None:
        """Begin with the plan in a folder; None where there is none.

        Raises:
            PlancliError: Where a change of it was interrupted, and cannot be finished.
        """
        if not (folder / PLAN_FILE).is_file():
            return None
        if not dry_run:
            finish_interrupted(folder, lang)
        from plancli.loading.loader import begin

        begun = begin(Folder(folder))
        header = begun.header
        words = messages.catalog(messages.preferred(lang) or messages.base(header.language))
        return cls(folder, file, header, frozenset(begun.register.by_spelling), words, colour, dry_run)

    @property
    def title(self) -> str:
        """The plan's title: a table that is sent back often has none."""
        return self.header.title

    @property
    def years(self) -> tuple[int, int]:
        """The plan's years, likewise."""
        return self.header.period.start, self.header.period.end

    @property
    def language(self) -> str:
        """The plan's."""
        return self.header.language

    def matched(self, found: Interpretation, same: Iterable[str]) -> Interpretation:
        """Find the document's tasks in the plan: where its pieces went is then told by the plan's ids.

        Raises:
            EditError: Where it is no update of this plan, or nobody can tell which task is which.
            UsageError: Where `same` names nobody.
        """
        from plancli.edit.update import updating

        if found.draft is None:
            return found
        self._update = updating(Folder(self.folder), found.draft, self._shown, dict(map(_pair, same)))
        return replace(found, accounts=tuple(self._told(found.accounts)))

    def _shown(self, path: str) -> str:
        return shown(self.folder / path)

    def _told(self, accounts: Iterable[Account]) -> Iterator[Account]:
        ids, same = self._update.ids, self._update.same
        for each in accounts:
            known = same.get(each.to) if each.went != "heading" else None
            codes = [code for code in each.unsure if not (known and code == "title-guessed")]  # the plan's title stays
            if known and each.went == "text" and not known.is_certain:
                codes.append("task-guessed")
            to = each.to if each.went == "heading" else ids.get(each.to, each.to)
            if known and each.went in OF_TARGETS and to not in self._update.changed:
                codes.clear()  # whoever keeps the plan has seen them
            yield replace(each, to=to, unsure=tuple(codes))

    def make(self, *, quiet: bool) -> int:
        """Show what changes, then write it; the exit code.

        Args:
            quiet: Whether something else is printed, for programs.

        Raises:
            EditError: Where the plan was changed meanwhile, or another plancli is writing to it.
            CannotWriteError: When the system refuses; all files are what they were.
        """
        update = self._update
        if update.contents and not quiet:
            sys.stdout.write(self._changes())
        if not self.dry_run:
            from plancli.edit.update import carry_out

            carry_out(update, self.folder)
        if not quiet:
            print(self._summary())
        return 0

    def _changes(self) -> str:
        from plancli.comparing import compare
        from plancli.edit.update_source import Overlaid
        from plancli.report.changes_text import render_changes
        from plancli.views.comparison import Called, comparison_view

        plan = Folder(self.folder)
        compared = compare(plan, Overlaid(self._update.contents, plan))
        called = Called(shown(self.folder), shown(self.file), compared.errors)
        view = comparison_view(compared.comparison, self.words, called)
        width = terminal_width(sys.stdout) if sys.stdout.isatty() else None
        return render_changes(view, self.words, width=width, colour=self.colour) + "\n"

    def _summary(self) -> str:
        update, words = self._update, self.words
        if not update.contents:
            return words.gettext("{file} says what the plan in {folder} says: nothing changed").format(
                file=shown(self.file), folder=shown(self.folder)
            )
        said = (
            words.gettext("would update {folder}: tasks changed: {changed}, new: {added}, deleted: {removed}")
            if self.dry_run
            else words.gettext("updated {folder}: tasks changed: {changed}, new: {added}, deleted: {removed}")
        )
        lines = [
            said.format(
                folder=shown(self.folder),
                changed=len(update.changed),
                added=len(update.added),
                removed=len(update.removed),
            )
        ]
        alike = words.gettext("“{name}” is new in departments.yaml: look whether it is “{known}” by another name")
        lines += (alike.format(name=name, known=known) for name, known in update.registered.items())
        if update.stale:
            stale = words.ngettext(
                "{n} target quotes words that its task's text does not have any more: plancli validate shows it",
                "{n} targets quote words that their tasks' texts do not have any more: plancli validate shows them",
                update.stale,
            )
            lines.append(stale.format(n=update.stale))
        return "\n".join(lines)


def _pair(said: str) -> tuple[str, str]:
    """What stands on both sides of `ID=TITLE`.

    Raises:
        UsageError: Where there is no `=`.
    """
    identifier, equals, title = said.partition("=")
    if not equals or not identifier.strip():
        raise UsageError(N_("--same takes ID=TITLE, not “{value}”"), value=said)
    return identifier.strip(), title.strip()
