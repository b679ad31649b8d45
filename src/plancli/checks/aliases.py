"""Rules about names that are understood, and would be clearer otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.checks.outdated import outdated
from plancli.checks.units import name_place
from plancli.diagnostics import Finding, Fix, Replacement
from plancli.model.register import Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan


def alias_used(plan: Plan) -> Iterator[Finding]:
    """A task names a department or group by one of its aliases.

    It is understood: that is what aliases are for. But the sheets print what was written, and one office under two
    names reads like two. A full name is no alias: it is as clear as the name. The issued document may have the alias,
    so that the name is written in its place only when that is asked for.

    Bad:

        # departments.yaml
        departments:
          - name: 区发改委
            kind: government
          - name: 区生态环境局
            kind: government
            aliases:
              - 区环保局
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
            aliases:
              - 区环保局
        # tasks/节能降碳.yaml
        responsible:
          - 区生态环境局
    """
    aliases = _aliases(plan)
    meaning = plan.register.meaning
    for task, role, names in plan.named if aliases else ():
        if not aliases.isdisjoint(names):
            written = [meaning.get(name) for name in names]
            for index, name in enumerate(names):
                if name in aliases and written.count(meaning[name]) == 1:  # of two, repeated-department speaks
                    place = name_place(task, role, index)
                    fix = Fix("unsafe", (Replacement(place, meaning[name]),))
                    yield Finding(place, {"name": name, "entry": meaning[name]}, fix=fix)


def _aliases(plan: Plan) -> frozenset[str]:
    """Aliases that mean one entry, of which no other rule speaks."""
    register = plan.register
    aliases = {alias for entry in register.entries for alias in entry.aliases if alias != register.meaning[alias]}
    full_names = {department.full_name for department in register.departments}
    return frozenset(aliases - full_names - register.contested - _elided(plan).keys() - outdated(plan).keys())


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
    elided = _elided(plan)
    for task, role, names in plan.named if elided else ():
        if not elided.keys().isdisjoint(names):
            for index, name in enumerate(names):
                if name in elided:
                    yield Finding(name_place(task, role, index), {"name": name, "group": elided[name]})


def _elided(plan: Plan) -> dict[str, str]:
    """Aliases that are a group's name without its 各, with that name."""
    return {
        alias: group.name
        for group in plan.register.groups
        for alias in group.aliases
        if group.name == f"各{alias}" and isinstance(plan.resolve(alias), Group)
    }
