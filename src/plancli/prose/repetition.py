"""Sentences that are the same but for marks and spaces, or but for a word: one was copied from the other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORTHWHILE = 20
"""Chinese characters below which a sentence may rightly stand in several tasks: 加强组织领导，压实工作责任."""

SHORT = 12
"""Likewise, in one text."""

_LONG = 24
"""Likewise, where the sentences are not quite the same."""

_DIFFERENCE = 0.08
"""How much of two sentences may differ, in one place: of 25 characters two."""

_ENDS = 8
"""Characters at its beginning or end by which a sentence finds others: a word that was changed is not in both."""

_COMPARED = 4
"""How many sentences with the same beginning or end are looked at."""

_HAN = re.compile("[\u3400-\u9fff]")
_MARKS = re.compile(r"\W+")
_NUMBER = re.compile("[0-9]").search
_TELLING = re.compile("[A-Za-z一二三四五六七八九十东南西北上下左右前后内外甲乙丙丁]").search
"""What two sentences differ in when they speak of two things: 一期 and 二期, 东片区 and 西片区, AI and BIM."""


Case = Literal["same", "near"]


class Twins(NamedTuple):
    """Two sentences that say the same.

    Attributes:
        earlier: The first in reading order.
        later: The other one.
        case: Only marks differ (`same`), or a word.
    """

    earlier: str
    later: str
    case: Case


def chinese_length(sentence: str) -> int:
    """How many Chinese characters a sentence has."""
    return len(_HAN.findall(sentence))


def twins(all_sentences: Iterable[str]) -> Iterator[Twins]:
    """Sentences of which one was copied from the other and changed a little.

    Without numbers, for those tell two commitments apart; and only pairs: where three sentences are alike, a plan says
    the same of each street, and means it.

    Args:
        all_sentences: Different ones, in reading order.
    """
    pairs = list(_pairs(all_sentences))
    count = Counter(chain.from_iterable((pair.earlier, pair.later) for pair in pairs))
    return (pair for pair in pairs if count[pair.earlier] == count[pair.later] == 1)


def _pairs(all_sentences: Iterable[str]) -> Iterator[Twins]:
    by_end: dict[str, list[str]] = {}
    for sentence in all_sentences:
        if len(sentence) < WORTHWHILE or _NUMBER(sentence):
            continue
        like: dict[str, None] = {}
        for end in ("^" + sentence[:_ENDS], sentence[-_ENDS:] + "$"):
            known = by_end.setdefault(end, [])
            like.update(dict.fromkeys(known))
            if len(known) < _COMPARED:
                known.append(sentence)
        for other in like:
            if case := _likeness(other, sentence):
                yield Twins(other, sentence, case)


def _likeness(one: str, other: str) -> Case | None:
    """How two sentences are the same; None where they differ too much to be one."""
    if abs(len(one) - len(other)) > 2 * _DIFFERENCE * max(len(one), len(other)):
        return None
    one, other = _MARKS.sub("", one), _MARKS.sub("", other)
    if one == other:
        return "same" if chinese_length(one) >= WORTHWHILE else None
    longest = max(len(one), len(other))
    differing = _differing(one, other)
    close = longest >= _LONG and max(map(len, differing)) <= _DIFFERENCE * longest
    return "near" if close and not _TELLING("".join(differing)) else None


def _differing(one: str, other: str) -> tuple[str, str]:
    """What two texts have between the beginning and the end that they share."""
    shorter = min(len(one), len(other))
    head = next((index for index in range(shorter) if one[index] != other[index]), shorter)
    tail = next((index for index in range(shorter - head) if one[-1 - index] != other[-1 - index]), shorter - head)
    return one[head : len(one) - tail], other[head : len(other) - tail]
