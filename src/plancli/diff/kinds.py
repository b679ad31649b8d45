"""The one table of kinds of change: what each means, how much it weighs, and what it is when read backwards.

To add a kind: yield it where it is found, enter it here with its mirror, and give it an example in
`tests/diff/examples/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

AREAS = {
    "target": N_("Targets"),
    "deadline": N_("Deadlines"),
    "duty": N_("Duties"),
    "task": N_("Tasks"),
    "text": N_("Text"),
    "register": N_("Register"),
    "plan": N_("Plan"),
}
"""What changes are about, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change.

    Attributes:
        name: What users see: `target-lowered`.
        area: What it is about.
        level: Unless the plan says otherwise.
        mirror: What it is when the sides are swapped.
        meaning: What differs, in one sentence.
        reason: Why that matters, and what to do about it.
    """

    name: str
    area: str
    level: Severity
    mirror: str
    meaning: str
    reason: str = ""


def _both_ways(area: str, level: Severity, name: str, meaning: str, reason: str = "") -> tuple[Kind, ...]:
    """A kind that is its own mirror."""
    return (Kind(name, area, level, name, meaning, reason),)


def _mirrored(
    area: str, one: tuple[Severity, str, str], other: tuple[Severity, str, str], reason: str = ""
) -> tuple[Kind, ...]:
    """Two kinds that are each other's mirror: level, name and meaning of each, and why they matter."""
    return (
        Kind(one[1], area, one[0], other[1], one[2], reason),
        Kind(other[1], area, other[0], one[1], other[2], reason),
    )


