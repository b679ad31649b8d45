"""A cell of units cut into stretches: names, what parts them, labels before them and phrases behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.brackets import OPENING
from plancli.intake.legends import MARKS
from plancli.intake.role_words import ANY
from plancli.intake.unit_duties import without_duty
from plancli.intake.unit_names import has_level, is_group
from plancli.intake.unit_words import AND, WITH, names

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

PieceKind = Literal["name", "bracket", "separator", "duty", "label", "number", "mark", "none"]

_SEPARATORS = frozenset("、，,；;|｜。")
_GOES_ON = frozenset("、，,")
_ROLES = f"{ANY}(?:单位|部门)?"
_LABEL = re.compile(rf"(?:^\s*|(?<=\s)){_ROLES}\s*[：:]\s*|^\s*[（(［\[【〔]{_ROLES}[）)］\]】〕]\s*")
_NUMBER = re.compile(r"[0-9]{1,2}[.．](?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳⑴-⒇]")
_LONE_NUMBER = re.compile("[0-9]{1,2}|[一二三四五六七八九十]{1,2}")
_MARK = re.compile(f"[{MARKS}]{{1,9}}")
_BY = re.compile(r"\s*由(?=[^\s])")

_LEVEL = "(?:自治[州县旗]|地区|街道|团场|[省市区县州盟旗乡镇]{1,3})(?:（[^（）]{1,20}）)?"
_GROUP = "各(?:设区的?|地级以上|有关|相关|级)?"
_TOGETHER = re.compile(
    f"{_GROUP}(?:{_LEVEL}(?:行政公署)?、){{1,3}}{_LEVEL}(?:党委和(?:人民)?政府|党委|(?:人民)?政府|行政公署|管委会)"
    f"|{_GROUP}(?:[市区县州盟旗](?:（[^（）]{{1,20}}）)?、){{1,3}}[市区县州盟旗](?:（[^（）]{{1,20}}）)?(?=[，,；;、。\\s]|$)"
    f"|{_GROUP}{_LEVEL}党委、(?:人民)?政府"
)
"""Names of groups with a separator inside: 各市、县（市、区）人民政府."""


class Piece(NamedTuple):
    """A stretch of a cell's text, and what it was taken for."""

    kind: PieceKind
    text: str


def pieces(text: str, pairs: dict[int, int], known: Container[str]) -> Iterator[Piece]:
    """What the stretches of a text are, in order; together they are the text."""
    for start, end in _chunks(text, pairs):
        chunk = text[start:end]
        if chunk in _SEPARATORS or not chunk.strip():
            yield Piece("separator", chunk)
        elif _LONE_NUMBER.fullmatch(chunk.strip()) and text[end : end + 1] == "、":
            yield Piece("number", chunk)
        else:
            yield from _labelled(text, start, end, pairs, known)


def _labelled(text: str, start: int, end: int, pairs: dict[int, int], known: Container[str]) -> Iterator[Piece]:
    """The pieces of a stretch without separators, with the labels in it."""
    at = start
    for label in _LABEL.finditer(text[start:end]):
        yield from _marked(text, at, start + label.start(), pairs, known)
        yield Piece("label", label.group())
        at = start + label.end()
    yield from _marked(text, at, end, pairs, known)


def _marked(text: str, start: int, end: int, pairs: dict[int, int], known: Container[str]) -> Iterator[Piece]:
    """The pieces of a stretch without labels; numbers part names only where one stands before the first."""
    if text[start:end].strip() in known:
        yield Piece("name", text[start:end])
        return
    begun = start + len(text[start:end]) - len(text[start:end].lstrip())
    is_numbered = _NUMBER.match(text, begun, end) is not None
    at = done = start
    while at < end:
        number = _NUMBER.match(text, at, end) if is_numbered else None
        if found := number or _MARK.match(text, at, end):
            yield from _stretch(text, done, at, pairs, known)
            yield Piece("number" if number else "mark", found.group())
            at = done = found.end()
        else:
            at = pairs.get(at, at) + 1
    yield from _stretch(text, done, end, pairs, known)


def _stretch(text: str, start: int, end: int, pairs: dict[int, int], known: Container[str]) -> Iterator[Piece]:
    """Names, the space and the words that part them, and the phrase that closes them."""
    body, tail = without_duty(text[start:end], known)
    if (
        tail and tail.lstrip()[0] in OPENING and text[end : end + 1] in _GOES_ON
    ):  # of this name alone, as others follow it
        body, tail = text[start:end], ""
    if (by := _BY.match(body)) and (tail or has_level(body[by.end() :]) or is_group(body[by.end() :])):
        yield Piece("separator", by.group())
        start, body = start + by.end(), body[by.end() :]
    for at, until in names(body, start, pairs, known):
        yield Piece("separator" if _parts_names(text[at:until]) else "name", text[at:until])
    if tail:
        yield Piece("duty", tail)


def _parts_names(text: str) -> bool:
    word = text.strip()
    return not word or word in WITH or AND.fullmatch(word) is not None


def _chunks(text: str, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches between separators outside brackets, and the separators."""
    start = at = 0
    while at < len(text):
        if at in pairs:
            at = pairs[at]
        elif text[at] == "各" and (found := _TOGETHER.match(text, at)):
            at = found.end() - 1
        elif text[at] in _SEPARATORS:
            if start < at:
                yield start, at
            yield at, at + 1
            start = at + 1
        at += 1
    if start < len(text):
        yield start, len(text)
