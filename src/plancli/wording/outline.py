"""What is said of ids, of the outline, and of files that it may mean."""

from __future__ import annotations

from plancli.messages import N_
from plancli.wording.words import Words

WORDS = {
    "invalid-id.empty": Words(N_("an id is empty"), "", N_("a task's id is its file's name before .yaml")),
    "invalid-id.long": Words(
        N_("the id “{id}” has {length} characters; at most {limit} are allowed"),
        N_("too long"),
        N_("shorten it; the full wording belongs in title"),
    ),
    "invalid-id.hyphen": Words(
        N_("the id “{id}” begins with a hyphen"),
        N_("begins with -"),
        N_("begin with a letter: a leading - reads like an option"),
    ),
    "invalid-id.digits": Words(
        N_("the id “{id}” has only digits"),
        N_("only digits"),
        N_("use words: a number means a task's place, and places change"),
    ),
    "invalid-id.characters": Words(
        N_("the id “{id}” holds characters that no id may hold: {characters}"),
        N_("letters, digits and - only"),
        N_("use letters of any script, digits and -"),
    ),
    "invalid-id.nfc": Words(
        N_("the id “{id}” is not in composed form (NFC)"),
        N_("not composed"),
        N_("type it anew, without separate accents"),
    ),
    "invalid-id.device": Words(
        N_("the id “{id}” is a name that Windows reserves"), N_("reserved name"), N_("choose another one")
    ),
    "missing-task": Words(
        N_("the outline lists “{id}”, but there is no file {file}"),
        N_("no such task"),
        N_("create the file, or delete the entry"),
        N_("correct the entry or rename the file; not in the outline: {suggestions}"),
        similar=N_("this file is not listed"),
    ),
    "missing-task.misnamed": Words(
        N_("the outline lists “{id}”, but there is no file {file}"),
        N_("no such task"),
        suggest=N_("rename the file “{suggestions}.yaml”, whose name is no valid id, to {file}"),
        similar=N_("this file is not listed"),
    ),
    "missing-task.all": Words(
        N_("the outline lists {count} tasks, and not one of them has a file"),
        N_("none of these tasks is there"),
        N_("look for the folder tasks beside plan.yaml: restore it, or give it this name again"),
    ),
    "unlisted-task": Words(
        N_("the task “{id}” is not listed in the outline"),
        N_("has no number and stands in no sheet"),
        N_("enter it in plan.yaml under the heading where it belongs, or delete the file"),
        related=N_("the outline"),
    ),
    "unlisted-task.copy": Words(
        N_("“{id}” looks like a copy of the task “{original}”, and is not listed in the outline"),
        N_("has no number and stands in no sheet"),
        N_("delete the file; if it is a task of its own, rename it and enter it in the outline"),
        related=N_("the task that it looks like"),
    ),
    "unlisted-task.misnamed": Words(
        N_("the task “{id}” is not listed in the outline, and its file's name is no valid id"),
        N_("has no number and stands in no sheet"),
        N_("delete the file; or rename it, in words of letters, digits and -, and enter it in the outline"),
        related=N_("the outline"),
    ),
    "task-listed-twice": Words(
        N_("the outline lists the task “{id}” twice"),
        N_("second time"),
        N_("delete one of the entries"),
        related=N_("first time"),
    ),
    "duplicate-target-id": Words(
        N_("two targets of this task have the id “{id}”"),
        N_("second time"),
        N_("give one of them another id"),
        related=N_("first time"),
    ),
    "confusable-ids": Words(
        N_("the ids “{other}” and “{id}” differ only in case or width"),
        N_("Windows and macOS take the two files for one"),
        N_("give one of them another name; if they are the same task, delete one"),
        related=N_("the other file"),
    ),
    "lookalike-ids": Words(
        N_("the ids “{other}” and “{id}” differ only in traditional and simplified characters"),
        N_("looks like the other one"),
        N_("give one of them another name; if they are the same task, delete one"),
        related=N_("the other file"),
    ),
    "misnamed-file": Words(
        N_("the file of the task “{id}” is not read: it is called {file}"),
        N_("not read"),
        N_("rename or move it to {right}"),
    ),
    "misnamed-file.many": Words(
        N_("the files of {count} listed tasks are not read: they are called {file} and the like"),
        N_("the first of them"),
        N_("rename or move them all, this one to {right}"),
    ),
    "misnamed-file.register": Words(
        N_("the register of departments is not read: it is called {file}"),
        N_("not read"),
        N_("rename or move it to {right}"),
    ),
    "stray-file.ending": Words(
        N_("{file} is not read: its name does not end in .yaml"),
        N_("not read"),
        N_("if it is a task, rename it to {right} and enter it in the outline; otherwise take it out of the folder"),
    ),
    "stray-file.twin": Words(
        N_("{file} is not read: the plan has {right}"),
        N_("not read"),
        N_("compare the two, keep in {right} what is right, and delete this file"),
    ),
    "stray-file.folder": Words(
        N_("the files in {folder} are not read"),
        N_("not read"),
        N_(
            "if they are tasks, move them into tasks and enter them in the outline; otherwise move the folder elsewhere"
        ),
    ),
    "stray-file.beside": Words(
        N_("{file} is not read: it does not lie in tasks"),
        N_("not read"),
        N_("if it is a task, move it to {right} and enter it in the outline; otherwise take it out of the folder"),
    ),
}
