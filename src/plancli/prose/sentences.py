"""Sentences: what a revision is compared by, and what a quote must lie in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Punctuation by GB/T 15834-2011: 。！？ end a sentence together with the closing marks behind them; ；does not.
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”’）》」』】]*|[^。！？\n]+")

_ENDS = frozenset("。！？\n")
_COMMITS = re.compile(r"到[0-9]{4}年")


class Sentence(NamedTuple):
    """A sentence of a text and where it begins, in characters."""

    text: str
    start: int

    @property
    def sets_targets(self) -> bool:
        """Whether it says what is to be reached by when: it has 到YYYY年."""
        return "年" in self.text and bool(_COMMITS.search(self.text))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, without the space around them."""
    for found in _SENTENCE.finditer(text):
        whole = found.group()
        if stripped := whole.strip():
            yield Sentence(stripped, found.start() + whole.index(stripped))


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
