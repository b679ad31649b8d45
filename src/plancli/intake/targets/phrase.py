"""What sets one target in a clause: a number, or words that stand for one, with what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plancli.prose.quantities import Quantity

Span = tuple[int, int]
"""A range of a piece's characters."""

_ASIDE = re.compile("“[^“”]*”|‘[^‘’]*’|《[^《》]*》|（[^（）]*）|\\([^()]*\\)|「[^「」]*」|［[^［］]*］|〔[^〔〕]*〕")
MASK = "\ufffc"
"""Stands for each character of what brackets and quotation marks hold."""


class Phrase(NamedTuple):
    """What sets one target.

    Attributes:
        head: What stands before the number or the statement, in the same member of a list.
        tail: What stands behind it.
        quantity: The number; None of a statement.
        statement: The words that stand for a number.
        told: Where number or statement stand, with the word behind that compares it.
        subjects: Where the subjects of 分别 stand, of which this is the `turn`th; else none.
        turn: Which one.
        verb: Where 分别达到 stands.
        is_bare: Whether nobody knows the unit.
        turns: How many numbers share the verb.
        is_dated: Whether each of them has a deadline of its own: 到2025年、2027年分别达到40%、60%.
    """

    head: Span
    tail: Span
    quantity: Quantity | None
    statement: str
    told: Span
    subjects: tuple[Span, ...] = ()
    turn: int = 0
    verb: Span = (0, 0)
    is_bare: bool = False
    turns: int = 0
    is_dated: bool = False


def masked(text: str) -> str:
    """A text of the same length in which what brackets and quotation marks hold can be taken for nothing else."""
    return _ASIDE.sub(lambda found: MASK * len(found.group()), text)
