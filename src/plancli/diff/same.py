"""Which task of a plan a task is that comes without its id, by its words: for documents, which know no ids.

The same words first, then the same title, then the likeliest, where it is clearly the likeliest. Numbers never decide.
What could be several is not decided: it comes back as such.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.diff.candidates import candidates
from plancli.diff.resemblance import THRESHOLD, compared, read

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from plancli.model.task import Task

MARGIN = 0.1
"""By how much the likeliest has to be likelier than the next one, on either side.

Of the real plan's tasks no two different ones come within 0.18 of `THRESHOLD`; see tests/diff/test_same.py.
"""

CERTAIN = 0.75
"""From here on nobody has to look: a task with an edit at every tenth character is about as like itself."""

How = Literal["words", "title", "likeness", "said"]


class Same(NamedTuple):
    """One task on both sides.

    Attributes:
        old: Its id in the plan.
        how: By what it was found: all its words, its title, or likeness; or because a person says so.
        percent: How much alike title and text are, 0 to 100.
    """

    old: str
    how: How
    percent: int

    @property
    def is_certain(self) -> bool:
        """Whether nobody has to look at it."""
        return self.how in {"words", "said"} or self.percent >= CERTAIN * 100


class Unclear(NamedTuple):
    """Tasks that could be one another, and nobody can tell which is which.

    Attributes:
        old: Ids in the plan.
        new: Ids of the other side.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass
class Sameness:
    """Which tasks are the same.

    Attributes:
        same: By the new side's ids.
        unclear: What was not decided.
    """

    same: dict[str, Same] = field(default_factory=dict)
    unclear: list[Unclear] = field(default_factory=list)

    @property
    def taken(self) -> set[str]:
        """Ids of the plan that are decided on."""
        return {each.old for each in self.same.values()}


def sameness(
    old: Mapping[str, Task],
    new: Mapping[str, Task],
    words: tuple[Callable[[Task], Hashable], Callable[[Task], Hashable]],
    titled: Iterable[str],
    said: Mapping[str, str | None],
) -> Sameness:
    """Find out which tasks are the same.

    Args:
        old: The plan's tasks, by id, in their order.
        new: Those that come without ids, by whatever tells them apart, in their order.
        words: What all of a task's words are, of each side: where both are equal, so are the tasks.
        titled: Those of `new` whose title is one, and no guess.
        said: What a person says: the plan's id, or None for none, by the new side's.
    """
    found = Sameness({one: Same(other, "said", 100) for one, other in said.items() if other is not None})
    left = _Left(dict(old), {one: task for one, task in new.items() if one not in said}, found)
    left.pair("words", lambda task, side: (task.title, words[side](task), _units(task)))
    left.pair("words", lambda task, side: (task.title, words[side](task)))
    left.pair("words", lambda task, side: words[side](task))
    left.unclear(lambda task, side: words[side](task))
    known = frozenset(titled)
    left.pair("title", lambda task, side: task.title if side == 0 or task.id in known else None, most=1)
    left.likeliest()
    return found


def _units(task: Task) -> Hashable:
    return tuple(unit.name for unit in task.lead), tuple(unit.name for unit in task.responsible or ())


class _Left:
    """What is not decided yet."""

    def __init__(self, old: dict[str, Task], new: dict[str, Task], found: Sameness) -> None:
        taken = found.taken
        self.sides = {each: task for each, task in old.items() if each not in taken}, new
        self.found = found
        self._places = tuple({each: place for place, each in enumerate(side)} for side in self.sides)

    def _groups(
        self, key: Callable[[Task, int], Hashable]
    ) -> tuple[dict[Hashable, list[str]], dict[Hashable, list[str]]]:
        groups: tuple[dict[Hashable, list[str]], dict[Hashable, list[str]]] = ({}, {})
        for side, tasks in enumerate(self.sides):
            for identifier, task in tasks.items():
                if (value := key(task, side)) is not None:
                    groups[side].setdefault(value, []).append(identifier)
        return groups

    def pair(self, how: How, key: Callable[[Task, int], Hashable], most: int = 1_000_000) -> None:
        """Pair those of which both sides have as many with the same key, in their order."""
        before, after = self._groups(key)
        for value, news in after.items():
            olds = before.get(value, [])
            if len(olds) == len(news) <= most:
                for old, new in zip(olds, news, strict=True):
                    self._take(old, new, how)

    def unclear(self, key: Callable[[Task, int], Hashable]) -> None:
        """Set aside those of which the sides have not as many, and that nothing tells apart."""
        before, after = self._groups(key)
        for value, news in after.items():
            if olds := before.get(value):
                self._set_aside(olds, news)

    def _set_aside(self, olds: Iterable[str], news: Iterable[str]) -> None:
        both = (
            sorted(set(each), key=places.__getitem__) for each, places in zip((olds, news), self._places, strict=True)
        )
        self.found.unclear.append(Unclear(*map(tuple, both)))
        for side, identifiers in enumerate(self.found.unclear[-1]):
            for each in identifiers:
                self.sides[side].pop(each, None)

    def _take(self, old: str, new: str, how: How, score: float | None = None) -> None:
        one, other = self.sides[0].pop(old), self.sides[1].pop(new)
        if how == "title" and score is None:
            score = compared(read({old: one})[old], read({new: other})[new]).text
        self.found.same[new] = Same(old, how, 100 if score is None else int(score * 100))

    def likeliest(self) -> None:
        """Pair what is alike, the likeliest first, unless another one is about as likely."""
        texts = read(self.sides[0]), read(self.sides[1])
        apart = {f"/{each}": text for each, text in texts[1].items()}  # the same id on both sides means nothing
        pairs = {(one, other[1:]): compared(texts[0][one], apart[other]) for one, other in candidates(texts[0], apart)}
        alike = {each: pair.score for each, pair in pairs.items() if pair.score >= THRESHOLD - MARGIN}
        ranked = sorted(alike, key=lambda each: (-alike[each], each))
        rivals = _by_task(ranked)
        for pair in ranked:
            old, new = pair
            if alike[pair] < THRESHOLD or old not in self.sides[0] or new not in self.sides[1]:
                continue
            near = [other for each in enumerate(pair) for other in rivals[each] if self._is_rival(other, pair, alike)]
            if near:
                unclear = [pair, *near]
                self._set_aside(dict.fromkeys(one for one, _ in unclear), dict.fromkeys(other for _, other in unclear))
            else:
                self._take(old, new, "likeness", alike[pair])

    def _is_rival(self, other: tuple[str, str], pair: tuple[str, str], alike: Mapping[tuple[str, str], float]) -> bool:
        free = other[0] in self.sides[0] and other[1] in self.sides[1]
        return other != pair and free and alike[other] > alike[pair] - MARGIN


def _by_task(pairs: Iterable[tuple[str, str]]) -> dict[tuple[int, str], list[tuple[str, str]]]:
    found: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for pair in pairs:
        for each in enumerate(pair):
            found.setdefault(each, []).append(pair)
    return found
