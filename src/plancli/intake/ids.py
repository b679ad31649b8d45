"""Ids for tasks that a document names only by their titles."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plancli.model.identifiers import MAX_LENGTH, bad_characters, fault, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

_DECIMAL = re.compile("(?<=[0-9])[.．](?=[0-9])")
"""3.2万人 is 3点2万人, and must not be 32万人."""
_INSTEAD = "任务"
"""What an id begins with where its title has nothing that may stand in one, or may not begin one."""


class Ids:
    """Ids that are taken, so that no two files go by one name on any system."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with ids that nobody else may have."""
        self._taken = {folded(identifier) for identifier in taken}
        self._next: dict[str, int] = {}

    def make(self, title: str) -> str:
        """An id after a title: without marks and spaces, cut where it is too long, numbered where it is taken."""
        stem = _stem(title)
        identifier, number = stem, self._next.get(stem, 2)
        while folded(identifier) in self._taken:
            suffix = f"-{number}"
            identifier = stem[: MAX_LENGTH - len(suffix)] + suffix
            number += 1
        self._next[stem] = number
        self._taken.add(folded(identifier))
        return identifier


def _stem(title: str) -> str:
    composed = _DECIMAL.sub("点", unicodedata.normalize("NFC", title))
    unfit = set(bad_characters(composed))
    stem = "".join(char for char in composed if char not in unfit)[:MAX_LENGTH].strip("-")
    return stem if not fault(stem) else f"{_INSTEAD}{stem}"[:MAX_LENGTH]
