"""How much two tasks are alike, by their titles and by what their texts have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.model.task import Task

# Calibrated on the real plan (tests/diff/test_likeness.py): two different tasks of it reach 37 % at most, their
# texts alone 24 %. With another title and an edit at every tenth character a task is at least 66 % like itself, at
# every fifth 57 %.

THRESHOLD = 0.55
"""Below, a likeness is not worth a reader's time."""

_TITLE = 0.2
"""What titles that differ count beside the texts; equal ones twice as much: nobody keeps a title by chance."""

_SHORT = 60
"""Characters below which a text tells less, and its title more: short ones are alike by their verbs."""

_UNTOLD = 0.3
"""How much more the title then counts at most."""

_LONGEST = 4_000
"""Characters that are compared; the longest task known has 2,000."""

_PIECE = re.compile("[^；]+；?|；")
"""What a task is cut into when it is split."""


class Text(NamedTuple):
    """A task as it is compared: without space, which means nothing in Chinese."""

    title: str
    sentences: tuple[str, ...]
    pieces: tuple[str, ...]
    text: str


class Pair(NamedTuple):
    """How much two tasks are alike, 0 to 1: title and text, and the text alone; and in how many characters."""

    score: float
    text: float
    common: int


class Guess(NamedTuple):
    """A likeness that is weighed against others."""

    how: Literal["renamed", "split", "merged"]
    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float


Texts = dict[str, Text]
Sides = tuple[Texts, Texts]
Pairs = dict[tuple[str, str], Pair]


def read(tasks: Mapping[str, Task]) -> Texts:
    """Sorted by id, so that no mapping's order decides anything."""
    return {identifier: _text(tasks[identifier]) for identifier in sorted(tasks)}


def _text(task: Task) -> Text:
    found = tuple("".join(each.text.split()) for each in sentences(task.text[:_LONGEST]))
    pieces = tuple(piece for sentence in found for piece in _PIECE.findall(sentence))
    return Text("".join(task.title.split())[:_LONGEST], found, pieces, "".join(found))


def compared(one: Text, other: Text) -> Pair:
    """How much two tasks are alike."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only where tasks are missing, and it takes 17 ms to import

    length = len(one.text) + len(other.text)
    common = in_common(one, other)
    text = 2 * common / max(1, length)
    title = Indel.normalized_similarity(one.title, other.title)
    weight = _TITLE * (1 + title) + _UNTOLD * max(0.0, 1 - length / (2 * _SHORT))
    return Pair((1 - weight) * text + weight * title, text, common)


def in_common(one: Text, other: Text) -> int:
    """How many characters two texts have in common, in order or sentence by sentence."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - likewise

    moved = sum(map(len, set(one.pieces).intersection(other.pieces)))
    return max(LCSseq.similarity(one.text, other.text), moved)


def likeliest(scores: Mapping[tuple[str, str], float]) -> dict[tuple[int, str], float]:
    """How much each task, by side and id, is like the likest one."""
    best: dict[tuple[int, str], float] = {}
    for pair, score in scores.items():
        for each in enumerate(pair):
            best[each] = max(best.get(each, 0.0), score)
    return best
