"""Which pairs of tasks are worth comparing.

Ten thousand tasks against ten thousand others are a hundred million pairs. So where there are many, each is boiled down
to some fifty marks (its title, its sentences, a sample of its character shingles, and these two by two), a mark that
many tasks have says nothing, and only the few tasks that share most marks with one are compared with it.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diff.resemblance import Text, Texts

_SHINGLE = 5
_SAMPLE = 16
"""Shingles by which a text is known: of each group of checksums the smallest, which is the same one in a like text."""

_COMMON = 32
"""A mark that more tasks of a side have says nothing."""

_COMPARED = 6
"""With how many tasks of the other side one is compared."""

_FEW = 1_000
"""So many pairs are simply all compared: 20 ms."""

Marks = dict[str, tuple[int, ...]]


def candidates(old: Texts, new: Texts) -> list[tuple[str, str]]:
    """Pairs that share most marks, as either of the two sees it; where there are few, all."""
    if len(old) * len(new) <= _FEW:
        return list(product(old, new))
    marks = _marked(old), _marked(new)
    telling = _telling(marks[0]) & _telling(marks[1])
    before, after = (_by_mark(side, telling) for side in marks)
    found = {(one, other) for one, known in marks[0].items() for other in _nearest(known, after)}
    found |= {(one, other) for other, known in marks[1].items() for one in _nearest(known, before)}
    found |= {(identifier, identifier) for identifier in old.keys() & new.keys()}
    return sorted(found)


def _marks(text: Text) -> Iterator[int]:
    """Checksums that are the same in every process, unlike Python's hashes."""
    yield _checksum(text.title, 1)
    yield from (_checksum(sentence, 2) for sentence in text.sentences)
    yield from (_checksum(one + other, 3) for one, other in pairwise(text.sentences))  # tells where each is common
    sample = _sample((text.title + text.text).encode("utf-32-le", "surrogatepass"))
    yield from sample
    yield from (one << 32 | other for one, other in pairwise(sample))  # likewise


def _checksum(text: str, kind: int) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"), kind)


def _sample(written: bytes) -> list[int]:
    width = 4 * _SHINGLE
    sums = [crc32(written[at : at + width]) for at in range(0, len(written) - width + 4, 4)]
    least = {each % _SAMPLE: each for each in sorted(sums, reverse=True)}
    return [least[group] for group in sorted(least)]


def _marked(texts: Texts) -> Marks:
    return {identifier: tuple(dict.fromkeys(_marks(text))) for identifier, text in texts.items()}


def _telling(marks: Marks) -> set[int]:
    """Those that few tasks of a side have."""
    return {mark for mark, count in Counter(chain.from_iterable(marks.values())).items() if count <= _COMMON}


def _by_mark(marks: Marks, telling: set[int]) -> dict[int, list[str]]:
    tasks: dict[int, list[str]] = {}
    for identifier, known in marks.items():
        for mark in telling.intersection(known):
            tasks.setdefault(mark, []).append(identifier)
    return tasks


def _nearest(known: tuple[int, ...], tasks: Mapping[int, list[str]]) -> list[str]:
    shared = Counter(chain.from_iterable(tasks[mark] for mark in known if mark in tasks))
    return [identifier for identifier, _ in shared.most_common(_COMPARED)]
