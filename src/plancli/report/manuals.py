"""Rules in words: the list, one rule's page, and the page of them all."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.manual import manual
from plancli.messages import N_, Catalog
from plancli.report.cells import cells
from plancli.report.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plancli.rules import Rule

SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("info")}
"""A severity as a word in a sentence; in diagnostics it stays English, for machines and searches."""

LEVELS = {**{severity.value: word for severity, word in SEVERITIES.items()}, "off": N_("off")}
"""What a plan can set a rule to, likewise."""


def table(rules: Iterable[Rule], words: Catalog, settings: Mapping[str, str] | None = None) -> str:
    """One line a rule: severity, name, what it finds.

    Args:
        rules: The rules.
        words: The reader's language.
        settings: The severity of rules in a plan, or `off`, by name.
    """
    _, known = words.gettext, settings or {}
    rows = ((known.get(rule.name, rule.severity.value), rule) for rule in rules)
    return columns((_(LEVELS[level]), rule.name, _(manual(rule.function).summary)) for level, rule in rows)


def columns(rows: Iterable[tuple[str, str, str]]) -> str:
    """Lines of how serious, which, and what: the first two in columns, by the cells that they take."""
    listed = list(rows)
    widest = max(cells(level) for level, _, _ in listed)
    width = max(len(name) for _, name, _ in listed)
    return "".join(f"{level}{' ' * (widest - cells(level))}  {name:<{width}}  {said}\n" for level, name, said in listed)


def page(rule: Rule, words: Catalog, width: int | None = None, setting: str | None = None) -> str:
    """A rule's manual.

    Args:
        rule: The rule.
        words: The reader's language.
        width: Cells of a line; None where lines need not end.
        setting: Its severity in a plan, or `off`.
    """
    _ = words.gettext
    told = manual(rule.function)
    parts = [
        _("{rule} ({severity})").format(rule=rule.name, severity=_(SEVERITIES[rule.severity])),
        *set_otherwise(rule.severity.value, setting, words),
        *(_wrapped(_(each), width) for each in (told.summary, *told.paragraphs)),
        _("Bad:"),
        textwrap.indent(told.bad, "    "),
        _("Good:"),
        textwrap.indent(told.good, "    "),
    ]
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def set_otherwise(usual: str, setting: str | None, words: Catalog) -> Iterator[str]:
    """That a plan has its own mind about a rule or a kind of change."""
    if setting not in {usual, None}:
        yield words.gettext("This plan's plan.yaml sets it to {setting}.").format(setting=setting)


def _wrapped(paragraph: str, width: int | None) -> str:
    return "\n".join(wrapped(paragraph, width)) if width else paragraph


def book(rules: Iterable[Rule], words: Catalog) -> str:
    """Every rule's manual as one Markdown page."""
    return "\n".join(_book(list(rules), words))


def _book(rules: list[Rule], words: Catalog) -> Iterator[str]:
    _ = words.gettext
    yield "# " + _("Rules") + "\n"
    yield _(
        "This page is made from the rules' own manuals (`make messages`). "
        "Severity can be set per rule in `plan.yaml`: `checks: {no-lead: off}`."
    )
    for severity in Severity:
        yield f"\n## {_(SEVERITIES[severity])}\n"
        for rule in rules:
            if rule.severity is severity:
                yield f"- [{rule.name}](#{rule.name})"
    for rule in rules:
        told = manual(rule.function)
        yield f"\n## {rule.name}\n"
        yield f"*{_(SEVERITIES[rule.severity])}*\n"
        yield "\n\n".join(map(_, (told.summary, *told.paragraphs)))
        yield f"\n{_('Bad:')}\n\n```yaml\n{told.bad}\n```"
        yield f"\n{_('Good:')}\n\n```yaml\n{told.good}\n```"
    yield ""
