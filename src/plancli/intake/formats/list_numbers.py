"""How lists write a number: 3, 三, ③, iii."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 99
"""Past it the ways to count in Chinese differ, and letters double."""


def written(number: int, style: str) -> str:  # noqa: PLR0911 - one return for each way to count
    """A number as a list writes it; nothing where it is not known how.

    Args:
        number: The number.
        style: How it is written, by Word's name for it.
    """
    if style == "decimal":
        return str(number)
    if not 1 <= number <= _MOST:
        return ""
    if style == "decimalZero":
        return f"{number:02}"
    if style == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if style in _CHINESE:
        tens, ones = divmod(number, 10)
        high = "" if not tens else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
        return high + (_DIGITS[ones] if ones else "")
    if style in _CIRCLED:
        return chr(ord("①") + number - 1) if number <= 20 else ""  # noqa: PLR2004 - ⑳ is the last of its kind
    if style in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + number - 1) if number <= 26 else ""  # noqa: PLR2004 - of the alphabet
        return letter.upper() if style == "upperLetter" else letter
    if style in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if style == "upperRoman" else _roman(number)
    return ""


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written
