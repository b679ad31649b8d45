"""Where a sentence goes on in the next line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.prose.enumerations import begins_clause
from plancli.prose.pairs import CLOSING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "[ \t\u3000\u00a0]*"
_CLOSING = re.escape(CLOSING)
_HAN = "\u3400-\u9fff"
_GOES_ON = re.compile(
    rf"(?:(?P<sure>[，、])|[{_HAN}][{_CLOSING}]*|[A-Za-z0-9%](?={_SPACE}\n{_SPACE}[{_HAN}]))"
    rf"(?P<gap>{_SPACE}\n{_SPACE})(?=\S)"
)
_NOTE = re.compile("[。！？]（[^（）\n]*）$")
"""A note behind the sentence: …。（牵头单位：区发改委）."""


class Broken(NamedTuple):
    """A line that ends inside a sentence, in characters of the text.

    Attributes:
        start: Where the line break and the space around it begin.
        end: Where the next line's words begin.
        sure: The sentence surely goes on: a comma stands at its end.
    """

    start: int
    end: int
    sure: bool


def broken(text: str) -> Iterator[Broken]:
    """The line breaks inside sentences. An empty line ends a paragraph, and a numbered clause begins a line rightly."""
    for found in _GOES_ON.finditer(text):
        ends = found.start("gap")
        if not begins_clause(text, found.end()) and not _NOTE.search(text, text.rfind("\n", 0, ends) + 1, ends):
            yield Broken(*found.span("gap"), found["sure"] is not None)
