"""The blocks of a document, one after the other: tables with tasks, headings between them, and what stands beside."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.block_kinds import (
    aside,
    captions,
    cells,
    cells_as_lines,
    first_spot,
    is_marked,
    names_roles,
    shared_duties,
)
from plancli.intake.cards import Card, with_cards
from plancli.intake.column_words import OFFICE_KEYS, Column, read_heading
from plancli.intake.columns import Header, NoHeader, find_header
from plancli.intake.document import Cell, Paragraph, Table
from plancli.intake.frame import ATTACHMENT, is_of_title
from plancli.intake.heading_duties import part_heading
from plancli.intake.inline import take_duties
from plancli.intake.numbering import read_label
from plancli.intake.paragraphs import has_duties, read_prose
from plancli.intake.refusals import Refusal
from plancli.intake.row_kinds import table_caption
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plancli.intake.column_words import Key
    from plancli.intake.document import Document
    from plancli.intake.duty_content import Duties
    from plancli.intake.row import Row
    from plancli.intake.rows import Walk

_LONGEST_HEADING = 40
_SENTENCE = re.compile("[。；：:！？]")
_ANY_SHEET = re.compile("(?:sheet|工作表|表)[ 0-9一二三四五六七八九十]*", re.IGNORECASE)
_FEWEST_TASKS = 2
"""Paragraphs with duties that are tasks beside a table; a single one may be anything."""


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
        self._sheets: frozenset[str] = frozenset()
        self._sheet = ""
        self._others: list[Refusal] = []
        self._caption: tuple[Paragraph, tuple[Duties, ...]] | None = None
        self._has_captions = False
        self._names: set[str] = set()
        self._is_apart = self._is_attached = self._has_attachments = False

    def take(self, document: Document) -> None:
        """Take them all."""
        self.refusals += islice(cells_as_lines(document.blocks), 1)
        every = with_cards(document.blocks)
        if not any(isinstance(block, Card) for block in every) and self._is_prose(document):
            self._prose(document)
            return
        self._sheets = self._named_sheets(document)
        named = (block.text for block in document.blocks if isinstance(block, Paragraph))
        self._has_attachments = sum(bool(ATTACHMENT.fullmatch(text)) for text in named) > 1
        self._has_captions = len(list(islice(captions(document.blocks), 2))) > 1
        for kind, run in groupby(every, key=type):
            blocks = list(run)
            if kind is Paragraph:
                self._paragraphs(blocks)  # type: ignore[arg-type]
                continue
            for block in blocks:
                self._card(block) if isinstance(block, Card) else self._table(block)  # type: ignore[arg-type]
        self._drop_caption()
        if not self.headers:  # what is no table of tasks is no matter beside one
            self.refusals += self._others

    def _named_sheets(self, document: Document) -> frozenset[str]:
        """The sheets with tasks, where there are several: each is a section, by its name."""
        tables = (block for block in document.blocks if isinstance(block, Table) and block.sheet)
        names = {table.sheet for table in tables if isinstance(find_header(table.rows, self._given), Header)}
        return frozenset(names if len(names) > 1 and not all(map(_ANY_SHEET.fullmatch, names)) else ())

    def _paragraphs(self, run: list[Paragraph]) -> None:
        """Paragraphs between tables: tasks among them, or what stands beside the tasks."""
        above = run[:-1] if shared_duties(run[-1].text) else run
        tasks = [at for at, paragraph in enumerate(above) if has_duties([paragraph])]
        if len(tasks) < _FEWEST_TASKS:
            for paragraph in run:
                self._paragraph(paragraph)
            return
        self._drop_caption()
        behind = range(tasks[-1] + 1, len(above))
        end = next((at for at in behind if ATTACHMENT.fullmatch(run[at].text)), len(above))
        found = read_prose(run[:end], self._walk.outline)
        for paragraph in found.before:
            self._beside_tables(paragraph)
        self._beside += found.accounts
        for role, words in found.roles.items():
            self.roles.setdefault(role, words)
        for paragraph in run[end:]:
            self._paragraph(paragraph)

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
            if header.reason == "no-text-column" and not names_roles(table, header, self._given):
                self._others.append(Refusal("no-text-column", first_spot(table)))
                self._beside += (Account(cell.spot, cell.text, "beside") for cell in cells(table))
                return
            if header.reason != "no-header":
                self.refusals.append(Refusal(header.reason, first_spot(table), self._concerned(table, header)))
                self._beside += (Account(cell.spot, cell.text, "lost") for cell in cells(table))
                return
            if last is None or self._is_apart or not _goes_on(table, last):
                self._beside += (Account(cell.spot, cell.text, "beside") for cell in cells(table))
                return
            header = Header(0, 0, last.columns, ())
        else:
            self._take_header(table, header)
        self._is_apart = False
        if table.sheet in self._sheets and table.sheet != self._sheet:
            self._sheet = table.sheet
            self._walk.outline.close()
            self._walk.outline.heading(table.sheet, "sheet")
        begun = len(self._walk.rows)
        self._walk.table(table, header)
        if self._caption:
            self._take_caption(self._walk.rows[begun:])

    def _card(self, card: Card) -> None:
        """Walk a task that is a card: a row whose columns are the names on it."""
        self._drop_caption()
        said = [(read_heading(name.text, self._given), name, value) for name, value in card.said]
        texts = list(dict.fromkeys(name.text for column, name, _ in said if column.key == "text"))
        title = [(Column("", "title"), card.title)] if card.title else []
        pairs = [*title, *((column, _named(name, value, texts)) for column, name, value in said if value.text)]
        table = Table((tuple(cell for _, cell in pairs),), card.number, card.sheet)
        header = Header(0, 0, tuple(column for column, _ in pairs), ())
        for column, name, _ in {id(name): (column, name, value) for column, name, value in said}.values():
            doubt = ("column-kept" if column.key == "notes" else "column-guessed",)
            is_told = column.is_certain or name.text in self._names  # on the other cards it is no news
            self._names.add(name.text)
            self._walk.accounts.append(Account(name.spot, name.text, "columns", column.key, () if is_told else doubt))
            if column.key in ROLES:
                self.roles.setdefault(column.key, "".join(name.text.split()))
        self.headers.append(header)
        self._is_apart = True
        self._walk.table(table, header)

    def _take_header(self, table: Table, header: Header) -> None:
        """Take the headings of a table, and what stands above them."""
        for cell in cells(Table(table.rows[: header.first], table.number)):
            if self._has_captions and table_caption(cell.text):
                self._walk.heading(cell)
            else:
                self.before.append(Paragraph(cell.text, cell.spot))
        self.headers.append(header)
        for column in header.columns:
            if column.key in ROLES:
                self.roles.setdefault(column.key, "".join(column.heading.split()))
        if marked := [at for at in range(len(header.columns)) if is_marked(table, header, at)]:
            names = "、".join(header.columns[at].heading for at in marked)
            self.refusals.append(Refusal("marks", first_spot(table), names))

    def _take_caption(self, rows: Sequence[Row]) -> None:
        """Give the rows of a table the offices that a line right above it names: 牵头单位：市教育局."""
        assert self._caption  # noqa: S101 - else there is nothing to take
        paragraph, duties = self._caption
        for row in rows:
            if not any(role in row.cells for role in OFFICE_KEYS):
                take_duties(row, duties, paragraph.spot)
                self._caption = None

    def _drop_caption(self) -> None:
        """Nothing followed that it could be of."""
        if self._caption:
            self._beside_tables(self._caption[0])
        self._caption = None

    def _concerned(self, table: Table, fault: NoHeader) -> str:
        """The headings of the columns that cannot be told."""
        row = table.rows[fault.row]
        cells = {id(cell): cell.text for at in fault.columns if (cell := row[at])}
        return "、".join(cells.values())

    def _paragraph(self, paragraph: Paragraph) -> None:
        """A numbered heading between tables is one of the outline; all else stands beside the plan."""
        self._drop_caption()
        if self._is_name_of_attachment(paragraph):
            self._is_attached = False
            self._walk.heading(paragraph)
            return
        if ATTACHMENT.fullmatch(paragraph.text):
            self._walk.outline.close()
            self._is_apart = self._is_attached = True
        else:
            self._is_attached = False
        if duties := shared_duties(paragraph.text):
            self._caption = paragraph, duties
            return
        label = read_label(paragraph.text)
        text = part_heading(label.rest).text if label else ""
        if (0 < len(text) <= _LONGEST_HEADING and not text.endswith("。")) or (
            self._has_captions and table_caption(paragraph.text)
        ):
            self._walk.heading(paragraph)
            return
        self._beside_tables(paragraph)

    def _is_name_of_attachment(self, paragraph: Paragraph) -> bool:
        """Whether a line right below 附件1 names what is attached, where there are several and the plan has a title."""
        is_named = 0 < len(paragraph.text) <= _LONGEST_HEADING and not _SENTENCE.search(paragraph.text)
        has_title = bool(self.headers) or any(not ATTACHMENT.fullmatch(each.text) for each in self.before)
        return self._is_attached and self._has_attachments and is_named and has_title

    def _beside_tables(self, paragraph: Paragraph) -> None:
        if not self.headers:
            self.before.append(paragraph)
        else:
            self._beside.append(aside(paragraph))

    def _prose(self, document: Document) -> None:
        """Take the paragraphs of a document that has no table of tasks; other tables stand beside the plan."""
        found = read_prose((block for block in document.blocks if isinstance(block, Paragraph)), self._walk.outline)
        self.before, self.roles = found.before, found.roles
        self._beside += found.accounts
        for table in document.blocks:
            if isinstance(table, Table):
                self._beside += (Account(cell.spot, cell.text, "beside") for cell in cells(table))

    def accounts(self, title: str, *, is_guessed: bool) -> Iterator[Account]:
        """Where went what is in no table.

        Args:
            title: The plan's.
            is_guessed: Whether a person should look at it.
        """
        yield from self._beside
        for paragraph in self.before:
            if is_of_title(paragraph.text, title):
                unsure = ("plan-title-guessed",) if is_guessed else ()
                yield Account(paragraph.spot, paragraph.text, "plan-title", unsure=unsure)
            else:
                yield aside(paragraph)


def _goes_on(table: Table, last: Header) -> bool:
    """Whether a table without headings goes on with the one before: as wide, and it begins with no names of columns."""
    first = table.rows[0]
    is_named = any(cell and read_heading(cell.text).key == "number" for cell in first)
    return len(last.columns) == len(first) and not is_named


def _named(name: Cell, value: Cell, texts: list[str]) -> Cell:
    """What is said on a card, with its name where several things are its text: 目标任务：…, 工作措施：…."""
    return Cell(f"{name.text}：{value.text}", value.spot) if name.text in texts and len(texts) > 1 else value
