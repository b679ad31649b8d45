"""Targets beside the words that set them, read once for all rules that compare the two."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plancli.checks.once import once
from plancli.diagnostics import Place
from plancli.model.plan import Plan, task_path
from plancli.prose.quantities import Quantity, amounts, goes_on, quantities
from plancli.prose.sentences import Sentence, locate_quote, quote_places, sentences
from plancli.prose.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plancli.model.task import Target, Task

Span = tuple[int, int]
"""A range of a text's characters."""


class Quoted(NamedTuple):
    """A target, and where the task's text says it, or one of the columns that its notes keep (2026年目标).

    Attributes:
        task: Its task.
        position: Its place among the task's targets.
        target: The target.
        heading: The note that says it; empty where the text does.
        spans: Where the quote's fragments stand in either; None where they do not.
        figure: Where there the number and unit stand that are the target's.
        sentence: What the quote stands in; empty where it does not.
    """

    task: Task
    position: int
    target: Target
    heading: str
    spans: tuple[Span, ...] | None
    figure: Span | None
    sentence: Sentence

    def place(self, *route: str | int) -> Place:
        """The target in its file, or something in it."""
        return Place(task_path(self.task.id), ("targets", self.position, *route))

    @property
    def text(self) -> str:
        """The text, or the note, that says it."""
        return self.task.notes[self.heading] if self.heading else self.task.text

    def words(self, span: Span) -> Place:
        """Words of it."""
        return Place(task_path(self.task.id), ("notes", self.heading) if self.heading else ("text",), chars=span)

    @property
    def stands_once(self) -> bool:
        """Whether there is but one place in it that the quote can mean."""
        quote = self.target.quote
        return sum(1 for _ in quote_places(self.text, quote)) == len(quote)


@once
def quoted_targets(plan: Plan) -> tuple[Quoted, ...]:
    """Every target of a plan, in reading order."""
    return tuple([quoted for task in plan.tasks if task.targets for quoted in _quoted(task)])


def said_targets(plan: Plan) -> Iterator[tuple[Quoted, Span]]:
    """Targets that the text says as the file does, as far as number and unit go; where it says the number.

    Of the others another rule speaks: one mistake is told once.
    """
    for quoted in quoted_targets(plan):
        if quoted.figure:
            yield quoted, quoted.figure
        elif quoted.spans and quoted.target.value is None:
            yield quoted, quoted.spans[-1]


def _quoted(task: Task) -> Iterator[Quoted]:
    sentence = _NOWHERE
    for position, target in enumerate(task.targets):
        spans = locate_quote(task.text, target.quote)
        figure = _figure(target, spans) if spans else None
        if spans is None or (figure is None and task.notes and target.value is not None):
            in_notes = _in_notes(task, position, target)
            if spans is None or in_notes.figure:  # the 2 of a column of numbers stands in 2027年 of the text as well
                yield in_notes
                continue
        if not sentence.start <= spans[0][0] < sentence.start + len(sentence.text):
            sentence = _sentence_at(task.text, spans[0][0])
        yield Quoted(task, position, target, "", spans, figure, sentence)


def _in_notes(task: Task, position: int, target: Target) -> Quoted:
    """A target that the text does not state, and the first note that does, or that has its words at least."""
    first = Quoted(task, position, target, "", None, None, _NOWHERE)
    for heading, text in task.notes.items():
        if spans := locate_quote(text, target.quote):
            bare = None if (figure := _figure(target, spans)) else _bare(target, text)
            if bare:
                spans, figure = (bare[0],), bare[1]
            found = Quoted(task, position, target, heading, spans, figure, _sentence_at(text, spans[0][0]))
            if figure:
                return found
            first = found if first.spans is None else first
    return first


def _bare(target: Target, note: str) -> tuple[Span, Span] | None:
    """Where a column of numbers states the target's value, whose unit stands in another column: 47.0 beside %.

    Returns:
        Where the quote is that line, and where its number.
    """
    if len(target.quote) > 1 or target.value is None or target.value.high is not None:
        return None
    for start, end in quote_places(note, target.quote):
        is_line = note[start - 1 : start] in {"", "\n"} and note[end : end + 1] in {"", "\n"}
        found = _BARE.fullmatch(note, start, end) if is_line else None
        if found and Decimal(found["number"].replace(",", "")) == target.value.low:
            return (start, end), found.span("number")
    return None


_NOWHERE = Sentence("", 0)
_BARE = re.compile(
    "(?:[≥≤<>＜＞]|不低于|不少于|不高于|不超过|达到?|累计|约)?\\s*(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}(?:\\.[0-9]{1,6})?)"
    "\\s*(?:以[上下内]|左右)?"
)
"""A cell that is a number and nothing else."""


def _sentence_at(text: str, at: int) -> Sentence:
    """The sentence that a place of a text is in; mostly it is the line."""
    start = text.rfind("\n", 0, at) + 1
    line, _, _ = text[start:].partition("\n")
    within = [Sentence(each.text, start + each.start) for each in sentences(line)]
    return next((each for each in reversed(within) if each.start <= at), _NOWHERE)


def _figure(target: Target, spans: tuple[Span, ...]) -> Span | None:
    """Where the text states the target's value in its unit."""
    value, unit = target.value, target.unit
    if value is None or unit is None:
        return None
    written = f"{value}{unit}"
    for fragment, (start, _) in zip(target.quote, spans, strict=True):
        if (at := _as_written(fragment, written, unit)) is not None:
            return start + at, start + at + len(written)
    of_each = _of_each(target)
    for reading in (amounts, _any_unit, spelled):
        for fragment, (start, _) in zip(target.quote, spans, strict=True):
            for quantity in reading(fragment, unit):
                if any(quantity.equals(value.low, value.high, each) for each in (unit, *of_each)):
                    return start + quantity.start, start + quantity.end
    return None


def _of_each(target: Target) -> tuple[str, ...]:
    """A unit without what it is divided by, where the words do the dividing: 每万人口…12件 is 12件/万人."""
    counted, _, by = (target.unit or "").partition("/")
    said = by and any(f"每{by}" in words for words in (target.indicator, *target.quote))
    return (counted,) if said else ()


def _as_written(fragment: str, written: str, unit: str) -> int | None:
    """Where a fragment has just these words, so that most numbers need not be read; not as a part of other ones."""
    at = fragment.find(written)
    if at < 0 or _NUMBER_GOES_ON(fragment[max(0, at - 2) : at]):
        return None
    behind = at + len(written)
    return None if behind < len(fragment) and _unit_goes_on(unit)(fragment, behind) else at


@lru_cache(maxsize=256)
def _unit_goes_on(unit: str) -> Callable[[str, int], re.Match[str] | None]:
    return re.compile(goes_on(unit)).match


_NUMBER_GOES_ON = re.compile("[0-9.,．，–—―－~～-]$|[0-9%％十百千万亿年月日][到至]$").search


def _any_unit(fragment: str, _: str) -> Iterator[Quantity]:
    return quantities(fragment)
