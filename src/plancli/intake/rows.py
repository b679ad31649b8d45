"""Tables row by row: which are headings, which begin a task, which go on with the one above."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.accounts import Account
from plancli.intake.numbering import read_label, read_number
from plancli.intake.row_kinds import are_tasks_digits, heading, is_remark, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.accounts import Went
    from plancli.intake.columns import Column, Header
    from plancli.intake.document import Cell, Spot, Table
    from plancli.intake.outline import Outline

_WENT: dict[str, Went] = {
    "number": "number",
    "title": "title",
    "text": "text",
    "lead": "lead",
    "responsible": "responsible",
    "support": "support",
    "due": "due",
    "leader": "leader",
    "milestones": "milestones",
}


class Goal(NamedTuple):
    """A cell of a column of targets.

    Attributes:
        cell: The cell; the notes have it too.
        year: The year that the column's heading names.
    """

    cell: Cell
    year: int | None


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
        first_leads: Whether the first of the offices leads that are responsible.
    """

    spot: Spot
    number: int | None = None
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    notes: dict[str, list[Cell]] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)
    goals: list[Goal] = field(default_factory=list)
    first_leads: bool = False

    def take(self, column: Column, cell: Cell, *, went_on: bool = False) -> None:
        """Put a cell where its column belongs."""
        heading = _heading(column)
        self.headings.setdefault(column.key, heading)
        if column.key == "duties":  # for all roles: what becomes of it, is told where they are read
            self.cells.setdefault("duties", []).append(cell)
            return
        if column.key == "target" and cell.text:
            self.goals.append(Goal(cell, column.year))
        taken = column.key in _WENT
        (self.cells.setdefault(column.key, []) if taken else self.notes.setdefault(heading, [])).append(cell)
        unsure = ("row-went-on",) if went_on else ()
        self.accounts.append(Account(cell.spot, cell.text, _WENT.get(column.key, "notes"), unsure=unsure))

    def doubt(self, went: Went, why: str) -> None:
        """Note why a person should look at what became something."""
        self.accounts = [
            replace(each, unsure=(*each.unsure, why)) if each.went == went else each for each in self.accounts
        ]

    def said(self, key: str) -> str:
        """What a column says, its pieces one below the other, but for those that a page's end broke off."""
        cells = [cell for cell in self.cells.get(key, ()) if cell.text]
        joints = ("" if id(cell) in self.glued else "\n" for cell in cells)
        return "".join(joint + cell.text for joint, cell in zip(joints, cells, strict=True)).lstrip("\n")


