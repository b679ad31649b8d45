"""Lines that a PDF copy broke in mid-word, joined again; only where a text as a whole shows that it was broken."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from plancli.prose.enumerations import begins_clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASH = "[-—–－―]"
_PAGE_MARK = re.compile(
    rf"\s*(?:{_DASH}{{1,2}}\s*[0-9０-９]{{1,4}}\s*{_DASH}{{1,2}}"
    r"|第\s*[0-9]{1,4}\s*页(?:[，,/]?\s*共\s*[0-9]{1,4}\s*页)?|Page\s+[0-9]{1,4}(?:\s+of\s+[0-9]{1,4})?)\s*"
)
_ENDED = re.compile("[。！？；：.!?;:][”’）)】〕］]*$").search
_HEADING = re.compile(r"[（(【〔［]?(?:第?[一二三四五六七八九十]{1,4}|[0-9]{1,3})[、.．)）章节条]|专栏|附件|附表")
_ALONE = re.compile(r"[0-9]{1,4}|序\s*号|编\s*号")
"""A line that is a cell of a table, and begins or goes on no sentence."""
_INDENT = ("\u3000", "  ", "\t")

_WIDEST = 80
"""A longer line was not broken by a page: no page is as wide."""

_NARROWEST = 20
_FULL = 0.8
"""A line that is as long, compared to the longest, may go on in the next."""

_FEWEST = 3
"""So many full lines without an end show that a text was broken."""


class Line(NamedTuple):
    """A line of a text and its number, from 1."""

    text: str
    number: int


def is_page_mark(text: str) -> bool:
    """Whether a line is the number of a page: — 3 —, -3-, 第3页."""
    return _PAGE_MARK.fullmatch(text) is not None


def joined(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """The paragraphs of lines, and how many lines went on in the next in each.

    Args:
        lines: The lines with blank ones, without page marks.
    """
    width = _width(lines)
    indents = sum(line.text.startswith(_INDENT) for line in lines) > 1
    parts: list[str] = []
    first = 0
    before = Line("", 0)
    for line in lines:
        if parts and width and _goes_on(before, line, width, indents=indents):
            parts.append(_gap(before.text, line.text) + line.text.strip())
        else:
            if parts:
                yield Line("".join(parts), first), len(parts) - 1
            parts, first = ([line.text.strip()] if line.text.strip() else []), line.number
        before = line
    if parts:
        yield Line("".join(parts), first), len(parts) - 1


def _width(lines: Sequence[Line]) -> float:
    """From which length on a line may be one that was broken; 0 where the text shows no sign of it."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.text.strip())
    if not lengths or not _NARROWEST <= lengths[-1] <= _WIDEST:
        return 0
    full = _FULL * lengths[-1]
    open_ended = sum(
        len(line.text.rstrip()) >= full and bool(after.text.strip()) and not _ENDED(line.text.rstrip())
        for line, after in pairwise(lines)
    )
    return full if open_ended >= _FEWEST else 0


def _goes_on(before: Line, line: Line, width: float, *, indents: bool) -> bool:
    """Whether a paragraph goes on in a line."""
    text = line.text.strip()
    if _ALONE.fullmatch(text) or _ALONE.fullmatch(before.text.strip()):
        return False
    if not text or len(before.text.rstrip()) < width or (indents and line.text.startswith(_INDENT)):
        return False
    if begins_clause(text, 0) or _HEADING.match(text):
        # 1.5万 and 2027年 may be broken, too, but only behind a line that does not end.
        return not _ENDED(before.text.rstrip()) and re.match("[0-9]+(?:[.．][0-9]|[^0-9.．、)）])", text) is not None
    return indents or not _ENDED(before.text.rstrip())


def _gap(before: str, after: str) -> str:
    """What stands between two halves of a line: a space between Latin words only."""
    last, first = before.rstrip()[-1:], after.lstrip()[:1]
    return " " if last.isascii() and first.isascii() and last.isalpha() and first.isalpha() else ""
