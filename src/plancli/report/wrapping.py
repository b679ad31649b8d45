"""Text in lines of a terminal: Chinese has no spaces to break at, and takes two cells a character."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from plancli.report.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    """Break a text into lines: between words, and anywhere in Chinese but before its marks.

    Args:
        text: One paragraph.
        width: Cells of a line, without the indentation.
        indent: What every line begins with.
    """
    return _lines(_pieces(text), width, indent)


def wrapped_names(names: Iterable[str], width: int) -> list[str]:
    """Names joined by 、, broken only behind it; a name that is wider than a line is broken anywhere."""
    joined = "、".join(names)
    pieces = joined.replace("、", "、\n").split("\n")
    return [line for each in _lines(pieces, width, "") for line in wrapped(each, width)] if joined else [""]


def _lines(pieces: Iterable[str], width: int, indent: str) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and cells(line + piece.rstrip()) > width:
            yield indent + line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield indent + line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What must not be broken: a word with the space behind it, a Chinese character with the marks around it."""
    piece = ""
    for char in text:
        if piece and _breaks(piece[-1], char):
            yield piece
            piece = ""
        piece += char
    yield piece


def _breaks(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    closing = unicodedata.category(after) in {"Pe", "Pf", "Po"} or after == " "
    opened = unicodedata.category(before) in {"Ps", "Pi"}
    wide = {unicodedata.east_asian_width(before), unicodedata.east_asian_width(after)} & {"W", "F"}
    return (before == " " or bool(wide)) and not closing and not opened
