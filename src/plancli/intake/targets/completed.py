"""What a noun phrase leaves out because it stands elsewhere: in the clause before, or in the last of a list."""

from __future__ import annotations

import re

from plancli.intake.targets.indicators import CHANGES

_KINDS = frozenset("级类型")
_KIND_OF = re.compile("^[、和及][^，；。]{1,12}?[级类型]([\u4e00-\u9fff]{2,12})")
_LEAST_ENDING = 2
_COMES_ABOUT = re.compile("(?<=..)(?:新建|新增)$")
_SHARE = re.compile("占[^占]{1,12}(?:比重|比例|比)$")
_DEPENDENT = re.compile(
    "(?:全[省市区县国]|全社会)?(?:占[^占]{0,12}(?:比重|比例|比)|占比|比重|份额|(?:复合)?(?:增速|增长率|增幅))|"
    rf"(?:[较比][^，]{{1,12}})?(?:同比|环比|累计|年均|平均)?(?:{CHANGES})|总量|总数|总规模|规模|数量|总额|(?:覆盖|达标|普及|完成|合格)率|产值|营业收入|"
    "其中|(?:增速|增幅|增长)?[高低快优]于[^，]{1,12}"
)
_STAGES = "开工|竣工|投产|投运|投用|完工|签约|落地|入库"
_STAGE = re.compile(_STAGES)
_STAGE_LAST = re.compile(f"(?<=..)(?:{_STAGES})$")
"""How far projects are: 重大项目开工30个、竣工25个."""
_OFFSHOOT = re.compile("[0-9].{0,8}?(?=[^0-9米公里分钟小时天万千以内]{2})")
_LEVEL = re.compile("(?:其中[，：]?)?([国省市区县部]家?级(?:及?以上)?)")
_LEVEL_FIRST = re.compile("^(新增)?(?:[国省市区县部]家?级(?:及?以上)?)?")
_CHANGE = re.compile(f"(?:[较比][^，]{{1,12}})?(?:同比|环比|累计|年均|平均)?(?:{CHANGES})$")
_PAIR = 2
"""Of two characters are most words: 城镇 and 农村."""


def is_stage(head: str) -> bool:
    """Whether a number counts what has come so far: 重大项目开工30个, 竣工25个."""
    return bool(_STAGE.fullmatch(head) or _STAGE_LAST.search(head))


def restored(noun: str, before: str, *, is_same: bool = True) -> str:
    """A noun phrase with what was left out because it stands in the clause before; as it is where nothing was.

    Args:
        noun: As the clause has it.
        before: The indicator of the target before; empty where there is none.
        is_same: Whether both are counted in the same unit: of 提高2个百分点，达到75% the second is no change.
    """
    if not before:
        return noun
    if not noun:
        return _COMES_ABOUT.sub("", before if is_same else _CHANGE.sub("", before))
    return _restored(noun, before)


def _restored(noun: str, before: str) -> str:
    if re.match("[0-9]", noun):
        return _offshoot(noun, before)
    if found := _LEVEL.fullmatch(noun):
        return _LEVEL_FIRST.sub(rf"\g<1>{found[1]}", before, count=1)
    if _STAGE.fullmatch(noun) and (found := _STAGE_LAST.search(before)):
        return before[: found.start()] + noun
    if not _DEPENDENT.fullmatch(noun):
        return noun
    before = _CHANGE.sub("", before)
    if noun.endswith(("增长", "增速", "增幅")):
        before = _SHARE.sub("", before)  # what grows by a tenth is the amount
    return f"{before}{noun}" if not before.endswith(noun) else before


def _offshoot(noun: str, before: str) -> str:
    """`50米覆盖率` behind `轨道公交一体化换乘100米覆盖率`: what differs is the number."""
    found = _OFFSHOOT.match(noun)
    last = noun[found.end() :] if found else ""
    number = re.search("[0-9][^\u4e00-\u9fff]*[\u4e00-\u9fff]{1,3}$", before.removesuffix(last)) if last else None
    return before[: number.start()] + noun if number and before.endswith(last) else noun


def shared_ending(members: list[str]) -> str:
    """What only the last of a list says for all: 居民收入 of 城镇和农村居民收入; empty where nobody knows.

    Args:
        members: Some of the list, the last one behind them.
    """
    *others, last = members
    for each in others:
        at = last.find(each[-1:], 1)
        if each[-1:] != last[-1:] and 0 < at < len(last) - _LEAST_ENDING:
            return last[at + 1 :]
    first = others[0] if others else last
    is_alike = len(first) == _PAIR or first[:_PAIR] == last[:_PAIR]
    ending = last[len(first) :] if is_alike and first[-1:] != last[-1:] else ""
    return ending if len(ending) >= _LEAST_ENDING else ""


def kind_ending(noun: str, rest: str) -> str:
    """What a kind at a list's member is a kind of, which only a later one says: `3个千亿级、5个百亿级产业集群`.

    Args:
        noun: The member's noun.
        rest: What stands behind it.
    """
    found = _KIND_OF.search(rest) if noun[-1:] in _KINDS else None
    return found[1] if found else ""
