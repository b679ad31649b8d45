"""A clause with its sentence around it: until when, how firmly, how compared, of what."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from plancli.intake.targets import indicators
from plancli.intake.targets.asking import is_asked_for
from plancli.intake.targets.completed import is_stage
from plancli.intake.targets.nouns import Before, nouns, words
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
    from plancli.prose.comparators import Comparison
    from plancli.prose.deadlines import Deadline
    from plancli.prose.quantities import Quantity


_YEAR_ALONE = re.compile("20[0-9]{2}年度?")
"""2026年新建学校10所，改扩建学校15所: the year is said of the first, and meant of both."""
_FORESEEN = re.compile("预计[^，]{0,12}可")
_YEAR = 4
"""Digits of a year, with which a deadline begins."""
_LISTED = 12
"""Deadlines that may stand in one list."""
_LISTS = re.compile("[到至于在、和与]*")
_WINDOW = 12
"""Characters before a number in which the word that compares it stands."""
_DESCRIBES = re.compile(
    "(?:建成|建造|竣工|投产|投用|投运|注册|成立|生产|登记|批准|核准|备案|出让|取得|签订|认定|入库|存在|发生)[^，。；、0-9]{0,4}的"
)
_REACHES = re.compile(
    "(?:达到?|位居|位列|进入|升至|跃居|保持在?|稳定在?)(?:.{0,6}(?:类|级|前.{1,3}|第.{1,2}))$|同步$|翻[一两二三]?番$|[清归为]零$|[:：∶][0-9.]{1,5}(?:以[内上下]|左右)?$"
)
"""What stands before a grade or a rank that is to be reached: 水质稳定达到Ⅲ类."""
_DETAIL = re.compile("(?:涉及|总?投资|占|共|合计|其中|约|每|单|平均|同比|比上年|项目)")
"""How a clause begins that describes what the one before asks for: 涉及居民8600户, 总投资5亿元."""
_OBLIGES = re.compile("(?:不少于|不低于|至少)$")
_AT_END = 6
"""Characters at the end of an indicator that say what it is: of 隐患排查率 no 污染."""
_GROWS = re.compile(
    "(?:投入|投资|产出)强度$|(?:防治|治理|整治|改造|工程|项目|行动|化解|清理|清收|清欠|处置|消化)$|(?:利用|处置|治理|处理|修复|达标|合格|保持|办结|化解|标准|控制|覆盖|回收|支付|报销|扣除|排查)"
    "[^，、]{0,4}(?:率|比例|占比|比重|面积|能力|量)$"
)
"""What grows, although something that shall fall is a part of its name: 水土流失治理面积."""


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

    @property
    def before(self) -> Before:
        """What a clause behind it may leave out."""
        return Before(self.keys.get("indicator", ""), self.keys.get("unit", ""))


class When(NamedTuple):
    """What is known of the numbers of a text that it does not say itself.

    Attributes:
        due: Until when the task as a whole is to be done.
        begins: The plan's first year.
        is_asked: Whether they stand where numbers are asked for.
    """

    due: str
    begins: int
    is_asked: bool


class Clause(NamedTuple):
    """A clause that may set targets.

    Attributes:
        sentence: The sentence that it is in.
        text: The piece of it, between ；.
        mask: The piece, with what brackets and quotation marks hold masked.
        offset: Where in the sentence the piece begins.
        span: Where in the piece the clause stands.
        when: What else is known of its numbers.
    """

    sentence: str
    text: str
    mask: str
    offset: int
    span: Span
    when: When

    def targets(self, inside: list[Phrase], before: Before) -> Iterator[Found]:
        """What it sets.

        Args:
            inside: Its numbers.
            before: The target before.
        """
        first = inside[0].told[0] if inside else self.span[1]
        clause = (self._behind_deadline((self.span[0], first)), self.span[1])
        for phrase in phrases(self.text, self.mask, clause, inside):
            for found in self._of(phrase, before):
                before = found.before
                yield found

    def _of(self, phrase: Phrase, before: Before) -> Iterator[Found]:
        phrase = phrase._replace(head=(self._behind_deadline(phrase.head), phrase.head[1]))
        due, is_dated, codes = self._due(phrase)
        phrase = phrase._replace(is_dated=is_dated)
        told = words(self.text, (phrase.told[0] if phrase.turn else phrase.head[0], phrase.tail[1]))
        measured = nouns(self.text, self.span[1], phrase, self._compared(phrase), before)
        if codes and not self._is_promise(phrase, measured, before):
            if not self._goes_on(phrase, before):
                is_goal = phrase.quantity or _REACHES.search(self.text[slice(*phrase.head)] + phrase.statement)
                if is_goal and not told.startswith("其中"):
                    yield Found({}, told, ("not-asked",))
                return
            codes = (*codes, "asked-before")
        if why := self._lacks(due, measured):
            yield Found({}, told, (why,))
            return
        for noun in measured:
            keys, unsure = self._keys(phrase, noun, due or "")
            yield Found(keys, told, tuple(dict.fromkeys((*codes, *noun.unsure, *unsure))))

    def _lacks(self, due: int | str | None, measured: tuple[Noun, ...]) -> str:
        """Why there is no target; empty where there is one."""
        if not due:
            return "no-due"
        if int(str(due)[:_YEAR]) < self.when.begins:
            return "before-plan"
        return "" if measured else "no-indicator"

    def _is_promise(self, phrase: Phrase, measured: tuple[Noun, ...], before: Before) -> bool:
        """Whether a number in a sentence without a deadline is one to be reached: 新建公园15个, 覆盖率达到90%."""
        if phrase.quantity is None or self.when.is_asked:
            return self.when.is_asked
        clause = self.text[slice(*self.span)]
        head = self.text[self.span[0] : phrase.told[0]]
        if _FORESEEN.search(head):
            return False
        if creates(clause) or is_asked_for(head) or _OBLIGES.search(head) or is_stage(head):
            return True
        if indicators.done_to(head, self._tail(phrase)) or (clause.startswith("其中") and before.indicator):
            return True
        if any(indicators.is_change(each.indicator) for each in measured):
            return "同比" not in clause
        is_compared = bool(self._compared(phrase)) or phrase.quantity.unit == "%"
        return is_compared and any(indicators.is_measured(each.indicator) for each in measured)

    def _goes_on(self, phrase: Phrase, before: Before) -> bool:
        """Whether a number stands behind one that is asked for, and alike: 新增龙头企业3户，合作社10户."""
        clause = self.text[slice(*self.span)]
        is_alike = phrase.quantity is not None and phrase.told[1] == self.span[1]
        return is_alike and bool(before.indicator) and not _DETAIL.match(clause)

    def _keys(self, phrase: Phrase, noun: Noun, due: int | str) -> tuple[dict[str, Any], tuple[str, ...]]:
        """What the file says of a target, and why a person should look."""
        goal, unsure = self._goal(phrase, noun)
        indicator, scope = indicators.scoped(noun.indicator)
        scope = scope or indicators.counted_over(self.text[slice(*phrase.head)])
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
        elif indicators.is_yearly(self.text[self.span[0] : phrase.told[0]]):
            unsure = (*unsure, "maybe-yearly")
        if scope:
            keys["scope"] = scope
        return {**keys, "confirmed": False}, unsure

    def _behind_deadline(self, head: Span) -> int:
        """Where a head begins behind its deadline; a noun that stands before that one is not cut off."""
        start = head[0]
        for each in _deadlines(self.sentence):
            begin, end = each.start - self.offset, each.end - self.offset
            ahead = self.text[start:begin].rstrip("到至于在").strip(" 、")
            if head[0] <= begin and end <= head[1] and indicators.is_without_noun(ahead):
                start = end
        return start

    def _due(self, phrase: Phrase) -> tuple[int | str | None, bool, tuple[str, ...]]:
        """Until when, whether each number of a list has a deadline of its own, and why that is unsure."""
        at = self.offset + phrase.told[0]
        ahead = [each for each in _deadlines(self.sentence) if each.end <= at]
        last = next((each for each in reversed(ahead) if each.rules(self.sentence, at)), None)
        if last is None and ahead and ahead[-1].year < self.when.begins:
            last = ahead[-1]  # the facts of a year go on to the sentence's end
        if last is None and ahead and _YEAR_ALONE.fullmatch(ahead[-1].words):
            return _as_due(ahead[-1].due), False, ("due-of-clause",)
        if last is None:
            return _as_due(self.when.due), False, ("due-of-row",)
        if phrase.turns > 1:
            listed = [each for each in ahead[-_LISTED:] if _LISTS.fullmatch(self._between(each, last))]
            if len(listed) == phrase.turns and not phrase.subjects:
                return _as_due(listed[phrase.turn].due), True, ()
            return _as_due(last.due), False, ("several-deadlines",) if len(listed) > 1 else ()
        return _as_due(last.due), False, ()

    def _between(self, one: Deadline, two: Deadline) -> str:
        """What stands between two deadlines but for those between them, or in the first itself."""
        return re.sub("20[0-9]{2}年?[底末前]*", "", self.sentence[one.end : two.start]) if one is not two else ""

    def _compared(self, phrase: Phrase) -> str:
        """The word before a number that compares it."""
        said = self._said(phrase.quantity)[0] if phrase.quantity else None
        return said.words.partition("…")[0] if said else ""

    def _said(self, quantity: Quantity) -> tuple[Comparison | None, bool]:
        """What compares a number, and whether the text is sure of it: 降至13.5%左右 is a ceiling, but roughly."""
        start, end = self.offset + quantity.start, self.offset + quantity.end
        if said := comparison(self.sentence, start, end):
            return said, True
        ahead = self.sentence[max(0, start - _WINDOW) : start].rstrip("约近接将 ")
        return comparison(ahead + self.sentence[start:end], len(ahead), len(ahead) + end - start), False

    def _tail(self, phrase: Phrase) -> str:
        return self.text[slice(*phrase.tail)]

    def _goal(self, phrase: Phrase, noun: Noun) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The number and how it is compared, or the words that stand for one; as a number without a unit must."""
        quantity = phrase.quantity
        if quantity is None:
            return {"statement": phrase.statement}, ()
        said, is_sure = self._said(quantity)
        if said and said.words == "为" and indicators.done_to(self.text[slice(*phrase.head)], self._tail(phrase)):
            said = None  # 为2000名残疾人 are those for whom it is done
        codes = ["unit-unsure"] if phrase.is_bare else []
        if not quantity.unit:
            begin = self.text.rfind(self._compared(phrase), phrase.head[0], quantity.start)
            return {"statement": self.text[max(begin, phrase.head[0]) : phrase.told[1]]}, tuple(codes)
        if not is_sure:
            codes += [
                "said-roughly",
                *(["maybe-ceiling"] if _may_be_ceiling(noun.indicator) and not (said and said.words) else []),
            ]
        elif said and said.comparator == "at-least" and not said.is_firm and _may_be_ceiling(noun.indicator):
            codes.append("maybe-ceiling")
        comparator = said.comparator if said else "at-least"
        value: Any = _number(quantity.low)
        if quantity.high is not None:
            comparator, value = "between", [value, _number(quantity.high)]
        return {"comparator": comparator, "value": value, "unit": quantity.unit}, tuple(codes)


def _may_be_ceiling(indicator: str) -> bool:
    """Whether less would be better of what is measured: 浓度, and not 浓度下降."""
    last = indicator.partition("占")[0][-_AT_END:]
    return (falls(last) or "涨幅" in last) and not indicators.is_change(indicator) and not _GROWS.search(indicator)


@lru_cache(maxsize=256)  # a sentence is asked once for each of its targets
def _deadlines(sentence: str) -> tuple[Deadline, ...]:
    """The deadlines of a sentence but for those that describe a noun: 2000年底前建成的小区."""
    return tuple(each for each in deadlines(sentence) if not _DESCRIBES.match(sentence, each.end))


def _as_due(due: str | None) -> int | str | None:
    return int(due) if due and due.isdigit() else due or None


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
