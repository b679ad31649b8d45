"""A clause with its sentence around it: until when, how firmly, how compared, of what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from plancli.intake.targets import indicators
from plancli.intake.targets.nouns import nouns, words
from plancli.intake.targets.phrases import phrases
from plancli.prose.commitment import aim_of
from plancli.prose.comparators import comparison, creates, falls
from plancli.prose.deadlines import deadlines
from plancli.prose.recurrence import every_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from plancli.intake.targets.nouns import Noun
    from plancli.intake.targets.phrase import Phrase, Span
    from plancli.prose.deadlines import Deadline


class Found(NamedTuple):
    """A target that a text sets, or what only looks like one.

    Attributes:
        keys: What the file says of it, but for its id; empty where it is none.
        words: The clause that sets it, as written.
        unsure: Why a person should look.
    """

    keys: dict[str, Any]
    words: str
    unsure: tuple[str, ...] = ()


class Clause(NamedTuple):
    """A clause that may set targets.

    Attributes:
        sentence: The sentence that it is in.
        text: The piece of it, between ；.
        mask: The piece, with what brackets and quotation marks hold masked.
        offset: Where in the sentence the piece begins.
        span: Where in the piece the clause stands.
        due: Until when the task as a whole is to be done.
    """

    sentence: str
    text: str
    mask: str
    offset: int
    span: Span
    due: str

    def targets(self, inside: list[Phrase], before: str) -> Iterator[Found]:
        """What it sets.

        Args:
            inside: Its numbers.
            before: What the target before measures.
        """
        first = inside[0].told[0] if inside else self.span[1]
        clause = (self._behind_deadline((self.span[0], first)), self.span[1])
        for phrase in phrases(self.text, self.mask, clause, inside):
            for found in self._of(phrase, before):
                before = found.keys.get("indicator", before)
                yield found

    def _of(self, phrase: Phrase, before: str) -> Iterator[Found]:
        phrase = phrase._replace(head=(self._behind_deadline(phrase.head), phrase.head[1]))
        due, codes = self._due(phrase)
        told = words(self.text, (phrase.told[0] if phrase.turn else phrase.head[0], phrase.tail[1]))
        measured = nouns(self.text, self.span[1], phrase, self._compared(phrase), before)
        if codes and not self._is_promise(phrase, measured):
            return
        if not due or not measured:
            yield Found({}, told, ("no-indicator" if due else "no-due",))
            return
        for noun in measured:
            keys, unsure = self._keys(phrase, noun, due)
            yield Found(keys, told, tuple(dict.fromkeys((*codes, *noun.unsure, *unsure))))

    def _is_promise(self, phrase: Phrase, measured: tuple[Noun, ...]) -> bool:
        """Whether a number in a sentence without a deadline is one to be reached: 新建公园15个, 覆盖率达到90%."""
        if phrase.quantity is None:
            return False
        clause = self.text[slice(*self.span)]
        return creates(clause) or bool(
            self._compared(phrase) and any(indicators.is_measured(each.indicator) for each in measured)
        )

    def _keys(self, phrase: Phrase, noun: Noun, due: int | str) -> tuple[dict[str, Any], tuple[str, ...]]:
        """What the file says of a target, and why a person should look."""
        goal, unsure = self._goal(phrase, noun)
        indicator, scope = indicators.scoped(noun.indicator)
        at = self.offset + phrase.told[0]
        keys = {
            "indicator": indicator,
            **goal,
            "due": due,
            "quote": noun.quote[0] if len(noun.quote) == 1 else list(noun.quote),
        }
        if aim_of(self.sentence, at):
            keys["commitment"] = "aim"
        if every_year(self.sentence, at) or noun.is_yearly:
            keys["per"] = "year"
        if scope:
            keys["scope"] = scope
        return {**keys, "confirmed": False}, unsure

    def _behind_deadline(self, head: Span) -> int:
        """Where a head begins behind its deadline; a noun that stands before that one is not cut off."""
        start = head[0]
        for each in deadlines(self.sentence):
            begin, end = each.start - self.offset, each.end - self.offset
            ahead = self.text[start:begin].rstrip("到至于在").strip(" 、")
            if head[0] <= begin and end <= head[1] and indicators.is_without_noun(ahead):
                start = end
        return start

    def _due(self, phrase: Phrase) -> tuple[int | str | None, tuple[str, ...]]:
        """Until when, and why that is unsure."""
        at = self.offset + phrase.told[0]
        ruling = [each for each in deadlines(self.sentence) if each.end <= at and each.rules(self.sentence, at)]
        if not ruling:
            return _as_due(self.due), ("due-of-row",)
        listed = [each for each in ruling if re.fullmatch("[到至于在、和与]*", self._between(each, ruling[-1]))]
        if phrase.verb != (0, 0) and len(listed) > 1:
            each = listed[phrase.turn] if phrase.turn < len(listed) and not phrase.subjects else listed[-1]
            return _as_due(each.due), () if each is not listed[-1] or not phrase.subjects else ("several-deadlines",)
        return _as_due(ruling[-1].due), ()

    def _between(self, one: Deadline, two: Deadline) -> str:
        """What stands between two deadlines but for those between them, or in the first itself."""
        return re.sub("20[0-9]{2}年?[底末前]*", "", self.sentence[one.end : two.start]) if one is not two else ""

    def _compared(self, phrase: Phrase) -> str:
        """The word before a number that compares it."""
        if phrase.quantity is None:
            return ""
        said = comparison(self.sentence, self.offset + phrase.quantity.start, self.offset + phrase.quantity.end)
        return said.words.partition("…")[0] if said else ""

    def _goal(self, phrase: Phrase, noun: Noun) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The number and how it is compared, or the words that stand for one."""
        quantity = phrase.quantity
        if quantity is None:
            return {"statement": phrase.statement}, ()
        said = comparison(self.sentence, self.offset + quantity.start, self.offset + quantity.end)
        codes = ["unit-unsure"] if phrase.is_bare else []
        if said is None:
            codes.append("said-roughly")
        elif said.comparator == "at-least" and not said.is_firm and _may_be_ceiling(noun.indicator):
            codes.append("maybe-ceiling")
        comparator = said.comparator if said else "at-least"
        value: Any = _number(quantity.low)
        if quantity.high is not None:
            comparator, value = "between", [value, _number(quantity.high)]
        return {"comparator": comparator, "value": value, "unit": quantity.unit}, tuple(codes)


def _may_be_ceiling(indicator: str) -> bool:
    """Whether less would be better of what is measured: 浓度, and not 浓度下降."""
    return falls(indicator) and not indicators.is_change(indicator)


def _as_due(due: str | None) -> int | str | None:
    return int(due) if due and due.isdigit() else due or None


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
