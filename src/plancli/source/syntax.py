"""Why a text is no YAML, told from the text itself.

The parser says where it gave up; its English words are not ours to match. The reasons here are the ones that
people meet when they write Chinese plans: full-width punctuation, tabs, quotes left open, a colon inside a value.
"""

from __future__ import annotations

import re

from plancli.source.mistakes import Syntax, indented_oddly, look, no_colon

_OPENERS = {'"': '"', "'": "'", "[": "]", "{": "}"}
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}")
_BLOCK = re.compile(r"(?:^|[ ])[|>][-+1-9]*[ \t]*(?:#.*)?\r?$")
_KEYED = re.compile(r"[ ]*(?:-[ ]+)*(?:-[ ]|[^\s\[{\"'#][^:\n]*:(?:\s|$))")


_CONTENT = re.compile(r"^[^\S\n]*[^\s#]", re.MULTILINE)


def explain_first_line(text: str) -> Syntax | None:
    """The likeliest reason why a text that is YAML, but only a sentence, has no keys."""
    first = _CONTENT.search(text)
    return look(text, *_line_around(text, first.end() - 1), None) if first else None


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
        or indented_oddly(text, *_line_around(text, at))
        or _second_document(text, at)
        or _open_above(text, at)
        or _keyless(text, at, context)
        or _at_first_line(text, at)
        or _on_line(text, at)
        or _on_line_before(text, at)
        or _misplaced(text, at)
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
    tight = text[at : at + 1] == ":" and text[at + 1 : at + 2].strip() and context is not None
    if tight and (key := re.search(r"[^\s\[\]{},:]+$", text[context:at])):
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


def _second_document(text: str, at: int) -> Syntax | None:
    """Something stands behind the `...` that ends a document."""
    start, end = _line_around(text, at)
    ended = re.search(r"(?:^|\n)\.\.\.\s*$", text[:start])
    return Syntax("documents", start, end, rule="forbidden_yaml_feature") if ended else None


def _keyless(text: str, at: int, context: int | None) -> Syntax | None:
    """A line that stands where a key should and has no colon: the parser gives up only behind it."""
    if context is None or context >= len(text):
        return None
    start, end = _line_around(text, context)
    if end >= at or re.search(r":(?:\s|$)", text[start:end]):
        return None
    return _without_key(text, start, end)


def _without_key(text: str, start: int, end: int) -> Syntax:
    """What a line is that has no key: a key that has lost its colon, or a line of the text above."""
    known = look(text, start, end, None) or no_colon(text, start, end)
    if not _below_block(text, start):
        return known or Syntax("no-key", *_words(text, start, end))
    if known and known.facts.get("key", "a").isascii():  # in a text, `目标：` is no key
        return known
    return Syntax("outdented", *_words(text, start, end))


def _below_block(text: str, start: int) -> bool:
    """Whether the nearest line above that is indented less than a block's text opens a block."""
    while start > 0:
        start, end = _line_around(text, start - 1)
        line = text[start:end]
        if line.strip() and not line.startswith((" ", "\t")):
            return bool(_BLOCK.search(line))
    return False


def _at_first_line(text: str, at: int) -> Syntax | None:
    """A file that begins with a key without its colon is one text as far as its first key that has one."""
    first = _CONTENT.search(text, 0, at)
    if not first:
        return None
    start, end = _line_around(text, first.end() - 1)
    found = look(text, start, end, None) if end < at else None
    return found if found and _is_key(found) else None


def _is_key(found: Syntax) -> bool:
    """Whether a key was meant to stand there, and not the prose of a text: `目标：`."""
    return found.case in {"full-width-colon", "tight-colon"} and found.facts["key"].isascii()


def _on_line(text: str, at: int) -> Syntax | None:
    start, end = _line_around(text, at)
    return look(text, start, end, at)


def _on_line_before(text: str, at: int) -> Syntax | None:
    """The parser often notices below the mistake: a key without its colon, and the text that it then begins."""
    start, _ = _line_around(text, at)
    is_next = True
    while start > 0:
        start, end = _line_around(text, start - 1)
        line = text[start:end].strip()
        if line and not line.startswith("#"):
            found = look(text, start, end, None) or no_colon(text, start, end)
            if found and (is_next or _is_key(found)):
                return found
            if re.search(r":(?:\s|$)", line):
                return None
            is_next = False
    return None


def _misplaced(text: str, at: int) -> Syntax | None:
    """The parser gave up before a line's first word: it stands where nothing can begin."""
    start, end = _line_around(text, at)
    line = text[start:end]
    indent = len(line) - len(line.lstrip(" "))
    odd = _has_odd_indent(text, start, indent)
    if not line.strip() or (text[start:at].strip() and not odd):
        return None
    if odd or _KEYED.match(line):
        above = None if indent else _first_indented(text, start)
        return Syntax("indent", *(above or ((start, start + indent) if indent else _words(text, start, end))))
    return _without_key(text, start, end) if line.lstrip(" ")[0] not in _OPENERS else None


def _has_odd_indent(text: str, start: int, indent: int) -> bool:
    """An indentation that no line before it has is nobody's neighbour."""
    before = {len(line) - len(line.lstrip(" ")) for line in text[:start].split("\n") if line.strip()}
    return bool(indent) and indent not in before


def _first_indented(text: str, before: int) -> tuple[int, int] | None:
    """The first key's indentation, where it has one: then it is the first line that is wrong, not the one below."""
    first = re.compile(r"^([ ]*)[^\s#]", re.MULTILINE).search(text, 0, before)
    return first.span(1) if first and first[1] else None


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """A line without the space around its words."""
    line = text[start:end]
    return end - len(line.lstrip()), start + len(line.rstrip())


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
