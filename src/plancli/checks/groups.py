"""Rules about groups: who is meant by them, and who is meant twice."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from plancli.checks.units import name_place
from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import REGISTER_PATH, task_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.model.plan import Named, Plan


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


def group_and_member(plan: Plan) -> Iterator[Finding]:
    """A cell names a group, and besides a member of it.

    The member is asked twice. Where all members of a group are known, its name is enough: strike the member, or put it
    into the cell of the role that it has alone. Of a group with members that the plan does not list nothing is said:
    there it is good to name one that answers. Nor is it where one of the two is limited by a `scope`.

    Bad:

        # departments.yaml
        groups:
          - name: 各相关部门
            members:
              - 区发改委
              - 区生态环境局
        # tasks/节能降碳.yaml
        responsible:
          - 区生态环境局
          - 各相关部门

    Good:

        # departments.yaml
        groups:
          - name: 各相关部门
            members:
              - 区发改委
              - 区生态环境局
        # tasks/节能降碳.yaml
        responsible:
          - 各相关部门
    """
    register = plan.register
    whole = {
        spelling: frozenset(register.members[group.name])
        for group in register.groups
        for spelling in group.spellings
        if group.complete and register.by_spelling[spelling] is group
    }
    for cell in plan.named if whole else ():
        if not whole.keys().isdisjoint(cell.names):
            yield from _members_beside(plan, cell, whole)


def _members_beside(plan: Plan, cell: Named, whole: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """The members that stand in a cell with their group, each once."""
    task, role, _ = cell
    units = [(index, unit.name) for index, unit in enumerate(task.units(role)) if unit.scope is None]
    groups = [(index, name) for index, name in units if name in whole]
    for index, name in units:
        for at, group in groups:
            if plan.register.meaning.get(name) in whole[group]:
                facts = {"member": name, "group": group}
                yield Finding(name_place(task, role, index), facts, related=(Related(name_place(task, role, at)),))
                break


def overlapping_groups(plan: Plan) -> Iterator[Finding]:
    """Two groups that a cell names share members.

    Who belongs to both is asked twice. Check whether the members are in the right group; if they do belong to both, one
    of the two names is enough in that cell. Two groups are told once, however many cells name them.

    Bad:

        # departments.yaml
        groups:
          - name: 各管委会
            members:
              - 区发改委
          - name: 各相关部门
            members:
              - 区生态环境局
              - 区发改委
        # tasks/节能降碳.yaml
        responsible:
          - 各管委会
          - 各相关部门

    Good:

        # departments.yaml
        groups:
          - name: 各管委会
            members:
              - 区发改委
          - name: 各相关部门
            members:
              - 区生态环境局
        # tasks/节能降碳.yaml
        responsible:
          - 各管委会
          - 各相关部门
    """
    register = plan.register
    sharing = {group.name for groups in register.groups_of.values() if len(groups) > 1 for group in groups}
    spellings = {spelling for spelling, name in register.meaning.items() if name in sharing}
    told: set[tuple[int, int]] = set()
    for cell in plan.named if spellings else ():
        if not spellings.isdisjoint(cell.names):
            for pair in combinations(sorted(_groups(plan, cell)), 2):
                if pair not in told and (finding := _overlap(plan, pair, cell)):
                    yield finding
                told.add(pair)


def _groups(plan: Plan, cell: Named) -> set[int]:
    """The groups that a cell names without a scope, by their places in the register."""
    places = {group.name: index for index, group in enumerate(plan.register.groups)}
    meant = {plan.register.meaning.get(unit.name) for unit in cell.task.units(cell.role) if unit.scope is None}
    return {index for name, index in places.items() if name in meant}


def _overlap(plan: Plan, pair: tuple[int, int], cell: Named) -> Finding | None:
    """What two groups share; nothing where one belongs to the other as a whole: that is a member beside its group."""
    register = plan.register
    one, other = (register.groups[index].name for index in pair)
    ours, theirs = register.members[one], register.members[other]
    shared = tuple(name for name in theirs if name in ours)
    if not shared or one in theirs or other in ours:
        return None
    before, place = (_member_place(plan, index, shared[0]) for index in pair)
    cell_place = Place(task_path(cell.task.id), (cell.role,), "key")
    related = (Related(before), Related(cell_place, "similar"))
    return Finding(place, {"groups": (one, other), "members": shared}, related=related)


def _member_place(plan: Plan, group: int, name: str) -> Place:
    """Where a group lists a member, under whichever spelling."""
    members = plan.register.groups[group].members
    position = next(index for index, member in enumerate(members) if plan.register.meaning.get(member) == name)
    return Place(REGISTER_PATH, ("groups", group, "members", position))
