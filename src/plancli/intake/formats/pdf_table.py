"""A table over several pages: rows and cells that a page break parted are one again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.columns import Header, find_header
from plancli.intake.document import Cell, Note, Spot
from plancli.intake.formats import grid
from plancli.intake.formats.pdf_lines import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plancli.intake.document import Table
    from plancli.intake.formats.pdf_grid import Lattice
    from plancli.intake.formats.pdf_lines import Line

_CLOSE = 6.0
"""How far apart, in points, a column may begin on two pages."""

_MOST_HEADINGS = 4
_ENDED = re.compile("[。！？；.!?;][”’）)】〕］]*$").search
_WIDEST_PADDING = 12.0


@dataclass(eq=False, slots=True)
class Slot:
    """A cell as pages show it.

    Attributes:
        lines: Its lines, those of several pages one after the other.
        left: Where it begins, in points; `right` where it ends.
        page: The page where it begins, from 1.
        rows: How many rows it spans on that page.
    """

    lines: list[Line]
    left: float
    right: float
    page: int
    rows: int = 1

    def said(self) -> str:
        """What it says without any space, to compare."""
        return "".join("".join(line.text for line in self.lines).split())


Slots = list[Slot]


@dataclass(slots=True)
class Part:
    """What a page has of a table.

    Attributes:
        xs: Where its columns begin and end.
        rows: Its cells in all their places.
    """

    xs: tuple[float, ...]
    rows: list[Slots]


def part(lattice: Lattice, texts: Sequence[list[Line]], page: int) -> Part:
    """A table on a page.

    Args:
        lattice: Its lines.
        texts: What stands in each of its cells.
        page: Its number, from 1.
    """
    columns = len(lattice.xs) - 1
    empty = Slot([], 0, 0, page)
    rows = [[empty] * columns for _ in range(len(lattice.ys) - 1)]
    for box, found in zip(lattice.boxes, texts, strict=True):
        slot = Slot(found, lattice.xs[box.left], lattice.xs[box.right + 1], page, box.bottom - box.top + 1)
        for row in rows[box.top : box.bottom + 1]:
            row[box.left : box.right + 1] = [slot] * (box.right - box.left + 1)
    return Part(lattice.xs, rows)


@dataclass(slots=True)
class Joined:
    """A table as far as pages were read.

    Attributes:
        xs: Where its columns begin and end on its first page.
        rows: Its rows.
        broken: The indexes of rows that went on over a page break.
    """

    xs: tuple[float, ...]
    rows: list[Slots]
    broken: list[int] = field(default_factory=list)
    _last: int = -1

    def __post_init__(self) -> None:
        """Begin with the last row of the first page: headings that are said again are never the last."""
        self._last = len(self.rows) - 1

    def takes(self, other: Part) -> bool:
        """Take a part from the top of the next page, if its columns are this table's; whether they are."""
        shifted = [x - other.xs[0] + self.xs[0] for x in other.xs]
        if abs(shifted[-1] - self.xs[-1]) > _CLOSE:
            return False
        xs = _union(self.xs, shifted)
        if len(xs) != max(len(self.xs), len(shifted)):
            return False
        self.rows = [_stretched(row, self.xs, xs) for row in self.rows]
        new = [_stretched(row, shifted, xs) for row in other.rows]
        self.xs = xs
        self._join(new)
        return True

    def _join(self, new: list[Slots]) -> None:
        """Put rows below: behind the headings that are said again, the first may go on with the last."""
        at = self._repeated(new)
        if at < len(new) and self._goes_on(new[at]):
            self._absorb(new, at)
        self.rows += new
        if at < len(new):
            self._last = len(self.rows) - 1

    def _repeated(self, new: list[Slots]) -> int:
        """How many rows say the headings again."""
        said = [_words(row) for row in self.rows[: 2 * _MOST_HEADINGS]]
        again = [_words(row) for row in new[:_MOST_HEADINGS]]
        for start in range(len(said)):
            count = 0
            while count < len(again) and start + count < len(said) and again[count] == said[start + count]:
                count += 1
            if count and any(again[0]):
                return count
        return 0

    def _number(self) -> int:
        """The column that every row fills: of numbers, or the first."""
        cells = {id(slot): Cell(slot.said(), Spot()) for row in self.rows[: _MOST_HEADINGS * 3] for slot in row}
        header = find_header([[cells[id(slot)] for slot in row] for row in self.rows[: _MOST_HEADINGS * 3]])
        if isinstance(header, Header):
            return next((at for at, column in enumerate(header.columns) if column.key == "number"), 0)
        return 0

    def _goes_on(self, row: Slots) -> bool:
        """Whether anything in a row at the top of a page belongs to the row above; a heading across all does not."""
        return bool(self.rows) and len(_distinct(row)) > 1 and len(_distinct(self.rows[self._last])) > 1

    def _absorb(self, new: list[Slots], at: int) -> None:
        """Join the cells that a page break parted."""
        first, last = new[at], self.rows[self._last]
        number = self._number()
        if first[number].said():
            goes_on = self._is_begun(last, number) and not any(
                _ENDED(slot.said()) for slot in _distinct(last) if slot.said()
            )
        else:
            goes_on = not (last[number].rows > 1) or all(
                above.said() and not _ENDED(above.said())
                for above, slot in zip(last, first, strict=True)
                if slot.said() and slot is not above
            )
        for column in range(len(first)):
            above, slot = last[column], first[column]
            if above is slot or above.said() == slot.said() == "":
                continue
            spans = above.rows > 1 or slot.rows > 1
            stays = not slot.said() and (column < number or (above.rows > 1 and slot.rows > 1))
            stays = stays or (column < number and spans and not above.said())
            same = column < number and above.said() == slot.said()
            if goes_on or stays or same:
                if not same:
                    above.lines.extend(slot.lines)
                above.rows += slot.rows
                for row in new[at:]:
                    row[:] = [above if each is slot else each for each in row]
        if goes_on:
            if any(slot.lines for slot in first):
                self.broken.append(self._last)
            new.pop(at)

    def _is_begun(self, last: Slots, number: int) -> bool:
        """Whether the last row of a page has all but its number, which stands in the middle of the next page's part."""
        above = self.rows[self._last - 1] if self._last else []
        return not last[number].said() and (not above or above[number] is not last[number])


