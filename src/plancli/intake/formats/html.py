"""Pages as they were published: tables, headings and paragraphs; nothing is run, and nothing fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from plancli.intake.document import Cell, Document, Note, Paragraph, Spot, Table
from plancli.intake.formats import grid
from plancli.intake.formats.refusals import DamagedDocumentError

if TYPE_CHECKING:
    from plancli.intake.formats.encodings import Decoded

_SKIPPED = frozenset({"script", "style", "template", "title", "svg", "select", "iframe", "object"})
_VOID = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track"}
)
_BLOCKS = frozenset(
    {
        *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "form", "center", "hr", "address"),
        *("section", "article", "main", "header", "footer", "nav", "aside", "figure", "figcaption", "caption"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "body", "html"),
    }
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile("[ \t\n\r\f]+")
_BROKEN = re.compile("(?<=[\u3001-\u9fff！-～])[\r\n][ \t\r\n\f]*(?=[\u3001-\u9fff！-～])")
"""The end of a line in the page's source between two Chinese characters: no space is meant."""

_WIDEST = 1000
"""More columns no browser spans, and more rows than there are none."""

_DEEPEST = 30


@dataclass(slots=True)
class _Slot:
    """A cell of a page: its pieces are texts, line feeds between paragraphs, and tables."""

    columns: int = 1
    rows: int = 1
    pieces: list[str | _Node] = field(default_factory=list)


@dataclass(slots=True)
class _Node:
    """A table of a page."""

    rows: list[list[_Slot]] = field(default_factory=list)

    def size(self) -> tuple[int, int]:
        """How many rows it has and how many columns, spans aside."""
        return len(self.rows), max(map(len, self.rows), default=0)


def read(decoded: Decoded, path: str) -> Document:
    """Read a page.

    Args:
        decoded: Its source.
        path: Its name, for refusals.

    Raises:
        DamagedDocumentError: Tables stand in tables without end.
    """
    page = _Page(path)
    page.feed(decoded.text)
    page.close()
    page.finish()
    return Document(tuple(page.blocks), (*decoded.notes, *page.notes))


