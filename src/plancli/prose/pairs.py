"""Marks that come in pairs: quotation marks and brackets of GB/T 15834, and which of them lacks its partner."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plancli.prose.numerals import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAIRS = dict(zip("“‘《〈（【〔［「『｛", "”’》〉）】〕］」』｝", strict=True))
"""Each opening mark with the one that closes it."""

OPENING = "".join(PAIRS)
CLOSING = "".join(PAIRS.values())

_OPENERS = {closing: opening for opening, closing in PAIRS.items()}
_MARKS = re.compile(f"[{OPENING}{CLOSING}()]")
_HALF = {"(": "（", ")": "）"}
"""Half-width brackets close full-width ones, and are no fault of this kind: mixed-punctuation speaks of them."""

_NUMBERED = re.compile(rf"(?:^|(?<=[\n。；：！？，、;:]))\s*(?:[0-9]{{1,2}}|{HAN}|[A-Za-z])(?=[）)])")
"""What a bracket closes that was never opened: `1）`, `a）`."""


class Unpaired(NamedTuple):
    """A mark without its partner.

    Attributes:
        mark: The mark.
        partner: The mark that is missing.
        at: Where it stands, in characters.
    """

    mark: str
    partner: str
    at: int

    @property
    def opens(self) -> bool:
        """Whether it is the opening one."""
        return self.mark in PAIRS


def is_paired(text: str) -> bool:
    """Whether every mark has its partner; quick, and False for some texts in which `unpaired` finds nothing."""
    marks = _MARKS.findall(text)
    return not marks or _fault("".join(marks)) is None


def unpaired(text: str) -> Unpaired | None:
    """The first mark of a text that lacks its partner; the others may only follow from it."""
    places = list(_pairing(text))
    at = _fault("".join(text[place] for place in places))
    if at is None:
        return None
    mark = text[places[at]]
    return Unpaired(mark, PAIRS.get(mark) or _OPENERS[mark], places[at])


def _pairing(text: str) -> Iterator[int]:
    """Where the marks stand that must have partners: not `1）`, Let’s, and “ anew at each paragraph of a quotation."""
    numbered = {found.end() for found in _NUMBERED.finditer(text)}
    going = dict.fromkeys(PAIRS, 0)
    for found in _MARKS.finditer(text):
        at, mark = found.start(), _HALF.get(found.group(), found.group())
        opening = _OPENERS.get(mark, mark)
        if mark in PAIRS:
            if mark == "“" and going[mark] and _begins_paragraph(text, at):
                continue
            going[mark] += 1
        elif going[opening]:
            going[opening] -= 1
        elif at in numbered or (mark == "’" and _beside_latin(text, at)):
            continue
        yield at


def _begins_paragraph(text: str, at: int) -> bool:
    """Whether nothing but space stands before a place since an empty line, or since the text's beginning."""
    before = text.rfind("\n", 0, at) + 1
    if text[before:at].strip():
        return False
    above = text.rfind("\n", 0, max(before - 1, 0)) + 1
    return not before or not text[above : before - 1].strip()


def _beside_latin(text: str, at: int) -> bool:
    return any(char.isascii() and char.isalnum() for char in text[max(at - 1, 0) : at + 2])


@lru_cache(maxsize=1024)
def _fault(marks: Sequence[str]) -> int | None:
    """The index of the first mark without a partner. Most texts have the same few marks in the same order."""
    going: list[int] = []
    for index, mark in enumerate(marks):
        kind = _HALF.get(mark, mark)
        if kind in PAIRS:
            going.append(index)
            continue
        while going and marks[going[-1]] == "(" and kind != "）":
            going.pop()
        opener = _OPENERS[kind]
        if going and _HALF.get(marks[going[-1]], marks[going[-1]]) == opener:
            going.pop()
        elif any(_HALF.get(marks[each], marks[each]) == opener for each in going):  # once: then it is found
            return going[-1]
        elif mark != ")":
            return index
    return next((index for index in going if marks[index] != "("), None)
