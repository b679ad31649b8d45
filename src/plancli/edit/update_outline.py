"""The outline after an update: the document's order and headings, and what it says nothing of as it was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.diff.outline import Outlines
from plancli.edit.update_lists import Kept, Lists, Made, UnfitError
from plancli.edit.update_written import flow, made
from plancli.model.header import Header, Heading
from plancli.model.shapes import shape
from plancli.source.edits import Edit, Site
from plancli.source.scalars import one_line
from plancli.source.tree import Branch, Leaf, read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.diagnostics import Route
    from plancli.edit.update_lists import Item
    from plancli.source.tree import Entry

_SHAPE = shape(Header)
Path = tuple[str, ...]


def without_headings(header: Header, tasks: Sequence[str]) -> tuple[Heading, ...]:
    """The outline where the document has no headings: every task under the heading that it was under.

    New ones come behind the one before them in the document.

    Args:
        header: The plan's.
        tasks: The ids of all tasks, in the document's order.
    """
    listed = {identifier for _, identifier in header.entries()}
    behind: dict[str, list[str]] = {}
    before = ""
    for identifier in tasks:
        if identifier in listed:
            before = identifier
        else:
            behind.setdefault(before, []).append(identifier)
    places = {identifier: place for place, identifier in enumerate(tasks)}

    def arranged(heading: Heading) -> Heading:
        if heading.tasks is None:
            return heading.model_copy(update={"sections": tuple(map(arranged, heading.sections or ()))})
        stay = sorted((each for each in heading.tasks if each in places), key=places.__getitem__)
        found = [one for each in stay for one in (each, *behind.get(each, ()))]
        return heading.model_copy(update={"tasks": tuple(found)})

    outline = tuple(map(arranged, header.outline))
    return _with_first(outline, behind.get("", []), header.title)


def _with_first(outline: tuple[Heading, ...], tasks: list[str], title: str) -> tuple[Heading, ...]:
    """An outline with tasks before all others; where it has no heading, under one that is the plan's title."""
    if not tasks:
        return outline
    if not outline:
        return (Heading(heading=title, tasks=tuple(tasks)),)
    first, *others = outline
    if first.tasks is None:
        first = first.model_copy(update={"sections": _with_first(first.sections or (), tasks, title)})
    else:
        first = first.model_copy(update={"tasks": (*tasks, *first.tasks)})
    return (first, *others)


@dataclass(frozen=True)
class Outlined:
    """An outline that becomes another one.

    Attributes:
        old: The plan's heading.
        outline: The document's outline, its tasks by the plan's ids.
        present: The ids of all tasks, before and after.
    """

    old: Header
    outline: tuple[Heading, ...]
    present: tuple[frozenset[str], frozenset[str]]

    @cached_property
    def _known(self) -> dict[Path, Path]:
        """The plan's heading for each of the document."""
        new = self.old.model_copy(update={"outline": self.outline})
        became = {identifier: identifier for identifier in sorted(self.present[0] & self.present[1])}
        return {now: was for was, now in Outlines(self.old, new, self.present, became).known.items()}

    @cached_property
    def _places(self) -> dict[Path, tuple[Route, Heading]]:
        found: dict[Path, tuple[Route, Heading]] = {}
        for route, headings in self.old.sections():
            found.setdefault(tuple(each.heading for each in headings), (route, headings[-1]))
        return found

    @cached_property
    def new(self) -> tuple[Heading, ...]:
        """The outline as it shall be: with the plan's empty headings, which no document shows."""
        return self._with_empty(self.outline, (), self.old.outline, ())

    def _with_empty(
        self, headings: tuple[Heading, ...], path: Path, before: tuple[Heading, ...], was: Path
    ) -> tuple[Heading, ...]:
        found: list[Heading] = []
        for each in headings:
            here = (*path, each.heading)
            place = self._places.get(self._known.get(here, ()))
            if each.sections is not None and place and place[1].sections is not None:
                below = self._with_empty(each.sections, here, place[1].sections, self._known[here])
                found.append(each.model_copy(update={"sections": below}))
            else:
                found.append(each)
        known = [self._known.get((*path, each.heading), ()) for each in headings]
        at, names = 0, {each.heading for each in headings}
        for each in before:
            here = (*was, each.heading)
            if here in known:
                at = known.index(here) + 1
            elif _is_empty(each) and each.heading not in names:
                found.insert(at, each)
                known.insert(at, here)
                at += 1
        return tuple(found)

    def edits(self, text: str) -> tuple[Edit, ...]:
        """What changes in plan.yaml.

        Raises:
            UnfitError: Where it is written in a way that cannot be edited without losing something.
        """
        entry = read_tree(text).entry("outline")
        if self.new == self.old.outline:
            return ()
        if entry is None:
            raise UnfitError
        return tuple(sorted(_Spliced(text, entry, self).edits()))

    def was(self, path: Path) -> tuple[Route, Heading] | None:
        """Where a heading of the new outline stands in the plan's, and what it is there."""
        return self._places.get(self._known.get(path, path if self._is_only_old(path) else ()))

    def _is_only_old(self, path: Path) -> bool:
        place = self._places.get(path)
        return place is not None and _is_empty(place[1])


