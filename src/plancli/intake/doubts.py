"""Why a person should look at a piece of a document, and why a document is refused, in words."""

from __future__ import annotations

from plancli.messages import N_

DOUBTS = {
    # names of units
    "prefix-carried": N_("its level was taken over from the name before"),
    "prefix-missing": N_("it may lack the level of the name before"),
    "broken-name": N_("the name was broken by the layout, and joined"),
    "joined-by-and": N_("two names were parted at 和, 及 or 与"),
    "joined-by-with": N_("会同 or 联合 stands between two names: the first may lead"),
    "ending-missing": N_("it may lack the ending of a name behind it"),
    "numbered-names": N_("numbers before the names were taken off"),
    "marked-name": N_("a mark at a name was taken off: look what the document means by it"),
    "maybe-joined": N_("this may be two names"),
    "maybe-several": N_("several names may run together here"),
    "alias-or-part": N_("the bracket may hold another name, or a part of the office"),
    "members-or-scope": N_("the bracket may list members, or limit the duty"),
    "bracket-unsure": N_("nobody can tell what the bracket is"),
    "merged-roles": N_("one cell stands in the columns of two roles: both were taken"),
    "role-in-bracket": N_("the bracket gives a role"),
    "not-like-a-unit": N_("it does not end like an office's name"),
    "and-others": N_("等: the document does not list all"),
    "duty-inside": N_("the closing phrase stands before the last name"),
    "roles-inside": N_("one cell has several roles"),
    "unpaired-bracket": N_("a bracket has no partner"),
    "two-duties": N_("another closing phrase than that of the cell before, which is the one that is kept"),
    # duties in the text
    "left-over": N_("the bracket says more than who is to do it"),
    "no-known-unit": N_("no name in it ends like an office's"),
    "no-role": N_("these offices are named without a role: they were taken to be responsible"),
    "inside-sentence": N_("the duty stands inside a sentence, which was left as it is"),
    "named-jointly": N_("会同: the first was taken to lead, the others to be responsible"),
    "several-dues": N_("there are several deadlines: the first was taken"),
    "several-duties": N_("the text gives several duties, each of what stands before it; the task has all of them"),
    "of-the-heading": N_("the heading above names these offices for all tasks under it"),
    "people-unparted": N_("nobody can tell the offices from the people: it was kept under notes"),
    "lead-blank": N_("the cell of who leads is empty; if it was merged with the one above, write it in"),
    "no-duties": N_("nobody is named for this task"),
    "duties-beside": N_("this says who is to do something, and stands beside the tables: it was not made a task"),
    "no-duties-beside": N_("nobody is named for this, and it was not made a task"),
    # columns and rows
    "characters-removed": N_("characters that do not show were taken out"),
    "column-guessed": N_("what this column holds was guessed from its heading"),
    "column-kept": N_("the format has nothing like this column: what stands in it is kept under notes"),
    "heading-empty": N_("no task stands under this heading: it was left out"),
    "plan-title-guessed": N_("this was taken for the plan's title (--title)"),
    "row-went-on": N_("the row has no number of its own, and was added to the task above"),
    "same-as-above": N_("同上: this was taken from the row above"),
    "several-tasks": N_("the cell lists numbered items: they may be tasks of their own"),
    "row-no-number": N_("the row has no number, and was taken for a task of its own: it has offices"),
    "lines-joined": N_("lines were joined that break off in mid-sentence"),
    "number-gap": N_("the number does not follow the one before"),
    "title-guessed": N_("the text does not set off a title: its first words were taken"),
    "due-unread": N_("the deadline cannot be read for certain, and was kept under notes"),
    "due-and-more": N_("the deadline is the end of what this says; all of it was kept under notes"),
    "due-no-year": N_("the month has no year (--year): the deadline was kept under notes"),
    "due-of-steps": N_("the deadline names steps on the way: they became milestones"),
    "due-of-schedule": N_("the schedule says when all is done: taken for the deadline"),
    "milestones-unread": N_("the steps cannot all be read for certain, and were kept under notes"),
    # targets
    "said-roughly": N_("the text says it roughly, and the target says it exactly"),
    "maybe-ceiling": N_("less may be better here, and by its words the target is a floor"),
    "indicator-restored": N_("what is measured was completed from the words before"),
    "indicator-of-row": N_("the cell has a number only: what is measured was taken from the row's text"),
    "indicator-unsure": N_("nobody can tell for certain what is measured"),
    "unit-unsure": N_("the unit is none that is known"),
    "due-of-plan": N_("the sentence has no deadline, nor has the task: the target is for the plan's last year"),
    "due-of-row": N_("the sentence has no deadline: the target has that of the task"),
    "due-of-clause": N_("the year stands before the number ahead of it in the sentence: the target has the same"),
    "maybe-yearly": N_("每年 stands before a number ahead of it: this one may be meant for every year, too"),
    "several-deadlines": N_("the sentence has several deadlines"),
    "no-due": N_("this may be a target, and nothing says by when: none was made"),
    "before-plan": N_("this may be a fact: its year is over when the plan begins; none was made"),
    "no-indicator": N_("this may be a target, and nothing says what is measured: none was made"),
    "asked-before": N_("the words before it ask for theirs; this number may only describe"),
    "goals-beside": N_("this may set a goal for the plan as a whole: no task has it"),
    "unit-beside": N_("this says in what the numbers of the table are: no number was given it"),
    "goal-in-words": N_("this goal has no number: none was made, the notes have it"),
    "not-asked": N_("this may be a target or may describe something, and nothing says by when: none was made"),
    "sentence-too-long": N_("a sentence this long was not searched for targets"),
    "heading-level": N_("the heading has no number, so that its level was guessed"),
    "task-guessed": N_("the words changed much: look whether this is the same task of the plan"),
    "heading-too-deep": N_("headings nest up to four deep: this one was put beside the last"),
}

