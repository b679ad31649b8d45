"""Comments, and which value each of them belongs to."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from plancli.source.tree import BLOCKS, Branch, Comment, Leaf, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.source.tree import Entry

_COMMENT = re.compile(r"#[^\r\n]*")
_DASH = re.compile(r"#[^\r\n]*|-")


def read_commented(text: str) -> tuple[list[Comment], Branch]:
    """A file's root, and the comments that stand above it; all others are where they belong.

    A comment on a line of its own belongs to what stands below it. After a block's last entry, it belongs to that block
    where it is indented as its entries are. Above the first key it belongs to the file.

    Args:
        text: The file without a byte order mark, in which `parse` finds no problem and whose root is a mapping.
    """
    root = read_tree(text)
    comments = deque(find_comments(text, root.leaves))
    _Attaching(text, comments).block(root, len(text), -1)
    root.below += comments
    first = root.entries[0]
    head, first.above = first.above, []
    return head, root


def find_comments(text: str, leaves: Iterable[Leaf]) -> Iterator[Comment]:
    """Every comment of a file: each `#` that stands in no scalar.

    Args:
        text: The file.
        leaves: Its scalars, keys too, in the order of the file.
    """
    if "#" not in text:
        return
    done = 0
    for leaf in leaves:
        start = _line_end(text, leaf.start) if leaf.style in BLOCKS else leaf.start
        yield from _between(text, done, start)
        done = leaf.end
    yield from _between(text, done, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, end):
        at = found.start()
        line = text.rfind("\n", 0, at) + 1
        column = None if text[line:at].strip(" \t") else at - line
        yield Comment(at, found.group().rstrip(), column, is_spaced(text, at))


def is_spaced(text: str, at: int) -> bool:
    """Whether something is the first on its line, and the line above is blank."""
    line = text.rfind("\n", 0, at) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    return line > 0 and not text[line:at].strip(" \t") and not text[above:line].strip(" \t\r\n")


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


class _Attaching:
    """Gives each comment to what it belongs to, in one pass."""

    def __init__(self, text: str, comments: deque[Comment]) -> None:
        self._text = text
        self._comments = comments

    def block(self, branch: Branch, until: int, outside: int) -> None:
        """The comments in a block, and those behind it that are indented more than what it stands in.

        Args:
            branch: The block.
            until: Where the next thing begins after it.
            outside: The column of the entry whose value it is.
        """
        self._find_starts(branch)
        following = [entry.start for entry in branch.entries[1:]]
        for entry, end in zip(branch.entries, [*following, until], strict=True):
            entry.spaced = is_spaced(self._text, entry.start)
            entry.above += self._before(entry.start)
            self._inside(entry, end)
        branch.below += self._deeper(outside, until)

    def _find_starts(self, branch: Branch) -> None:
        """An entry of a list begins with its dash: the only one between the value before it and its own."""
        if not branch.is_list:
            return
        done = branch.start
        for entry in branch.entries:
            dashes = (found for found in _DASH.finditer(self._text, done) if found.group() == "-")
            entry.start = next(dashes).start()
            done = entry.value.end

    def _inside(self, entry: Entry, until: int) -> None:
        """The comments from an entry's start to the next one's."""
        value, column = entry.value, self._column(entry.start)
        if isinstance(value, Branch) and value.entries and not value.in_brackets:
            self._before_block(entry, value)
            self.block(value, until, column)
            return
        self._give(entry, self._before(value.start))
        if isinstance(value, Branch):
            self._in_brackets(entry, value)
        self._give(entry, self._before(value.end))  # behind the | of a block
        self._give(entry, self._on_line(value.end, until))
        if isinstance(value, Branch) or value.style not in BLOCKS:  # below one it would be a line of its text
            entry.below += self._deeper(column, until)

    def _before_block(self, entry: Entry, branch: Branch) -> None:
        """Between a key and its block, one comment stands behind the key; below a dash they go above it."""
        for comment in self._before(branch.start):
            if entry.key is None:
                entry.above.append(comment)
            elif comment.column is None and entry.behind is None:
                entry.behind = comment
            else:
                branch.entries[0].above.append(comment)

    def _in_brackets(self, owner: Entry, branch: Branch) -> None:
        """Comments between brackets: behind an entry, or behind what the bracket opens."""
        before = owner
        for entry in branch.entries:
            entry.spaced = is_spaced(self._text, entry.start)
            self._give(before, self._before(entry.start), entry.above)
            if isinstance(entry.value, Branch):
                self._give(entry, self._before(entry.value.start))
                self._in_brackets(entry, entry.value)
            self._give(entry, self._before(entry.value.end))
            before = entry
        self._give(before, self._before(branch.end), branch.below)

    @staticmethod
    def _give(entry: Entry, comments: Iterable[Comment], others: list[Comment] | None = None) -> None:
        """One comment goes behind an entry; those of their own lines to others, and what is left above it."""
        for comment in comments:
            if comment.column is None and entry.behind is None:
                entry.behind = comment
            elif comment.column is None or others is None:
                entry.above.append(comment)
            else:
                others.append(comment)

    def _before(self, end: int) -> Iterator[Comment]:
        while self._comments and self._comments[0].start < end:
            yield self._comments.popleft()

    def _on_line(self, at: int, until: int) -> Iterator[Comment]:
        """The comment that comes next, where it stands behind something on its line."""
        if self._comments and self._comments[0].column is None:
            start = self._comments[0].start
            if start < until and "\n" not in self._text[at:start]:
                yield self._comments.popleft()

    def _deeper(self, column: int, until: int) -> Iterator[Comment]:
        """The comments on lines of their own that come next, as far as they are indented more than a column."""
        while self._comments:
            comment = self._comments[0]
            if comment.start >= until or comment.column is None or comment.column <= column:
                return
            yield self._comments.popleft()

    def _column(self, at: int) -> int:
        return at - self._text.rfind("\n", 0, at) - 1
