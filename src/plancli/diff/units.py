"""What changed in who answers for a task: who leads, who is responsible, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plancli.diagnostics import Place
from plancli.diff.change import Change
from plancli.model.header import ROLES, Role
from plancli.model.plan import task_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.diff.names import Names
    from plancli.model.task import Task, Unit


@dataclass(frozen=True, slots=True)
class _Named:
    """A unit in a cell: who it is, how it is written, and where."""

    identity: str
    unit: Unit
    place: Place


Cell = dict[str, _Named]
"""The units of one role, by identity, in order; of two that became one the first."""


def compare_units(old: Sequence[Task], new: Sequence[Task], names: Names) -> Iterator[Change]:
    """Compare who answers for a task, or for the tasks that became one.

    Args:
        old: The tasks of the old side: one, or those that were merged.
        new: The task of the new side, or those that one was split into.
        names: Who is who.
    """
    task = new[0].id
    before = {role: _cell(old, role, names, "old") for role in ROLES}
    after = {role: _cell(new, role, names, "new") for role in ROLES}
    swapped = _swapped(before, after)
    if swapped:
        leader, other = swapped
        places = before["lead"][leader].place, after["lead"][other].place
        facts = {"role": _role_of(after, leader)}
        yield Change("roles-swapped", task, *places, leader, other, facts)
    yield from _lead(task, before["lead"], after["lead"], frozenset(swapped))
    for role in ROLES[1:]:
        yield from _members(task, role, before[role], after[role], frozenset(swapped))
    for role in ROLES:
        yield from _same(task, role, before[role], after[role])
        yield from _order(task, role, before[role], after[role])
    if len(old) == len(new) == 1:
        yield from _cells_as_written(old[0], new[0])


def _cell(tasks: Sequence[Task], role: Role, names: Names, side: Literal["old", "new"]) -> Cell:
    cell: Cell = {}
    for task in tasks:
        for index, unit in enumerate(task.units(role)):
            identity = names.joined(unit.name, side)
            cell.setdefault(identity, _Named(identity, unit, Place(task_path(task.id), (role, index))))
    return cell


def _swapped(before: dict[Role, Cell], after: dict[Role, Cell]) -> tuple[()] | tuple[str, str]:
    """The first lead and another unit that have changed places."""
    leader, other = next(iter(before["lead"]), ""), next(iter(after["lead"]), "")
    for role in ROLES[1:]:
        if (
            leader in after[role]
            and other in before[role]
            and leader not in after["lead"]
            and other not in before["lead"]
            and leader not in before[role]
            and other not in after[role]
        ):
            return leader, other
    return ()


def _role_of(cells: dict[Role, Cell], identity: str) -> Role:
    return next(role for role in ROLES if identity in cells[role])


def _lead(task: str, before: Cell, after: Cell, told: frozenset[str]) -> Iterator[Change]:
    """The first lead is who is called; the others lead with it."""
    first, second = next(iter(before), ""), next(iter(after), "")
    if first and second and first != second and not told:
        places = before[first].place, after[second].place
        yield Change("lead-changed", task, *places, before[first].unit.name, after[second].unit.name)
        told = frozenset({first, second})
    yield from _members(task, "lead", before, after, told)


def _members(task: str, role: Role, before: Cell, after: Cell, told: frozenset[str]) -> Iterator[Change]:
    for identity, named in before.items():
        if identity not in after and identity not in told:
            units = None if role == "lead" else (identity,)  # who leads concerns everybody who answers for the task
            yield Change(f"{role}-removed", task, named.place, None, named.unit.name, None, units=units)
    for identity, named in after.items():
        if identity not in before and identity not in told:
            units = None if role == "lead" else (identity,)
            yield Change(f"{role}-added", task, None, named.place, None, named.unit.name, units=units)


def _same(task: str, role: Role, before: Cell, after: Cell) -> Iterator[Change]:
    """Units that stayed: written otherwise, or limited to something else."""
    for identity, named in after.items():
        if identity not in before:
            continue
        old = before[identity]
        facts = {"role": role, "unit": named.unit.name}
        if old.unit.name != named.unit.name:
            names = old.unit.name, named.unit.name
            yield Change("unit-renamed", task, old.place, named.place, *names, facts, units=(identity,))
        if old.unit.scope != named.unit.scope:
            scopes = old.unit.scope, named.unit.scope
            yield Change("unit-scope-changed", task, old.place, named.place, *scopes, facts, units=(identity,))


def _order(task: str, role: Role, before: Cell, after: Cell) -> Iterator[Change]:
    """Those that stayed, in another order; of leads the first is told by itself."""
    old = [identity for identity in before if identity in after]
    new = [identity for identity in after if identity in before]
    if role == "lead" and next(iter(before), "") != next(iter(after), ""):
        return
    if old != new:
        places = Place(before[new[0]].place.path, (role,)), Place(after[new[0]].place.path, (role,))
        was, now = tuple(before[each].unit.name for each in old), tuple(after[each].unit.name for each in new)
        yield Change("unit-order", task, *places, was, now, {"role": role})


def _cells_as_written(old: Task, new: Task) -> Iterator[Change]:
    """What the cells say beside the names: the closing phrase, the post, and whether an empty one is said to be so."""
    before, after = task_path(old.id), task_path(new.id)
    for key, kind in (("duty", "duty-phrase-changed"), ("leader", "leader-changed")):
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            places = Place(before, (key,) if was else ()), Place(after, (key,) if now else ())
            yield Change(kind, new.id, *places, was, now)
    for role in ROLES[1:]:
        was, now = getattr(old, role), getattr(new, role)
        if was != now and not was and not now:
            kind = "nobody-stated" if now is not None else "nobody-unstated"
            places = Place(before, (role,) if was is not None else ()), Place(after, (role,) if now is not None else ())
            yield Change(kind, new.id, *places, facts={"role": role})
