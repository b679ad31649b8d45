"""A text cut into what an edit may not tear, and how well it may be cut between two of these."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plancli.diff.lexicon import LONGEST, PARTICLES, SUFFIXES, WORDS
from plancli.diff.numbers import chinese_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_DATE = r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日"
_WORD = rf"[^\W_{_HAN}]"
_PART = (
    rf"(?P<date>(?<!\d)(?:{_DATE}))"
    rf"|(?P<word>(?:\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)|{_WORD})(?:{_WORD}|[.．](?=\d))*[%％‰]?)"
    rf"|(?P<han>[{_HAN}]+)"
    r"|(?P<mark>.)"
)

_OPENING = frozenset("“‘（(《〈【「『[")
_CLOSING = frozenset("”’）)》〉】」』]")

# What a cut costs, in characters that would have to be kept to be worth it: see `weighing.py`.
_AT_MARK = 0.6
"""Right behind punctuation, and at either end of a text: where a clerk would cut."""
_BEFORE_MARK = 0.7
"""Right before it: an inserted item takes the comma behind it along, not the one before."""
_INSIDE_BRACKETS = 0.9
_AT_WORD = 1.4
"""Between two words."""
_AT_PARTICLE = 1.0
"""Beside 的, 到, 和 and the like."""
_AT_SUFFIX = 2.3
"""Before 化, 性, 局 and the like."""
_IN_PAIR = 3.0
"""Between two characters that no list knows, with known words around them: they are most likely one word."""
_IN_TRIPLE = 2.2
_IN_UNKNOWN = 1.9
"""In a longer run of unknown characters, where every other cut is right."""

_PAIR, _TRIPLE = 2, 3

_NUMBER_WORTH = 3.0
_COMMA_WORTH = 1.5
_LIST_WORTH = 1.4
_MARK_WORTH = 0.8
_PARTICLE_WORTH = 0.5
_SUFFIX_WORTH = 0.7


class Token(NamedTuple):
    """What is kept or changed as a whole.

    Attributes:
        text: Its characters.
        worth: How many characters its being kept is worth to a reader.
    """

    text: str
    worth: float


class Tokens(NamedTuple):
    """A text's tokens.

    Attributes:
        tokens: In order; joined, they are the text.
        cuts: What it costs to cut before each, and at the end.
    """

    tokens: tuple[Token, ...]
    cuts: tuple[float, ...]


@cache  # and not compiled before a text differs: start-up counts
def _parts() -> re.Pattern[str]:
    return re.compile(_PART, re.DOTALL)


def tokenise(text: str) -> Tokens:
    """Cut a text into dates, numbers, Latin words, known Chinese words and single characters."""
    tokens: list[Token] = []
    unknown: list[bool] = []
    for found in _parts().finditer(text):
        if found.lastgroup == "han":
            for word, known in _words(found.group()):
                tokens.append(_word(word))
                unknown.append(not known)
        else:
            tokens.append(_mark(found.group()) if found.lastgroup == "mark" else Token(found.group(), _NUMBER_WORTH))
            unknown.append(False)
    return Tokens(tuple(tokens), tuple(_cuts(tokens, unknown)))


@lru_cache(maxsize=4096)
def _mark(mark: str) -> Token:
    if mark in "，。；：！？":
        return Token(mark, _COMMA_WORTH)
    return Token(mark, _LIST_WORTH if mark == "、" else _MARK_WORTH)


@lru_cache(maxsize=4096)
def _word(word: str) -> Token:
    if word in PARTICLES:
        return Token(word, _PARTICLE_WORTH)
    return Token(word, _SUFFIX_WORTH if word in SUFFIXES else len(word))


def _words(run: str) -> Iterator[tuple[str, bool]]:
    """The words of a run of Chinese characters, and whether each is known."""
    at = 0
    for found in chinese_numbers(run):
        yield from _segments(run[at : found.start()])
        yield found.group(), True
        at = found.end()
    yield from _segments(run[at:])


def _segments(run: str) -> list[tuple[str, bool]]:
    """The longest words that fit, from the end: what Chinese modifies stands before its head."""
    found = []
    end = len(run)
    while end:
        for length in range(min(LONGEST, end), 1, -1):
            if run[end - length : end] in WORDS:
                found.append((run[end - length : end], True))
                break
        else:
            length = 1
            found.append((run[end - 1], run[end - 1] in PARTICLES))
        end -= length
    return found[::-1]


def _cuts(tokens: list[Token], unknown: list[bool]) -> Iterator[float]:
    runs = _run_lengths(unknown)
    yield _AT_MARK
    for at in range(1, len(tokens)):
        yield _cut(tokens[at - 1].text, tokens[at].text, runs[at] if unknown[at - 1] and unknown[at] else 0)
    if tokens:
        yield _AT_MARK


def _run_lengths(unknown: list[bool]) -> list[int]:
    """For each token the length of the run of unknown characters that it is in."""
    lengths = [0] * len(unknown)
    start = 0
    for at in range(1, len(unknown) + 1):
        if at == len(unknown) or not unknown[at] or not unknown[at - 1]:
            lengths[start:at] = [at - start] * (at - start)
            start = at
    return lengths


@lru_cache(maxsize=4096)
def _cut(before: str, after: str, run: int) -> float:
    """What it costs to cut between two tokens, in a run of unknown characters of some length."""
    if before in _OPENING or after in _CLOSING:
        return _INSIDE_BRACKETS
    if not before[-1].isalnum() or after in _OPENING:
        return _AT_MARK
    if not after[0].isalnum():
        return _BEFORE_MARK
    return _between_words(before, after, run)


def _between_words(before: str, after: str, run: int) -> float:
    if run == _PAIR:
        return _IN_PAIR
    if after in SUFFIXES:
        return _AT_SUFFIX
    if run:
        return _IN_TRIPLE if run == _TRIPLE else _IN_UNKNOWN
    return _AT_PARTICLE if before in PARTICLES or after in PARTICLES else _AT_WORD
