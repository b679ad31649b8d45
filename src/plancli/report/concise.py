"""Diagnostics in one line each, as compilers print them: editors jump to `path:line:column:`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.report.colour import painter
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plancli.diagnostics import Diagnostic
    from plancli.messages import Catalog
    from plancli.report.colour import Paint, Role
    from plancli.report.summary import Summary
    from plancli.source.positions import Positions


def render_lines(  # noqa: PLR0913 - the stage's inputs, then how it shall look
    diagnostics: Iterable[Diagnostic],
    positions: Positions,
    shown: Callable[[str], str],
    words: Catalog,
    *,
    summary: Summary,
    colour: bool = False,
) -> str:
    """Show diagnostics in the order given, and the summary.

    Args:
        diagnostics: What was found.
        positions: Of the plan's files.
        shown: The path to show for a path relative to the plan.
        words: The reader's language.
        summary: What the last line says.
        colour: Whether to paint.
    """
    paint = painter(colour=colour)
    lines = [one_line(each, positions, shown, paint) for each in diagnostics]
    return "".join(line + "\n" for line in (*lines, paint("message", summary.sentence(words))))


def one_line(diagnostic: Diagnostic, positions: Positions, shown: Callable[[str], str], paint: Paint) -> str:
    """A diagnostic as `path:line:column: severity[rule] message`."""
    line, column = positions.region(diagnostic.place).start
    severity: Role = diagnostic.severity.value
    head = paint(severity, f"{severity}[{diagnostic.rule}]")
    return f"{legible(shown(diagnostic.place.path))}:{line}:{column}: {head} {legible(diagnostic.message)}"
