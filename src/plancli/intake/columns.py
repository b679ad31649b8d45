"""The columns of a task table, in any order: which row holds the headings, and what each column is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.column_words import LONGEST_HEADING, OFFICE_KEYS, Column, Key, read_heading
from plancli.intake.columns_together import settled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from plancli.intake.document import Cell

Reason = Literal["no-header", "no-text-column", "same-key", "spanned-key"]

_FARTHEST = 12
"""Rows within which a table's headings begin."""
_PAIR = 2
_FEWEST = 2
"""Headings that are known, below which a row is none of headings."""
_LONGEST_LOWER = 15
"""Characters of a heading under another that only its place shows to be one."""


class Header(NamedTuple):
    """The headings of a table.

    Attributes:
        first: The index of their row, from 0.
        height: How many rows they take, 1 or 2.
        columns: What each column of the matrix holds.
        repeats: The indexes of later rows that say the same again.
    """

    first: int
    height: int
    columns: tuple[Column, ...]
    repeats: tuple[int, ...]


class NoHeader(NamedTuple):
    """Why the columns of a table cannot be told.

    Attributes:
        reason: Why.
        row: The index of the row that came nearest, -1 without one.
        columns: The indexes of the columns that are concerned.
        key: What they all claim to be, where they do.
    """

    reason: Reason
    row: int = -1
    columns: tuple[int, ...] = ()
    key: Key | None = None


def find_header(rows: Sequence[Sequence[Cell | None]], given: Mapping[str, Key] | None = None) -> Header | NoHeader:
    """The headings of a table, in one row or two, among its first rows.

    Args:
        rows: The table's rows.
        given: What a person says that headings mean.
    """
    for first in range(min(len(rows), _FARTHEST)):
        upper = _read_row(rows[first], given)
        if _known(upper, rows[first]) < _FEWEST:
            continue
        height, columns = _with_row_below(rows, first, upper, given)
        columns = _spanned(rows, first, height, columns)
        repeats = tuple(_repeats(rows, first, height))
        columns = _parted(rows[first], settled(columns, _below(rows, first + height, repeats)))
        if fault := _fault(columns, first):
            cells = {id(rows[first][at]) for at in fault.columns}
            return fault._replace(reason="spanned-key") if len(cells) == 1 and fault.columns else fault
        return Header(first, height, columns, repeats)
    return NoHeader("no-header")


def _read_row(row: Sequence[Cell | None], given: Mapping[str, Key] | None) -> list[Column]:
    return [read_heading(cell.text if cell else "", given) for cell in row]


def _known(columns: Sequence[Column], row: Sequence[Cell | None]) -> int:
    """How many different cells of a row are headings that are known; 0 where one of them is too long for a heading."""
    if any(cell and len("".join(cell.text.split())) > LONGEST_HEADING for cell in row):
        return 0
    cells = {id(cell): column for cell, column in zip(row, columns, strict=True) if cell}
    return sum(not set(column.unsure) & {"unknown-column", "blank-heading"} for column in cells.values())


def _with_row_below(
    rows: Sequence[Sequence[Cell | None]], first: int, upper: list[Column], given: Mapping[str, Key] | None
) -> tuple[int, tuple[Column, ...]]:
    """A row of headings, with the row below where that one parts what it spans: 责任分工 over 牵头单位 and 责任单位."""
    if first + 1 >= len(rows):
        return 1, tuple(upper)
    above, below = rows[first], rows[first + 1]
    lower = _read_row(below, given)
    new = [at for at, cell in enumerate(below) if cell and cell is not above[at] and cell.text.strip()]
    if len(new) < _FEWEST or not any(_parts(above, at) for at in new):
        return 1, tuple(upper)
    unknown = [at for at in new if not _known([lower[at]], [below[at]])]
    if unknown and not _is_second(above, below, upper, new, unknown):
        return 1, tuple(upper)
    columns, over = list(upper), ""
    for at, cell in enumerate(above):
        over = cell.text if cell and cell.text.strip() else over
        if at in new:
            columns[at] = _under(over, lower[at], given)
    return 2, tuple(columns)


def _parts(above: Sequence[Cell | None], at: int) -> bool:
    """Whether the heading over a column spans it and another, or is blank as only the first of a span is filled."""
    cell = above[at]
    if cell is None or not cell.text.strip():
        return True
    beside = [above[near] for near in (at - 1, at + 1) if 0 <= near < len(above)]
    return any(near is cell for near in beside)


