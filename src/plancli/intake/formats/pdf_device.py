"""What is drawn on a page of a PDF file: its characters and its straight lines, noted instead of drawn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import PDFStream
    from pdfminer.utils import Matrix

    from plancli.intake.formats.pdf_bounds import Budget

_THICKEST = 3.0
"""A filled box that is narrower is a line, in points."""

_SKEW = 0.5


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


class Device(PDFTextDevice):
    """Notes the characters and lines of a page instead of drawing them."""

    def __init__(self, fonts: PDFResourceManager, budget: Budget) -> None:
        """Begin with nothing.

        Args:
            fonts: The file's.
            budget: What a file may ask for.
        """
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
