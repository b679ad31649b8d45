"""What is wrong with one line of a file that is no YAML: mistakes that people make when they write Chinese plans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Syntax:
    """A reason: the wording's case, its facts, and the characters to point at."""

    case: str
    start: int
    end: int
    facts: dict[str, str] = field(default_factory=dict)
    rule: str = "invalid_yaml"


# Named groups: what to point at, and the facts of the wording.
_KNOWN = tuple(
    (case, re.compile(pattern))
    for case, pattern in (
        ("full-width-colon", r"^[ \t]*(?:-[ \t]+)?(?P<key>[^\s:：\"'#]{1,40})(?P<here>：)"),
        ("star", r"^[ ]*(?P<here>\*)[ \t]"),
        ("tight-colon", r"^[ \t]*(?:-[ \t]+)?(?P<key>[A-Za-z_]{1,20})(?P<here>:)(?=[^ \t\r\n/])"),
        ("tight-dash", r"^[ ]*(?P<here>-)(?=[^\s-])"),
        ("full-width-bracket", r":[ ]+(?P<here>(?P<char>[｛［【]))"),
        ("behind-pipe", r":[ ]+[|>][-+1-9]*[ \t]+(?P<here>[^\s#].*)"),
        ("colon-in-value", r": .*?(?P<here>:)(?: |$)"),
        ("text-after-quote", r":[ ]+([\"'])(?:(?!\1).)*\1(?P<here>\s*[^\s#,\]}].*)"),
    )
)
_WIDE_INDENT = re.compile(r"^[ ]*([\u3000\u00a0\u2002-\u200a]+)")
_RESERVED = "%@`"
_NAMED = "*&!%"
"""Marks that YAML wants a name behind, and gives up one character later."""


def look(text: str, start: int, end: int, at: int | None) -> Syntax | None:
    """The mistake in a line, if it is a known one.

    Args:
        text: The file.
        start: Where the line begins.
        end: Where it ends.
        at: Where the parser gave up, if that is on this line.
    """
    if found := indented_oddly(text, start, end):
        return found
    if at is not None and (reserved := _reserved(text, at)) is not None:
        return Syntax("reserved", reserved, reserved + 1, {"char": text[reserved]})
    for case, pattern in _KNOWN:
        if known := pattern.search(text[start:end]):
            facts = {name: text for name, text in known.groupdict().items() if name != "here"}
            return Syntax(case, start + known.start("here"), start + known.end("here"), facts)
    return None


def indented_oddly(text: str, start: int, end: int) -> Syntax | None:
    """A line that is indented by something else than spaces."""
    line = text[start:end]
    indent = len(line) - len(line.lstrip(" "))
    if line[indent : indent + 1] == "\t":
        return Syntax("tab", start + indent, start + indent + 1)
    if found := _WIDE_INDENT.match(line):
        return Syntax("wide-space", start + found.start(1), start + found.end(1))
    if found := re.match(r"[ ]*(?:-[ ]+)*-(\t)", line):
        return Syntax("tab-after-dash", start + found.start(1), start + found.end(1))
    return None


def _reserved(text: str, at: int) -> int | None:
    """Where the mark stands that no value may begin with."""
    if text[at : at + 1] and text[at] in _RESERVED:
        return at
    named = re.search(rf"(?:^|\s)[{_NAMED}]$", text[max(0, at - 2) : at]) and text[at : at + 1].strip()
    return at - 1 if named else None


def no_colon(text: str, start: int, end: int) -> Syntax | None:
    """A key of the format that has lost its colon."""
    line = text[start:end]
    key = re.match(r"^[ ]*([A-Za-z_]{1,20})(?:[ ]*$|[ ]+[^\s:][^:]*$)", line)
    return Syntax("no-colon", start + key.start(1), start + key.end(1), {"key": key[1]}) if key else None
