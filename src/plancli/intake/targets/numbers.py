"""The numbers of a clause that may be targets: plain ones, those written out, those of a unit nobody knows."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from plancli.intake.targets.phrase import MASK, Phrase
from plancli.prose.deadlines import WITHIN
from plancli.prose.numerals import WORDED, worded
from plancli.prose.quantities import UNIT, Quantity, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEHIND = re.compile(rf"\s?(?:[及或]?以上|[及或]?以下|[以之]内|{WITHIN}|左右|上下)?")

_NOT_OBJECTS = frozenset("轮次届期度分成倍类部门班周天片块口根起对本款级种头尾")
"""Units before which a number that is written out is mostly none: 二十届, 三次产业, 一级."""
_OBJECTS = "|".join(each for each in UNIT.split("|") if each not in _NOT_OBJECTS)
_COUNTED = re.compile(f"(?<![第每前一二三四五六七八九十百千万亿])({WORDED})({_OBJECTS})(?!一体|化)")
_MOST_DIGITS = 15
_LEAST = Decimal("0.0001")
_ROUND = re.compile("[十百千万亿]+")
_REACHES = ("突破", "超过", "超", "达到", "达", "逾", "过", "近", "至", "到")
"""Behind these 千亿元 is a number; in 万元GDP能耗 it is none."""
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_PER_CENT = re.compile(f"百分之({WORDED})")
_SCALES = ("亿", "万")
_RANKED = frozenset("位名")
"""前5位 is a rank."""
_FEWEST = 2
"""一个 and 一条 are articles as often as numbers."""

_BARE = re.compile(
    r"(?:[≤≥⩽⩾＞＜<>]|达到?|超过|突破|[不高低]于|不少于|[高升加长大小降少缩短减]到|[高升增加长大降少缩短减]至|控制在)"
    r"(?P<number>[0-9]{1,12}(?:\.[0-9]{1,6})?(?![0-9月日.,—–\-~～至%:：∶])(?!(?<=[0-9]{4})年|[0-9.]{0,12}年一遇))"
    r"(?P<unit>/10万|[A-Za-z]{1,12}(?:/[A-Za-z]{1,8})?|[^0-9，、。；：以\s“”（）\ufffc]{0,4})"
)
"""A number without a unit that is known, right behind a word that compares it."""
_LABEL = re.compile("^[A-Z]*级|^[类级]")


def numbers(text: str, mask: str) -> list[Phrase]:
    """The numbers of a piece that may be targets, in order; around each only what stands at it."""
    text, mask = text.translate(_FULL_WIDTH), mask.translate(_FULL_WIDTH)
    plain = [
        _plain(mask, each)
        for each in quantities(text)
        if MASK not in mask[each.start : each.end] and not (each.unit in _RANKED and mask[: each.start].endswith("前"))
    ]
    taken = {at for each in plain for at in range(*each.told)}
    counted = (each for each in _written_out(mask) if each.told[0] not in taken)
    found = (each for each in (*plain, *counted, *_bare(mask, taken)) if each.quantity and _is_usual(each.quantity))
    return sorted(found, key=lambda each: each.told)


def _is_usual(quantity: Quantity) -> bool:
    """Whether every reader of a file understands a number alike."""
    return (quantity.high is None or quantity.low < quantity.high) and all(
        not each or (abs(each) >= _LEAST and len(each.as_tuple().digits) <= _MOST_DIGITS)
        for each in (quantity.low, quantity.high)
    )


def _plain(mask: str, quantity: Quantity) -> Phrase:
    behind = _BEHIND.match(mask, quantity.end)
    return _around(quantity, behind.end() if behind else quantity.end)


def _around(quantity: Quantity, end: int) -> Phrase:
    at = quantity.start
    return Phrase((at, at), (end, end), quantity, "", (at, end))


def _written_out(mask: str) -> Iterator[Phrase]:
    for found in _COUNTED.finditer(mask):
        number = worded(found[1])
        is_name = _ROUND.fullmatch(found[1]) and not mask[: found.start()].endswith(_REACHES)
        if number is not None and number >= _FEWEST and not is_name:
            yield _plain(mask, _scaled(found, number))
    for found in _PER_CENT.finditer(mask):
        if number := worded(found[1]):
            yield _plain(mask, Quantity(Decimal(number), None, "%", *found.span()))


def _scaled(found: re.Match[str], number: int) -> Quantity:
    """百亿元 as people write it in digits: 100 亿元."""
    scale = found[1][-1] if found[1][-1] in _SCALES else ""
    low = worded(found[1].removesuffix(scale)) if scale else None
    if low is None:
        return Quantity(Decimal(number), None, found[2], *found.span())
    return Quantity(Decimal(low), None, scale + found[2], *found.span())


def _bare(mask: str, taken: set[int]) -> Iterator[Phrase]:
    for found in _BARE.finditer(mask):
        if found.start("number") not in taken and not _LABEL.match(mask[found.end("number") : found.end("number") + 4]):
            number = next(quantities(f"{found['number']}个"))
            quantity = Quantity(number.low, None, found["unit"], found.start("number"), found.end())
            yield _plain(mask, quantity)._replace(is_bare=True)
