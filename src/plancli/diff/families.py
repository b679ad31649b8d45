"""One task that became several, and several that became one: by where its sentences have gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from plancli.diff.resemblance import THRESHOLD, Guess, Text, in_common, likeliest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diff.resemblance import Pairs, Sides, Texts

_FOUND = 2 / 3
"""How much of a sentence must stand in another task for it to have gone there; by chance it is half of a short one."""

_PART = 0.6
"""How much of a part must come from the whole, and of the whole have gone to parts; by chance it is a quarter."""

_GAIN = 0.05
"""How much more like the whole its parts are together than any of them, or the whole, is like any one task."""

_RUN = 4
"""Characters in a row that count as taken over: two words."""


def families(pairs: Pairs, sides: Sides) -> Iterator[Guess]:
    """Tasks whose sentences have gone to several, or come from several, where one alone explains them less well."""
    best = likeliest({pair: found.text for pair, found in pairs.items()})
    for (side, whole), known in _possible(pairs, sides, best).items():
        if len(known) > 1:
            theirs = sides[1 - side]
            parts, score = _Whole(sides[side][whole], {part: theirs[part] for part in sorted(known)}).parts()
            alone = max(best[side, whole], *(best[1 - side, part] for part in parts), THRESHOLD - _GAIN)
            kept = whole in parts or whole not in theirs
            if len(parts) > 1 and kept and score >= alone + _GAIN:
                yield Guess("merged", parts, (whole,), score) if side else Guess("split", (whole,), parts, score)


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

    text: Text
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
            in_common(Text("", (), tuple(pieces), "".join(pieces)), self.among[part]) for part, pieces in gone.items()
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
