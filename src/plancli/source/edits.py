"""Another text in the place of a scalar, written as the old one was: what that changes in the file's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plancli.source.scalars import double_quoted, one_line
from plancli.source.tree import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plancli.source.tree import Leaf

_HEADER = re.compile(r"[|>][-+0-9]*")
_STEP = 2


class Edit(NamedTuple):
    """A part of a file's text, in characters, and what shall stand there."""

    start: int
    end: int
    text: str


class Piece(NamedTuple):
    """A part of a value, in characters, and what shall stand there."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with parts of it replaced."""
    done, parts = 0, []
    for edit in sorted(edits):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


@dataclass(frozen=True, slots=True)
class Site:
    """A scalar in a file.

    Attributes:
        text: The file's text.
        leaf: The scalar.
        margin: The column of its key, or of its dash.
        in_brackets: Whether it stands in brackets.
    """

    text: str
    leaf: Leaf
    margin: int
    in_brackets: bool

    def put(self, written: str) -> Edit:
        """Put another scalar there, as it is written."""
        empty = self.leaf.start == self.leaf.end and self.text[self.leaf.start - 1] in ":-"  # it begins directly behind
        return Edit(self.leaf.start, self.leaf.end, f" {written}" if empty else written)

    def say(self, new: str) -> Iterator[Edit]:
        """Put a text there; in a block its lines, else in the same quotes where that is possible."""
        if self.leaf.style in BLOCKS:
            yield from self._rewrite_block(new)
        elif "\n" in new and not self.in_brackets:
            yield from self._make_block(new)
        else:
            yield self.put(one_line(new, self.leaf.style, in_brackets=self.in_brackets))

    def splice(self, pieces: Sequence[Piece]) -> Iterator[Edit]:
        """Replace parts of a literal block; all other characters stay where they are."""
        lines, line_end, indent = self._lines(), self._line_end, self._indent
        for piece in pieces:
            text = _indented(piece.text, line_end, indent)
            yield Edit(_offset(lines, piece.start), _offset(lines, piece.end), text)

    def _make_block(self, new: str) -> Iterator[Edit]:
        """The comment behind the value stays there, and the lines come below it."""
        end = _end_of_line(self.text, self.leaf.end)
        if fits_block(new):
            mark, lines = self.put("|"), _indented(f"\n{new}", self._line_end, " " * (self.margin + _STEP))
            behind = self.text[mark.end : end]
            yield Edit(mark.start, end, mark.text + behind + lines)
        else:
            yield self.put(double_quoted(new))

    def _rewrite_block(self, new: str) -> Iterator[Edit]:
        """The mark and the comment behind it stay, unless the text does not fit into a block any more."""
        start, body = self.leaf.start, self._body
        mark = _HEADER.match(self.text, start)
        assert mark is not None  # noqa: S101 - a block begins with it
        filled = len(self.text[body : self.leaf.end].rstrip(" \t\r\n"))
        if filled and fits_block(new):
            yield Edit(start, start + 1, "|")
            yield Edit(body, body + filled, self._indent + _indented(new, self._line_end, self._indent))
        else:
            yield Edit(start, mark.end(), double_quoted(new))
            yield Edit(body, self.leaf.end, "")

    @property
    def _line_end(self) -> str:
        at = self.text.find("\n")
        return "\r\n" if at > 0 and self.text[at - 1] == "\r" else "\n"

    @property
    def _body(self) -> int:
        """Where the line below a block's mark begins."""
        return min(self.text.find("\n", self.leaf.start) + 1 or len(self.text), self.leaf.end)

    @property
    def _indent(self) -> str:
        """What stands before each line of a block."""
        filled = next((line for line in self.text[self._body : self.leaf.end].split("\n") if line.strip()), "")
        said = next((line for line in str(self.leaf.value).split("\n") if line.strip()), "")
        if self.leaf.style == "|" and filled:
            return " " * (len(filled.rstrip("\r")) - len(said))
        return " " * (len(filled) - len(filled.lstrip(" ")) if filled else self.margin + _STEP)

    def _lines(self) -> list[tuple[int, int]]:
        """For each line of a literal block: the offset of its first character in the value, and in the file."""
        lines, inside, start, indent = [], 0, self._body, len(self._indent)
        for line in self.text[start : self.leaf.end].split("\n"):
            said = len(line.rstrip("\r"))
            lines.append((inside, start + min(indent, said)))
            inside += max(said - indent, 0) + 1
            start += len(line) + 1
        return lines


def _offset(lines: list[tuple[int, int]], at: int) -> int:
    inside, start = lines[bisect_right(lines, at, key=lambda line: line[0]) - 1]
    return start + at - inside


def fits_block(text: str) -> bool:
    """Whether a text can stand behind a `|`: its first line tells the indentation."""
    return bool(text.strip()) and text[0] not in " \t\n" and "\r" not in text


def _indented(text: str, line_end: str, indent: str) -> str:
    """A text over several lines; those that are empty stay so, but for the last, where more may follow."""
    first, *rest = text.split("\n")
    last = rest.pop() if rest else None
    lines = [first, *(indent + line if line else "" for line in rest)]
    return line_end.join(lines if last is None else [*lines, indent + last])


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end
