"""What a target measures, with the words of the text that set it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.targets import completed, indicators
from plancli.intake.targets.phrases import members

if TYPE_CHECKING:
    from plancli.intake.targets.phrase import Phrase, Span

_LOOKED_AT = 4
"""Members of a list that tell what its last one says for all."""
_SHORT = 3
"""Characters of a noun in a list that may lack what the one before has: 污水收集率、处理率."""
_OF_EACH = re.compile("、.*各(?:[达不超]|$)|[和与及].*各$")
"""免费筛查宫颈癌、乳腺癌各2万人次: two goals in one."""
_BARE = re.compile("总?产[量值]|单产")
"""Nouns that do not say of what: 总产量 behind 粮食播种面积."""
_SIZES = re.compile("(?:[兆千]瓦|[^方]米|^米|吨|升|首)$")
"""Units that may say how large one thing is: 首台16兆瓦风机."""
_NUMBER_OF_ITEM = re.compile(
    "(?:[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|[0-9]{1,2}[.．](?![0-9])|[①-⑳])\\s*"
)
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


class Before(NamedTuple):
    """The target before, from which a clause may leave out what it measures.

    Attributes:
        indicator: What it measures; empty where there is none, or nobody can tell.
        unit: In what; empty of a statement.
    """

    indicator: str = ""
    unit: str = ""


def words(text: str, span: Span) -> str:
    """The words of a span, without what joins them to others, and without the number of an item: 1.新建公园5个."""
    told = text[slice(*span)].strip(" \u3000、，")
    joining = _JOINING.match(told) or _NUMBER_OF_ITEM.match(told)
    return told[joining.end() :] if joining else told


def nouns(text: str, end: int, phrase: Phrase, compared: str, before: Before) -> tuple[Noun, ...]:
    """What a phrase sets a goal for; several where each of a list has the same goal, none where nobody can tell.

    Args:
        text: The piece of a sentence that it is in.
        end: Where its clause ends.
        phrase: The phrase.
        compared: The word before its number that compares it.
        before: The target before.
    """
    if phrase.verb != (0, 0):
        found: tuple[Noun, ...] = _of_turn(text, phrase)
    elif phrase.quantity and (inside := _around(text, phrase, compared)):
        found = (inside,)
    elif phrase.quantity and indicators.is_behind(text[slice(*phrase.head)], text[slice(*phrase.tail)]):
        found = _behind(text, end, phrase)
    else:
        found = _before(text, phrase, compared, before)
    return tuple(each for each in found if indicators.is_sound(each.indicator))


def _around(text: str, phrase: Phrase, compared: str) -> Noun | None:
    """`新建城区5个口袋公园`, `为2000名残疾人提供康复服务`."""
    head, tail = text[slice(*phrase.head)], text[slice(*phrase.tail)]
    quote = (words(text, (phrase.head[0], phrase.tail[1])),)
    if done := indicators.done_to(head, tail):
        return Noun(done, quote, ("indicator-unsure",))
    if compared or indicators.is_behind(head, tail):
        return None
    noun = indicators.around_number(head, tail)
    is_size = phrase.quantity is not None and _SIZES.search(phrase.quantity.unit + "首" * ("首" in head))
    return Noun(noun, quote, ("indicator-unsure",) if is_size else ()) if noun else None


def _behind(text: str, end: int, phrase: Phrase) -> tuple[Noun, ...]:
    """`打造3栋以上绿色楼宇`."""
    noun, is_guess = indicators.behind_number(text[slice(*phrase.head)], text[slice(*phrase.tail)])
    codes = ("indicator-unsure",) if is_guess else ()
    if ending := completed.kind_ending(noun, text[phrase.tail[1] : end]):
        noun, codes = f"{noun}{ending}", (*codes, "indicator-restored")
    return (Noun(noun, (words(text, (phrase.head[0], phrase.tail[1])),), codes),)


def _before(text: str, phrase: Phrase, compared: str, before: Before) -> tuple[Noun, ...]:
    """`绿色贷款余额达1800亿元`."""
    noun = indicators.before_number(text[slice(*phrase.head)], compared)
    if not noun and (done := indicators.what_is_done(text[slice(*phrase.head)])):
        return (Noun(done, (words(text, (phrase.head[0], phrase.told[1])),), ("indicator-unsure",)),)
    each = [noun[slice(*span)] for span in members(noun, (0, len(noun)))]
    if phrase.quantity is None and len(each) > 1 and all(map(indicators.is_measured, each)):
        return _shared(text, phrase, each)
    is_same = phrase.quantity is None or phrase.quantity.unit == before.unit
    whole = completed.restored(noun, before.indicator, is_same=is_same)
    is_share = phrase.quantity is not None and phrase.quantity.unit == "%"
    is_odd = is_share and not text[slice(*phrase.head)].endswith("的") and not indicators.is_share(whole)
    codes = [
        *(["indicator-restored"] if whole != noun else []),
        *(
            ["indicator-unsure"]
            if is_odd
            or _BARE.fullmatch(whole)
            or indicators.has_predicate(whole)
            or _OF_EACH.search(text[slice(*phrase.head)])
            else []
        ),
    ]
    return (Noun(whole, (words(text, (phrase.head[0], phrase.told[1])),), tuple(codes)),)


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
        codes = () if phrase.is_dated and noun else ("indicator-unsure",)
        return (Noun(inside, (whole, *goal) if noun else goal, codes),)
    written = words(text, phrase.subjects[phrase.turn])
    noun, code = _member(text, phrase)
    change = indicators.before_number(verb.removeprefix("分别"), "")
    if indicators.is_change(change):
        noun += change
    is_yearly = text[slice(*phrase.subjects[-1])].endswith("年均")
    return (Noun(noun, (written, *goal), (code,) if code else (), is_yearly=is_yearly),)


def _member(text: str, phrase: Phrase) -> tuple[str, str]:
    """The subject whose turn it is, with what only the last one says; and a doubt, or none."""
    spans = [*phrase.subjects[:-1][:_LOOKED_AT], phrase.subjects[phrase.turn], phrase.subjects[-1]]
    *others, noun, last = (indicators.before_number(words(text, span), "") for span in spans)
    if phrase.turn == len(phrase.subjects) - 1:
        is_cut = len(noun) <= (len(others[0]) // 2 if noun[-1:] == others[0][-1:] else _SHORT)
        return noun, "indicator-unsure" if is_cut else ""
    if ending := completed.shared_ending([*others, last]):
        return noun + ending, "indicator-restored"
    # of 化学需氧量、氨氮、氮氧化物减排量 the first looks whole, and the second shows that it is not
    are_whole = all(each[-1:] == last[-1:] or indicators.is_measured(each) for each in (*others, noun))
    return noun, "" if are_whole else "indicator-unsure"
