"""Numbers that lists are counted by."""

from __future__ import annotations

import pytest

from plancli.model.numbering import chinese
from plancli.prose.numerals import numeral


@pytest.mark.parametrize("number", range(1, 100))
def test_it_inverts_the_numbers_of_headings(number: int) -> None:
    """一 to 九十九, and digits."""
    assert numeral(chinese(number)) == numeral(str(number)) == number


@pytest.mark.parametrize(("text", "expected"), [("两", 2), ("07", 7), ("0", 0)])
def test_other_ways_to_write_a_number(text: str, expected: int) -> None:
    """As people say it, and with a zero before it."""
    assert numeral(text) == expected


@pytest.mark.parametrize("text", ["", "一二", "十十", "二十十", "十一二", "百", "１", "²", "一两", "十两", "两十"])
def test_what_is_no_number(text: str) -> None:
    """Numerals that are no number, and digits of other kinds."""
    assert numeral(text) is None
