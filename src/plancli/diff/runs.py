"""What two series share, at the speed of bits: where this room asks rapidfuzz."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence


def common_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """The longest common subsequence of two series, run by run: where each begins on both sides, and how long it is."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only a changed text needs it, and the import takes 17 ms

    numbered: dict[Hashable, int] = {}
    one, other = ([numbered.setdefault(each, len(numbered)) for each in side] for side in (old, new))
    for run in Indel.opcodes(one, other):
        if run.tag == "equal":
            yield run.src_start, run.dest_start, run.src_end - run.src_start


def similarity(one: str, other: str, at_least: float) -> float:
    """The part of two texts' characters that both have in the same order; 0 where it is less than wanted."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - likewise

    return Indel.normalized_similarity(one, other, score_cutoff=at_least)
