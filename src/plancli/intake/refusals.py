"""Why a document does not become a plan by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from plancli.intake.document import Spot

Why = Literal[
    "no-table",
    "no-tasks",
    "no-text-column",
    "same-key",
    "spanned-key",
    "marks",
    "flattened",
    "cells-as-lines",
    "row-lost",
    "row-empty",
    "no-title",
    "no-years",
    "count-differs",
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document does not become a plan by itself.

    Attributes:
        why: The name of a wording.
        spot: Where; None where it is about the document as a whole.
        text: What stands there, or what exactly is wrong.
        count: How many tasks were read, where that is what is wrong.
    """

    why: Why
    spot: Spot | None = None
    text: str = ""
    count: int = 0
