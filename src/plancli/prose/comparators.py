"""The words around a number that say how a figure is compared with it: 不低于30%, 30%以上, 控制在35微克以内.

The table of the format as code. 以上 and 以下 hold the number itself, 超过 and 低于 do not, as statutes read them. A
word counts right before or right behind the number; of 分别达到280家、1560家 the list as a whole.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from plancli.prose.deadlines import WITHIN

Comparator = Literal["at-least", "more-than", "at-most", "less-than", "between", "exactly"]


class Comparison(NamedTuple):
    """What the words around a number say.

    Attributes:
        comparator: What the format makes of them.
        words: As written; empty where there are none.
        also: What a careful reader may take them for as well.
    """

    comparator: Comparator
    words: str
    also: frozenset[Comparator] = frozenset()

    @property
    def is_firm(self) -> bool:
        """Whether there are words, and they can mean nothing else."""
        return bool(self.words) and not self.also


_Row = tuple[Comparator, frozenset[Comparator]]

_FIRM: frozenset[Comparator] = frozenset()
_REACH: frozenset[Comparator] = frozenset({"exactly"})
_FALL: frozenset[Comparator] = frozenset({"exactly", "less-than"})
_KEEP: frozenset[Comparator] = frozenset({"exactly", "at-most", "between"})
_ANY: frozenset[Comparator] = frozenset({"at-least", "more-than", "at-most", "less-than", "between", "exactly"})

_PLAIN = Comparison("at-least", "", _REACH)
"""Of a number without words."""

_TABLE: tuple[tuple[str, Comparator, frozenset[Comparator]], ...] = (
    ("至少 最少 最低 不下 不下于 ≥ ⩾ ≧", "at-least", _FIRM),
    ("超过 超出 超 突破 高于 大于 多于 逾 > ＞", "more-than", _FIRM),
    ("至多 最多 最高 ≤ ⩽ ≦", "at-most", _FIRM),
    ("低于 少于 小于 短于 不足 不到 不满 < ＜", "less-than", _FIRM),
    ("达 达到 达至 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 增至 增到", "at-least", _REACH),
    ("扩大到 扩大至 上升到 上升至 升至", "at-least", _REACH),
    ("保持 保持在 稳定 稳定在 维持 维持在 巩固在", "at-least", _KEEP),
    ("控制在 控制到 限制在 压控在 降至 降到 降低到 降低至 下降到 下降至", "at-most", _FALL),
    ("减至 减到 减少到 减少至 压减到 压减至 压降到 压降至 压缩到 压缩至", "at-most", _FALL),
    ("缩短到 缩短至 缩减到 缩减至 削减到 削减至", "at-most", _FALL),
    ("正好 刚好 恰好 等于", "exactly", _FIRM),
    ("为", "exactly", _ANY),
)
_BEFORE: dict[str, _Row] = {word: (comparator, also) for words, comparator, also in _TABLE for word in words.split()}
_LONGEST = max(map(len, _BEFORE))
_LAST = {word[-1] for word in _BEFORE}
_DENIAL = re.compile("(?:不|未|没有?|勿|禁止|严禁|防止|避免|杜绝)[得能应可宜会准许再当]{0,3}$")
_LONGEST_DENIAL = 5
_DENIED: dict[Comparator, Comparator] = {"more-than": "at-most", "less-than": "at-least"}
"""What 不超过 and 不低于 say."""

_BEHIND = re.compile(
    r"\s?(?:（含(?:本数)?）)?(?:(?P<above>[及或]?以上)|(?P<below>[及或]?以下)|(?P<within>[以之]内"
    rf"|{WITHIN})|(?P<roughly>左右|上下))"
)
_BEHIND_BEGINS = frozenset(" （以之内及或左上")
_BY_GROUP: dict[str, _Row] = {
    "above": ("at-least", _FIRM),
    "below": ("at-most", frozenset({"less-than"})),
    "within": ("at-most", _FIRM),
}
_ROUGHLY = ("近", "约", "接近", "将近")

# Patterns are text until they are first needed: start-up counts.
_NUMBER_OF_LIST = r"[0-9][0-9.,]*[^0-9，。；：、和及与\n]{1,6}"
_JOINS = ("、", "和", "及", "与")
_LISTED = rf"(?:{_NUMBER_OF_LIST}[{''.join(_JOINS)}])+$"
_WINDOW = 40
"""Characters before a number in which the word of its list is looked for."""

# Behind these a number without a word is what comes about by doing: no less will do.
_CREATES = (
    "建成|新建|新增(?!建设用地|用地|债务)|(?<![程本])建设(?!用地|项目|工期|周期|成本)|培育|打造|创建|创成|引进|招引|改造|"
    "培训(?!时长|时间)|举办|推广|实施|开展|(?<!色|量)发展(?!片区|水平)|布局|建立|组建|设立|认定|发布|"
    "完成|改建|扩建|种植|整治|修复|聚集|集聚|吸引|选树|遴选"
)
_FALLS = (
    "浓度|能耗|水耗|物耗|排放|强度|失业|死亡|发病|发生[率数]|发案|漏损|漏失|损耗|损失|流失|事故|时限|时间|用时|时长|耗时|"
    "成本|费用|赤字|负债|债务|杠杆|空置|误差|投诉|信访|返贫|辍学|贫困|污染|超标|降低|下降|减少|压减|压降|缩短|削减|控制|"
    "不良|逾期|积压|差距|用量|用水量|耗"
)
_CLAUSE_END = "[，。；：\n]"
_CEILINGS = frozenset({"at-most", "less-than"})
_STRICTER = {("more-than", "at-least"), ("less-than", "at-most")}
"""What stands before, and what stands behind and says the same less exactly: 超过30%以上."""


def comparison(text: str, start: int, end: int) -> Comparison | None:
    """What the words around a number say; without any it is at least that much.

    Args:
        text: Where the number stands, best the whole text.
        start: Where the number begins, in characters.
        end: Where its unit ends.

    Returns:
        None where they contradict each other or say it roughly: 约30%, 30%左右.
    """
    ahead = text[max(0, start - _WINDOW) : start].rstrip(" \u3000了")
    found = _BEHIND.match(text, end) if text[end : end + 1] in _BEHIND_BEGINS else None
    if ahead.endswith(_ROUGHLY) or (found and found["roughly"]):
        return None
    behind = _behind(found) if found else None
    before = _before(ahead) or (_before(re.sub(_LISTED, "", ahead).rstrip()) if ahead.endswith(_JOINS) else None)
    said = _both(before, behind) if before and behind else before or behind or _PLAIN
    return said and _with_more(said, text[start:end])


def contradicts(said: Comparison, comparator: Comparator, measured: str) -> bool:
    """Whether nobody could take the words for this comparator.

    Args:
        said: What the words around the number say.
        comparator: Another one.
        measured: The indicator, and the sentence up to the number: of what shall fall (浓度, 能耗) 达到35 may be a
            ceiling, and without words 建成1家 is a floor while 办理时限3天 is anything.
    """
    if comparator == said.comparator or comparator in said.also:
        return False
    if not said.words and not creates(re.split(_CLAUSE_END, measured)[-1]):
        return False
    return said.is_firm or comparator not in _CEILINGS or not falls(measured)


def falls(measured: str) -> bool:
    """Whether a text measures what shall fall or be small: 浓度, 能耗, 办理时限."""
    return bool(re.search(_FALLS, measured))


def creates(clause: str) -> bool:
    """Whether a clause says that something comes about by doing: 建成, 培育, 举办."""
    return bool(re.search(_CREATES, clause))


def _before(text: str) -> Comparison | None:
    """What the word says that a text ends with, a denial before it included; None where it ends with none."""
    if text[-1:] not in _LAST:
        return None
    for length in range(min(_LONGEST, len(text)), 0, -1):
        if row := _BEFORE.get(text[-length:]):
            return _denied(text[:-length], Comparison(row[0], text[-length:], row[1]))
    return None


def _denied(ahead: str, said: Comparison) -> Comparison | None:
    """不超过 for 超过; what 未达到 asks for, nobody knows."""
    denial = _DENIAL.search(ahead[-_LONGEST_DENIAL:])
    if denial is None:
        return said
    comparator = _DENIED.get(said.comparator)
    return Comparison(comparator, denial.group() + said.words) if comparator else None


def _behind(found: re.Match[str]) -> Comparison:
    comparator, also = _BY_GROUP[found.lastgroup or ""]
    return Comparison(comparator, found.group().strip(), also)


def _both(before: Comparison, behind: Comparison) -> Comparison | None:
    """Words on both sides: 控制在…以内 agree, 控制在…以上 is ruled by what stands behind."""
    words = f"{before.words}…{behind.words}"
    if before.comparator == behind.comparator:
        return Comparison(before.comparator, words, before.also & behind.also)
    if before.also:
        return behind
    if (before.comparator, behind.comparator) in _STRICTER:
        return Comparison(before.comparator, words, frozenset({behind.comparator}))
    return None


def _with_more(said: Comparison, amount: str) -> Comparison:
    """10余家 is more than ten, whatever else is said of it."""
    more: frozenset[Comparator] = frozenset({"more-than"}) if "余" in amount or "多" in amount else _FIRM
    return said._replace(also=said.also | more)
