"""Matrices of cells from rows whose cells span several rows and columns."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from plancli.intake.document import Cell, Spot, Table
from plancli.intake.formats.refusals import TooManyCellsError, TooManyRowsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_CELLS = 250_000
"""The most cells of a matrix, spanned and empty ones included: 10,000 tasks have twenty-five columns each."""


MAX_ROWS = 20_000
"""The most rows: the plan of a province has 10,000 tasks."""


def table(rows: Iterable[Sequence[Cell | None]], number: int, path: str, sheet: str = "") -> Table:
    """A table of rows that may differ in length.

    Args:
        rows: Its cells; they are filled up with None on the right.
        number: Its number in the document.
        path: The document's name, for the refusal.
        sheet: The name of its sheet.

    Raises:
        TooLargeDocumentError: Filled up it would be larger than any plan.
    """
    ragged = list(rows)
    width = max(map(len, ragged), default=0)
    bound(width * len(ragged), path)
    if len(ragged) > MAX_ROWS:
        raise TooManyRowsError(path=path, limit=f"{MAX_ROWS:,}")
    return Table(tuple((*row, *repeat(None, width - len(row))) for row in ragged), number, sheet)


def bound(cells: int, path: str) -> None:
    """Refuse a matrix that is larger than any plan's."""
    if cells > MAX_CELLS:
        raise TooManyCellsError(path=path, limit=f"{MAX_CELLS:,}")


def texts(rows: Sequence[Sequence[str]], number: int, path: str) -> Table:
    """A table of plain texts, none of which spans anything."""
    bound(sum(map(len, rows)), path)
    return table(
        (
            [Cell(text.strip(), Spot(number, at, column)) for column, text in enumerate(row, 1)]
            for at, row in enumerate(rows, 1)
        ),
        number,
        path,
    )
