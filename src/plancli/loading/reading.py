"""One file of a plan to one mapping: bytes, characters, YAML, in this order, and what is wrong with each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Route
from plancli.loading import faults, misfits
from plancli.loading.allowances import may_allow, read_allowances
from plancli.loading.characters import escaped, forbidden
from plancli.loading.faults import Fault
from plancli.loading.remedies import remedy
from plancli.model.header import ROLES
from plancli.model.plan import HEADER_PATH, REGISTER_PATH
from plancli.source.conflicts import conflicts, may_conflict
from plancli.source.folder import Source, Unreadable
from plancli.source.syntax import explain_first_line
from plancli.source.text import FORBIDDEN, LONE_RETURN, MAX_BYTES, STAND_IN, Undecodable, decode, readable
from plancli.source.yaml import Plain, Problem, Value, locate, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Allowance

Findings = list[tuple[Fault, Finding]]

WHOLE: frozenset[str] = frozenset("*")
"""Stands for all keys of a file, where nobody knows which of them a mistake concerns."""

NONE: frozenset[str] = frozenset()


def read_mapping(
    source: Source, path: str, allowances: list[Allowance]
) -> tuple[dict[str, Value] | None, Findings, frozenset[str]]:
    """Read a file whose root must be a mapping.

    Args:
        source: Where it is.
        path: Which file.
        allowances: Takes up what its comments allow.

    Returns:
        The mapping or None, the findings, and the top-level keys that are not what the file says.
    """
    content = source.read(path)
    if isinstance(content, Unreadable):
        return None, [_unreadable(path, content)], WHOLE
    text = decode(content)
    if isinstance(text, Undecodable):
        return None, [(faults.invalid_encoding, faults.invalid_encoding(path, text))], WHOLE
    if may_conflict(text) and (unresolved := list(_conflicts(path, text))):
        return None, unresolved, WHOLE
    findings: Findings = list(forbidden(path, text)) if "\r" in text or FORBIDDEN.search(text) else []
    text = readable(text) if findings else text
    parsed = parse(text)
    if parsed.problems:
        problems = [each for each in parsed.problems if not (findings and _consequence(text, each))]
        findings += [_problem(path, text, problem) for problem in problems]
    if parsed.value is None and not parsed.whole:
        return None, findings, WHOLE
    if not isinstance(parsed.value, dict) or not parsed.value:
        return None, [*findings, _no_mapping(path, text, parsed.value)], WHOLE
    damaged = _damaged(findings) if findings else NONE
    if "\\" in text and (brought_in := list(_escaped(path, text, parsed.value))):
        findings, damaged = [*findings, *brought_in], WHOLE
    if "#" in text and (" #" in text or "\t#" in text):
        findings += _cut_short(path, text)
    if "#" in text and may_allow(text):
        allowed, invalid = read_allowances(path, text)
        allowances += allowed
        findings += invalid
    return parsed.value, findings, damaged


def _escaped(path: str, text: str, value: Value) -> Iterator[tuple[Fault, Finding]]:
    return escaped(path, (), value, STAND_IN if STAND_IN in text else "")


def _consequence(text: str, problem: Problem) -> bool:
    """What a forbidden character has made unreadable, on its line or seen on the next: of that we speak already."""
    end = text.find("\n", problem.start)
    start = text.rfind("\n", 0, max(text.rfind("\n", 0, problem.start), 0)) + 1
    lines = text[start : end if end >= 0 else None]
    return problem.rule == "invalid_yaml" and (STAND_IN in lines or bool(LONE_RETURN.search(text)))


def _damaged(findings: Findings) -> frozenset[str]:
    """The keys that these concern: a folded value its own, everything else perhaps any."""
    if any(fault is not faults.folded_value for fault, _ in findings):
        return WHOLE
    return frozenset(str(finding.place.route[0]) for _, finding in findings)


_POINTERS = ("version https://git-lfs.github.com/spec/", "/annex/objects/")


def _no_mapping(path: str, text: str, value: Value) -> tuple[Fault, Finding]:
    """A file without keys: empty, or its only line has a full-width colon, which makes it one text."""
    if isinstance(value, str) and value.startswith(_POINTERS):
        return misfits.wrong_type, misfits.wrong_type(Place(path), "root-pointer")
    if isinstance(value, str) and re.fullmatch(r"\S*/\S*\.yaml", value):
        return misfits.wrong_type, misfits.wrong_type(Place(path), "root-link", value)
    if isinstance(value, str) and (found := explain_first_line(text)):
        finding = faults.invalid_yaml(Place(path, span=(found.start, found.end)), found.case, found.facts)
        return faults.invalid_yaml, replace(finding, fix=remedy(path, text, found))
    empty = "root-empty" if path not in {HEADER_PATH, REGISTER_PATH} else "root-empty-needed"
    case = empty if not value or value == Plain("") else "root"
    return misfits.wrong_type, misfits.wrong_type(Place(path), case)


def _unreadable(path: str, why: Unreadable) -> tuple[Fault, Finding]:
    if why.case == "too-large":
        limit = {"limit": f"{MAX_BYTES:,}"}
        return faults.file_too_large, faults.file_too_large(Place(path, span=(0, 0)), "", limit)
    return faults.unreadable_file, faults.unreadable_file(Place(path, span=(0, 0)), why.case, why.reason)


def _conflicts(path: str, text: str) -> Iterator[tuple[Fault, Finding]]:
    for first, last in conflicts(text):
        yield faults.merge_conflict_marker, faults.merge_conflict_marker(path, first, last)


def _problem(path: str, text: str, problem: Problem) -> tuple[Fault, Finding]:
    place = Place(path, span=(problem.start, problem.end))
    match problem.rule:
        case "folded_value":
            finding = faults.folded_value(Place(path, problem.route, span=place.span), problem.case)
        case "duplicate_key":
            first = Place(path, problem.route, "key")
            key = problem.facts["key"]
            finding = faults.duplicate_key(place, key, first, problem.case or ("units" if key in ROLES else ""))
        case "forbidden_character":
            finding = faults.forbidden_character(place, problem.facts["code"], "SURROGATE", 1)
        case "nesting_too_deep":
            finding = faults.nesting_too_deep(place, problem.facts)
        case "forbidden_yaml_feature":
            anchor = Place(path, span=problem.first) if problem.first else None
            finding = faults.forbidden_yaml_feature(place, problem.case, anchor)
        case _:
            finding = _FAULTS[problem.rule](place, problem.case, problem.facts)
            finding = replace(finding, fix=remedy(path, text, problem))
    return _FAULTS[problem.rule], finding


_FAULTS: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        faults.duplicate_key,
        faults.file_too_large,
        faults.folded_value,
        faults.forbidden_character,
        faults.forbidden_yaml_feature,
        faults.invalid_yaml,
        faults.nesting_too_deep,
    )
}


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


_FOR_PLANCLI = re.compile(r"[ \t]*plancli[ \t]*(?:[:：]|allow\b)", re.IGNORECASE).match
"""What nobody writes but in a comment."""


def _cut_short(path: str, text: str) -> Iterator[tuple[Fault, Finding]]:
    for route, node in locate(text).items():
        if node.style != "" or node.start == node.end:
            continue
        behind = re.match(r"([ \t]+)#([^\n]*)", text[node.end : node.end + 200])
        if not behind or behind[2].startswith("!") or _FOR_PLANCLI(behind[2]):
            continue
        comment = len(behind[1]) > 1 or not _is_prose(route)
        if not (comment and (not behind[2] or behind[2][0] in " #")):
            lost = "#" + behind[2].rstrip()
            yield misfits.cut_short_value, misfits.cut_short_value(Place(path, route), lost)


def _is_prose(route: Route) -> bool:
    names = [step for step in route if isinstance(step, str)]
    return bool(names) and names[-1] in PROSE_KEYS
