"""Tasks on one side only that look alike: what a plan may want to declare. Suggested, never applied.

Ten thousand tasks against ten thousand others are a hundred million pairs. So where there are many, each is boiled down
to some fifty marks (its title, its sentences, a sample of its character shingles, and these two by two), a mark that
many tasks have says nothing, and only the few tasks that share most marks with one are compared with it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING, Literal, NamedTuple
from zlib import crc32

from plancli.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plancli.model.task import Task

# Calibrated on the real plan (tests/diff/test_likeness.py): two different tasks of it reach 37 % at most, their
# texts alone 24 %. With another title and an edit at every tenth character a task is at least 66 % like itself, at
# every fifth 57 %.

THRESHOLD = 0.55
"""Below, a likeness is not worth a reader's time."""

_FOUND = 2 / 3
"""How much of a sentence must stand in another task for it to have gone there; by chance it is half of a short one."""

_PART = 0.6
"""How much of a part must come from the whole, and of the whole have gone to parts; by chance it is a quarter."""

_GAIN = 0.05
"""How much more like the whole its parts are together than any of them, or the whole, is like any one task."""

_TITLE = 0.2
"""What titles that differ count beside the texts; equal ones twice as much: nobody keeps a title by chance."""

_SHORT = 60
"""Characters below which a text tells less, and its title more: short ones are alike by their verbs."""

_UNTOLD = 0.3
"""How much more the title then counts at most."""

_RUN = 4
"""Characters in a row that count as taken over: two words."""

_SHINGLE = 5
_SAMPLE = 16
"""Shingles by which a text is known: of each group of checksums the smallest, which is the same one in a like text."""

_COMMON = 32
"""A mark that more tasks of a side have says nothing."""

_COMPARED = 6
"""With how many tasks of the other side one is compared."""

_FEW = 1_000
"""So many pairs are simply all compared: 20 ms."""

_LONGEST = 4_000
"""Characters that are compared; the longest task known has 2,000."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What tasks that are on one side only may have been, or may have become.

    Attributes:
        how: One task under another id, one that became several, or several that became one.
        old: Ids on the old side; of a merger in the order of what came from them.
        new: Ids on the new side; of a split in the order of what has gone to them.
        percent: How much alike title and text are, 0 to 100; of a split or merger the texts, the parts' together.
    """

    how: Literal["renamed", "split", "merged"]
    old: tuple[str, ...]
    new: tuple[str, ...]
    percent: int


def alike(removed: Mapping[str, Task], added: Mapping[str, Task]) -> tuple[Likeness, ...]:
    """Find what looks alike on both sides; each task in one likeness at most, the likeliest first.

    Args:
        removed: Tasks of the old side that have no match. A task that is on both sides may be given to both: then it
            can be what is left of a split one, or what others were merged into; it is never renamed.
        added: Likewise of the new side.
    """
    sides = _read(removed), _read(added)
    pairs = {(one, other): _compared(sides[0][one], sides[1][other]) for one, other in _candidates(*sides)}
    guesses = [*_apart([*_families(pairs, sides), *_renamed(pairs, sides)])]
    return tuple(
        Likeness(guess.how, guess.old, guess.new, int(guess.score * 100)) for guess in sorted(guesses, key=_score)
    )


class _Text(NamedTuple):
    """A task as it is compared: without space, which means nothing in Chinese."""

    title: str
    sentences: tuple[str, ...]
    pieces: tuple[str, ...]
    text: str


class _Pair(NamedTuple):
    """How much two tasks are alike, 0 to 1: title and text, and the text alone; and in how many characters."""

    score: float
    text: float
    common: int


class _Guess(NamedTuple):
    """A likeness that is weighed against others."""

    how: Literal["renamed", "split", "merged"]
    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float


Texts = dict[str, _Text]
Sides = tuple[Texts, Texts]
Pairs = dict[tuple[str, str], _Pair]


def _read(tasks: Mapping[str, Task]) -> Texts:
    """Sorted by id, so that no mapping's order decides anything."""
    return {identifier: _text(tasks[identifier]) for identifier in sorted(tasks)}


def _text(task: Task) -> _Text:
    found = tuple("".join(each.text.split()) for each in sentences(task.text[:_LONGEST]))
    pieces = tuple(piece for sentence in found for piece in _PIECE.findall(sentence))
    return _Text("".join(task.title.split())[:_LONGEST], found, pieces, "".join(found))


_PIECE = re.compile("[^；]+；?|；")
"""What a task is cut into when it is split."""


# Which pairs are worth comparing.


def _marks(text: _Text) -> Iterator[int]:
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


def _candidates(old: Texts, new: Texts) -> list[tuple[str, str]]:
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


Marks = dict[str, tuple[int, ...]]


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


# One task under another id.


def _compared(one: _Text, other: _Text) -> _Pair:
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only where tasks are missing, and it takes 17 ms to import

    length = len(one.text) + len(other.text)
    common = _common(one, other)
    text = 2 * common / max(1, length)
    title = Indel.normalized_similarity(one.title, other.title)
    weight = _TITLE * (1 + title) + _UNTOLD * max(0.0, 1 - length / (2 * _SHORT))
    return _Pair((1 - weight) * text + weight * title, text, common)


