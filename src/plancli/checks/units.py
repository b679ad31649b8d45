"""Rules about who is named in a task."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related
from plancli.model.header import ROLES, Role
from plancli.model.plan import REGISTER_PATH, Plan, task_path
from plancli.model.register import Department, Group, Register

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.model.task import Task

_JOINED = re.compile(r"[、，；,;/\s]+")


def unknown_department(plan: Plan) -> Iterator[Finding]:
    """A unit is named that `departments.yaml` does not know.

    Every duty must belong to somebody who can be found: a misspelt name is a task that nobody answers for. If the
    unit is new, register it; if it is another spelling of a known one, correct it or add it to that entry's `aliases`.
    Several names in one entry are told apart by the list, not by 、.

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
    for place, name in _named(plan, known):
        candidates = candidates or spelling_places(plan.register)
        parts = tuple(part for part in _JOINED.split(name) if part)
        if len(parts) > 1 and any(part in known for part in parts):
            yield Finding(place, {"name": name, "parts": parts}, "joined", suggestions=parts)
        else:
            yield Finding(place, {"name": name}, typed=name, candidates=candidates)


def _named(plan: Plan, known: frozenset[str] | set[str]) -> Iterator[tuple[Place, str]]:
    """Every name that is not known: in tasks, in groups, in successions."""
    for task in plan.tasks:
        for role in ROLES:
            for index, unit in enumerate(task.units(role)):
                if unit.name not in known:
                    yield Place(task_path(task.id), (role, index)), unit.name
    for index, group in enumerate(plan.register.groups):
        for position, member in enumerate(group.members):
            if member not in known:
                yield Place(REGISTER_PATH, ("groups", index, "members", position)), member
    for index, department in enumerate(plan.register.departments):
        if department.succeeded_by is not None and department.succeeded_by not in known:
            yield Place(REGISTER_PATH, ("departments", index, "succeeded_by")), department.succeeded_by


def spelling_places(register: Register) -> dict[str, Place | None]:
    """Where each spelling is registered."""
    places: dict[str, Place | None] = {}
    for route, entry in register.routes():
        places.setdefault(entry.name, Place(REGISTER_PATH, (*route, "name")))
        if isinstance(entry, Department) and entry.full_name:
            places.setdefault(entry.full_name, Place(REGISTER_PATH, (*route, "full_name")))
        for position, alias in enumerate(entry.aliases):
            places.setdefault(alias, Place(REGISTER_PATH, (*route, "aliases", position)))
    return places


def no_lead(plan: Plan) -> Iterator[Finding]:
    """A task has no leading unit.

    A task that nobody leads is nobody's: the supervision office has no one to ask. If the document really names
    none, turn the rule off for this plan: `checks: {no-lead: off}` in `plan.yaml`.

    Bad:

        # tasks/节能降碳.yaml
        lead: []

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
    """
    for task in plan.tasks:
        if not task.lead:
            yield Finding(Place(task_path(task.id), ("lead",), "key"), {"title": task.title})


def repeated_department(plan: Plan) -> Iterator[Finding]:
    """A unit stands twice in one cell, under one spelling or two.

    Bad:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
          - 区发改委

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
    """
    for task in plan.tasks:
        for role in ROLES:
            if len(task.units(role)) > 1:
                yield from _repeated(plan, task, role)


def _repeated(plan: Plan, task: Task, role: Role) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, unit in enumerate(task.units(role)):
        entry = plan.resolve(unit.name)
        name = entry.name if entry else unit.name
        if name in first:
            before = Place(task_path(task.id), (role, first[name]))
            place = Place(task_path(task.id), (role, index))
            yield Finding(place, {"name": name, "written": unit.name}, related=(Related(before),))
        first.setdefault(name, index)


def lead_also_responsible(plan: Plan) -> Iterator[Finding]:
    """A unit both leads a task and is responsible for it.

    It would get the task twice. It leads: strike it from the other cell.

    Bad:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
        responsible:
          - 区发改委

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
        responsible:
          - 区生态环境局
    """
    for task in plan.tasks:
        if not task.lead or not task.responsible:
            continue
        leads = {_meaning(plan, unit.name): index for index, unit in enumerate(task.lead)}
        for index, unit in enumerate(task.responsible):
            name = _meaning(plan, unit.name)
            if name in leads:
                leading = Place(task_path(task.id), ("lead", leads[name]))
                place = Place(task_path(task.id), ("responsible", index))
                yield Finding(place, {"name": name}, related=(Related(leading),))


def _meaning(plan: Plan, written: str) -> str:
    entry = plan.register.by_spelling.get(written)
    return entry.name if entry else written


def unattributable_responsibility(plan: Plan) -> Iterator[Finding]:
    """Only groups are responsible for a task, and none of them lists all its members.

    Then nobody in particular answers for it: each member can believe that another one is meant. Name at least one
    department, or list a group's members and mark it `complete: true`.

    Bad:

        # departments.yaml
        groups:
          - name: 各相关产业部门
            complete: false
        # tasks/节能降碳.yaml
        responsible:
          - 各相关产业部门

    Good:

        # departments.yaml
        groups:
          - name: 各相关产业部门
            complete: false
        # tasks/节能降碳.yaml
        responsible:
          - 区生态环境局
          - 各相关产业部门
    """
    for task in plan.unattributable:
        groups = tuple(unit.name for unit in task.units("responsible"))
        yield Finding(Place(task_path(task.id), ("responsible",), "key"), {"groups": groups, "title": task.title})


def unused_department(plan: Plan) -> Iterator[Finding]:
    """A registered department or group is named by no task, no group and no succession.

    It may be a leftover of an earlier draft, or a duty that got lost.

    Bad:

        # departments.yaml
        departments:
          - name: 区发改委
            kind: government
          - name: 区生态环境局
            kind: government
          - name: 区档案局
            kind: government

    Good:

        # departments.yaml
        departments:
          - name: 区发改委
            kind: government
          - name: 区生态环境局
            kind: government
    """
    written = {unit.name for task in plan.tasks for role in ROLES for unit in task.units(role)}
    written.update(member for group in plan.register.groups for member in group.members)
    written.update(filter(None, (department.succeeded_by for department in plan.register.departments)))
    used = {_meaning(plan, name) for name in written}
    for route, entry in plan.register.routes():
        if entry.name not in used:
            yield Finding(Place(REGISTER_PATH, (*route, "name")), {"name": entry.name})


def elided_group_prefix(plan: Plan) -> Iterator[Finding]:
    """A group is written without its 各, because another 各 stands before it: 各相关产业部门、管委会.

    It is clear in the sentence and unclear in a table of its own. The sheets print what was written; to write it
    out, use the group's name.

    Bad:

        # departments.yaml
        groups:
          - name: 各管委会
            aliases:
              - 管委会
        # tasks/节能降碳.yaml
        responsible:
          - 区生态环境局
          - 管委会

    Good:

        # departments.yaml
        groups:
          - name: 各管委会
            aliases:
              - 管委会
        # tasks/节能降碳.yaml
        responsible:
          - 区生态环境局
          - 各管委会
    """
    elided = {
        alias: group.name
        for group in plan.register.groups
        for alias in group.aliases
        if group.name == f"各{alias}" and isinstance(plan.resolve(alias), Group)
    }
    if not elided:
        return
    for task in plan.tasks:
        for role in ROLES:
            for index, unit in enumerate(task.units(role)):
                if unit.name in elided:
                    place = Place(task_path(task.id), (role, index))
                    yield Finding(place, {"name": unit.name, "group": elided[unit.name]})
