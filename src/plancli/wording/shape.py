"""What is said of keys and values that do not fit the format."""

from __future__ import annotations

from plancli.messages import N_
from plancli.wording.words import Words

WORDS = {
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
    "unknown-key.heading": Words(
        N_("the file has a key of its own for “{key}”"),
        N_("in Chinese"),
        N_("write the key in its place"),
        N_("write “{suggestions}” in its place"),
    ),
    "unknown-key.unit": Words(
        N_("a colon stands behind “{key}”, so that it reads as a key"),
        N_("read as a key"),
        N_("write only the name behind the dash; a limit goes below it: “- name: {key}”, and then “scope: …”"),
    ),
    "unknown-key.full-width-colon": Words(
        N_("a full-width colon stands in “{key}”, so that all of it reads as one key"),
        N_("full-width colon"),
        N_("write an ordinary colon and a space"),
    ),
    "missing-key": Words(N_("the key “{key}” is missing"), N_("in this part"), N_("add “{key}: …”")),
    "missing-key.many": Words(
        N_("these keys are missing: {key}"), N_("in this part"), N_("add them, each as “key: …” on a line of its own")
    ),
    "missing-key.torn": Words(
        N_("the dash before this key begins a new entry, in which {key} is missing"),
        N_("a new entry begins"),
        N_("if this belongs to the entry above, write two spaces instead of the dash"),
    ),
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
    "wrong-type.root-empty-needed": Words(
        N_("the file is empty, and no plan is without it"),
        "",
        N_("write its keys and values, or restore it from version control"),
    ),
    "wrong-type.root-keys": Words(
        N_("the file has none of the keys that belong here"),
        N_("no key of a plan"),
        N_("if it is a file of another kind, take it out of the folder; the keys of this one are: {choices}"),
    ),
    "wrong-type.root-pointer": Words(
        N_("the file only points to its content, which was not fetched"),
        N_("a pointer"),
        N_("fetch it: “git lfs pull” or “git annex get”; a plan's files are small and need neither"),
    ),
    "wrong-type.root-link": Words(
        N_("the file holds nothing but the name of another file: {given}"),
        N_("a link that was saved as a text"),
        N_("put the content of that file in its place; links are not followed"),
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
    "wrong-type.blank-needed": Words(
        N_("the value is empty"), N_("nothing here"), N_("write a value: it cannot be left out")
    ),
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
    "wrong-type.list-mark": Words(
        N_("“{given}” begins no list"),
        N_("one entry a line, each behind a dash"),
        N_("write the entries on the following lines, each behind an ordinary dash and a space: “- ”"),
    ),
    "wrong-type.list-none": Words(
        N_("“{given}” is no list"),
        N_("nobody is written []"),
        N_("write [] where the document has a dash; leave the key out where it says nothing"),
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
    "wrong-type.mapping-colon": Words(
        N_("a full-width colon stands behind “{given}”"),
        N_("full-width colon"),
        N_("write an ordinary colon and a space: “{given}: ”"),
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
    "wrong-type.spoken": Words(
        N_("“{given}” is how prose has it; here it is {instead}"),
        N_("as in prose"),
        N_("write {instead}"),
    ),
    "wrong-type.with-unit": Words(
        N_("a number is expected here, without its unit: “{given}”"),
        N_("only the number"),
        N_("write {instead}; the unit has a line of its own, “unit: {unit}”"),
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
    # --- allowances --------------------------------------------------------------------------------------
    "invalid-allowance.verb": Words(
        N_("plancli does not understand the comment “{written}”"),
        N_("only “allow” is understood"),
        N_("to allow a finding, write # plancli: allow RULE -- reason"),
    ),
    "invalid-allowance.rule": Words(
        N_("the comment does not say which rule's findings are allowed"),
        N_("a rule's name is missing"),
        N_("write # plancli: allow RULE -- reason; the rule's name stands in the square brackets of each message"),
    ),
    "invalid-allowance.reason": Words(
        N_("the comment does not say why the finding is allowed"),
        N_("the reason is missing"),
        N_("write # plancli: allow RULE -- reason, so that the next reader need not ask"),
    ),
    "invalid-allowance.unknown": Words(
        N_("there is no rule “{written}” that could be allowed"),
        N_("no such rule"),
        N_("plancli rules lists all rules"),
        N_("did you mean {suggestions}?"),
    ),
    "invalid-allowance.fixed": Words(
        N_("“{written}” cannot be allowed: what it speaks of is missing from a sheet"),
        N_("cannot be allowed"),
        N_("mend the fault, and delete the comment"),
    ),
    "unused-allowance": Words(
        N_("nothing is found here that “{rule}” would have to be allowed for"),
        N_("allows nothing"),
        N_("delete the comment, or put it where the finding is"),
    ),
}
