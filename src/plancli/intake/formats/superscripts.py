"""Digits that stand raised: 10⁴ is not 104, and m² not m2."""

from __future__ import annotations

import re

_RAISED = re.compile("[0-9+-]{1,4}")
_RAISE = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def raised(text: str) -> str:
    """A text that stands raised, as characters that do so by themselves; words and marks stay as they are."""
    return text.translate(_RAISE) if _RAISED.fullmatch(text) else text
