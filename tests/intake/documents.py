"""Real files for the tests of readers, made by the libraries that write them, or of raw XML."""

from __future__ import annotations

import csv
import html
import re
import zipfile
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import docx
import openpyxl

from plancli.intake.document import Paragraph, Table
from plancli.intake.formats.detect import read_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from plancli.intake.document import Document

Matrix = list[list[str]]

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(folder: Path, name: str, content: bytes | str) -> Document:
    """What is read from a file of this name and content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_document(path)


def texts(table: object) -> list[list[str | None]]:
    """The texts of a table's cells."""
    assert isinstance(table, Table)
    return [[cell.text if cell else None for cell in row] for row in table.rows]


def tables(document: Document) -> list[Table]:
    """The tables of a document; each is a matrix."""
    found = [block for block in document.blocks if isinstance(block, Table)]
    for table in found:
        assert len({len(row) for row in table.rows}) == 1
    return found


def prose(document: Document) -> list[str]:
    """The running text of a document."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def kinds(document: Document) -> list[tuple[str, str]]:
    """What the notes of a document are on."""
    return [(note.kind, note.text) for note in document.notes]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def relations(**targets: str) -> str:
    """A part that relates to others, by the kind of each."""
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>'


def word(body: str, **parts: str) -> bytes:
    """A Word document of a body's XML, and of other parts by their kinds."""
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in parts}),
            **{
                f"word/{kind}.xml": f'<w:{kind} xmlns:w="{_WORD}">{content}</w:{kind}>'
                for kind, content in parts.items()
            },
        }
    )


def run(text: str) -> str:
    """A paragraph of Word's with a text."""
    return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def sheet(inner: str, **parts: str) -> bytes:
    """A spreadsheet with a sheet of raw XML, and other parts by their kinds."""
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="任务" sheetId="1" r:id="worksheet1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(worksheet1="sheet1.xml", **{kind: f"{kind}.xml" for kind in parts}),
            "xl/sheet1.xml": f'<worksheet xmlns="{_SHEET}">{inner}</worksheet>',
            **{f"xl/{kind}.xml": content for kind, content in parts.items()},
        }
    )


def as_delimited(matrix: Matrix, delimiter: str) -> bytes:
    """A matrix as a spreadsheet exports it."""
    file = StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(matrix)
    return file.getvalue().encode()


def as_markdown(matrix: Matrix) -> bytes:
    """A matrix as a pipe table."""

    def escaped(text: str) -> str:
        return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text).replace("\n", "<br>")

    rows = ["|" + "|".join(map(escaped, row)) + "|" for row in matrix]
    return "\n".join([rows[0], "|" + "---|" * len(matrix[0]), *rows[1:]]).encode()


def as_html(matrix: Matrix) -> bytes:
    """A matrix as a page."""
    rows = ("".join(f"<td>{html.escape(text).replace(chr(10), '<br>')}</td>" for text in row) for row in matrix)
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></body></html>".encode()


def as_docx(matrix: Matrix) -> bytes:
    """A matrix as a Word document."""
    document = docx.Document()
    table = document.add_table(len(matrix), len(matrix[0]))
    for row, given in zip(table.rows, matrix, strict=True):
        for cell, text in zip(row.cells, given, strict=True):
            cell.text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_xlsx(matrix: Sequence[Sequence[str | float | dt.datetime | None]]) -> bytes:
    """A matrix as a spreadsheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for at, row in enumerate(matrix, 1):
        for column, value in enumerate(row, 1):
            cell = book.active.cell(at, column, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with = is a text
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """A spreadsheet as a file."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()
