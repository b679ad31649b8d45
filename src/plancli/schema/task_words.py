"""What editors say of the keys of a task's file."""

from __future__ import annotations

from plancli.messages import N_
from plancli.schema.words import Said

WORDS = {
    "Task": Said(N_("task"), N_("One row of the plan. The file's name is the task's id, for good.")),
    "Task.title": Said(N_("title"), N_("The task's title.")),
    "Task.text": Said(N_("text"), N_("What is to be done, in the document's words: one sentence a line behind “|”.")),
    "Task.lead": Said(N_("lead"), N_("Who leads the task.")),
    "Task.responsible": Said(N_("responsible"), N_("Who is responsible for the task; [] where the document has ——.")),
    "Task.support": Said(N_("support"), N_("Who supports the task; [] where the document has ——.")),
    "Task.duty": Said(N_("duty"), N_("The phrase that closes the cell: 按职责分工负责.")),
    "Task.targets": Said(N_("targets"), N_("What the text commits to, one by one.")),
    "Task.due": Said(N_("due"), N_("By when the task is to be done: 2027, 2027-06, 2027-06-30 or ongoing.")),
    "Task.leader": Said(N_("leader"), N_("The post that leads, not a person's name.")),
    "Task.milestones": Said(N_("milestones"), N_("Steps on the way, each with its deadline.")),
    "Task.notes": Said(N_("notes"), N_("Columns of the table that the format has no key for: their names and texts.")),
    "Task.formerly": Said(N_("formerly"), N_("Ids that this task had before.")),
    "Task.merged_from": Said(N_("merged from"), N_("The ids of the tasks that were merged into this one.")),
    "Task.split_from": Said(N_("split from"), N_("The id of the task that this one was split from.")),
    "Target.id": Said(N_("target's id"), N_("A name for good, unique in its task: letters, digits and hyphens.")),
    "Target.indicator": Said(N_("indicator"), N_("What is measured: a noun phrase, without verb and number.")),
    "Target.comparator": Said(N_("comparator"), N_("How the figure is compared with the value.")),
    "Target.value": Said(N_("value"), N_("The number without its unit; [1, 2] for 1—2.")),
    "Target.unit": Said(N_("unit"), N_('The unit as written: 家, 亿元, "%" in quotes.')),
    "Target.statement": Said(
        N_("statement"), N_("The goal where there is no number: a rank, a grade, another plan's goal.")
    ),
    "Target.due": Said(N_("due"), N_("By when it is to be met: 2027, 2027-06, 2027-06-30 or ongoing.")),
    "Target.quote": Said(
        N_("quote"),
        N_("The words of the text that set it, character for character; or several fragments, in their order."),
    ),
    "Target.commitment": Said(N_("commitment"), N_("Whether the text commits to the target, or aims at it.")),
    "Target.binding": Said(N_("binding"), N_("true for a binding target (约束性指标).")),
    "Target.per": Said(N_("per"), N_("year where the number is one of every year (年均, 每年).")),
    "Target.scope": Said(N_("scope"), N_("Over what it is counted: 全市, 新建民用建筑.")),
    "Target.baseline": Said(N_("baseline"), N_("Where the indicator stood when the plan was made.")),
    "Target.upstream": Said(N_("higher goal"), N_("The goal of a higher plan that the target serves.")),
    "Target.confirmed": Said(N_("confirmed"), N_("false while nobody has confirmed what a program found.")),
    "Baseline.value": Said(N_("value"), N_("The number, in the target's unit.")),
    "Baseline.year": Said(N_("year"), N_("The year in which it was counted.")),
    "Upstream.plan": Said(N_("plan"), N_("The higher plan.")),
    "Upstream.indicator": Said(N_("indicator"), N_("What that plan measures.")),
    "Upstream.value": Said(N_("value"), N_("The number that it asks for.")),
    "Upstream.unit": Said(N_("unit"), N_("Its unit, as written.")),
    "Unit.name": Said(N_("name"), N_("A department or group of departments.yaml, by name, full name or alias.")),
    "Unit.scope": Said(N_("scope"), N_("What the document limits it to, in brackets.")),
    "Milestone.what": Said(N_("what"), N_("What is to be done by then.")),
    "Milestone.due": Said(N_("due"), N_("By when: 2027, 2027-06, 2027-06-30 or ongoing.")),
}
"""By record and key."""

CHOICES = {
    "Target.comparator": {
        "at-least": N_("at least: 达到, 不低于, 以上, or no word"),
        "more-than": N_("more than: 超过, 突破, 高于"),
        "at-most": N_("at most: 不超过, 以内, 控制在"),
        "less-than": N_("less than: 低于, 少于"),
        "between": N_("a range: value: [1, 2]"),
        "exactly": N_("exactly: only where the text says so (正好, 为)"),
    },
    "Target.commitment": {"commit": N_("the text commits to it"), "aim": N_("it is aimed at: 力争, 争取")},
    "Target.per": {"year": N_("every year")},
}
"""What each value means that can be chosen."""
