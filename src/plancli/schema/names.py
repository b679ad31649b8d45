"""The names of this plan, and those of plancli, where a file has to have one of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from plancli.diff.kinds import KINDS
from plancli.manual import manual
from plancli.messages import N_
from plancli.model import identifiers
from plancli.model.register import Department
from plancli.rules import RULES
from plancli.schema.fields import CODE, LINE
from plancli.schema.register_words import CHOICES as REGISTER_CHOICES
from plancli.schema.words import both, heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.model.plan import Plan
    from plancli.model.register import Entry
    from plancli.schema.fields import Fragment

UNKNOWN_UNIT = N_("departments.yaml has no such name. After a change there, run plancli schema again.")
UNKNOWN_TASK = N_("There is no task with this id. After adding its file, run plancli schema again.")

_LINE = re.compile(LINE["pattern"]).fullmatch

# No JSON Schema can say "letters of any script"; what is left out here is what people do write: marks and spaces.
_MARKS = "\\s!-,./:-@\\[-`{-~\u00b7\u2010-\u2027\u2030-\u205e\u3001-\u3004\u3007-\u3020\uff01-\uff0f\uff1a-\uff20"
_DEVICES = "(?:[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|(?:[cC][oO][mM]|[lL][pP][tT])[0-9])"
ID: Fragment = {
    "type": "string",
    "pattern": f"^\\s*(?!-|[0-9\uff10-\uff19]+\\s*$|{_DEVICES}\\s*$)[^{_MARKS}]{{1,{identifiers.MAX_LENGTH}}}\\s*$",
    "errorMessage": both(N_("an id is letters of any script, digits and hyphens, at most 64, and not only digits")),
}


def named() -> Mapping[str, Fragment]:
    """What stands at the keys whose text is a name, instead of any line; by record and key."""
    unit = {"$ref": "#/$defs/name"}
    return {
        "Unit.name": unit,
        "Group.members": unit,
        "Department.succeeded_by": unit,
        "Heading.tasks": {"$ref": "#/$defs/id"},
        "Target.id": ID,
        "Jurisdiction.code": CODE,
    }


def units(plan: Plan) -> Fragment:
    """Every spelling of a department or group; any line where nobody is registered.

    Of an entry that could not be loaded the spellings are known all the same: its tasks are not to be reproached.
    """
    meant = {spelling: _meaning(entry, spelling) for spelling, entry in plan.register.by_spelling.items()}
    lost = sorted(name for name in plan.gaps.names - meant.keys() if _LINE(name))
    return _one_of(meant | dict.fromkeys(lost, ""), UNKNOWN_UNIT) if meant else LINE


def tasks(plan: Plan) -> Fragment:
    """The ids of all task files, in the plan's order; any line where there is none."""
    titles = {task.id: task.title for task in plan.tasks} | dict.fromkeys(sorted(plan.gaps.tasks), "")
    sound = {identifier: title for identifier, title in titles.items() if not identifiers.fault(identifier)}
    return _one_of(sound, UNKNOWN_TASK) if sound else LINE


@cache
def settings() -> Mapping[str, Fragment]:
    """What `checks` and `diff` can set, each rule and kind of change with what it means; by record and key."""
    rules = {rule.name: (manual(rule.function).summary, rule.severity.value) for rule in RULES}
    kinds = {kind.name: (kind.meaning, kind.level.value) for kind in KINDS}
    return {"Header.checks": _set(rules), "Header.diff": _set(kinds)}


def _set(known: Mapping[str, tuple[str, str]]) -> Fragment:
    return {name: {"description": both(meaning), "default": usual} for name, (meaning, usual) in known.items()}


def _one_of(meanings: Mapping[str, str], refusal: str) -> Fragment:
    return {
        "type": "string",
        "enum": list(meanings),
        "enumDescriptions": list(meanings.values()),
        "errorMessage": both(refusal),
    }


def _meaning(entry: Entry, spelling: str) -> str:
    """What a name stands for: the kind of an office, or what it is short for."""
    if spelling != entry.name:
        return f"= {entry.name}"
    kind = REGISTER_CHOICES["Department.kind"][entry.kind] if isinstance(entry, Department) else N_("a group")
    return heading(kind)
