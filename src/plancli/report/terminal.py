"""Diagnostics for people: the message, the line it is about with carets under it, and a way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.report.cells import cells
from plancli.report.colour import Paint, Role, painter
from plancli.report.snippet import snippet
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plancli.diagnostics import Diagnostic
    from plancli.messages import Catalog
    from plancli.report.summary import Summary
    from plancli.source.positions import Positions, Region

WIDTH = 100
"""The cells of a line where no terminal says otherwise, so that piped output is the same everywhere."""


def render_text(  # noqa: PLR0913 - the stage's inputs, then how it shall look
    diagnostics: Iterable[Diagnostic],
    positions: Positions,
    shown: Callable[[str], str],
    words: Catalog,
    *,
    summary: Summary | None = None,
    width: int | None = None,
    colour: bool = False,
    elapsed: float | None = None,
) -> str:
    """Show diagnostics in the order given, and the summary.

    Args:
        diagnostics: What was found.
        positions: Of the plan's files.
        shown: The path to show for a path relative to the plan.
        words: The reader's language.
        summary: What the last line says; without it there is none.
        width: The cells of a line; `WIDTH` where None.
        colour: Whether to paint.
        elapsed: The seconds that the check took, to be told.
    """
    paint = painter(colour=colour)
    page = _Page(positions, shown, words, WIDTH if width is None else width, paint)
    blocks = ["\n".join([*page.lines(diagnostic), ""]) for diagnostic in diagnostics]
    if summary is not None:
        blocks.append(paint("message", summary.sentence(words, elapsed)) + "\n")
    return "\n".join(blocks)


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """A place as it is shown: its arrow, its marks and the words behind them."""

    path: str
    region: Region
    label: str
    arrow: str
    mark: str
    role: Role


@dataclass(frozen=True, slots=True)
class _Page:
    """Where diagnostics are shown."""

    positions: Positions
    shown: Callable[[str], str]
    words: Catalog
    width: int
    paint: Paint

    def lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        severity: Role = diagnostic.severity.value
        excerpts = list(self._excerpts(diagnostic, severity))
        gutter = max(len(str(excerpt.region.start[0])) for excerpt in excerpts)
        head = self.paint(severity, f"{severity}[{diagnostic.rule}]")
        yield f"{head} {self.paint('message', legible(diagnostic.message))}"
        above = ""
        for excerpt in excerpts:
            if above:
                yield self._margin(gutter)
            yield from self._excerpt(excerpt, gutter)
            above = excerpt.region.line
        for note in self._notes(diagnostic):
            yield f"{self.paint('gutter', ' ' * gutter + ' =')} {note}"

    def _excerpts(self, diagnostic: Diagnostic, severity: Role) -> Iterator[_Excerpt]:
        place, region = diagnostic.place, self.positions.region
        yield _Excerpt(place.path, region(place), diagnostic.label, "-->", "^", severity)
        for label in diagnostic.related:
            yield _Excerpt(label.place.path, region(label.place), label.text, ":::", "-", "gutter")

    def _notes(self, diagnostic: Diagnostic) -> Iterator[str]:
        if diagnostic.help:
            yield self.words.gettext("help: {text}").format(text=legible(diagnostic.help))
        yield self.words.gettext("more: plancli explain {rule}").format(rule=diagnostic.rule)

    def _excerpt(self, excerpt: _Excerpt, gutter: int) -> Iterator[str]:
        line, column = excerpt.region.start
        where = f"{legible(self.shown(excerpt.path))}:{line}:{column}"
        arrow = f"{self.paint('gutter', ' ' * gutter + excerpt.arrow)} {where}"
        if not excerpt.region.line:  # no text to mark: the words stand beside the arrow
            yield f"{arrow} {legible(excerpt.label)}".rstrip()
            return
        cut = snippet(excerpt.region, self.width - gutter - len(" | "))
        yield arrow
        yield self._margin(gutter)
        yield f"{self.paint('gutter', f'{line:>{gutter}} |')} {cut.text}"
        yield from self._marks(excerpt, cut.start, cut.width, gutter)

    def _marks(self, excerpt: _Excerpt, start: int, width: int, gutter: int) -> Iterator[str]:
        """The marks with their label behind them, or below where the line would not hold both."""
        margin, label = self._margin(gutter), legible(excerpt.label)
        marks = " " * start + self.paint(excerpt.role, excerpt.mark * width)
        room = self.width - gutter - len(" | ") - cells(label)
        if not label:
            yield f"{margin} {marks}"
        elif start + width < room:
            yield f"{margin} {marks} {self.paint(excerpt.role, label)}"
        else:
            yield f"{margin} {marks}"
            yield f"{margin} {' ' * max(0, min(start, room))}{self.paint(excerpt.role, label)}"

    def _margin(self, gutter: int) -> str:
        return self.paint("gutter", " " * gutter + " |")