@dataclass
class Walk:
    """Goes through the rows of tables, in the order of the document.

    Attributes:
        outline: Takes the headings and the tasks.
        accounts: Where pieces went that belong to no task.
        rows: The tasks, in order.
        lost: Rows that belong to nothing: nobody can say which task they go on with.
    """

    outline: Outline[Row]
    accounts: list[Account] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    lost: list[tuple[Cell, ...]] = field(default_factory=list)
    _last: Row | None = None

    def table(self, table: Table, header: Header) -> None:
        """Take the rows of a table.

        Args:
            table: Any table.
            header: Its columns, and which of its rows name them; what stands above those is not looked at.
        """
        are_digits = are_tasks_digits(table, header)
        grouping = _grouping(table, header, are_digits=are_digits)
        above: tuple[Cell | None, ...] = ()
        before: tuple[Cell | None, ...] = ()
        for index, row in enumerate(table.rows[header.first :], header.first):
            if went := _of_headings(index, header):
                self.accounts += _columns(row, header, went, above)
                above = row
                continue  # a cell that goes on behind headings that are said again is none that begins
            if is_remark(row):
                self.accounts += [Account(cell.spot, cell.text, "beside") for cell in said(row)]
                continue
            if section := heading(row, header, are_tasks_digits=are_digits):
                self._heading(section.cell, section.written)
                self.accounts += [
                    Account(cell.spot, cell.text, "number" if cell is row[0] else "beside") for cell in section.beside
                ]
            else:
                self._task(row, before, header, grouping)
            before = row

    def _heading(self, cell: Cell, written: str, family: str = "") -> None:
        label = read_label(written)
        text = " ".join((label.rest if label and label.rest else written).split())
        section = self.outline.heading(text, family or (label.family if label else ""), cell.spot)
        self.accounts.append(Account(cell.spot, cell.text, "heading", to=text, unsure=section.unsure))
        self._last = None

    def _task(
        self, row: tuple[Cell | None, ...], before: tuple[Cell | None, ...], header: Header, grouping: tuple[int, ...]
    ) -> None:
        for level, at in enumerate(grouping):
            cell = row[at]
            known = (*before, *(row[above] for above in grouping[:level]))
            if cell and cell.text and not any(cell is each for each in known):
                self._heading(cell, cell.text, f"column {level}")
        columns = [
            (column, cell)
            for at, (column, cell) in enumerate(zip(header.columns, row, strict=False))
            if cell and at not in grouping
        ]
        new = [
            (column, cell)
            for column, cell in columns
            if (cell.text or (column.key == "number" and cell.label)) and not any(cell is each for each in before)
        ]
        if not new:
            return
        if not _begins(header, new):
            self._go_on(new)
            return
        self._last = Row(new[0][1].spot)
        self.rows.append(self._last)
        self.outline.row(self._last)
        seen: set[int] = set()
        for column, cell in columns:
            if id(cell) not in seen and (cell.text or column.key in {"lead", "responsible", "support"}):
                self._last.take(column, cell)
            seen.add(id(cell))
            if column.key == "number":
                self._last.number = read_number(cell.text or cell.label)

    def _go_on(self, new: list[tuple[Column, Cell]]) -> None:
        if self._last is None:
            self.lost.append(tuple(cell for _, cell in new))
            self.accounts += [Account(cell.spot, cell.text, "lost") for _, cell in new]
            return
        for column, cell in new:
            self._last.take(column, cell, went_on=True)
            if column.key == "text" and not read_label(cell.text):
                self._last.glued.add(id(cell))


def _grouping(table: Table, header: Header, *, are_digits: bool) -> tuple[int, ...]:
    """The columns whose cells are headings over several rows: 重点任务, filled once for all of its 具体举措."""
    rows = list(enumerate(table.rows))[header.first :]
    begun = [
        row
        for index, row in rows
        if not (_of_headings(index, header) or is_remark(row) or heading(row, header, are_tasks_digits=are_digits))
    ]
    return tuple(
        at
        for at, column in enumerate(header.columns)
        if column.key == "section" or (column.key == "title" and _is_shared([row[at] for row in begun]))
    )


def _is_shared(cells: list[Cell | None]) -> bool:
    """Whether one cell of a column holds for the rows below it too, merged with them or the only one that is filled."""
    blank = any(cell is None or not cell.text for cell in cells)
    merged = any(cell is not None and cell is below for cell, below in pairwise(cells))
    return (blank or merged) and any(cell and cell.text for cell in cells)


def _begins(header: Header, new: list[tuple[Column, Cell]]) -> bool:
    """Whether a row is a task of its own: it has a number, or, where none has, a text."""
    keys = {column.key for column, _ in new}
    return ("number" in keys) if any(column.key == "number" for column in header.columns) else "text" in keys


def _of_headings(index: int, header: Header) -> Went | None:
    """What a row is that names the columns."""
    if header.first <= index < header.first + header.height:
        return "columns"
    return "columns-again" if index in header.repeats else None


def _heading(column: Column) -> str:
    """What a column is called in a task's notes."""
    return "".join(f"{column.over}{column.heading}".split())


def _columns(
    row: tuple[Cell | None, ...], header: Header, went: Went, above: tuple[Cell | None, ...]
) -> Iterator[Account]:
    """The headings of columns, each with the key that it became, and whether that was guessed."""
    columns = {id(cell): column for cell, column in reversed(list(zip(row, header.columns, strict=False)))}
    known = set(map(id, above))
    for cell in said(row):
        if id(cell) in known:
            continue
        column = columns[id(cell)]
        is_meant = went == "columns" and "".join(cell.text.split()) == "".join(column.heading.split())
        doubt = "column-kept" if column.key == "notes" else "column-guessed"
        unsure = (doubt,) if is_meant and column.unsure and column.key != "duties" else ()
        yield Account(cell.spot, cell.text, went, column.key if is_meant else "", unsure)
