"""Two revisions of a text: which sentences differ, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.diff.edits import Edit, edits
from plancli.diff.marks import is_punctuation_only
from plancli.diff.number_changes import NumberChange, numbers_changed
from plancli.diff.pairing import pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.diff.pairing import Pairs
    from plancli.prose.sentences import Sentence

__all__ = [
    "Edit",
    "NumberChange",
    "SentenceChange",
    "compare_sentences",
    "edits",
    "is_punctuation_only",
    "numbers_changed",
]


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that is not on both sides as it is.

    Attributes:
        old: The sentence before; None where it was added.
        new: The sentence after; None where it was removed.
        edits: How its words changed; empty where it was added, removed or moved.
        moved: Whether it has the same words at another place in the order.
    """

    old: Sentence | None
    new: Sentence | None
    edits: tuple[Edit, ...] = ()
    moved: bool = False


def compare_sentences(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[SentenceChange, ...]:
    """The sentences that differ, in the order in which one reads: of the new text, what was removed where it stood.

    Args:
        old: The sentences before.
        new: The sentences after.
    """
    before, after = [sentence.text for sentence in old], [sentence.text for sentence in new]
    if before == after:
        return ()
    pairs = pair(before, after)
    placed = [*_present(old, new, pairs), *_removed(old, pairs)]
    return tuple(change for _, change in sorted(placed, key=lambda each: each[0]))


_Place = tuple[int, int, int]
"""Behind which sentence of the new text, whether in its stead or behind it, and which of these."""


def _present(old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs) -> Iterator[tuple[_Place, SentenceChange]]:
    moved, reworded = ({after: before for before, after in which.items()} for which in (pairs.moved, pairs.reworded))
    kept = set(pairs.kept.values())
    for at, sentence in enumerate(new):
        if at in moved:
            yield (at, 0, 0), SentenceChange(old[moved[at]], sentence, moved=True)
        elif at in reworded:
            before = old[reworded[at]]
            yield (at, 0, 0), SentenceChange(before, sentence, edits(before.text, sentence.text))
        elif at not in kept:
            yield (at, 0, 0), SentenceChange(None, sentence)


def _removed(old: Sequence[Sentence], pairs: Pairs) -> Iterator[tuple[_Place, SentenceChange]]:
    """What is gone, behind the last sentence before it that stayed, before what came instead."""
    behind = -1
    for at, sentence in enumerate(old):
        stayed = pairs.kept.get(at, pairs.reworded.get(at))
        if stayed is not None:
            behind = max(behind, stayed)
        elif at not in pairs.moved:
            yield (behind, 1, at), SentenceChange(sentence, None)
