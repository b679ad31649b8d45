"""Cells with a mark between them, as spreadsheets export them: .csv and .tsv."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.document import Document
from plancli.intake.formats import grid
from plancli.intake.formats.refusals import BadQuotesError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.formats.encodings import Decoded

_DELIMITERS: tuple[str, ...] = (",", "\t", ";", "，")
"""In the order in which they are believed, where several fit as well."""

_FEWEST = 2
"""With fewer cells to a row nothing shows that a delimiter is one."""

_NAMED = "sep="
"""With this, the first line of a file names its delimiter, for Excel."""


class _Reading(NamedTuple):
    """What a text is with one of the delimiters: which share of its rows has as many cells as most have.

    The rows themselves are read again: of several readings at once they would take too much room.
    """

    share: float
    width: int
    delimiter: str


def read(decoded: Decoded, path: str) -> Document:
    """Read delimited cells; the delimiter is the one that gives the most rows the same number of cells.

    Args:
        decoded: The text.
        path: Its name, for refusals.

    Raises:
        BadQuotesError: With none of the delimiters the quotes match.
    """
    text, delimiters = decoded.text, _DELIMITERS
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_NAMED) and len(first) == len(_NAMED) + 1:
        text, delimiters = rest, (first[-1],)
    elif path.lower().endswith((".tsv", ".tab")):
        delimiters = ("\t",)
    readings = [reading for delimiter in delimiters if (reading := _reading(text, delimiter))]
    best = max(readings, key=lambda reading: (reading.width > 1, reading.share), default=_Reading(0, 0, ","))
    # Where the quotes match with some delimiters only, the others are believed if all rows fit.
    if len(readings) < len(delimiters) and (best.width < _FEWEST or best.share < 1):
        raise BadQuotesError(path=path)
    rows: list[list[str]] = []
    size = 0
    for row in _rows(text, best.delimiter):
        size += len(row)
        grid.bound(size, path)
        rows.append(row)
    return Document((grid.texts(rows, 1, path),) if rows else (), decoded.notes)


def _reading(text: str, delimiter: str) -> _Reading | None:
    """What a text is with a delimiter; None where its quotes do not match."""
    try:
        widths = Counter(map(len, _rows(text, delimiter)))
    except csv.Error:
        return None
    width, often = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    return _Reading(often / (widths.total() or 1), width, delimiter)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows of a text, blank lines left out."""
    # strict: "城市矿产"利用 without quotes around it all would lose those that it has
    return (row for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True) if row)
