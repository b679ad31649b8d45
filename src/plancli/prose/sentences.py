"""Sentences: what a revision is compared by, and what a quote must lie in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.prose.enumerations import begins_clause
from plancli.prose.pairs import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "[ \t\u3000\u00a0]*"
_CLOSING = re.escape(CLOSING)
# Punctuation by GB/T 15834-2011: 。！？ end a sentence together with the closing marks behind them; ；does not.
_PART = re.compile(rf"[{re.escape(OPENING)}]|[{_CLOSING}]+|[。！？]+|\n")
_ANOTHER = re.compile(rf"({_SPACE})[^\s。！？，、；：…—·{_CLOSING}]").match
"""Behind a full stop on the same line: another sentence, not a dash that still belongs to this one."""

_ENDS = frozenset("。！？\n")
_COMMITS = re.compile(r"到[0-9]{4}年")


class Sentence(NamedTuple):
    """A sentence of a text and where it begins, in characters."""

    text: str
    start: int

    @property
    def sets_targets(self) -> bool:
        """Whether it says what is to be reached by when: it has 到YYYY年."""
        return sets_targets(self.text)


def sets_targets(text: str) -> bool:
    """Whether any sentence of a text says what is to be reached by when."""
    return "年" in text and bool(_COMMITS.search(text))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, without the space around them."""
    start = 0
    for end, next_start in () if is_one_a_line(text) else crowded(text):
        yield from _lines(text, start, end)
        start = next_start
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[Sentence]:
    """What a part of a text has on each of its lines."""
    for line in text[start:end].split("\n"):
        if stripped := line.strip():
            yield Sentence(stripped, start + line.index(stripped))
        start += len(line) + 1


def is_one_a_line(text: str) -> bool:
    """Whether each line is one sentence that ends with 。; quick, and False for some texts that are in order."""
    ends = text.count("。\n")
    return (
        text.count("。") == ends + text.endswith("。")
        and text.count("\n") == ends + text.count("\n\n")
        and "！" not in text
        and "？" not in text
    )


def crowded(text: str) -> Iterator[tuple[int, int]]:
    """Where one sentence ends and another begins on the same line: the range of the space between them, if any.

    What stands in quotation marks or brackets is part of the sentence around it: “干什么？怎么干？”专题讨论. Only
    behind a full stop that closes with them another one can begin, 他说：“好。”大家都说好, and behind a note to a
    sentence: …。（牵头单位：区发改委）大家都说好.
    """
    depth = 0
    is_note = False
    for found in _PART.finditer(text):
        mark = found.group()
        if mark == "\n":
            depth = 0
            continue
        if mark in OPENING:
            if not depth:
                is_note = text[found.start() - 1 : found.start()] == "。" and not begins_clause(text, found.start())
            depth += 1
            continue
        if mark[0] in CLOSING:
            depth = max(depth - len(mark), 0)
            ends = is_note or text[found.start() - 1 : found.start()] == "。"
        else:
            ends = True
        if ends and not depth and (another := _ANOTHER(text, found.end())) and _begins(text, another.end(1)):
            yield another.span(1)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins there, rather than a note behind the last one: …。（牵头单位：区发改委）."""
    return text[at] != "（" or begins_clause(text, at)


def locate_quote(text: str, fragments: tuple[str, ...]) -> tuple[tuple[int, int], ...] | None:
    """Where a quote stands: its fragments in order, all in one sentence.

    Args:
        text: The task's text.
        fragments: The document's words.

    Returns:
        A range of characters for each fragment; None where no sentence holds them all.
    """
    if len(fragments) == 1:
        start = text.find(fragments[0])
        if start < 0:
            return None
        if not _crosses(fragments[0]):
            return ((start, start + len(fragments[0])),)
    elif not all(fragment in text for fragment in fragments):
        return None
    for sentence in sentences(text):
        if found := _in_order(sentence, fragments):
            return found
    return None


def quote_places(text: str, fragments: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Every place where a quote's fragments stand: one fragment as often as it does, several once a sentence."""
    if len(fragments) == 1:
        yield from _everywhere(text, fragments[0])
    else:
        for sentence in sentences(text):
            yield from _in_order(sentence, fragments) or ()


def _everywhere(text: str, fragment: str) -> Iterator[tuple[int, int]]:
    start = text.find(fragment)
    while start >= 0:
        yield start, start + len(fragment)
        start = text.find(fragment, start + len(fragment))


def _crosses(fragment: str) -> bool:
    """Whether a fragment may reach into another sentence."""
    return not _ENDS.isdisjoint(fragment[:-1])


def _in_order(sentence: Sentence, fragments: tuple[str, ...]) -> tuple[tuple[int, int], ...] | None:
    ranges = []
    at = 0
    for fragment in fragments:
        start = sentence.text.find(fragment, at)
        if start < 0:
            return None
        at = start + len(fragment)
        ranges.append((sentence.start + start, sentence.start + at))
    return tuple(ranges)
