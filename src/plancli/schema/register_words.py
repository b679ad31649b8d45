"""What editors say of the keys of `departments.yaml`."""

from __future__ import annotations

from plancli.messages import N_
from plancli.schema.words import Said

WORDS = {
    "Register": Said(N_("departments"), N_("Who can be named in the plan.")),
    "Register.departments": Said(
        N_("departments"), N_("The offices that duties can be given to, in the order of the index.")
    ),
    "Register.groups": Said(N_("groups"), N_("Names that stand for several offices.")),
    "Department.name": Said(N_("name"), N_("What the plan calls it.")),
    "Department.kind": Said(N_("kind"), N_("What kind of office it is.")),
    "Department.full_name": Said(N_("full name"), N_("Its official name.")),
    "Department.aliases": Said(N_("aliases"), N_("Other spellings that mean the same office.")),
    "Department.until": Said(N_("until"), N_("The day on which it ceased to exist; it keeps its entry.")),
    "Department.succeeded_by": Said(N_("successor"), N_("The department that took its duties.")),
    "Group.name": Said(N_("name"), N_("What the plan calls the group.")),
    "Group.aliases": Said(N_("aliases"), N_("Other spellings that mean the same group.")),
    "Group.members": Said(N_("members"), N_("The departments that are known to belong to it.")),
    "Group.complete": Said(N_("complete"), N_("false where it has members that the plan does not list.")),
}
"""By record and key."""

CHOICES = {
    "Department.kind": {
        "party": N_("an office of the party"),
        "government": N_("an office of the government"),
        "committee": N_("an administrative committee"),
        "vertical": N_("an office directed from above"),
        "subdistrict": N_("a subdistrict or township"),
        "enterprise": N_("an enterprise"),
        "other": N_("another body"),
    },
}
"""What each value means that can be chosen."""
