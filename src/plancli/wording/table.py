"""The words of all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.wording import files, outline, shape, targets, text, units

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.wording.words import Words

WORDS: Mapping[str, Words] = {
    **files.WORDS,
    **shape.WORDS,
    **outline.WORDS,
    **units.WORDS,
    **targets.WORDS,
    **text.WORDS,
}
"""By a rule's name, and behind a full stop the case where it has several."""
