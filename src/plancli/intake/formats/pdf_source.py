"""The pages of a PDF file: where its characters and its lines stand. Nothing is run, fetched or drawn."""

from __future__ import annotations

import logging
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect

from plancli.intake.formats.pdf_bounds import BoundedParser, Budget
from plancli.intake.formats.refusals import DamagedDocumentError, ProtectedDocumentError, RefusedDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdfminer.pdffont import PDFFont
    from pdfminer.utils import Matrix

for _name in ("pdfminer", "pdfplumber"):
    # What they say goes to no terminal unless a program asks for it.
    logging.getLogger(_name).addHandler(logging.NullHandler())

_END = b"startxref"
_TAIL = 65_536
_DEEPEST = 200
_THICKEST = 3.0
"""A filled box that is narrower is a line, in points."""

_SKEW = 0.5
_ACTIVE = ("JavaScript", "EmbeddedFiles")
_SILENT = frozenset({"Link", "Popup", "Widget"})
"""Annotations that say nothing of their own; what is typed into a form is told as the form."""


class Glyph(NamedTuple):
    """A character and the box it fills, in points from the upper left corner of the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Rule(NamedTuple):
    """A straight line, across where `top` is `bottom`, else down."""

    x0: float
    top: float
    x1: float
    bottom: float


class Sheet(NamedTuple):
    """A page.

    Attributes:
        number: Its number, from 1.
        width: How wide it is.
        height: How high.
        glyphs: Its characters that stand upright.
        turned: Those that do not: watermarks.
        rules: Its lines.
        pictures: How many pictures it has.
        remarks: The kinds of its annotations.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    turned: list[Glyph]
    rules: list[Rule]
    pictures: int
    remarks: list[str]


class Source:
    """A PDF file, read page by page.

    Attributes:
        path: Its name, for refusals.
    """

    def __init__(self, content: bytes, path: str) -> None:
        """Look for its pages.

        Args:
            content: Its bytes.
            path: Its name.

        Raises:
            RefusedDocumentError: It is damaged, too large or protected.
        """
        self.path = path
        self._budget = Budget(path)
        end = content.rfind(_END, -_TAIL)
        if end < 0:
            # Without it a library would look for it from the end, and take what is left of a file for all of it.
            raise DamagedDocumentError(path=path)
        self._document: PDFDocument
        self._guarded(lambda: self._open(content))

    def _open(self, content: bytes) -> None:
        self._document = PDFDocument(BoundedParser(content, self._budget), fallback=False)

    def active(self) -> list[str]:
        """What it has besides pages that is neither run nor opened: programs, attachments, a form."""
        found: list[str] = []

        def look() -> None:
            catalog = self._document.catalog
            names = dict_value(catalog.get("Names") or {})
            action = resolve1(catalog.get("OpenAction"))
            if isinstance(action, dict) and "JS" in action:
                names = {**names, "JavaScript": action}
            found.extend(kind for kind in _ACTIVE if kind in names)
            if list_value(dict_value(catalog.get("AcroForm") or {}).get("Fields") or []):
                found.append("AcroForm")

        self._guarded(look)
        return found

    def sheets(self) -> Iterator[Sheet]:
        """Its pages, each read when it is asked for.

        Raises:
            RefusedDocumentError: One is damaged, or too large.
        """
        pages: list[PDFPage] = []
        self._guarded(lambda: self._pages(pages))
        fonts = _Fonts(self._budget)
        for number, page in enumerate(pages, 1):
            device = _Device(fonts, self._budget)
            interpreter = _Interpreter(fonts, device)
            interpreter.budget = self._budget
            self._guarded(lambda page=page, interpreter=interpreter: interpreter.process_page(page))
            remarks: list[str] = []
            self._guarded(lambda page=page, remarks=remarks: remarks.extend(_remarks(page)))
            yield device.sheet(number, remarks)

    def _pages(self, pages: list[PDFPage]) -> None:
        """Find all pages, and refuse a file that says it has others."""
        for page in PDFPage.create_pages(self._document):
            self._budget.spend("pages")
            if any(not isinstance(resolve1(each), PDFStream) for each in page.contents):
                raise DamagedDocumentError(path=self.path)
            pages.append(page)
        said = dict_value(self._document.catalog.get("Pages") or {}).get("Count")
        if not pages or resolve1(said) not in {None, len(pages)}:
            raise DamagedDocumentError(path=self.path)

    def _guarded(self, step: Any) -> None:  # noqa: ANN401 - any function without arguments
        """Take a step in the library: whatever it raises, the file is to blame.

        Raises:
            RefusedDocumentError: It is damaged, too large or protected.
        """
        try:
            step()
        except RefusedDocumentError:
            raise
        except (PDFPasswordIncorrect, PDFEncryptionError) as error:
            raise ProtectedDocumentError(path=self.path) from error
        except Exception as error:
            self._budget.check()
            raise DamagedDocumentError(path=self.path) from error
        self._budget.check()