KINDS: tuple[Kind, ...] = (
    *_mirrored(
        "target",
        (ERROR, "target-removed", N_("A target is no longer there.")),
        (INFO, "target-added", N_("A target was added.")),
        N_(
            "What was promised can no longer be checked. A target that moved to another task of a split or merger stays."
        ),
    ),
    *_mirrored(
        "target",
        (ERROR, "target-lowered", N_("A target's number asks for less.")),
        (WARNING, "target-raised", N_("A target's number asks for more.")),
        N_(
            "Of a target that asks for at least a number, a smaller one is less; of one that asks for at most, a larger one. "
            "Whoever signed the earlier revision signed the other number."
        ),
    ),
    *_mirrored(
        "target",
        (
            ERROR,
            "target-comparator-weakened",
            N_("A target's comparison asks for less: “more than” became “at least”."),
        ),
        (WARNING, "target-comparator-strengthened", N_("A target's comparison asks for more.")),
    ),
    *_mirrored(
        "target",
        (ERROR, "target-commitment-weakened", N_("A commitment became an aim.")),
        (WARNING, "target-commitment-strengthened", N_("An aim became a commitment.")),
        N_("力争 and 争取 promise the effort, not the result."),
    ),
    *_mirrored(
        "target",
        (ERROR, "target-binding-dropped", N_("A target is no longer binding.")),
        (WARNING, "target-binding-added", N_("A target became binding.")),
    ),
    *_mirrored(
        "target",
        (ERROR, "target-number-dropped", N_("A target's number became a statement.")),
        (WARNING, "target-number-given", N_("A target's statement became a number.")),
        N_("A statement can be argued about; a number can be checked."),
    ),
    *_both_ways(
        "target",
        ERROR,
        "target-unit-incompatible",
        N_("A target is counted in another unit, so that the numbers cannot be compared."),
        N_("Somebody has to judge whether the new number asks for more or for less."),
    ),
    *_both_ways(
        "target",
        WARNING,
        "target-changed",
        N_("A target asks for something else, and neither for more nor for less."),
        N_("An exact number, a statement, how often it is due, or the direction of the comparison changed."),
    ),
    *_both_ways("target", WARNING, "target-scope-changed", N_("A target is counted over something else.")),
    *_both_ways("target", WARNING, "target-baseline-changed", N_("Where a target starts from changed.")),
    *_both_ways(
        "target", WARNING, "target-upstream-changed", N_("The higher plan's goal that a target serves changed.")
    ),
    *_both_ways(
        "target", INFO, "target-reexpressed", N_("A target asks for the same in another unit: 2万吨 is 20000吨.")
    ),
    *_both_ways("target", INFO, "target-renamed", N_("A target's indicator is worded otherwise, or its id changed.")),
    *_both_ways("target", INFO, "target-requoted", N_("Other words of the text are quoted for the same target.")),
    *_mirrored(
        "target",
        (INFO, "target-confirmed", N_("A target that an importer found was confirmed.")),
        (WARNING, "target-unconfirmed", N_("A target is no longer confirmed.")),
    ),
    *_mirrored(
        "deadline",
        (ERROR, "deadline-postponed", N_("A deadline is later.")),
        (WARNING, "deadline-advanced", N_("A deadline is sooner.")),
        N_("Ongoing (持续推进) is later than any date."),
    ),
    *_mirrored(
        "deadline",
        (ERROR, "deadline-removed", N_("A deadline is no longer there.")),
        (INFO, "deadline-added", N_("A deadline was added.")),
    ),
    *_mirrored(
        "deadline",
        (WARNING, "milestone-removed", N_("A step on the way is no longer there.")),
        (INFO, "milestone-added", N_("A step on the way was added.")),
    ),
    *_both_ways("deadline", INFO, "deadline-reexpressed", N_("The same deadline is written otherwise.")),
    *_both_ways(
        "duty",
        ERROR,
        "lead-changed",
        N_("Another unit leads a task: the first of its leads changed."),
        N_("The first lead answers for the task. Both units have to know, and everybody who is to call them."),
    ),
    *_mirrored(
        "duty",
        (ERROR, "lead-removed", N_("A unit no longer leads a task.")),
        (WARNING, "lead-added", N_("A unit leads a task besides.")),
    ),
    *_both_ways(
        "duty",
        ERROR,
        "roles-swapped",
        N_("The unit that led a task and one that was responsible for it changed places."),
    ),
    *_mirrored(
        "duty",
        (WARNING, "responsible-removed", N_("A unit is no longer responsible for a task.")),
        (WARNING, "responsible-added", N_("A unit became responsible for a task.")),
    ),
    *_mirrored(
        "duty",
        (WARNING, "support-removed", N_("A unit no longer supports a task.")),
        (WARNING, "support-added", N_("A unit supports a task besides.")),
    ),
    *_both_ways("duty", WARNING, "unit-scope-changed", N_("What a unit is limited to in a task changed.")),
    *_both_ways("duty", WARNING, "duty-phrase-changed", N_("The phrase that closes the cell of units changed.")),
    *_both_ways("duty", WARNING, "leader-changed", N_("The post that leads a task changed.")),
    *_mirrored(
        "duty",
        (INFO, "nobody-stated", N_("A cell says that nobody is named (——), where it was left out.")),
        (INFO, "nobody-unstated", N_("A cell is left out that said that nobody is named (——).")),
    ),
    *_both_ways("duty", INFO, "unit-renamed", N_("The same unit is written otherwise.")),
    *_both_ways("duty", INFO, "unit-order", N_("The same units stand in another order.")),
    *_mirrored(
        "task",
        (ERROR, "task-removed", N_("A task is no longer there.")),
        (WARNING, "task-added", N_("A task was added.")),
        N_(
            "A task whose file got another name is the same task where its file says so: `formerly`, `split_from`, "
            "`merged_from`. plancli suggests what looks alike, and `plancli diff --accept` writes it down."
        ),
    ),
    *_mirrored(
        "task",
        (WARNING, "task-split", N_("A task was split into several.")),
        (WARNING, "task-merged", N_("Several tasks were merged into one.")),
        N_("Units, targets and sentences are compared with all that the task became, so that none is lost on the way."),
    ),
    *_both_ways("task", WARNING, "task-regrouped", N_("Several tasks were cut anew into several others.")),
    *_mirrored(
        "task",
        (ERROR, "task-unlisted", N_("The outline no longer lists a task whose file is still there.")),
        (INFO, "task-listed", N_("The outline lists a task whose file was there already.")),
        N_("A task that the outline does not list has no number and no heading, and is easily taken for gone."),
    ),
    *_both_ways("task", INFO, "task-origin-changed", N_("A task says otherwise which tasks it comes from.")),
    *_both_ways("task", INFO, "task-moved", N_("A task stands under another heading.")),
    *_both_ways(
        "task",
        INFO,
        "task-renumbered",
        N_("Tasks have another number because others were added, removed or moved."),
        N_("Numbers are derived from the outline, so one line tells of all of them."),
    ),
    *_both_ways("task", INFO, "task-retitled", N_("A task's title changed.")),
    *_both_ways("task", INFO, "task-renamed", N_("A task has another id: its file has another name.")),
    *_mirrored(
        "text",
        (ERROR, "text-obligation-weakened", N_("A sentence obliges to less: 确保 became 力争.")),
        (WARNING, "text-obligation-strengthened", N_("A sentence obliges to more: 探索 became 推进.")),
        N_(
            "Official prose has a ladder of obligation: 必须 and 确保, then 推进 and every plain statement, then 力争, 鼓励, "
            "探索. One word down it is often the whole of what was negotiated."
        ),
    ),
    *_both_ways(
        "text",
        WARNING,
        "text-number-changed",
        N_("A number in the text changed that belongs to no target."),
        N_(
            "If it is a commitment, make a target of it; then the comparison can say whether it asks for more or for less."
        ),
    ),
    *_mirrored(
        "text",
        (WARNING, "text-sentence-removed", N_("A sentence is no longer there.")),
        (WARNING, "text-sentence-added", N_("A sentence was added.")),
    ),
    *_both_ways("text", INFO, "text-reworded", N_("A sentence says it in other words.")),
    *_both_ways("text", INFO, "text-moved", N_("The same sentence stands at another place.")),
    *_both_ways("text", INFO, "text-punctuation", N_("Only marks and spaces of a sentence changed.")),
    *_both_ways("text", INFO, "note-changed", N_("A further column of a task changed.")),
    *_mirrored(
        "register",
        (ERROR, "department-dissolved", N_("A department ended, and tasks still name it.")),
        (WARNING, "department-restored", N_("A department is there again that tasks named all along.")),
        N_("Nobody answers for its duties. Name who took them: `succeeded_by`, or others in the tasks."),
    ),
    *_mirrored(
        "register",
        (WARNING, "department-merged", N_("A department's duties passed to another.")),
        (WARNING, "department-split", N_("A department has duties of its own again that another had.")),
    ),
    *_mirrored(
        "register",
        (INFO, "department-removed", N_("A department is no longer registered, and no task names it.")),
        (INFO, "department-added", N_("A department was registered.")),
    ),
    *_both_ways("register", INFO, "department-renamed", N_("A department or group has another name.")),
    *_both_ways("register", INFO, "department-detail-changed", N_("What is known of a department changed.")),
    *_mirrored(
        "register",
        (WARNING, "group-member-removed", N_("A department no longer belongs to a group.")),
        (WARNING, "group-member-added", N_("A department belongs to a group.")),
        N_("It has the group's duties too, though no task's file changed."),
    ),
    *_mirrored(
        "register",
        (WARNING, "group-opened", N_("A group no longer lists all its members.")),
        (WARNING, "group-completed", N_("A group lists all its members.")),
        N_("For tasks that only such groups answer for, nobody can be sure to be meant."),
    ),
    *_mirrored(
        "register",
        (WARNING, "group-removed", N_("A group is no longer registered.")),
        (INFO, "group-added", N_("A group was registered.")),
    ),
    *_mirrored(
        "register",
        (INFO, "alias-removed", N_("A spelling of a name is no longer known.")),
        (INFO, "alias-added", N_("A further spelling of a name is known.")),
    ),
    *_mirrored(
        "plan",
        (ERROR, "period-shortened", N_("The plan ends sooner, or begins later.")),
        (WARNING, "period-extended", N_("The plan ends later, or begins sooner.")),
        N_("Tasks without a deadline of their own are due when the plan ends."),
    ),
    *_mirrored(
        "plan",
        (WARNING, "plan-withdrawn", N_("The plan is a draft again.")),
        (INFO, "plan-issued", N_("The plan is in force.")),
    ),
    *_both_ways("plan", INFO, "plan-retitled", N_("The plan's title changed.")),
    *_both_ways("plan", INFO, "plan-detail-changed", N_("What the plan says of itself changed.")),
    *_both_ways(
        "plan",
        WARNING,
        "settings-changed",
        N_("How severe a rule is, or how much a kind of change weighs, was set otherwise."),
        N_("Of the two revisions' settings the stricter one counts, so that no revision can let itself pass."),
    ),
    *_both_ways(
        "plan",
        ERROR,
        "content-unreadable",
        N_("A file that differs could not be read as a whole."),
        N_("What else changed in it is not known, so that nobody can say that nothing did. Mend its errors first."),
    ),
    *_both_ways("plan", INFO, "heading-renamed", N_("A heading's words changed.")),
    *_mirrored(
        "plan",
        (INFO, "heading-removed", N_("A heading is no longer there.")),
        (INFO, "heading-added", N_("A heading was added.")),
    ),
    *_both_ways("plan", INFO, "headings-reordered", N_("The same headings stand in another order.")),
)

BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
