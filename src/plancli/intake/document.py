"""What a document holds, whatever its format: running text and tables, each piece with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

NoteKind = Literal[
    "tracked-changes",
    "formula",
    "no-value",
    "hidden",
    "hidden-read",
    "image",
    "nested-table",
    "joined-lines",
    "row-misfit",
    "encoding",
    "header-footer",
    "ignored",
    "years-guessed",
    "first-leads",
    "mark-leads",
    "type-leads",
    "nobody-leads",
    "another-name",
    "names-alike",
    "count-differs",
]


class Spot(NamedTuple):
    """Where something stands in a document, as its reader would find it again.

    Attributes:
        table: The number of the table in the document, from 1; 0 for running text.
        row: The row of the table, from 1; in running text the number of the paragraph or line.
        column: The column, from 1; 0 for a whole row or a paragraph.
        sheet: The name of the sheet, where a document has several.
        page: The page on which it begins, from 1, where the format has pages of its own; else 0.
    """

    table: int = 0
    row: int = 0
    column: int = 0
    sheet: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; where it spans several rows or columns, the same object stands in all of them.

    Attributes:
        text: What it says; line feeds between its paragraphs, no space at its ends.
        spot: Its first row and column.
        label: The number that its format puts before it and that is no part of the text: `1.`, `（一）`.
    """

    text: str
    spot: Spot
    label: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a matrix: every row has as many columns.

    Attributes:
        rows: Its cells; None where a row is too short to have one.
        number: Its number in the document, from 1.
        sheet: The name of its sheet.
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    number: int
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text.

    Attributes:
        text: What it says, without space at its ends; never empty.
        spot: Its place.
        level: Of a heading, from 1; 0 for any other paragraph, and where the format does not say.
        label: The number that its format puts before it and that is no part of the text.
    """

    text: str
    spot: Spot
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the document should know: what was taken for what, and what was left.

    Attributes:
        kind: What happened.
        spot: Where.
        text: What is concerned: the text that was deleted, the formula.
        count: How many of them.
    """

    kind: NoteKind
    spot: Spot
    text: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        blocks: Its paragraphs and tables, in the order of the document.
        notes: What a reader should know.
    """

    blocks: tuple[Paragraph | Table, ...]
    notes: tuple[Note, ...] = ()
