"""Diagnostics for GitHub Actions: annotations beside the lines of a pull request, and a job's summary."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from plancli.diagnostics import Diagnostic, Severity
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plancli.messages import Catalog
    from plancli.report.summary import Summary
    from plancli.source.positions import Positions

ANNOTATIONS = 10
"""How many annotations of each kind GitHub shows for a step; it drops the others without a word."""

SUMMARY_BYTES = 1_000_000
"""A little less than the mebibyte at which GitHub refuses a step's summary as a whole."""

CUT_LINE_BYTES = 1_000
"""Kept free for the line that tells of a cut, in any language."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPE_DATA = str.maketrans(_DATA)
_ESCAPE_PROPERTY = str.maketrans(_DATA | {":": "%3A", ",": "%2C"})
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def workflow_commands(
    diagnostics: Iterable[Diagnostic],
    positions: Positions,
    shown: Callable[[str], str],
    words: Catalog,
    *,
    summary: Summary,
) -> str:
    """The log of a step: a command for each diagnostic, the most serious first, and the summary.

    GitHub takes a path from the repository's root; `shown` has to give that.
    """
    ranked = sorted(diagnostics, key=lambda diagnostic: diagnostic.severity.rank)
    lines = [_command(diagnostic, positions, shown, words) for diagnostic in ranked]
    dropped = told_of_dropped((diagnostic.severity for diagnostic in ranked), words)
    return "\n".join([*lines, summary.sentence(words), *dropped, ""])


def _command(diagnostic: Diagnostic, positions: Positions, shown: Callable[[str], str], words: Catalog) -> str:
    region = positions.region(diagnostic.place)
    properties: dict[str, str | int] = {
        "file": legible(shown(diagnostic.place.path)),
        "line": region.start[0],
        "endLine": region.end[0],
        "col": region.start[1],
        "endColumn": region.end[1],
        "title": diagnostic.rule,
    }
    text = legible(diagnostic.message)
    if diagnostic.help:
        text += "\n" + words.gettext("help: {text}").format(text=legible(diagnostic.help))
    return annotation(diagnostic.severity, properties, text)


def annotation(severity: Severity, properties: Mapping[str, str | int], text: str) -> str:
    """A workflow command that shows a text beside a line."""
    written = ",".join(f"{key}={str(value).translate(_ESCAPE_PROPERTY)}" for key, value in properties.items())
    return f"::{_COMMANDS[severity]} {written}::{text.translate(_ESCAPE_DATA)}"


def told_of_dropped(severities: Iterable[Severity], words: Catalog) -> Iterator[str]:
    """An honest last line where GitHub shows fewer annotations than there are."""
    number = Counter(severities)
    dropped = sum(max(0, count - ANNOTATIONS) for count in number.values())
    if dropped:
        yield words.ngettext(
            "GitHub shows {limit} annotations of each kind; {n} more is only in this log",
            "GitHub shows {limit} annotations of each kind; {n} more are only in this log",
            dropped,
        ).format(limit=ANNOTATIONS, n=dropped)


def job_summary(
    diagnostics: Iterable[Diagnostic],
    positions: Positions,
    shown: Callable[[str], str],
    words: Catalog,
    *,
    summary: Summary,
) -> str:
    """Markdown for the file that `GITHUB_STEP_SUMMARY` names: the counts, and a table of what was found."""
    headline = f"### {inert_text(summary.sentence(words))}\n"
    rows = [_row(diagnostic, positions, shown) for diagnostic in diagnostics]
    if not rows:
        return headline
    titles = (
        words.gettext("severity"),
        words.gettext("rule"),
        words.gettext("place"),
        words.gettext("message"),
    )
    head = f"{headline}\n{_table_row(*map(inert_text, titles))}{_table_row(*['---'] * len(titles))}"
    return head + _capped(rows, SUMMARY_BYTES - len(head.encode()), words)


def _row(diagnostic: Diagnostic, positions: Positions, shown: Callable[[str], str]) -> str:
    line, column = positions.region(diagnostic.place).start
    place = f"{shown(diagnostic.place.path)}:{line}:{column}"
    return _table_row(*map(inert_text, (diagnostic.severity.value, diagnostic.rule, place, diagnostic.message)))


def _table_row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def inert_text(text: str) -> str:
    """Text that Markdown and HTML leave alone: all ASCII punctuation becomes character references."""
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", legible(text))


def _capped(rows: list[str], room: int, words: Catalog) -> str:
    """As many rows as GitHub takes, and a line saying how many it does not."""
    sizes = list(accumulate(len(row.encode()) for row in rows))
    if sizes[-1] <= room:
        return "".join(rows)
    kept = bisect_right(sizes, room - CUT_LINE_BYTES)
    dropped = len(rows) - kept
    line = words.ngettext(
        "{n} more is not listed here: GitHub takes no longer summary",
        "{n} more are not listed here: GitHub takes no longer summary",
        dropped,
    ).format(n=dropped)
    return f"{''.join(rows[:kept])}\n{inert_text(line)}\n"
