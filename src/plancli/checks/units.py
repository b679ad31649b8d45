"""Rules about the units of a task: that somebody leads it, and that nobody is asked twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import REGISTER_PATH, task_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from plancli.model.header import Role
    from plancli.model.plan import Plan
    from plancli.model.task import Task


def name_place(task: Task, role: Role, index: int) -> Place:
    """Where a task names a unit: the name itself, also where a scope stands beside it."""
    bare = task.units(role)[index].scope is None
    return Place(task_path(task.id), (role, index) if bare else (role, index, "name"))


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

    So it is with the members of a group, and with a group that names itself among them.

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
    register = plan.register
    meaning = register.sure_meaning
    for task, role, names in plan.named:
        if len({meaning.get(name, name) for name in names}) < len(names):
            yield from _repeated(meaning, names, partial(name_place, task, role))
    for index, group in enumerate(register.groups):
        yield from _repeated(meaning, group.members, partial(_member_place, index), "members")
        for position, member in enumerate(group.members):
            if meaning.get(member) == group.name:
                yield Finding(_member_place(index, position), {"name": group.name}, "itself")


def _member_place(group: int, index: int) -> Place:
    return Place(REGISTER_PATH, ("groups", group, "members", index))


def _repeated(
    meaning: Mapping[str, str], names: tuple[str, ...], place: Callable[[int], Place], case: str = ""
) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, written in enumerate(names):
        name = meaning.get(written, written)
        if name in first:
            before = Related(place(first[name]))
            yield Finding(place(index), {"name": name, "written": written}, case, related=(before,))
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
    meaning = plan.register.sure_meaning
    for task in plan.tasks:
        if not task.lead or not task.responsible:
            continue
        leads = {meaning.get(unit.name, unit.name): index for index, unit in enumerate(task.lead)}
        for index, unit in enumerate(task.responsible):
            name = meaning.get(unit.name, unit.name)
            if name in leads:
                leading = Related(name_place(task, "lead", leads[name]))
                yield Finding(name_place(task, "responsible", index), {"name": name}, related=(leading,))


def department_in_two_roles(plan: Plan) -> Iterator[Finding]:
    """A unit supports a task that it leads or is responsible for anyway.

    Its sheet shows the stronger role, and the other one says nothing: strike it, or put the unit there that was meant.
    Where a `scope` limits the two to different parts of the task, both are meant.

    Bad:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
        responsible:
          - 区生态环境局
        support:
          - 区发改委

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
        responsible:
          - 区生态环境局
    """
    for task in plan.tasks:
        if task.support:
            for role in _STRONGER:
                yield from _also_supporting(plan.register.meaning, task, role)


_STRONGER: tuple[Role, ...] = ("lead", "responsible")


def _also_supporting(meaning: Mapping[str, str], task: Task, role: Role) -> Iterator[Finding]:
    """Who supports a task and has a stronger role with the same scope; of lead and responsible the first is told."""
    stronger = {(meaning.get(unit.name, unit.name), unit.scope): index for index, unit in enumerate(task.units(role))}
    led = {(meaning.get(unit.name, unit.name), unit.scope) for unit in task.lead} if role != "lead" else set()
    for index, unit in enumerate(task.units("support")):
        key = meaning.get(unit.name, unit.name), unit.scope
        if key in stronger and key not in led:
            before = Related(name_place(task, role, stronger[key]))
            yield Finding(name_place(task, "support", index), {"name": key[0]}, role, (before,))
