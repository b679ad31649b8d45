"""Markdown that plan text cannot break: to Markdown what MarkupSafe is to HTML.

Escaping with backslashes is not enough: GitHub, Gitea and WPS disagree about what a backslash does inside a table,
and escaping only `|` broke a quarter of random tables. A numeric character reference means the same everywhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from markupsafe import Markup

# What begins something in CommonMark, GFM, GitHub's formulas, footnotes or some dialect's typography; controls; and
# white space: a table's cell would lose it at its ends, and a line's end would end the table. One set of characters,
# because alternatives would be tried at each of a text's characters.
_SPECIAL = re.compile(
    r"""[\\`*_{}\[\]<>()#+\-.!|~&:@=$^"'\x00-\x20\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"""
)


def references(text: str) -> str:
    """Text with every character that could mean something as a numeric character reference."""
    return _short(text) if len(text) <= _SHORT else _SPECIAL.sub(_reference, text)


_SHORT = 40
"""Characters up to which a text is likely to be a name, and to come again."""


@lru_cache(maxsize=4096)
def _short(text: str) -> str:
    """Names, numbers and goals come again and again."""
    return _SPECIAL.sub(_reference, text)


def _reference(found: re.Match[str]) -> str:
    char = found[0]
    if char == " ":
        start, end = found.span()
        if start > 0 and end < len(found.string) and found.string[start - 1] != " ":
            return char
    return f"&#{ord(char)};"


class Markdown(Markup):
    """Text that is Markdown already; whatever is put together with it is escaped as Markdown.

    Markup's methods escape what they are given by `self.escape`: that is all that has to change.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Markdown:  # noqa: ANN401 - whatever a template prints
        """Make Markdown of anything; HTML that was escaped elsewhere is text like any other."""
        return s if isinstance(s, Markdown) else cls(references(str(s)))
