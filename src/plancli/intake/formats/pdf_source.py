"""The pages of a PDF file: where its characters and its lines stand. Nothing is run, fetched or drawn."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from plancli.intake.formats.pdf_bounds import BoundedParser, Budget
from plancli.intake.formats.pdf_device import Device
from plancli.intake.formats.pdf_interpreter import Fonts, Interpreter
from plancli.intake.formats.refusals import DamagedDocumentError, ProtectedDocumentError, RefusedDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.formats.pdf_device import Sheet

for _name in ("pdfminer", "pdfplumber"):
    # What they say goes to no terminal unless a program asks for it.
    logging.getLogger(_name).addHandler(logging.NullHandler())

_END = b"startxref"
_TAIL = 65_536
_ACTIVE = ("JavaScript", "EmbeddedFiles")
_SILENT = frozenset({"Link", "Popup", "Widget"})
"""Annotations that say nothing of their own; what is typed into a form is told as the form."""


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
        fonts = Fonts(self._budget)
        for number, page in enumerate(pages, 1):
            device = Device(fonts, self._budget)
            interpreter = Interpreter(fonts, device)
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
