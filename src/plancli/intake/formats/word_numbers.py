"""The numbers that Word puts before paragraphs, which stand in no text: 1., （一）, 第三条."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.formats.word_xml import attribute, child, children, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 99
"""Past it the ways to count in Chinese differ, and letters double."""

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
        numbers.append(_number(counts.get(int(place) - 1, level.start), style))
    parts: Iterable[str] = iter(numbers)
    return "" if not all(numbers) else _PLACE.sub(lambda _: next(iter(parts)), pattern).strip()


def _number(number: int, style: str) -> str:  # noqa: PLR0911 - one return for each way to count
    """A number as a list writes it; nothing where it is not known how."""
    if style == "decimal":
        return str(number)
    if not 1 <= number <= _MOST:
        return ""
    if style == "decimalZero":
        return f"{number:02}"
    if style == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if style in _CHINESE:
        tens, ones = divmod(number, 10)
        high = "" if not tens else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
        return high + (_DIGITS[ones] if ones else "")
    if style in _CIRCLED:
        return chr(ord("①") + number - 1) if number <= 20 else ""  # noqa: PLR2004 - ⑳ is the last of its kind
    if style in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + number - 1) if number <= 26 else ""  # noqa: PLR2004 - of the alphabet
        return letter.upper() if style == "upperLetter" else letter
    if style in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if style == "upperRoman" else _roman(number)
    return ""


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written


def _whole(text: str) -> int:
    """A number of Word's, which is never large; 0 for what is none."""
    return int(text[:6]) if text.isascii() and text.isdigit() else 0
