"""Who leads where no column says it: the first of several offices, or those with a mark, if somebody says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.document import Cell, Note, Paragraph, Table
from plancli.intake.legends import SAYS_LEADS, mark_that_leads, says_first_leads
from plancli.intake.units import read_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plancli.intake.answers import Answers
    from plancli.intake.document import Document
    from plancli.intake.row import Row


_TYPE_LEADS = re.compile(f"(?:加粗|粗体|黑体|下划线|标红|红色|斜体){SAYS_LEADS}")
"""What says who leads that only the eye can see."""
_NAME = "(?:[^、，,；;\n{mark}（(]|（[^（）]*）|\\([^()]*\\))+"
_SEPARATORS = re.compile(r"([、，,；;\n])(?:\s*[、，,；;\n])+")
_BRACKET_AT_END = re.compile(r"[（(【〔\[][^（()）]*[）)】〕\]]$")


def leading(document: Document, rows: Sequence[Row], answers: Answers) -> Iterator[Note]:
    """Let those offices lead that the document says lead, and tell of it; tell of it too where nobody leads.

    Args:
        document: May say that the first leads, or those with a mark: in a paragraph, in the heading of a column, in a
            note below the table; a cell says it of itself alone.
        rows: The tasks.
        answers: What the person says.
    """
    alone = [row for row in rows if "lead" not in row.cells and row.said("responsible")]
    if not alone:
        return
    if answers.first_is_lead:
        _first_lead(alone)
        return
    own = [row for row in alone if says_first_leads(row.said("responsible"))]
    yield from (Note("first-leads", row.cells["responsible"][-1].spot, row.said("responsible")) for row in own)
    _first_lead(own)
    rest = [row for row in alone if not row.first_leads]
    spots = {cell.spot for row in own for cell in row.cells["responsible"]}
    said = next((each for each in _texts(document) if each.spot not in spots and says_first_leads(each.text)), None)
    if said:
        _first_lead(rest)
        yield Note("first-leads", said.spot, said.text)
        return
    for each in _texts(document):
        if mark := mark_that_leads(each.text):
            _marked_lead(rest, mark)
            yield Note("mark-leads", each.spot, each.text)
            return
        if _TYPE_LEADS.search("".join(each.text.split())):
            yield Note("type-leads", each.spot, each.text)
            return
    if not own and not any("lead" in row.cells for row in rows) and (unled := next(filter(_is_open, rest), None)):
        yield Note("nobody-leads", unled.cells["responsible"][0].spot, _heading(unled))


def _first_lead(rows: Iterable[Row]) -> None:
    """Let the first offices lead; what a cell says of that itself is none of their names."""
    for row in rows:
        row.first_leads = True
        for at, cell in enumerate(row.cells["responsible"]):
            if says_first_leads(cell.text) and (found := _BRACKET_AT_END.search(cell.text)):
                row.cells["responsible"][at] = Cell(cell.text[: found.start()].rstrip(), cell.spot)


def _marked_lead(rows: Iterable[Row], mark: str) -> None:
    """Let the offices lead that have a mark before or behind them; the others stay responsible."""
    name, sign = _NAME.format(mark=re.escape(mark)), re.escape(mark)
    for row in rows:
        for at, cell in enumerate(row.cells["responsible"]):
            is_before = re.search(rf"(?:^|[、，,；;\n])\s*{sign}", cell.text)
            pattern = re.compile(rf"{sign}\s*({name})" if is_before else rf"({name}){sign}")
            if lead := "、".join(found[1].strip() for found in pattern.finditer(cell.text)):
                rest = _SEPARATORS.sub("\\1", pattern.sub("", cell.text)).strip("、，,；; \n")
                row.cells["responsible"][at] = Cell(rest, cell.spot)
                row.cells.setdefault("lead", []).append(Cell(lead, cell.spot))
                row.headings.setdefault("lead", "牵头单位")
                row.accounts.append(Account(cell.spot, lead, "lead"))
        if not row.said("responsible"):
            del row.cells["responsible"]


def _is_open(row: Row) -> bool:
    """Whether several offices are named, and not that each does its own part: 按职责分工负责."""
    cell = read_units(row.said("responsible"))
    return len(cell.units) > 1 and not cell.duty and not any("role-in-bracket" in unit.unsure for unit in cell.units)


def _heading(row: Row) -> str:
    heading = row.headings["responsible"]
    return heading if heading != "responsible" else "责任单位"


def _texts(document: Document) -> Iterator[Cell | Paragraph]:
    """All that may say who leads: paragraphs, and the cells of tables."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        if isinstance(block, Table):
            yield from dict.fromkeys(cell for row in block.rows for cell in row if cell)
