"""The order in which diagnostics are shown: as in the files, so that a reader goes through once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.diagnostics import Diagnostic
    from plancli.source.positions import Positions

SortKey = tuple[str, tuple[int, int], str, str]


def sort_key(diagnostic: Diagnostic, positions: Positions) -> SortKey:
    """File, line and column, rule; the message last, so that no set's order ever shows."""
    place = diagnostic.place
    return place.path, positions.region(place).start, diagnostic.rule, diagnostic.message


def in_order(diagnostics: Iterable[Diagnostic], positions: Positions) -> list[Diagnostic]:
    """Sort diagnostics by file, line, column and rule; how serious they are does not move them."""
    return sorted(diagnostics, key=lambda diagnostic: sort_key(diagnostic, positions))
