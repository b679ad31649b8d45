"""What to write in the place of what: so that a fault that is found can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Correction(NamedTuple):
    """A range of a text's characters, and what shall stand there."""

    start: int
    end: int
    text: str

    def of(self, text: str) -> str:
        """What stands there now."""
        return text[self.start : self.end]


def corrected(text: str, corrections: Iterable[Correction]) -> str:
    """A text with its corrections, which are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for correction in corrections:
        parts += (text[at : correction.start], correction.text)
        at = correction.end
    return "".join([*parts, text[at:]])
