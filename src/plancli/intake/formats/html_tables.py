"""Tables of a page: which of them only lay it out, what their cells say, and where spanning cells stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.document import Cell, Spot
from plancli.intake.formats import grid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SOFT = "\u2028"
"""The end of a line in the page's source, which is a space or nothing."""

_SOFT = re.compile(f" *{SOFT}[ {SOFT}]*")
_SPACE = re.compile(" {2,}")
_CHINESE = re.compile("[\u3001-\u9fff！-～]")
_MARK = re.compile("[\u3001-\u3020！-／：-＠［-｀｛-～]")
_SENTENCE = re.compile("[。；！？]")

_WIDEST = 1000
"""More columns no browser spans, and more rows than there are none."""


class Label(NamedTuple):
    """The number that a list puts before a line."""

    text: str


class Line(NamedTuple):
    """A line as the page shows it, and the number that a list puts before it."""

    text: str
    label: str


@dataclass(slots=True)
class Slot:
    """A cell of a page: its pieces are texts, line feeds between paragraphs, labels before them, and tables."""

    columns: int = 1
    rows: int = 1
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Node:
    """A table of a page.

    Attributes:
        rows: Its rows.
        groups: The rows at which a thead, tbody or tfoot begins: cells span no further.
        lays_out: Whether it only lays out the page.
    """

    rows: list[list[Slot]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    lays_out: bool = False

    def size(self) -> tuple[int, int]:
        """How many rows it has and how many columns, spans aside."""
        return len(self.rows), max(map(len, self.rows), default=0)

    def end(self) -> None:
        """Find out what it is for: one that lays out the page has a table in it that is larger than itself."""
        rows, columns = self.size()
        inner = [piece for row in self.rows for slot in row for piece in slot.pieces if isinstance(piece, Node)]
        sizes = [node.size() for node in inner]
        self.lays_out = (
            any(node.lays_out for node in inner)
            or any(min(down, across) > 1 and down * across > rows * columns for down, across in sizes)
            or (rows * columns == 1 and bool(inner))
        )


Piece = str | Label | Node


def span(given: str | None, whole: int = 1) -> int:
    """How far a cell spans; 0 is to the end for rows."""
    digits = (given or "1").strip()
    if not digits.isascii() or not digits.isdigit():
        return 1
    return min(int(digits[:9]) or whole, _WIDEST)


def row_span(given: str | None) -> int:
    """How far a cell spans downwards, at most; 0 is to the end of its rows."""
    return span(given, _WIDEST)


def lines(pieces: Sequence[Piece], *, is_cell: bool) -> Iterator[Line | Node]:
    """The lines that pieces make, blank ones left out, and the tables between them.

    Args:
        pieces: They end with a line feed, or as if they did.
        is_cell: Whether they stand in a cell: the end of a line in its source may part two names there.
    """
    texts: list[str] = []
    label = ""
    for piece in (*pieces, "\n"):
        if isinstance(piece, str) and piece != "\n":
            texts.append(piece)
            continue
        if (text := tidy("".join(texts), is_cell=is_cell)) or (label and piece == "\n"):
            yield Line(text, label)
            label = ""
        texts = []
        if isinstance(piece, Label):
            label = piece.text
        elif isinstance(piece, Node):
            yield piece


def tidy(text: str, *, is_cell: bool) -> str:
    """A text without what its source's layout put in: between two Chinese characters the end of a line is nothing.

    In a cell without sentences it may part two names, and is a space, as browsers show it.
    """
    keeps = is_cell and not _SENTENCE.search(text)

    def meant(found: re.Match[str]) -> str:
        before, after = text[: found.start()][-1:], text[found.end() : found.end() + 1]
        if not (before and after):
            return ""
        if not (_CHINESE.match(before) and _CHINESE.match(after)):
            return " "
        return " " if keeps and not (_MARK.match(before) or _MARK.match(after)) else ""

    return _SPACE.sub(" ", _SOFT.sub(meant, text)).strip()


def flat(slot: Slot) -> Line:
    """What a cell says, tables in it included; the numbers of its lines behind the first are text."""
    label = ""
    texts: list[str] = []
    for at, line in enumerate(lines(slot.pieces, is_cell=True)):
        if isinstance(line, Node):
            cells = ([flat(each) for each in row] for row in line.rows)
            texts.extend(" ".join(filter(None, (each.label + each.text for each in row))) for row in cells)
        elif at == 0:
            label = line.label
            texts.append(line.text)
        else:
            texts.append(line.label + line.text)
    return Line("\n".join(filter(None, texts)), label)


def matrix(node: Node, number: int, path: str, nested: Callable[[Spot, str], None]) -> list[list[Cell | None]]:
    """The rows of a table, spanning cells in all their places.

    Args:
        node: The table.
        number: Its number in the page.
        path: The page's name, for the refusal.
        nested: Is told of each cell with a table in it, and its text.
    """
    cells: dict[tuple[int, int], Cell] = {}
    for at, row in enumerate(node.rows):
        column = 0
        after = bisect_right(node.groups, at)
        end = node.groups[after] if after < len(node.groups) else len(node.rows)
        for slot in row:
            while (at, column) in cells:
                column += 1
            line = flat(slot)
            cell = Cell(line.text, spot := Spot(number, at + 1, column + 1), line.label)
            if any(isinstance(piece, Node) for piece in slot.pieces):
                nested(spot, cell.text)
            below = min(slot.rows, end - at)
            grid.bound(len(cells) + below * slot.columns, path)
            for down in range(below):
                for right in range(slot.columns):
                    cells.setdefault((at + down, column + right), cell)
            column += slot.columns
    widths = [0] * len(node.rows)
    for at, column in cells:
        widths[at] = max(widths[at], column + 1)
    grid.bound(sum(widths), path)
    return [[cells.get((at, column)) for column in range(width)] for at, width in enumerate(widths)]
