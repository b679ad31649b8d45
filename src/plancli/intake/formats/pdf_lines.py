"""Characters become lines, and lines that a page was too narrow for become paragraphs again."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.brackets import opens
from plancli.prose.characters import lookalikes
from plancli.prose.corrections import corrected
from plancli.prose.enumerations import begins_clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plancli.intake.formats.pdf_device import Glyph

_MEANT = str.maketrans({"⼾": "户", "⸺": "——", "⸻": "———"})
"""A radical whose compatible character is the traditional one, and dashes that a font draws in one piece."""

_WIDE = 0x2E80
_SAME_LINE = 0.45
"""How far apart the middles of two characters of a line may be, in their height: small raised ones, too."""

_SAME_PLACE = 0.2
"""A character that stands again so near is one that was made bold by being drawn twice."""

_LATIN_GAP = 0.18
_HAN_GAP = 0.9
_NARROW = 0.6
_MARGIN = 0.6
_INDENT = 1.4
_CENTRED = 0.5
_APART = 0.8
_PAUSES = ("，", "、")
"""No paragraph ends with them, nor does a name."""

_ENDS = re.compile("[。；：）〕］】]$")
"""What running text ends with before a numbered paragraph that begins."""

_LARGER = 1.12
_SPACED = re.compile("[\u3400-\u9fff](?: +[\u3400-\u9fff]){2,}")
_TOKEN = re.compile("[（(【〔［“‘《〈]*(?:[A-Za-z0-9.,%％+/—–-]+|.)[，。；：、！？）)】〕］”’》〉%％]*", re.DOTALL)
"""What stands at the beginning of a line and cannot be parted."""


class Line(NamedTuple):
    """A line.

    Attributes:
        text: What it says.
        x0: Its left end, in points; `x1` the right one.
        top: Its upper edge; `bottom` the lower one.
        size: How high its characters are.
        parts: Its pieces with wide gaps between them.
        page: The number of its page.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    parts: tuple[str, ...]
    page: int


def lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of characters that stand in one cell or beside all tables, from above.

    Args:
        glyphs: The characters, in any order.
        page: The number of their page.
    """
    rows: list[list[Glyph]] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=lambda each: each.top + each.bottom):
        at = (glyph.top + glyph.bottom) / 2
        if not rows or at - middle > _SAME_LINE * max(glyph.bottom - glyph.top, rows[-1][0].bottom - rows[-1][0].top):
            rows.append([])
            middle = at
        rows[-1].append(glyph)
    return [line for row in rows if (line := _line(row, page))]


def _line(row: list[Glyph], page: int) -> Line | None:
    glyphs = sorted(row, key=lambda each: each.x0)
    size = median(each.bottom - each.top for each in glyphs)
    once = [glyphs[0]] if glyphs else []
    for before, glyph in pairwise(glyphs):
        if not (glyph.text == before.text and abs(glyph.x0 - before.x0) < _SAME_PLACE * size):
            once.append(glyph)
    while once and once[-1].text.isspace():
        once.pop()
    while once and once[0].text.isspace():
        once.pop(0)
    if not once:
        return None
    inked = [each for each in once if not each.text.isspace()]
    usual = max(median(after.x0 - before.x1 for before, after in pairwise(inked)), 0.0) if len(inked) > 1 else 0.0
    text, parts = once[0].text, [once[0].text]
    for before, glyph in pairwise(once):
        text += _gap(before, glyph, size, usual) + glyph.text
    for before, glyph in pairwise(inked):
        if glyph.x0 - before.x1 > _HAN_GAP * size + usual:
            parts.append("")
        parts[-1] += glyph.text
    written = _tidy(text)
    top, bottom = min(each.top for each in inked), max(each.bottom for each in inked)
    return Line(written, inked[0].x0, inked[-1].x1, top, bottom, size, tuple(map(_tidy, parts)), page)


def _gap(before: Glyph, glyph: Glyph, size: float, usual: float) -> str:
    """What stands between two characters: a space where the gap is wider than the line's others."""
    if before.text.isspace() or glyph.text.isspace():
        return ""
    both = before.text.isascii() and glyph.text.isascii() and before.text.isalnum() and glyph.text.isalnum()
    wide = (_LATIN_GAP if both else _HAN_GAP) * size + usual
    return " " if glyph.x0 - before.x1 > wide else ""


