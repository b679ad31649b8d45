"""Diagnostics for people: the message, the line it is about with carets under it, and a way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.report.cells import cells
from plancli.report.colour import Paint, Role, painter
from plancli.report.concise import one_line
from plancli.report.snippet import snippet
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from plancli.diagnostics import Diagnostic
    from plancli.messages import Catalog
    from plancli.report.summary import Summary
    from plancli.source.positions import Positions, Region

WIDTH = 100
"""The cells of a line where no terminal says otherwise, so that piped output is the same everywhere."""
MANY_OTHERS = 5
"""Errors among so many warnings and hints are listed once more at the end, where a screen stops."""
ERRORS_AGAIN = 10
"""So many of them: a screen holds them with the summary."""


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

    Above the summary stand once more, in a line each, errors that warnings and hints have pushed up the screen.

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
    found = list(diagnostics)
    blocks = ["\n".join([*page.lines(diagnostic), ""]) for diagnostic in found]
    if summary is not None:
        blocks += ["\n".join([*page.errors_again(found), ""])] if _are_scattered(found) else []
        blocks.append(paint("message", summary.sentence(words, elapsed)) + "\n")
    return "\n".join(blocks)


def _are_scattered(diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether errors stand among enough of the rest to be overlooked."""
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    return bool(errors) and len(diagnostics) - errors >= MANY_OTHERS


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

    def errors_again(self, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
        """Where the errors are, in a line each, and how many more there are than are listed."""
        errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]
        yield self.paint("message", self.words.gettext("The errors among them, to be corrected first:"))
        for error in errors[:ERRORS_AGAIN]:
            yield "  " + one_line(error, self.positions, self.shown, self.paint)
        if (more := len(errors) - ERRORS_AGAIN) > 0:
            yield "  " + self.words.gettext("… and {n} more").format(n=more)

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
