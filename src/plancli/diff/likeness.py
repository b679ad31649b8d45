"""Tasks on one side only that look alike: what a plan may want to declare. Suggested, never applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plancli.diff.candidates import candidates
from plancli.diff.families import families
from plancli.diff.resemblance import THRESHOLD, Guess, compared, likeliest, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plancli.diff.resemblance import Pairs, Sides
    from plancli.model.task import Task


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
    sides = read(removed), read(added)
    pairs = {(one, other): compared(sides[0][one], sides[1][other]) for one, other in candidates(*sides)}
    guesses = [*_apart([*families(pairs, sides), *_renamed(pairs, sides)])]
    return tuple(
        Likeness(guess.how, guess.old, guess.new, int(guess.score * 100)) for guess in sorted(guesses, key=_score)
    )


def _renamed(pairs: Pairs, sides: Sides) -> Iterator[Guess]:
    """Pairs of which each is the other's likeliest; of two that are equally likely, both are."""
    free = {pair: found.score for pair, found in pairs.items() if pair[0] not in sides[1] and pair[1] not in sides[0]}
    best = likeliest(free)
    for pair, score in free.items():
        if score >= THRESHOLD and all(score >= best[each] for each in enumerate(pair)):
            yield Guess("renamed", pair[:1], pair[1:], score)


def _score(guess: Guess) -> tuple[float, list[tuple[str, ...]]]:
    """The likeliest first; of equal ones the same is first from whichever side one looks."""
    return -guess.score, sorted((guess.old, guess.new))


def _apart(guesses: Iterable[Guess]) -> Iterator[Guess]:
    """The likeliest of which no two speak of the same task; a family explains more than the likest two of it do."""
    taken: set[tuple[int, str]] = set()
    for guess in sorted(guesses, key=lambda guess: (guess.how == "renamed", _score(guess))):
        concerned = {(0, identifier) for identifier in guess.old} | {(1, identifier) for identifier in guess.new}
        if taken.isdisjoint(concerned):
            taken |= concerned
            yield guess
