"""What every command begins with: the plan, the reader's language, the colours, the paths as the reader sees them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plancli import messages
from plancli.cli.options import COLORS, chosen
from plancli.diagnostics import Diagnostic, Severity
from plancli.errors import UsageError
from plancli.messages import LANGUAGES, N_, Catalog
from plancli.report.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.checking import Choice
    from plancli.model.register import Entry
    from plancli.project import Project


@dataclass(frozen=True)
class Session:
    """One run of one command on one plan."""

    project: Project
    language: str
    color: str
    choice: Choice

    @classmethod
    def open(cls, plan: Path | None, lang: str | None, color: str, choice: Choice | None = None) -> Session:
        """Load the plan and settle the language; of the rules, only those that are chosen are asked.

        Raises:
            UsageError: For a language or colour that does not exist.
            NoPlanError: Where there is no plan.
        """
        if lang is not None:
            chosen("--lang", lang, LANGUAGES)
        chosen("--color", color, COLORS)
        from plancli.checking import ALL  # the models: neither help nor wrong usage waits for them
        from plancli.project import load

        project = load(plan)
        spoken = messages.preferred(lang) or messages.base(project.plan.header.language)
        return cls(project, spoken, color, choice or ALL)

    @property
    def words(self) -> Catalog:
        """The reader's words."""
        return messages.catalog(self.language)

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is to be said about the plan."""
        return self.project.diagnostics(self.language, self.choice)

    @property
    def summary(self) -> Summary:
        """The diagnostics counted."""
        loaded = self.project.loaded
        return Summary.of(self.diagnostics, files=loaded.files, unread=loaded.plan.gaps.files)

    def shown(self, path: str) -> str:
        """A path of the plan as the reader sees it."""
        return shown(self.project.folder / path)

    def colours(self, stream: TextIO) -> bool:
        """Whether to colour what goes to a stream."""
        return coloured(self.color, stream)

    def text(
        self,
        found: Iterable[Diagnostic],
        stream: TextIO,
        *,
        templates: Path | None = None,
        summary: Summary | None = None,
        elapsed: float | None = None,
    ) -> str:
        """Diagnostics as a person reads them on a stream.

        Args:
            found: The diagnostics.
            stream: Where they will be shown.
            templates: The folder that their paths are relative to, where that is not the plan's.
            summary: What the last line says.
            elapsed: The seconds that the check took.
        """
        from plancli.report.terminal import render_text
        from plancli.source.folder import Folder
        from plancli.source.positions import Positions

        return render_text(
            found,
            Positions(Folder(templates)) if templates else self.project.positions,
            (lambda path: shown(templates / path)) if templates else self.shown,
            self.words,
            summary=summary,
            width=terminal_width(stream) if stream.isatty() else None,
            colour=self.colours(stream),
            elapsed=elapsed,
        )

    def entry(self, name: str) -> Entry:
        """The department or group of a name on the command line.

        Raises:
            UsageError: Where none has it, with names near to it.
        """
        entry = self.project.find(name.strip())
        if entry is None:
            raise UsageError(
                N_("no department or group is called “{name}”"),
                help=N_("all names stand in departments.yaml"),
                suggestions=self.project.similar_names(name),
                name=name,
            )
        return entry

    def warn_of_errors(self) -> None:
        """Commands that only read go on with what loads, and say so."""
        errors = sum(each.severity is Severity.ERROR for each in self.diagnostics)
        if errors:
            said = self.words.ngettext(
                "note: the plan has {n} error, so what follows may be incomplete; see plancli validate",
                "note: the plan has {n} errors, so what follows may be incomplete; see plancli validate",
                errors,
            )
            print(said.format(n=errors), file=sys.stderr)


def coloured(color: str, stream: TextIO) -> bool:
    """Whether to colour what goes to a stream; NO_COLOR is no-color.org's."""
    if color == "auto":
        return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color == "always"


def terminal_width(stream: TextIO) -> int:
    """Cells of a line on the terminal behind a stream."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return 80


def shown(path: Path) -> str:
    """A path relative to the working directory when inside it, with `/` on every system."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
