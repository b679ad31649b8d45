"""What pages say besides their text: their numbers, and what stands at the head or foot of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.document import Note, Spot
from plancli.intake.formats.broken import is_page_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.intake.formats.pdf_lines import Line

_OUTER = 2
"""How many lines at the head, and at the foot, may be such."""

_NEAR = 4.0
_SHARE = 0.4
"""On how many of the pages it stands: on the odd or the even ones."""

_DIGITS = re.compile("[0-9０-９]+")
_BARE = re.compile("[0-9]{1,4}")
_SHOWN = 3


class Margins(NamedTuple):
    """The heads and feet of pages.

    Attributes:
        lines: Those that are no text of the document, by their identity.
        notes: What they say.
    """

    lines: frozenset[int]
    notes: list[Note]


def margins(pages: Sequence[Sequence[Line]]) -> Margins:
    """Find what stands in the margins.

    Args:
        pages: The lines of each page outside its tables, from above, and all its pages.
    """
    places: dict[tuple[str, bool], list[Line]] = {}
    for page in pages:
        for line, low in _outer(page):
            places.setdefault((_DIGITS.sub("#", line.text), low), []).append(line)
    numbers: list[Line] = []
    heads: dict[str, list[Line]] = {}
    for (_, low), lines in places.items():
        groups = _at_one_height(lines)
        for group in groups:
            repeated = len({line.page for line in group}) >= max(2, _SHARE * len(pages))
            for line in group:
                if is_page_mark(line.text) or (repeated and low and _BARE.fullmatch(line.text)):
                    numbers.append(line)
                elif repeated and len({each.text for each in group}) == 1:
                    heads.setdefault(line.text, []).append(line)
                elif repeated and _counts(group):
                    numbers.append(line)
    notes = []
    if numbers:
        numbers.sort(key=lambda line: line.page)
        notes.append(Note("header-footer", Spot(), _listed([line.text for line in numbers]), len(numbers)))
    notes += (Note("header-footer", Spot(), text, len(lines)) for text, lines in heads.items())
    return Margins(frozenset(map(id, [*numbers, *(line for lines in heads.values() for line in lines)])), notes)


def _outer(page: Sequence[Line]) -> list[tuple[Line, bool]]:
    """The first and last lines of a page, and whether they are at its foot."""
    first = min(_OUTER, (len(page) + 1) // 2)
    return [(line, at >= first) for at, line in enumerate(page) if at < first or at >= len(page) - _OUTER]


def _at_one_height(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: each.top):
        if not groups or line.top - groups[-1][-1].top > _NEAR:
            groups.append([])
        groups[-1].append(line)
    return groups


def _counts(group: Sequence[Line]) -> bool:
    """Whether the only numbers that change go up with the pages: 第3页 共12页, 3/12."""
    numbers = [int(found.group()) - line.page for line in group if (found := _DIGITS.search(line.text))]
    return len(numbers) == len(group) and len(set(numbers)) == 1


def _listed(texts: Sequence[str]) -> str:
    """Texts in a line, the first and the last where there are many."""
    return "、".join(texts) if len(texts) <= _SHOWN else f"{texts[0]}、{texts[1]}……{texts[-1]}"
