"""What was found, under the task that it is about: for people who know the tasks, and not the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.report.cells import cells
from plancli.report.changes_spans import Span, laid
from plancli.report.colour import painter
from plancli.report.manuals import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plancli.messages import Catalog
    from plancli.report.colour import Paint
    from plancli.report.summary import Summary
    from plancli.views.findings import FindingGroup, FindingsView, FindingView

GAP = "  "


def render_groups(  # noqa: PLR0913 - the stage's inputs, then how it shall look
    view: FindingsView,
    shown: Callable[[str], str],
    words: Catalog,
    *,
    summary: Summary,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """Show what was found, and the summary.

    Args:
        view: What was found, in the reader's words.
        shown: The path to show for a path relative to the plan.
        words: The reader's language.
        summary: What the last line says.
        width: The cells of a line; None where lines need not end.
        colour: Whether to paint.
    """
    paint = painter(colour=colour)
    blocks = [
        "".join(line + "\n" for line in _group(group, shown(group.path), words, paint, width)) for group in view.groups
    ]
    return "\n".join([*blocks, paint("message", summary.sentence(words)) + "\n"])


def _group(group: FindingGroup, path: str, words: Catalog, paint: Paint, width: int | None) -> Iterator[str]:
    name = words.gettext("{n}. {title}").format(n=group.number, title=group.title) if group.number else group.title
    yield from laid([Span(name, "message"), Span(GAP), Span(path, "aside")], paint, width=width)
    places = [f"{each.excerpt.line}:{each.excerpt.column}" for each in group.findings]
    widest = max(map(cells, places))
    for place, finding in zip(places, group.findings, strict=True):
        yield from _finding(finding, f"{GAP}{place:<{widest}}{GAP}", words, paint, width)


def _finding(finding: FindingView, place: str, words: Catalog, paint: Paint, width: int | None) -> Iterator[str]:
    """The message behind the place and how serious it is, and below it, in line with it, the way out."""
    severity = Severity(finding.severity)
    marks = {each: words.gettext(word) for each, word in SEVERITIES.items()}
    gap = " " * (max(map(cells, marks.values())) - cells(marks[severity])) + GAP
    before = place + paint(severity.value, marks[severity]) + gap
    space = " " * cells(place + marks[severity] + gap)
    spans = [Span(finding.message), Span(f" [{finding.rule}]", "aside"), Span(fixable(finding, words), "aside")]
    for at, line in enumerate(laid(spans, paint, width=width, indent=space)):
        yield line if at else before + line.removeprefix(space)
    if finding.help:
        told = words.gettext("help: {text}").format(text=finding.help)
        yield from laid([Span(told)], paint, width=width, indent=space)


def fixable(finding: FindingView, words: Catalog) -> str:
    """That the program can mend it without asking."""
    return f" [{words.gettext('fixable')}]" if finding.fix == "safe" else ""
