"""What a block says by itself: captions and duties above a table, lines that are cells, columns of marks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.column_words import OFFICE_KEYS, read_heading
from plancli.intake.document import Paragraph
from plancli.intake.duties import read_duties
from plancli.intake.paragraphs import has_duties
from plancli.intake.refusals import Refusal
from plancli.intake.row_kinds import is_of_marks, table_caption
from plancli.intake.targets.reading import find_targets
from plancli.intake.unit_names import looks_like_unit
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plancli.intake.column_words import Key
    from plancli.intake.columns import Header, NoHeader
    from plancli.intake.document import Cell, Spot, Table
    from plancli.intake.duty_content import Duties

_LONGEST_CAPTION = 200
_COLON = re.compile("[：:]")
_TELLING = frozenset({"number", "duties", *ROLES})
"""Columns of which one is in every table of tasks."""
_OF_NUMBERS = re.compile("[（(]?(?:计量|金额|数量)?单位[ \u3000]*[：:][^，。；]{1,12}[）)]?")
"""Says in what the numbers of a table are: 单位：万元."""
_GAPS = re.compile(r"[ \t]{2,}|[ \u3000]*\u3000+[ \u3000]*")


def captions(blocks: Iterable[Paragraph | Table]) -> Iterator[str]:
    """The captions of tables: only where there are several do they part the tasks."""
    for block in blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [cell.text for cell in _only(block)]
        yield from filter(table_caption, texts)


def _only(table: Table) -> Iterator[Cell]:
    """The cells that are alone in their row."""
    for row in table.rows:
        cells = {id(cell): cell for cell in row if cell and cell.text}
        if len(cells) == 1:
            yield from cells.values()


def cells_as_lines(blocks: Iterable[Paragraph | Table]) -> Iterator[Refusal]:
    """Headings of columns that stand below one another, and are in no table."""
    for above, below in pairwise(blocks):
        if isinstance(above, Paragraph) and isinstance(below, Paragraph):
            heads = read_heading(above.text), read_heading(below.text)
            if all(each.is_certain for each in heads) and any(each.key in _TELLING for each in heads):
                yield Refusal("cells-as-lines", above.spot, f"{above.text}、{below.text}")


def names_roles(table: Table, fault: NoHeader, given: Mapping[str, Key]) -> bool:
    """Whether any column is of offices."""
    return any(cell and read_heading(cell.text, given).key in OFFICE_KEYS for cell in table.rows[fault.row])


def aside(paragraph: Paragraph) -> Account:
    """A paragraph that became nothing; a person should look where it says who is to do something."""
    if has_duties([paragraph]):
        unsure: tuple[str, ...] = ("duties-beside",)
    elif _OF_NUMBERS.fullmatch(paragraph.text):
        unsure = ("unit-beside",)
    else:
        unsure = ("goals-beside",) if any(each.keys for each in find_targets(paragraph.text)) else ()
    return Account(paragraph.spot, paragraph.text, "beside", unsure=unsure)


def shared_duties(text: str) -> tuple[Duties, ...]:
    """The duties that a line gives that says nothing else."""
    found = read_duties(text) if len(text) <= _LONGEST_CAPTION and _COLON.search(text) else ()
    is_all = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text.rstrip()))
    return found if is_all and found[0].shares and not found[0].unsure else ()


def is_marked(table: Table, header: Header, at: int) -> bool:
    """Whether a column is called after an office and holds nothing but marks."""
    column = header.columns[at]
    if column.key != "notes" or not looks_like_unit("".join(column.heading.split())):
        return False
    return is_of_marks(table.rows[header.first + header.height :], at)


def cells(table: Table) -> Iterator[Cell]:
    """The cells of a table that say something, each once however far it is merged."""
    seen: set[int] = set()
    for row in table.rows:
        for cell in row:
            if cell and cell.text and id(cell) not in seen:
                seen.add(id(cell))
                yield cell


def first_spot(table: Table) -> Spot | None:
    """Where a table begins."""
    return next((cell.spot for cell in cells(table)), None)


def flattened(paragraphs: Iterable[Paragraph]) -> Iterator[Refusal]:
    """Lines that look like the headings of a table whose cells only spaces part."""
    for paragraph in paragraphs:
        parts = [part for part in _GAPS.split(paragraph.text) if part]
        if len(parts) > 1 and sum(read_heading(part).is_certain for part in parts) > 1:
            yield Refusal("flattened", paragraph.spot, paragraph.text)
