"""The library that goes through what draws a page, held within a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdfminer.pdffont import PDFFont

    from plancli.intake.formats.pdf_bounds import Budget

_DEEPEST = 200


class Fonts(PDFResourceManager):
    """Fonts whose tables of widths are as long as fonts are."""

    def __init__(self, budget: Budget) -> None:
        """Begin without a font.

        Args:
            budget: What a file may ask for.
        """
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


class Interpreter(PDFPageInterpreter):
    """Goes through what draws a page, within the budget."""

    budget: Budget

    def subinterp(self) -> Interpreter:
        """An interpreter for a page in the page."""
        inner = super().subinterp()
        assert isinstance(inner, Interpreter)  # noqa: S101 - it is made of this one's class
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
