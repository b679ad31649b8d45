"""What a paragraph of Word's says: the text that is shown when every tracked change is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.formats.superscripts import raised
from plancli.intake.formats.word_symbols import symbol
from plancli.intake.formats.word_xml import attribute, child, name, shown_branch, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from plancli.intake.document import NoteKind, Spot
    from plancli.intake.formats.word_styles import Styles

_WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SILENT = frozenset({"pPr", "rPr", "sdtPr", "instrText", "delInstrText", "rt", "softHyphen", "tblPr", "fldData"})
"""What holds no text that is shown: properties, field codes, readings over characters."""

_DELETED = frozenset({"del", "moveFrom"})
_DRAWN = frozenset({"drawing", "pict", "object"})


class Runs:
    """Reads paragraphs, and tells what it leaves out."""

    def __init__(self, styles: Styles, tell: Callable[[NoteKind, Spot | None, str], None]) -> None:
        """Begin.

        Args:
            styles: The document's, for what they hide.
            tell: Is told what was left out, where, and what it says; nowhere where nobody needs to know.
        """
        self._styles = styles
        self._tell = tell
        self._fields: list[bool] = []

    def text(self, paragraph: BaseOxmlElement, spot: Spot | None) -> str:
        """What a paragraph says.

        Args:
            paragraph: It.
            spot: Where it stands; None where what it leaves out is not told.
        """
        outer, self._fields = self._fields, []
        hides = self._styles.hides(child(paragraph, "pPr"))
        text = "".join(self._text(paragraph, spot, hides=hides))
        self._fields = outer
        return text.replace("\t", " ")

    def deleted(self, element: BaseOxmlElement, spot: Spot | None) -> None:
        """Tell what was taken out."""
        if text := "".join(each.text or "" for each in element.iter() if name(each) in {"t", "delText"}).strip():
            self._tell("tracked-changes", spot, text)

    def _text(self, element: BaseOxmlElement, spot: Spot | None, *, hides: bool) -> Iterator[str]:
        for each in element:
            kind = name(each)
            if kind == "r":
                yield from self._run(each, spot, hides=hides)
            elif kind in {"t", "delText"}:
                yield each.text or ""
            elif kind in _DELETED:
                self.deleted(each, spot)
            elif kind == "sdt" and child(each, "sdtPr", "showingPlcHdr") is not None:
                self._hidden(each, spot)
            elif kind == "AlternateContent":
                yield from self._text(shown_branch(each), spot, hides=hides)
            elif kind not in _SILENT:
                yield from self._text(each, spot, hides=hides)

    def _run(self, run: BaseOxmlElement, spot: Spot | None, *, hides: bool) -> Iterator[str]:
        """A run: of a field only what it results in."""
        properties = child(run, "rPr")
        if self._styles.hides_run(properties, otherwise=hides):
            self._hidden(run, spot)
            return
        text = "".join(self._pieces(run, spot))
        yield raised(text) if value(properties, "vertAlign") == "superscript" else text

    def _pieces(self, run: BaseOxmlElement, spot: Spot | None) -> Iterator[str]:
        for each in run:
            kind = name(each)
            if kind == "fldChar":
                self._field(attribute(each, "fldCharType"))
            elif any(self._fields):
                continue
            elif kind in {"t", "delText"}:
                yield each.text or ""
            elif kind in _WRITTEN:
                yield _WRITTEN[kind]
            elif kind in _DRAWN:
                self._drawn(each, spot)
            elif kind == "sym":
                yield self._symbol(each, spot)
            elif kind == "AlternateContent":
                yield from self._pieces(shown_branch(each), spot)
            elif kind not in _SILENT:
                yield from self._text(each, spot, hides=False)

    def _field(self, kind: str) -> None:
        """Follow a field: its code is no text, and what stands behind the code is."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, sym: BaseOxmlElement, spot: Spot | None) -> str:
        font, char = attribute(sym, "font"), attribute(sym, "char")
        found = symbol(font, char)
        if not found:
            self._tell("ignored", spot, f"{font} {char}")
        return found

    def _hidden(self, element: BaseOxmlElement, spot: Spot | None) -> None:
        if text := "".join(each.text or "" for each in element.iter() if name(each) == "t").strip():
            self._tell("hidden", spot, text)

    def _drawn(self, element: BaseOxmlElement, spot: Spot | None) -> None:
        """Tell of a picture, or of a text box and what it says."""
        boxes = [each for each in element.iter() if name(each) == "txbxContent"]
        paragraphs = (each for box in boxes for each in box.iter() if name(each) == "p")
        text = "\n".join(filter(None, (self.text(each, None).strip() for each in paragraphs)))
        self._tell("ignored" if text else "image", spot, text)
