"""A task's text sentence by sentence: the targets that it sets, each with its words, for a person to confirm.

Where a person should look closely a target has a code: `said-roughly` (约30%, 左右: the target has the number as it
stands), `maybe-ceiling` (浓度达到35: 达到 is a floor by the format's table), `indicator-restored` (a part of the noun
was taken from elsewhere in the sentence), `indicator-unsure`, `unit-unsure`, `due-of-row` (the sentence has no
deadline; its row has), `due-of-clause` (the year stands before an earlier number), `maybe-yearly` (so does 每年),
`asked-before` (only the number before it is surely asked for), `several-deadlines`. What looks like a target and is
none for want of a deadline, because its year is over when the plan begins, because nobody can tell what is measured, or
whether it is asked for, is told with `no-due`, `before-plan`, `no-indicator`, `not-asked`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from plancli.intake.ids import Ids
from plancli.intake.targets.clause import Clause, Found, When
from plancli.intake.targets.dated import dated
from plancli.intake.targets.nouns import Before
from plancli.intake.targets.numbers import numbers
from plancli.intake.targets.phrase import masked
from plancli.intake.targets.phrases import clauses
from plancli.prose.facts import reached
from plancli.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.targets.phrase import Phrase

_PIECE = re.compile("[^；;]+")
_LONGEST = 2000
"""Characters of a sentence beyond which nothing in it is looked for: a person would not find it either."""
_LONGEST_TEXT = 50_000
"""Likewise, of a text."""


def find_targets(
    text: str, due: str = "", begins: int = 0, year: int | None = None, *, is_asked: bool = False
) -> tuple[Found, ...]:
    """The targets of a text, in order.

    Args:
        text: A task's text.
        due: Until when the task as a whole is to be done, as a file has it; rules the numbers of sentences that have
            no deadline. Empty where nothing says so.
        begins: The plan's first year: what was so before is no target of it. 0 where nobody knows.
        year: The year of months without one; None where nobody knows.
        is_asked: Whether its place says already that its numbers are asked for: a column of targets.
    """
    if len(text) > _LONGEST_TEXT:
        return (Found({}, text, ("sentence-too-long",)),)
    told = dated(text, year)
    when = When(due, begins, is_asked=is_asked)
    found = (each for sentence in sentences(told.text) for each in _in_sentence(sentence.text, when))
    return tuple(map(told.as_written, found))


def with_ids(found: tuple[Found, ...]) -> list[dict[str, Any]]:
    """The targets as a task's file has them; their ids are made of their indicators."""
    ids = Ids()
    return [{"id": ids.make(each.keys["indicator"]), **each.keys} for each in found if each.keys]


def _begin(phrase: Phrase) -> int:
    return phrase.told[0]


def _in_sentence(sentence: str, when: When) -> Iterator[Found]:
    if len(sentence) > _LONGEST:
        yield Found({}, sentence, ("sentence-too-long",))
        return
    before = Before()
    known = reached(sentence)
    for piece in _PIECE.finditer(sentence):
        mask = masked(piece.group())
        counted = numbers(piece.group(), mask)
        for clause in clauses(mask):
            if any(start <= piece.start() + clause[0] < end for start, end in known):
                continue
            inside = counted[bisect_left(counted, clause[0], key=_begin) : bisect_left(counted, clause[1], key=_begin)]
            reading = Clause(sentence, piece.group(), mask, piece.start(), clause, when)
            for found in reading.targets(inside, before):
                before = found.before
                yield found