def _is_second(
    above: Sequence[Cell | None], below: Sequence[Cell | None], upper: list[Column], new: list[int], unknown: list[int]
) -> bool:
    """Whether a row that says what nobody knows is one of headings all the same: 总投资 and 本年投资 under 资金.

    All that it says stands under headings that span several columns; of those that name offices it is no heading.
    """
    spans = {at: left for left, end in _spans(above) for at in range(left, end)}
    if not all(at in spans and _may_be_heading(below[at]) for at in new):
        return False
    return not any(upper[spans[at]].key in OFFICE_KEYS for at in unknown)


def _spans(row: Sequence[Cell | None]) -> Iterator[tuple[int, int]]:
    """The columns that each heading spans which spans several: one cell, or one with blank ones behind it."""
    at = 0
    while at < len(row):
        left, cell = at, row[at]
        at += 1
        while at < len(row) and cell and (row[at] is cell or not (beside := row[at]) or not beside.text.strip()):
            at += 1
        if at - left > 1 and cell and cell.text.strip():
            yield left, at


def _may_be_heading(cell: Cell | None) -> bool:
    text = "".join(cell.text.split()) if cell else ""
    return 0 < len(text) <= _LONGEST_LOWER and not re.search("[。；;0-9]", text)


def _under(over: str, column: Column, given: Mapping[str, Key] | None) -> Column:
    """A column whose heading is one of several under another: 2026年 under 年度目标."""
    if "bare-year" in column.unsure and read_heading(over, given).key == "target":
        column = column._replace(unsure=())
    return column._replace(over=over)


def _spanned(
    rows: Sequence[Sequence[Cell | None]], first: int, height: int, columns: tuple[Column, ...]
) -> tuple[Column, ...]:
    """The columns, those marked that every row merges with the one to the left."""
    merged = list(columns)
    for at in range(1, len(columns)):
        same = (row[at] is row[at - 1] or row[at] is None for row in rows[first + height :])
        if rows[first][at] is not None and rows[first][at] is rows[first][at - 1] and all(same):
            merged[at] = columns[at]._replace(key="spanned", unsure=())
    return tuple(merged)


def _parted(heads: Sequence[Cell | None], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, of two under one heading for the text, 目标任务, the left one taken for what the right one is of."""
    texts = [at for at, column in enumerate(columns) if column.key == "text"]
    if len(texts) != _PAIR or heads[texts[0]] is not heads[texts[1]] or any(each.key == "title" for each in columns):
        return columns
    left = columns[texts[0]]._replace(key="title", unsure=(*columns[texts[0]].unsure, "title-or-section"))
    return (*columns[: texts[0]], left, *columns[texts[0] + 1 :])


def _below(rows: Sequence[Sequence[Cell | None]], start: int, repeats: Collection[int]) -> list[Sequence[Cell | None]]:
    """The rows below the headings that have cells of their own in their columns."""
    again = set(repeats)
    return [
        row
        for at, row in enumerate(rows[start:], start)
        if at not in again and len({id(cell) for cell in row if cell and cell.text}) > 1
    ]


def _fault(columns: tuple[Column, ...], first: int) -> NoHeader | None:
    """Why the columns cannot be used: two of them claim to be the same, or none holds the tasks."""
    claims: dict[tuple[Key, int | None], list[int]] = {}
    for at, column in enumerate(columns):
        if column.key not in {"notes", "spanned", "milestones", "section"} and "no-year" not in column.unsure:
            claims.setdefault((column.key, column.year), []).append(at)
    for (key, _), places in claims.items():
        heads = {"".join(columns[at].heading.split()) for at in places}
        if len(places) > 1 and not (key == "support" and len(heads) == len(places)):
            return NoHeader("same-key", first, tuple(places), key)
    if not any(column.key in {"text", "title"} for column in columns):
        return NoHeader("no-text-column", first)
    return None


def _repeats(rows: Sequence[Sequence[Cell | None]], first: int, height: int) -> Iterator[int]:
    """The later rows that say what the headings say."""
    heads = {_words(row) for row in rows[first : first + height]}
    return (at for at in range(first + height, len(rows)) if _words(rows[at]) in heads)


def _words(row: Sequence[Cell | None]) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) if cell else "" for cell in row)
