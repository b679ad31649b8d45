"""The outline after an update: the document's order and headings, and what it says nothing of as it was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.diff.outline import Outlines
from plancli.model.header import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.diagnostics import Route
    from plancli.model.header import Header

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
        known = [self._known.get((*path, each.heading)) for each in headings]
        names, places = {each.heading for each in headings}, set(known)
        behind: dict[Path | None, list[Heading]] = {}
        last: Path | None = ()
        for each in before:
            here = (*was, each.heading)
            if here in places:
                last = here
            elif _is_empty(each) and each.heading not in names:
                behind.setdefault(last, []).append(each)
        with_empty = behind.pop((), [])
        for place_before, each in zip(known, found, strict=True):
            with_empty += (each, *(behind.pop(place_before, ()) if place_before else ()))
        return tuple(with_empty)

    def was(self, path: Path) -> tuple[Route, Heading] | None:
        """Where a heading of the new outline stands in the plan's, and what it is there."""
        return self._places.get(self._known.get(path, path if self._is_only_old(path) else ()))

    def _is_only_old(self, path: Path) -> bool:
        place = self._places.get(path)
        return place is not None and _is_empty(place[1])


def _is_empty(heading: Heading) -> bool:
    return not heading.tasks and all(map(_is_empty, heading.sections or ()))
