"""Changes for programs: a versioned JSON document, described by docs/schema/changes.schema.json."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from plancli.report.machine import Json, document, extent

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.diagnostics import Place
    from plancli.source.positions import Positions
    from plancli.views.changes import ChangeView, ComparisonView

VERSION = 1
"""Raised when a member goes or changes its meaning; a new member does not raise it."""


def to_json(
    view: ComparisonView,
    positions: tuple[Positions, Positions],
    shown: tuple[Callable[[str], str], Callable[[str], str]],
) -> str:
    """The document, changes in the order in which they are listed; the same comparison always gives the same bytes.

    Args:
        view: The comparison in the reader's words.
        positions: Of the files of each side.
        shown: The path to show for a path relative to the plan, on each side.
    """
    sides = _Side(positions[0], shown[0]), _Side(positions[1], shown[1])
    return document(
        {
            "version": VERSION,
            "verdict": view.verdict,
            "old": {"name": view.old, "errors": view.errors[0]},
            "new": {"name": view.new, "errors": view.errors[1]},
            "department": view.department,
            "summary": asdict(view.totals),
            "changes": [_change(change, sides) for change in view.changes],
            "suggestions": [asdict(suggestion) for suggestion in view.suggestions],
        }
    )


class _Side:
    """One side's files."""

    def __init__(self, positions: Positions, shown: Callable[[str], str]) -> None:
        self._positions, self._shown = positions, shown

    def place(self, place: Place | None) -> Json | None:
        if place is None:
            return None
        return {"path": self._shown(place.path), **extent(place, self._positions)}


def _change(change: ChangeView, sides: tuple[_Side, _Side]) -> Json:
    return {
        "kind": change.kind,
        "area": change.area,
        "level": change.level,
        "task": change.task,
        "old": sides[0].place(change.old),
        "new": sides[1].place(change.new),
        "departments": [{"name": each.name, "because": each.because} for each in change.departments],
        "before": change.before,
        "after": change.after,
        "edits": [edit._asdict() for edit in change.edits],
        "numbers": list(change.numbers),
        "fingerprint": change.fingerprint,
        "message": change.message,
    }
