"""A task as a document has it, before it is a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.accounts import Account
from plancli.intake.column_words import WITH_PEOPLE
from plancli.intake.document import Cell
from plancli.intake.duties import read_cell
from plancli.intake.people import offices_and_people

if TYPE_CHECKING:
    from plancli.intake.accounts import Went
    from plancli.intake.column_words import Column
    from plancli.intake.document import Spot

_INDICATOR = re.compile("(?:主要|核心|考核|量化|年度|工作|目标|发展|绩效)*指标(?:名称|内容)?")
_UNIT = re.compile("(?:计量|指标)?单位")
"""Columns that say what the numbers beside them measure, and in what; the notes have them too."""
_WENT: dict[str, Went] = {
    "number": "number",
    "title": "title",
    "text": "text",
    "lead": "lead",
    "responsible": "responsible",
    "support": "support",
    "due": "due",
    "leader": "leader",
}


_A_UNIT = re.compile("[^0-9，。；、]{1,10}|/10万|[^0-9，。；、]{1,6}/10[0万]?[^0-9，。；、]{1,4}")


class Goal(NamedTuple):
    """A cell of a column of targets.

    Attributes:
        cell: The cell; the notes have it too.
        year: The year that the column's heading names.
    """

    cell: Cell
    year: int | None

    @property
    def row(self) -> int:
        """Its row in the table."""
        return self.cell.spot.row


@dataclass
class Row:
    """A task as a table has it.

    Attributes:
        spot: Its first row.
        number: Its number, where it has one.
        cells: What stands in each column that the format has a key for, piece by piece.
        notes: What stands in the others, by their headings.
        headings: What the document calls the column of each key.
        accounts: Where its cells went.
        glued: Which pieces go on in the middle of a paragraph, by identity.
        goals: What stands in columns of targets.
        steps: What stands in columns of steps, each with its heading.
        measured: What the numbers in columns of targets measure, where a column says it, by the row of the table.
        units: Their units, likewise.
        first_leads: Whether the first of the offices leads that are responsible.
        has_leader: Whether a column of its own says who answers for the task.
    """

    spot: Spot
    number: int | None = None
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    notes: dict[str, list[Cell]] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)
    goals: list[Goal] = field(default_factory=list)
    steps: list[tuple[str, Cell]] = field(default_factory=list)
    measured: dict[int, str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    first_leads: bool = False
    has_leader: bool = False

    def take(self, column: Column, cell: Cell, *, went_on: bool = False) -> None:
        """Put a cell where its column belongs."""
        heading = _heading(column)
        self.headings.setdefault(column.key, heading)
        if column.key == "duties":  # for all roles: what becomes of it, is told where they are read
            self.cells.setdefault("duties", []).append(cell)
            return
        if WITH_PEOPLE in column.unsure and cell.text:
            self._take_people(column, cell, heading)
            return
        if column.key == "target" and cell.text:
            self.goals.append(Goal(cell, column.year))
        if column.key == "milestones" and cell.text:
            self.steps.append((heading, cell))
        if column.key == "milestones":
            self.accounts.append(
                Account(cell.spot, cell.text, "milestones", unsure=("row-went-on",) if went_on else ())
            )
            return
        if column.key == "notes":
            self._measure(column.heading, cell)
        taken = column.key in _WENT
        (self.cells.setdefault(column.key, []) if taken else self.notes.setdefault(heading, [])).append(cell)
        unsure = ("row-went-on",) if went_on else ()
        self.accounts.append(Account(cell.spot, cell.text, _WENT.get(column.key, "notes"), unsure=unsure))

    def _measure(self, heading: str, cell: Cell) -> None:
        """Keep what numbers measure."""
        heading, said = "".join(heading.split()), "".join(cell.text.split())
        if _INDICATOR.fullmatch(heading):
            self.measured[cell.spot.row] = said
        elif _UNIT.fullmatch(heading) and _A_UNIT.fullmatch(said):
            self.units[cell.spot.row] = said

    def _take_people(self, column: Column, cell: Cell, heading: str) -> None:
        """Put a cell of offices and people where each of them belongs, or keep it under notes."""
        if any(each.shares and "left-over" not in each.unsure for each in read_cell(cell.text)):
            self.cells.setdefault("duties", []).append(cell)
            return
        if not (parts := offices_and_people(cell.text)):
            self.notes.setdefault(heading, []).append(cell)
            self.accounts.append(Account(cell.spot, cell.text, "notes", unsure=("people-unparted",)))
            return
        self.cells.setdefault(column.key, []).append(Cell(parts.offices, cell.spot))
        self.accounts.append(Account(cell.spot, cell.text, _WENT[column.key]))
        if parts.people:
            to = self.notes.setdefault(heading, []) if self.has_leader else self.cells.setdefault("leader", [])
            to.append(Cell(parts.people, cell.spot))
            self.accounts.append(Account(cell.spot, parts.people, "notes" if self.has_leader else "leader"))

    def doubt(self, went: Went, why: str, spot: Spot | None = None) -> None:
        """Note why a person should look at what became something, or at the piece of it in one place."""
        self.accounts = [
            replace(each, unsure=(*each.unsure, why)) if each.went == went and spot in {None, each.spot} else each
            for each in self.accounts
        ]

    def join(self, key: str) -> None:
        """Make one cell of the pieces of a column that a page's end broke off in the middle."""
        cells = self.cells.get(key, [])
        if any(id(cell) in self.glued for cell in cells):
            self.cells[key] = [Cell(self.said(key), cells[0].spot, cells[0].label)]

    def measure(self, goal: Goal) -> tuple[str, str]:
        """What the number of a target measures and in what unit, by its row or the nearest above; else empty."""
        found = (max((at for at in said if at <= goal.row), default=0) for said in (self.measured, self.units))
        name, unit = found
        return self.measured.get(name, ""), self.units.get(unit, "")

    def said(self, key: str) -> str:
        """What a column says, its pieces one below the other, but for those that a page's end broke off."""
        cells = [cell for cell in self.cells.get(key, ()) if cell.text]
        joints = ("" if id(cell) in self.glued else "\n" for cell in cells)
        return "".join(joint + cell.text for joint, cell in zip(joints, cells, strict=True)).lstrip("\n")


def _heading(column: Column) -> str:
    """What a column is called in a task's notes."""
    return "".join(f"{column.over}{column.heading}".split())
