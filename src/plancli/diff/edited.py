"""Both sides of an edited text, and where on the other one stands what was kept."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.diff.edits import Edit


class Kept(NamedTuple):
    """Characters that both texts have.

    Attributes:
        old: Where they begin in the old text.
        new: Where in the new one.
        length: How many they are.
    """

    old: int
    new: int
    length: int


class Edited(NamedTuple):
    """The two texts that edits lie between.

    Attributes:
        old: The text before.
        new: The text after.
        kept: What both have, in order.
    """

    old: str
    new: str
    kept: tuple[Kept, ...]

    @classmethod
    def of(cls, changes: Sequence[Edit]) -> Edited:
        """Put the texts together again."""
        kept = []
        at_old = at_new = 0
        for op, text in changes:
            if op == "keep":
                kept.append(Kept(at_old, at_new, len(text)))
            at_old += len(text) if op != "insert" else 0
            at_new += len(text) if op != "delete" else 0
        old = "".join(text for op, text in changes if op != "insert")
        new = "".join(text for op, text in changes if op != "delete")
        return cls(old, new, tuple(kept))

    def mirrored(self) -> Edited:
        """The same from the new side."""
        return Edited(self.new, self.old, tuple(Kept(new, old, length) for old, new, length in self.kept))

    def where_kept(self, start: int, end: int) -> int | None:
        """Where a range of the old text begins in the new one; None where not all of it was kept."""
        for old, new, length in self.kept[self._around(start) :][:1]:
            if old <= start and end <= old + length:
                return new + start - old
        return None

    def kept_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What was kept of a range of the old text: where it begins and ends in the new one."""
        for at in range(self._around(start), len(self.kept)):
            old, new, length = self.kept[at]
            if old >= end:
                return
            first, last = max(old, start), min(old + length, end)
            if first < last:
                yield new + first - old, new + last - old

    def edit_at(self, start: int, end: int) -> int:
        """The number of the edit that a range of the old text stands at: in it, or else nearest to it."""
        count = self._around(start)
        if count == len(self.kept):
            return 0
        old, _, length = self.kept[count]
        if start >= old + length:
            return count + 1
        before, behind = start - old, old + length - end
        return count if start < old else count + (behind <= before)

    def _around(self, at: int) -> int:
        """The number of what was kept last before a place in the old text, or around it; of the first before that."""
        return max(0, bisect_right(self.kept, at, key=itemgetter(0)) - 1)
