"""One sentence a line: where a line holds more, and where a sentence goes on in the next line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.prose.enumerations import begins_clause
from plancli.prose.pairs import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "[ \t\u3000\u00a0]*"
_CLOSING = re.escape(CLOSING)
_PART = re.compile(rf"[{re.escape(OPENING)}]|[{_CLOSING}]|[。！？]+|\n")
_ANOTHER = re.compile(rf"({_SPACE})[^\s。！？，、；：…—·（{_CLOSING}]").match
"""Behind a full stop on the same line: another sentence, not a bracket or a dash that still belongs to this one."""

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


def is_one_a_line(text: str) -> bool:
    """Whether each line is one sentence that ends with 。; quick, and False for some texts that are in order."""
    ends = text.count("。\n")
    return (
        text.count("。") == ends + text.endswith("。")
        and text.count("\n") == ends + text.count("\n\n")
        and "！" not in text
        and "？" not in text
    )


def crowded(text: str) -> Iterator[tuple[int, int]]:
    """Where one sentence ends and another begins on the same line: the range of the space between them, if any.

    What stands in quotation marks or brackets is part of the sentence around it: “干什么？怎么干？”专题讨论.
    """
    depth = 0
    for found in _PART.finditer(text):
        mark = found.group()
        if mark == "\n":
            depth = 0
        elif mark in OPENING:
            depth += 1
        elif mark in CLOSING:
            depth = max(depth - 1, 0)
        elif not depth and (another := _ANOTHER(text, found.end())):
            yield another.span(1)


def broken(text: str) -> Iterator[Broken]:
    """The line breaks inside sentences. An empty line ends a paragraph, and a numbered clause begins a line rightly."""
    for found in _GOES_ON.finditer(text):
        if not begins_clause(text, found.end()) and not _NOTE.search(text, 0, found.start("gap")):
            yield Broken(*found.span("gap"), found["sure"] is not None)
