"""`plancli diff --accept`: writing down which tasks are the same, as a person says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import typer

from plancli.cli.session import shown
from plancli.errors import UsageError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plancli.cli.comparison import Run
    from plancli.edit.declare import Declaration
    from plancli.messages import Catalog
    from plancli.views.changes import SuggestionView

KEYS: dict[str, Literal["formerly", "merged_from", "split_from"]] = {
    "renamed": "formerly",
    "split": "split_from",
    "merged": "merged_from",
}
"""What a task's file says, by how it came from others."""


def accept(run: Run, suggestions: tuple[SuggestionView, ...], *, yes: bool) -> int:
    """Write down what looks alike and is the same; the comparison can then be made again.

    Args:
        run: The comparison.
        suggestions: What looks alike.
        yes: Whether it is the same, without asking.

    Raises:
        UsageError: Where the new side is no folder whose files could be edited, and where nobody can answer.
    """
    from plancli.edit.declare import declare

    folder, words = _editable(run), run.words
    if not suggestions:
        print(words.gettext("no task looks like another one that is gone"))
        return 0
    if not yes and not sys.stdin.isatty():
        raise UsageError(N_("--accept asks, and nobody can answer here"), help=N_("add --yes to accept all of them"))
    accepted = [each for suggestion in suggestions for each in _declared(suggestion, words, yes=yes)]
    for path in declare(folder, accepted) if accepted else ():
        print(words.gettext("wrote {path}").format(path=shown(path)))
    return 0


def _editable(run: Run) -> Path:
    side = run.sides[1]
    if side.what == "document":
        raise UsageError(
            N_("--accept writes into the files of the new side, and {side} is a document"),
            help=N_("take over what it says: plancli import {side} --into PLAN"),
            side=side.name,
        )
    if side.folder is None:
        raise UsageError(
            N_("--accept writes into the files of the new side, and {side} is a revision"),
            help=N_("compare with the files as they are now: plancli diff REVISION --accept"),
            side=side.name,
        )
    return side.folder


def _declared(suggestion: SuggestionView, words: Catalog, *, yes: bool) -> Iterator[Declaration]:
    """What a person agrees to, as the files of the tasks shall say it."""
    from plancli.edit.declare import Declaration

    print(suggestion.message)
    if yes or typer.confirm(words.gettext("write it down?"), default=False):
        for task in suggestion.new:
            yield Declaration(task, KEYS[suggestion.how], suggestion.old)
