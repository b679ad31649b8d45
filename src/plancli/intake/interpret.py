"""A document as a plan: its tables are walked, its headings make the outline, and what does not fit is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from plancli.intake.accounts import Account
from plancli.intake.cleaning import Cleaning
from plancli.intake.columns import Header, NoHeader, find_header
from plancli.intake.document import Paragraph, Table
from plancli.intake.drafts import draft
from plancli.intake.frame import frame
from plancli.intake.inline import take_inline
from plancli.intake.numbering import read_label
from plancli.intake.outline import Outline
from plancli.intake.paragraphs import has_duties, read_prose
from plancli.intake.rows import Walk
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.document import Cell, Document, Spot
    from plancli.intake.drafts import Draft
    from plancli.intake.rows import Row

Why = Literal[
    "no-table", "no-tasks", "no-header", "no-text-column", "same-key", "row-lost", "row-empty", "no-title", "no-years"
]
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document does not become a plan by itself.

    Attributes:
        why: The name of a wording.
        spot: Where; None where it is about the document as a whole.
        text: What stands there, or what exactly is wrong.
    """

    why: Why
    spot: Spot | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a document says.

    Attributes:
        draft: The plan that it makes; None where it is refused.
        accounts: Where every piece of it went.
        refusals: What a person has to settle first.
    """

    draft: Draft | None
    accounts: tuple[Account, ...]
    refusals: tuple[Refusal, ...]


def interpret(document: Document, title: str = "", years: tuple[int, int] | None = None) -> Interpretation:
    """Find out what plan a document makes.

    Args:
        document: What was read.
        title: The plan's title, where the person says it.
        years: Its first and last year, likewise.
    """
    cleaning = Cleaning()
    document = cleaning.document(document)
    found = _interpret(document, title, years)
    accounts = tuple(
        replace(each, unsure=(*each.unsure, "characters-removed")) if each.spot in cleaning.spots else each
        for each in found.accounts
    )
    return replace(found, accounts=accounts)


def _interpret(document: Document, title: str, years: tuple[int, int] | None) -> Interpretation:
    outline: Outline[Row] = Outline()
    walk = Walk(outline)
    reading = _Reading(walk)
    if _is_prose(document):
        reading.prose(document)
    else:
        for block in document.blocks:
            reading.table(block) if isinstance(block, Table) else reading.paragraph(block)
    rows = list(outline.rows())
    for row in rows:
        take_inline(row)
    refusals = [*reading.refusals, *(Refusal("row-lost", cells[0].spot, cells[0].text) for cells in walk.lost)]
    refusals += (
        Refusal("row-empty", row.spot, row.said("lead") or row.said("responsible"))
        for row in rows
        if not (row.said("text") or row.said("title"))
    )
    said = frame(reading.before, (row.said("text") for row in rows), reading.roles, title)
    if not rows and not refusals:
        refusals.append(Refusal("no-tasks" if reading.headers else "no-table"))
    if rows and not said.title:
        refusals.append(Refusal("no-title"))
    span = years or said.years
    if rows and span is None:
        refusals.append(Refusal("no-years"))
    _check_numbers(rows)
    accounts = (*reading.accounts(said.title), *walk.accounts)
    if refusals or span is None:
        told = (*accounts, *(each for row in rows for each in row.accounts))
        return Interpretation(None, tuple(sorted(told, key=lambda each: each.spot)), tuple(refusals))
    made = draft(said.title, span, said.roles, outline, accounts)
    return Interpretation(made, made.accounts, ())


def _is_prose(document: Document) -> bool:
    """Whether the tasks stand in numbered paragraphs with their duties, and in no table."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    heads = (find_header(table.rows) for table in tables)
    return all(isinstance(each, NoHeader) and each.reason == "no-header" for each in heads) and has_duties(paragraphs)


class _Reading:
    """Takes the blocks of a document one after the other."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.refusals: list[Refusal] = []
        self.headers: list[Header] = []
        self.before: list[Paragraph] = []
        self.roles: dict[str, str] = {}
        self._beside: list[Account] = []

    def table(self, table: Table) -> None:
        """Walk a table that has tasks; one without headings goes on with the one before, if it is as wide."""
        header = find_header(table.rows)
        if isinstance(header, NoHeader):
            last = self.headers[-1] if self.headers else None
            if header.reason != "no-header":
                self.refusals.append(Refusal(header.reason, _first_spot(table), self._concerned(table, header)))
                self._beside += (Account(cell.spot, cell.text, "lost") for cell in _cells(table))
                return
            if last is None or len(last.columns) != len(table.rows[0]):
                self._beside += (Account(cell.spot, cell.text, "beside") for cell in _cells(table))
                return
            header = Header(0, 0, last.columns, ())
        else:
            above = Table(table.rows[: header.first], table.number)
            self.before += (Paragraph(cell.text, cell.spot) for cell in _cells(above))
            self.headers.append(header)
            for column in header.columns:
                if column.key in ROLES:
                    self.roles.setdefault(column.key, "".join(column.heading.split()))
        self.walk.table(table, header)

    def _concerned(self, table: Table, fault: NoHeader) -> str:
        """The headings of the columns that cannot be told."""
        row = table.rows[fault.row]
        return "、".join(cell.text for at in fault.columns if (cell := row[at]))

    def paragraph(self, paragraph: Paragraph) -> None:
        """A numbered heading between tables is one of the outline; all else stands beside the plan."""
        label = read_label(paragraph.text)
        if label and label.rest and len(label.rest) <= _LONGEST_HEADING and not label.rest.endswith("。"):
            section = self.walk.outline.heading(label.rest, label.family)
            self._beside.append(Account(paragraph.spot, paragraph.text, "heading", label.rest, section.unsure))
            return
        if not self.headers:
            self.before.append(paragraph)
        else:
            self._beside.append(Account(paragraph.spot, paragraph.text, "beside"))

    def prose(self, document: Document) -> None:
        """Take the paragraphs of a document that has no table of tasks; other tables stand beside the plan."""
        found = read_prose((block for block in document.blocks if isinstance(block, Paragraph)), self.walk.outline)
        self.before, self.roles = found.before, found.roles
        self._beside += found.accounts
        for table in document.blocks:
            if isinstance(table, Table):
                self._beside += (Account(cell.spot, cell.text, "beside") for cell in _cells(table))

    def accounts(self, title: str) -> Iterator[Account]:
        """Where went what is in no table."""
        yield from self._beside
        for paragraph in self.before:
            is_title = title and title in "".join(paragraph.text.split())
            yield Account(paragraph.spot, paragraph.text, "plan-title" if is_title else "beside")


def _check_numbers(rows: list[Row]) -> None:
    """Numbers go on by one, or begin again; where they do not, a row may be lost, or two may be one."""
    for before, row in pairwise(rows):
        if before.number is not None and row.number not in {before.number + 1, 1}:
            row.doubt("number", "number-gap")


def _cells(table: Table) -> Iterator[Cell]:
    seen: set[int] = set()
    for row in table.rows:
        for cell in row:
            if cell and cell.text and id(cell) not in seen:
                seen.add(id(cell))
                yield cell


def _first_spot(table: Table) -> Spot | None:
    return next((cell.spot for cell in _cells(table)), None)
