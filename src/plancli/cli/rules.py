"""`plancli rules` and `plancli explain`: what is checked, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plancli import messages
from plancli.cli.candidates import complete_rule_or_kind
from plancli.cli.options import COLORS, ColorOption, LangOption, PlanOption, chosen
from plancli.cli.session import Session, terminal_width
from plancli.errors import UsageError
from plancli.messages import LANGUAGES, N_, Catalog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def rules(plan: PlanOption = None, lang: LangOption = None, color: ColorOption = "auto") -> int:
    """List the rules, each with its severity and what it finds."""
    from plancli.report.manuals import table
    from plancli.rules import RULES

    words, checks, _ = _reader(plan, lang, color)
    sys.stdout.write(table(RULES, words, checks))
    return 0


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar=N_("RULE"),
            help=N_("a rule's name, or that of a kind of change"),
            autocompletion=complete_rule_or_kind,
        ),
    ],
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Explain a rule or a kind of change: what it finds, why it matters, and what to do about it."""
    from plancli.diff.kinds import BY_NAME as KINDS
    from plancli.report import kinds
    from plancli.report.manuals import page
    from plancli.rules import BY_NAME
    from plancli.suggest import similar

    if rule not in BY_NAME and rule not in KINDS:
        raise UsageError(
            N_("there is no rule “{name}”, and no kind of change"),
            help=N_("plancli rules lists all rules, plancli diff --kinds all kinds of change"),
            suggestions=similar(rule, [*BY_NAME, *KINDS]),
            name=rule,
        )
    words, checks, diff = _reader(plan, lang, color)
    width = min(terminal_width(sys.stdout), 100) if sys.stdout.isatty() else None
    if rule in KINDS:
        sys.stdout.write(kinds.page(KINDS[rule], words, width, diff.get(rule)))
    else:
        sys.stdout.write(page(BY_NAME[rule], words, width, checks.get(rule)))
    return 0


def _reader(plan: Path | None, lang: str | None, color: str) -> tuple[Catalog, Mapping[str, str], Mapping[str, str]]:
    """The reader's language, and what a plan sets for rules and kinds; no plan is needed, but one may be named."""
    if plan is not None:
        from plancli.checking import setting
        from plancli.rules import RULES

        session = Session.open(plan, lang, color)
        named = session.project.plan
        return session.words, {rule.name: setting(rule, named) for rule in RULES}, named.header.diff
    chosen("--color", color, COLORS)
    if lang is not None:
        chosen("--lang", lang, LANGUAGES)
    return messages.catalog(messages.preferred(lang) or LANGUAGES[0]), {}, {}
