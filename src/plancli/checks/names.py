"""Rules about what names mean: that they are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.checks.units import name_place
from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import REGISTER_PATH
from plancli.model.register import Department

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diagnostics import Route
    from plancli.model.plan import Plan
    from plancli.model.register import Entry, Register

SLIPS = 3
"""How often a name is mistyped in the same way; one that stands in more places is missing from the register."""

SHOWN = 2
"""Further places of such a name that are shown."""

_JOINED = re.compile(r"[、，；,;/\s]+")


def unknown_department(plan: Plan) -> Iterator[Finding]:
    """A unit is named that `departments.yaml` does not know.

    Every duty must belong to somebody who can be found: a misspelt name is a task that nobody answers for. If the
    unit is new, register it; if it is another spelling of a known one, correct it or add it to that entry's `aliases`.
    Several names in one entry are told apart by the list, not by 、.

    A name that stands in more than three places is told once: it is the register that lacks it. Where a unit was
    renamed there, keep its old name under `aliases`.

    Bad:

        # tasks/节能降碳.yaml
        lead:
          - 区生态环保局

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区生态环境局
    """
    known = plan.register.by_spelling.keys() | plan.gaps.names
    candidates: Mapping[str, Place | None] = {}
    for name, places in _unknown(plan, known).items():
        candidates = candidates or spelling_places(plan.register)
        parts = joined(name)
        if len(parts) > 1 and not known.isdisjoint(parts):
            for place in places:
                yield Finding(place, {"name": name, "parts": parts}, "joined", suggestions=parts)
        elif len(places) > SLIPS:
            facts = {"name": name, "count": str(len(places))}
            further = tuple(Related(place) for place in places[1 : 1 + SHOWN])
            yield Finding(places[0], facts, "often", further, name, candidates)
        else:
            for place in places:
                yield Finding(place, {"name": name}, typed=name, candidates=candidates)


def joined(name: str) -> tuple[str, ...]:
    """The names that stand in one entry, separated by marks."""
    return tuple(part for part in _JOINED.split(name) if part)


def _unknown(plan: Plan, known: frozenset[str] | set[str]) -> dict[str, list[Place]]:
    """Every name that is not known, with its places; but for those under a key that did not load whole."""
    places: dict[str, list[Place]] = {}
    for place, name in _named(plan, known):
        if not plan.gaps.touch(place.path, frozenset(map(str, place.route[:1]))):
            places.setdefault(name, []).append(place)
    return places


def _named(plan: Plan, known: frozenset[str] | set[str]) -> Iterator[tuple[Place, str]]:
    """Every name that is not known: in tasks, in groups, in successions."""
    for task, role, names in plan.named:
        if not known.issuperset(names):
            for index, name in enumerate(names):
                if name not in known:
                    yield name_place(task, role, index), name
    for index, group in enumerate(plan.register.groups):
        for position, member in enumerate(group.members):
            if member not in known:
                yield Place(REGISTER_PATH, ("groups", index, "members", position)), member
    for index, department in enumerate(plan.register.departments):
        if department.succeeded_by is not None and department.succeeded_by not in known:
            yield Place(REGISTER_PATH, ("departments", index, "succeeded_by")), department.succeeded_by


def spelling_places(register: Register) -> dict[str, Place | None]:
    """Where each spelling is registered; the first entry that claims it has it."""
    places: dict[str, Place | None] = {}
    for route, entry in register.routes():
        for spelling, place in spelled(route, entry):
            places.setdefault(spelling, place)
    return places


def spelled(route: Route, entry: Entry) -> Iterator[tuple[str, Place]]:
    """Every text that names an entry, its name first, and where it stands in the register."""
    yield entry.name, Place(REGISTER_PATH, (*route, "name"))
    if isinstance(entry, Department) and entry.full_name:
        yield entry.full_name, Place(REGISTER_PATH, (*route, "full_name"))
    for position, alias in enumerate(entry.aliases):
        yield alias, Place(REGISTER_PATH, (*route, "aliases", position))
