"""How the values of a spreadsheet are shown: dates, months, shares in per cent, amounts with their unit."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.formats.sheet_codes import Section, applied, around_text, sections

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

Kind = Literal["number", "date", "month", "day", "year"]
"""What a value is shown as; a month is a date without a day, and a day one without a year."""


class Look(NamedTuple):
    """How a value is shown.

    Attributes:
        kind: What it is shown as.
        sections: Of a number.
        around: What stands before and behind a text.
    """

    kind: Kind = "number"
    sections: tuple[Section, ...] = ()
    around: tuple[str, str] = ("", "")


PLAIN = Look()

_EAST_ASIAN: dict[int, Look] = {
    **dict.fromkeys((27, 36, 50, 52, 57), Look("month")),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), Look("day")),
    **dict.fromkeys((30, 31, *range(32, 36), 55, 56), Look("date")),
}
"""Formats that Excel knows by number alone, as a Chinese one shows them: 57 is yyyy年m月."""

_LITERAL = re.compile(r'"[^"]*"|[\\!_*].|\[[^\]]*\]')
_LONGEST = 30
_LONGEST_CODE = 255
"""No program writes longer ones."""

_PRECISION = 15
"""As many digits as a spreadsheet shows of any number."""


def looks(styles: ET.Element) -> list[Look]:
    """How the cells of each style show values, by the style's number.

    Args:
        styles: The root of the spreadsheet's style part.
    """
    space = styles.tag.rpartition("}")[0] + "}" if "}" in styles.tag else ""
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in styles.iter(f"{space}numFmt")}
    found = styles.find(f"{space}cellXfs")
    known: dict[str, Look] = {}
    numbers = [] if found is None else [each.get("numFmtId", "0") for each in found]
    return [known.get(number) or known.setdefault(number, _look(number, codes)) for number in numbers]


def _look(number: str, codes: dict[str, str]) -> Look:
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format  # noqa: PLC0415 - an extra

    at = int(number) if number.isdecimal() else 0
    if number not in codes and at in _EAST_ASIAN:
        return _EAST_ASIAN[at]
    code = (codes.get(number) or BUILTIN_FORMATS.get(at, "General"))[:_LONGEST_CODE]
    bare = _LITERAL.sub("", code).lower().replace("general", "").replace("通用格式", "")
    if is_date_format(code) and not re.search("[0#?]", bare.replace(".0", "")):
        return Look(_kind_of_date(bare.partition(";")[0]))
    return Look("number", () if code == "General" else sections(code), around_text(code))


def _kind_of_date(code: str) -> Kind:
    if "y" in code or "e" in code:
        return "date" if "d" in code else "month" if "m" in code else "year"
    return "day" if "d" in code and "m" in code else "date"


def shown(text: str, look: Look, *, since_1904: bool) -> str:
    """A number as its reader sees it: without zeros behind it, 95% for 0.95, 500万元, dates by ISO 8601.

    Args:
        text: The number as the file has it.
        look: How it is shown.
        since_1904: Whether dates are counted from 1904 on.
    """
    try:
        number = Decimal(f"{float(text):.{_PRECISION}g}")
    except (ValueError, InvalidOperation):
        return text
    if look.kind != "number":
        return _date(float(text), look.kind, since_1904=since_1904) or text
    if not number.is_finite() or abs(number.adjusted()) >= _LONGEST or len(text) >= _LONGEST:
        return text
    as_shown = applied(number, look.sections) if look.sections else None
    return f"{number.normalize():f}" if as_shown is None else as_shown


def _date(number: float, kind: Kind, *, since_1904: bool) -> str:
    """The date that a number of days means; empty where it means none."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel  # noqa: PLC0415

    try:
        when = None if number < 0 else from_excel(number, CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900)
    except (ValueError, OverflowError):
        return ""
    if not isinstance(when, dt.datetime):
        return "" if when is None else str(when)
    match kind:
        case "month":
            return f"{when.year:04}-{when.month:02}"
        case "day":
            return f"{when.month}月{when.day}日"
        case "year":
            return f"{when.year}年"
        case _:
            return when.date().isoformat() if when.time() == dt.time() else when.isoformat(" ", "minutes")
