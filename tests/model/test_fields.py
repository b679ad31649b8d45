"""Types that parse themselves: what they take, what they refuse, and that they keep the exact text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from plancli.model import fields
from plancli.model.fields import Amount, Due
from plancli.source.yaml import Plain
from tests.load.promises import arbitrary

TYPES: dict[str, TypeAdapter[Any]] = {
    "year": TypeAdapter(fields.Year),
    "date": TypeAdapter(fields.Date),
    "due": TypeAdapter(fields.Deadline),
    "number": TypeAdapter(fields.Number),
    "value": TypeAdapter(fields.Value),
    "flag": TypeAdapter(fields.Flag),
    "format": TypeAdapter(fields.FormatVersion),
    "quote": TypeAdapter(fields.Quote),
    "line": TypeAdapter(fields.Line),
    "text": TypeAdapter(fields.Text),
}


def read(name: str, value: object) -> Any:  # noqa: ANN401 - whatever the type makes of it
    """A field's value of what the YAML builder gives."""
    return TYPES[name].validate_python(value)


def refused(name: str, value: object) -> str:
    """The type of the error; empty where the value is taken."""
    try:
        read(name, value)
    except ValidationError as error:
        return str(error.errors()[0]["type"])
    return ""


P = Plain

TAKEN = [
    ("year", P("1900"), 1900),
    ("year", P("2199"), 2199),
    ("due", P("2027"), Due("2027", 2027)),
    ("due", "2027-06", Due("2027-06", 2027, 6)),
    ("due", "2028-02-29", Due("2028-02-29", 2028, 2, 29)),
    ("due", "ongoing", Due("ongoing")),
    ("due", "1900-01", Due("1900-01", 1900, 1)),
    ("due", "2199-12-31", Due("2199-12-31", 2199, 12, 31)),
    ("number", P("0"), Decimal(0)),
    ("number", P("-1.5"), Decimal("-1.5")),
    ("number", P("+3"), Decimal(3)),
    ("number", P("999999999999999.999999"), Decimal("999999999999999.999999")),
    ("value", P("1800"), Amount(Decimal(1800))),
    ("value", (P("1"), P("2")), Amount(Decimal(1), Decimal(2))),
    ("value", (P("-2"), P("-1.5")), Amount(Decimal(-2), Decimal("-1.5"))),
    ("flag", P("true"), True),
    ("flag", P("False"), False),
    ("flag", P("TRUE"), True),
    ("format", P("1"), 1),
    ("quote", "甲", ("甲",)),
    ("quote", ("甲", "乙"), ("甲", "乙")),
    ("line", "no", "no"),
    ("text", "甲\n乙", "甲\n乙"),
]

REFUSED: dict[str, tuple[object, ...]] = {
    "year": (
        *map(P, ("1899", "2200", "25", "02025", "2025.0", "-2025", "1e3", "true", "")),
        *("2025", "２０２５", (), {}, (P("2025"),)),
    ),
    "date": (
        *("2025-7-1", "2025-02-29", "20250701", "2025-07", "2025-07-01T00:00", "", "٢٠٢٥-٠٧-٠١"),
        *(P("2025"), (), {}, ("2025-07-01",)),
    ),
    "due": (
        *("2027", "2027-13", "2027-00", "2027-6", "2027-06-31", "1899-12", "2200-01", "Ongoing", "2027-06-30\n"),
        *("2027年", " 2027-06", "2027-06-", "", "２０２７-06", (), {"year": P("2027")}),
        *map(P, ("1899", "2200", "27", "2027.0", "~")),
    ),
    "number": (
        *map(P, ("1e3", ".5", "5.", "0x1F", "0o7", ".inf", ".nan", "1" * 16, "0.1234567", "", "~", "true")),
        *("1", "一", "", (), {}, (P("1"),)),
    ),
    "value": (
        *((), (P("1"),), (P("1"), P("1")), (P("2"), P("1")), (P("1"), P("2"), P("3"))),
        *(("1", P("2")), (P("1"), P("x")), ((P("1"),), P("2"))),
    ),
    "flag": ("true", "yes", P("1"), P(""), P("~"), (), {}),
    "format": (P("2"), P("1.0"), P("01"), "1", (), P("")),
    "quote": (P("2027"), "", "  ", ("甲", ""), ("甲", P("1")), {"a": "b"}, "甲\n乙", ("甲\n乙",)),
    "line": ("", " ", "\u3000", "\n", "甲\n乙", "甲\n\n乙", P("1"), (), {}),
    "text": ("", " \n ", P("2025"), ("甲",)),
}


@pytest.mark.parametrize(("name", "value", "expected"), TAKEN)
def test_taken(name: str, value: object, expected: object) -> None:
    """And what is made of it."""
    assert read(name, value) == expected


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, each in REFUSED.items() for value in each])
def test_refused(name: str, value: object) -> None:
    """With an error type of its own, never an exception of another kind."""
    assert refused(name, value)


@pytest.mark.parametrize("value", ["甲\n", " 甲", "甲\u3000", "\n甲"])
def test_a_line_is_what_can_be_seen_of_it(value: str) -> None:
    """Else a quote, a unit or an id differs from what it looks like."""
    assert read("line", value) == "甲"


@pytest.mark.parametrize("text", ["1.10", "1800", "0.000001", "-3", "100"])
def test_numbers_keep_their_exact_text(text: str) -> None:
    """1.10 stays 1.10; a range has the dash of Chinese documents."""
    assert str(read("value", P(text))) == text
    assert str(read("value", (P("-9"), P(text)))) == f"-9—{text}"


@arbitrary
@given(number=st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**14), max_value=10**14))
def test_numbers_are_exact(number: Decimal) -> None:
    """No binary fraction comes near."""
    assert read("number", P(f"{number:f}")) == number


def test_deadlines_in_order() -> None:
    """A year means its last day; ongoing comes after all."""
    written = ["ongoing", P("2027"), "2027-06", "2027-06-15", "2027-07", P("2026"), "2199-12-31"]
    dues = sorted((read("due", each) for each in written), key=lambda due: due.key)
    assert [str(due) for due in dues] == ["2026", "2027-06-15", "2027-06", "2027-07", "2027", "2199-12-31", "ongoing"]


anything = st.recursive(
    st.one_of(st.text(max_size=8), st.text("0123456789-.eE+tru", max_size=8).map(Plain)),
    lambda inside: st.one_of(
        st.lists(inside, max_size=3).map(tuple), st.dictionaries(st.text(max_size=3), inside, max_size=3)
    ),
    max_leaves=5,
)


@pytest.mark.parametrize("name", TYPES)
@arbitrary
@given(value=anything)
def test_anything_is_taken_or_refused(name: str, value: object) -> None:
    """Never an exception but pydantic's own."""
    assert refused(name, value) or read(name, value) is not None
