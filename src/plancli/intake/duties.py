"""Duties in running text: （牵头单位：…；责任单位：…）, （市科技局、市财政局按职责分工负责）, X牵头，Y配合.

A bracket that gives no duty is left alone: （试行）, （EOD）, （2025—2027年）. What was unsure has a code: `left-over`
(words in the bracket that are neither), `no-known-unit` (a role whose words do not end like an office's name),
`no-role` (a bracket of units that does not say what they do), `inside-sentence` (the sentence says more),
`named-jointly` (会同), `several-dues` (only the first is read), `unpaired-bracket`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.brackets import CLOSING, OPENING
from plancli.intake.duty_content import (
    LABEL,
    LEGEND,
    TRIM,
    Duties,
    Share,
    all_look_like_units,
    are_units,
    is_role,
    read_content,
    without_due,
)
from plancli.intake.legends import MARKS
from plancli.intake.unit_names import looks_like_unit
from plancli.intake.units import read_units
from plancli.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_END = re.compile(r"[。；;]|[ \t\u3000]*(?:\n|$)")
_PARAGRAPH_END = re.compile(r"[。；;]?[ \t\u3000]*(?:\n|$)")
_NEAR = 20
"""Characters before a bracket in which the name of an office would stand."""
_BEFORE = re.compile("^.*[，。；、：,;:和与及]")
_SAYS_WHO = re.compile("牵头|负责|实施|落实")
_LONGEST = 1500
"""Characters in a bracket, or a sentence, beyond which it is none of duties."""


def read_duties(text: str) -> tuple[Duties, ...]:
    """The duties that a text gives, in order; they do not overlap."""
    found = list(_in_brackets(text))
    spans = [(each.start, each.end) for each in found]
    found += _outside(text, spans)
    return tuple(sorted(found))


def read_cell(text: str) -> tuple[Duties, ...]:
    """The duties that a cell gives which holds nothing else; there 主办 and 会办 say it as well as 牵头 and 配合.

    Args:
        text: The cell.
    """
    if found := read_duties(text):
        return found
    read = read_content(text, is_bare=True)
    return (read._replace(end=len(text)),) if read and "no-known-unit" not in read.unsure else ()


def _in_brackets(text: str) -> Iterator[Duties]:
    """Those in outermost brackets."""
    going: list[int] = []
    for at, char in enumerate(text):
        if char in OPENING:
            going.append(at)
        elif char in CLOSING and going:
            start = going.pop()
            if going or at - start > _LONGEST:
                continue
            if read := read_content(text[start + 1 : at], is_bare=False):
                yield read._replace(start=start, end=at + 1)
            elif read := _list(text, start, at) or _when(text, start, at):
                yield read
    if going and (read := read_content(text[going[0] + 1 : going[0] + _LONGEST].partition("\n")[0], is_bare=False)):
        end = going[0] + 1 + len(text[going[0] + 1 : going[0] + _LONGEST].partition("\n")[0])
        yield read._replace(start=going[0], end=end, unsure=(*read.unsure, "unpaired-bracket"))


def _list(text: str, start: int, end: int) -> Duties | None:
    """What a bracket at a sentence's end says that holds units, and perhaps by when; it is no unit's other name."""
    if not _SENTENCE_END.match(text, end + 1):
        return None
    before, is_last = text[max(start - 1, 0) : start], _PARAGRAPH_END.match(text, end + 1)
    names, due = without_due(LEGEND.sub("", text[start + 1 : end].strip(TRIM)).strip(TRIM))
    if before in {"。", "；", "\n", "", ";"}:
        is_list = is_last and (all_look_like_units(names) if before == "。" else are_units(names))
    else:  # a single one may be another name, or a part, of what stands before it
        is_apart = len(read_units(names).units) > 1 or not looks_like_unit(_BEFORE.sub("", text[:start][-_NEAR:]))
        is_list = is_apart and are_units(names)
    return Duties(start, end + 1, (Share("responsible", "", names),), due, ("no-role",)) if is_list else None


def _when(text: str, start: int, end: int) -> Duties | None:
    """What a bracket says that holds nothing but a deadline, behind another: （市科技局负责）（2026年6月底前）."""
    if not start or text[start - 1] not in CLOSING:
        return None
    rest, due = without_due(text[start + 1 : end].strip(TRIM))
    return Duties(start, end + 1, (), due) if due and not rest else None


def _outside(text: str, spans: list[tuple[int, int]]) -> Iterator[Duties]:
    """Those outside brackets: a line with labels, and clauses such as 由X牵头，Y配合."""
    for start, end in _between(text, spans):
        done = start
        for line in re.finditer(r"[^\n]+", text[start:end]):
            label = _label_at_clause(line.group())
            begin = start + line.start() + (label if label is not None else len(line.group()))
            yield from _in_sentences(text, max(done, start + line.start()), begin)
            until = min(start + line.end(), begin + _LONGEST)
            if label is not None and (read := read_content(text[begin:until], is_bare=False)):
                yield read._replace(start=begin, end=begin + len(text[begin:until].rstrip()))
            done = start + line.end()


def _between(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        yield at, start
        at = end


def _label_at_clause(line: str) -> int | None:
    """Where in a line the first label stands that begins a sentence."""
    for found in LABEL.finditer(line):
        if found.lastgroup == "other":
            continue
        before = line[max(found.start() - 8, 0) : found.start()].rstrip(" \t\u3000")[-1:]
        if not before or before in f"。；;-—·•{MARKS}":
            return found.start()
    return None


def _in_sentences(text: str, start: int, end: int) -> Iterator[Duties]:
    """Clauses that say who leads, where all their words but the role are units."""
    if not _SAYS_WHO.search(text, start, end):
        return
    for sentence in sentences(text[start:end]):
        if len(sentence.text) > _LONGEST or not _SAYS_WHO.search(sentence.text):
            continue
        for at, until in _runs(sentence.text):
            if read := read_content(sentence.text[at:until], is_bare=True):
                begin = start + sentence.start
                is_all = not sentence.text[:at].strip(TRIM) and not sentence.text[until:].strip(TRIM)
                if not is_all and "牵头" not in sentence.text and sentence.text[at : at + 1] not in {"由", "请"}:
                    continue
                codes = read.unsure if is_all else (*read.unsure, "inside-sentence")
                yield read._replace(start=begin + at, end=begin + until, unsure=codes)


def _runs(sentence: str) -> Iterator[tuple[int, int]]:
    """Clauses next to one another that are a role's and nothing else."""
    run: tuple[int, int] | None = None
    for clause in re.finditer("[^，,；;。：:]+", sentence):
        if is_role(clause.group(), goes_on=run is not None) or (run and are_units(clause.group())):
            run = (run[0] if run else clause.start(), clause.end())
        elif run:
            yield run
            run = None
    if run:
        yield run
