"""What each rule says, by its name and case. English here; other languages are translations of it.

`{name}` fields are filled with a finding's facts. A fact is plan text or a number, never a phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Words:
    """The wording of a rule, or of one of its cases.

    Attributes:
        message: One sentence: what is wrong.
        label: A few words under the place.
        help: A way out.
        suggest: The way out where names are known that may have been meant.
        related: A few words under a related place.
        similar: A few words under the place of the likeliest name.
    """

    message: str
    label: str = ""
    help: str = ""
    suggest: str = ""
    related: str = ""
    similar: str = ""


WORDS: Mapping[str, Words] = {
    # --- files -------------------------------------------------------------------------------------------
    "unreadable-file.missing": Words(
        N_("the file {file} is missing"), "", N_("create it, or restore it from version control")
    ),
    "unreadable-file.special": Words(
        N_("{file} is not a regular file"),
        "",
        N_("put an ordinary text file in its place, or take it out of the folder"),
    ),
    "unreadable-file.denied": Words(
        N_("{file} cannot be read: {reason}"), "", N_("give yourself the right to read it")
    ),
    "invalid-encoding": Words(
        N_("the file is not UTF-8"),
        N_("this cannot be decoded"),
        N_("save it again and choose the encoding UTF-8"),
    ),
    "invalid-encoding.gbk": Words(
        N_("the file is not UTF-8; it looks like GBK (“ANSI” in Windows programs)"),
        N_("this cannot be decoded"),
        N_("open it as GBK (ANSI) and save it as UTF-8"),
    ),
    "invalid-encoding.utf-16": Words(
        N_("the file is not UTF-8; it looks like UTF-16 (“Unicode” in Windows programs)"),
        "",
        N_("open it as UTF-16 (Unicode) and save it as UTF-8"),
    ),
    "file-too-large": Words(
        N_("the file is larger than {limit} bytes and was not read"),
        "",
        N_("a task's file holds one task; split it up, or take it out of the folder"),
    ),
    "file-too-large.nodes": Words(
        N_("the file holds more than {limit} values and was not read to its end"),
        N_("here the limit is reached"),
        N_("a task's file holds one task; split it up, or take it out of the folder"),
    ),
    "forbidden-character": Words(
        N_("a character that cannot be seen or that changes how others are shown: {code} ({name})"),
        N_("here"),
        N_("delete it, and type the text around it anew"),
    ),
    "forbidden-character.many": Words(
        N_("a character that cannot be seen or that changes how others are shown: {code} ({name}), {count} times"),
        N_("here first"),
        N_("delete them all: search for {code}, or type the text anew"),
    ),
    "merge-conflict-marker": Words(
        N_("a merge conflict was not resolved"),
        N_("begins here"),
        N_("keep one of the two wordings and delete the lines with <<<<<<<, ======= and >>>>>>>"),
        related=N_("ends here"),
    ),
    # --- YAML --------------------------------------------------------------------------------------------
    "invalid-yaml.plain": Words(
        N_("this cannot be read as YAML"),
        N_("the reader lost its way here"),
        N_("compare the indentation with the lines around it; put a value with special characters in quotes"),
    ),
    "invalid-yaml.tab": Words(
        N_("a tab stands in the indentation"), N_("tab"), N_("YAML takes only spaces there: two a level")
    ),
    "invalid-yaml.wide-space": Words(
        N_("a space that is not an ordinary one stands in the indentation"),
        N_("full-width space"),
        N_("YAML takes only ordinary spaces there: two a level"),
    ),
    "invalid-yaml.full-width-colon": Words(
        N_("a full-width colon stands behind “{key}”"),
        N_("full-width colon"),
        N_("write an ordinary colon and a space: “{key}: ”"),
    ),
    "invalid-yaml.tight-colon": Words(
        N_("there is no space behind the colon of “{key}”"),
        N_("a space is missing here"),
        N_("write a space behind the colon: “{key}: ”"),
    ),
    "invalid-yaml.tight-dash": Words(
        N_("there is no space behind the dash of a list entry"),
        N_("a space is missing here"),
        N_("write a dash and a space"),
    ),
    "invalid-yaml.no-colon": Words(
        N_("there is no colon behind “{key}”"),
        N_("a colon is missing here"),
        N_("write a colon and a space: “{key}: ”"),
    ),
    "invalid-yaml.colon-in-value": Words(
        N_("a value holds a colon with a space behind it, so that it reads as another key"),
        N_("this colon"),
        N_("put the whole value in quotes, or write a full-width colon"),
    ),
    "invalid-yaml.text-after-quote": Words(
        N_("text stands behind a closing quotation mark"),
        N_("this does not belong to the value"),
        N_("put the whole value in single quotes '…'; a single quote inside it is written twice"),
    ),
    "invalid-yaml.unclosed": Words(
        N_("{opener} is opened and never closed"),
        N_("opened here"),
        N_("write {closer} where the value ends"),
    ),
    "invalid-yaml.full-width-in-brackets": Words(
        N_("the full-width mark {char} stands in brackets that are never closed"),
        N_("full-width mark"),
        N_("write an ordinary comma and bracket, or one entry a line with a dash before it"),
    ),
    "invalid-yaml.reserved": Words(
        N_("a value cannot begin with {char}"),
        N_("put the value in quotes"),
        N_('put the whole value in quotes: "{char}…"'),
    ),
    "invalid-yaml.escape": Words(
        N_("{escape} means nothing in a text in double quotes"),
        N_("unknown escape"),
        N_("write a backslash twice, or use single quotes, in which it is itself"),
    ),
    "invalid-yaml.indent": Words(
        N_("this line is indented like none of the lines before it"),
        N_("this indentation"),
        N_("indent it like its neighbours: two spaces a level"),
    ),
    "nesting-too-deep": Words(
        N_("lists or mappings stand inside each other more than {limit} deep"),
        N_("here the limit is reached"),
        N_(
            "nothing in a plan is that deep: look for brackets that were not meant as such, and put the value in quotes"
        ),
    ),
    "forbidden-yaml-feature.anchor": Words(
        N_("an anchor (&) is not allowed in a plan"),
        N_("anchor"),
        N_("write out what is meant; a value that begins with & goes in quotes"),
    ),
    "forbidden-yaml-feature.alias": Words(
        N_("an alias (*) is not allowed in a plan"),
        N_("alias"),
        N_("write out what is meant; a value that begins with * goes in quotes"),
    ),
    "forbidden-yaml-feature.merge": Words(
        N_("a merge key (<<) is not allowed in a plan"), N_("merge key"), N_("write out what is meant")
    ),
    "forbidden-yaml-feature.tag": Words(
        N_("a tag (!) is not allowed in a plan"),
        N_("tag"),
        N_("leave it out; a value that begins with ! goes in quotes"),
    ),
    "forbidden-yaml-feature.directive": Words(
        N_("a directive (%) is not allowed in a plan"),
        N_("directive"),
        N_("delete the line, and the --- behind it"),
    ),
    "forbidden-yaml-feature.documents": Words(
        N_("a second document begins in this file"),
        N_("second document"),
        N_("keep one document a file: delete the --- or move the rest to a file of its own"),
    ),
    "forbidden-yaml-feature.key": Words(N_("this key is no text"), N_("key"), N_("put the key in quotes")),
    "duplicate-key": Words(
        N_("the key “{key}” stands here a second time"),
        N_("second time"),
        N_("keep one of the two; several units go into one list"),
        related=N_("first time"),
    ),
    # --- the format --------------------------------------------------------------------------------------
    "unknown-key": Words(
        N_("the key “{key}” is not allowed here"),
        N_("unknown key"),
        N_("a column that the format has no key for goes under notes"),
        N_("did you mean {suggestions}?"),
    ),
    "unknown-key.id": Words(
        N_("a task's file has no key “id”: its id is the file's name"),
        N_("unknown key"),
        N_("delete the line"),
    ),
    "missing-key": Words(N_("the key “{key}” is missing"), N_("in this part"), N_("add “{key}: …”")),
    "missing-key.part": Words(
        N_("a target with a number also needs “{key}”"),
        N_("in this target"),
        N_("add “{key}: …”; a target without a number has a statement instead of comparator, value and unit"),
    ),
    "missing-key.target-neither": Words(
        N_("a target needs comparator, value and unit, or a statement"),
        N_("in this target"),
        N_("add “comparator: at-least”, “value: …” and “unit: …”, or “statement: …”"),
    ),
    "missing-key.heading-neither": Words(
        N_("a heading needs sections or tasks"),
        N_("under this heading"),
        N_("add “tasks:” with a list of ids, or “sections:” with headings"),
    ),
    "wrong-type.root": Words(
        N_("the file does not hold keys with values"),
        N_("the file begins like this"),
        N_("write one key a line, “title: …”, with an ordinary colon and a space"),
    ),
    "wrong-type.root-empty": Words(
        N_("the file is empty"),
        "",
        N_("write its keys and values; a task that is no longer wanted is deleted with its entry in the outline"),
    ),
    "wrong-type.text": Words(
        N_("a text is expected here, not a list or keys"),
        N_("one text"),
        N_("write one text behind the colon"),
    ),
    "wrong-type.text-plain": Words(
        N_("“{given}” without quotes is no text to YAML but a number or a boolean"),
        N_("put it in quotes"),
        N_('write "{given}" in quotes'),
    ),
    "wrong-type.text-empty": Words(
        N_("the value is empty"), N_("nothing here"), N_("write a value, or delete the key")
    ),
    "wrong-type.blank": Words(N_("the value is empty"), N_("nothing here"), N_("write a value, or delete the key")),
    "wrong-type.line": Words(N_("the value must stand on one line"), N_("several lines"), N_("join the lines")),
    "wrong-type.code": Words(
        N_("“{given}” is no code of six digits"),
        N_("six digits, in quotes"),
        N_('write the six digits of GB/T 2260 in quotes: "500103"'),
    ),
    "wrong-type.list": Words(
        N_("a list is expected here"),
        N_("one entry a line, each behind a dash"),
        N_("write the entries on the following lines, each behind “- ”"),
    ),
    "wrong-type.list-tight-dash": Words(
        N_("there is no space behind the dash of a list entry"),
        N_("a space is missing here"),
        N_("write a dash and a space"),
    ),
    "wrong-type.mapping": Words(
        N_("keys with values are expected here"),
        N_("keys with values"),
        N_("write “key: value” pairs on the following lines, indented by two spaces"),
    ),
    "wrong-type.choice": Words(
        N_("“{given}” is not one of the values that stand here"),
        N_("one of: {choices}"),
        N_("write one of: {choices}"),
        N_("did you mean {suggestions}? Possible are: {choices}"),
    ),
    "wrong-type.year": Words(
        N_("a year is expected here"),
        N_("a year"),
        N_("write four digits without quotes, from 1900 to 2199: 2027"),
    ),
    "wrong-type.date": Words(
        N_("a day of the calendar is expected here"), N_("a day"), N_("write year, month and day: 2025-07-01")
    ),
    "wrong-type.due": Words(
        N_("a deadline is expected here"),
        N_("a deadline"),
        N_("write a year (2027), a month (2027-06), a day (2027-06-30) or ongoing"),
    ),
    "wrong-type.number": Words(
        N_("a number is expected here"),
        N_("a number"),
        N_("write digits only, at most 15 before and 6 behind the point; the unit goes under “unit”"),
    ),
    "wrong-type.number-quoted": Words(
        N_("the number {given} stands in quotes, which make it a text"),
        N_("without quotes"),
        N_("write {given} without quotes"),
    ),
    "wrong-type.range": Words(
        N_("a range of two numbers is expected here, the smaller first"),
        N_("a range"),
        N_("write [1, 2] for 1—2"),
    ),
    "wrong-type.flag": Words(
        N_("true or false is expected here"), N_("true or false"), N_("write true or false, without quotes")
    ),
    "wrong-type.format": Words(
        N_("this version of plancli reads format 1 only"),
        N_("the format's version"),
        N_("write format: 1; for a newer format, use a newer plancli"),
    ),
    "wrong-type.target-both": Words(
        N_("a target has either a number or a statement, not both"),
        N_("in this target"),
        N_("delete the statement, or comparator, value and unit; two commitments are two targets"),
    ),
    "wrong-type.target-range": Words(
        N_("comparator “between” goes with a range, and a range with “between”"),
        N_("in this target"),
        N_("write value: [1, 2] with between, and one number otherwise"),
    ),
    "wrong-type.target-quote": Words(
        N_("a target needs the words of the text that set it"),
        N_("in this target"),
        N_("write them under quote, character for character"),
    ),
    "wrong-type.period": Words(
        N_("the period ends before it begins"),
        N_("this period"),
        N_("write the first year under start and the last under end"),
    ),
    "wrong-type.heading-deep": Words(
        N_("headings nest more than four deep"),
        N_("fifth level"),
        N_("there are numbers for four levels: 一、（一） 1. （1）; put its tasks under the heading above"),
    ),
    "wrong-type.heading-both": Words(
        N_("a heading has either sections or tasks, not both"),
        N_("under this heading"),
        N_("give the tasks a section of their own"),
    ),
    "cut-short-value": Words(
        N_("a # ends this value: “{lost}” is lost as a comment"),
        N_("the value ends here"),
        N_("put the whole value in quotes; before a real comment write two spaces, and one behind the #"),
    ),
    "template-mistake": Words(
        N_("a template has a mistake: {reason}"),
        N_("here"),
        N_("correct the template, or delete it so that the built-in one is used; nothing was written"),
    ),
    # --- outline and ids ---------------------------------------------------------------------------------
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
    # --- units -------------------------------------------------------------------------------------------
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
    # --- targets -----------------------------------------------------------------------------------------
    "quote-not-in-text": Words(
        N_("the quote “{quote}” does not stand in the task's text"),
        N_("not in the text, character for character"),
        N_("copy the words from the text as it is now, and check that the target still says the same"),
        related=N_("the text"),
    ),
    "quote-not-in-text.scattered": Words(
        N_("no sentence of the text holds these fragments in this order: {quote}"),
        N_("not in one sentence, in this order"),
        N_("take the fragments from one sentence, in their order"),
        related=N_("the text"),
    ),
    "quote-value-mismatch": Words(
        N_("the quote does not say {value}{unit}"),
        N_("the file's number"),
        N_("correct value and unit, or quote the words that state the number"),
        related=N_("the words quoted"),
    ),
    "unmodelled-quantity": Words(
        N_("“{quantity}” in a target sentence belongs to no target"),
        N_("followed by nobody"),
        N_("add a target whose quote covers it"),
    ),
    "target-outside-period": Words(
        N_("the target is due in {due}, outside the plan's period {start}—{end}"),
        N_("outside the period"),
        N_("correct the year, or the period in plan.yaml"),
        related=N_("the period"),
    ),
    # --- text --------------------------------------------------------------------------------------------
    "text-repeats-title": Words(
        N_("the text begins with the title “{title}”, which is printed before it anyway"),
        N_("the title again"),
        N_("delete it from the text"),
        related=N_("the title"),
    ),
    "mixed-punctuation.half-width": Words(
        N_("half-width marks stand in a Chinese text: {marks}"),
        N_("half-width"),
        N_("write full-width marks: ， ； ： ？ ！ （ ） “ ” 。"),
    ),
    "mixed-punctuation.dashes": Words(
        N_("words are joined by different dashes in one text: {marks}"),
        N_("another dash than elsewhere"),
        N_("use one of them throughout; between places and times it is —"),
    ),
}