class _Page(HTMLParser):
    """Gathers the blocks of a page."""

    def __init__(self, path: str) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)
        self.blocks: list[Paragraph | Table] = []
        self.notes: list[Note] = []
        self._path = path
        self._open: list[_Node] = []
        self._text: list[str] = []
        self._level = self._paragraphs = self._tables = 0
        self._skipping: list[str] = []
        self._hidden: list[str] = []
        self._is_hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        given = dict(attrs)
        if self._skipping:
            if tag not in _VOID:
                self._skipping.append(tag)
            return
        hidden = "hidden" in given or _HIDDEN.search(given.get("style") or "") is not None
        if tag not in _VOID and (tag in _SKIPPED or hidden):
            self._skipping.append(tag)
            self._is_hidden = hidden and tag not in _SKIPPED
            return
        match tag:
            case "br":
                self._line()
            case "img":
                self.notes.append(Note("image", Spot(len(self._open) and self._tables + 1), given.get("alt") or ""))
            case "table":
                self._begin_table()
            case "tr" if self._open:
                self._open[-1].rows.append([])
            case "td" | "th" if self._open:
                self._begin_cell(given)
            case _ if tag in _BLOCKS:
                self._line()
                self._level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else self._level
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        if self._skipping:
            self._end_skipped(tag)
        elif tag == "table" and self._open:
            node = self._open.pop()
            if not self._open:
                self._emit(node)
        elif tag in _BLOCKS:
            self._line()
            self._level = 0

    def handle_data(self, data: str) -> None:
        """Take text to where it stands."""
        if self._skipping:
            if self._is_hidden and data.strip():
                self._hidden.append(data.strip())
            return
        text = _SPACE.sub(" ", _BROKEN.sub("", data))
        if not self._open:
            self._text.append(text)
        elif self._open[-1].rows and self._open[-1].rows[-1]:
            self._open[-1].rows[-1][-1].pieces.append(text)
        elif text.strip():
            # Text in a table and in no cell: browsers show it before the table.
            self._paragraph(text)

    def finish(self) -> None:
        """End what the page left open."""
        if self._open:
            self._emit(self._open[0])
        self._line()
        self._end_hidden()

    def _end_skipped(self, tag: str) -> None:
        """Leave out no more than what the tag that hides holds: an end tag may be missing."""
        if tag in self._skipping:
            while self._skipping.pop() != tag:
                pass
        if not self._skipping:
            self._end_hidden()

    def _end_hidden(self) -> None:
        if self._hidden:
            self.notes.append(Note("hidden", Spot(), "\n".join(self._hidden)))
            self._hidden = []

    def _begin_table(self) -> None:
        node = _Node()
        if len(self._open) >= _DEEPEST:
            raise DamagedDocumentError(path=self._path)
        if not self._open:
            self._line()
        elif self._open[-1].rows and self._open[-1].rows[-1]:
            self._open[-1].rows[-1][-1].pieces.append(node)
        else:
            self._open[-1].rows.append([_Slot(pieces=[node])])
        self._open.append(node)

    def _begin_cell(self, given: dict[str, str | None]) -> None:
        node = self._open[-1]
        if not node.rows:
            node.rows.append([])
        node.rows[-1].append(_Slot(_span(given.get("colspan")), _span(given.get("rowspan"), whole=_WIDEST)))

    def _line(self) -> None:
        """End a line: of a cell, or a paragraph."""
        if self._open:
            if self._open[-1].rows and self._open[-1].rows[-1]:
                self._open[-1].rows[-1][-1].pieces.append("\n")
            return
        text, self._text = "".join(self._text), []
        self._paragraph(text)

    def _paragraph(self, text: str) -> None:
        if tidy := _tidy(text):
            self._paragraphs += 1
            self.blocks.append(Paragraph(tidy, Spot(row=self._paragraphs), self._level))

    def _emit(self, node: _Node) -> None:
        """Take a table to the document; one that only lays out the page gives what stands in its cells."""
        if _lays_out(node):
            self.notes.append(Note("nested-table", Spot(self._tables + 1)))
            for row in node.rows:
                for slot in row:
                    self._unfold(slot)
        elif any(node.rows):
            self._tables += 1
            rows = self._matrix(node, self._tables)
            self.blocks.append(grid.table(rows, self._tables, self._path))

    def _unfold(self, slot: _Slot) -> None:
        text: list[str] = []
        for piece in (*slot.pieces, "\n"):
            if isinstance(piece, str) and piece != "\n":
                text.append(piece)
                continue
            self._paragraph("".join(text))
            text = []
            if isinstance(piece, _Node):
                self._emit(piece)

    def _matrix(self, node: _Node, number: int) -> list[list[Cell | None]]:
        """The rows of a table, spanning cells in all their places."""
        cells: dict[tuple[int, int], Cell] = {}
        for at, row in enumerate(node.rows):
            column = 0
            for slot in row:
                while (at, column) in cells:
                    column += 1
                cell = Cell(_flat(slot), spot := Spot(number, at + 1, column + 1))
                if any(isinstance(piece, _Node) for piece in slot.pieces):
                    self.notes.append(Note("nested-table", spot, cell.text))
                below = min(slot.rows, len(node.rows) - at)
                grid.bound(len(cells) + below * slot.columns, self._path)
                for down in range(below):
                    for right in range(slot.columns):
                        cells.setdefault((at + down, column + right), cell)
                column += slot.columns
        widths = [0] * len(node.rows)
        for at, column in cells:
            widths[at] = max(widths[at], column + 1)
        grid.bound(sum(widths), self._path)
        return [[cells.get((at, column)) for column in range(width)] for at, width in enumerate(widths)]


def _span(given: str | None, whole: int = 1) -> int:
    """How far a cell spans; 0 is to the end for rows."""
    digits = (given or "1").strip()
    if not digits.isascii() or not digits.isdigit():
        return 1
    return min(int(digits[:9]) or whole, _WIDEST)


def _lays_out(node: _Node) -> bool:
    """Whether a table only lays out the page: one in it is a table in its own right, and larger than itself."""
    rows, columns = node.size()
    inner = (piece.size() for row in node.rows for slot in row for piece in slot.pieces if isinstance(piece, _Node))
    return any(min(down, across) > 1 and down * across > rows * columns for down, across in inner) or (
        rows * columns == 1 and any(isinstance(piece, _Node) for piece in node.rows[0][0].pieces)
    )


def _flat(slot: _Slot) -> str:
    """The text of a cell, that of tables in it included."""
    parts: list[str] = []
    for piece in slot.pieces:
        if isinstance(piece, str):
            parts.append(piece)
        else:
            parts.extend("\n" + " ".join(map(_flat, row)) for row in piece.rows)
            parts.append("\n")
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    """A text without what its source's layout put in: lines stay where the page has them."""
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
