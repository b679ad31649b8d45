"""What a row of a table is that is no task: a heading, a sum, a remark below the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.column_words import OFFICE_KEYS
from plancli.intake.legends import MARKS
from plancli.intake.numbering import read_label, read_number
from plancli.intake.role_words import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.intake.columns import Header
    from plancli.intake.document import Cell, Table

Cells = tuple["Cell | None", ...]
Numbers = Literal["", "digits", "dotted"]
"""How tasks are numbered: 1, 2, 3 or 1.1, 1.2; empty where neither."""

_REMARK = re.compile(
    r"(?:备?注|附注|说明|填报单位|填表(?:单位|人|日期)|填报(?:人|日期|时间)|制表(?:单位|人)?|审核人?|联系(?:人|电话)|单位|计量单位)\s*[：:]"
)
_SUM = re.compile("(?:合|总|小|共|累)计(?:[（(][^（）()]*[）)]|[0-9]{1,5}[项个件条家])?[:：]?")
_QUANTITY = re.compile("[0-9][0-9.,，]*[^0-9，。]{0,4}|[-—/]+")
_CAPTION = re.compile(
    r"附?表\s*[0-9一二三四五六七八九十]{1,3}(?:[-—.][0-9]{1,2})?(?:[：:、.．]|\s)\s*([^。；\n]{2,40})"
)
_HIGHER = re.compile("[（(]?(?:[一二三四五六七八九十]{1,3}|[Ⅰ-Ⅻ]|[IVX]{1,4})[）)]?[、.．]?")
_DIGITS = re.compile("[0-9０-９]{1,4}[、.．]?")
_DOTTED = re.compile("[0-9]{1,3}[.．-][0-9]{1,3}")


class Heading(NamedTuple):
    """A row that is a heading.

    Attributes:
        cell: What says it.
        written: Its words, with the number before them.
        beside: Other cells of the row that say something.
    """

    cell: Cell
    written: str
    beside: tuple[Cell, ...] = ()


def said(row: Cells) -> Iterator[Cell]:
    """The cells of a row that say something, each once."""
    seen: set[int] = set()
    for cell in row:
        if cell and cell.text and id(cell) not in seen:
            seen.add(id(cell))
            yield cell


def is_remark(row: Cells) -> bool:
    """Whether a row stands beside the tasks: 注：…, 填报单位：…, 合计."""
    cells = list(said(row))
    if not cells:
        return False
    first = "".join(cells[0].text.split())
    return _SUM.fullmatch(first) is not None or (len(cells) == 1 and _REMARK.match(first) is not None)


def table_caption(text: str) -> str:
    """The name of a table in its caption: 表1 重点任务; empty where a text is none."""
    found = _CAPTION.fullmatch(text.strip())
    return found[1].strip() if found else ""


def heading(row: Cells, before: Cells, header: Header, numbers: Numbers) -> Heading | None:
    """The heading that a row is; None where it is none.

    One cell across all columns, or one numbered cell alone in its row; a number, and one cell across all the others;
    一 or （一） and a name for nobody to do, in a table whose tasks are 1, 2, 3; 1 where they are 1.1, 1.2.

    Args:
        row: The row.
        before: The row above it; a number that is merged with the one above is not the heading's.
        header: The columns.
        numbers: How the tasks of the table are numbered.
    """
    cells = list(said(row))
    if len(row) == 1 or not cells:
        return None
    if len(cells) == 1:
        label = read_label(cells[0].text)
        across = all(each is cells[0] for each in row)
        is_one = across or (row[0] is cells[0] and ((label and label.rest) or table_caption(cells[0].text)))
        return Heading(cells[0], cells[0].text) if is_one else None
    if row[0] is cells[0] and _is_of_sums(row, cells, header):
        return Heading(cells[0], cells[0].text, tuple(cells[1:]))
    if row[0] is not cells[0] or (before and row[0] is before[0]) or read_number(cells[0].text) is None:
        return None
    if len(row) > 2 and all(each is cells[1] for each in row[1:]):  # noqa: PLR2004 - a number and more than one column
        return _numbered(cells, cells[1])
    return _group(row, cells, header, numbers) if numbers else None


def _is_of_sums(row: Cells, cells: list[Cell], header: Header) -> bool:
    """Whether a row has a numbered name in its first cell, and behind it only sums: 一、产业项目（2个）, 13500."""
    label = read_label(cells[0].text)
    if not (label and label.rest and _HIGHER.fullmatch(label.written)):
        return False
    keys = {
        column.key
        for cell, column in zip(row, header.columns, strict=False)
        if cell and cell.text and cell is not row[0]
    }
    return not keys & (OFFICE_KEYS | {"title", "text"}) and all(
        _QUANTITY.fullmatch(cell.text.strip()) for cell in cells[1:]
    )


def _group(row: Cells, cells: list[Cell], header: Header, numbers: Numbers) -> Heading | None:
    """A row 一 or （一） with a name, and perhaps sums, for nobody to do."""
    number = "".join(cells[0].text.split())
    keys = {id(cell): column.key for cell, column in zip(row, header.columns, strict=False) if cell and cell.text}
    whats = [cell for cell in cells if keys.get(id(cell)) in {"title", "text"}]
    is_higher = _HIGHER.fullmatch(number) or (numbers == "dotted" and _DIGITS.fullmatch(number))
    is_group = is_higher and len(whats) == 1 and not OFFICE_KEYS & set(keys.values())
    return _numbered(cells, whats[0]) if is_group else None


def _numbered(cells: list[Cell], name: Cell) -> Heading:
    number = cells[0].text.strip()
    written = f"{number}{'' if number[-1] in '）)、.．' else '、'}{name.text}"
    return Heading(name, written, tuple(cell for cell in cells if cell is not name))


def ends_headings(row: Cells, numbers: Numbers) -> str:
    """The family of the headings that a task ends that is numbered like them, 3 behind 2.1; empty where none."""
    number = "".join(row[0].text.split()) if row and row[0] else ""
    return "digit" if numbers == "dotted" and _DIGITS.fullmatch(number) else ""


def numbers_of(table: Table, header: Header) -> Numbers:
    """How the tasks of a table are numbered."""
    columns = [at for at, column in enumerate(header.columns) if column.key == "number"]
    cells = (row[at] for row in table.rows[header.first + header.height :] for at in columns)
    texts = ["".join(cell.text.split()) for cell in cells if cell]
    if any(map(_DOTTED.fullmatch, texts)):
        return "dotted"
    return "digits" if any(map(_DIGITS.fullmatch, texts)) else ""


def is_of_marks(rows: Sequence[Cells], at: int) -> bool:
    """Whether a column holds nothing but marks: √ under the name of an office."""
    texts = ["".join(cell.text.split()) for row in rows if (cell := row[at]) and cell.text]
    return bool(texts) and all(_MARKS.fullmatch(text) for text in texts)


_MARKS = re.compile(f"[√✓✔☑Vv{MARKS}]{{1,2}}|{ANY}")
