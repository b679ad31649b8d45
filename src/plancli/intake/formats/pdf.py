"""PDF files with a text layer: their ruled tables, and the running text around them."""

from __future__ import annotations

from bisect import bisect_right
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.columns import Header, find_header
from plancli.intake.document import Cell, Document, Note, Paragraph, Spot
from plancli.intake.formats.refusals import MissingReaderError, NoTextLayerError, UnclearTableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plancli.intake.document import Table
    from plancli.intake.formats.pdf_device import Glyph, Sheet
    from plancli.intake.formats.pdf_grid import Lattice
    from plancli.intake.formats.pdf_lines import Line
    from plancli.intake.formats.pdf_table import Joined, Part

_LOST = "\ufffd"
_MOST_LOST = 0.01
_MOST_TURNED = 0.5


class _Page(NamedTuple):
    """A page: its lines outside tables, and its tables."""

    number: int
    lines: list[Line]
    parts: list[tuple[float, Part]]


def read(content: bytes, path: str) -> Document:
    """Read a PDF file.

    Args:
        content: Its bytes.
        path: Its name, for refusals.

    Raises:
        MissingReaderError: pdfplumber is not installed.
        RefusedDocumentError: It is damaged, protected or too large, has no text, or a table without clear lines.
    """
    try:
        from plancli.intake.formats.pdf_source import Source  # noqa: PLC0415 - it needs an extra
    except ImportError as error:
        raise MissingReaderError(path=path, extra="pdf") from error
    source = Source(content, path)
    reader = _Reader(path)
    for sheet in source.sheets():
        reader.sheet(sheet)
    return reader.document(source.active())


