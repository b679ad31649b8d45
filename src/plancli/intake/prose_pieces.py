"""Paragraphs without a table cut into pieces, each a heading, a task or a part of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plancli.intake.inline import part
from plancli.intake.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.document import Paragraph, Spot
    from plancli.intake.inline import Parted
    from plancli.intake.numbering import Label

_LONGEST_HEADING = 40
_ENDS_WITH_NAMES = re.compile("[（(][^（）()]*(?:[局委办厅部院]|政府|单位|部门)[^（）()]*[）)]$")
_CLOSES = re.compile("[（(]?此件.{0,12}公开[^。]{0,6}[）)]?|20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|抄送[：:].*")
"""What closes an official document."""
BELOW = frozenset({"digit", "bracketed-digit", "ring", "dotted"})
"""How items are numbered that may stand below a task."""
ITEMS = frozenset({"bracketed-digit", "ring"})
"""How items are numbered that are no tasks by themselves."""
_RUN_IN = re.compile("([^。\n]{1,44})。[ \t\u3000]*(?=[（(0-9①一])")
"""A heading that its first task follows on the same line: 一、优化环境。（一）……"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of one that is a task of its own.

    Attributes:
        spot: Its place.
        written: What it says.
        label: The number before it.
        parted: What stands behind that, and the duties in it.
        level: Of a heading, where the format says.
    """

    spot: Spot
    written: str
    label: Label | None
    parted: Parted
    level: int = 0

    @property
    def family(self) -> str:
        """How it is numbered; empty without a number."""
        return self.label.family if self.label else f"level {self.level}" if self.level else ""

    @property
    def is_heading(self) -> bool:
        """Whether it may be a heading: short, with a number or said to be one, no sentence."""
        return self.is_short and not self.parted.duties

    @property
    def is_short(self) -> bool:
        """Whether it reads like a heading, although duties may stand behind it."""
        text = self.parted.text
        short = 0 < len(text) <= _LONGEST_HEADING and text[-1] not in "。；;：:！" and not _ENDS_WITH_NAMES.search(text)
        return bool(self.family) and short


@dataclass
class Block:
    """A heading, or the pieces of what may be a task.

    Attributes:
        pieces: Of a heading only one.
        is_heading: Whether it is one.
        title: The heading that is the title of this task.
        above: What names those who are to do all tasks under a heading: of a heading, and of those tasks.
    """

    pieces: list[Piece]
    is_heading: bool = False
    title: Piece | None = None
    above: Piece | None = None

    @property
    def has_duties(self) -> bool:
        """Whether anybody has to do it."""
        said = [*self.pieces, *filter(None, [self.title, self.above])]
        return not self.is_heading and any(map(names_somebody, said))

    @property
    def has_own_duties(self) -> bool:
        """Whether it says itself who has to do it."""
        return any(map(names_somebody, self.pieces))


def names_somebody(piece: Piece) -> bool:
    """Whether a piece says who is to do something."""
    return any(each.shares for each in piece.parted.duties)


def closes(piece: Piece) -> bool:
    """Whether a piece closes an official document: its date, 此件公开发布."""
    return _CLOSES.fullmatch(piece.written.strip()) is not None


def pieces_of(paragraph: Paragraph) -> Iterator[Piece]:
    """A paragraph; several where each number in it has duties of its own: 1.…（…负责）2.…（…负责）."""
    text = f"{paragraph.label}{paragraph.text}" if paragraph.label else paragraph.text
    start = 0
    if (run_in := _RUN_IN.match(text)) and read_label(run_in[1]) and read_label(text[run_in.end() :]):
        yield _piece(run_in[1], paragraph)
        start = run_in.end()
    for each in part(text).duties:
        if each.end <= start:
            continue
        behind = text[each.end :].lstrip("。；; \t\u3000")
        if behind and "\n" not in text[each.end : len(text) - len(behind)] and read_label(behind):
            end = len(text) - len(behind)
            yield _piece(text[start:end], paragraph)
            start = end
    yield _piece(text[start:], paragraph)


def _piece(text: str, paragraph: Paragraph) -> Piece:
    label = read_label(text)
    return Piece(paragraph.spot, text.strip(), label, part((label.rest if label else text).strip()), paragraph.level)


def unlabelled(piece: Piece) -> Piece:
    """A piece whose number is a part of its text."""
    return replace(piece, label=None, parted=part(piece.written))
