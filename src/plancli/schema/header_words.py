"""What editors say of the keys of `plan.yaml`."""

from __future__ import annotations

from plancli.messages import N_
from plancli.schema.words import Said

WORDS = {
    "Header": Said(N_("plan"), N_("What the plan is, and its outline.")),
    "Header.format": Said(N_("format"), N_("The version of the plan format: 1.")),
    "Header.title": Said(N_("title"), N_("The plan's title, as on its first page.")),
    "Header.jurisdiction": Said(N_("jurisdiction"), N_("Whose plan it is.")),
    "Header.issued": Said(N_("issue"), N_("Who issued the plan, when, and where it can be read.")),
    "Header.status": Said(N_("status"), N_("Whether the plan is a draft or in force.")),
    "Header.language": Said(N_("language"), N_("The language of the plan and of its documents.")),
    "Header.period": Said(N_("period"), N_("The first and the last year of the plan.")),
    "Header.roles": Said(N_("names of the roles"), N_("What this plan calls each role, in the order of its columns.")),
    "Header.run_in_titles": Said(N_("run-in titles"), N_("true where the content cell reads “title。text”.")),
    "Header.numbering": Said(N_("numbering"), N_("Whether the numbers of the tasks begin anew in every section.")),
    "Header.outline": Said(
        N_("outline"), N_("The headings, and the ids of the tasks under them. Numbers are derived, never written.")
    ),
    "Header.checks": Said(N_("rules"), N_("How serious the findings of a rule are in this plan, or off.")),
    "Header.diff": Said(N_("kinds of change"), N_("How serious a kind of change is in this plan, or off.")),
    "Jurisdiction.name": Said(N_("name"), N_("The province, city, district or county.")),
    "Jurisdiction.code": Said(N_("code"), N_("The six digits of GB/T 2260, in quotes.")),
    "Issued.by": Said(N_("issued by"), N_("The office that issued the plan.")),
    "Issued.on": Said(N_("issued on"), N_("The day on which the plan was issued: 2025-07-01.")),
    "Issued.number": Said(N_("document number"), N_("The number of the document, with its year and office.")),
    "Issued.url": Said(N_("address"), N_("Where the document can be read.")),
    "Period.start": Said(N_("first year"), N_("The plan's first year.")),
    "Period.end": Said(N_("last year"), N_("The plan's last year.")),
    "Roles.lead": Said(N_("who leads"), N_("What this plan calls those who lead a task.")),
    "Roles.responsible": Said(
        N_("who is responsible"), N_("What this plan calls those who are responsible for a task.")
    ),
    "Roles.support": Said(N_("who supports"), N_("What this plan calls those who support a task.")),
    "Heading.heading": Said(N_("heading"), N_("The words of the heading; its number is derived.")),
    "Heading.sections": Said(N_("sections"), N_("The headings under this one. Headings nest up to four deep.")),
    "Heading.tasks": Said(N_("tasks"), N_("The ids of the tasks under this heading: the names of their files.")),
}
"""By record and key."""

CHOICES = {
    "Header.status": {"draft": N_("a draft"), "issued": N_("issued and in force")},
    "Header.language": {"zh-CN": N_("Chinese"), "en": N_("English")},
    "Header.numbering": {
        "continuous": N_("through the whole plan"),
        "restart": N_("from 1 in every section"),
    },
    "Header.checks": {
        "error": N_("an error: validate fails, nothing is rendered"),
        "warning": N_("a warning"),
        "info": N_("a remark"),
        "off": N_("not looked for"),
    },
    "Header.diff": {
        "error": N_("a major change"),
        "warning": N_("a material change"),
        "info": N_("not material"),
        "off": N_("not told"),
    },
}
"""What each value means that can be chosen."""