class _Reader:
    """Gathers the pages of a file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._pages: list[_Page] = []
        self._turned: list[str] = []
        self._notes: list[Note] = []
        self._written = self._lost = 0
        self._remarks: list[str] = []

    def sheet(self, sheet: Sheet) -> None:
        """Read a page."""
        from plancli.intake.formats.pdf_grid import lattices  # noqa: PLC0415 - it needs an extra
        from plancli.intake.formats.pdf_lines import lines  # noqa: PLC0415 - likewise
        from plancli.intake.formats.pdf_table import part  # noqa: PLC0415 - likewise

        glyphs = [each for each in sheet.glyphs if _is_on(sheet, each)]
        if len(sheet.turned) > _MOST_TURNED * (len(glyphs) + len(sheet.turned)):
            raise UnclearTableError(path=self._path, page=str(sheet.number))
        self._count(sheet, glyphs)
        found = lattices(sheet.rules, self._path, sheet.number)
        outer = [each for each in found if not any(each.is_inside(other) for other in found)]
        beside, inside = _sorted_in(glyphs, outer)
        parts = []
        for lattice, cells in zip(outer, inside, strict=True):
            parts.append((lattice.ys[0], part(lattice, [lines(cell, sheet.number) for cell in cells], sheet.number)))
        if len(outer) < len(found):
            self._notes.append(Note("nested-table", Spot(page=sheet.number), count=len(found) - len(outer)))
        self._pages.append(_Page(sheet.number, lines(beside, sheet.number), parts))

    def _count(self, sheet: Sheet, glyphs: Sequence[Glyph]) -> None:
        """Count what is read, and what is not."""
        if sheet.pictures:
            self._notes.append(Note("image", Spot(page=sheet.number), count=sheet.pictures))
        self._remarks += sheet.remarks
        self._written += sum(not each.text.isspace() for each in glyphs)
        self._lost += sum(_LOST in each.text for each in glyphs)
        if turned := "".join(each.text for each in sheet.turned).strip():
            self._turned.append(turned)
        if hidden := "".join(each.text for each in sheet.glyphs if not _is_on(sheet, each)).strip():
            self._notes.append(Note("hidden", Spot(page=sheet.number), hidden))

    def document(self, active: Sequence[str]) -> Document:
        """What the pages say together.

        Args:
            active: What the file has that is neither run nor opened.
        """
        from plancli.intake.formats.pdf_pages import margins  # noqa: PLC0415 - it needs an extra

        if not self._written or self._lost > _MOST_LOST * self._written:
            raise NoTextLayerError(path=self._path)
        outside = margins([page.lines for page in self._pages])
        assembly = _Assembly(self._path, [line for page in self._pages for line in page.lines])
        for page in self._pages:
            assembly.page(page._replace(lines=[line for line in page.lines if id(line) not in outside.lines]))
        assembly.flush()
        notes = [*self._notes, *outside.notes, *assembly.notes]
        if assembly.joints:
            notes.append(Note("joined-lines", Spot(), count=assembly.joints))
        ignored = [*dict.fromkeys(self._turned), *active, *sorted(set(self._remarks))]
        notes += (Note("ignored", Spot(), text) for text in ignored)
        return Document(tuple(assembly.blocks), tuple(notes))


def _is_on(sheet: Sheet, glyph: Glyph) -> bool:
    """Whether any of a character stands on its page."""
    return glyph.x1 >= 0 and glyph.x0 <= sheet.width and glyph.top <= sheet.height


class _Assembly:
    """Puts pages together: paragraphs and tables go on from one to the next."""

    def __init__(self, path: str, written: Sequence[Line]) -> None:
        self.blocks: list[Paragraph | Table] = []
        self.notes: list[Note] = []
        self.joints = 0
        self._path = path
        self._prose: list[Line] = []
        self._joined: Joined | None = None
        self._tables = self._paragraphs = 0
        self._left = min((line.x0 for line in written), default=0.0)
        self._right = max((line.x1 for line in written), default=0.0)
        self._body = median(line.size for line in written) if written else 0.0

    def page(self, page: _Page) -> None:
        """Take a page's lines and tables, from above."""
        from plancli.intake.formats.pdf_table import Joined  # noqa: PLC0415 - it needs an extra

        pieces: list[tuple[float, Line | Part]] = [*((line.top, line) for line in page.lines), *page.parts]
        top = True
        for _, piece in sorted(pieces, key=lambda each: each[0]):
            if isinstance(piece, tuple):
                self._end_table()
                self._prose.append(piece)
            elif not (top and self._joined and self._joined.takes(piece)):
                self.flush()
                self._joined = Joined(piece.xs, piece.rows)
            top = False

    def flush(self) -> None:
        """End what is begun."""
        self._end_table()
        self._end_prose()

    def _end_table(self) -> None:
        from plancli.intake.formats.pdf_table import table  # noqa: PLC0415 - it needs an extra

        if self._joined:
            self._end_prose()
            self._tables += 1
            made, notes, joints = table(self._joined, self._tables, self._path)
            self._joined = None
            self.blocks.append(made)
            self.notes += notes
            self.joints += joints

    def _end_prose(self) -> None:
        from plancli.intake.formats.pdf_lines import paragraphs  # noqa: PLC0415 - it needs an extra

        for line in self._prose:
            if _is_heading_row(line):
                raise UnclearTableError(path=self._path, page=str(line.page))
        found = paragraphs(self._prose, self._left, self._right, self._body)
        self._prose = []
        self.joints += found.joints
        for text, first in found.texts:
            self._paragraphs += 1
            self.blocks.append(Paragraph(text, Spot(row=self._paragraphs, page=first.page)))


def _is_heading_row(line: Line) -> bool:
    """Whether a line that is in no table names columns: its table has no lines, and its cells are anybody's guess."""
    if len(line.parts) < 2:  # noqa: PLR2004 - a table has two columns
        return False
    return isinstance(find_header([[Cell(text, Spot()) for text in line.parts]]), Header)


def _sorted_in(glyphs: Iterable[Glyph], tables: Sequence[Lattice]) -> tuple[list[Glyph], list[list[list[Glyph]]]]:
    """Characters by the cells in whose bounds their middles are, and those in none."""
    beside: list[Glyph] = []
    inside: list[list[list[Glyph]]] = [[[] for _ in each.boxes] for each in tables]
    places = [
        {
            (row, column): at
            for at, box in enumerate(each.boxes)
            for row in range(box.top, box.bottom + 1)
            for column in range(box.left, box.right + 1)
        }
        for each in tables
    ]
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for number, each in enumerate(tables):
            if each.holds(x, y):
                row = min(bisect_right(each.ys, y), len(each.ys) - 1) - 1
                column = min(bisect_right(each.xs, x), len(each.xs) - 1) - 1
                inside[number][places[number][row, column]].append(glyph)
                break
        else:
            beside.append(glyph)
    return beside, inside
