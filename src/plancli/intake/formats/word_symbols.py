"""Characters of fonts that have signs instead of letters: a tick, a box, and ≥ as Word's older formulas have it."""

from __future__ import annotations

_FONTS = {
    "Symbol": "A3≤ B3≥ B1± B4× B8÷ B9≠ BB≈ B0° B7• 25% 2B+ 2D- 3C< 3D= 3E> 6Dμ AE→ A5∞",
    "Wingdings": "6C● 6E■ 6F□ 71❑ 74◆ 75◆ 76❖ A1○ A7▪ A8□ AB★ D8➢ E0→ E8➔ FB✗ FC✓ FD☒ FE☑",
    "Wingdings 2": "4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ A3□",
}
_SIGNS = {font: {int(each[:2], 16): each[2:] for each in signs.split()} for font, signs in _FONTS.items()}
_PRIVATE = 0xF000
"""Where Word puts the characters of such fonts."""


def symbol(font: str, char: str) -> str:
    """A character of a font of signs; empty where it is not known.

    Args:
        font: The font's name.
        char: The character's number, in hexadecimal digits.
    """
    try:
        number = int(char[:6], 16)
    except ValueError:
        return ""
    at = number - _PRIVATE if number >= _PRIVATE else number
    return _SIGNS.get(font, {}).get(at, "")
