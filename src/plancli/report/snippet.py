"""One line of a file with the range in it that a diagnostic means, cut to what fits beside the gutter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from plancli.report.cells import cells
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.source.positions import Region

TAB = "→   "
"""A tab can be seen: in YAML it is a mistake as often as not."""
CUT = "…"
LEAST_ROOM = 20
"""With less room than this nothing could be recognised; a narrower terminal wraps."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """What is shown of a line.

    Attributes:
        text: The line or a part of it, legible.
        start: The cells before the marked range.
        width: The cells of the marked range; one where it is empty.
    """

    text: str
    start: int
    width: int


def snippet(region: Region, room: int) -> Snippet:
    """Show a region's line in at most `room` cells, around the region; `LEAST_ROOM` is always taken."""
    size = len(region.line)
    start = min(region.start[1] - 1, size)
    end = size if region.end[0] > region.start[0] else max(start, min(region.end[1] - 1, size))
    return _cut(region.line, start, end, max(room, LEAST_ROOM))


def _cut(line: str, start: int, end: int, room: int) -> Snippet:
    # A line may be a megabyte long: only what could be shown of it is looked at.
    first, last = max(0, start - room), min(len(line), start + 2 * room)
    pieces = [TAB if char == "\t" else legible(char) for char in line[first:last]]
    offsets = list(accumulate(map(cells, pieces), initial=0))
    begin, stop = start - first, min(end, last) - first
    if len(pieces) == len(line) and offsets[-1] <= room:
        low, high = 0, len(pieces)
    else:
        low, high = _window(offsets, begin, stop, room - 2 * len(CUT))
    before = CUT if first + low > 0 else ""
    after = CUT if first + high < len(line) else ""
    marked = offsets[min(stop, high)] - offsets[begin] + (len(CUT) if end > first + high else 0)
    text = before + "".join(pieces[low:high]) + after
    return Snippet(text, len(before) + offsets[begin] - offsets[low], max(marked, 1))


def _window(offsets: Sequence[int], begin: int, stop: int, budget: int) -> tuple[int, int]:
    """Which pieces to show: the marked ones in the middle, or most of what fits where they are too many."""
    marked = offsets[stop] - offsets[begin]
    kept = marked if marked <= budget else budget * 3 // 4
    low = _piece_at(offsets, offsets[begin] - (budget - kept) // 2)
    high = bisect_right(offsets, offsets[low] + budget) - 1
    if high == len(offsets) - 1:
        low = _piece_at(offsets, offsets[-1] - budget)
    return min(low, begin), high


def _piece_at(offsets: Sequence[int], cell: int) -> int:
    """The first piece that begins at a cell or behind it, but no combining mark without its letter."""
    return 0 if cell <= 0 else bisect_right(offsets, offsets[bisect_left(offsets, cell)]) - 1
