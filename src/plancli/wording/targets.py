"""What is said of targets."""

from __future__ import annotations

from plancli.messages import N_
from plancli.wording.words import Words

WORDS = {
    "quote-not-in-text": Words(
        N_("the quote “{quote}” does not stand in the task's text"),
        N_("not in the text, character for character"),
        N_("copy the words from the text as it is now, and check that the target still says the same"),
        related=N_("the text"),
    ),
    "quote-not-in-text.changed": Words(
        N_("the text says “{written}”, and not “{quote}”"),
        N_("not in the text, character for character"),
        N_("one is out of date: quote anew and check the target, or restore the text as it was issued"),
        related=N_("the text says"),
    ),
    "quote-not-in-text.scattered": Words(
        N_("no sentence of the text holds these fragments in this order: {quote}"),
        N_("not in one sentence, in this order"),
        N_("take the fragments from one sentence, in their order"),
        related=N_("the text"),
    ),
    "quote-not-in-text.width": Words(
        N_("the quote “{quote}” stands in the text with marks of another width: “{written}”"),
        N_("not in the text, character for character"),
        N_("write the quote as the text has it"),
        related=N_("the text"),
    ),
    "quote-value-mismatch": Words(
        N_("the quote does not say {value}{unit}"),
        N_("the file's number"),
        N_("correct value and unit, or quote the words that state the number"),
        related=N_("the words quoted"),
    ),
    "quote-value-mismatch.one": Words(
        N_("the quote says {said}, the target {value}{unit}"),
        N_("the file's number"),
        N_("correct value and unit if the text is right, or quote the words that state the number"),
        related=N_("the words quoted"),
    ),
    "unit-mismatch": Words(
        N_("the quote says {value}{said}, the target {value}{unit}"),
        N_("another unit than in the quote"),
        N_("write “unit: {written}” if the text is right"),
        related=N_("the words quoted"),
    ),
    "unanchored-target": Words(
        N_("the target is {value}{unit}, and its quote has no number"),
        N_("without a number"),
        N_("quote the words that state the number; where the text states none, write a statement instead of a number"),
    ),
    "comparator-mismatch": Words(
        N_("“{words}” in the text is {said}, the target has {comparator}"),
        N_("not what the text says"),
        N_(
            "write “comparator: {said}” if the text is right; at-least is ≥, more-than is >, at-most is ≤, "
            "less-than is <"
        ),
        related=N_("the number in the text"),
    ),
    "comparator-mismatch.plain": Words(
        N_("a number that stands in the text by itself is {said}, the target has {comparator}"),
        N_("the text has no word for it"),
        N_("write “comparator: {said}”, or quote the words that say otherwise"),
        related=N_("the number in the text"),
    ),
    "due-mismatch": Words(
        N_("the sentence says {words}, the target is due in {due}"),
        N_("another time than in the text"),
        N_("correct the deadline; if the text is wrong, correct the text"),
        related=N_("the deadline in the text"),
    ),
    "commitment-mismatch": Words(
        N_("the text says “{words}”, and the target is no aim"),
        N_("promised firmly"),
        N_("write “commitment: aim” in this target"),
        related=N_("promises an effort"),
    ),
    "commitment-mismatch.plain": Words(
        N_("the target is an aim, and the text does not say 力争 or the like"),
        N_("the text promises it firmly"),
        N_("take out the line “commitment: aim”"),
        related=N_("the words quoted"),
    ),
    "per-year-mismatch": Words(
        N_("the text says “{words}”, and the target is not per year"),
        N_("asked for every year"),
        N_("write “per: year” in this target"),
        related=N_("every year"),
    ),
    "per-year-mismatch.plain": Words(
        N_("the target is per year, and the text does not say 年均, 每年 or the like"),
        N_("the text does not say so"),
        N_("take out the line “per: year”"),
        related=N_("the number in the text"),
    ),
    "percent-out-of-range": Words(
        N_("“{indicator}” is a share and cannot be {value}%"),
        N_("not between 0 and 100"),
        N_("correct the number, here and in the text; if a growth is meant, say so in the indicator: 增长率"),
    ),
    "baseline-beyond-goal": Words(
        N_("the baseline {baseline}{unit} is already beyond the goal {value}{unit}"),
        N_("already beyond the goal"),
        N_("correct the baseline or the goal, whichever is wrong"),
        related=N_("the goal"),
    ),
    "contradictory-targets": Words(
        N_("“{indicator}” has two goals for the same time: {first} and {again}"),
        N_("another goal than the first"),
        N_("correct the wrong number; if two things are meant, tell them apart in indicator or scope"),
        related=N_("the first goal"),
    ),
    "duplicate-target": Words(
        N_("the target “{indicator}” {goal} stands in the plan twice"),
        N_("second time"),
        N_("keep it in the task that answers for it; if two things are meant, tell them apart in indicator or scope"),
        related=N_("first time"),
    ),
    "unconfirmed-target": Words(
        N_("nobody has confirmed the target “{indicator}” yet"),
        N_("found by a program"),
        N_("compare it with the text, then take out the line “confirmed: false”"),
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
}
