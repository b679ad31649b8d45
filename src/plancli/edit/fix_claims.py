"""Which fixes can be made at once: two that change the same characters cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancli.diagnostics import Fix, Replacement, Route

    Claimed = tuple[str, Route, str]


class Claims:
    """What fixes have taken hold of: the first one that comes has it, and the others wait for the next round."""

    def __init__(self) -> None:
        self._claimed: dict[Claimed, list[Replacement]] = {}
        self._in_text: dict[str, bool] = {}

    def take(self, fix: Fix) -> bool:
        """Claim all that a fix replaces, unless another fix has claimed some of it for another text."""
        if any(self._is_taken(each) for each in fix.replacements):
            return False
        for each in fix.replacements:
            self._claimed.setdefault(_claimed(each), []).append(each)
            self._in_text[each.place.path] = each.place.span is not None
        return True

    def _is_taken(self, replacement: Replacement) -> bool:
        in_text = replacement.place.span is not None
        if self._in_text.get(replacement.place.path, in_text) != in_text:
            return True  # whether a part of the text is a part of a value is not known here
        others = self._claimed.get(_claimed(replacement), ())
        return any(other != replacement and _meet(other, replacement) for other in others)


def _claimed(replacement: Replacement) -> Claimed:
    place = replacement.place
    return place.path, place.route if place.span is None else (), place.part if place.span is None else "text"


def _meet(one: Replacement, other: Replacement) -> bool:
    """Whether two replacements in the same value, or in the same file's text, concern the same characters."""
    first, second = one.place.span or one.place.chars, other.place.span or other.place.chars
    if first is None or second is None:
        return True
    start, end = max(first[0], second[0]), min(first[1], second[1])
    insertion = first[0] == first[1] or second[0] == second[1]
    return start < end or (insertion and start == end)
