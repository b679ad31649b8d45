"""Pages as they were published: tables, headings and paragraphs; nothing is run, and nothing fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from plancli.intake.document import Document, Note, Paragraph, Spot, Table
from plancli.intake.formats import grid
from plancli.intake.formats.html_around import Around
from plancli.intake.formats.html_parts import BLOCKS, counting
from plancli.intake.formats.html_source import visible
from plancli.intake.formats.html_tables import SOFT, Label, Line, Node, Slot, lines, matrix, row_span, span
from plancli.intake.formats.html_unread import Unread
from plancli.intake.formats.refusals import DamagedDocumentError, TooManyPartsError
from plancli.intake.formats.superscripts import raised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.intake.formats.encodings import Decoded
    from plancli.intake.formats.html_parts import Attributes, Count
    from plancli.intake.formats.html_tables import Piece

_SPACE = re.compile("[ \t\n\r\f]+")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_DEEPEST = 30
_LONGEST_TAG = 50_000
"""Longer than any tag is but for what it quotes: a picture may be a value."""


def read(decoded: Decoded, path: str) -> Document:
    """Read a page.

    Args:
        decoded: Its source.
        path: Its name, for refusals.

    Raises:
        DamagedDocumentError: Tables stand in tables without end.
        TooLargeDocumentError: It has more cells than any plan, or a tag with more attributes than any page.
    """
    page = _Page(path)
    page.feed(visible(decoded.text))
    page.close()
    page.finish()
    return Document(tuple(page.blocks), (*decoded.notes, *page.told()))


class _Page(HTMLParser):
    """Gathers the blocks of a page."""

    def __init__(self, path: str) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)
        self.blocks: list[Paragraph | Table] = []
        self.notes: list[Note] = []
        self._path = path
        self._open: list[Node] = []
        self._pieces: list[Piece] = []
        self._level = self._paragraphs = self._tables = 0
        self._lists: list[Count] = []
        self._raised = self._kept = 0
        self._unread = Unread()
        self._around = Around(self.blocks)

    def parse_starttag(self, i: int) -> int:
        """Refuse a tag with attributes without end before they are taken apart."""
        end = self.rawdata.find(">", i)
        if end - i > _LONGEST_TAG and len(_QUOTED.sub("", self.rawdata[i:end])) > _LONGEST_TAG:
            raise TooManyPartsError(path=self._path, limit=f"{_LONGEST_TAG:,}")
        return super().parse_starttag(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        given = dict(attrs)
        if self._unread.begins(tag, given):
            return
        if tag in BLOCKS or (tag == "br" and not (self._level and not self._open)):  # a heading is one, on two lines
            self._line()
        if not self._open:
            self._around.begin(tag, given)
        if tag in {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}:
            self._begin_of_table(tag, given)
        else:
            self._begin(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        if self._unread.ends(tag):
            return
        if tag == "table" and self._open:
            self._end_table()
            return
        if tag in BLOCKS:
            self._line()
            self._level = 0
        self._end(tag)
        if not self._open:
            self._around.end(tag)

    def handle_data(self, data: str) -> None:
        """Take text to where it stands."""
        if self._unread.takes(data):
            return
        if not self._open:
            self._around.text(data)
        if self._kept:
            for at, line in enumerate(data.split("\n")):
                self._here().extend(["\n", line] if at else [line])
            return
        text = _SPACE.sub(lambda found: SOFT if "\n" in found.group() else " ", data)
        self._here().append(raised(text) if self._raised else text)

    def finish(self) -> None:
        """End what the page left open."""
        while self._open:
            self._end_table()
        self._line()
        self._unread.end()
        self._around.finish()

    def told(self) -> tuple[Note, ...]:
        """What a reader should know."""
        return (*self._unread.notes, *self._around.notes, *self.notes)

    def _begin(self, tag: str, given: Attributes) -> None:
        """Begin an element that is no part of a table."""
        match tag:
            case "img":
                self.notes.append(Note("image", Spot(len(self._open) and self._tables + 1), given.get("alt") or ""))
            case "ol" | "ul" | "menu":
                self._lists.append(counting(tag, given))
            case "li" if self._lists and (label := self._lists[-1].next(given.get("value"))):
                self._here().append(Label(label))
            case "sup":
                self._raised += 1
            case "pre":
                self._kept += 1
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = int(tag[1])
            case _:
                pass

    def _end(self, tag: str) -> None:
        """End an element that is no table."""
        match tag:
            case "ol" | "ul" | "menu" if self._lists:
                self._lists.pop()
            case "sup":
                self._raised = max(self._raised - 1, 0)
            case "pre":
                self._kept = max(self._kept - 1, 0)
            case _:
                pass

    def _begin_of_table(self, tag: str, given: Attributes) -> None:
        """Begin a table, or a part of the one that is open."""
        if tag == "table":
            self._begin_table()
        elif self._open and tag in {"td", "th"}:
            self._begin_cell(given)
        elif self._open and tag == "tr":
            self._open[-1].rows.append([])
        elif self._open:
            self._open[-1].groups.append(len(self._open[-1].rows))

    def _end_table(self) -> None:
        node = self._open.pop()
        node.end()
        if not self._open:
            self._emit(node)

    def _here(self) -> list[Piece]:
        """Where text belongs: in a cell, or where none is open in the running text, as browsers show it."""
        if self._open and self._open[-1].rows and self._open[-1].rows[-1]:
            return self._open[-1].rows[-1][-1].pieces
        return self._pieces

    def _begin_table(self) -> None:
        node = Node()
        if len(self._open) >= _DEEPEST:
            raise DamagedDocumentError(path=self._path)
        if not self._open:
            self._line()
        elif self._here() is not self._pieces:
            self._here().append(node)
        else:
            self._open[-1].rows.append([Slot(pieces=[node])])
        self._open.append(node)

    def _begin_cell(self, given: Attributes) -> None:
        self._line()
        node = self._open[-1]
        if not node.rows:
            node.rows.append([])
        node.rows[-1].append(Slot(span(given.get("colspan")), row_span(given.get("rowspan"))))

    def _line(self) -> None:
        """End a line: of a cell, or a paragraph."""
        if (here := self._here()) is not self._pieces:
            here.append("\n")
            return
        pieces, self._pieces = self._pieces, []
        self._unfold(pieces)

    def _unfold(self, pieces: Sequence[Piece]) -> None:
        """Take lines and tables to the document."""
        for line in lines(pieces, is_cell=False):
            if isinstance(line, Line):
                self._paragraphs += 1
                text, label = (line.text, line.label) if line.text else (line.label, "")
                paragraph = Paragraph(text, Spot(row=self._paragraphs), self._level, label)
                if not self._around.takes(paragraph):
                    self.blocks.append(paragraph)
            else:
                self._emit(line)

    def _emit(self, node: Node) -> None:
        """Take a table to the document; one that only lays out the page gives what stands in its cells."""
        if node.lays_out:
            self.notes.append(Note("nested-table", Spot(self._tables + 1)))
            for row in node.rows:
                for slot in row:
                    self._unfold(slot.pieces)
        elif any(node.rows):
            self._tables += 1
            rows = matrix(node, self._tables, self._path, self._nested)
            self.blocks.append(grid.table(rows, self._tables, self._path))

    def _nested(self, spot: Spot, text: str) -> None:
        self.notes.append(Note("nested-table", spot, text))
