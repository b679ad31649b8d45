"""What is said of ids and of the outline."""

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
    "unlisted-task": Words(
        N_("the task “{id}” is not listed in the outline"),
        N_("has no number and stands in no sheet"),
        N_("enter it in plan.yaml under the heading where it belongs, or delete the file"),
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
}
