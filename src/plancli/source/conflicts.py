"""Merge conflicts as git leaves them, whole or in pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# An editor that tidies up may have indented what git wrote at the line's beginning; not so the rule in the middle,
# which somebody may have drawn under a line of a text.
_MARKER = re.compile(r"^(?:[ \t]*(?:(<{7})|(>{7}))(?: [^\r\n]*)?|(?:={7}|\|{7}(?: [^\r\n]*)?))(?=\r?$)", re.MULTILINE)


def may_conflict(text: str) -> bool:
    """Whether it is worth looking: most texts hold none of the signs."""
    return "<<<<<<<" in text or "=======" in text or ">>>>>>>" in text


def conflicts(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int] | None]]:
    """Each conflict's first and last marker, in characters; no last one where nothing ends it.

    What is left of a half-resolved conflict is one, too: its markers up to the next end.
    """
    first: tuple[int, int] | None = None
    for marker in _MARKER.finditer(text):
        here = (marker.start(), marker.end())
        if not marker[2]:
            first = first or here
        elif first:
            yield first, here
            first = None
        else:
            yield here, None
    if first:
        yield first, None