def _tidy(text: str) -> str:
    """A line with the characters that were meant; 市 农 业 is 市农业."""
    plain = text.translate(_MEANT)
    solid = " ".join(corrected(plain, lookalikes(plain)).split())
    return _SPACED.sub(lambda found: found.group().replace(" ", ""), solid)


class Paragraphs(NamedTuple):
    """What lines say.

    Attributes:
        texts: The paragraphs, each with its first line.
        joints: How many lines went on in the next.
    """

    texts: list[tuple[str, Line]]
    joints: int


def paragraphs(found: Sequence[Line], left: float, right: float, body: float = 0.0) -> Paragraphs:
    """Join lines that were broken only for want of room; where that is not certain they are joined, too.

    Args:
        found: The lines, in their order.
        left: Where lines begin.
        right: Where they end at most.
        body: The size of most characters; larger lines in the middle are parts of a title.
    """
    texts: list[tuple[str, Line]] = []
    joints = 0
    spaces = [after.top - before.bottom for before, after in pairwise(found) if after.page == before.page]
    usual = max(median(spaces), 0.0) if spaces else 0.0
    centred = bool(found) and all(_is_centred(line, left, right) for line in found)
    for at, line in enumerate(found):
        before = found[at - 1] if at else None
        if before and (opens(texts[-1][0]) or not _ends(before, line, _Frame(left, right, usual, body, centred))):
            text, first = texts[-1]
            texts[-1] = (text + _joint(text, line.text) + line.text, first)
            joints += 1
        else:
            texts.append((line.text, line))
    return Paragraphs(texts, joints)


class _Frame(NamedTuple):
    """What is known of the place where lines stand."""

    left: float
    right: float
    usual: float
    body: float
    centred: bool


def _ends(before: Line, line: Line, frame: _Frame) -> bool:
    """Whether a paragraph certainly ends with a line: the next had room in it, is set apart, or of another size."""
    size = min(before.size, line.size)
    if max(before.size, line.size) > _LARGER * size:
        return True
    if before.text.endswith(_PAUSES):
        return False
    is_numbered = frame.body and _ENDS.search(before.text) and begins_clause(line.text, 0)
    if is_numbered or (line.page == before.page and line.top - before.bottom > frame.usual + _APART * size):
        return True
    both_centred = _is_centred(before, frame.left, frame.right) and _is_centred(line, frame.left, frame.right)
    if frame.body and size > _LARGER * frame.body and both_centred:
        return False
    if not frame.centred and line.x0 - frame.left > _INDENT * size and not both_centred:
        return before.x0 - frame.left < line.x0 - frame.left - _INDENT * size or before.x1 < frame.right - size
    is_indented = line.x0 - frame.left < _CENTRED * size < _INDENT * size < before.x0 - frame.left
    begins = before.x0 if both_centred and not is_indented else frame.left
    room = frame.right - frame.left - (before.x1 - begins)
    return room > _width(line.text, line.size) + _MARGIN * size


def _is_centred(line: Line, left: float, right: float) -> bool:
    return abs((line.x0 - left) - (right - line.x1)) <= _CENTRED * line.size


def _width(text: str, size: float) -> float:
    """How wide the first piece of a line is that cannot be parted."""
    found = _TOKEN.match(text)
    return sum(size * (1.0 if ord(each) >= _WIDE else _NARROW) for each in (found.group() if found else ""))


def _joint(before: str, after: str) -> str:
    """What stands between two halves of a line: a space between Latin words only."""
    last, first = before[-1:], after[:1]
    return " " if last.isascii() and first.isascii() and last.isalpha() and first.isalpha() else ""
