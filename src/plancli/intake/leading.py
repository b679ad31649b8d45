"""Who leads where no column says it: the first of several offices, if the document or the person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.column_words import says_first_leads
from plancli.intake.document import Note, Paragraph, Table
from plancli.intake.units import read_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.intake.answers import Answers
    from plancli.intake.document import Document
    from plancli.intake.row import Row


def leading(document: Document, rows: Sequence[Row], answers: Answers) -> Iterator[Note]:
    """Let the first office of every row lead where that is said, and tell of it; tell of it too where nobody leads.

    Args:
        document: May say that the first leads: in a paragraph, in the heading of a column, in a note below the table.
        rows: The tasks.
        answers: What the person says.
    """
    alone = [row for row in rows if "lead" not in row.cells and row.said("responsible")]
    if not alone:
        return
    if answers.first_is_lead:
        said = None
    elif (said := next(_saying(document), None)) is None:
        if len(alone) == len(rows) and (unled := next(filter(_is_open, alone), None)):
            yield Note("nobody-leads", unled.cells["responsible"][0].spot, _heading(unled))
        return
    for row in alone:
        row.first_leads = True
    if said:
        yield said


def _is_open(row: Row) -> bool:
    """Whether several offices are named, and not that each does its own part: 按职责分工负责."""
    cell = read_units(row.said("responsible"))
    return len(cell.units) > 1 and not cell.duty and not any("role-in-bracket" in unit.unsure for unit in cell.units)


def _heading(row: Row) -> str:
    heading = row.headings["responsible"]
    return heading if heading != "responsible" else "责任单位"


def _saying(document: Document) -> Iterator[Note]:
    """Where the document says that the first leads."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and says_first_leads(block.text):
            yield Note("first-leads", block.spot, block.text)
        if isinstance(block, Table):
            for row in block.rows:
                yield from (
                    Note("first-leads", cell.spot, cell.text) for cell in row if cell and says_first_leads(cell.text)
                )