def _common(one: _Text, other: _Text) -> int:
    """How many characters two texts have in common, in order or sentence by sentence."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - likewise

    moved = sum(map(len, set(one.pieces).intersection(other.pieces)))
    return max(LCSseq.similarity(one.text, other.text), moved)


def _renamed(pairs: Pairs, sides: Sides) -> Iterator[_Guess]:
    """Pairs of which each is the other's likeliest; of two that are equally likely, both are."""
    free = {pair: found.score for pair, found in pairs.items() if pair[0] not in sides[1] and pair[1] not in sides[0]}
    best = _best(free)
    for pair, score in free.items():
        if score >= THRESHOLD and all(score >= best[each] for each in enumerate(pair)):
            yield _Guess("renamed", pair[:1], pair[1:], score)


def _best(scores: Mapping[tuple[str, str], float]) -> dict[tuple[int, str], float]:
    """How much each task, by side and id, is like the likest one."""
    best: dict[tuple[int, str], float] = {}
    for pair, score in scores.items():
        for each in enumerate(pair):
            best[each] = max(best.get(each, 0.0), score)
    return best


# One task that became several, and the other way round.


def _families(pairs: Pairs, sides: Sides) -> Iterator[_Guess]:
    """Tasks whose sentences have gone to several, or come from several, where one alone explains them less well."""
    best = _best({pair: found.text for pair, found in pairs.items()})
    for (side, whole), known in _possible(pairs, sides, best).items():
        if len(known) > 1:
            theirs = sides[1 - side]
            parts, score = _Whole(sides[side][whole], {part: theirs[part] for part in sorted(known)}).parts()
            alone = max(best[side, whole], *(best[1 - side, part] for part in parts), THRESHOLD - _GAIN)
            kept = whole in parts or whole not in theirs
            if len(parts) > 1 and kept and score >= alone + _GAIN:
                yield _Guess("merged", parts, (whole,), score) if side else _Guess("split", (whole,), parts, score)


def _possible(pairs: Pairs, sides: Sides, best: Mapping[tuple[int, str], float]) -> dict[tuple[int, str], list[str]]:
    """For each task, by side and id, those of the other side that may be its parts."""
    possible: dict[tuple[int, str], list[str]] = {}
    for pair, found in pairs.items():
        lengths = len(sides[0][pair[0]].text), len(sides[1][pair[1]].text)
        needed = max(best[each] for each in enumerate(pair)) + _GAIN
        for side, (whole, part) in enumerate((pair, pair[::-1])):
            own = lengths[1 - side] - found.common
            # With as much of its own no part can help to make up a text that is likelier than what is known.
            useful = own <= min((1 - _PART) * lengths[1 - side], (2 / needed - 2) * lengths[side])
            if useful and (part == whole or part not in sides[side]):
                possible.setdefault((side, whole), []).append(part)
    return possible


@dataclass(frozen=True, slots=True)
class _Whole:
    """A task, and those that may be its parts."""

    text: _Text
    among: Texts

    def parts(self) -> tuple[tuple[str, ...], float]:
        """The parts that its sentences have gone to, in order, and how much they are like it together."""
        mine = _runs(self.text.text)
        known = frozenset(mine)
        taken: dict[str, bytes] = {}
        for part, text in self.among.items():
            theirs = _runs(text.text)
            if _covered(_known(theirs, known)) >= _PART * len(text.text):
                taken[part] = _known(mine, frozenset(theirs))
        gone = self._gone(taken)
        if not gone or sum(map(len, chain.from_iterable(gone.values()))) < _PART * len(self.text.text):
            return (), 0.0
        common = sum(
            _common(_Text("", (), tuple(pieces), "".join(pieces)), self.among[part]) for part, pieces in gone.items()
        )
        length = len(self.text.text) + sum(len(self.among[part].text) for part in gone)
        return tuple(gone), 2 * common / length

    def _gone(self, taken: Mapping[str, bytes]) -> dict[str, list[str]]:
        """The pieces that have gone to each part: each to the one that has most of it."""
        gone: dict[str, list[str]] = {}
        at = 0
        for piece in self.text.pieces:
            stop = max(at + 1, at + len(piece) - _RUN + 1)
            found, part = max(((_covered(known[at:stop]), part) for part, known in taken.items()), default=(0, ""))
            if found >= _FOUND * len(piece):
                gone.setdefault(part, []).append(piece)
            at += len(piece)
        return gone


def _runs(text: str) -> list[str]:
    return [text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1))]


def _known(runs: list[str], others: frozenset[str]) -> bytes:
    """Which runs of a text another has, too."""
    return bytes(map(others.__contains__, runs))


_TAKEN = re.compile(rb"\x01(?:\x00{0,%d}\x01)*" % (_RUN - 1))


def _covered(known: bytes) -> int:
    """How many characters stand in known runs: moved, cut and reworded as they may be."""
    return sum(len(found) + _RUN - 1 for found in _TAKEN.findall(known))


# What is suggested in the end.


def _score(guess: _Guess) -> tuple[float, list[tuple[str, ...]]]:
    """The likeliest first; of equal ones the same is first from whichever side one looks."""
    return -guess.score, sorted((guess.old, guess.new))


def _apart(guesses: Iterable[_Guess]) -> Iterator[_Guess]:
    """The likeliest of which no two speak of the same task; a family explains more than the likest two of it do."""
    taken: set[tuple[int, str]] = set()
    for guess in sorted(guesses, key=lambda guess: (guess.how == "renamed", _score(guess))):
        concerned = {(0, identifier) for identifier in guess.old} | {(1, identifier) for identifier in guess.new}
        if taken.isdisjoint(concerned):
            taken |= concerned
            yield guess
