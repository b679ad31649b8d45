"""`plancli rules` and `plancli explain`: what is checked, and why."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from plancli import messages
from plancli.cli.options import COLORS, ColorOption, LangOption, chosen
from plancli.cli.session import terminal_width
from plancli.errors import UsageError
from plancli.messages import LANGUAGES, N_, Catalog


def rules(lang: LangOption = None, color: ColorOption = "auto") -> int:
    """List the rules, each with its severity and what it finds."""
    from plancli.report.manuals import table
    from plancli.rules import RULES

    chosen("--color", color, COLORS)
    sys.stdout.write(table(RULES, _words(lang)))
    return 0


def explain(
    rule: Annotated[str, typer.Argument(metavar=N_("RULE"), help=N_("a rule's name, or that of a kind of change"))],
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Explain a rule or a kind of change: what it finds, why it matters, and what to do about it."""
    from plancli.diff.kinds import BY_NAME as KINDS
    from plancli.report import kinds
    from plancli.report.manuals import page
    from plancli.rules import BY_NAME
    from plancli.suggest import similar

    chosen("--color", color, COLORS)
    words = _words(lang)
    if rule not in BY_NAME and rule not in KINDS:
        raise UsageError(
            N_("there is no rule “{name}”, and no kind of change"),
            help=N_("plancli rules lists all rules, plancli diff --kinds all kinds of change"),
            suggestions=similar(rule, [*BY_NAME, *KINDS]),
            name=rule,
        )
    width = min(terminal_width(sys.stdout), 100) if sys.stdout.isatty() else None
    sys.stdout.write(kinds.page(KINDS[rule], words, width) if rule in KINDS else page(BY_NAME[rule], words, width))
    return 0


def _words(lang: str | None) -> Catalog:
    """The reader's language; no plan is needed to read about rules."""
    if lang is not None:
        chosen("--lang", lang, LANGUAGES)
    return messages.catalog(messages.preferred(lang) or LANGUAGES[0])
