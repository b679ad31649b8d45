"""Texts whose lines were broken by the layout rather than by their author."""

from __future__ import annotations

from itertools import pairwise

from plancli.intake.brackets import opens
from plancli.intake.numbering import read_label
from plancli.prose.enumerations import begins_clause

_ENDS = frozenset("。！？；：…）】!?;:)")
_CLOSES = "”’》"
_SHORTEST = 15
"""Characters of a line below which it may be a heading of its own, or an entry of a list."""
_FEWEST = 2
"""Lines of one width that break off, from which on one as wide may have been broken at a full stop, too."""
_LOOKED_AT = 3
"""Lines in which a quotation may begin that one breaks off."""
_UNEVEN = 1
"""Characters by which lines of one width differ: no mark begins a line, and letters are narrower."""


def paragraphs(text: str) -> tuple[list[str], bool]:
    """The paragraphs of a text, and whether any was put together of several lines.

    A line goes on in the next one where it is long, does not end like a paragraph, and the next begins nothing new.

    Args:
        text: Its lines.
    """
    lines = list(filter(None, map(str.strip, text.split("\n"))))
    width = _width(lines)
    found = [[line] for line in lines[:1]]
    for line, behind in pairwise(lines):
        is_full = width is not None and len(line) >= width - _UNEVEN
        goes_on = (is_full or _breaks_off(line) or opens("".join(found[-1][-_LOOKED_AT:]))) and not (
            read_label(behind) or begins_clause(behind, 0)
        )
        found[-1].append(behind) if goes_on else found.append([behind])
    return ["".join(each) for each in found], len(found) < len(lines)


def one_line(text: str) -> str:
    """A heading or a cell that a layout broke, on one line: 深化改革⏎扩大开放; words in Latin letters keep a space."""
    lines = list(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
    joints = [" " if before[-1] + behind[0] < "\x80" else "" for before, behind in pairwise(lines)]
    return "".join(line + joint for line, joint in zip(lines, [*joints, ""], strict=True))


def _breaks_off(line: str) -> bool:
    return len(line) >= _SHORTEST and line.rstrip(_CLOSES)[-1:] not in _ENDS


def _width(lines: list[str]) -> int | None:
    """How wide the lines are, where several break off at the same place."""
    broken = [len(line) for line in lines[:-1] if _breaks_off(line)]
    widest = max(broken, default=0)
    return widest if sum(each >= widest - _UNEVEN for each in broken) >= _FEWEST else None