def _remarks(page: PDFPage) -> Iterator[str]:
    """The kinds of a page's annotations that may say something."""
    for each in list_value(page.annots or []):
        kind = getattr(resolve1(dict_value(each).get("Subtype")), "name", "")
        if kind and kind not in _SILENT:
            yield str(kind)


class _Fonts(PDFResourceManager):
    """Fonts whose tables of widths are as long as fonts are."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self._budget = budget

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """A font.

        Args:
            objid: Its number, None where it has none.
            spec: What the file says of it.
        """
        descriptor = dict_value(spec.get("FontDescriptor") or {})
        if not objid or objid not in self._cached_fonts:
            self._budget.spend("figures")
            parsed = (spec.get("ToUnicode"), spec.get("Encoding"), descriptor.get("FontFile"))
            for each in map(resolve1, parsed):
                if isinstance(each, PDFStream):
                    self._budget.read(each.get_data())
            for key in ("W", "W2"):
                self._check_widths(list_value(spec.get(key) or []), 3 if key == "W" else 5)
        if "Encoding" in spec and "ToUnicode" not in spec and "CIDSystemInfo" in spec:
            # The font file's own table may be endless; characters that only it knows are unknown ones here.
            bare = {key: value for key, value in descriptor.items() if key != "FontFile2"}
            spec = {**spec, "FontDescriptor": bare}
        return super().get_font(objid, spec)

    def _check_widths(self, widths: Sequence[object], size: int) -> None:
        """Refuse ranges of widths that are longer than any font; each character's is entered by itself."""
        numbers: list[float] = []
        for each in map(resolve1, widths):
            if isinstance(each, list):
                self._budget.spend("codes", len(each))
                numbers = []
            elif isinstance(each, int | float):
                numbers.append(each)
                if len(numbers) == size:
                    self._budget.spend("codes", int(max(numbers[1] - numbers[0], 0)) + 1)
                    numbers = []


class _Interpreter(PDFPageInterpreter):
    """Goes through what draws a page, within the budget."""

    budget: Budget

    def subinterp(self) -> _Interpreter:
        """An interpreter for a page in the page."""
        inner = super().subinterp()
        assert isinstance(inner, _Interpreter)  # noqa: S101 - it is made of this one's class
        inner.budget = self.budget
        return inner

    def execute(self, streams: Sequence[object]) -> None:
        """Go through the commands of streams."""
        for each in streams:
            self.budget.read(stream_value(each).get_data())
        super().execute(streams)

    def do_q(self) -> None:
        """Remember how is drawn."""
        if len(self.gstack) > _DEEPEST:
            self.budget.spend("figures", 1)
        super().do_q()


