"""What a person says of a document that it does not say itself, or that nobody could read from it for certain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from plancli.intake.column_words import Key


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person says.

    Attributes:
        title: What the plan is called.
        years: Its first and last year.
        year: The year that months without one are of.
        columns: What columns hold, by their headings.
        first_is_lead: Whether the first of several offices leads where no column says who does.
        known: The spellings of offices that the plan knows which is updated.
        ignore_counts: Whether the tasks are all there, whatever number the document states.
    """

    title: str = ""
    years: tuple[int, int] | None = None
    year: int | None = None
    columns: Mapping[str, Key] = field(default_factory=dict)
    first_is_lead: bool = False
    known: Collection[str] = frozenset()
    ignore_counts: bool = False
