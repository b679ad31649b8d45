"""Rules about who is named in a task."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import REGISTER_PATH, Plan, task_path
from plancli.model.register import Department, Group, Register
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.model.header import Role
    from plancli.model.task import Task

_MISSPELT = 100
"""Unknown names that are looked at one by one; where there are more, the register is not this plan's."""

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
    for task, role, names in plan.named:
        if not known.issuperset(names):
            for index, name in enumerate(names):
                if name not in known:
                    bare = task.units(role)[index].scope is None
                    yield Place(task_path(task.id), (role, index) if bare else (role, index, "name")), name
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
    meaning = _meanings(plan)
    for task, role, names in plan.named:
        if len({meaning.get(name, name) for name in names}) < len(names):
            yield from _repeated(meaning, task, role, names)


def _meanings(plan: Plan) -> dict[str, str]:
    """The name that each spelling stands for."""
    return {spelling: entry.name for spelling, entry in plan.register.by_spelling.items()}


def _repeated(meaning: Mapping[str, str], task: Task, role: Role, names: tuple[str, ...]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, written in enumerate(names):
        name = meaning.get(written, written)
        if name in first:
            before = Place(task_path(task.id), (role, first[name]))
            place = Place(task_path(task.id), (role, index))
            yield Finding(place, {"name": name, "written": written}, related=(Related(before),))
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
    meaning = _meanings(plan)
    for task in plan.tasks:
        if not task.lead or not task.responsible:
            continue
        leads = {meaning.get(unit.name, unit.name): index for index, unit in enumerate(task.lead)}
        for index, unit in enumerate(task.responsible):
            name = meaning.get(unit.name, unit.name)
            if name in leads:
                leading = Place(task_path(task.id), ("lead", leads[name]))
                place = Place(task_path(task.id), ("responsible", index))
                yield Finding(place, {"name": name}, related=(Related(leading),))


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
    meaning = _meanings(plan)
    written = {name for cell in plan.named for name in cell.names}
    written.update(member for group in plan.register.groups for member in group.members)
    written.update(filter(None, (department.succeeded_by for department in plan.register.departments)))
    used = {meaning.get(name, name) for name in written}
    used |= {
        meaning[name] for wrong in sorted(used - set(meaning.values()))[:_MISSPELT] for name in _meant(wrong, meaning)
    }
    for route, entry in plan.register.routes():
        if entry.name not in used:
            yield Finding(Place(REGISTER_PATH, (*route, "name")), {"name": entry.name})


def _meant(wrong: str, meaning: Mapping[str, str]) -> list[str]:
    """What unknown-department suggests for a name: it is not named nowhere as well."""
    parts = [part for part in _JOINED.split(wrong) if part in meaning]
    return parts or list(similar(wrong, meaning)[:1])


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
    for task, role, names in plan.named:
        if not elided.keys().isdisjoint(names):
            for index, name in enumerate(names):
                if name in elided:
                    place = Place(task_path(task.id), (role, index))
                    yield Finding(place, {"name": name, "group": elided[name]})
