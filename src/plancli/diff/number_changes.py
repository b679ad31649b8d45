"""Which numbers of a sentence an edit changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from plancli.diff.edited import Edited
from plancli.diff.numbers import Number, numbers
from plancli.diff.runs import common_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from plancli.diff.edits import Edit


class NumberChange(NamedTuple):
    """A number that is another one on the other side, or none.

    Attributes:
        old: As written; with its 万, 亿 or % only where the other side has not the same. Empty where there is none.
        new: Likewise.
    """

    old: str
    new: str


_Pair = tuple[Number | None, Number | None]


def numbers_changed(changes: Sequence[Edit]) -> tuple[NumberChange, ...]:
    """The numbers that are not the same on both sides, paired by their place, in order.

    What amounts to the same (2万 and 20000) did not change, nor did what stands elsewhere in the sentence.

    Args:
        changes: What became of a sentence, as `edits` tells it.
    """
    edited = Edited.of(changes)
    before, after = _at_edits(edited), _at_edits(edited.mirrored())
    places = sorted(before.keys() | after.keys())
    pairs = [pair for place in places for pair in _pairs(before.get(place, []), after.get(place, []))]
    return tuple(_told(*pair) for pair in _unmoved(pairs))


def _at_edits(edited: Edited) -> dict[int, list[Number]]:
    """The old side's numbers that the new one has not as they are, by the edit they stand at."""
    after = {number.start: number for number in numbers(edited.new)}
    found: dict[int, list[Number]] = {}
    for number in numbers(edited.old):
        kept = edited.where_kept(number.start, number.end)
        same = None if kept is None else after.get(kept)
        if same is None or (same.text, same.scale) != (number.text, number.scale):
            found.setdefault(edited.edit_at(number.start, number.end), []).append(number)
    return found


def _same(number: Number) -> tuple[object, str]:
    return number.amount, number.counted


def _counted(number: Number) -> str:
    return number.counted


def _pairs(old: list[Number], new: list[Number]) -> Iterator[_Pair]:
    """Which number became which: the same amount of the same, then what counts the same, then by order."""
    if [*map(_same, old)] > [*map(_same, new)]:  # the other way round, the same pairs
        return ((before, after) for after, before in _paired(new, old, _same, _counted))
    return _paired(old, new, _same, _counted)


def _paired(
    old: list[Number], new: list[Number], alike: Callable[[Number], Hashable], *others: Callable[[Number], Hashable]
) -> Iterator[_Pair]:
    at_old = at_new = 0
    runs = common_runs([*map(alike, old)], [*map(alike, new)]) if old and new else ()
    for start_old, start_new, length in [*runs, (len(old), len(new), 0)]:
        yield from _between(old[at_old:start_old], new[at_new:start_new], *others)
        at_old, at_new = start_old + length, start_new + length
        yield from zip(old[start_old:at_old], new[start_new:at_new], strict=True)


def _between(old: list[Number], new: list[Number], *others: Callable[[Number], Hashable]) -> Iterator[_Pair]:
    """Pair what is not alike in one respect by the next, and at last by order where there are as many."""
    if others and len(old) != len(new):
        yield from _paired(old, new, *others)
    elif len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield from ((number, None) for number in old)
        yield from ((None, number) for number in new)


def _unmoved(pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """Leave out what amounts to the same, and what left one place of the sentence for another."""
    lost = Counter(_same(old) for old, new in pairs if old and not new)
    gained = Counter(_same(new) for old, new in pairs if new and not old)
    moved = {True: lost & gained, False: lost & gained}
    for old, new in pairs:
        if old and new:
            if old.amount != new.amount:
                yield old, new
        elif number := old or new:
            left = moved[new is None]
            if left[_same(number)]:
                left[_same(number)] -= 1
            else:
                yield old, new


def _told(old: Number | None, new: Number | None) -> NumberChange:
    if old is None or new is None:
        return NumberChange(old.whole if old else "", new.whole if new else "")
    return NumberChange(old.text, new.text) if old.scale == new.scale else NumberChange(old.whole, new.whole)
