"""What is said of who is named."""

from __future__ import annotations

from plancli.messages import N_
from plancli.wording.words import Words

WORDS = {
    "unknown-department": Words(
        N_("the unit “{name}” is not registered"),
        N_("departments.yaml has no such name"),
        N_("register it in departments.yaml first, or correct the name"),
        N_("if it is a new unit, register it in departments.yaml first; similar names: {suggestions}"),
        similar=N_("similar name"),
    ),
    "unknown-department.joined": Words(
        N_("several units stand in one entry: “{name}”"),
        N_("one unit an entry"),
        N_("write each on a line of its own, behind “- ”: {parts}"),
    ),
    "no-lead": Words(
        N_("the task “{title}” has no leading unit"),
        N_("no leading unit"),
        N_("name one under lead; if the document names none, write “checks: {{no-lead: off}}” in plan.yaml"),
    ),
    "repeated-department": Words(
        N_("“{name}” stands twice in this cell"),
        N_("second time"),
        N_("delete one of them"),
        related=N_("first time"),
    ),
    "lead-also-responsible": Words(
        N_("“{name}” leads this task and is responsible for it as well"),
        N_("leads the task already"),
        N_("delete it here: it leads"),
        related=N_("leads"),
    ),
    "unattributable-responsibility": Words(
        N_("only groups with unlisted members are responsible for “{title}”: {groups}"),
        N_("nobody in particular answers for it"),
        N_("name at least one department, or list a group's members in departments.yaml and write complete: true"),
    ),
    "unused-department": Words(
        N_("“{name}” is registered and named nowhere"),
        N_("named by no task"),
        N_("delete the entry, or check whether a duty was lost"),
    ),
    "elided-group-prefix": Words(
        N_("“{name}” is written for the group “{group}”"),
        N_("that is, {group}"),
        N_("to be clear in a table of its own, write {group}"),
    ),
}
