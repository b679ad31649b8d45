"""Quantities in prose: `1800亿元`, `30%`, `2万吨`, `1—2家`; and what only looks like one.

A quantity is a number with a unit that can be counted or measured. None is: a year (2027年), an ordinal (第3批), what
stands in quotation marks (“3个100”), a number that belongs to a name (品牌10强, 国四, 5G, 110千伏变电站) or to the noun
behind it (100米覆盖率, 15分钟生活圈).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}

# Units that prose counts by, the longest first where one begins with another. Measures of GB 3100-93, and the measure
# words (量词) of official prose.
_MEASURES = (  # noqa: SIM905 - a table reads best as words
    "个百分点 % ‰ 微克 毫克 标准箱 分贝 分 元 美元 吨标准煤 吨 克标准煤 千克标准煤 公斤标准煤 "
    "公斤 斤 千克 克 升 立方米 空方 平方公里 平方千米 平方米 公里 千米 "
    "米 公顷 亩 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 瓦 MWh GWh kWh MW GW "
    "度 千伏安 兆伏安 小时 分钟 天 个工作日 个月 周 个 批次 "
    "剂次 家次 家 项 栋 座 处 条 户 人次 人 名 位 件 台 套 所 架次 班次 车次 辆次 学时 课时 轮 头 羽 尾 "
    "场次 场 次 种 类 批 支 只 株 棵 辆 张 份 部 篇 间 幢 片 块 根 口 艘 "
    "架 列 班 期 届 站 宗 笔 例 起 对 组 户次 人年 车位 床位 床 学位 标箱 箱 款 门 本 册 盏 眼 穴 枚 亩次 倍 成 ㎡"
).split()
# What a unit is divided by; a list, since any word can stand behind a stroke.
_PERS = (  # noqa: SIM905 - likewise
    "平方公里 平方千米 平方米 立方米 公顷 亩 公里 千米 小时 分钟 工作日 日 天 周 月 季度 年 人 万人 千人 百人 户 万户 "
    "家 个 万元 亿元 元 吨 公斤 千克 升 度 千瓦时 床 辆 车 次 套 台 栋 场 期 片 处"
).split()
_SPOKEN_PERS = "平方米|立方米|平方公里|千瓦时|吨|万元|公里|公顷|升"
"""What a unit is divided by in words: 30微克每立方米."""
UNIT = "|".join(sorted(map(re.escape, _MEASURES), key=len, reverse=True))
"""A pattern for every unit that prose counts by."""
_SCALE = "|".join(sorted(filter(None, _SCALES), key=len, reverse=True))
_PER = "|".join(sorted(map(re.escape, _PERS), key=len, reverse=True))
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SCALED = "|".join(unit for unit in _MEASURES if unit[0] in "百千万")
"""Units that begin like a scale: the 千 of 千瓦时 is no factor."""
_SAME = {"工作日": "个工作日", "月": "个月", "㎡": "平方米", "平方千米": "平方公里", "千米": "公里", "公斤": "千克"}
_MADE_OF = {"公顷": (10**4, "平方米")}
"""Units that are others by another name, or so many of them."""
_DASH = "[-–—―－~～至到]{1,2}"
_JOIN = "[、—–至到-]"
_OTHER = "(?<=人年)均|(?<=周)岁|(?<=部)[门委]"
"""60周岁 is an age, and 12部门 are no 部."""
# Begins with a digit, not with what must not stand before it, so that the search leaps from digit to digit.
_QUANTITY = re.compile(
    rf"(?P<low>[0-9](?<![A-Za-z0-9.第×每][0-9])(?<!第[0-9]{_JOIN}[0-9])(?<!第[0-9]{{2}}{_JOIN}[0-9])(?:[0-9]{{0,2}}(?:,[0-9]{{3}})+|[0-9]*)(?:\.[0-9]+)?)"
    rf"(?:\s?(?P<lowunit>{_SCALE})?(?P<lowpct>%|％)?{_DASH}(?P<high>{_NUMBER}))?"
    rf"\s?(?P<before>余|多)?(?P<scale>(?!{_SCALED})(?:{_SCALE}))?(?P<several>余|多)?(?P<unit>{UNIT}|％)(?!{_OTHER})"
    rf"(?:(?P<of>(?:二氧化碳(?:当量)?|标准?煤)(?=/))?(?P<each>/|每(?={_SPOKEN_PERS}))(?P<per>(?:{_PER})(?:[·•][年月日天])?))?"
)
_QUOTED = re.compile(
    "|".join(f"{opening}[^{opening}{closing}\n]*{closing}" for opening, closing in ("“”", "《》", "「」", "『』"))
)

# What a quantity belongs to when it stands right before it: then it is part of that noun's name.
_NAME_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:服务圈|生活圈|健身圈|就医圈|通勤圈|出行圈|交通圈|经济圈|半径)|覆盖率|覆盖|半径|范围|服务圈|生活圈|健身圈|就医圈|通勤圈|出行圈|交通圈|经济圈|圈|以内的|级|型|制|变电|线路|电缆|高炉|"
    r"机组|高铁|赛|跑|层|之|位|档|开|强|连冠|等奖|自助|无理由|营业|便利店|不打烊|见绿|见园|步道|热线|在线|值守|值班|响应|服务|时速"
)
_NAMING_UNITS = {
    "米",
    "公里",
    "千米",
    "分",
    "分钟",
    "小时",
    "天",
    "千瓦",
    "千伏安",
    "兆瓦",
    "MW",
    "GW",
    "公斤",
    "克",
    "升",
    "级",
    "人",
    "吨",
    "期",
    "届",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as prose has it.

    Attributes:
        low: The number, without its 万 or 亿; of a range the lower end.
        high: Of a range the upper end.
        unit: As written, with its 万 or 亿: `亿元`.
        start: Where it begins, in characters.
        end: Likewise, exclusive.
    """

    low: Decimal
    high: Decimal | None
    unit: str
    start: int
    end: int

    def equals(self, low: Decimal, high: Decimal | None, unit: str) -> bool:
        """Whether it is the same amount in the same kind of unit: 2万吨 is 20000吨."""
        factor, base = split_scale(self.unit)
        other, other_base = split_scale(unit)
        if base != other_base or (self.high is None) != (high is None):
            return False
        return self.low * factor == low * other and (self.high or 0) * factor == (high or 0) * other


