"""Numbers in prose, and which of them differ between two revisions of a sentence.

A number is written with digits of either width (`1800`, `1,560`, `35.5%`) or, where it counts something, in Chinese
(`三年`, `二十家`, `百分之三十`). None is what belongs to a name: `5G`, `PM2.5`, `一体化`, `第三方`, `“五水共治”`.
Numbers are compared by what they amount to: `2万` and `20000`, `１，８００` and `1800`, `三` and `3` are the same.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN_UNITS = "(?:[kKMGT]?Wh?|[kM]?VA|[kK]?V|[kcm]?m|[kKm]?g|[MG]Pa|ha|t|L|[GTP]B)(?![A-Za-z0-9])"
_ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:[.．]\d+)?"

# 千 and 百 begin units, too: 千瓦, 百分点.
_SCALE = r"万亿|千万|百万|十万|亿|万|千(?![瓦米克伏卡帕])|百(?!分)|[%％‰]"

# What is counted by a Chinese numeral: 三级医院, 四位一体, 二期 and 三方 name; 一批, 一次, 一类 and 一种 are articles.
_COUNTED = (
    "(?:年|个|家|项|座|处|所|栋|幢|名|场|倍|天|周|季度|户|人(?!称)|件|台|套|条|支|只|辆|份|部|间|艘|班|站|宗|笔|例|组|"
    "成|批|类|种|轮|大|公里|平方|亩|吨|元|次(?!产业|能源|供水|包装|污染|利用|分配|创业))"
)
_ANY = "一二两三四五六七八九十百千万亿零〇"
_ONE = "一(?=年(?!来|级)|个(?!个|样)|家(?!人|亲)|项|座|处|所|栋|幢|名|倍|户|套)"
_MANY = f"(?:[两三四五六七八九十][{_ANY}]*|[一二][十百千万亿][{_ANY}]*)(?={_COUNTED})"
_FRACTION = "百分之[一二三四五六七八九十零点]+|[一二两三四五六七八九十]+分之[一二两三四五六七八九十]+"
_YEAR = "[一二三四五六七八九零〇]{4}(?=年)"

# Behind these a numeral is an ordinal (第三), vague (数十) or an article (每一个), and never the middle of another.
_NOT_BEHIND = f"(?<![第数几每同另某哪这那任之周统专单唯逐{_ANY}])"

# What such a numeral begins with: without one of these there is none to look for.
_BEGIN = frozenset("一二两三四五六七八九十百")

_SCALED = re.compile(rf"\s?[余多]?({_SCALE})")
_QUOTED = re.compile("“[^”]*”")
_FACTORS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_PARTS = {"%": 100, "‰": 1000}
_VALUES = {"零": 0, "〇": 0, "两": 2, **{digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}}
_HUNDRED = 100


class Number(NamedTuple):
    """A number in a text.

    Attributes:
        text: As written, without its scale.
        scale: 万, 亿, % and the like; or empty.
        start: Where it begins, in characters.
        end: Where it ends with its scale, exclusive.
        amount: What it comes to.
        counted: The character behind it: what it is a number of.
    """

    text: str
    scale: str
    start: int
    end: int
    amount: Decimal
    counted: str

    @property
    def whole(self) -> str:
        """As written, with its scale."""
        return self.text + self.scale


@cache  # and not compiled before a text differs: start-up counts
def _digits() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z\d.．]){_ARABIC}(?={_LATIN_UNITS}|(?![A-Za-z\d]))")


@cache
def _numerals() -> re.Pattern[str]:
    return re.compile(f"{_NOT_BEHIND}(?:{_FRACTION}|{_YEAR}|{_MANY}|{_ONE})")


def chinese_numbers(text: str) -> list[re.Match[str]]:
    """The Chinese numerals of a text that count something, in order."""
    return [] if _BEGIN.isdisjoint(text) else list(_numerals().finditer(text))


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text, in order."""
    found = [_number(text, match) for match in _digits().finditer(text)]
    if chinese := chinese_numbers(text):
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        found += (
            _number(text, match) for match in chinese if not any(start < match.start() < end for start, end in quoted)
        )
        found.sort(key=lambda number: number.start)
    yield from found


def _number(text: str, match: re.Match[str]) -> Number:
    written = match.group()
    scaled = _SCALED.match(text, match.end())
    scale = scaled[1].replace("％", "%") if scaled else ""
    end = scaled.end() if scaled else match.end()
    amount = _amount(written)
    for each in scale:
        amount = amount / _PARTS[each] if each in _PARTS else amount * _FACTORS[each]
    return Number(written, scale, match.start(), end, amount, text[end : end + 1])


def _amount(written: str) -> Decimal:
    """What a number comes to, whichever digits it is written in."""
    if written[0].isdecimal():
        return Decimal(re.sub("[,，]", "", written).replace("．", "."))
    if "分之" in written:
        below, _, above = written.partition("分之")
        return _counted(above) / (_HUNDRED if below == "百" else _counted(below))
    return _counted(written)


def _counted(numeral: str) -> Decimal:
    """What a Chinese numeral comes to: 二十三, 两万五千, 三点五, and 二〇二七 digit by digit."""
    numeral, _, decimals = numeral.partition("点")
    if decimals:
        return _counted(numeral) + _counted(decimals).scaleb(-len(decimals))
    if not any(each in _FACTORS for each in numeral):
        return Decimal("".join(str(_VALUES[each]) for each in numeral))
    total = section = digit = 0
    for each in numeral:
        if each in _VALUES:
            digit = _VALUES[each]
        elif each in "万亿":
            total = (total + section + digit) * _FACTORS[each]
            section = digit = 0
        else:
            section += (digit or 1) * _FACTORS[each]
            digit = 0
    return Decimal(total + section + digit)