class _Device(PDFTextDevice):
    """Notes the characters and lines of a page instead of drawing them."""

    def __init__(self, fonts: _Fonts, budget: Budget) -> None:
        super().__init__(fonts)
        self._budget = budget
        self._box = (0.0, 0.0, 0.0, 0.0)
        self._glyphs: list[Glyph] = []
        self._turned: list[Glyph] = []
        self._rules: list[Rule] = []
        self._pictures = 0

    def sheet(self, number: int, remarks: list[str]) -> Sheet:
        """What was noted of a page."""
        x0, y0, x1, y1 = self._box
        return Sheet(number, x1 - x0, y1 - y0, self._glyphs, self._turned, self._rules, self._pictures, remarks)

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Begin a page."""
        self._box = apply_matrix_rect(ctm, page.mediabox)

    def begin_figure(self, name: str, bbox: Any, matrix: Matrix) -> None:  # noqa: ANN401, ARG002 - the base's
        """Begin a page in the page."""
        self._budget.spend("figures")

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - the base's
        """Count a picture."""
        self._pictures += 1

    def render_char(  # noqa: PLR0913, PLR0917 - as the base class has it
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: object,  # noqa: ARG002
        graphicstate: object,  # noqa: ARG002
    ) -> float:
        """Note a character, and say how far it goes."""
        self._budget.spend("characters")
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = "\ufffd"
        advance: float = font.char_width(cid) * fontsize * scaling
        if font.is_vertical():
            displaced = font.char_disp(cid)
            across, down = displaced if isinstance(displaced, tuple) else (None, displaced)
            left = -(fontsize * 0.5 if across is None else across * fontsize * 0.001)
            low = (1000 - down) * fontsize * 0.001 + rise + advance
            box = (left, low, left + fontsize, low - advance)
        else:
            low = font.get_descent() * fontsize + rise
            box = (0.0, low, advance, low + fontsize)
        glyph = Glyph(text, *self._placed(apply_matrix_rect(matrix, box)))
        upright = matrix[0] * matrix[3] > 0 and abs(matrix[1]) < abs(matrix[0]) * 0.1
        (self._glyphs if upright else self._turned).append(glyph)
        return advance

    def _placed(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box measured from the upper left corner."""
        x0, low, x1, high = box
        height = self._box[3]
        return min(x0, x1), height - max(low, high), max(x0, x1), height - min(low, high)

    def paint_path(
        self,
        graphicstate: object,  # noqa: ARG002 - the base's
        stroke: bool,  # noqa: FBT001
        fill: bool,  # noqa: ARG002, FBT001
        evenodd: bool,  # noqa: ARG002, FBT001
        path: Sequence[Any],
    ) -> None:
        """Note the straight lines of a path: what is drawn, and boxes so narrow that they look like lines."""
        self._budget.spend("lines", len(path))
        corners: list[tuple[float, float]] = []
        straight = True
        for kind, *points in (*path, ("m", 0, 0)):
            if kind == "m" and corners:
                self._note(corners, stroked=stroke, straight=straight)
                corners, straight = [], True
            if kind == "h":
                corners.append(corners[0] if corners else (0.0, 0.0))
            else:
                straight = straight and kind in "ml"
                corners.append(apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), tuple(points[-2:])))

    def _note(self, corners: list[tuple[float, float]], *, stroked: bool, straight: bool) -> None:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        x0, top, x1, bottom = self._placed((min(xs), min(ys), max(xs), max(ys)))
        if straight and min(x1 - x0, bottom - top) <= _THICKEST:
            x, y = (x0 + x1) / 2, (top + bottom) / 2
            if x1 - x0 > bottom - top:
                self._rules.append(Rule(x0, y, x1, y))
            else:
                self._rules.append(Rule(x, top, x, bottom))
        elif stroked and straight:
            for (ax, ay), (bx, by) in pairwise(corners):
                x0, top, x1, bottom = self._placed((ax, ay, bx, by))
                if bottom - top <= _SKEW < x1 - x0:
                    self._rules.append(Rule(x0, top, x1, top))
                elif x1 - x0 <= _SKEW < bottom - top:
                    self._rules.append(Rule(x0, top, x0, bottom))