REFUSALS = {
    "no-table": (
        N_("there is no table of tasks, and there are no paragraphs that say who leads or is responsible"),
        N_("the columns need headings like 工作任务 and 牵头单位; or name them: --map HEADING=text --map HEADING=lead"),
    ),
    "no-tasks": (N_("the table has no tasks"), N_("look whether the rows under the headings are empty")),
    "no-text-column": (
        N_("no column holds the tasks"),
        N_("call the column of the tasks 工作任务 or 工作内容, or say which it is: --map HEADING=text"),
    ),
    "marks": (
        N_("the columns are called after offices, and hold marks: {text}"),
        N_("nobody can tell what a mark means: write the offices into columns 牵头单位 and 责任单位"),
    ),
    "flattened": (
        N_("only spaces part the columns of this table: {text}"),
        N_("nobody can tell for certain where a cell ends: save the table as .docx, .xlsx or .csv"),
    ),
    "cells-as-lines": (
        N_("the headings of the columns stand below one another, and the lines below do not fit them: {text}"),
        N_("put each cell on one line, as often as there are columns, or save the table as .docx, .xlsx or .csv"),
    ),
    "spanned-key": (
        N_("the heading “{text}” stands over several columns, and nothing below it says what each of them is"),
        N_(
            "say what each column below it is: --map HEADING=lead --map HEADING=responsible; "
            "or give them headings like 牵头单位 and 责任单位"
        ),
    ),
    "same-key": (
        N_("two columns seem to hold the same: {text}"),
        N_("give the columns headings that tell them apart, or say what one holds: --map HEADING=notes"),
    ),
    "row-lost": (
        N_("this row has no number, and there is no task above it that it could go on with: {text}"),
        N_("give it a number, or move it behind the task that it belongs to"),
    ),
    "row-empty": (
        N_("this row does not say what is to be done: {text}"),
        N_("write the task into its cell, merge the cells of a heading over the whole row, or delete the row"),
    ),
    "no-title": (N_("the document does not say what the plan is called"), N_("say it: --title TITLE")),
    "count-differs": (
        N_("it says “{text}”, and {count} tasks were read"),
        N_("look whether a row is missing; if all are there: --ignore-counts"),
    ),
    "no-years": (N_("the document does not say for which years the plan is"), N_("say it: --years 2025-2027")),
}

NOTES = {
    "tracked-changes": N_("tracked changes: the text was read as if all were accepted, without: {text}"),
    "formula": N_("a formula: the value that was saved with it was read"),
    "no-value": N_("no value was saved here: {text}"),
    "hidden-read": N_("this is hidden in the spreadsheet, and was read all the same: {text}"),
    "hidden": N_("hidden text was left out: {text}"),
    "image": N_("pictures were not read: {count}"),
    "nested-table": N_("a table inside a cell was read as the cell's text"),
    "joined-lines": N_("lines that were broken in mid-sentence were joined: {count}"),
    "row-misfit": N_("from this line on, there are more or fewer lines than the table has columns: {text}"),
    "encoding": N_("the file is in the encoding {text}"),
    "header-footer": N_("headers, footers and notes were not read: {text}"),
    "ignored": N_("not read: {text}"),
    "years-guessed": N_("no title says for which years the plan is: {text} was taken from its deadlines (--years)"),
    "first-leads": N_("the first office of several was taken to lead, as it says here: {text}"),
    "mark-leads": N_("the offices with the mark were taken to lead, as it says here: {text}"),
    "type-leads": N_(
        "it says here that the type shows who leads, and the type of letters is not read: "
        "write who leads into a column 牵头单位: {text}"
    ),
    "another-name": N_("the bracket was taken for another name of the office: {text}"),
    "names-alike": N_("these may be two names of one office: {text}"),
    "nobody-leads": N_(
        "nothing says who leads, and all offices under “{text}” are responsible: if the first leads, --first-is-lead"
    ),
    "count-differs": N_("it says “{text}”, which may count tasks; {count} tasks were read"),
}
"""What a reader of the document should know."""
