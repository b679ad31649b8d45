"""Which rows of a table begin a task, which go on with the one above, and which columns head several of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.column_words import OFFICE_KEYS
from plancli.intake.row_kinds import heading, is_remark, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.intake.accounts import Went
    from plancli.intake.column_words import Column
    from plancli.intake.columns import Header
    from plancli.intake.document import Cell, Table
    from plancli.intake.row_kinds import Numbers

_OWN = OFFICE_KEYS | {"due"}


def grouping_columns(table: Table, header: Header, numbers: Numbers) -> tuple[int, ...]:
    """The columns whose cells are headings over several rows: 重点任务, filled once for all of its 具体举措."""
    rows = list(enumerate(pairwise(((), *table.rows))))[header.first :]
    begun = [
        row
        for index, (before, row) in rows
        if any(said(row))
        and not (of_headings(index, header) or is_remark(row) or heading(row, before, header, numbers))
    ]
    has_text = any(column.key == "text" for column in header.columns)
    return tuple(
        at
        for at, column in enumerate(header.columns)
        if column.key == "section" or (has_text and column.key == "title" and _is_shared([row[at] for row in begun]))
    )


def _is_shared(cells: list[Cell | None]) -> bool:
    """Whether one cell of a column holds for the rows below it too, merged with them or the only one that is filled.

    A single blank one among others is no more than a title that somebody forgot.
    """
    filled = sum(1 for cell in cells if cell and cell.text)
    merged = any(cell is not None and cell is below for cell, below in pairwise(cells))
    return filled > 0 and (merged or (len(cells) - filled) * 2 >= filled)


def once(pieces: Iterable[tuple[Column, Cell]]) -> tuple[list[tuple[Column, Cell]], frozenset[int]]:
    """The cells of a row that goes on, and which of them lie across columns: those are the text of the task above."""
    found: dict[int, list[tuple[Column, Cell]]] = {}
    for column, cell in pieces:
        found.setdefault(id(cell), []).append((column, cell))
    taken: list[tuple[Column, Cell]] = []
    across: set[int] = set()
    for alike in found.values():
        column, cell = alike[0]
        if len(alike) > 1 and any(each.key in {"title", "text"} for each, _ in alike):
            taken.append((column._replace(key="text"), cell))
            across.add(id(cell))
        else:
            taken += alike
    return taken, frozenset(across)


def begins(
    header: Header, new: list[tuple[Column, Cell]], row: tuple[Cell | None, ...], before: tuple[Cell | None, ...]
) -> bool:
    """Whether a row is a task of its own: it has a number, or, where none has, a text.

    Where one number is merged over several rows, those are tasks that say who is to do them, or by when.
    """
    keys = {column.key for column, _ in new}
    numbers = [at for at, column in enumerate(header.columns) if column.key == "number"]
    if not numbers or "number" in keys:
        has_text = any(column.key == "text" for column in header.columns)
        return bool(numbers) or ("text" if has_text else "title") in keys
    is_merged = any(row[at] is not None and row[at] is before[at] for at in numbers if at < len(before))
    return is_merged and "text" in keys and bool(keys & _OWN)


def stands_alone(new: list[tuple[Column, Cell]], grouping: tuple[int, ...]) -> bool:
    """Whether a row without a number says enough for a task: where cells were merged, a text file has blanks."""
    keys = {column.key for column, _ in new}
    return "text" in keys and bool(keys & OFFICE_KEYS) and (bool(grouping) or "due" in keys)


def of_headings(index: int, header: Header) -> Went | None:
    """What a row is that names the columns."""
    if header.first <= index < header.first + header.height:
        return "columns"
    return "columns-again" if index in header.repeats else None