@lru_cache(maxsize=1024)
def split_scale(unit: str) -> tuple[int, str]:
    """A unit's factor and the unit without it: `亿元` is 10^8 times `元`."""
    factor, rest = _unscaled(unit.replace("％", "%").replace(" ", ""))
    more, base = _MADE_OF.get(rest, (1, _SAME.get(rest, rest)))
    return factor * more, base


def _unscaled(unit: str) -> tuple[int, str]:
    for scale in ("万亿", "千亿", "百亿", "千万", "百万", "亿", "万", "千", "百"):
        rest = unit.removeprefix(scale)
        if rest != unit and rest and (rest in _MEASURES or scale in {"亿", "万", "万亿"}):
            return (1, unit) if unit in _MEASURES else (_SCALES[scale], rest)
    return 1, unit


def quantities(text: str) -> Iterator[Quantity]:
    """The quantities in a text that say how much or how many, in order."""
    return map(_quantity, _counting(text))


def quantity_places(text: str) -> Iterator[tuple[int, int]]:
    """Where they are, in characters; what they amount to is not computed."""
    return (found.span() for found in _counting(text))


def _counting(text: str) -> Iterator[re.Match[str]]:
    quoted = [found.span() for found in _QUOTED.finditer(text)] if "“" in text or "「" in text or "《" in text else []
    for found in _QUANTITY.finditer(text):
        if not _inside(quoted, found.start()) and not _names(text, found):
            yield found


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some spans, which are in order and do not overlap."""
    index = bisect_right(spans, (at,)) - 1
    return index >= 0 and at < spans[index][1]


def amounts(quote: str, unit: str) -> Iterator[Quantity]:
    """Every number in a quote that stands right before a unit; also one that no list of units knows."""
    for found in _before(unit).finditer(quote):
        high = found["high"]
        yield Quantity(_decimal(found["low"]), _decimal(high) if high else None, unit, *found.span())


@lru_cache(maxsize=256)
def _before(unit: str) -> re.Pattern[str]:
    written = re.escape(unit).replace("%", "[%％]")
    return re.compile(
        rf"(?<![0-9.])(?P<low>{_NUMBER})(?:\s?[%％]?{_DASH}(?P<high>{_NUMBER}))?\s?(?:余|多)?"
        rf"(?P<unit>{written})(?!{goes_on(unit)})"
    )


@lru_cache(maxsize=256)
def goes_on(unit: str) -> str:
    """A pattern for what makes another unit of a unit: 百分点 behind 个, 次 behind 人; else one that never fits."""
    base = _unscaled(unit)[1]
    longer = [each for each in _MEASURES if each != base and each.startswith(base)]
    return "|".join(re.escape(each.removeprefix(base)) for each in longer) or "$^"


def _quantity(found: re.Match[str]) -> Quantity:
    unit = (
        (found["scale"] or "")
        + found["unit"].replace("％", "%")
        + (f"{found['of'] or ''}{found['each']}{found['per']}" if found["per"] else "")
    )
    high = found["high"]
    return Quantity(_decimal(found["low"]), _decimal(high) if high else None, unit, *found.span())


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _names(text: str, found: re.Match[str]) -> bool:
    """Whether a quantity only names what stands behind it."""
    if found["unit"] not in _NAMING_UNITS:
        return False
    return bool(_NAME_BEHIND.match(text, found.end()))
