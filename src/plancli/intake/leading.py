"""Who leads where no column says it: the first of several offices, if the document or the person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.columns import says_first_leads
from plancli.intake.document import Note, Paragraph, Table
from plancli.intake.units import read_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.answers import Answers
    from plancli.intake.document import Document
    from plancli.intake.rows import Row


def leading(document: Document, rows: Iterable[Row], answers: Answers) -> Iterator[Note]:
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
        if unled := next((row for row in alone if len(read_units(row.said("responsible")).units) > 1), None):
            yield Note("nobody-leads", unled.cells["responsible"][0].spot, unled.headings["responsible"])
        return
    for row in alone:
        row.first_leads = True
    if said:
        yield said


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
