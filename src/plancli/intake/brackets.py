"""Brackets of every width: where each closes, what it holds, what a text is without them."""

from __future__ import annotations

import re

OPENING, CLOSING = "（([［【〔〈﹝〖", "）)]］】〕〉﹞〗"
_QUOTES = {"“": "”", "《": "》", "‘": "’"}
_FARTHEST = 40
"""Characters from the mark that opens a quotation to the one that closes it, in one paragraph."""
_BRACKET = re.compile(f"[{re.escape(OPENING)}][^{re.escape(OPENING + CLOSING)}]*[{re.escape(CLOSING)}]")


def pairs(text: str) -> tuple[dict[int, int], bool]:
    """Where each outermost bracket closes, and whether every bracket does."""
    found: dict[int, int] = {}
    going: list[int] = []
    is_paired = True
    for at, char in enumerate(text):
        if char in OPENING:
            going.append(at)
        elif char in CLOSING and going:
            found[going.pop()] = at
        elif char in CLOSING:
            is_paired = False
    return found, is_paired and not going


def without_brackets(text: str) -> str:
    """A text without its brackets and what they hold; space stays."""
    return _BRACKET.sub("", text)


def outside(name: str) -> str:
    """A name without space and without what its brackets hold."""
    return "".join(without_brackets(name).split())


def bracketed(name: str) -> tuple[str, str | None, str]:
    """A name, what its first bracket holds, and what stands behind it."""
    start = next((at for at, char in enumerate(name) if char in OPENING), -1)
    end = pairs(name)[0].get(start)
    return (name, None, "") if end is None else (name[:start], name[start + 1 : end], name[end + 1 :])


def opens(text: str) -> bool:
    """Whether a text breaks off within a quotation that it begins near its end: “一口受."""
    end = text[-_FARTHEST:]
    return any(end.rfind(opening) > end.rfind(closing) for opening, closing in _QUOTES.items())
