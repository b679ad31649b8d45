"""The numbers that Word puts before paragraphs, which stand in no text: 1., （一）, 第三条."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.formats.list_numbers import written
from plancli.intake.formats.word_xml import attribute, child, children, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

_PLACE = re.compile("%([1-9])")


class Level(NamedTuple):
    """How the paragraphs of a level are numbered.

    Attributes:
        start: The first number.
        style: How numbers are written, by Word's name for it.
        pattern: What is written, with %1 where the number of the first level stands.
        legal: Whether all numbers are written 1, 2, 3.
    """

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    legal: bool = False


class Numbers:
    """Counts the paragraphs of a document, list by list."""

    def __init__(self, numbering: BaseOxmlElement | None) -> None:
        """Learn the lists of a document.

        Args:
            numbering: The root of its numbering part, if it has one.
        """
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if numbering is None:
            return
        for kind in children(numbering, "abstractNum"):
            levels = {_whole(attribute(each, "ilvl")): _level(each) for each in children(kind, "lvl")}
            self._levels[attribute(kind, "abstractNumId")] = levels
        for each in children(numbering, "num"):
            starts = {
                _whole(attribute(over, "ilvl")): _whole(start)
                for over in children(each, "lvlOverride")
                if (start := value(over, "startOverride"))
            }
            self._lists[attribute(each, "numId")] = (value(each, "abstractNumId"), starts)

    def next(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of a list; nothing for bullets, and for ways to count not known.

        Args:
            number: The list's number.
            depth: The paragraph's level in it, from 0.
        """
        kind, starts = self._lists.get(number, ("", {}))
        levels = self._levels.get(kind, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(kind, {})
        if number not in self._begun:
            self._begun.add(number)
            for level, start in starts.items():
                counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for level in [level for level in counts if level > depth]:
            del counts[level]
        return _written(levels, counts, depth)


def _level(lvl: BaseOxmlElement) -> Level:
    legal = child(lvl, "isLgl") is not None
    return Level(_whole(value(lvl, "start") or "1"), value(lvl, "numFmt") or "decimal", value(lvl, "lvlText"), legal)


def _written(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    """A level's pattern with its numbers."""
    if levels[depth].style in {"bullet", "none"}:
        return ""
    numbers: list[str] = []
    pattern = levels[depth].pattern
    for place in _PLACE.findall(pattern):
        level = levels.get(int(place) - 1, Level())
        style = "decimal" if levels[depth].legal else level.style
        numbers.append(written(counts.get(int(place) - 1, level.start), style))
    parts: Iterable[str] = iter(numbers)
    return "" if not all(numbers) else _PLACE.sub(lambda _: next(iter(parts)), pattern).strip()


def _whole(text: str) -> int:
    """A number of Word's, which is never large; 0 for what is none."""
    return int(text[:6]) if text.isascii() and text.isdigit() else 0
