"""Tables with a cell on each line and no blank line between rows: what Word and web pages leave of a table as text.

Only where the numbers of the rows count on at the distance that the headings have is it certain where a row ends: an
empty cell is a blank line, or the rows do not fit.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.formats.stacked_lines import (
    APART,
    CLASS_HEAD,
    HEADS,
    NUMBER_HEAD,
    SENTENCE_ENDS,
    STANDS_ACROSS,
    follows,
    is_behind,
    is_heading,
    is_of,
    kind_of,
    kinds_of_columns,
    may_be_head,
    ordinal,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST_HEADS = 2
_FEWEST_ROWS = 2
"""A single row cannot be compared with others."""
_MOST_SECTIONS = 3
_MAJORITY = 0.8
_ENOUGH = 500
"""Lines that show what the columns of a table hold."""


class Stacked(NamedTuple):
    """A table.

    Attributes:
        start: The index of its first line; `end` that of the first behind it.
        rows: Its rows, each with its cells; one of a single cell stands across all columns.
        width: How many columns it has.
    """

    start: int
    end: int
    rows: tuple[tuple[str, ...], ...]
    width: int


def stacked(lines: Sequence[str]) -> list[Stacked] | int:
    """The tables among lines; where those under any headings do not fit them, the index of the first that does not.

    Args:
        lines: All lines of a text, blank ones included, without space at their ends.
    """
    found: list[Stacked] = []
    at = 0
    while at < len(lines):
        walk = _Walk.of(lines, at) if NUMBER_HEAD.fullmatch(lines[at]) else None
        if walk is None:
            at += 1
            continue
        table = walk.table()
        if isinstance(table, int):
            return min(table, len(lines) - 1)
        found.append(table)
        at = table.end
    return found


class _Walk:
    """Goes through the rows of one table."""

    def __init__(self, lines: Sequence[str], start: int, width: int, number: int) -> None:
        self._lines, self._start, self._width, self._number = lines, start, width, number
        self._heads = tuple(lines[start : start + width])
        self._long = self._long_column()
        self._parts = kinds_of_columns(self._heads, number)

    @classmethod
    def of(cls, lines: Sequence[str], at: int) -> _Walk | None:
        """What goes through the table whose column of numbers has its heading at a line; None where it has none."""
        classes = 1 if at and CLASS_HEAD.fullmatch(lines[at - 1]) else 0
        end = at
        while end < len(lines) and may_be_head(lines[end]):
            end += 1
        # The class of the first row stands between the headings and its number, and is no heading.
        width = end - at + (classes if end == len(lines) or not ordinal(lines[end]) else 0)
        known = sum(bool(HEADS.search(line)) for line in lines[at:end])
        return cls(lines, at - classes, width, classes) if min(width - 1, known) >= _FEWEST_HEADS else None

    def table(self) -> Stacked | int:
        """The table; where a row does not fit, the index of its first line."""
        rows: list[tuple[str, ...]] = [self._heads]
        at, last = self._start + self._width, None
        begin = at
        while (found := self._row_begins(at, last)) is not None:
            begin = found
            rows += ((section,) for section in self._lines[at:begin])
            if self._repeats(begin):
                rows.append(self._heads)
                at, last = begin + self._width, None
                continue
            row = self._row(begin, last)
            if row is None:
                return begin
            cells, at = row
            rows.append(cells)
            last = self._number_of(begin) or last
        return Stacked(self._start, at, tuple(rows), self._width) if self._is_last_row_certain(rows, at) else begin

    def _long_column(self) -> int | None:
        """The column whose cells are sentences: as far behind the numbers in almost every row."""
        places: Counter[int] = Counter()
        last: tuple[int, ...] | None = None
        first = self._start + self._width
        for at in range(first, min(len(self._lines), first + _ENOUGH)):
            number = ordinal(self._lines[at])
            if number and follows(number, last):
                last = number
                cells = enumerate(self._lines[at : at + self._width - self._number], self._number)
                places.update(islice((place for place, cell in cells if SENTENCE_ENDS.search(cell)), 1))
        column, count = max(places.items(), key=lambda each: each[1], default=(None, 0))
        return column if count >= max(_FEWEST_ROWS, _MAJORITY * places.total()) else None

    def _row_begins(self, at: int, last: tuple[int, ...] | None) -> int | None:
        """Where the next row begins, behind headings that stand across all columns; None where none follows."""
        for sections in range(_MOST_SECTIONS + 1):
            begin = at + sections
            if self._repeats(begin):
                return None if sections else begin
            number = self._number_of(begin)
            if number and (follows(number, last) or (sections and number[-1] == 1)):
                return begin
            if not sections and last and self._goes_on(begin, last):
                return begin
            if begin >= len(self._lines) or not STANDS_ACROSS.match(self._lines[begin]):
                return None
        return None

    def _number_of(self, begin: int) -> tuple[int, ...] | None:
        at = begin + self._number
        return ordinal(self._lines[at]) if at < len(self._lines) else None

    def _repeats(self, at: int) -> bool:
        return tuple(self._lines[at : at + self._width]) == self._heads

    def _goes_on(self, begin: int, last: tuple[int, ...]) -> bool:
        """Whether a row has no number: a cell of numbers that was merged with the one above leaves a blank line."""
        row = self._lines[begin : begin + self._width]
        written = sum(map(bool, row))
        if len(row) < self._width or row[self._number] or written * 2 < len(row):
            return False
        return not any(cell in self._heads or follows(ordinal(cell), last) or is_heading(cell) for cell in row if cell)

    def _length(self, begin: int, last: tuple[int, ...] | None) -> int | None:
        """How many lines a row has: one for each cell, and more where the sentences of one take several."""
        number = self._number_of(begin) or last
        several = 0
        if self._long is not None:
            sentences = islice(self._lines, begin + self._long, None)
            several = next((n for n, line in enumerate(sentences) if not SENTENCE_ENDS.search(line)), 0)
        if self._fits(begin, begin + self._width - 1 + max(several, 1), number):
            return self._width - 1 + max(several, 1)
        # The sentences may stand in two columns; that must be certain from the number behind them.
        end = begin + self._width
        return self._width if end < len(self._lines) and self._row_begins(end, number) is not None else None

    def _fits(self, begin: int, end: int, number: tuple[int, ...] | None) -> bool:
        """Whether a row may end here: another one follows, or nothing that could be a cell."""
        if end > len(self._lines):
            return False
        return self._row_begins(end, number) is not None or self._may_be_last(begin, end, number)

    def _may_be_last(self, begin: int, end: int, number: tuple[int, ...] | None) -> bool:
        """Whether a row is certain to end here although no number follows: nothing in or behind it is one cell more."""
        row = self._lines[begin:end]
        behind = self._lines[end] if end < len(self._lines) else ""
        if any(follows(ordinal(cell), number) for cell in row[self._number + 1 :]):
            return False
        sentences = sum(bool(SENTENCE_ENDS.search(cell)) for cell in row)
        if self._long is None and (sentences > 1 or SENTENCE_ENDS.search(behind)):
            return False
        if self._long == self._width - 1 and (len(row) > self._width or SENTENCE_ENDS.search(behind)):
            return False
        return self._is_over(end, number)

    def _is_over(self, at: int, last: tuple[int, ...] | None) -> bool:
        """Whether a table ends here: no number goes on behind it, up to the headings of the next one."""
        if at < len(self._lines) and self._lines[at] and not APART.search(self._lines[at]):
            return False
        for line in islice(self._lines, at, None):
            if NUMBER_HEAD.fullmatch(line):
                return True
            if is_behind(ordinal(line), last):
                return False
        return True

    def _is_last_row_certain(self, rows: Sequence[tuple[str, ...]], end: int) -> bool:
        """Whether the cells of the last row are what those above them are; no number behind it says that they are all.

        One line too many in a cell and a blank one for the last cell come to the same number of lines.
        """
        full = [row for row in rows if len(row) == self._width and row != self._heads]
        if len(full) < _FEWEST_ROWS:
            return bool(full) and self._lines[end : end + 1] != [""]
        kinds = [{kind_of(row[at]) for row in full[:-1]} - {"blank"} for at in range(self._width)]
        last = [kind_of(cell) for cell in full[-1]]
        if self._lines[end : end + 1] == [""] and kinds[-1] and last[-1] in kinds[-2] - kinds[-1]:
            return False
        pairs = zip(last, kinds, strict=True)
        return all(kind in {"blank", "other"} or not seen or seen & {kind, "other"} for kind, seen in pairs)

    def _row(self, begin: int, last: tuple[int, ...] | None) -> tuple[tuple[str, ...], int] | None:
        """The cells of a row and the index of the line behind it; None where nobody can tell where a cell ends."""
        if (length := self._length(begin, last)) is None:
            return self._row_by_kinds(begin, last)
        cells = list(self._lines[begin : begin + length])
        more = length - self._width
        if more and self._long is not None:
            cells[self._long : self._long + more + 1] = ["\n".join(cells[self._long : self._long + more + 1])]
        return tuple(cells), begin + length

    def _row_by_kinds(self, begin: int, last: tuple[int, ...] | None) -> tuple[tuple[str, ...], int] | None:
        """A row whose cells may have several lines, where no two columns beside one another hold the same kind."""
        number = self._number_of(begin) or last
        if self._parts is None or not self._number_of(begin):
            return None
        cells: list[str] = []
        at = begin
        for part in self._parts:
            end = at + 1 if part == "number" else at
            while part != "number" and end < len(self._lines) and is_of(self._lines[end], part):
                if end > at and self._is_behind_row(end, number):
                    break
                end += 1
            if end == at:
                return None
            cells.append("\n".join(self._lines[at:end]))
            at = end
        goes_on = self._row_begins(at, number) is not None
        return (tuple(cells), at) if goes_on or self._is_over(at, number) else None

    def _is_behind_row(self, at: int, number: tuple[int, ...] | None) -> bool:
        """Whether a line is none of the row's: the next one's first, or a heading, even an empty one."""
        return self._row_begins(at, number) is not None or is_heading(self._lines[at])