def _is_empty(heading: Heading) -> bool:
    return not heading.tasks and all(map(_is_empty, heading.sections or ()))


class _Spliced:
    def __init__(self, text: str, outline: Entry, outlined: Outlined) -> None:
        self._text, self._outline, self._outlined = text, outline, outlined
        self._lists = Lists(text)
        self._used: set[Path] = set()
        entries = {identifier: route for route, identifier in reversed(list(outlined.old.entries()))}
        self._tasks = {identifier: self._kept(route) for identifier, route in entries.items()}

    def edits(self) -> tuple[Edit, ...]:
        new = self._outlined.new
        self._note_moves(new, ())
        return self._lists.arranged(self._outline, self._headings(new, ()))

    def _note_moves(self, headings: Sequence[Heading], path: Path) -> None:
        """What stays somewhere is not gone from where it was; but in brackets it leaves its comments there."""
        for heading in headings:
            here = (*path, heading.heading)
            kept = self._kept(place[0]) if (place := self._outlined.was(here)) else None
            if kept:
                self._lists.moved.add((id(kept.within), kept.at))
            if not (kept and _is_in_brackets(kept.entry.value)):
                tasks = filter(None, map(self._tasks.get, heading.tasks or ()))
                self._lists.moved.update((id(each.within), each.at) for each in tasks)
            self._note_moves(heading.sections or (), here)

    def _kept(self, route: Route) -> Kept:
        """The entry of the outline that a route leads to."""
        within = self._outline.value
        for step in route[1:-1]:
            found = within.entry(step) if isinstance(within, Branch) else None
            if found is None:
                raise UnfitError
            within = found.value
        if not isinstance(within, Branch):
            raise UnfitError
        return Kept(within, int(route[-1]))

    def _headings(self, headings: Sequence[Heading], path: Path) -> tuple[Item, ...]:
        return tuple(self._heading(each, (*path, each.heading)) for each in headings)

    def _heading(self, heading: Heading, path: Path) -> Item:
        place = None if path in self._used else self._outlined.was(path)
        self._used.add(path)
        key = "tasks" if heading.tasks is not None else "sections"
        inside = (
            self._tasks_of(heading.tasks) if heading.tasks is not None else self._headings(heading.sections or (), path)
        )
        if place is None or (place[1].tasks is None) != (heading.tasks is None):
            return _made(heading, key, inside)
        kept = self._kept(place[0])
        branch = kept.entry.value
        listed, named = (branch.entry(key), branch.entry("heading")) if isinstance(branch, Branch) else (None, None)
        if listed is None or named is None or not isinstance(named.value, Leaf):
            raise UnfitError
        edits = list(self._lists.arranged(listed, inside))
        if heading.heading != place[1].heading:
            in_brackets = isinstance(branch, Branch) and branch.in_brackets
            edits += Site(self._text, named.value, 0, in_brackets).say(heading.heading)
        return Kept(kept.within, kept.at, tuple(sorted(edits)))

    def _tasks_of(self, tasks: Sequence[str]) -> tuple[Item, ...]:
        return tuple(self._tasks.get(each) or made("tasks", each, _TASKS) for each in tasks)


def _is_in_brackets(heading: Leaf | Branch) -> bool:
    """Whether the tasks of a heading are listed in brackets."""
    tasks = heading.entry("tasks") if isinstance(heading, Branch) else None
    return (
        tasks is not None and isinstance(tasks.value, Branch) and tasks.value.in_brackets and bool(tasks.value.entries)
    )


_TASKS = _SHAPE.step("outline").step(0)


def _made(heading: Heading, key: str, inside: tuple[Item, ...]) -> Made:
    """A new heading, with what stands under it, be it new or not."""
    if not inside:
        return made("outline", {"heading": heading.heading, key: []}, _SHAPE)
    return Made((f"- heading: {one_line(heading.heading)}", f"  {key}:"), flow(_value(heading)), inside)


def _value(heading: Heading) -> dict[str, object]:
    if heading.tasks is not None:
        return {"heading": heading.heading, "tasks": list(heading.tasks)}
    return {"heading": heading.heading, "sections": [_value(each) for each in heading.sections or ()]}
