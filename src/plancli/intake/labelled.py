"""Numbers that stand before the texts of tasks, in a table without a column for them: 1.推进… 2.完善…."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from plancli.intake.document import Cell
from plancli.intake.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.intake.rows import Row

_FEWEST = 2


def take_labels(rows: Iterable[Row]) -> None:
    """Take the numbers off, where every task of a table has one and they go on by one, or begin again."""
    for _, group in groupby(rows, key=lambda row: (row.spot.sheet, row.spot.table)):
        together = list(group)
        if len(together) < _FEWEST or any(row.number is not None for row in together):
            continue
        key = "title" if all(row.said("title") for row in together) else "text"
        cells = [(row.cells.get(key) or [Cell("", row.spot)])[0] for row in together]
        labels = [read_label(cell.text) for cell in cells]
        found = [label for label in labels if label and label.rest]
        if len(found) < len(together) or len({label.family for label in found}) > 1 or found[0].value != 1:
            continue
        if all(behind.value in {before.value + 1, 1} for before, behind in pairwise(found)):
            for row, cell, label in zip(together, cells, found, strict=True):
                row.cells[key][0] = Cell(label.rest, cell.spot, cell.label)
                row.number = label.value
