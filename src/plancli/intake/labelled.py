"""Numbers that stand before the texts of tasks, in a table without a column for them: 1.推进… 2.完善…."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from plancli.intake.document import Cell
from plancli.intake.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.row import Row

_FEWEST = 2


def take_labels(rows: Iterable[Row]) -> None:
    """Take the numbers off, where every task of a table has one, and they go on by one through all of it."""
    for _, group in groupby(rows, key=lambda row: (row.spot.sheet, row.spot.table)):
        together = list(group)
        if len(together) < _FEWEST:
            continue
        key = "title" if all(row.said("title") for row in together) else "text"
        cells = [(row.cells.get(key) or [Cell("", row.spot)])[0] for row in together]
        labels = [read_label(cell.text) for cell in cells]
        found = [label for label in labels if label and label.rest]
        if len(found) < len(together) or len({label.family for label in found}) > 1 or any(map(is_list, _texts(cells))):
            continue
        if all(behind.value == before.value + 1 for before, behind in pairwise(found)):
            for row, cell, label in zip(together, cells, found, strict=True):
                row.cells[key][0] = Cell(label.rest, cell.spot, cell.label)
                row.number = label.value


def _texts(cells: Iterable[Cell]) -> Iterator[str]:
    return (cell.text for cell in cells)


def is_list(text: str) -> bool:
    """Whether a text lists numbered items, each on a line of its own: they may be tasks."""
    labels = [read_label(line) for line in text.split("\n")]
    first = labels[0]
    return first is not None and any(
        each and each.family == first.family and each.value == first.value + 1 for each in labels[1:]
    )
