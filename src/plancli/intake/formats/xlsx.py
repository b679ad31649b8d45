"""Spreadsheets: each sheet is a table of the cells that have something in them, with their saved values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from plancli.intake.document import Cell, Document, Note, Spot, Table
from plancli.intake.formats import grid
from plancli.intake.formats.refusals import MissingReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.formats.archive import Archive
    from plancli.intake.formats.sheet_parts import Place, Sheet


def read(archive: Archive) -> Document:
    """Read a spreadsheet; sheets without text are no tables.

    Rows and columns without any text are left out, and the places of the others tell so. A formula whose value was
    not saved is an empty cell, and a note says so.

    Args:
        archive: Its parts.

    Raises:
        MissingReaderError: openpyxl is not installed.
        RefusedDocumentError: It is damaged, unsafe or too large.
    """
    try:
        from plancli.intake.formats.sheet_parts import Book  # noqa: PLC0415 - it needs an extra
    except ImportError as error:
        raise MissingReaderError(path=archive.path, extra="xlsx") from error
    tables: list[Table] = []
    notes: list[Note] = []
    for sheet in Book(archive).sheets():
        number = len(tables) + 1
        if sheet.cells:
            tables.append(_table(sheet, number, archive.path, notes))
        notes += _notes(sheet, number)
    notes += (Note("ignored", Spot(), part) for part in sorted(archive.names) if part.endswith("vbaProject.bin"))
    return Document(tuple(tables), tuple(notes))


def _table(sheet: Sheet, number: int, path: str, notes: list[Note]) -> Table:
    """The table of a sheet: rows and columns where something stands, merged cells in all their places."""
    rows = sorted({row for row, _ in sheet.cells})
    columns = sorted({column for _, column in sheet.cells})
    grid.bound(len(rows) * len(columns), path)
    merged = _merged(sheet, rows, columns, number, path)

    def cell(row: int, column: int) -> Cell:
        text = sheet.cells.get((row, column), "")
        over = merged.get((row, column))
        if over is None:
            return Cell(text, Spot(number, row, column, sheet.name))
        if text and (row, column) != (over.spot.row, over.spot.column):
            notes.append(Note("hidden", Spot(number, row, column, sheet.name), text))
        return over

    return grid.table(([cell(row, column) for column in columns] for row in rows), number, path, sheet.name)


def _merged(sheet: Sheet, rows: list[int], columns: list[int], number: int, path: str) -> dict[Place, Cell]:
    """The merged cell at each place that has one, among the rows and columns where something stands."""
    places: dict[Place, Cell] = {}
    size = 0
    for left, top, right, bottom in sheet.merged:
        inside = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        across = columns[bisect_left(columns, left) : bisect_right(columns, right)]
        size += len(inside) * len(across)
        grid.bound(size, path)
        cell = Cell(sheet.cells.get((top, left), ""), Spot(number, top, left, sheet.name))
        for row in inside:
            for column in across:
                places.setdefault((row, column), cell)
    return places


def _notes(sheet: Sheet, number: int) -> Iterator[Note]:
    """What a reader of a sheet should know."""
    whole = Spot(number, sheet=sheet.name)
    for formula in sheet.formulas:
        yield Note("formula" if formula.has_value else "no-value", _spot(sheet, number, formula.place), formula.text)
    for place in sheet.errors:
        yield Note("no-value", _spot(sheet, number, place), sheet.cells.get(place, ""))
    if sheet.hidden and sheet.cells:
        yield Note("hidden-read", whole, sheet.name)
    yield from _hidden(sheet, whole)
    if sheet.pictures:
        yield Note("image", whole)


def _hidden(sheet: Sheet, whole: Spot) -> Iterator[Note]:
    """Rows and columns that are not shown, each with the first text that it has."""
    firsts: dict[Spot, str] = {}
    columns = sheet.hidden_columns()
    for row, column in sorted(sheet.cells):
        if row in sheet.hidden_rows:
            firsts.setdefault(whole._replace(row=row), sheet.cells[row, column])
        if column in columns:
            firsts.setdefault(whole._replace(column=column), sheet.cells[row, column])
    return (Note("hidden-read", spot, text) for spot, text in firsts.items())


def _spot(sheet: Sheet, number: int, place: Place) -> Spot:
    return Spot(number, *place, sheet.name)
