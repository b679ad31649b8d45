"""Numbers that lists are counted by."""

from __future__ import annotations

import pytest

from plancli.model.numbering import chinese
from plancli.prose.numerals import numeral, worded


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("百", 100),
        ("一百", 100),
        ("两百", 200),
        ("一百零五", 105),
        ("一百一十五", 115),
        ("一百二十", 120),
        ("千", 1000),
        ("三千五百", 3500),
        ("一千零五十", 1050),
        ("一万", 10**4),
        ("一万零三百", 10300),
        ("一万二千", 12000),
        ("十万", 10**5),
        ("二百五十三万四千", 2534000),
        ("十五亿", 15 * 10**8),
        ("五亿六千万", 56 * 10**7),
        ("三万亿", 3 * 10**12),
    ],
)
def test_larger_numbers(text: str, expected: int) -> None:
    """As documents write them out."""
    assert worded(text) == expected


@pytest.mark.parametrize("number", [*range(1, 100)])
def test_small_numbers_are_the_same_either_way(number: int) -> None:
    """十二 is 12 to both."""
    assert worded(chinese(number)) == number


@pytest.mark.parametrize("text", ["", "零", "一二", "百百", "十百", "万千", "一百一", "一万二", "一零", "3", "半"])
def test_what_no_words_mean(text: str) -> None:
    """Nonsense, and what people would not agree on."""
    assert worded(text) is None
