"""Numbers that are written out: those that lists are counted by, 一 to 九十九, and larger ones, 一百二十 and 两万."""

from __future__ import annotations

HAN = "[一二三四五六七八九十]{1,3}"
"""A pattern for what may be such a number; `numeral` says which it is."""

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def numeral(text: str) -> int | None:
    """The number that a numeral means: 十二 and 12 mean 12, 两 means 2; None where it means none (一二, 十十)."""
    if text.isascii() and text.isdigit():
        return int(text)
    tens, ten, ones = ("二" if text == "两" else text).rpartition("十")
    if not ten:
        return _DIGITS.get(ones)
    high, low = _DIGITS.get(tens or "一"), _DIGITS.get(ones, None if ones else 0)
    return None if high is None or low is None else high * 10 + low


WORDED = "[一二两三四五六七八九十百千万亿零〇]{1,12}"
"""A pattern for what may be a larger number; `worded` says which it is."""

_POWERS = {"亿": (10**8, 10**8), "万": (10**4, 10**4), "千": (1000, 10), "百": (100, 10), "十": (10, 10)}
"""What a character multiplies by, and what stands before it is below."""


def worded(text: str) -> int | None:
    """The number that words mean: 一百二十 is 120, 两万 20000, and 千 in 超千家 is 1000.

    None where they mean none (一二), or where people would not agree (一百一).
    """
    for name, (power, most) in _POWERS.items():
        high, found, low = text.rpartition(name)
        if found:
            times, more = worded(high) if high else 1, _behind(low, power)
            return None if times is None or times >= most or more is None else times * power + more
    return _DIGITS.get("二" if text == "两" else text)


def _behind(low: str, power: int) -> int | None:
    """What stands behind a power: with 零 where one is left out, as ones behind 百 must have it."""
    rest = low.lstrip("零〇")
    if not rest:
        return None if low else 0
    number = worded(rest) if rest[0] in _DIGITS or rest[0] == "两" or (rest[0] == "十" and low != rest) else None
    leaves_out = number is not None and low == rest and number < power // 10
    return None if number is None or number >= power or leaves_out else number
