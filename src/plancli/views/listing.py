"""Tasks as `list` and `show` give them: plain values, the same for people and for machines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Duty, Plan
    from plancli.model.register import Entry
    from plancli.model.task import Target, Task, Units


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target.

    Attributes:
        id: Within its task.
        indicator: What is measured.
        comparator: None for a statement, as `value` and `unit` are.
        value: The exact number; of a range both ends with — between them.
        unit: Its unit.
        statement: The goal without a number.
        commitment: `commit` or `aim`.
        per: `year` where it is met every year.
        due: As written.
        quote: The words that set it.
    """

    id: str
    indicator: str
    comparator: str | None
    value: str | None
    unit: str | None
    statement: str | None
    commitment: str
    per: str | None
    due: str
    quote: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task.

    Attributes:
        number: 序号; None for a task that the outline does not list.
        id: Permanent.
        title: As printed.
        headings: From the top, with their labels.
        lead: Units as written.
        responsible: Likewise; None where the document does not say, empty for its ——.
        support: Likewise.
        duty: The phrase that closes the cell.
        due: The task's own deadline.
        text: One sentence a line.
        targets: What is committed to.
        role: With a department: its role in the task.
        via: With a department: the group through which it is reached.
    """

    number: int | None
    id: str
    title: str
    headings: tuple[str, ...]
    lead: tuple[str, ...]
    responsible: tuple[str, ...] | None
    support: tuple[str, ...] | None
    duty: str | None
    due: str | None
    text: str
    targets: tuple[TargetRow, ...]
    role: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which tasks are wanted; what is empty does not matter.

    Attributes:
        entry: Whom they are asked of, named or through a group.
        role: In which role.
        heading: Text of a heading above them.
        has_targets: Whether they must have targets.
    """

    entry: Entry | None = None
    role: str | None = None
    heading: str = ""
    has_targets: bool = False


def matching(plan: Plan, wanted: Filter) -> list[TaskRow]:
    """The tasks that a filter lets through, in reading order."""
    return [found for found in _candidates(plan, wanted) if _passes(found, wanted)]


def _candidates(plan: Plan, wanted: Filter) -> Iterator[TaskRow]:
    if wanted.entry is None:
        for task in plan.tasks:
            if wanted.role is None or task.units(wanted.role):
                yield row(plan, task)
    else:
        for duty in plan.duties(wanted.entry):
            if wanted.role is None or duty.role == wanted.role:
                yield row(plan, duty.task, duty)


def _passes(found: TaskRow, wanted: Filter) -> bool:
    under = not wanted.heading or any(wanted.heading in heading for heading in found.headings)
    return under and (bool(found.targets) or not wanted.has_targets)


def row(plan: Plan, task: Task, duty: Duty | None = None) -> TaskRow:
    """A task with what the plan derives for it."""
    position = plan.positions.get(task.id)
    return TaskRow(
        number=position.number if position else None,
        id=task.id,
        title=task.title,
        headings=tuple(map(str, position.sections)) if position else (),
        lead=_names(task.lead),
        responsible=None if task.responsible is None else _names(task.responsible),
        support=None if task.support is None else _names(task.support),
        duty=task.duty,
        due=str(task.due) if task.due else None,
        text=task.text.rstrip("\n"),
        targets=tuple(map(_target, task.targets)),
        role=duty.role if duty else None,
        via=duty.via.name if duty and duty.via else None,
    )


def _names(units: Units) -> tuple[str, ...]:
    return tuple(f"{unit.name}（{unit.scope}）" if unit.scope else unit.name for unit in units)


def _target(target: Target) -> TargetRow:
    return TargetRow(
        id=target.id,
        indicator=target.indicator,
        comparator=target.comparator,
        value=None if target.value is None else str(target.value),
        unit=target.unit,
        statement=target.statement,
        commitment=target.commitment,
        per=target.per,
        due=str(target.due),
        quote=target.quote,
    )
