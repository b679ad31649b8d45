"""Amounts that are not in plain digits: 两家, 百分之三十, １００家; and words that stand for a number: 全覆盖, 翻番."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from plancli.prose.numerals import WORDED, worded
from plancli.prose.quantities import UNIT, Quantity, amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
# Patterns are text until they are first needed: start-up counts.
# A year is no amount, nor are the digits of a name: PM2.5, 5G.
_DIGIT = "(?<![A-Za-z0-9.])(?!(?:19|20)[0-9]{2}年)[0-9０-９](?![A-Za-z])"
_COUNTED = f"(?<![第每])(?:{WORDED})(?!批|[类种]|次性)(?:{UNIT})|百分之{WORDED}"
_PROPORTION = "番|倍|[减对过一]半|半数|分之|[一二三四五六七八九]成"
_TENTHS = "([一二三四五六七八九])成(?![立为果功效长员就本熟品])"
_STANDS_FOR = {100: "全", 0: "零|清|无|消除|不再"}


def spelled(quote: str, unit: str) -> Iterator[Quantity]:
    """The amounts in a unit that a quote writes out, or has in full-width digits."""
    for found in _worded(unit).finditer(quote):
        if (number := worded(found["number"])) is not None:
            yield Quantity(Decimal(number), None, unit, *found.span())
    for found in re.finditer(_TENTHS, quote) if unit in {"%", "％"} else ():
        yield Quantity(Decimal(10 * (worded(found[1]) or 0)), None, unit, *found.span())
    folded = quote.translate(_FULL_WIDTH)
    if folded != quote:
        yield from amounts(folded, unit)


@lru_cache(maxsize=256)
def _worded(unit: str) -> re.Pattern[str]:
    number = f"(?P<number>{WORDED})"
    return re.compile(f"百分之{number}" if unit in {"%", "％"} else f"(?<![第每]){number}{re.escape(unit)}")


def has_number(quote: str) -> bool:
    """Whether a quote has a number, in digits or written out, that is neither a year nor part of a name."""
    return bool(re.search(_DIGIT, quote)) or has_worded_number(quote)


def has_worded_number(quote: str) -> bool:
    """Whether a quote has a number that is written out, with its unit."""
    return bool(re.search(_COUNTED, quote))


def may_say(quote: str, number: Decimal) -> bool:
    """Whether words of a quote can stand for a number: 全覆盖 is 100%, 清零 is 0; 翻一番 and 三成 can be any."""
    word = _STANDS_FOR.get(int(number)) if number == int(number) else None
    return bool(re.search(_PROPORTION, quote) or (word and re.search(word, quote)))
