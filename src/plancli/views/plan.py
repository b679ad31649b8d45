"""The plan and the department or group, as every document names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.model.plan import HEADER_PATH
from plancli.model.register import Department, Entry
from plancli.views import words as wording

if TYPE_CHECKING:
    from plancli.messages import Catalog
    from plancli.model.header import Roles
    from plancli.model.plan import Plan


@dataclass(frozen=True, slots=True)
class RoleName:
    """What the plan calls a role.

    Attributes:
        name: As the plan's column says: 牵头单位.
        short: Its verb: 牵头.
    """

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class RoleNames:
    """What the plan calls each role."""

    lead: RoleName
    responsible: RoleName
    support: RoleName


@dataclass(frozen=True, slots=True)
class PlanView:
    """What identifies the plan on a document; texts that it does not give are empty.

    Attributes:
        title: Without 《》; empty where it could not be read.
        language: For `<html lang>`: `zh-CN`.
        jurisdiction: Whose plan it is.
        issued_by: Who issued it.
        issued_on: The day, in words.
        issued_number: 文号.
        url: Where it was published.
        draft: Not issued yet.
        start: The period's first year; 0 where it could not be read.
        end: Its last, likewise.
        roles: What it calls each role.
        has_support: Some task names supporting units (配合单位).
        fingerprint: 12 hex digits of its content; empty where something could not be read.
    """

    title: str
    language: str
    jurisdiction: str
    issued_by: str
    issued_on: str
    issued_number: str
    url: str
    draft: bool
    start: int
    end: int
    roles: RoleNames
    has_support: bool
    fingerprint: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """A department or a group.

    Attributes:
        name: What the plan calls it.
        kind: `party`, `government`, `committee`, `vertical`, `subdistrict`, `enterprise`, `other`; `group` for a group.
        full_name: Its official name, where the plan gives one.
        groups: The groups that it is known to belong to.
        until: The day it ceased to exist, in words.
        succeeded_by: Who took its duties.
        members: A group's known members.
        complete: False for a group with members that the plan does not list.
    """

    name: str
    kind: str
    full_name: str = ""
    groups: tuple[str, ...] = ()
    until: str = ""
    succeeded_by: str = ""
    members: tuple[str, ...] = ()
    complete: bool = True

    @property
    def is_group(self) -> bool:
        """Whether it stands for several offices."""
        return self.kind == "group"


def plan_view(plan: Plan, words: Catalog) -> PlanView:
    """What documents say about a plan as a whole."""
    header, issued = plan.header, plan.header.issued
    titled, dated = (not plan.gaps.touch(HEADER_PATH, frozenset({key})) for key in ("title", "period"))
    return PlanView(
        title=header.title if titled else "",
        language=header.language,
        jurisdiction=header.jurisdiction.name if header.jurisdiction else "",
        issued_by=(issued and issued.by) or "",
        issued_on=wording.day(issued.on, words) if issued and issued.on else "",
        issued_number=(issued and issued.number) or "",
        url=(issued and issued.url) or "",
        draft=header.status == "draft",
        start=header.period.start if dated else 0,
        end=header.period.end if dated else 0,
        roles=role_names(header.roles),
        has_support=any(task.support for task in plan.tasks),
        fingerprint="" if any(plan.gaps.keys.values()) else plan.fingerprint,
    )


def role_names(roles: Roles) -> RoleNames:
    """What documents call each role."""
    return RoleNames(
        *(RoleName(name, wording.role_stem(name)) for name in (roles.lead, roles.responsible, roles.support))
    )


def entry_view(plan: Plan, entry: Entry, words: Catalog) -> EntryView:
    """What documents say about a department or group."""
    if isinstance(entry, Department):
        return EntryView(
            entry.name,
            entry.kind,
            full_name=entry.full_name or "",
            groups=tuple(group.name for group in plan.register.groups_of.get(entry.name, ())),
            until=wording.day(entry.until, words) if entry.until else "",
            succeeded_by=entry.succeeded_by or "",
        )
    known = ((plan.resolve(member), member) for member in entry.members)
    members = dict.fromkeys(found.name if found else member for found, member in known)
    return EntryView(entry.name, "group", members=tuple(members), complete=entry.complete)
