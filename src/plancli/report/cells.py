"""How wide text stands in a terminal: a Chinese character takes two cells, and carets are counted in them."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """The cells of a terminal that legible text takes.

    Of ambiguous width are “ ” — · and others; terminals show them in one cell unless they are told otherwise.
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
