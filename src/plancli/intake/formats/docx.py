"""Word documents: paragraphs and tables with the text that stands when every tracked change is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.document import Cell, Document, Note, NoteKind, Paragraph, Spot, Table
from plancli.intake.formats import grid
from plancli.intake.formats.refusals import DamagedDocumentError, MissingReaderError
from plancli.intake.formats.word_lines import Line, Lines
from plancli.intake.formats.word_numbers import Numbers
from plancli.intake.formats.word_runs import Runs
from plancli.intake.formats.word_styles import Styles
from plancli.intake.formats.word_xml import attribute, blocks, child, find, name, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from plancli.intake.formats.archive import Archive

_WIDEST = 1000
_MARGINS = ("header", "footer")
_ASIDES = ("footnotes", "endnotes", "comments")
_PAGE_NUMBER = "0123456789-—–－ \n第页共/"


def read(archive: Archive) -> Document:
    """Read a Word document.

    Args:
        archive: Its parts.

    Raises:
        MissingReaderError: python-docx is not installed.
        RefusedDocumentError: It is damaged, unsafe or too large.
    """
    reader = _Reader(archive)
    body = child(reader.parse(reader.main), "body")
    if body is None:
        raise DamagedDocumentError(path=archive.path)
    reader.body(body)
    reader.asides()
    return Document(tuple(reader.blocks), tuple(reader.notes))


class _Reader:
    """Gathers the blocks of a document."""

    def __init__(self, archive: Archive) -> None:
        self.blocks: list[Paragraph | Table] = []
        self.notes: list[Note] = []
        self.main = archive.main()
        self._archive = archive
        styles = Styles(self._linked("styles"))
        self._runs = Runs(styles, self._tell)
        self._lines = Lines(self._runs, Numbers(self._linked("numbering")), styles)
        self._paragraphs = self._tables = 0

    def parse(self, part: str) -> BaseOxmlElement:
        """The root of a part."""
        try:
            from docx.oxml.parser import parse_xml  # noqa: PLC0415 - an extra: absent unless somebody has Word files
        except ImportError as error:
            raise MissingReaderError(path=self._archive.path, extra="docx") from error
        try:
            return parse_xml(self._archive.xml(part))
        except SyntaxError as error:
            raise DamagedDocumentError(path=self._archive.path) from error

    def _linked(self, kind: str) -> BaseOxmlElement | None:
        part = next(self._archive.linked(self.main, kind), None)
        return None if part is None else self.parse(part)

    def body(self, body: BaseOxmlElement) -> None:
        """Read paragraphs and tables."""
        for block, spot in self._lines.read(self._places(body)):
            if isinstance(block, Line):
                if block.text or block.label:
                    text, label = (block.text, block.label) if block.text else (block.label, "")
                    self.blocks.append(Paragraph(text, spot, block.level, label))
            elif name(block) == "tbl":
                self._tables += 1
                rows = self._rows(block, self._tables)
                self.blocks.append(grid.table(rows, self._tables, self._archive.path))
            else:
                self._tell("ignored", spot, name(block))

    def _places(self, body: BaseOxmlElement) -> Iterator[tuple[BaseOxmlElement, Spot]]:
        for block in blocks(body):
            self._paragraphs += name(block) == "p"
            yield block, Spot(row=self._paragraphs + (name(block) != "p"))

    def asides(self) -> None:
        """Note what stands outside the body: headers and footers, notes and comments, macros."""
        for kind in (*_MARGINS, *_ASIDES):
            for part in self._archive.linked(self.main, kind):
                paragraphs = (each for each in self.parse(part).iter() if name(each) == "p")
                text = "\n".join(filter(None, (self._runs.text(each, None).strip() for each in paragraphs)))
                if text.strip(_PAGE_NUMBER):
                    self._tell("header-footer" if kind in _MARGINS else "ignored", Spot(), text)
        if macros := next((part for part in sorted(self._archive.names) if part.endswith("vbaProject.bin")), None):
            self._tell("ignored", Spot(), macros)

    def _rows(self, tbl: BaseOxmlElement, number: int) -> list[list[Cell | None]]:
        """The rows of a table, merged cells in all their places."""
        rows: list[list[Cell | None]] = []
        size = 0
        for tr in find(tbl, "tr"):
            spot = Spot(number, len(rows) + 1)
            if child(tr, "trPr", "del") is not None:
                self._runs.deleted(tr, spot)
                continue
            row = self._row(tr, spot, rows[-1] if rows else [])
            size += len(row)
            grid.bound(size, self._archive.path)
            rows.append(row)
        return rows

    def _row(self, tr: BaseOxmlElement, spot: Spot, above: list[Cell | None]) -> list[Cell | None]:
        """A row: a cell that goes on with the one above is that one."""
        row: list[Cell | None] = [None] * _count(value(tr, "trPr", "gridBefore"), 0)
        for tc in find(tr, "tc"):
            properties = child(tc, "tcPr")
            width = max(_count(value(properties, "gridSpan"), 1), 1)
            place = spot._replace(column=len(row) + 1)
            if child(properties, "cellDel") is not None:
                self._runs.deleted(tc, place)
                continue
            cell = self._cell(tc, place)
            upper = above[len(row)] if len(row) < len(above) else None
            merge = child(properties, "vMerge")
            if merge is not None and attribute(merge, "val") != "restart" and upper is not None:
                self._covered(cell, place)
                cell = upper
            elif value(properties, "hMerge") == "continue" and row and (left := row[-1]) is not None:
                self._covered(cell, place)
                cell = left
            row.extend([cell] * width)
        return row

    def _covered(self, cell: Cell, spot: Spot) -> None:
        """Note what a merged cell has and does not show."""
        if cell.text:
            self._tell("hidden", spot, cell.text)

    def _cell(self, tc: BaseOxmlElement, spot: Spot) -> Cell:
        """A cell; the numbers of its paragraphs behind the first that says something become text."""
        texts: list[str] = []
        label = ""
        for block, _ in self._lines.read((block, spot) for block in blocks(tc)):
            if not isinstance(block, Line):
                texts.append(self._nested(block, spot))
                self._tell("nested-table", spot, texts[-1])
            elif texts or label:
                texts.append(block.label + block.text)
            else:
                label = block.label
                texts += (block.text,) if block.text else ()
        return Cell("\n".join(filter(None, texts)).strip(), spot, label)

    def _nested(self, tbl: BaseOxmlElement, spot: Spot) -> str:
        """A table in a cell as text: a line for each row."""
        rows = ([self._cell(tc, spot) for tc in find(tr, "tc")] for tr in find(tbl, "tr"))
        return "\n".join(" ".join(filter(None, (cell.label + cell.text for cell in row))) for row in rows)

    def _tell(self, kind: NoteKind, spot: Spot | None, text: str) -> None:
        if spot is not None:
            self.notes.append(Note(kind, spot, text))


def _count(text: str, otherwise: int) -> int:
    """A number of columns."""
    return min(int(text[:6]), _WIDEST) if text.isascii() and text.isdigit() else otherwise
