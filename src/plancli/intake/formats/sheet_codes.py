"""The codes by which a spreadsheet shows numbers: 0"万元", 0.0%, #,##0;(#,##0), @"元"."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]'
    r"|(?P<general>General|G/通用格式)|(?P<digits>[0#?][0#?,.]*|\.[0#?]+)|(?P<power>E[+-]0+)|(?P<text>@)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_MOST_DECIMALS = 30


class Section(NamedTuple):
    """How numbers of one sign are shown.

    Attributes:
        before: What stands before the digits.
        behind: What stands behind them.
        decimals: How many are shown; None for as many as there are.
        width: How many digits there are at least before the point.
        shift: How many powers of ten larger the number is shown.
        is_plain: Whether it is shown in another way altogether: as a fraction, in parts, not at all.
    """

    before: str = ""
    behind: str = ""
    decimals: int | None = None
    width: int = 1
    shift: int = 0
    is_plain: bool = False


def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code: for what is above zero, below it, and zero."""
    return tuple(map(_section, split(code)[:3]))


def split(code: str) -> list[str]:
    """The sections of a code, as they are written."""
    parts = [""]
    for found in re.finditer(r'"[^"]*"|\\.|\[[^\]]*\]|;|.', code, re.DOTALL):
        if found.group() == ";":
            parts.append("")
        else:
            parts[-1] += found.group()
    return parts


def around_text(code: str) -> tuple[str, str]:
    """What stands before and behind texts that are shown by a code."""
    parts = split(code)
    of_text = parts[3] if len(parts) > 3 else parts[-1]  # noqa: PLR2004 - the fourth is for texts
    before, at, behind = "", False, ""
    for token in _TOKEN.finditer(of_text):
        if token["text"]:
            at = True
        elif at:
            behind += _literal(token)
        else:
            before += _literal(token)
    return (before, behind) if at else ("", "")


def applied(number: Decimal, found: tuple[Section, ...]) -> str | None:
    """A number as its sections show it; None where they show it in a way of their own.

    Args:
        number: The number.
        found: At least one section.
    """
    at = 1 if number < 0 and len(found) > 1 else 2 if not number and len(found) > 2 else 0  # noqa: PLR2004 - likewise
    section = found[at]
    if section.is_plain:
        return None
    shifted = (abs(number) if at == 1 else number).scaleb(section.shift)
    if section.decimals is not None:
        shifted = shifted.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP)
    digits = f"{shifted.normalize():f}" if shifted else "0"
    whole, point, rest = digits.lstrip("-").partition(".")
    sign = "-" if digits.startswith("-") else ""
    before, behind = section.before, section.behind
    if at == 1 and before.endswith("(") and behind.startswith(")"):
        before, behind = f"{before[:-1]}-", behind[1:]
    return f"{before}{sign}{whole.zfill(section.width)}{point}{rest}{behind}".strip()


def _section(code: str) -> Section:
    before, behind, digits, shift = "", "", "", 0
    is_plain = False
    for token in _TOKEN.finditer(code):
        if token["general"] or token["digits"]:
            is_plain = is_plain or bool(digits)
            digits = token.group()
            continue
        is_plain = is_plain or bool(token["power"] or token["text"])
        literal = _literal(token)
        shift += 2 * (token["literal"] == "%")
        if digits:
            behind += literal
        else:
            before += literal
    if is_plain or not digits:
        return Section(is_plain=True)
    if digits[:1].upper() == "G":
        return Section(before, behind, None, 1, shift)
    scaled = len(digits) - len(digits.rstrip(","))
    whole, _, rest = digits.rstrip(",").partition(".")
    return Section(before, behind, min(len(rest), _MOST_DECIMALS), whole.count("0"), shift - 3 * scaled)


def _literal(token: re.Match[str]) -> str:
    return token["quoted"] or token["escaped"] or token["money"] or token["literal"] or ""
