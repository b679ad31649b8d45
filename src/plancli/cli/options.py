"""Options that several commands have, and what they are checked against."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plancli.errors import UsageError
from plancli.messages import N_
from plancli.suggest import similar

PlanOption = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        envvar="PLANCLI_PLAN",
        show_envvar=False,
        metavar=N_("FOLDER"),
        help=N_("the plan's folder, or the folder that holds plan/ (also PLANCLI_PLAN)"),
    ),
]
LangOption = Annotated[
    str | None, typer.Option("--lang", metavar="zh|en", help=N_("language of messages (also PLANCLI_LANG)"))
]
ColorOption = Annotated[
    str,
    typer.Option(
        "--color",
        metavar="auto|always|never",
        show_default=False,
        help=N_("colour: on terminals (auto), always or never"),
    ),
]


COLORS = ("auto", "always", "never")


def chosen(option: str, value: str, choices: tuple[str, ...]) -> str:
    """Check an option's value.

    Raises:
        UsageError: With what is possible, and what may have been meant.
    """
    if value in choices:
        return value
    raise UsageError(
        N_("{option} takes {choices}, not “{value}”"),
        suggestions=similar(value, choices)[:1],
        option=option,
        choices=" | ".join(choices),
        value=value,
    )
