"""Types that parse themselves: years, deadlines, amounts, flags.

Each takes what the YAML builder gives (text, or a `Plain` number, boolean or null) and refuses the rest with an
error type of its own, which the loader words. The two arms of a union would name Python classes in an error's
place, so there are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are typing errors: no plan in force is older, none looks further ahead."""


class Record(BaseModel):
    """A frozen mapping of known keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), AfterValidator(str.rstrip)]
"""Text that says something; the line feed behind a block is no part of it."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]+$")]
"""Text on one line, without space around it."""


def _sorted(value: dict[str, str]) -> dict[str, str]:
    return dict(sorted(value.items()))


InAnyOrder = PlainSerializer(_sorted)
"""For a mapping of the plan's own keys: written out, it has them in the same order however the file has them."""


def written(value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    """The text of a scalar, plain number or not; empty for a mapping or a list."""
    text = value if isinstance(value, str) else getattr(value, "text", "")
    return text if isinstance(text, str) else ""


def _number(value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    """The text of a plain number: `"1800"` in quotes is text, also for an editor with the JSON Schema."""
    return "" if isinstance(value, str) else written(value)


def _year(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    text = _number(value)
    if not (len(text) == 4 and text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):  # noqa: PLR2004 - a year has four digits
        raise PydanticCustomError("year", "a year")
    return int(text)


Year = Annotated[int, PlainValidator(_year)]
"""A year of the Gregorian calendar."""


def _calendar_date(value: Any) -> date:  # noqa: ANN401 - whatever the file holds
    try:
        return date.fromisoformat(value if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else "")
    except (ValueError, TypeError):
        raise PydanticCustomError("date", "a date") from None


Date = Annotated[date, PlainValidator(_calendar_date), PlainSerializer(str)]
"""A day, `2025-07-01`."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: a year, a month, a day, or `ongoing` (持续推进: no end is set).

    Attributes:
        text: As written.
        year: None where ongoing.
        month: 1 to 12, None where only the year is set.
        day: None where no day is set.
    """

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def key(self) -> tuple[int, int, int]:
        """For comparing: the last day that meets the deadline; `ongoing` comes after all."""
        return (self.year or 9999, self.month or 12, self.day or 31)

    def __str__(self) -> str:
        """As written in the plan."""
        return self.text


ONGOING = "ongoing"


def _due(value: Any) -> Due:  # noqa: ANN401 - whatever the file holds
    if value == ONGOING:
        return Due(ONGOING)
    if not isinstance(value, str):
        year = _number(value)
        if re.fullmatch(r"[0-9]{4}", year) and FIRST_YEAR <= int(year) <= LAST_YEAR:
            return Due(year, int(year))
    elif found := re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", value):
        try:
            day = date(int(found[1]), int(found[2]), int(found[3] or 1))
        except ValueError:
            pass
        else:
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return Due(value, day.year, day.month, day.day if found[3] else None)
    raise PydanticCustomError("due", "a deadline")


Deadline = Annotated[Due, PlainValidator(_due), PlainSerializer(str)]
"""`2027`, `2027-06`, `2027-06-30` or `ongoing`."""


# The caps keep a typed number comparable: no plan counts beyond 10^15, none to more than six decimals.
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,6})?").fullmatch


def decimal(text: str) -> Decimal | None:
    """An exact number of at most 15 digits and 6 decimals; trailing zeros stay (`1.10`)."""
    return Decimal(text) if _DECIMAL(text) else None


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, or a range.

    Attributes:
        low: The number, or the range's lower end.
        high: The range's upper end; None for one number.
    """

    low: Decimal
    high: Decimal | None = None

    def __str__(self) -> str:
        """`1800`, or `1—2` with the dash that Chinese documents use for a range."""
        return f"{self.low}" if self.high is None else f"{self.low}—{self.high}"


def _amount(value: Any) -> Amount:  # noqa: ANN401 - whatever the file holds
    if type(value) is tuple:
        ends = [decimal(_number(end)) for end in value]
        if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:  # noqa: PLR2004 - a range has two ends
            raise PydanticCustomError("range", "a range")
        return Amount(ends[0], ends[1])
    number = decimal(_number(value))
    if number is None:
        raise PydanticCustomError("number", "a number")
    return Amount(number)


Value = Annotated[Amount, PlainValidator(_amount), PlainSerializer(str)]
"""`1800`, or `[1, 2]` for a range."""


def _single(value: Any) -> Decimal:  # noqa: ANN401 - whatever the file holds
    number = decimal(_number(value))
    if number is None:
        raise PydanticCustomError("number", "a number")
    return number


Number = Annotated[Decimal, PlainValidator(_single), PlainSerializer(str)]
"""One exact number."""


def _flag(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    text = _number(value)
    if text.lower() not in {"true", "false"}:
        raise PydanticCustomError("flag", "true or false")
    return text.lower() == "true"


Flag = Annotated[bool, PlainValidator(_flag)]
"""`true` or `false`."""


def _format(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    if _number(value) != "1":
        raise PydanticCustomError("format", "the format's version")
    return 1


FormatVersion = Annotated[int, PlainValidator(_format)]
"""The version of the plan format: 1."""


def _fragments(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    return value if type(value) is tuple else (value,)


Quote = Annotated[tuple[Line, ...], BeforeValidator(_fragments)]
"""The document's words: one string, or fragments that stand in this order in one sentence."""
