"""Rules about the register: who is in it, and under which names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.checks.names import joined, spelled
from plancli.checks.outline import missing
from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import REGISTER_PATH
from plancli.model.register import Department
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diagnostics import Route
    from plancli.model.plan import Plan
    from plancli.model.register import Entry

_MISSPELT = 100
"""Unknown names that are looked at one by one; where there are more, the register is not this plan's."""


def ambiguous_name(plan: Plan) -> Iterator[Finding]:
    """Two entries of the register claim one name.

    Whom a task means then depends on which entry stands first, and the other one never gets its duties; two entries of
    the same name would even make two sheets of that name. A name, full name or alias belongs to one department or
    group: enter a department once, with all its spellings; leave an alias to the one that it means, and name the other
    by another text.

    Bad:

        # departments.yaml
        departments:
          - name: 区发改委
            kind: government
          - name: 区生态环境局
            kind: government
            aliases:
              - 区环保局
          - name: 区环卫局
            kind: government
            aliases:
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
    """
    claims: dict[str, tuple[Route, Entry, Place]] = {}
    for route, entry in plan.register.routes():
        twin: Route = ()
        for spelling, place in spelled(route, entry):
            owner, first, before = claims.setdefault(spelling, (route, entry, place))
            if owner in (route, twin):
                continue
            if first.name == entry.name:  # the same entry twice: its other spellings are no other fault
                twin = owner
                yield Finding(place, {"name": spelling}, "twice", (Related(before),))
            else:
                facts = {"name": spelling, "first": first.name, "second": entry.name}
                yield Finding(place, facts, related=(Related(before),))


def unused_department(plan: Plan) -> Iterator[Finding]:
    """A registered department or group is named by no task, no group and no succession.

    It may be a leftover of an earlier draft, or a duty that got lost. A department with an end, `until`, keeps its
    entry, whoever names it. While the outline lists tasks that have no file nothing is said: they may name it.

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
    if next(missing(plan), None):
        return
    meaning = plan.register.meaning
    written = {name for cell in plan.named for name in cell.names}
    written.update(member for group in plan.register.groups for member in group.members)
    written.update(filter(None, (department.succeeded_by for department in plan.register.departments)))
    used = {meaning.get(name, name) for name in written}
    used |= {
        meaning[name] for wrong in sorted(used - set(meaning.values()))[:_MISSPELT] for name in _meant(wrong, meaning)
    }
    for route, entry in plan.register.routes():
        ended = isinstance(entry, Department) and entry.until is not None
        if entry.name not in used and written.isdisjoint(entry.spellings) and not ended:
            yield Finding(Place(REGISTER_PATH, (*route, "name")), {"name": entry.name})


def _meant(wrong: str, meaning: Mapping[str, str]) -> list[str]:
    """What unknown-department suggests for a name: it is not named nowhere as well."""
    return [part for part in joined(wrong) if part in meaning] or list(similar(wrong, meaning)[:1])
