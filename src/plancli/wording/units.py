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
    "unknown-department.often": Words(
        N_("the unit “{name}”, named in {count} places, is not registered"),
        N_("departments.yaml has no such name"),
        N_("register it in departments.yaml; if it is another name of a registered unit, enter it under its aliases"),
        N_(
            "register it in departments.yaml; if it is another name of a registered unit, enter it under its aliases; "
            "similar names: {suggestions}"
        ),
        related=N_("also here"),
        similar=N_("similar name"),
    ),
    "ambiguous-name": Words(
        N_("“{name}” means two entries: “{first}” and “{second}”"),
        N_("claimed a second time"),
        N_("leave it to the one that it means, and name the other by another text"),
        related=N_("first time"),
    ),
    "ambiguous-name.twice": Words(
        N_("“{name}” is registered twice"),
        N_("second time"),
        N_("make one entry of the two; if they are two units, give one of them a name that tells them apart"),
        related=N_("first time"),
    ),
    "outdated-department": Words(
        N_("“{name}” ceased to exist on {until}, before this plan began"),
        N_("no longer exists"),
        N_("name the unit that has its duties now, and enter it in departments.yaml under succeeded_by"),
        N_("name the unit that has its duties now: {suggestions}"),
        related=N_("its end"),
    ),
    "no-lead": Words(
        N_("the task “{title}” has no leading unit"),
        N_("no leading unit"),
        N_(
            "name one under lead; if the document names none, write a line at the head of the file that says why: "
            "# plancli: allow no-lead -- …"
        ),
    ),
    "repeated-department": Words(
        N_("“{name}” stands twice in this cell"),
        N_("second time"),
        N_("delete one of them"),
        related=N_("first time"),
    ),
    "repeated-department.members": Words(
        N_("“{name}” stands twice among the members of a group"),
        N_("second time"),
        N_("delete one of them"),
        related=N_("first time"),
    ),
    "repeated-department.itself": Words(
        N_("the group “{name}” stands among its own members"), N_("the group itself"), N_("delete it")
    ),
    "lead-also-responsible": Words(
        N_("“{name}” leads this task and is responsible for it as well"),
        N_("leads the task already"),
        N_("delete it here: it leads"),
        related=N_("leads"),
    ),
    "department-in-two-roles.lead": Words(
        N_("“{name}” leads this task and supports it as well"),
        N_("leads the task already"),
        N_("delete it here: it leads"),
        related=N_("leads"),
    ),
    "department-in-two-roles.responsible": Words(
        N_("“{name}” is responsible for this task and supports it as well"),
        N_("is responsible already"),
        N_("delete it here: it is responsible"),
        related=N_("is responsible"),
    ),
    "group-and-member": Words(
        N_("“{member}” belongs to “{group}”, and both stand in this cell"),
        N_("a member of {group}"),
        N_("delete it here: the group's name means it too"),
        related=N_("the group"),
    ),
    "overlapping-groups": Words(
        N_("a cell names the groups {groups}, which share members: {members}"),
        N_("belongs to both"),
        N_("check in which group it belongs; if in both, name only one of them in a cell"),
        related=N_("listed here too"),
        similar=N_("this cell names both"),
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
    "alias-used": Words(
        N_("“{name}” is an alias of “{entry}”"),
        N_("that is, {entry}"),
        N_("the sheets print the alias; to have one name throughout, write {entry}"),
    ),
    "elided-group-prefix": Words(
        N_("“{name}” is written for the group “{group}”"),
        N_("that is, {group}"),
        N_("to be clear in a table of its own, write {group}"),
    ),
}
