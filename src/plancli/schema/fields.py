r"""What JSON Schema can say of the types that parse themselves, and which of its values it lets through.

Patterns are of the kind that JavaScript and Python read alike: `[0-9]`, no `\d`; and `(?!\n)` behind `$`, which in
Python also stands before a last line feed.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from plancli.messages import N_
from plancli.model import fields
from plancli.schema.words import both
from plancli.wording.table import WORDS

Fragment = dict[str, Any]
"""A JSON Schema, or a part of one."""

# Days that exist: 28 in every month, 29 and 30 in all but February, 31 in seven, and the 29th of a leap February.
_YEAR = "(?!0000)[0-9]{4}"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = f"(?:{_MONTH}-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
_END = "$(?!\\n)"
DAY = f"^(?:{_YEAR}-{_DAY}|{_LEAP_YEAR}-02-29){_END}"
"""A day of the calendar, `2025-07-01`."""

_CENTURIES = "|".join(map(str, range(fields.FIRST_YEAR // 100, fields.LAST_YEAR // 100 + 1)))
MONTH_OR_DAY = f"^(?={_CENTURIES})(?:{_YEAR}-(?:{_MONTH}|{_DAY})|{_LEAP_YEAR}-02-29){_END}"
"""`2027-06` or `2027-06-30`."""

LARGEST = 10**15
"""No plan counts further; JSON Schema cannot count digits, so that this one number too many passes."""


def _refusal(case: str) -> Fragment:
    """What editors say of a wrong value, those that know `errorMessage`: our own way out."""
    return {"errorMessage": both(WORDS[f"wrong-type.{case}"].help)}


LINE: Fragment = {
    "type": "string",
    "pattern": "^\\s*\\S(?:[^\\n]*\\S)?\\s*$",
    "errorMessage": both(N_("write one line of text; what looks like a number or a boolean goes in quotes")),
}
TEXT: Fragment = {
    "type": "string",
    "pattern": "\\S",
    "errorMessage": both(N_("write a text; what looks like a number or a boolean goes in quotes")),
}
CODE: Fragment = {"type": "string", "pattern": "^\\s*[0-9]{6}\\s*$", **_refusal("code")}
YEAR: Fragment = {
    "type": "integer",
    "minimum": fields.FIRST_YEAR,
    "maximum": fields.LAST_YEAR,
    **_refusal("year"),
}
DATE: Fragment = {"type": "string", "pattern": DAY, **_refusal("date")}
DUE: Fragment = {
    "anyOf": [
        {**YEAR, **_refusal("due")},
        {"type": "string", "pattern": MONTH_OR_DAY, **_refusal("due")},
        {"const": fields.ONGOING, **_refusal("due")},
    ]
}
NUMBER: Fragment = {"type": "number", "minimum": -LARGEST, "maximum": LARGEST, **_refusal("number")}
RANGE: Fragment = {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2, **_refusal("range")}
VALUE: Fragment = {"anyOf": [NUMBER, RANGE]}
FLAG: Fragment = {"type": "boolean", **_refusal("flag")}
FORMAT: Fragment = {"type": "integer", "const": 1, **_refusal("format")}
QUOTE: Fragment = {"anyOf": [LINE, {"type": "array", "items": LINE, "minItems": 1}]}

_TYPES = (
    (fields.Line, LINE),
    (fields.Text, TEXT),
    (fields.Year, YEAR),
    (fields.Date, DATE),
    (fields.Deadline, DUE),
    (fields.Value, VALUE),
    (fields.Number, NUMBER),
    (fields.Flag, FLAG),
    (fields.FormatVersion, FORMAT),
    (fields.Quote, QUOTE),
)


def fragment(annotation: object) -> Fragment | None:
    """What the schema says of one of our types; None for any other."""
    return next((deepcopy(said) for known, said in _TYPES if known == annotation), None)
