"""Which tasks of the two sides are the same: by their permanent ids, and by what a plan declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.model.task import Task


@dataclass(frozen=True, slots=True)
class Match:
    """Tasks of the two sides that are compared with each other; a side may have none, one or several.

    Attributes:
        old: Ids on the old side, in its order.
        new: Ids on the new side, in its order.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def is_one(self) -> bool:
        """Whether one task became one."""
        return len(self.old) == len(self.new) == 1


def matches(old: Mapping[str, Task], new: Mapping[str, Task]) -> tuple[Match, ...]:
    """Match the tasks of two sides: whatever the same id or a declaration joins belongs together.

    Numbers and likeness never decide. A declaration counts on whichever side it stands, so that a comparison can also
    be read backwards: there what was split is merged.

    Args:
        old: Tasks of the old side that may have changed, by id, in their order.
        new: Likewise of the new side.

    Returns:
        Every task of each side in exactly one match; those of the new side in its order, then what is gone.
    """
    joined = _Joined()
    for before, after in (*_declared(old, new), *((after, before) for before, after in _declared(new, old))):
        joined.join(("old", before), ("new", after))
    sides: dict[_Node, tuple[list[str], list[str]]] = {}
    for identifier in new:
        sides.setdefault(joined.root(("new", identifier)), ([], []))[1].append(identifier)
    for identifier in old:
        sides.setdefault(joined.root(("old", identifier)), ([], []))[0].append(identifier)
    return tuple(Match(tuple(before), tuple(after)) for before, after in sides.values())


def declared(task: Task) -> tuple[str, ...]:
    """The ids that a task says to come from."""
    return (*task.formerly, *task.merged_from, *((task.split_from,) if task.split_from else ()))


def _declared(old: Mapping[str, Task], new: Mapping[str, Task]) -> Iterator[tuple[str, str]]:
    """Pairs that have the same id, or that the new side declares; a declaration that was there before is no news."""
    for after, task in new.items():
        if after in old:
            yield after, after
        for before in task.merged_from:
            if before in old and before not in new:
                yield before, after
        if after not in old:
            if task.split_from in old:
                yield task.split_from or "", after
            for before in task.formerly:
                if before in old and before not in new:
                    yield before, after


_Node = tuple[str, str]
"""A side and an id on it."""


class _Joined:
    """What belongs together, as a disjoint-set forest."""

    def __init__(self) -> None:
        self._above: dict[_Node, _Node] = {}

    def root(self, node: _Node) -> _Node:
        while (above := self._above.get(node, node)) != node:
            self._above[node] = self._above.get(above, above)
            node = above
        return node

    def join(self, one: _Node, other: _Node) -> None:
        self._above[self.root(one)] = self.root(other)
