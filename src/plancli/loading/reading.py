"""One file of a plan to one mapping: bytes, characters, YAML, in this order, and what is wrong with each."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Route
from plancli.loading import faults
from plancli.loading.allowances import MARK, read_allowances
from plancli.loading.faults import Fault
from plancli.source.folder import Source, Unreadable
from plancli.source.syntax import explain_first_line
from plancli.source.text import CONFLICT, FORBIDDEN, MAX_BYTES, Undecodable, decode, readable
from plancli.source.yaml import Plain, Problem, Value, locate, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Allowance

Findings = list[tuple[Fault, Finding]]


def read_mapping(
    source: Source, path: str, allowances: list[Allowance]
) -> tuple[dict[str, Value] | None, Findings, bool]:
    """Read a file whose root must be a mapping.

    Args:
        source: Where it is.
        path: Which file.
        allowances: Takes up what its comments allow.

    Returns:
        The mapping or None, the findings, and whether the mapping is all that the file says.
    """
    content = source.read(path)
    if isinstance(content, Unreadable):
        return None, [_unreadable(path, content)], False
    text = decode(content)
    if isinstance(text, Undecodable):
        return None, [(faults.invalid_encoding, faults.invalid_encoding(path, text))], False
    if "<<<<<<<" in text and (conflicts := list(_conflicts(path, text))):
        return None, conflicts, False
    findings: Findings = []
    if FORBIDDEN.search(text):
        findings += _forbidden_characters(path, text)
        text = readable(text)
    parsed = parse(text)
    findings += [_problem(path, problem) for problem in parsed.problems]
    whole = parsed.whole and not findings
    value = parsed.value
    if value is None and not parsed.whole:
        return None, findings, False
    if not isinstance(value, dict):
        findings.append(_no_mapping(path, text, value))
        return None, findings, False
    if "\\" in text:
        findings += (escaped := list(_escaped(path, (), value)))
        whole = whole and not escaped
    if " #" in text:
        findings += _cut_short(path, text)
    if MARK in text:
        allowed, invalid = read_allowances(path, text)
        allowances += allowed
        findings += invalid
    return value, findings, whole


def _no_mapping(path: str, text: str, value: Value) -> tuple[Fault, Finding]:
    """A file without keys: empty, or its only line has a full-width colon, which makes it one text."""
    if isinstance(value, str) and (found := explain_first_line(text)):
        return faults.invalid_yaml, faults.invalid_yaml(
            Place(path, span=(found.start, found.end)), found.case, found.facts
        )
    case = "root-empty" if value is None or value == Plain("") else "root"
    return faults.wrong_type, faults.wrong_type(Place(path), case)


def _unreadable(path: str, why: Unreadable) -> tuple[Fault, Finding]:
    if why.case == "too-large":
        limit = {"limit": f"{MAX_BYTES:,}"}
        return faults.file_too_large, faults.file_too_large(Place(path, span=(0, 0)), "", limit)
    return faults.unreadable_file, faults.unreadable_file(Place(path, span=(0, 0)), why.case, why.reason)


def _conflicts(path: str, text: str) -> Iterator[tuple[Fault, Finding]]:
    for conflict in CONFLICT.finditer(text):
        lines = conflict.group().split("\n")
        last = (conflict.end() - len(lines[-1]), conflict.end()) if len(lines) > 1 else None
        first = (conflict.start(), conflict.start() + len(lines[0].rstrip("\r")))
        yield faults.merge_conflict_marker, faults.merge_conflict_marker(path, first, last)


def _forbidden_characters(path: str, text: str) -> Iterator[tuple[Fault, Finding]]:
    """Each character once, where it first stands: a file full of them has one mistake, not a thousand."""
    for char in dict.fromkeys(FORBIDDEN.findall(text)):
        at = text.index(char)
        place = Place(path, span=(at, at + 1))
        yield faults.forbidden_character, faults.forbidden_character(place, *_named(char), text.count(char))


def _escaped(path: str, route: Route, value: Value) -> Iterator[tuple[Fault, Finding]]:
    """Characters that a double-quoted text brings in by escapes."""
    if isinstance(value, str):
        for char in dict.fromkeys(FORBIDDEN.findall(value)):
            finding = faults.forbidden_character(Place(path, route), *_named(char), value.count(char))
            yield faults.forbidden_character, finding
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _escaped(path, (*route, key), each)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _escaped(path, (*route, index), each)


_CONTROLS = {
    "\0": "NUL",
    "\x08": "BACKSPACE",
    "\x0b": "VERTICAL TAB",
    "\x0c": "FORM FEED",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
}


def _named(char: str) -> tuple[str, str]:
    """Code point and Unicode name: `U+202E`, `RIGHT-TO-LEFT OVERRIDE`."""
    name = _CONTROLS.get(char, "NONCHARACTER" if char in "\ufffe\uffff" else "CONTROL CHARACTER")
    return f"U+{ord(char):04X}", unicodedata.name(char, name)


def _problem(path: str, problem: Problem) -> tuple[Fault, Finding]:
    place = Place(path, span=(problem.start, problem.end))
    if problem.rule == "duplicate_key":
        first = Place(path, problem.route, "key")
        return faults.duplicate_key, faults.duplicate_key(place, problem.facts["key"], first)
    if problem.rule == "forbidden_character":
        return faults.forbidden_character, faults.forbidden_character(place, problem.facts["code"], "SURROGATE", 1)
    if problem.rule == "nesting_too_deep":
        return faults.nesting_too_deep, faults.nesting_too_deep(place, problem.facts)
    if problem.rule == "file_too_large":
        return faults.file_too_large, faults.file_too_large(place, problem.case, problem.facts)
    if problem.rule == "forbidden_yaml_feature":
        return faults.forbidden_yaml_feature, faults.forbidden_yaml_feature(place, problem.case)
    return faults.invalid_yaml, faults.invalid_yaml(place, problem.case, problem.facts)


PROSE_KEYS = {
    "title",
    "text",
    "quote",
    "indicator",
    "statement",
    "duty",
    "heading",
    "scope",
    "what",
    "leader",
}
"""Keys of free text: what a ` #` takes away from others is missed when they are checked."""


def _cut_short(path: str, text: str) -> Iterator[tuple[Fault, Finding]]:
    for route, node in locate(text).items():
        if node.style != "" or node.start == node.end:
            continue
        behind = re.match(r"([ \t]+)#([^\n]*)", text[node.end : node.end + 200])
        if not behind or behind[2].startswith("!"):
            continue
        comment = len(behind[1]) > 1 or not _is_prose(route)
        if not (comment and (not behind[2] or behind[2][0] in " #")):
            lost = "#" + behind[2].rstrip()
            yield faults.cut_short_value, faults.cut_short_value(Place(path, route), lost)


def _is_prose(route: Route) -> bool:
    names = [step for step in route if isinstance(step, str)]
    return bool(names) and names[-1] in PROSE_KEYS
