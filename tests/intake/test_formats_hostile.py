"""Files that are not read: old formats, damaged ones, and those made for attacks. All end soon, with a clear word."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from plancli.intake.formats import detect
from plancli.intake.formats.detect import read_document
from plancli.intake.formats.refusals import (
    DamagedDocumentError,
    MissingReaderError,
    OldSpreadsheetError,
    OldWordError,
    ProtectedDocumentError,
    RefusedDocumentError,
    TooLargeDocumentError,
    UnknownFormatError,
    UnreadableDocumentError,
    UnsafeDocumentError,
)
from tests.intake.documents import as_docx, as_xlsx, kinds, read, relations, run, sheet, texts, word, zipped

if TYPE_CHECKING:
    from pathlib import Path

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
DECLARED = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.doc", OLE2, OldWordError),
        ("a.wps", OLE2, OldWordError),
        ("a.xls", OLE2, OldSpreadsheetError),
        ("a.et", OLE2, OldSpreadsheetError),
        ("a", OLE2 + "Workbook".encode("utf-16-le"), OldSpreadsheetError),
        ("a.docx", OLE2 + "EncryptedPackage".encode("utf-16-le"), ProtectedDocumentError),
        ("a.doc", b"{\\rtf1 x}", OldWordError),
        ("a.doc", b"text", OldWordError),
        ("a.xls", b"text", OldSpreadsheetError),
        ("a.xlsb", zipped({"xl/workbook.bin": b""}), OldSpreadsheetError),
        ("a.odt", zipped({"content.xml": b""}), UnknownFormatError),
        ("a.json", b"{}", UnknownFormatError),
        ("a.docx", b"PK\x03\x04 and no more", DamagedDocumentError),
        ("a.docx", zipped({"word/document.xml": b"<a/>"}), DamagedDocumentError),
        ("a.docx", as_docx([["a", "b"]])[:-30], DamagedDocumentError),
        ("a.docx", word("<w:p>"), DamagedDocumentError),
        ("a.xlsx", sheet('<sheetData><row r="0"><c r="A0"/></row></sheetData>'), DamagedDocumentError),
        ("a.xlsx", sheet('<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>'), DamagedDocumentError),
        ("a.xlsx", sheet("<sheetData>"), DamagedDocumentError),
    ],
)
def test_refusals(tmp_path: Path, name: str, content: bytes, refusal: type[RefusedDocumentError]) -> None:
    """Each says what the file is and what can be done."""
    with pytest.raises(refusal) as caught:
        read(tmp_path, name, content)
    assert caught.value.facts["path"] == str(tmp_path / name)
    assert caught.value.help


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there, and a folder."""
    with pytest.raises(UnreadableDocumentError):
        read_document(tmp_path / "a.txt")
    with pytest.raises(UnreadableDocumentError):
        read_document(tmp_path)


def test_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read to its end."""
    monkeypatch.setattr(detect, "MAX_BYTES", 10)
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.txt", b"a" * 11)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_declared_entities(tmp_path: Path, encoding: str) -> None:
    """A document type declaration is refused wherever it stands, and in every encoding that is read."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": DECLARED.encode(encoding),
    }
    with pytest.raises(UnsafeDocumentError):
        read(tmp_path, "a.docx", zipped(parts))
    with pytest.raises(UnsafeDocumentError):
        read(tmp_path, "a.docx", word(run("甲") + "<!DOCTYPE x>"))
    with pytest.raises(UnsafeDocumentError):
        read(tmp_path, "a.xlsx", sheet("<sheetData/>", sharedStrings=DECLARED))


def test_declarations_in_disguise(tmp_path: Path) -> None:
    """An encoding that spells < differently does not count, and so cannot hide a declaration."""
    disguised = b"<?xml version='1.0' encoding='utf-7'?>" + b"+ADwAIQ-DOCTYPE x+AD4-<x/>"
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": disguised,
    }
    with pytest.raises(DamagedDocumentError):
        read(tmp_path, "a.docx", zipped(parts))


def test_zip_bombs(tmp_path: Path) -> None:
    """What unpacks to far more than its size, in one part or in many, is not unpacked."""
    zeros = bytes(30_000_000)
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.docx", zipped({"word/document.xml": zeros}))
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.xlsx", zipped({f"xl/{number}": b"" for number in range(10_001)}))


def test_sheets_without_end(tmp_path: Path) -> None:
    """A cell in the last corner takes no room; nor do many empty rows, nor a merge of everything."""
    corner = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    merged = '<mergeCells><mergeCell ref="B2:XFD1048575"/></mergeCells>'
    document = read(tmp_path, "a.xlsx", sheet(f"<sheetData>{corner}</sheetData>{merged}"))
    assert texts(document.blocks[0]) == [["1", ""], ["", "2"]]
    rows = "".join(f'<row r="{row}" ht="15"><c r="A{row}" s="1"/></row>' for row in range(1, 200_001))
    assert read(tmp_path, "a.xlsx", sheet(f"<sheetData>{rows}</sheetData>")).blocks == ()
    diagonal = "".join(f'<row r="{at}"><c r="{_letters(at)}{at}"><v>1</v></c></row>' for at in range(1, 1001))
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.xlsx", sheet(f"<sheetData>{diagonal}</sheetData>"))


def _letters(column: int) -> str:
    high, low = divmod(column - 1, 26)
    return (_letters(high) if high else "") + chr(ord("A") + low)


def test_wide_word_tables(tmp_path: Path) -> None:
    """Spans beyond any page are refused."""
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p/></w:tc></w:tr>'
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.docx", word(f"<w:tbl>{row * 600}</w:tbl>"))


def test_deep_word_tables(tmp_path: Path) -> None:
    """Tables in tables without end are damage."""
    depth = 400
    body = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    with pytest.raises(DamagedDocumentError):
        read(tmp_path, "a.docx", word(body))


def test_macros_are_left_alone(tmp_path: Path) -> None:
    """A document with macros is read without them, and that is said."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": '<d xmlns="x"><body><p><r><t>甲</t></r></p></body></d>',
        "word/vbaProject.bin": b"x",
    }
    assert kinds(read(tmp_path, "a.docm", zipped(parts))) == [("ignored", "word/vbaProject.bin")]


@pytest.mark.parametrize(("name", "module", "extra"), [("a.docx", "docx", "docx"), ("a.xlsx", "openpyxl", "xlsx")])
def test_missing_extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str) -> None:
    """Without the library for a format, the refusal names the extra that brings it."""
    content = as_docx([["a", "b"]]) if extra == "docx" else as_xlsx([["a"]])
    for each in [each for each in sys.modules if each.partition(".")[0] == module or each.endswith("sheet_parts")]:
        monkeypatch.delitem(sys.modules, each)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingReaderError) as caught:
        read(tmp_path, name, content)
    assert caught.value.facts["extra"] == extra
