"""Replacements as edits of a file's text, proved to change what they are about and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from plancli.source.building import is_text
from plancli.source.edits import Edit, Piece, Site, edited, fits_block
from plancli.source.scalars import one_line, plain
from plancli.source.text import STAND_IN, readable
from plancli.source.tree import Branch, Leaf, read_tree
from plancli.source.values import Plain
from plancli.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plancli.diagnostics import Replacement, Route
    from plancli.source.tree import Entry
    from plancli.source.values import Value

    Kinds = Callable[[Route], "Kind"]


class Kind(Protocol):
    """What a scalar has to be."""

    @property
    def is_text(self) -> bool | None:
        """Whether a text; None where nobody knows, and it stays what it was."""

    @property
    def is_stripped(self) -> bool:
        """Whether it loads without the space before it."""


class _UnfitError(Exception):
    """A replacement does not fit the file."""


def replacing(text: str, replacements: Iterable[Replacement], kinds: Kinds) -> tuple[Edit, ...] | None:
    """What replacements change in a file's text.

    Args:
        text: The file's text, without a byte order mark.
        replacements: All that are to be made in this file; they do not overlap.
        kinds: What has to stand at a route.

    Returns:
        None where they do not fit, or the file would say anything else than it is to say. What a file says that could
        not be read nobody knows, nor what else will turn out to be wrong with it.
    """
    before = parse(readable(text))
    usable = bool(before.value) and isinstance(before.value, dict)
    changes = _Changes(text, read_tree(readable(text)) if usable else None, kinds)
    try:
        changes.make(list(replacements))
    except _UnfitError:
        return None
    after = parse(readable(edited(text, changes.edits)))
    sound = isinstance(after.value, dict) or not (usable or after.whole)
    proved = not usable or (len(after.problems) <= len(before.problems) and changes.are_all(before.value, after.value))
    return tuple(sorted(changes.edits)) if changes.edits and sound and proved else None


@dataclass
class _Changes:
    """What is changed in a file.

    Attributes:
        text: Its text.
        root: What it holds; None where it cannot be read.
        kinds: See `replacing`.
        edits: Of its text.
        values: What scalars will say.
        keys: What keys will be.
        touched: What stands where the text itself is edited, and may say anything afterwards.
    """

    text: str
    root: Branch | None
    kinds: Kinds
    edits: list[Edit] = field(default_factory=list)
    values: dict[Route, str | Plain] = field(default_factory=dict)
    keys: dict[Route, str] = field(default_factory=dict)
    touched: set[Route] = field(default_factory=set)

    def make(self, replacements: list[Replacement]) -> None:
        """Raise `_UnfitError` where one does not fit."""
        by_route: dict[Route, list[Replacement]] = {}
        for each in replacements:
            if each.place.span is not None:
                self._edit(each.place.span, each.text)
            elif each.place.part == "key":
                self._rename(each.place.route, each.text)
            else:
                by_route.setdefault(each.place.route, []).append(each)
        for route, pieces in by_route.items():
            self._replace(route, pieces)

    def _edit(self, span: tuple[int, int], text: str) -> None:
        self.edits.append(Edit(*span, text))
        for route, leaf in _leaves(self.root, ()) if self.root else ():
            if leaf.start < span[1] and span[0] < leaf.end:
                self.touched.add(route)

    def _rename(self, route: Route, new: str) -> None:
        _, entry, in_brackets = self._entry(route)
        if entry.key is None:
            raise _UnfitError
        self.edits.append(Edit(entry.key.start, entry.key.end, one_line(new, entry.key.style, in_brackets=in_brackets)))
        self.keys[route] = new

    def _replace(self, route: Route, replacements: list[Replacement]) -> None:
        """All replacements in one scalar."""
        route, entry, in_brackets = self._entry(route)
        leaf = entry.value
        if isinstance(leaf, Branch) or route in self.values:
            raise _UnfitError
        said = leaf.value.text if isinstance(leaf.value, Plain) else leaf.value
        kind = self.kinds(route)
        pieces = tuple(_pieces(said, replacements, len(said) - len(said.lstrip()) if kind.is_stripped else 0))
        new = edited(said, (Edit(*piece) for piece in pieces))
        as_text = isinstance(leaf.value, str) if kind.is_text is None else kind.is_text
        self.values[route] = new if as_text or is_text(new) else Plain(new)
        if self.values[route] == leaf.value:
            raise _UnfitError
        site = Site(self.text, leaf, self._margin(entry), in_brackets)
        if not as_text:
            self.edits.append(site.put(_bare(new, in_brackets=in_brackets)))
        elif leaf.style == "|" and fits_block(new):
            self.edits += site.splice(pieces)
        else:
            self.edits += site.say(new.rstrip("\n"))

    def _margin(self, entry: Entry) -> int:
        """The column of a key; in a list, of the dash that stands two before the value."""
        start = entry.key.start if entry.key else entry.start - 2
        return start - self.text.rfind("\n", 0, start) - 1

    def _entry(self, route: Route) -> tuple[Route, Entry, bool]:
        """What a route leads to, and whether that stands in brackets.

        A quote of one fragment, or a unit without a scope, is written as its text alone: to that leads also the route
        of what it stands for.
        """
        within: Branch | Leaf | None = self.root
        found: Entry | None = None
        in_brackets = False
        for step in route:
            if found and isinstance(within, Leaf) and step in {0, "name"} and len(route) > 1:
                return route[:-1], found, in_brackets
            found = within.entry(step) if isinstance(within, Branch) else None
            if found is None or not isinstance(within, Branch):
                raise _UnfitError
            in_brackets = in_brackets or within.in_brackets
            within = found.value
        if found is None:
            raise _UnfitError
        return route, found, in_brackets

    def are_all(self, old: Value, new: Value, route: Route = ()) -> bool:
        """Whether a value differs from another only by these changes."""
        if route in self.touched:
            return True
        if route in self.values:
            expected = self.values[route]
            is_same = isinstance(new, str) and isinstance(expected, str) and new.rstrip() == expected.rstrip()
            return is_same or new == expected
        if isinstance(old, dict) and isinstance(new, dict):
            keys = {key: self.keys.get((*route, key), key) for key in old}
            is_same = len(set(keys.values())) == len(keys) and new.keys() == set(keys.values())
            return is_same and all(self.are_all(old[key], new[keys[key]], (*route, key)) for key in old)
        if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
            return all(self.are_all(*both, (*route, index)) for index, both in enumerate(zip(old, new, strict=True)))
        return bool(old == new)


def _pieces(said: str, replacements: Iterable[Replacement], before: int) -> Iterator[Piece]:
    """What is replaced of a text, from its beginning; so much space before it is not counted."""
    if STAND_IN in said:
        raise _UnfitError
    for each in sorted(replacements, key=lambda each: each.place.chars or (0, 0)):
        start, end = (at + before for at in each.place.chars) if each.place.chars else (0, len(said.rstrip("\n")))
        if not 0 <= start <= end <= len(said):
            raise _UnfitError
        yield Piece(start, end, each.text)


def _bare(new: str, *, in_brackets: bool) -> str:
    """A number, a date or another value without quotes."""
    written = plain(new, in_brackets=in_brackets) if is_text(new) else new
    if not written:
        raise _UnfitError
    return written


def _leaves(branch: Branch, route: Route) -> Iterator[tuple[Route, Leaf]]:
    """Every scalar; a key by the mapping that it is in."""
    for index, entry in enumerate(branch.entries):
        here = (*route, index if entry.key is None else str(entry.key.value))
        if entry.key is not None:
            yield route, entry.key
        if isinstance(entry.value, Branch):
            yield from _leaves(entry.value, here)
        else:
            yield here, entry.value
