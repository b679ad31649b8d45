"""Lists of a plan file in another order, with other entries: those that stay keep every byte, and their comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.loading.allowances import may_allow
from plancli.source.edits import Edit, edited
from plancli.source.tree import BLOCKS, Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.source.tree import Entry

STEP = 2
"""How much further what belongs to a key is indented."""


@dataclass(frozen=True)
class Kept:
    """An entry that is there already, perhaps in another list.

    Attributes:
        within: The list that it is in.
        at: Its place in that.
        edits: What changes in it.
    """

    within: Branch
    at: int
    edits: tuple[Edit, ...] = ()

    @property
    def entry(self) -> Entry:
        """The entry."""
        return self.within.entries[self.at]


@dataclass(frozen=True)
class Made:
    """An entry that is new.

    Attributes:
        lines: As it stands in a file, its dash first, without indentation.
        flow: As it stands in brackets.
        inside: Entries of the list that it ends with, as a new heading does; in lines of their own.
    """

    lines: tuple[str, ...]
    flow: str
    inside: tuple[Item, ...] = field(default=())


Item = Kept | Made


class UnfitError(Exception):
    """A list is written in a way that cannot be edited without losing something."""


class Lists:
    """Arranges the lists of one file.

    Attributes:
        moved: Entries that stay, but in another list; by the list's identity and their place in it.
    """

    def __init__(self, text: str) -> None:
        """Take the file's text, without a byte order mark."""
        self.moved: set[tuple[int, int]] = set()
        self._text = text
        self._end = "\r\n" if "\r\n" in text else "\n"

    def arranged(self, entry: Entry, items: Sequence[Item]) -> tuple[Edit, ...]:
        """What changes where the list at a key shall hold these entries.

        Args:
            entry: The key and its list, or what stands there instead of one.
            items: What it shall hold.

        Raises:
            UnfitError: Where it is written in a way that does not allow it.
        """
        value = entry.value
        if isinstance(value, Branch) and self._is_as_it_was(value, items):
            return tuple(edit for item in items if isinstance(item, Kept) for edit in item.edits)
        if isinstance(value, Branch) and value.in_brackets and value.entries:
            return (Edit(value.start, value.end, f"[{', '.join(map(self._in_brackets, items))}]"),)
        if isinstance(value, Leaf) or value.in_brackets:
            return tuple(self._begun(entry, items))
        return tuple(self._arranged(entry, value, items))

    def _is_as_it_was(self, branch: Branch, items: Sequence[Item]) -> bool:
        places = [item.at if isinstance(item, Kept) and item.within is branch else -1 for item in items]
        return places == list(range(len(branch.entries)))

    def _begun(self, entry: Entry, items: Sequence[Item]) -> Iterator[Edit]:
        """A list in the place of `[]` or nothing."""
        colon = self._colon(entry)
        if items:
            margin = self._column(entry.start) + STEP
            yield Edit(colon, max(colon, entry.value.end), "")
            below = self.line_behind(max(colon, entry.value.end))
            yield Edit(below, below, self._joined([self._lines(item, margin) for item in items], below))
        elif isinstance(entry.value, Leaf):
            yield Edit(colon, max(colon, entry.value.end), " []")

    def _arranged(self, entry: Entry, branch: Branch, items: Sequence[Item]) -> Iterator[Edit]:
        begin, end = self._region(branch)
        if not items:
            colon = self._colon(entry)
            yield Edit(colon, colon, " []")
        yield Edit(begin, end, self._joined(list(self._pieces(branch, items)), begin, end))

    def _pieces(self, branch: Branch, items: Sequence[Item]) -> Iterator[str]:
        """The list's lines; comments above what is gone stay where they are."""
        margin = self._column(branch.start)
        stays = {item.at for item in items if isinstance(item, Kept) and item.within is branch}
        count, last = len(branch.entries), -1
        following = dict(pairwise([-1, *sorted(stays), count]))
        gone = [at for at in range(count) if at not in stays and (id(branch), at) not in self.moved]
        behind = 0
        for item in items:
            if isinstance(item, Kept):
                if item.within is branch:
                    while behind < len(gone) and gone[behind] < item.at:
                        yield self._above(branch, gone[behind])
                        behind += 1
                    last = item.at
                yield self._lines(item, margin)
            elif behind < len(gone) and gone[behind] < following.get(last, count):
                yield from self._replaced(branch, gone[behind], item, margin)
                behind += 1
            else:
                yield self._lines(item, margin)
        yield from (self._above(branch, at) for at in gone[behind:])

    def _replaced(self, branch: Branch, at: int, item: Made, margin: int) -> Iterator[str]:
        """A new entry in the place of one that is gone; of a value alone, only the value is another one."""
        begin, end = self._chunk(branch, at)
        value = branch.entries[at].value
        if isinstance(value, Leaf) and value.style not in BLOCKS and len(item.lines) == 1 and not item.inside:
            edit = Edit(value.start - begin, value.end - begin, item.lines[0].removeprefix("- "))
            yield edited(self._text[begin:end], [edit])
        else:
            yield self._above(branch, at)
            yield self._lines(item, margin)

    def _lines(self, item: Item, margin: int) -> str:
        """An entry's lines in a list whose dashes stand in this column."""
        if isinstance(item, Made):
            lines = "".join(" " * margin + line + self._end if line else self._end for line in item.lines)
            return lines + "".join(self._lines(each, margin + 2 * STEP) for each in item.inside)
        if item.within.in_brackets:
            if not isinstance(item.entry.value, Leaf):
                raise UnfitError
            return " " * margin + "- " + self._in_brackets(item) + self._end
        begin, end = self._chunk(item.within, item.at)
        edits = [Edit(each.start - begin, each.end - begin, each.text) for each in item.edits]
        lines = edited(self._text[begin:end], edits)
        ended = lines if lines.endswith("\n") else lines + self._end
        return self._shifted(ended, margin - self._column(item.within.start))

    def _in_brackets(self, item: Item) -> str:
        if isinstance(item, Made):
            if item.inside:
                raise UnfitError
            return item.flow
        value = item.entry.value
        if isinstance(value, Branch) and not value.in_brackets:
            raise UnfitError
        edits = [Edit(each.start - value.start, each.end - value.start, each.text) for each in item.edits]
        written = edited(self._text[value.start : value.end], edits)
        if isinstance(value, Leaf) and (value.style in BLOCKS or (not value.style and set("[]{},") & set(written))):
            raise UnfitError
        return written

    def _shifted(self, lines: str, by: int) -> str:
        """Lines that are indented more, or less."""
        if not by:
            return lines
        shifted = []
        for line in lines.splitlines(keepends=True):
            spaces = len(line) - len(line.lstrip(" "))
            shifted.append(line if not line.strip() else " " * max(0, spaces + by) + line[spaces:])
        return "".join(shifted)

    def _joined(self, pieces: list[str], begin: int, end: int | None = None) -> str:
        """Pieces one below the other: the line before them is ended, and so are all but the last of a file."""
        last_ends = end is None or self._text[:end].endswith(("\n", "\r"))
        joined = "".join(piece if piece.endswith("\n") or not piece else piece + self._end for piece in pieces)
        before = "" if not begin or self._text[begin - 1] in "\r\n" else self._end
        return before + (joined if last_ends else joined.rstrip("\r\n"))

    def _above(self, branch: Branch, at: int) -> str:
        """The comments above an entry, but for what they allow it."""
        begin, end = self._chunk(branch, at)
        lines: list[str] = []
        for line in self._text[begin:end].splitlines(keepends=True):
            if line.strip() and not line.lstrip().startswith("#"):
                break
            lines.append(line)
        return "".join(line for line in lines if line.strip() and not may_allow(line))

    def _chunk(self, branch: Branch, at: int) -> tuple[int, int]:
        """An entry's lines, with those above it that belong to no other."""
        before = branch.entries[at - 1].value.end if at else None
        start = self.line_behind(before) if before is not None else self._first_line(branch)
        return start, self.line_behind(branch.entries[at].value.end)

    def _region(self, branch: Branch) -> tuple[int, int]:
        return self._first_line(branch), self.line_behind(branch.entries[-1].value.end)

    def _first_line(self, branch: Branch) -> int:
        """The first line below the key: comments above the first entry are a part of the list."""
        at = self._text.rfind("\n", 0, branch.start) + 1
        while at:
            above = self._text.rfind("\n", 0, at - 1) + 1
            line = self._text[above:at].strip()
            if line and not line.startswith("#"):
                return at
            at = above
        return at

    def line_behind(self, at: int) -> int:
        """Where the line begins that follows a value, and the comment on its line."""
        if at and self._text[at - 1] in "\r\n":
            return at
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1

    def _column(self, at: int) -> int:
        return at - self._text.rfind("\n", 0, at) - 1

    def _colon(self, entry: Entry) -> int:
        """Behind a key's colon."""
        assert entry.key is not None  # noqa: S101 - a list of a plan stands at a key
        return self._text.index(":", entry.key.end) + 1
