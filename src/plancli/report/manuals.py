"""Rules in words: the list, one rule's page, and the page of them all."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.manual import manual
from plancli.messages import N_, Catalog

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.rules import Rule

SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("info")}
"""A severity as a word in a sentence; in diagnostics it stays English, for machines and searches."""


def table(rules: Iterable[Rule], words: Catalog) -> str:
    """One line a rule: severity, name, what it finds."""
    listed = list(rules)
    width = max(len(rule.name) for rule in listed)
    return "".join(
        f"{rule.severity.value:<7}  {rule.name:<{width}}  {words.gettext(manual(rule.function).summary)}\n"
        for rule in listed
    )


def page(rule: Rule, words: Catalog) -> str:
    """A rule's manual for a terminal."""
    _ = words.gettext
    told = manual(rule.function)
    parts = [
        _("{rule} ({severity})").format(rule=rule.name, severity=_(SEVERITIES[rule.severity])),
        *map(_, (told.summary, *told.paragraphs)),
        _("Bad:"),
        textwrap.indent(told.bad, "    "),
        _("Good:"),
        textwrap.indent(told.good, "    "),
    ]
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


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
