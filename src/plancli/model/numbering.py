"""Numbers of headings, as GB/T 9704-2012, 7.3.3, sets them: 一、（一） 1. （1）."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 9999 in Chinese numerals: 十, 十二, 二十, 一百零五."""
    parts: list[str] = []
    pending_zero = False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit == 0:
            pending_zero = bool(parts)
            continue
        if pending_zero:
            parts.append("零")
            pending_zero = False
        parts.append(_DIGITS[digit] + unit)
    text = "".join(parts)
    return text.removeprefix("一") if text.startswith("一十") else text


@lru_cache(maxsize=1024)
def heading_label(level: int, number: int) -> str:
    """What stands before a heading.

    Args:
        level: 0 for the top.
        number: Among its neighbours, from 1.
    """
    return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}. ", f"（{number}）")[min(level, 3)]
