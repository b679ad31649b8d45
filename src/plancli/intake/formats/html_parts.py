"""What the elements of a page are: which begin lines, which end themselves, how lists count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plancli.intake.formats.list_numbers import written

Attributes = dict[str, str | None]

VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track"})
BLOCKS = frozenset(
    {
        *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "form", "center", "hr", "address"),
        *("section", "article", "main", "header", "footer", "nav", "aside", "figure", "figcaption", "caption"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "body", "html", "fieldset", "legend", "details", "summary", "menu"),
    }
)
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NAMED_STYLES = (
    (re.compile(r"list-style(?:-type)?\s*:[^;]{0,40}\bnone", re.IGNORECASE), ""),
    (re.compile(r"list-style(?:-type)?\s*:[^;]{0,40}(?:cjk-|chinese|ideographic)", re.IGNORECASE), "chineseCounting"),
)
_LONGEST_STYLE = 2000


@dataclass(slots=True)
class Count:
    """Counts what a list has.

    Attributes:
        style: How it writes numbers, by Word's name for it; empty where it has none.
        number: The last number.
        step: What is between two.
    """

    style: str
    number: int
    step: int = 1

    def next(self, given: str | None) -> str:
        """What stands before the next line; nothing where the list has no numbers."""
        self.number = _whole(given, self.number + self.step)
        number = written(self.number, self.style)
        return number and (f"{number}、" if self.style == "chineseCounting" else f"{number}.")


def counting(tag: str, given: Attributes) -> Count:
    """How a list counts."""
    look = (given.get("style") or "")[:_LONGEST_STYLE]
    named = next((style for pattern, style in _NAMED_STYLES if pattern.search(look)), None)
    style = _STYLES.get(given.get("type") or "1", "decimal") if named is None else named
    return Count(style if tag == "ol" else "", _whole(given.get("start"), 1) - 1)


def _whole(given: str | None, otherwise: int) -> int:
    digits = (given or "").strip()
    return int(digits[:6]) if digits.isascii() and digits.isdigit() else otherwise
