"""A department's responsibility sheet: what is asked of it, every task once, in its strongest role."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from plancli.model.register import Department, Entry
from plancli.views.cells import Cells, DueView, TaskView, UnitView
from plancli.views.plan import EntryView, PlanView, RoleName, entry_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.model.plan import Duty, Plan
    from plancli.views.revision import RevisionView

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
    """The tasks of one role.

    Attributes:
        key: `lead`, `responsible`, `support` or `via`.
        count: How many.
        noted: Whether some row has something of its own to say: `via` or `scope`.
        groups: Its rows under the plan's headings.
    """

    key: str
    count: int
    noted: bool
    groups: tuple[HeadingGroup, ...]


@dataclass(frozen=True, slots=True)
class TargetPart:
    """The tasks of one part that have targets."""

    key: str
    tasks: tuple[TaskView, ...]


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
        revision: What changed for it since an earlier revision; None where none was asked for.
    """

    plan: PlanView
    entry: EntryView
    as_of: str
    counts: Counts
    parts: tuple[Part, ...]
    may_concern: tuple[TaskView, ...] | None
    targets: tuple[TargetPart, ...]
    revision: RevisionView | None = None


def sheet(
    plan: Plan, entry: Entry, as_of: str = "", cells: Cells | None = None, revision: RevisionView | None = None
) -> SheetView:
    """Make the sheet of a department or group.

    Args:
        plan: The plan.
        entry: One of its departments or groups.
        as_of: A date or revision to print, as the user words it.
        cells: What the sheets of this plan share; without it, nothing is shared.
        revision: What changed for it, to stand at its head.
    """
    cells = cells or Cells(plan)
    duties = plan.duties(entry)
    rows: dict[str, list[Row]] = {key: [] for key in _keys(cells, entry, duties)}
    for duty in duties:
        rows[VIA if duty.via else duty.role].append(_row(cells, entry, duty))
    parts = tuple(_part(key, found) for key, found in rows.items())
    concern = plan.may_concern(entry) if isinstance(entry, Department) else None
    return SheetView(
        plan=cells.header,
        entry=entry_view(plan, entry, cells.words),
        as_of=as_of,
        counts=counts(cells, entry),
        parts=parts,
        may_concern=None if concern is None else tuple([cells.tasks[task.id] for task in concern]),
        targets=tuple(_targets(parts)),
        revision=revision,
    )


def counts(cells: Cells, entry: Entry) -> Counts:
    """Count what a sheet shows, without making it."""
    if entry.name not in cells.counted:
        cells.counted[entry.name] = _counts(cells, entry)
    return cells.counted[entry.name]


def _counts(cells: Cells, entry: Entry) -> Counts:
    duties = cells.plan.duties(entry)
    keys = _keys(cells, entry, duties)
    found = Counter([VIA if duty.via else duty.role for duty in duties])
    tasks = [cells.tasks[duty.task.id] for duty in duties]
    goals = Counter([target.numeric for task in tasks for target in task.targets])
    deadlines = {id(task.earliest): task.earliest for task in tasks}
    return Counts(
        lead=found[LEAD],
        responsible=found[RESPONSIBLE],
        support=found[SUPPORT] if SUPPORT in keys else None,
        via=found[VIA] if VIA in keys else None,
        tasks=len(tasks),
        targets=goals[True],
        statements=goals[False],
        earliest=min(deadlines.values(), key=DueView.order, default=None),
    )


def _keys(cells: Cells, entry: Entry, duties: Iterable[Duty]) -> tuple[str, ...]:
    """The parts that an entry's sheet has: a group is reached through another only where groups are nested."""
    through = isinstance(entry, Department) or any(duty.via for duty in duties)
    return (LEAD, RESPONSIBLE, *((SUPPORT,) if cells.header.has_support else ()), *((VIA,) if through else ()))


def _part(key: str, rows: list[Row]) -> Part:
    groups = groupby(rows, key=_sections)  # tasks of a heading stand together in reading order
    noted = any(row.via or row.scope for row in rows)
    return Part(key, len(rows), noted, tuple([HeadingGroup(headings, tuple(under)) for headings, under in groups]))


_sections = attrgetter("task.sections")


def _row(cells: Cells, entry: Entry, duty: Duty) -> Row:
    """A row; those that say nothing of a department's own are the same value on all sheets."""
    via = duty.via.name if duty.via else ""
    task = cells.tasks[duty.task.id]
    if duty.role == LEAD and not via and len(task.lead) > 1:
        others = tuple(_others(cells.plan, entry, duty, task))
        return Row(task, duty.unit.scope or "", others, "", cells.roles[LEAD])
    key = task.id, duty.role, duty.unit.scope, via
    row = cells.rows.get(key)
    if row is None:
        row = cells.rows[key] = Row(task, duty.unit.scope or "", (), via, cells.roles[duty.role])
    return row


def _others(plan: Plan, entry: Entry, duty: Duty, view: TaskView) -> Iterator[UnitView]:
    for unit, shown in zip(duty.task.lead, view.lead, strict=True):
        named = plan.resolve(unit.name)
        if named is None or named.name != entry.name:
            yield shown


def _targets(parts: tuple[Part, ...]) -> Iterator[TargetPart]:
    for part in parts:
        tasks = tuple([row.task for group in part.groups for row in group.rows if row.task.targets])
        if tasks:
            yield TargetPart(part.key, tasks)
