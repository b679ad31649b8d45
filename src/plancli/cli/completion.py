"""`plancli completion`: TAB in a shell completes commands, options and the plan's names."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plancli import messages
from plancli.cli.edge import COMPLETE, GLOBAL_OPTIONS
from plancli.cli.options import ColorOption, LangOption, chosen
from plancli.cli.shells import LINE, SCRIPTS, answer
from plancli.messages import LANGUAGES, N_

if TYPE_CHECKING:
    from collections.abc import Iterator

ShellArgument = Annotated[str, typer.Argument(metavar="|".join(SCRIPTS), help=N_("the shell"))]


def completion(shell: ShellArgument, lang: LangOption = None, color: ColorOption = "auto") -> int:
    """Print a script that lets a shell complete commands, options and names when TAB is pressed."""
    del lang, color  # a script has neither
    sys.stdout.write(SCRIPTS[chosen("plancli completion", shell, tuple(SCRIPTS))])
    return 0


def answer_shell() -> None:
    """Print what can stand where the line of a shell's script breaks off, one candidate a line."""
    sys.stdout.write("".join(f"{line}\n" for line in _answers(os.environ[COMPLETE], os.environ.get(LINE, ""))))
    sys.stdout.flush()


def _answers(shell: str, text: str) -> Iterator[str]:
    from plancli.cli.app import group
    from plancli.cli.command_line import read
    from plancli.cli.completing import Completing

    words = messages.catalog(messages.preferred(None) or LANGUAGES[0])
    line = read(text)
    for candidate in Completing(group(words), GLOBAL_OPTIONS, words).candidates(line):
        if candidate.word.isprintable() and _can_be_shown(candidate.word):
            yield answer(shell, line, candidate)


def _can_be_shown(text: str) -> bool:
    """Whether the terminal's encoding has it: an escaped name would be another one."""
    try:
        return bool(text.encode(sys.stdout.encoding or "utf-8"))
    except UnicodeEncodeError:
        return False