def table(joined: Joined, number: int, path: str) -> tuple[Table, list[Note], int]:
    """A table of what pages show, notes on rows that were parted, and how many lines were joined.

    Args:
        joined: Its rows.
        number: Its number in the document.
        path: The document's name, for refusals.
    """
    grid.bound(sum(map(len, joined.rows)), path)
    padding = _padding(joined.rows)
    cells: dict[int, Cell] = {}
    joints = 0
    for at, row in enumerate(joined.rows, 1):
        for column, slot in enumerate(row, 1):
            if id(slot) not in cells:
                found = paragraphs(slot.lines, slot.left + padding, slot.right - padding)
                joints += found.joints
                text = "\n".join(said for said, _ in found.texts)
                cells[id(slot)] = Cell(text, Spot(number, at, column, page=slot.page))
    rows = [[cells[id(slot)] for slot in row] for row in joined.rows]
    broken = [Spot(number, row + 1, 1, page=joined.rows[row][0].page) for row in sorted(set(joined.broken))]
    notes = [Note("joined-lines", spot) for spot in broken]
    return grid.table(rows, number, path), notes, joints


def _padding(rows: list[Slots]) -> float:
    """How far text keeps from the lines of a table."""
    gaps = (
        min(line.x0 - slot.left, slot.right - line.x1)
        for row in rows
        for slot in _distinct(row)
        for line in slot.lines
        if line.page == slot.lines[0].page
    )
    return min(max(min(gaps, default=0.0), 0.0), _WIDEST_PADDING)


def _distinct(row: Iterable[Slot]) -> list[Slot]:
    return list({id(slot): slot for slot in row}.values())


def _words(row: Slots) -> tuple[str, ...]:
    return tuple(slot.said() for slot in row)


def _union(xs: Sequence[float], others: Sequence[float]) -> tuple[float, ...]:
    """The places where columns of either begin."""
    kept: list[float] = []
    for x in sorted([*xs, *others]):
        if not kept or x - kept[-1] > _CLOSE:
            kept.append(x)
    return tuple(kept)


def _stretched(row: Slots, xs: Sequence[float], wanted: Sequence[float]) -> Slots:
    """A row with a place for each of the wanted columns."""
    if len(xs) == len(wanted):
        return row
    stretched: Slots = []
    for slot, (_, right) in zip(row, pairwise(xs), strict=True):
        while len(stretched) < len(wanted) - 1 and wanted[len(stretched) + 1] <= right + _CLOSE:
            stretched.append(slot)
    return stretched
