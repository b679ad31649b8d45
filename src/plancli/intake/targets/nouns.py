"""What a target measures, with the words of the text that set it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.targets import indicators
from plancli.intake.targets.phrases import members

if TYPE_CHECKING:
    from plancli.intake.targets.phrase import Phrase, Span

_SHORT = 3
"""Characters of a noun in a list that may lack what the one before has: 污水收集率、处理率."""
_JOINING = re.compile("^并且?(?![网购联轨行入])|^且")


class Noun(NamedTuple):
    """What is measured.

    Attributes:
        indicator: The noun phrase.
        quote: The words that set its goal.
        unsure: Why a person should look.
        is_yearly: Whether it is asked for every year.
    """

    indicator: str
    quote: tuple[str, ...]
    unsure: tuple[str, ...] = ()
    is_yearly: bool = False


def words(text: str, span: Span) -> str:
    """The words of a span, without what joins them to others."""
    return _JOINING.sub("", text[slice(*span)].strip(" \u3000、，"))


def nouns(text: str, end: int, phrase: Phrase, compared: str, before: str) -> tuple[Noun, ...]:
    """What a phrase sets a goal for; several where each of a list has the same goal, none where nobody can tell.

    Args:
        text: The piece of a sentence that it is in.
        end: Where its clause ends.
        phrase: The phrase.
        compared: The word before its number that compares it.
        before: What the target before measures.
    """
    if phrase.verb != (0, 0):
        found: tuple[Noun, ...] = _of_turn(text, phrase)
    elif phrase.quantity and indicators.is_behind(text[slice(*phrase.head)], text[slice(*phrase.tail)]):
        found = _behind(text, end, phrase)
    else:
        found = _before(text, phrase, compared, before)
    return tuple(each for each in found if indicators.is_sound(each.indicator))


def _behind(text: str, end: int, phrase: Phrase) -> tuple[Noun, ...]:
    """`打造3栋以上绿色楼宇`."""
    noun, is_guess = indicators.behind_number(text[slice(*phrase.head)], text[slice(*phrase.tail)])
    codes = ("indicator-unsure",) if is_guess else ()
    if ending := indicators.kind_ending(noun, text[phrase.tail[1] : end]):
        noun, codes = f"{noun}{ending}", (*codes, "indicator-restored")
    return (Noun(noun, (words(text, (phrase.head[0], phrase.tail[1])),), codes),)


def _before(text: str, phrase: Phrase, compared: str, before: str) -> tuple[Noun, ...]:
    """`绿色贷款余额达1800亿元`."""
    noun = indicators.before_number(text[slice(*phrase.head)], compared)
    each = [noun[slice(*span)] for span in members(noun, (0, len(noun)))]
    if phrase.quantity is None and len(each) > 1 and all(map(indicators.is_measured, each)):
        return _shared(text, phrase, each)
    whole = indicators.restored(noun, before)
    codes = ("indicator-restored",) if whole != noun else ()
    return (Noun(whole, (words(text, (phrase.head[0], phrase.told[1])),), codes),)


def _shared(text: str, phrase: Phrase, each: list[str]) -> tuple[Noun, ...]:
    """`能耗降低、排放降低完成全市计划`: the last one stands right before the goal."""
    goal = words(text, phrase.told)
    last = f"{each[-1]}{goal}"
    return (
        *(Noun(noun, (noun, goal)) for noun in each[:-1]),
        Noun(each[-1], (last,) if last in text else (each[-1], goal)),
    )


def _of_turn(text: str, phrase: Phrase) -> tuple[Noun, ...]:
    """One of `高新技术企业和科技型企业分别达到280家、1560家`."""
    verb, number = words(text, phrase.verb), words(text, phrase.told)
    goal = (f"{verb}{number}",) if phrase.turn == 0 else (verb, number)
    if not phrase.subjects:
        whole = words(text, phrase.head)
        noun = indicators.before_number(whole, "")
        inside = noun or indicators.before_number(verb.removeprefix("分别"), "")
        return (Noun(inside, (whole, *goal) if noun else goal, ("indicator-unsure",)),)
    written = [words(text, span) for span in phrase.subjects]
    subject, last = (indicators.before_number(each, "") for each in (written[phrase.turn], written[-1]))
    noun, is_put_together = indicators.shared_ending(subject, last)
    if indicators.is_change(verb):
        noun += verb.removeprefix("分别")
    codes = ("indicator-restored",) if is_put_together else ("indicator-unsure",) if len(noun) <= _SHORT else ()
    return (Noun(noun, (written[phrase.turn], *goal), codes, is_yearly=written[-1].endswith("年均")),)
