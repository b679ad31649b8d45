"""What a page has and does not show: scripts, hidden elements, deleted text; an end tag may be missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from plancli.intake.document import Note, NoteKind, Spot
from plancli.intake.formats.html_parts import BLOCKS, VOID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.intake.formats.html_parts import Attributes

Why = Literal["silent", "hidden", "deleted"]

_ENDERS = BLOCKS | {"table"}
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "p": _ENDERS,
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr", "thead", "tbody", "tfoot"}),
}
_SILENT = frozenset({"script", "style", "title", "svg", "select", "iframe", "object", "rt", "rp"})
_NOT_SHOWN = frozenset({"template", "noscript", "dialog"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_LONGEST_STYLE = 2000


class Unread:
    """Follows the tags of a page and takes what is not shown.

    Attributes:
        notes: What was left out.
    """

    def __init__(self) -> None:
        """Begin where all is shown."""
        self.notes: list[Note] = []
        self._open: list[str] = []
        self._why: Why = "silent"
        self._left: list[str] = []

    def begins(self, tag: str, given: Attributes) -> bool:
        """Whether a tag begins what is not shown, or stands in it."""
        while self._open and tag in _ENDED_BY.get(self._open[-1], ()):
            self._open.pop()
            if not self._open:
                self.end()
        if not self._open and tag not in VOID and (why := _why(tag, given)):
            self._why = why
            self._open.append(tag)
            return True
        self._open += (tag,) if self._open and tag not in VOID else ()
        return bool(self._open)

    def ends(self, tag: str) -> bool:
        """Whether an end tag belongs to what is not shown; no more is left out than the tag that hides holds."""
        if not self._open:
            return False
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            if not self._open:
                self.end()
            return True
        if tag in {"tr", "table"} and self._open[0] in _ENDED_BY:
            self.end()
            return False
        return True

    def takes(self, text: str) -> bool:
        """Whether a text is not shown."""
        if self._open and self._why != "silent" and text.strip():
            self._left.append(text.strip())
        return bool(self._open)

    def end(self) -> None:
        """End what is not shown, and note it."""
        if self._left:
            kind: NoteKind = "tracked-changes" if self._why == "deleted" else "hidden"
            self.notes.append(Note(kind, Spot(), "\n".join(self._left)))
        self._open, self._left = [], []


def _why(tag: str, given: Attributes) -> Why | None:
    """Why an element is not read: it is no text, it is not shown, it was deleted; None for one that is read."""
    if tag in _SILENT:
        return "silent"
    if tag == "del":
        return "deleted"
    is_hidden = "hidden" in given or _HIDDEN.search((given.get("style") or "")[:_LONGEST_STYLE]) is not None
    return "hidden" if is_hidden or tag in _NOT_SHOWN else None
