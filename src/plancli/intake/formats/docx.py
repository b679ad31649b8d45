"""Word documents: paragraphs and tables with the text that stands when every tracked change is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.document import Cell, Document, Note, NoteKind, Paragraph, Spot, Table
from plancli.intake.formats import grid
from plancli.intake.formats.refusals import DamagedDocumentError, MissingReaderError
from plancli.intake.formats.word_numbers import Numbers
from plancli.intake.formats.word_styles import Styles
from plancli.intake.formats.word_xml import attribute, child, is_on, name, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from plancli.intake.formats.archive import Archive

_WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SILENT = frozenset({"pPr", "rPr", "sdtPr", "instrText", "delInstrText", "rt", "Fallback", "softHyphen", "tblPr"})
"""What holds no text that is shown: properties, field codes, readings over characters, what older programs show."""

_DELETED = frozenset({"del", "moveFrom"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_WIDEST = 1000
_MARGINS = ("header", "footer")
_ASIDES = ("footnotes", "endnotes", "comments")
_PAGE_NUMBER = "0123456789-—–－ \n第页共/"


class _Line(NamedTuple):
    """A paragraph of a cell or of the running text, perhaps without text."""

    text: str
    label: str
    level: int


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
        self._numbers = Numbers(self._linked("numbering"))
        self._styles = Styles(self._linked("styles"))
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
        for block in _blocks(body):
            if name(block) == "tbl":
                self._tables += 1
                number = self._tables
                self.blocks.append(grid.table(self._rows(block, number), number, self._archive.path))
            elif name(block) == "altChunk":
                self._note("ignored", Spot(row=self._paragraphs + 1), "altChunk")
            else:
                self._paragraphs += 1
                spot = Spot(row=self._paragraphs)
                line = self._line(block, spot)
                if line.text or line.label:
                    text, label = (line.text, line.label) if line.text else (line.label, "")
                    self.blocks.append(Paragraph(text, spot, line.level, label))

    def asides(self) -> None:
        """Note what stands outside the body: headers and footers, notes and comments, macros."""
        for kind in (*_MARGINS, *_ASIDES):
            for part in self._archive.linked(self.main, kind):
                root = self.parse(part)
                text = "\n".join(filter(None, (self._line(each, None).text for each in _paragraphs(root))))
                if text.strip(_PAGE_NUMBER):
                    self._note("header-footer" if kind in _MARGINS else "ignored", Spot(), text)
        if macros := next((part for part in sorted(self._archive.names) if part.endswith("vbaProject.bin")), None):
            self._note("ignored", Spot(), macros)

    def _rows(self, tbl: BaseOxmlElement, number: int) -> list[list[Cell | None]]:
        """The rows of a table, merged cells in all their places."""
        rows: list[list[Cell | None]] = []
        size = 0
        for tr in _find(tbl, "tr"):
            spot = Spot(number, len(rows) + 1)
            if child(tr, "trPr", "del") is not None:
                self._deleted(tr, spot)
                continue
            row = self._row(tr, spot, rows[-1] if rows else [])
            size += len(row)
            grid.bound(size, self._archive.path)
            rows.append(row)
        return rows

    def _row(self, tr: BaseOxmlElement, spot: Spot, above: list[Cell | None]) -> list[Cell | None]:
        """A row: a cell that goes on with the one above is that one."""
        row: list[Cell | None] = [None] * _count(value(tr, "trPr", "gridBefore"), 0)
        for tc in _find(tr, "tc"):
            properties = child(tc, "tcPr")
            width = max(_count(value(properties, "gridSpan"), 1), 1)
            place = spot._replace(column=len(row) + 1)
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
            self._note("hidden", spot, cell.text)

    def _cell(self, tc: BaseOxmlElement, spot: Spot) -> Cell:
        """A cell; the numbers of its paragraphs behind the first become text."""
        lines: list[_Line] = []
        for block in _blocks(tc):
            if name(block) == "tbl":
                text = self._nested(block, spot)
                self._note("nested-table", spot, text)
                lines.append(_Line(text, "", 0))
            else:
                lines.append(self._line(block, spot))
        label = lines[0].label if lines else ""
        first = [line.text for line in lines[:1]]
        texts = [*first, *(line.label + line.text for line in lines[1:])]
        return Cell("\n".join(filter(None, texts)).strip(), spot, label)

    def _nested(self, tbl: BaseOxmlElement, spot: Spot) -> str:
        """A table in a cell as text: a line for each row."""
        rows = ([self._cell(tc, spot) for tc in _find(tr, "tc")] for tr in _find(tbl, "tr"))
        return "\n".join(" ".join(filter(None, (cell.label + cell.text for cell in row))) for row in rows)

    def _line(self, paragraph: BaseOxmlElement, spot: Spot | None) -> _Line:
        """A paragraph, and notes on what it leaves out; none where it has no spot."""
        properties = child(paragraph, "pPr")
        text = "".join(self._text(paragraph, spot)).strip().replace("\t", " ")
        number, depth = self._styles.numbering(properties)
        label = self._numbers.next(number, depth) if number and spot else ""
        return _Line(text, label, self._styles.level(properties))

    def _text(self, element: BaseOxmlElement, spot: Spot | None) -> Iterator[str]:
        for each in element:
            kind = name(each)
            if kind in {"t", "delText"}:
                yield each.text or ""
            elif kind in _WRITTEN:
                yield _WRITTEN[kind]
            elif kind in _DELETED:
                self._deleted(each, spot)
            elif kind in _DRAWN:
                self._drawn(each, spot)
            elif kind == "sym":
                self._note("ignored", spot, f"{attribute(each, 'font')} {attribute(each, 'char')}")
            elif kind == "r" and is_on(each, "rPr", "vanish"):
                if text := "".join(self._text(each, None)).strip():
                    self._note("hidden", spot, text)
            elif kind not in _SILENT:
                yield from self._text(each, spot)

    def _deleted(self, element: BaseOxmlElement, spot: Spot | None) -> None:
        if text := "".join(each.text or "" for each in element.iter() if name(each) in {"t", "delText"}).strip():
            self._note("tracked-changes", spot, text)

    def _drawn(self, element: BaseOxmlElement, spot: Spot | None) -> None:
        """Note a picture, or a text box with what it says."""
        boxes = [each for each in element.iter() if name(each) == "txbxContent"]
        text = "\n".join(filter(None, (self._line(each, None).text for box in boxes for each in _paragraphs(box))))
        self._note("ignored" if text else "image", spot, text)

    def _note(self, kind: NoteKind, spot: Spot | None, text: str) -> None:
        if spot is not None:
            self.notes.append(Note(kind, spot, text))


def _blocks(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The paragraphs and tables that stand in an element, whatever frames them."""
    for each in element:
        kind = name(each)
        if kind in {"p", "tbl", "altChunk"}:
            yield each
        elif kind in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}:
            yield from _blocks(each)


def _find(element: BaseOxmlElement, wanted: str) -> Iterator[BaseOxmlElement]:
    """The rows of a table, or the cells of a row, whatever frames them; not those of tables inside."""
    for each in element:
        kind = name(each)
        if kind == wanted:
            yield each
        elif kind in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _find(each, wanted)


def _paragraphs(root: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    return (each for each in root.iter() if name(each) == "p")


def _count(text: str, otherwise: int) -> int:
    """A number of columns."""
    return min(int(text[:6]), _WIDEST) if text.isascii() and text.isdigit() else otherwise
