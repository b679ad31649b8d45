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
}
