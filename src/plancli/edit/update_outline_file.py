"""An outline spliced into plan.yaml: headings and tasks that stay keep their lines, wherever they come to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.edit.update_lists import Kept, Lists, Made, UnfitError
from plancli.edit.update_written import flow, made
from plancli.model.header import Header
from plancli.model.shapes import shape
from plancli.source.edits import Edit, Site
from plancli.source.scalars import one_line
from plancli.source.tree import Branch, Leaf, read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.diagnostics import Route
    from plancli.edit.update_lists import Item
    from plancli.edit.update_outline import Outlined, Path
    from plancli.model.header import Heading
    from plancli.source.tree import Entry

_SHAPE = shape(Header)


def outline_edits(text: str, outlined: Outlined) -> tuple[Edit, ...]:
    """What changes in plan.yaml.

    Args:
        text: The file's text, without a byte order mark.
        outlined: Its outline, and what becomes of it.

    Raises:
        UnfitError: Where it is written in a way that cannot be edited without losing something.
    """
    if outlined.new == outlined.old.outline:
        return ()
    entry = read_tree(text).entry("outline")
    if entry is None:
        raise UnfitError
    return tuple(sorted(_Spliced(text, entry, outlined).edits()))


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
