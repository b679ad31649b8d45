"""Rules about departments that are gone: merged, renamed or dissolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plancli.checks.units import name_place
from plancli.diagnostics import Finding, Fix, Place, Related, Replacement
from plancli.model.plan import REGISTER_PATH, mentions
from plancli.model.register import Department

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.model.header import Header, Role
    from plancli.model.plan import Plan
    from plancli.model.task import Task


def outdated_department(plan: Plan) -> Iterator[Finding]:
    """A task names a department that no longer existed when the plan began.

    A duty of an office that is gone is nobody's. Its entry in `departments.yaml` says until when it existed and, under
    `succeeded_by`, who took its duties: name that unit. A plan begins on the day it is issued, and not before the
    first day of its period. An office that ends later keeps its tasks: the register tells who has them now.

    Bad:

        # departments.yaml
        departments:
          - name: 区发改委
            kind: government
          - name: 区生态环境局
            kind: government
          - name: 区环保局
            kind: government
            until: 2019-01-31
            succeeded_by: 区生态环境局
        # tasks/节能降碳.yaml
        responsible:
          - 区环保局

    Good:

        # departments.yaml
        departments:
          - name: 区发改委
            kind: government
          - name: 区生态环境局
            kind: government
          - name: 区环保局
            kind: government
            until: 2019-01-31
            succeeded_by: 区生态环境局
        # tasks/节能降碳.yaml
        responsible:
          - 区生态环境局
    """
    gone = _gone(plan)
    for task, role, names in plan.named if gone else ():
        if not gone.keys().isdisjoint(names):
            for index, name in enumerate(names):
                if name in gone:
                    yield _named(plan, task, role, index, gone[name])


@dataclass(frozen=True, slots=True)
class _Gone:
    """A department that is gone: where the register tells its end, and who has its duties now, if anybody is known."""

    until: str
    end: Place
    heir: str | None


def _gone(plan: Plan) -> dict[str, _Gone]:
    """What is known of each spelling of a department that is gone."""
    found = outdated(plan)
    ends = {entry.name: Place(REGISTER_PATH, (*route, "until")) for route, entry in plan.register.routes()}
    return {
        spelling: _Gone(str(department.until), ends[department.name], _heir(plan, department, found))
        for spelling, department in found.items()
    }


def outdated(plan: Plan) -> dict[str, Department]:
    """The departments that were gone when the plan began, by each of their spellings."""
    first = _first_day(plan.header)
    return {
        spelling: entry
        for spelling, entry in plan.register.by_spelling.items()
        if isinstance(entry, Department) and entry.until and entry.until < first
    }


def _first_day(header: Header) -> date:
    """The day on which a plan begins, by its own words: no clock is asked."""
    issued, start = header.issued, date(header.period.start, 1, 1)
    return max(issued.on, start) if issued and issued.on else start


def _heir(plan: Plan, department: Department, gone: Mapping[str, Department]) -> str | None:
    """Who has its duties at last: a successor may be gone as well, and have one of its own."""
    seen, heir = {department.name}, plan.resolve(department.succeeded_by or "")
    while isinstance(heir, Department) and heir.name in gone and heir.name not in seen:
        seen.add(heir.name)
        heir = plan.resolve(heir.succeeded_by or "")
    return None if heir is None or heir.name in gone else heir.name


def _named(plan: Plan, task: Task, role: Role, index: int, gone: _Gone) -> Finding:
    """That a task names it. A successor that the task names already cannot take its place: it would stand twice."""
    facts = {"name": task.units(role)[index].name, "until": gone.until}
    place, end = name_place(task, role, index), (Related(gone.end),)
    if gone.heir is None:
        return Finding(place, facts, related=end)
    there = {plan.register.meaning.get(each.unit.name) for each in mentions(task)}
    fix = None if gone.heir in there else Fix("unsafe", (Replacement(place, gone.heir),))
    return Finding(place, facts, related=end, suggestions=(gone.heir,), fix=fix)
