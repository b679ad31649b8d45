"""A department's responsibility sheet: what is asked of it, every task once, in its strongest role."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from plancli.model.register import Department, Entry
from plancli.views.cells import Cells, DueView, TaskView, UnitView
from plancli.views.plan import EntryView, PlanView, RoleName, entry_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.model.plan import Duty, Plan

LEAD, RESPONSIBLE, SUPPORT, VIA = "lead", "responsible", "support", "via"
"""The parts of a sheet, the strongest role first; `via` holds what reaches a department through a group."""


@dataclass(frozen=True, slots=True)
class Row:
    """A task on a sheet, with what is this department's own about it.

    Attributes:
        task: The task.
        scope: What the plan limits the department to, or empty.
        others: The units that lead with it; empty but in the part `lead`.
        via: The group through which it is reached; empty but in the part `via`.
        role: The role in which the department, or the group, is named.
    """

    task: TaskView
    scope: str
    others: tuple[UnitView, ...]
    via: str
    role: RoleName


@dataclass(frozen=True, slots=True)
class HeadingGroup:
    """Rows that stand under the same headings of the plan, from the top: (一、重点任务, （一）…)."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The tasks of one role: `lead`, `responsible`, `support` or `via`."""

    key: str
    count: int
    groups: tuple[HeadingGroup, ...]


@dataclass(frozen=True, slots=True)
class TargetPart:
    """The tasks of one part that have targets."""

    key: str
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True, slots=True)
class TaskRef:
    """A task that is only named; `number` is None where the outline does not list it."""

    number: int | None
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The answer in numbers.

    Attributes:
        lead: Tasks that it leads.
        responsible: Tasks that it is responsible for.
        support: Tasks that it supports; None in a plan without that role.
        via: Tasks that reach it through a group; None for a group.
        tasks: All of these.
        targets: Their targets that have a number.
        statements: Their targets that have none.
        earliest: The first deadline; None where there is no task.
    """

    lead: int
    responsible: int
    support: int | None
    via: int | None
    tasks: int
    targets: int
    statements: int
    earliest: DueView | None


@dataclass(frozen=True, slots=True)
class SheetView:
    """One department's or group's sheet.

    Attributes:
        plan: The plan.
        entry: Whose sheet it is.
        as_of: What `--as-of` says, or empty.
        counts: The answer in numbers.
        parts: Its tasks by role, the strongest first, empty roles too.
        may_concern: Tasks that nobody has said to be this department's, or not; None for a group.
        targets: Its tasks that have targets, part by part; parts without any are left out.
    """

    plan: PlanView
    entry: EntryView
    as_of: str
    counts: Counts
    parts: tuple[Part, ...]
    may_concern: tuple[TaskRef, ...] | None
    targets: tuple[TargetPart, ...]


def sheet(plan: Plan, entry: Entry, as_of: str = "", cells: Cells | None = None) -> SheetView:
    """Make the sheet of a department or group.

    Args:
        plan: The plan.
        entry: One of its departments or groups.
        as_of: A date or revision to print, as the user words it.
        cells: What the sheets of this plan share; without it, nothing is shared.
    """
    cells = cells or Cells(plan)
    duties = plan.duties(entry)
    parts = tuple(_part(cells, entry, key, duties) for key in _keys(cells, entry, duties))
    concern = plan.may_concern(entry) if isinstance(entry, Department) else None
    return SheetView(
        plan=cells.header,
        entry=entry_view(plan, entry, cells.words),
        as_of=as_of,
        counts=counts(cells, entry),
        parts=parts,
        may_concern=None
        if concern is None
        else tuple(TaskRef(plan.number(task), task.id, task.title) for task in concern),
        targets=tuple(_targets(parts)),
    )


def counts(cells: Cells, entry: Entry) -> Counts:
    """Count what a sheet shows, without making it."""
    duties = cells.plan.duties(entry)
    keys = _keys(cells, entry, duties)
    found = [_key(duty) for duty in duties]
    tasks = [cells.task(duty.task) for duty in duties]
    goals = [target.numeric for task in tasks for target in task.targets]
    return Counts(
        lead=found.count(LEAD),
        responsible=found.count(RESPONSIBLE),
        support=found.count(SUPPORT) if SUPPORT in keys else None,
        via=found.count(VIA) if VIA in keys else None,
        tasks=len(tasks),
        targets=goals.count(True),
        statements=goals.count(False),
        earliest=min((task.earliest for task in tasks), key=lambda due: due.key, default=None),
    )


def _key(duty: Duty) -> str:
    return VIA if duty.via else duty.role


def _keys(cells: Cells, entry: Entry, duties: Iterable[Duty]) -> tuple[str, ...]:
    """The parts that an entry's sheet has: a group is reached through another only where groups are nested."""
    through = isinstance(entry, Department) or any(duty.via for duty in duties)
    return (LEAD, RESPONSIBLE, *((SUPPORT,) if cells.header.has_support else ()), *((VIA,) if through else ()))


def _part(cells: Cells, entry: Entry, key: str, duties: tuple[Duty, ...]) -> Part:
    rows = [_row(cells, entry, duty) for duty in duties if _key(duty) == key]
    groups = groupby(rows, key=lambda row: row.task.sections)
    return Part(key, len(rows), tuple(HeadingGroup(headings, tuple(under)) for headings, under in groups))


def _row(cells: Cells, entry: Entry, duty: Duty) -> Row:
    view = cells.task(duty.task)
    leads = duty.role == LEAD and not duty.via
    return Row(
        task=view,
        scope=duty.unit.scope or "",
        others=tuple(_others(cells.plan, entry, duty, view)) if leads and len(view.lead) > 1 else (),
        via=duty.via.name if duty.via else "",
        role=getattr(cells.header.roles, duty.role),
    )


def _others(plan: Plan, entry: Entry, duty: Duty, view: TaskView) -> Iterator[UnitView]:
    for unit, shown in zip(duty.task.lead, view.lead, strict=True):
        named = plan.resolve(unit.name)
        if named is None or named.name != entry.name:
            yield shown


def _targets(parts: tuple[Part, ...]) -> Iterator[TargetPart]:
    for part in parts:
        tasks = tuple(row.task for group in part.groups for row in group.rows if row.task.targets)
        if tasks:
            yield TargetPart(part.key, tasks)
