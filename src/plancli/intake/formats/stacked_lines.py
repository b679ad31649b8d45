"""What a line may be in a table with a cell on each line: a heading, a number, a sentence, offices, a time."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS = re.compile(
    "序号|编号|任务|内容|举措|措施|事项|项目|工作|单位|部门|时限|时间|节点|进度|目标|领导|备注|类别|领域|指标|路径|责任"
)
"""Words of which one stands in most headings of columns."""
_SENTENCE = re.compile("[。；：！？《》]")
"""What no heading of a column has."""
NUMBERED = re.compile(
    "(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,3}、)|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部])"
)
"""How a heading begins that stands across all columns."""
_LONGEST_HEAD = 20
"""In characters; the heading of a column is not longer."""
LONGEST_SECTION = 60

NUMBER_HEAD = re.compile(r"(?:任务|工作|项目|事项)?(?:序\s*号|编\s*号)|项\s*号")
CLASS_HEAD = re.compile(".{0,4}(?:类别|类型|领域|方面|板块|大类|分类|专项)")
_ORDINAL = re.compile(r"(?:第\s*)?([0-9０-９]{1,5}(?:[-—.．][0-9０-９]{1,3}){0,3})\s*(?:项|[.、．])?")
SENTENCE_ENDS = re.compile("[。；：！？;!?][”’）)】]*$")
STANDS_ACROSS = re.compile(f"(?=.{{1,{LONGEST_SECTION}}}$)(?:{NUMBERED.pattern}|[^，。；：]{{2,8}}[：:])")
"""A heading between two rows, or who leads those below it; any other line may be a cell that is one too many."""
APART = re.compile(
    f"{SENTENCE_ENDS.pattern}|[：:]|^(?:{NUMBERED.pattern}|附[件表录]|[（(]此件|抄送|注|[合总小]\\s*计|填[报表])"
)
"""What stands in no cell of the next row."""
_KINDS = {
    "sentence": SENTENCE_ENDS,
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


def is_section(text: str) -> bool:
    """Whether a cell that is alone in its row is a heading."""
    return len(text) <= LONGEST_SECTION and (bool(NUMBERED.match(text)) or not re.search("[。；0-9]", text))


def kinds_of_columns(heads: Sequence[str], number: int) -> tuple[str, ...] | None:
    """The kind of each column by its heading; None where one has none, or two beside one another have the same."""
    kinds = ["number" if at == number else _kind_of_head(head) for at, head in enumerate(heads)]
    alike = any(one == other for one, other in pairwise(kinds))
    return None if alike or "" in kinds else tuple(kinds)


def _kind_of_head(head: str) -> str:
    return next((kind for kind, pattern in _HEADS_OF.items() if pattern.search(head)), "")


def is_of(line: str, kind: str) -> bool:
    """Whether a line may go on in a column."""
    found = kind_of(line)
    return found == kind or (kind == "sentence" and found == "other")


def is_heading(line: str) -> bool:
    """Whether a line stands across all columns and is no sentence."""
    return bool(STANDS_ACROSS.match(line)) and not SENTENCE_ENDS.search(line)


def may_be_head(line: str) -> bool:
    """Whether a line may be the heading of a column."""
    return 0 < len(line) <= _LONGEST_HEAD and not (_SENTENCE.search(line) or NUMBERED.match(line) or ordinal(line))


def ordinal(line: str) -> tuple[int, ...] | None:
    """The number of a row: 3, 3. and 1-2."""
    found = _ORDINAL.fullmatch(line) if len(line) <= _LONGEST_HEAD else None
    return tuple(map(int, re.split("[-—.．]", found[1]))) if found else None


def follows(number: tuple[int, ...] | None, last: tuple[int, ...] | None) -> bool:
    """Whether a number is the next: one more, the first of the next part, or the first of all."""
    if number is None:
        return False
    if last is None or number[-1] == 1:
        return True
    return number == (*last[:-1], last[-1] + 1)


def kind_of(cell: str) -> str:
    """What a cell seems to hold."""
    if not cell:
        return "blank"
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(cell)), "other")


def is_behind(number: tuple[int, ...] | None, last: tuple[int, ...] | None) -> bool:
    """Whether a number is one of the next."""
    if not (number and last) or number[:-1] != last[:-1]:
        return False
    return 0 < number[-1] - last[-1] <= _FARTHEST
