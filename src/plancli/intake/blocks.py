"""The blocks of a document, one after the other: tables with tasks, headings between them, and what stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.columns import Header, NoHeader, find_header
from plancli.intake.document import Paragraph, Table
from plancli.intake.numbering import read_label
from plancli.intake.paragraphs import has_duties, read_prose
from plancli.intake.refusals import Refusal
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.intake.columns import Key
    from plancli.intake.document import Cell, Document, Spot
    from plancli.intake.rows import Walk

_LONGEST_HEADING = 40


class Blocks:
    """Takes the blocks of a document one after the other.

    Attributes:
        refusals: Why it cannot be read as it stands.
        headers: The headings of its tables of tasks.
        before: The paragraphs before the first of them.
        roles: What the document calls each role.
    """

    def __init__(self, walk: Walk, given: Mapping[str, Key]) -> None:
        """Begin.

        Args:
            walk: Takes the rows of its tables.
            given: What a person says that columns hold, by their headings.
        """
        self.refusals: list[Refusal] = []
        self.headers: list[Header] = []
        self.before: list[Paragraph] = []
        self.roles: dict[str, str] = {}
        self._walk, self._given = walk, given
        self._beside: list[Account] = []

    def take(self, document: Document) -> None:
        """Take them all."""
        if self._is_prose(document):
            self._prose(document)
            return
        for block in document.blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)

    def _is_prose(self, document: Document) -> bool:
        """Whether the tasks stand in numbered paragraphs with their duties, and in no table."""
        heads = (find_header(block.rows, self._given) for block in document.blocks if isinstance(block, Table))
        if not all(isinstance(each, NoHeader) and each.reason == "no-header" for each in heads):
            return False
        return has_duties(block for block in document.blocks if isinstance(block, Paragraph))

    def _table(self, table: Table) -> None:
        """Walk a table that has tasks; one without headings goes on with the one before, if it is as wide."""
        header = find_header(table.rows, self._given)
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
        self._walk.table(table, header)

    def _concerned(self, table: Table, fault: NoHeader) -> str:
        """The headings of the columns that cannot be told."""
        row = table.rows[fault.row]
        return "、".join(cell.text for at in fault.columns if (cell := row[at]))

    def _paragraph(self, paragraph: Paragraph) -> None:
        """A numbered heading between tables is one of the outline; all else stands beside the plan."""
        label = read_label(paragraph.text)
        if label and label.rest and len(label.rest) <= _LONGEST_HEADING and not label.rest.endswith("。"):
            section = self._walk.outline.heading(label.rest, label.family, paragraph.spot)
            self._beside.append(Account(paragraph.spot, paragraph.text, "heading", label.rest, section.unsure))
            return
        if not self.headers:
            self.before.append(paragraph)
        else:
            self._beside.append(Account(paragraph.spot, paragraph.text, "beside"))

    def _prose(self, document: Document) -> None:
        """Take the paragraphs of a document that has no table of tasks; other tables stand beside the plan."""
        found = read_prose((block for block in document.blocks if isinstance(block, Paragraph)), self._walk.outline)
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


def _cells(table: Table) -> Iterator[Cell]:
    seen: set[int] = set()
    for row in table.rows:
        for cell in row:
            if cell and cell.text and id(cell) not in seen:
                seen.add(id(cell))
                yield cell


def _first_spot(table: Table) -> Spot | None:
    return next((cell.spot for cell in _cells(table)), None)
