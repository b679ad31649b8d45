"""The numbers that lists are counted by: 一 to 九十九, 两, and digits."""

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
