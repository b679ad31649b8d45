"""Which format a document is in: what its bytes say comes first, its name's ending second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.formats import delimited, docx, html, markdown, pdf, text, xlsx
from plancli.intake.formats.archive import Archive
from plancli.intake.formats.encodings import decode
from plancli.intake.formats.refusals import (
    EmptyDocumentError,
    OldSpreadsheetError,
    OldWordError,
    ProtectedDocumentError,
    TooLargeDocumentError,
    TooManyPartsError,
    UnknownFormatError,
    UnreadableDocumentError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from plancli.intake.document import Document

MAX_BYTES = 50_000_000
"""The largest file that is read; a plan of a whole province with all its pictures is smaller."""

MAX_TEXT = 20_000_000
"""Likewise, of those that are plain text: as many bytes say more than 10,000 tasks do."""

MAX_MARKS = 500_000
"""The most lines, tags and cells that a plain text may have, each: all of them take time and room."""

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BEGINNING = 1024

_WORD_ENDINGS = frozenset({".doc", ".dot", ".wps", ".wpt", ".rtf"})
_SHEET_ENDINGS = frozenset({".xls", ".xlt", ".et", ".ett", ".xlsb"})


def read_document(path: Path) -> Document:
    """Read a document of any known format.

    Args:
        path: The file.

    Raises:
        RefusedDocumentError: It cannot be read; the subclass says why.
    """
    name, ending = str(path), path.suffix.lower()
    content = _bytes(path)
    if not content.strip():
        raise EmptyDocumentError(path=name)
    if content.startswith(_ZIP):
        return _packed(content, name)
    if content.startswith(_OLE2):
        raise _old(content, name, ending)
    if b"%PDF-" in content[:_BEGINNING] or ending == ".pdf":
        return pdf.read(content, name)
    if content.startswith(b"{\\rtf"):
        raise OldWordError(path=name)
    return _written(content, name, ending)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableDocumentError(path=str(path), reason=error.strerror or str(error)) from error
    if len(content) > MAX_BYTES:
        raise TooLargeDocumentError(path=str(path), limit=f"{MAX_BYTES // 1_000_000} MB")
    return content


def _packed(content: bytes, name: str) -> Document:
    """A document that is a zip file."""
    archive = Archive(content, name)
    if archive.holds("word/"):
        return docx.read(archive)
    if archive.holds("xl/workbook.bin"):
        raise OldSpreadsheetError(path=name)
    if archive.holds("xl/"):
        return xlsx.read(archive)
    raise UnknownFormatError(path=name)


def _old(content: bytes, name: str, ending: str) -> OldWordError | OldSpreadsheetError | ProtectedDocumentError:
    """Why a compound file is not read: a new document with a password is one, too."""
    if _streams("EncryptedPackage") in content:
        return ProtectedDocumentError(path=name)
    if ending in _SHEET_ENDINGS or (ending not in _WORD_ENDINGS and _streams("Workbook") in content):
        return OldSpreadsheetError(path=name)
    return OldWordError(path=name)


def _streams(name: str) -> bytes:
    """A stream's name as a compound file has it."""
    return name.encode("utf-16-le")


def _written(content: bytes, name: str, ending: str) -> Document:
    """A document that is plain text; a page is one whatever its name, as many an .xls is from a web site."""
    if len(content) > MAX_TEXT:
        raise TooLargeDocumentError(path=name, limit=f"{MAX_TEXT // 1_000_000} MB")
    decoded = decode(content, name)
    if any(decoded.text.count(mark) > MAX_MARKS for mark in "\n<|\t,;，"):
        raise TooManyPartsError(path=name, limit=f"{MAX_MARKS:,}")
    beginning = decoded.text[:_BEGINNING].lstrip().lower()
    if beginning.startswith(("<!doctype html", "<html", "<table")) or "<html" in beginning:
        return html.read(decoded, name)
    if ending in _WORD_ENDINGS:
        raise OldWordError(path=name)
    if ending in _SHEET_ENDINGS:
        raise OldSpreadsheetError(path=name)
    match ending:
        case ".html" | ".htm" | ".xhtml" | ".shtml":
            return html.read(decoded, name)
        case ".md" | ".markdown":
            return markdown.read(decoded, name)
        case ".csv" | ".tsv" | ".tab":
            return delimited.read(decoded, name)
        case ".txt" | ".text" | "":
            return text.read(decoded, name)
        case _:
            raise UnknownFormatError(path=name)
