"""`plancli recover`: finish a change of the plan that was interrupted; every command that writes does it first."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from plancli import messages
from plancli.cli.options import COLORS, ColorOption, LangOption, PlanOption, chosen
from plancli.cli.session import shown
from plancli.messages import LANGUAGES, N_

SkipOption = Annotated[
    bool,
    typer.Option(
        "--skip-changed", help=N_("leave files as they are that somebody changed since, and finish the others")
    ),
]


def recover(
    skip_changed: SkipOption = False,
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Finish a change of the plan that was interrupted, by a power failure for example."""
    if lang is not None:
        chosen("--lang", lang, LANGUAGES)
    chosen("--color", color, COLORS)
    from plancli.edit import recover as edit

    words = messages.catalog(messages.preferred(lang) or LANGUAGES[0])
    found = edit.recover(plan_folder(plan), skip_changed=skip_changed)
    for path in found.skipped:
        print(words.gettext("left as it is: {path}").format(path=shown(path)), file=sys.stderr)
    if not found.files and not found.skipped:
        print(words.gettext("there is nothing to finish: no change of this plan was interrupted"))
        return 0
    finished = len(found.files)
    print(
        words.ngettext(
            "finished: {n} file is as it was to be", "finished: {n} files are as they were to be", finished
        ).format(n=finished)
    )
    return 0


def finish_interrupted(plan: Path | None, lang: str | None) -> None:
    """What a command that writes plan files does before it reads them: finish what an earlier one could not.

    Where there is no plan it is for the command to say so: two folders elsewhere may be what it is about.

    Raises:
        EditError: Where it cannot be finished.
    """
    from plancli.errors import NoPlanError
    from plancli.source.folder import JOURNAL

    try:
        folder = plan_folder(plan)
    except NoPlanError:
        return
    if os.path.lexists(folder / JOURNAL):
        from plancli.edit.recover import recover as finish

        finish(folder)
        words = messages.catalog(messages.preferred(lang) or LANGUAGES[0])
        said = words.gettext("note: an earlier change of the plan had been interrupted; it was finished first")
        print(said, file=sys.stderr)


def plan_folder(plan: Path | None) -> Path:
    """The plan's folder as the reader sees it: relative to the working directory when inside it."""
    from plancli.source.folder import find_plan

    return Path(shown(find_plan(plan, Path.cwd())))
