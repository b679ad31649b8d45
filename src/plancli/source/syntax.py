"""Why a text is no YAML, told from the text itself.

The parser says where it gave up; its English words are not ours to match. The reasons here are the ones that
people meet when they write Chinese plans: full-width punctuation, tabs, quotes left open, a colon inside a value.
"""

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


def explain_first_line(text: str) -> Syntax | None:
    """The likeliest reason why a text that is YAML, but only a sentence, has no keys."""
    first = re.search(r"^[^\S\n]*[^\s#]", text, re.MULTILINE)
    return _look(text, *_line_around(text, first.end() - 1), None) if first else None


_OPENERS = {'"': '"', "'": "'", "[": "]", "{": "}"}
_RESERVED = "%@`"
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}")
_FULL_WIDTH_KEY = re.compile(r"^[ \t]*(?:-[ \t]+)?([^\s:：\"'#]{1,40})：")
_TIGHT_KEY = re.compile(r"^[ \t]*(?:-[ \t]+)?([A-Za-z_]{1,20}):(?=[^ \t\r\n/])")
_IDEOGRAPHIC_INDENT = re.compile(r"^[ ]*([\u3000\u00a0\u2002-\u200a]+)")
_TIGHT_DASH = re.compile(r"^[ ]*(-)(?=[^\s-])")


def explain(text: str, at: int, context: int | None) -> Syntax:
    """Find the likeliest reason why the parser gave up.

    Args:
        text: The file's text.
        at: Where the parser gave up, in characters.
        context: Where the thing began that it was reading, if it says so.
    """
    at = min(at, len(text))
    return (
        _bad_escape(text, at)
        or _left_open(text, at, context)
        or _in_brackets(text, at, context)
        or _open_above(text, at)
        or _keyless(text, at, context)
        or _on_line(text, at)
        or _on_line_before(text, at)
        or _odd_indent(text, at)
        or Syntax("plain", *_rest_of_line(text, at))
    )


def _bad_escape(text: str, at: int) -> Syntax | None:
    start = text.rfind("\\", max(0, at - 2), at + 1)
    if start < 0:
        return None
    surrogate = _SURROGATE.match(text, start)
    if surrogate:
        fact = {"code": "U+" + surrogate.group()[-4:].upper()}
        return Syntax("", *surrogate.span(), fact, rule="forbidden_character")
    escape = text[start : start + 2]
    opened = text.rfind('"', text.rfind("\n", 0, start) + 1, start)
    return Syntax("escape", start, start + len(escape), {"escape": escape}) if opened >= 0 else None


def _left_open(text: str, at: int, context: int | None) -> Syntax | None:
    """A quote or bracket that was opened at `context` and never closed."""
    if context is None or context >= len(text) or text[context] not in _OPENERS:
        return None
    opener = text[context]
    if opener in "\"'" and text.count(opener, context + 1, at) and at < len(text.rstrip()):
        return None
    full_width = re.search("[，：］｝】]", text[context:at] if opener in "[{" else "")
    if full_width:
        start = context + full_width.start()
        return Syntax("full-width-in-brackets", start, start + 1, {"char": full_width.group()})
    end = text.find("\n", context)
    return Syntax("unclosed", context, len(text) if end < 0 else end, {"opener": opener, "closer": _OPENERS[opener]})


def _in_brackets(text: str, at: int, context: int | None) -> Syntax | None:
    """A colon inside a value, or a bracket too many."""
    if text[at : at + 3] == "://":
        return Syntax("plain", at, at + 1)
    if text[at : at + 1] == ":" and context is not None and (key := re.search(r"[^\s\[\]{},:]+$", text[context:at])):
        return Syntax("tight-colon", at, at + 1, {"key": key.group()})
    if text[at : at + 1] in {"]", "}"}:
        return Syntax("plain", at, at + 1)
    if not text[at:].strip() and (opened := re.search(r"[\[{]\s*$", text)):
        opener = text[opened.start()]
        return Syntax("unclosed", opened.start(), opened.start() + 1, {"opener": opener, "closer": _OPENERS[opener]})
    return None


