"""The parts of a spreadsheet, read as a stream: what is not there takes no room, however far the sheet reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils.cell import range_boundaries

from plancli.intake.formats import grid
from plancli.intake.formats.refusals import DamagedDocumentError
from plancli.intake.formats.sheet_styles import PLAIN, Look, looks, shown
from plancli.intake.formats.sheet_texts import elements, local, said, shared_texts, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from plancli.intake.formats.archive import Archive

_ADDRESS = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_OF_CELLS = frozenset({"c", "v", "f", "is", "t", "r", "rPr", "rPh"})
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384

Place = tuple[int, int]
"""A row and a column, from 1."""


class Range(NamedTuple):
    """Cells between two columns and two rows, inclusive, from 1."""

    left: int
    top: int
    right: int
    bottom: int


class Formula(NamedTuple):
    """A formula, and whether its value was saved with it."""

    place: Place
    text: str
    has_value: bool


@dataclass(slots=True)
class Sheet:
    """What a sheet has.

    Attributes:
        name: Its name.
        hidden: Whether it is.
        cells: The texts of its cells, none of them empty.
        formulas: Its formulas.
        errors: The cells that show what went wrong, not a value: #REF!.
        merged: Its merged cells.
        hidden_rows: The rows that are not shown.
        column_steps: By how much the hidden ranges of columns become more, or fewer, at each column.
        pictures: Whether it has any.
        last_row: The number of the last row that was read.
    """

    name: str
    hidden: bool
    cells: dict[Place, str] = field(default_factory=dict)
    formulas: list[Formula] = field(default_factory=list)
    errors: list[Place] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    column_steps: dict[int, int] = field(default_factory=dict)
    pictures: bool = False
    last_row: int = 0

    def hide(self, first: int, last: int) -> None:
        """Take a range of columns that are not shown."""
        first, behind = max(first, 1), min(last, _LAST_COLUMN) + 1
        self.column_steps[first] = self.column_steps.get(first, 0) + 1
        self.column_steps[behind] = self.column_steps.get(behind, 0) - 1

    def hidden_columns(self) -> set[int]:
        """The columns that are not shown."""
        depths = accumulate(self.column_steps.get(column, 0) for column in range(_LAST_COLUMN + 1))
        return {column for column, depth in enumerate(depths) if depth > 0}


class Book:
    """A spreadsheet."""

    def __init__(self, archive: Archive) -> None:
        """Read what all its sheets share: texts and styles.

        Args:
            archive: Its parts.

        Raises:
            RefusedDocumentError: They are damaged.
        """
        self._archive = archive
        self._main = archive.main()
        self._tree = archive.tree(self._main)
        strings = next(archive.linked(self._main, "sharedStrings"), None)
        self._strings = [] if strings is None else self._shared(strings)
        styles = next(archive.linked(self._main, "styles"), None)
        self._looks: list[Look] = [] if styles is None else looks(archive.tree(styles))
        given = {local(each): each for each in self._tree}
        self._since_1904 = "workbookPr" in given and _is_on(given["workbookPr"].get("date1904"))

    def _shared(self, part: str) -> list[str]:
        try:
            return shared_texts(self._archive.xml(part))
        except SyntaxError as error:
            raise DamagedDocumentError(path=self._archive.path) from error

    def sheets(self) -> Iterator[Sheet]:
        """The sheets in their order; those that are charts have no cells."""
        links = self._archive.links(self._main)
        for element in self._tree.iter():
            if local(element) != "sheet":
                continue
            link = links.get(next((given for key, given in element.items() if key.endswith("}id")), ""))
            sheet = Sheet(element.get("name", ""), element.get("state", "visible") != "visible")
            if link is None or link.target not in self._archive.names:
                raise DamagedDocumentError(path=self._archive.path)
            if link.kind == "worksheet":
                self._fill(sheet, link.target)
            else:
                sheet.pictures = True
            yield sheet

    def _fill(self, sheet: Sheet, part: str) -> None:
        try:
            for element in elements(self._archive.xml(part), _OF_CELLS):
                match local(element):
                    case "row":
                        self._row(sheet, element)
                    case "mergeCell":
                        sheet.merged.append(_range(element.get("ref", "")))
                    case "col" if _is_on(element.get("hidden")):
                        sheet.hide(int(element.get("min", "0")), int(element.get("max", "0")))
                    case "drawing" | "legacyDrawing" | "picture":
                        sheet.pictures = True
                    case _:
                        pass
        except (SyntaxError, ValueError, TypeError, IndexError) as error:
            raise DamagedDocumentError(path=self._archive.path) from error

    def _row(self, sheet: Sheet, element: ET.Element) -> None:
        """Take the cells of a row; without an address of its own it stands below the last, and a cell behind it."""
        at, column = int(element.get("r", sheet.last_row + 1)), 0
        if _is_on(element.get("hidden")):
            sheet.hidden_rows.add(at)
        for cell in element:
            if found := _ADDRESS.fullmatch(cell.get("r", "")):
                at, column = int(found[2]), _column(found[1])
            else:
                column += 1
            if not (0 < at <= _LAST_ROW and 0 < column <= _LAST_COLUMN):
                raise ValueError(at, column)
            parts = {local(each): each for each in cell}
            text = self._text(cell, parts)
            if "f" in parts:
                formula = parts["f"].text or ""
                sheet.formulas.append(Formula((at, column), f"={formula}", "v" in parts))
            if cell.get("t") == "e":
                sheet.errors.append((at, column))
            if text:
                sheet.cells[at, column] = text
                grid.bound(len(sheet.cells), self._archive.path)
        sheet.last_row = at

    def _text(self, cell: ET.Element, parts: dict[str, ET.Element]) -> str:
        """What a cell shows."""
        style = int(cell.get("s", "0"))
        look = self._looks[style] if style < len(self._looks) else PLAIN
        kind = cell.get("t", "n")
        written = (parts["v"].text or "") if "v" in parts else ""
        if kind == "n" and written:
            return shown(written, look, since_1904=self._since_1904)
        if kind == "b" and written:
            return "TRUE" if written == "1" else "FALSE"
        text = (
            said(parts["is"])
            if "is" in parts
            else self._strings[int(written)]
            if kind == "s" and written
            else tidy(written)
        )
        return f"{look.around[0]}{text}{look.around[1]}".strip() if text and kind != "e" else text


def _is_on(given: str | None) -> bool:
    return given in {"1", "true", "on"}


def _range(written: str) -> Range:
    left, top, right, bottom = range_boundaries(written)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(written)
    return Range(left, top, right, bottom)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
