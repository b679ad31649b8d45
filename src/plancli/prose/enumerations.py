"""Numbered clauses in running text: 一是…二是…, （一）…（二）…, 1. 2. 3., ①②③; and where their numbers slip.

A marker counts only where a clause begins. None is what refers to a clause (第（三）项, 落实（一）、（三）项要求), a
number (1.5, 1、2月) or a name (第一、第三产业).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.prose.numerals import HAN, numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPACE = "[ \t\u3000]*"
_AFTER_STOP = rf"(?:^|(?<=[\n。；：！？])){_SPACE}"
_AFTER_MARK = rf"(?:^|(?<=[\n。；：！？，、])){_SPACE}"
_AFTER_LINE = rf"(?:^|(?<=\n)){_SPACE}"
_NAMES_CLAUSES = "(?:[、，；）（]|[和与及或至到][（第①-⑳]|[项款条点号](?:[的、，。和与及规所要]|$))"
"""Behind a marker, these say that it names a clause rather than begins one: （一）、（三）项; not （一）项目建设."""

_MARKER = re.compile(
    rf"{_AFTER_MARK}(?:(?P<is>{HAN})是|(?P<must>{HAN})要(?![素求件点闻道塞害职义领旨目])|第(?P<nth>{HAN})，)"
    rf"|{_AFTER_STOP}(?:（(?P<bracket>{HAN})）|（(?P<digits>[0-9]{{1,2}})）|(?P<half>[0-9]{{1,2}})）"
    rf"|(?P<point>[0-9]{{1,2}})[.．](?![0-9])|(?P<comma>[0-9]{{1,2}})、(?![0-9]))(?!{_NAMES_CLAUSES})"
    rf"|{_AFTER_LINE}(?P<heading>{HAN})、(?![一二三四五六七八九十])"
    rf"|(?:(?=①)|{_AFTER_MARK}|(?<=\s))(?P<ring>[①-⑳])(?!{_NAMES_CLAUSES})"
)
_FIRST = re.compile("[一1①](?:[是要）.．、，]|(?<=①))").search
"""Every list begins with one of these."""

_ANYWHERE = {
    "is": re.compile(f"({HAN})是"),
    "must": re.compile(f"({HAN})要"),
    "nth": re.compile(f"第({HAN})"),
    "bracket": re.compile(f"（({HAN})）"),
    "heading": re.compile(f"({HAN})、"),
    "ring": re.compile("([①-⑳])"),
}
_DIGITS_ANYWHERE = re.compile(r"(?<![0-9])([0-9]{1,2})(?![0-9])")
"""What a number that is left out may stand in all the same, where no clause seems to begin."""

_BULLET = re.compile(
    rf"[-*•·●■◆▪○◇※☆★]|{HAN}[是要、]|[（(]?(?:{HAN}|[0-9]{{1,2}}|[A-Za-z])[）)]|[0-9]{{1,2}}[.．、](?![0-9])"
    rf"|[①-⑳]|第{HAN}[，、]|(?:首先|其次|再次|最后)，"
)

_FARTHEST = 3
"""A number farther behind the one before is no slip of the pen: it counts something else."""


class Marker(NamedTuple):
    """What a clause is numbered with.

    Attributes:
        style: The group of `_MARKER` that found it.
        number: Its number.
        start: Where it begins, in characters.
        end: Likewise, exclusive.
    """

    style: str
    number: int
    start: int
    end: int


@dataclass(slots=True)
class Run:
    """Clauses of one style that are numbered from 1 on without a slip, by their first and last marker."""

    first: Marker
    last: Marker


class Slip(NamedTuple):
    """A marker that does not go on from the one before: it leaves numbers out, or comes a second time."""

    case: Literal["gap", "repeated"]
    marker: Marker
    before: Marker


class Enumeration(NamedTuple):
    """The clauses of one style in a text; behind a slip nobody knows what belongs together."""

    runs: list[Run]
    slip: Slip | None


def may_enumerate(text: str) -> bool:
    """Whether a text may have numbered clauses; quick."""
    return _FIRST(text) is not None


def enumerations(text: str) -> Iterator[Enumeration]:
    """The numbered clauses of a text, style by style; those inside brackets are a list of their own."""
    by_style: dict[tuple[str, int], list[Marker]] = {}
    depth = at = 0
    for marker in _markers(text):
        depth += text.count("（", at, marker.start) - text.count("）", at, marker.start)
        at = marker.end
        by_style.setdefault((marker.style, depth), []).append(marker)
    for markers in by_style.values():
        yield _followed(text, markers)


def begins_clause(text: str, at: int) -> bool:
    """Whether a numbered clause or a bullet stands at a place."""
    return bool(_BULLET.match(text, at))


def _markers(text: str) -> Iterator[Marker]:
    for found in _MARKER.finditer(text):
        style = found.lastgroup or ""
        if number := _number(found[style]):
            whole = found.group()
            yield Marker(style, number, found.end() - len(whole.lstrip()), found.end())


def _number(written: str) -> int | None:
    return ord(written) - ord("①") + 1 if "①" <= written <= "⑳" else numeral(written)


def _followed(text: str, markers: Iterable[Marker]) -> Enumeration:
    """Which markers go on from which: a list may stand inside a clause of another one, and begins at 1."""
    runs: list[Run] = []
    going: list[Run] = []
    awaited = Counter[int]()
    """How many of the lists that go on have this number next."""
    for marker in markers:
        while going and marker.number != going[-1].last.number + 1 and awaited[marker.number]:
            awaited[going.pop().last.number + 1] -= 1
        if going and marker.number == going[-1].last.number + 1:
            awaited[marker.number] -= 1
            going[-1].last = marker
        elif going and (slip := _slip(text, marker, going[-1].last)):
            return Enumeration(runs, slip)
        elif marker.number == 1:
            runs.append(Run(marker, marker))
            going.append(runs[-1])
        else:
            continue
        awaited[marker.number + 1] += 1
    return Enumeration(runs, None)


def _slip(text: str, marker: Marker, before: Marker) -> Slip | None:
    """The slip that a marker is which goes on from none; a list that begins anew is none, unless 一是…；一是…."""
    if marker.number > before.number:
        plain = marker.number - before.number <= _FARTHEST and not _stands_between(text, before, marker)
        return Slip("gap", marker, before) if plain else None
    if marker.number > 1 or (before.number == 1 and _stands_behind("；", text, marker.start)):
        return Slip("repeated", marker, before)
    return None


def _stands_behind(mark: str, text: str, at: int) -> bool:
    """Whether a mark stands before a place, with nothing but space between."""
    while at and text[at - 1].isspace():
        at -= 1
    return text.startswith(mark, at - 1) if at else False


def _stands_between(text: str, before: Marker, marker: Marker) -> bool:
    """Whether the number that is left out stands somewhere after all."""
    pattern = _ANYWHERE.get(marker.style, _DIGITS_ANYWHERE)
    between = pattern.finditer(text, before.end, marker.start)
    return any(_number(found[1]) == before.number + 1 for found in between)
