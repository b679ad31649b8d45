"""Where every piece of a document went: nothing is dropped in silence, and what was unsure says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from plancli.intake.document import Spot

Went = Literal[
    "columns",
    "columns-again",
    "heading",
    "number",
    "title",
    "text",
    "lead",
    "responsible",
    "support",
    "due",
    "leader",
    "milestones",
    "target",
    "no-target",
    "notes",
    "plan-title",
    "beside",
    "lost",
]
"""What a piece became; `beside` for what stands outside the plan's table, `lost` for what no plan can be made of.

`target` and `no-target` are words of a text, which has gone where it says: they are told once more.
"""

OF_TARGETS = frozenset({"target", "no-target"})


@dataclass(frozen=True, slots=True)
class Account:
    """Where one piece of the document went.

    Attributes:
        spot: Where it stands in the document.
        text: What it says.
        went: What it became.
        to: The id of the task, or the heading, that it became a part of; empty for the plan as a whole.
        unsure: Why a person should look, as names of wordings.
    """

    spot: Spot
    text: str
    went: Went
    to: str = ""
    unsure: tuple[str, ...] = ()
