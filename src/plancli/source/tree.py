"""A file as it is written: its values with their places, and the comments around them.

For those who write: reading keeps no places, and `locate` gives those of values alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plancli.source.building import is_text
from plancli.source.values import Plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Route

BLOCKS = frozenset("|>")
"""Styles of scalars whose text begins on the line below."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment.

    Attributes:
        start: Where its `#` stands.
        text: From there to the end of the line, without the space behind it.
        column: How far its line is indented; None where a value stands before it.
        spaced: Whether the line above it is blank.
    """

    start: int
    text: str
    column: int | None
    spaced: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar.

    Attributes:
        start: Where it stands.
        end: Likewise, exclusive; for a block where the line begins that follows it.
        style: `|`, `>`, `"`, `'`, or empty for a plain one.
        value: What it says.
    """

    start: int
    end: int
    style: str
    value: str | Plain


@dataclass(slots=True)
class Entry:
    """A key with its value, or an entry of a list.

    Attributes:
        start: Where its key stands, or its dash.
        key: Its key, in a mapping.
        value: Its value.
        spaced: Whether the line above it is blank.
        above: Comments on lines of their own before it.
        behind: The comment on its line.
        below: Comments after it that are indented more than it is.
    """

    start: int
    key: Leaf | None
    value: Leaf | Branch
    spaced: bool = False
    above: list[Comment] = field(default_factory=list)
    behind: Comment | None = None
    below: list[Comment] = field(default_factory=list)


@dataclass(slots=True)
class Branch:
    """A mapping or a list.

    Attributes:
        start: Where its first entry stands, or its bracket.
        end: Where it ends, exclusive: behind its bracket, or its last value.
        in_brackets: Whether it is written in brackets.
        is_list: Whether it is a list.
        entries: What it holds.
        below: Comments after its last entry that are indented as its entries are.
    """

    start: int
    end: int
    in_brackets: bool
    is_list: bool
    entries: list[Entry] = field(default_factory=list)
    below: list[Comment] = field(default_factory=list)

    @property
    def leaves(self) -> Iterator[Leaf]:
        """Every scalar in it, keys too, in the order of the file."""
        for entry in self.entries:
            if entry.key is not None:
                yield entry.key
            if isinstance(entry.value, Branch):
                yield from entry.value.leaves
            else:
                yield entry.value

    def at(self, route: Route) -> Entry | None:
        """The entry that a route leads to."""
        found: Entry | None = None
        within: Branch | Leaf = self
        for step in route:
            found = within.entry(step) if isinstance(within, Branch) else None
            if found is None:
                return None
            within = found.value
        return found

    def entry(self, step: str | int) -> Entry | None:
        """The entry with a key, or at an index."""
        if self.is_list:
            return self.entries[step] if isinstance(step, int) and 0 <= step < len(self.entries) else None
        return next((entry for entry in self.entries if entry.key and entry.key.value == step), None)


def read_tree(text: str) -> Branch:
    """A file's root, which is a mapping; without comments.

    Args:
        text: The file without a byte order mark, in which `parse` finds no problem.
    """
    event = CParser(text).get_event
    root = Branch(0, 0, in_brackets=False, is_list=True)
    open_: list[Branch] = [root]
    keys: list[Leaf | None] = [None]
    while (read := event()) is not None:
        kind = type(read)
        if kind is ScalarEvent:
            leaf = _leaf(read)
            if open_[-1].is_list or keys[-1] is not None:
                _enter(open_[-1], keys, leaf)
            else:
                keys[-1] = leaf
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            start = read.start_mark.index
            branch = Branch(start, start, bool(read.flow_style), kind is SequenceStartEvent)
            _enter(open_[-1], keys, branch)
            open_.append(branch)
            keys.append(None)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            _close(open_.pop(), read.end_mark.index)
            keys.pop()
    found = root.entries[0].value
    assert isinstance(found, Branch)  # noqa: S101 - else it is no mapping
    return found


def _leaf(read: Any) -> Leaf:  # noqa: ANN401 - the parser's events are untyped
    style, value = read.style or "", read.value
    start, end = read.start_mark.index, read.end_mark.index
    return Leaf(start, max(start, end), style, value if style or is_text(value) else Plain(value))


def _enter(branch: Branch, keys: list[Leaf | None], value: Leaf | Branch) -> None:
    key = keys[-1]
    branch.entries.append(Entry(key.start if key else value.start, key, value))
    keys[-1] = None


def _close(branch: Branch, end: int) -> None:
    """A block ends with its last value; the parser says where it noticed."""
    branch.end = end if branch.in_brackets or not branch.entries else branch.entries[-1].value.end
