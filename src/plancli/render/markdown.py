"""Markdown that plan text cannot break: to Markdown what MarkupSafe is to HTML.

Escaping with backslashes is not enough: GitHub, Gitea and WPS disagree about what a backslash does inside a table,
and escaping only `|` broke a quarter of random tables. A numeric character reference means the same everywhere.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

# What begins something in CommonMark, GFM, GitHub's formulas, footnotes or some dialect's typography; white space
# but for single spaces inside: a table's cell would lose it at its ends, and a line's end would end the table.
_SPECIAL = re.compile(r"""[\\`*_{}\[\]<>()#+\-.!|~&:@=$^"'\x00-\x1f\x7f]|[^\S ]|^ | $|(?<= ) """)


def references(text: str) -> str:
    """Text with every character that could mean something as a numeric character reference."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)


class Markdown(Markup):
    """Text that is Markdown already; whatever is put together with it is escaped as Markdown.

    Markup's methods escape what they are given by `self.escape`: that is all that has to change.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Markdown:  # noqa: ANN401 - whatever a template prints
        """Make Markdown of anything; HTML that was escaped elsewhere is text like any other."""
        return s if isinstance(s, Markdown) else cls(references(str(s)))
