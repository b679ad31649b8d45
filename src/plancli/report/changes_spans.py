"""Lines made of differently coloured pieces: broken by what they say, painted afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.report.cells import cells
from plancli.report.wrapping import wrapped
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.report.colour import Paint, Role

NARROWEST = 16
"""Cells that a line keeps behind its indentation on narrow terminals."""

SIGNS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
"""Around what was struck out and written in: as `git diff --word-diff` has them."""

WIDEST = 24
"""Cells of a name that is not broken."""

# While lines are broken, other characters of the same width stand for what must not be torn: no line ends behind ‹,
# and none begins with › 、 or a full stop.
_SIGNS = {"[-": "‹‹", "-]": "››", "{+": "‹‹", "+}": "››"}
_UNIT = re.compile("(?<=[0-9A-Za-z])[\u4e00-\u9fff]{1,2}")
_NAMES = re.compile("[^\\s、，；：]{2,}")


class Span(NamedTuple):
    """A piece of a line.

    Attributes:
        text: What it says.
        role: How it is painted; None for plainly.
        signs: What stands around it, and is never torn off.
        names: Whether it is a list of names, to be broken only between them.
    """

    text: str
    role: Role | None = None
    signs: tuple[str, str] = ("", "")
    names: bool = False


class _Piece(NamedTuple):
    start: int
    text: str
    role: Role | None


def laid(spans: Iterable[Span], paint: Paint, *, width: int | None = None, indent: str = "") -> Iterator[str]:
    """Lay out pieces as lines.

    Args:
        spans: One paragraph.
        paint: The colours.
        width: Cells of a line with its indentation; None where lines need not end.
        indent: What every line begins with.
    """
    pieces, breakable = list[_Piece](), ""
    for text, role, (opening, closing), names in spans:
        said = legible(text)
        pieces.append(_Piece(len(breakable), opening + said + closing, role))
        breakable += _SIGNS.get(opening, "") + _untorn(said, names=names) + _SIGNS.get(closing, "")
    at = 0
    for line in [breakable.rstrip()] if width is None else wrapped(breakable, max(width - cells(indent), NARROWEST)):
        start = breakable.index(line, at)
        at = start + len(line)
        yield (indent + "".join(_painted(pieces, start, at, paint))).rstrip()


def _untorn(text: str, *, names: bool) -> str:
    """A text with what stands for it while lines are broken: a number keeps its unit, and a name is whole."""
    if not names:
        return _UNIT.sub(lambda match: "、" * len(match[0]), text)
    return _NAMES.sub(lambda match: match[0] if cells(match[0]) > WIDEST else _whole(match[0]), text)


def _whole(name: str) -> str:
    return name[0] + "".join("、" if cells(char) > 1 else "." for char in name[1:])


def _painted(pieces: Iterable[_Piece], start: int, end: int, paint: Paint) -> Iterator[str]:
    """What of the pieces falls into a line."""
    for piece in pieces:
        part = piece.text[max(start - piece.start, 0) : max(end - piece.start, 0)]
        if part:
            yield paint(piece.role, part) if piece.role and part.strip() else part
