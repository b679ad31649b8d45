"""How often each rule has spoken, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.report.cells import cells
from plancli.report.machine import VERSION, document
from plancli.report.manuals import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.messages import Catalog
    from plancli.report.summary import Summary
    from plancli.views.findings import RuleView

GAP = "  "


def render_statistics(rules: Iterable[RuleView], words: Catalog, *, summary: Summary) -> str:
    """One line a rule: how often, how serious, its name, what can be mended, what it finds; then the summary."""
    rows = [_row(rule, words) for rule in rules]
    columns = [_aligned(column) for column in zip(*rows, strict=True) if any(column)]
    lines = [GAP.join(row).rstrip() for row in zip(*columns, strict=True)]
    return "".join(line + "\n" for line in (*lines, summary.sentence(words)))


def _row(rule: RuleView, words: Catalog) -> tuple[str, ...]:
    severity = words.gettext(SEVERITIES[Severity(rule.severity)])
    return f"{rule.count:>4}", severity, rule.rule, _fixable(rule, words), rule.finds


def _fixable(rule: RuleView, words: Catalog) -> str:
    if not rule.fixable:
        return ""
    told = words.gettext("fixable") if rule.fixable == rule.count else words.gettext("fixable: {n}")
    return f"[{told.format(n=rule.fixable)}]"


def _aligned(column: tuple[str, ...]) -> list[str]:
    widest = max(map(cells, column))
    return [text + " " * (widest - cells(text)) for text in column]


def to_json(rules: Iterable[RuleView], summary: Summary) -> str:
    """The same as a document, described by docs/schema/statistics.schema.json; a rule's words are left out."""
    counted = [{name: value for name, value in asdict(rule).items() if name != "finds"} for rule in rules]
    return document({"version": VERSION, "summary": summary.counts, "rules": counted})
