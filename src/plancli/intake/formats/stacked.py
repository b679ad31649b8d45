"""Tables with a cell on each line and no blank line between rows: what Word and web pages leave of a table as text.

Only where the numbers of the rows count on at the distance that the headings have is it certain where a row ends: an
empty cell is a blank line, or the rows do not fit.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS = re.compile(
    "序号|编号|任务|内容|举措|措施|事项|项目|工作|单位|部门|时限|时间|节点|进度|目标|领导|备注|类别|领域|指标|路径|责任"
)
"""Words of which one stands in most headings of columns."""
SENTENCE = re.compile("[。；：！？《》]")
"""What no heading of a column has."""
NUMBERED = re.compile(
    "(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,3}、)|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部])"
)
"""How a heading begins that stands across all columns."""
LONGEST_HEAD = 20
"""In characters; the heading of a column is not longer."""
LONGEST_SECTION = 60

_NUMBER_HEAD = re.compile(r"(?:任务|工作|项目|事项)?(?:序\s*号|编\s*号)|项\s*号")
_CLASS_HEAD = re.compile(".{0,4}(?:类别|类型|领域|方面|板块|大类|分类|专项)")
_ORDINAL = re.compile(r"(?:第\s*)?([0-9０-９]{1,5}(?:[-—.．][0-9０-９]{1,3}){0,3})\s*(?:项|[.、．])?")
_SENTENCE_ENDS = re.compile("[。；：！？;!?][”’）)】]*$")
_STANDS_ACROSS = re.compile(f"(?=.{{1,{LONGEST_SECTION}}}$)(?:{NUMBERED.pattern}|[^，。；：]{{2,8}}[：:])")
"""A heading between two rows, or who leads those below it; any other line may be a cell that is one too many."""
_APART = re.compile(
    f"{_SENTENCE_ENDS.pattern}|[：:]|^(?:{NUMBERED.pattern}|附[件表录]|[（(]此件|抄送|注|[合总小]\\s*计|填[报表])"
)
"""What stands in no cell of the next row."""
_FEWEST_HEADS = 2
_FEWEST_ROWS = 2
"""A single row cannot be compared with others."""
_KINDS = {
    "sentence": _SENTENCE_ENDS,
    "time": re.compile("[0-9]+[年月日]|季度|年底|持续|长期|全年"),
    "office": re.compile(
        "(?:[局委办处部厅院会队]|中心|政府|公司|单位|街道|部门|机构)(?:等|[（(]|$|[、，])|负责$|^[-—/／无]+$"
    ),
}
_HEADS_OF = {
    "office": re.compile("单位|部门|主体$"),
    "time": re.compile("时限|时间|期限|节点"),
    "sentence": re.compile("任务|内容|举措|措施|事项|实事|要求"),
}
"""What the headings of columns say that they hold."""
_FARTHEST = 5
"""A number so far behind the last one shows that rows follow, and one of them is missing."""
_MOST_SECTIONS = 3
_MAJORITY = 0.8
_ENOUGH = 500
"""Lines that show what the columns of a table hold."""


class Stacked(NamedTuple):
    """A table.

    Attributes:
        start: The index of its first line; `end` that of the first behind it.
        rows: Its rows, each with its cells; one of a single cell stands across all columns.
        width: How many columns it has.
    """

    start: int
    end: int
    rows: tuple[tuple[str, ...], ...]
    width: int


def is_section(text: str) -> bool:
    """Whether a cell that is alone in its row is a heading."""
    return len(text) <= LONGEST_SECTION and (bool(NUMBERED.match(text)) or not re.search("[。；0-9]", text))


def stacked(lines: Sequence[str]) -> list[Stacked] | int:
    """The tables among lines; where those under any headings do not fit them, the index of the first that does not.

    Args:
        lines: All lines of a text, blank ones included, without space at their ends.
    """
    found: list[Stacked] = []
    at = 0
    while at < len(lines):
        walk = _Walk.of(lines, at) if _NUMBER_HEAD.fullmatch(lines[at]) else None
        if walk is None:
            at += 1
            continue
        table = walk.table()
        if isinstance(table, int):
            return table
        found.append(table)
        at = table.end
    return found


class _Walk:
    """Goes through the rows of one table."""

    def __init__(self, lines: Sequence[str], start: int, width: int, number: int) -> None:
        self._lines, self._start, self._width, self._number = lines, start, width, number
        self._heads = tuple(lines[start : start + width])
        self._long = self._long_column()
        self._parts = _parts(self._heads, number)

    @classmethod
    def of(cls, lines: Sequence[str], at: int) -> _Walk | None:
        """What goes through the table whose column of numbers has its heading at a line; None where it has none."""
        classes = 1 if at and _CLASS_HEAD.fullmatch(lines[at - 1]) else 0
        end = at
        while end < len(lines) and may_be_head(lines[end]):
            end += 1
        # The class of the first row stands between the headings and its number, and is no heading.
        width = end - at + (classes if end == len(lines) or not _ordinal(lines[end]) else 0)
        known = sum(bool(HEADS.search(line)) for line in lines[at:end])
        return cls(lines, at - classes, width, classes) if min(width - 1, known) >= _FEWEST_HEADS else None

    def table(self) -> Stacked | int:
        """The table; where a row does not fit, the index of its first line."""
        rows: list[tuple[str, ...]] = [self._heads]
        at, last = self._start + self._width, None
        begin = at
        while (found := self._row_begins(at, last)) is not None:
            begin = found
            rows += ((section,) for section in self._lines[at:begin])
            if self._repeats(begin):
                rows.append(self._heads)
                at, last = begin + self._width, None
                continue
            row = self._row(begin, last)
            if row is None:
                return begin
            cells, at = row
            rows.append(cells)
            last = self._number_of(begin) or last
        return Stacked(self._start, at, tuple(rows), self._width) if self._is_last_row_certain(rows, at) else begin

    def _long_column(self) -> int | None:
        """The column whose cells are sentences: as far behind the numbers in almost every row."""
        places: Counter[int] = Counter()
        last: tuple[int, ...] | None = None
        first = self._start + self._width
        for at in range(first, min(len(self._lines), first + _ENOUGH)):
            number = _ordinal(self._lines[at])
            if number and _follows(number, last):
                last = number
                cells = enumerate(self._lines[at : at + self._width - self._number], self._number)
                places.update(islice((place for place, cell in cells if _SENTENCE_ENDS.search(cell)), 1))
        column, count = max(places.items(), key=lambda each: each[1], default=(None, 0))
        return column if count >= max(_FEWEST_ROWS, _MAJORITY * places.total()) else None

    def _row_begins(self, at: int, last: tuple[int, ...] | None) -> int | None:
        """Where the next row begins, behind headings that stand across all columns; None where none follows."""
        for sections in range(_MOST_SECTIONS + 1):
            begin = at + sections
            if self._repeats(begin):
                return None if sections else begin
            number = self._number_of(begin)
            if number and (_follows(number, last) or (sections and number[-1] == 1)):
                return begin
            if not sections and last and self._goes_on(begin, last):
                return begin
            if begin >= len(self._lines) or not _STANDS_ACROSS.match(self._lines[begin]):
                return None
        return None

    def _number_of(self, begin: int) -> tuple[int, ...] | None:
        at = begin + self._number
        return _ordinal(self._lines[at]) if at < len(self._lines) else None

    def _repeats(self, at: int) -> bool:
        return tuple(self._lines[at : at + self._width]) == self._heads

    def _goes_on(self, begin: int, last: tuple[int, ...]) -> bool:
        """Whether a row has no number: a cell of numbers that was merged with the one above leaves a blank line."""
        row = self._lines[begin : begin + self._width]
        written = sum(map(bool, row))
        if len(row) < self._width or row[self._number] or written * 2 < len(row):
            return False
        return not any(
            cell in self._heads or _follows(_ordinal(cell), last) or _is_heading(cell) for cell in row if cell
        )

    def _length(self, begin: int, last: tuple[int, ...] | None) -> int | None:
        """How many lines a row has: one for each cell, and more where the sentences of one take several."""
        number = self._number_of(begin) or last
        several = 0
        if self._long is not None:
            sentences = islice(self._lines, begin + self._long, None)
            several = next((n for n, line in enumerate(sentences) if not _SENTENCE_ENDS.search(line)), 0)
        if self._fits(begin, begin + self._width - 1 + max(several, 1), number):
            return self._width - 1 + max(several, 1)
        # The sentences may stand in two columns; that must be certain from the number behind them.
        end = begin + self._width
        return self._width if end < len(self._lines) and self._row_begins(end, number) is not None else None

    def _fits(self, begin: int, end: int, number: tuple[int, ...] | None) -> bool:
        """Whether a row may end here: another one follows, or nothing that could be a cell."""
        if end > len(self._lines):
            return False
        return self._row_begins(end, number) is not None or self._may_be_last(begin, end, number)

    def _may_be_last(self, begin: int, end: int, number: tuple[int, ...] | None) -> bool:
        """Whether a row is certain to end here although no number follows: nothing in or behind it is one cell more."""
        row = self._lines[begin:end]
        behind = self._lines[end] if end < len(self._lines) else ""
        if any(_follows(_ordinal(cell), number) for cell in row[self._number + 1 :]):
            return False
        sentences = sum(bool(_SENTENCE_ENDS.search(cell)) for cell in row)
        if self._long is None and (sentences > 1 or _SENTENCE_ENDS.search(behind)):
            return False
        if self._long == self._width - 1 and (len(row) > self._width or _SENTENCE_ENDS.search(behind)):
            return False
        return self._is_over(end, number)

    def _is_over(self, at: int, last: tuple[int, ...] | None) -> bool:
        """Whether a table ends here: no number goes on behind it, up to the headings of the next one."""
        if at < len(self._lines) and self._lines[at] and not _APART.search(self._lines[at]):
            return False
        for line in islice(self._lines, at, None):
            if _NUMBER_HEAD.fullmatch(line):
                return True
            if _is_behind(_ordinal(line), last):
                return False
        return True

    def _is_last_row_certain(self, rows: Sequence[tuple[str, ...]], end: int) -> bool:
        """Whether the cells of the last row are what those above them are; no number behind it says that they are all.

        One line too many in a cell and a blank one for the last cell come to the same number of lines.
        """
        full = [row for row in rows if len(row) == self._width and row != self._heads]
        if len(full) < _FEWEST_ROWS:
            return bool(full) and self._lines[end : end + 1] != [""]
        kinds = [{_kind(row[at]) for row in full[:-1]} - {"blank"} for at in range(self._width)]
        last = [_kind(cell) for cell in full[-1]]
        if self._lines[end : end + 1] == [""] and kinds[-1] and last[-1] in kinds[-2] - kinds[-1]:
            return False
        pairs = zip(last, kinds, strict=True)
        return all(kind in {"blank", "other"} or not seen or seen & {kind, "other"} for kind, seen in pairs)

    def _row(self, begin: int, last: tuple[int, ...] | None) -> tuple[tuple[str, ...], int] | None:
        """The cells of a row and the index of the line behind it; None where nobody can tell where a cell ends."""
        if (length := self._length(begin, last)) is None:
            return self._row_by_kinds(begin, last)
        cells = list(self._lines[begin : begin + length])
        more = length - self._width
        if more and self._long is not None:
            cells[self._long : self._long + more + 1] = ["\n".join(cells[self._long : self._long + more + 1])]
        return tuple(cells), begin + length

    def _row_by_kinds(self, begin: int, last: tuple[int, ...] | None) -> tuple[tuple[str, ...], int] | None:
        """A row whose cells may have several lines, where no two columns beside one another hold the same kind."""
        number = self._number_of(begin) or last
        if self._parts is None or not self._number_of(begin):
            return None
        cells: list[str] = []
        at = begin
        for part in self._parts:
            end = at + 1 if part == "number" else at
            while part != "number" and end < len(self._lines) and _is_of(self._lines[end], part):
                if end > at and self._is_behind_row(end, number):
                    break
                end += 1
            if end == at:
                return None
            cells.append("\n".join(self._lines[at:end]))
            at = end
        goes_on = self._row_begins(at, number) is not None
        return (tuple(cells), at) if goes_on or self._is_over(at, number) else None

    def _is_behind_row(self, at: int, number: tuple[int, ...] | None) -> bool:
        """Whether a line is none of the row's: the next one's first, or a heading, even an empty one."""
        return self._row_begins(at, number) is not None or _is_heading(self._lines[at])


def _parts(heads: Sequence[str], number: int) -> tuple[str, ...] | None:
    """The kind of each column by its heading; None where one has none, or two beside one another have the same."""
    kinds = ["number" if at == number else _kind_of_head(head) for at, head in enumerate(heads)]
    alike = any(one == other for one, other in pairwise(kinds))
    return None if alike or "" in kinds else tuple(kinds)


def _kind_of_head(head: str) -> str:
    return next((kind for kind, pattern in _HEADS_OF.items() if pattern.search(head)), "")


def _is_of(line: str, kind: str) -> bool:
    """Whether a line may go on in a column."""
    found = _kind(line)
    return found == kind or (kind == "sentence" and found == "other")


def _is_heading(line: str) -> bool:
    """Whether a line stands across all columns and is no sentence."""
    return bool(_STANDS_ACROSS.match(line)) and not _SENTENCE_ENDS.search(line)


def may_be_head(line: str) -> bool:
    """Whether a line may be the heading of a column."""
    return 0 < len(line) <= LONGEST_HEAD and not (SENTENCE.search(line) or NUMBERED.match(line) or _ordinal(line))


def _ordinal(line: str) -> tuple[int, ...] | None:
    """The number of a row: 3, 3. and 1-2."""
    found = _ORDINAL.fullmatch(line) if len(line) <= LONGEST_HEAD else None
    return tuple(map(int, re.split("[-—.．]", found[1]))) if found else None


def _follows(number: tuple[int, ...] | None, last: tuple[int, ...] | None) -> bool:
    """Whether a number is the next: one more, the first of the next part, or the first of all."""
    if number is None:
        return False
    if last is None or number[-1] == 1:
        return True
    return number == (*last[:-1], last[-1] + 1)


def _kind(cell: str) -> str:
    """What a cell seems to hold."""
    if not cell:
        return "blank"
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(cell)), "other")


def _is_behind(number: tuple[int, ...] | None, last: tuple[int, ...] | None) -> bool:
    """Whether a number is one of the next."""
    if not (number and last) or number[:-1] != last[:-1]:
        return False
    return 0 < number[-1] - last[-1] <= _FARTHEST
