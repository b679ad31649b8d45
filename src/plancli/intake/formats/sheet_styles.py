"""How the numbers of a spreadsheet are shown: dates, shares in per cent, and plain ones."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

Look = Literal["plain", "percent", "date", "month"]
"""How a number is shown; a month is a date without a day."""

_EAST_ASIAN: dict[int, Look] = {
    **dict.fromkeys((27, 36, 50, 52, 57), "month"),
    **dict.fromkeys((28, 29, 30, 31, 51, 53, 54, 58), "date"),
}
"""Formats that Excel knows by number alone, as a Chinese one shows them: 57 is yyyy年m月."""

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_LONGEST = 30


def looks(styles: ET.Element) -> list[Look]:
    """How the cells of each style show numbers, by the style's number.

    Args:
        styles: The root of the spreadsheet's style part.
    """
    space = styles.tag.rpartition("}")[0] + "}" if "}" in styles.tag else ""
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in styles.iter(f"{space}numFmt")}
    found = styles.find(f"{space}cellXfs")
    return [] if found is None else [_look(each.get("numFmtId", "0"), codes) for each in found]


def _look(number: str, codes: dict[str, str]) -> Look:
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format  # noqa: PLC0415 - an extra

    at = int(number) if number.isdecimal() else 0
    if number not in codes and at in _EAST_ASIAN:
        return _EAST_ASIAN[at]
    code = codes.get(number) or BUILTIN_FORMATS.get(at, "General")
    bare = _QUOTED.sub("", code).lower()
    if is_date_format(code):
        return "month" if "y" in bare and "d" not in bare else "date"
    return "percent" if "%" in bare else "plain"


def shown(text: str, look: Look, *, since_1904: bool) -> str:
    """A number as its reader sees it: without a trailing .0, 95% for 0.95, dates by ISO 8601.

    Args:
        text: The number as the file has it.
        look: How it is shown.
        since_1904: Whether dates are counted from 1904 on.
    """
    try:
        number = Decimal(repr(float(text)))
    except (ValueError, InvalidOperation):
        return text
    if look in {"date", "month"}:
        return _date(float(text), since_1904=since_1904, month=look == "month") or text
    if look == "percent":
        return f"{_plain(number * 100)}%"
    return _plain(number) if len(text) < _LONGEST else text


def _plain(number: Decimal) -> str:
    """A number without an exponent and without zeros behind it."""
    return f"{number.normalize():f}" if number.is_finite() and abs(number.adjusted()) < _LONGEST else str(number)


def _date(number: float, *, since_1904: bool, month: bool) -> str:
    """The date that a number of days means; empty where it means none."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel  # noqa: PLC0415

    try:
        when = from_excel(number, CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900)
    except (ValueError, OverflowError):
        return ""
    if not isinstance(when, dt.datetime):
        return "" if when is None else str(when)
    if month:
        return when.strftime("%Y-%m")
    return when.date().isoformat() if when.time() == dt.time() else when.isoformat(" ", "minutes")