def _open_above(text: str, at: int) -> Syntax | None:
    """A quotation mark left open on a line above, which the next one seems to close."""
    mark = text[at - 1 : at]
    if mark not in {'"', "'"}:
        return None
    start, _ = _line_around(text, at)
    while start > 0:
        start, end = _line_around(text, start - 1)
        opened = re.search(rf"(?:: |- ){mark}[^{mark}]*$", text[start:end])
        if opened:
            first = start + opened.start() + 2
            return Syntax("unclosed", first, end, {"opener": mark, "closer": mark})
    return None


def _keyless(text: str, at: int, context: int | None) -> Syntax | None:
    """A line that stands where a key should and has no colon: the parser gives up only behind it."""
    if context is None or context >= len(text):
        return None
    start, end = _line_around(text, context)
    if end >= at or re.search(r":(?:\s|$)", text[start:end]):
        return None
    if re.search(r"[|>][-+]?[1-9]?[ \t]*$", text[:start].rstrip("\n")):
        return Syntax("plain", context, end)
    return _look(text, start, end, None) or _no_colon(text, start, end) or Syntax("plain", context, end)


def _on_line(text: str, at: int) -> Syntax | None:
    start, end = _line_around(text, at)
    return _look(text, start, end, at)


def _on_line_before(text: str, at: int) -> Syntax | None:
    """The parser often notices on the line after the mistake: a key without its colon, say."""
    start, _ = _line_around(text, at)
    while start > 0:
        start, end = _line_around(text, start - 1)
        line = text[start:end].strip()
        if line and not line.startswith("#"):
            return _look(text, start, end, None) or _no_colon(text, start, end)
    return None


def _look(text: str, start: int, end: int, at: int | None) -> Syntax | None:  # noqa: PLR0911 - one reason a line
    line = text[start:end]
    indent = len(line) - len(line.lstrip(" "))
    if line[indent : indent + 1] == "\t":
        return Syntax("tab", start + indent, start + indent + 1)
    if found := _IDEOGRAPHIC_INDENT.match(line):
        return Syntax("wide-space", start + found.start(1), start + found.end(1))
    if found := _FULL_WIDTH_KEY.match(line):
        return Syntax("full-width-colon", start + found.end() - 1, start + found.end(), {"key": found[1]})
    if at is not None and at < len(text) and text[at] in _RESERVED:
        return Syntax("reserved", at, at + 1, {"char": text[at]})
    if found := _TIGHT_KEY.match(line):
        return Syntax("tight-colon", start + found.end() - 1, start + found.end(), {"key": found[1]})
    if found := _TIGHT_DASH.match(line):
        return Syntax("tight-dash", start + found.start(1), start + found.end(1))
    if found := re.search(r": .*?(: |:$)", line):
        return Syntax("colon-in-value", start + found.start(1), start + found.start(1) + 1)
    if found := re.search(r":[ ]+([\"'])(?:(?!\1).)*\1(?=\s*[^\s#,\]}])", line):
        return Syntax("text-after-quote", start + found.end(), end)
    return None


def _no_colon(text: str, start: int, end: int) -> Syntax | None:
    line = text[start:end]
    key = re.match(r"^[ ]*([A-Za-z_]{1,20})(?:[ ]*$|[ ]+[^\s:][^:]*$)", line)
    return Syntax("no-colon", start + key.start(1), start + key.end(1), {"key": key[1]}) if key else None


def _odd_indent(text: str, at: int) -> Syntax | None:
    """An indentation that no line before it has is nobody's neighbour."""
    start, end = _line_around(text, at)
    indent = len(text[start:end]) - len(text[start:end].lstrip(" "))
    before = {len(line) - len(line.lstrip(" ")) for line in text[:start].split("\n") if line.strip()}
    return Syntax("indent", start, start + indent) if indent and indent not in before else None


def _line_around(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def _rest_of_line(text: str, at: int) -> tuple[int, int]:
    """From where the parser stands to the line's end; from the line's start where nothing is left of it."""
    start, end = _line_around(text, at)
    if text[at:end].strip():
        return at, end
    return start, end
