"""Characters that no plan may hold, and that documents bring along unseen: zero-width spaces, direction marks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from plancli.intake.document import Document, Paragraph, Table
from plancli.source.text import FORBIDDEN

if TYPE_CHECKING:
    from plancli.intake.document import Cell, Spot


@dataclass
class Cleaning:
    """Takes them out.

    Attributes:
        spots: Where there were any.
    """

    spots: set[Spot] = field(default_factory=set)
    _cells: dict[int, Cell] = field(default_factory=dict)

    def document(self, document: Document) -> Document:
        """A document without them; a cell that spans several stays one."""
        return replace(
            document,
            blocks=tuple(
                self._table(block) if isinstance(block, Table) else self._paragraph(block) for block in document.blocks
            ),
        )

    def _table(self, table: Table) -> Table:
        rows = tuple(tuple(cell and self._cell(cell) for cell in row) for row in table.rows)
        return replace(table, rows=rows, sheet=FORBIDDEN.sub("", table.sheet).strip())

    def _cell(self, cell: Cell) -> Cell:
        known = self._cells.get(id(cell))
        if known is None:
            known = self._cells[id(cell)] = replace(cell, text=self._text(cell.text, cell.spot))
        return known

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, text=self._text(paragraph.text, paragraph.spot))

    def _text(self, text: str, spot: Spot) -> str:
        if not FORBIDDEN.search(text):
            return text
        self.spots.add(spot)
        return FORBIDDEN.sub("", text).strip()
