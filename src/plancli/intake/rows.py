"""Tables row by row: which are headings, which begin a task, which go on with the one above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.document import Cell
from plancli.intake.heading_duties import give, part_heading
from plancli.intake.numbering import read_label, read_number
from plancli.intake.row import Row
from plancli.intake.row_beginnings import begins, grouping_columns, of_headings, once, stands_alone
from plancli.intake.row_kinds import ends_headings, heading, is_remark, numbers_of, said, table_caption
from plancli.intake.wrapped import one_line
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.accounts import Went
    from plancli.intake.column_words import Column
    from plancli.intake.columns import Header
    from plancli.intake.document import Paragraph, Spot, Table
    from plancli.intake.duty_content import Duties
    from plancli.intake.outline import Outline

_DITTO = re.compile('同上|同前|〃|″|“|”|"')
_COLUMN = "column"
"""What the families of headings begin with that stand in columns."""


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
    _said: dict[int, str] = field(default_factory=dict)
    _duties: dict[int, tuple[tuple[Duties, ...], Spot]] = field(default_factory=dict)
    _given: list[tuple[Row, tuple[Duties, ...], Spot]] = field(default_factory=list)

    def table(self, table: Table, header: Header) -> None:
        """Take the rows of a table.

        Args:
            table: Any table.
            header: Its columns, and which of its rows name them; what stands above those is not looked at.
        """
        self._said.clear()
        titles = {_words(row) for row in table.rows[: header.first]}
        numbers = numbers_of(table, header)
        grouping = grouping_columns(table, header, numbers)
        if header.height and not grouping:
            self.outline.end(_COLUMN)  # the headings that a column of another table gave are not this one's
        above: tuple[Cell | None, ...] = ()
        before: tuple[Cell | None, ...] = ()
        for index, row in enumerate(table.rows[header.first :], header.first):
            if went := of_headings(index, header):
                self.accounts += _columns(row, header, went, above, grouping)
                above = row
                continue  # a cell that goes on behind headings that are said again is none that begins
            if (words := _words(row)) and words in titles:
                self.accounts += [Account(cell.spot, cell.text, "columns-again") for cell in said(row)]
                continue  # what stands above the headings is said again on another page
            if is_remark(row):
                self.accounts += [Account(cell.spot, cell.text, "beside") for cell in said(row)]
                continue
            if section := heading(row, before, header, numbers):
                self._heading(section.cell, section.written)
                self.accounts += [
                    Account(cell.spot, cell.text, "number" if cell is row[0] else "beside") for cell in section.beside
                ]
            else:
                if family := ends_headings(row, numbers):
                    self.outline.end(family)
                self._task(row, before, header, grouping)
            before = row
        for task, duties, spot in self._given:
            give(task, duties, spot)
        self._given.clear()

    def heading(self, piece: Cell | Paragraph) -> None:
        """Take what stands above a table as the heading of its tasks: 表1 重点任务, 一、重点任务."""
        self._heading(piece, piece.text)

    def _heading(self, cell: Cell | Paragraph, written: str, family: str = "") -> None:
        label, name = read_label(written), table_caption(written)
        parted = part_heading(one_line(name or (label.rest if label and label.rest else written)))
        text = parted.text
        family = family or (label.family if label else "caption" if name else "")
        section = self.outline.heading(text, family, cell.spot)
        if parted.duties:
            self._duties[id(section)] = parted.duties, cell.spot
        self.accounts.append(Account(cell.spot, cell.text, "heading", to=text, unsure=section.unsure))
        self._last = None

    def _group(self, row: tuple[Cell | None, ...], before: tuple[Cell | None, ...], grouping: tuple[int, ...]) -> None:
        """Take the headings of a row that stand in columns."""
        for level, at in enumerate(grouping):
            cell = row[at]
            known = (*before, *(row[above] for above in grouping[:level]))
            if not cell or not cell.text or any(cell is each for each in known):
                continue
            if any(cell is each for beside, each in enumerate(row) if beside not in grouping):
                self.outline.end(f"{_COLUMN} {level}")  # it is the task's text as well, and heads no others
            else:
                self._heading(cell, cell.text, f"{_COLUMN} {level}")

    def _task(
        self, row: tuple[Cell | None, ...], before: tuple[Cell | None, ...], header: Header, grouping: tuple[int, ...]
    ) -> None:
        self._group(row, before, grouping)
        columns = [
            (at, column, cell)
            for at, (column, cell) in enumerate(zip(header.columns, row, strict=False))
            if cell and at not in grouping
        ]
        new, across = once(
            (column, cell)
            for _, column, cell in columns
            if (cell.text or (column.key == "number" and cell.label)) and not any(cell is each for each in before)
        )
        if not new:
            return
        is_new = begins(header, new, row, before)
        if not is_new and not (self._last and stands_alone(new, grouping)):
            self._go_on(new, across)
            return
        self._last = self._begin(new[0][1].spot, header)
        seen: set[int] = set()
        for at, column, cell in columns:
            if id(cell) not in seen and (cell.text or column.key in {"lead", "responsible", "support"}):
                self._take(self._last, at, column, cell)
            elif column.key in ROLES and id(cell) in seen and cell.text:
                self._last.take(column, cell)
                self._last.doubt(column.key, "merged-roles", cell.spot)
            seen.add(id(cell))
            if column.key == "number" and not any(cell is each for each in before):
                self._last.number = read_number(cell.text or cell.label)
        if not is_new:
            self._last.doubt("text", "row-no-number")

    def _begin(self, spot: Spot, header: Header) -> Row:
        """Begin a task under the headings above it, which may say who is to do it."""
        row = Row(spot, has_leader=any(column.key == "leader" for column in header.columns))
        self.rows.append(row)
        self.outline.row(row)
        told = next((self._duties[id(each)] for each in self.outline.above() if id(each) in self._duties), None)
        if told:
            self._given.append((row, *told))
        return row

    def _take(self, row: Row, at: int, column: Column, cell: Cell) -> None:
        """Put a cell into a row; 同上 is what the row above says."""
        above = self._said.get(at)
        if above is None or not _DITTO.fullmatch(cell.text.strip()):
            row.take(column, cell)
            self._said[at] = cell.text
            return
        row.take(column, Cell(above, cell.spot))
        for went in {each.went for each in row.accounts if each.spot == cell.spot}:
            row.doubt(went, "same-as-above", cell.spot)

    def _go_on(self, new: list[tuple[Column, Cell]], across: frozenset[int]) -> None:
        if self._last is None:
            self.lost.append(tuple(cell for _, cell in new))
            self.accounts += [Account(cell.spot, cell.text, "lost") for _, cell in new]
            return
        for column, cell in new:
            is_across = id(cell) in across
            self._last.take(column, cell, went_on=not is_across)
            if column.key == "text" and not (is_across or read_label(cell.text)):
                self._last.glued.add(id(cell))


def _words(row: tuple[Cell | None, ...]) -> str:
    return "".join("".join(cell.text.split()) for cell in said(row))


def _columns(
    row: tuple[Cell | None, ...],
    header: Header,
    went: Went,
    above: tuple[Cell | None, ...],
    grouping: tuple[int, ...],
) -> Iterator[Account]:
    """The headings of columns, each with the key that it became, and whether that was guessed."""
    columns = {id(cell): column for cell, column in reversed(list(zip(row, header.columns, strict=False)))}
    known = set(map(id, above))
    heads = {id(row[at]) for at in grouping}
    for cell in said(row):
        if id(cell) in known:
            continue
        column = columns[id(cell)]
        is_meant = went == "columns" and "".join(cell.text.split()) == "".join(column.heading.split())
        doubt = "column-kept" if column.key == "notes" else "column-guessed"
        unsure = (doubt,) if is_meant and column.unsure and column.key != "duties" else ()
        key = "section" if id(cell) in heads else column.key
        yield Account(cell.spot, cell.text, went, key if is_meant else "", unsure)
