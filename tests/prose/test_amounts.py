"""When two quantities are the same, and numbers in a unit that is given."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.quantities import amounts, quantities, split_scale
from tests.load.promises import arbitrary


def same(one: str, another: str) -> bool:
    """Whether two phrases hold the same quantity."""
    (quantity,), (other,) = quantities(one), quantities(another)
    return quantity.equals(other.low, other.high, other.unit)


SAME = [
    "2万吨=20000吨",
    "1800亿元=180000000000元",
    "1800亿元=18000000万元",
    "30%=30％",
    "1.2万亿元=12000亿元",
    "3百万元=300万元",
    "2千人=2000人",
    "0.5亿千瓦时=5000万千瓦时",
    "1—2万吨=10000—20000吨",
    "1.10家=1.1家",
    "5%—8%=5—8%",
    "1,560家=1560家",
    "2万吨/年=20000吨/年",
]

OTHER = [
    "2万吨=2吨",
    "30%=30个百分点",
    "30%=3‰",
    "3家=3个",
    "1—2家=2家",
    "1—2家=1—3家",
    "2吨=2公斤",
    "2吨/年=2吨",
    "10元=10美元",
    "3千瓦=3吉瓦",
]


@pytest.mark.parametrize("pair", SAME)
def test_the_same(pair: str) -> None:
    """Whatever the scale, both ways."""
    one, another = pair.split("=")
    assert same(one, another)
    assert same(another, one)


@pytest.mark.parametrize("pair", OTHER)
def test_not_the_same(pair: str) -> None:
    """Another number or another unit."""
    one, another = pair.split("=")
    assert not same(one, another)
    assert not same(another, one)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("亿元", (10**8, "元")), ("万亿元", (10**12, "元")), ("百万元", (10**6, "元")), ("千万元", (10**7, "元")),
        ("万千瓦时", (10**4, "千瓦时")), ("千瓦", (1, "千瓦")), ("千米", (1, "公里")), ("千克", (1, "千克")),
        ("亿", (1, "亿")), ("％", (1, "%")), ("家", (1, "家")),
        ("万个/年", (10**4, "个/年")), ("", (1, "")), ("百", (1, "百")), ("百合", (1, "百合")),
    ],
)  # fmt: skip
def test_scales(unit: str, expected: tuple[int, str]) -> None:
    """万 and 亿 are factors; the 千 of 千瓦 belongs to the unit."""
    assert split_scale(unit) == expected


@pytest.mark.parametrize(
    ("quote", "unit", "expected"),
    [
        ("浓度降至35微克/立方米", "微克/立方米", ["35"]),
        ("建成3站2场", "场", ["2"]),
        ("达到90分、95分", "分", ["90", "95"]),
        ("占比30％", "%", ["30"]),
        ("1—2席", "席", ["1~2"]),
        ("10余席", "席", ["10"]),
        ("30%", "家", []),
        ("3家(套)", "家(套)", ["3"]),
    ],
)
def test_amounts_in_a_given_unit(quote: str, unit: str, expected: list[str]) -> None:
    """Also in one that no list knows."""
    assert [f"{each.low}{f'~{each.high}' if each.high else ''}" for each in amounts(quote, unit)] == expected


@arbitrary
@given(number=st.integers(1, 10**6), scale=st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_scales_multiply(number: int, scale: tuple[str, int]) -> None:
    """A number in any scale is the product in none."""
    (found,) = quantities(f"达到{number}{scale[0]}元")
    assert found.equals(Decimal(number * scale[1]), None, "元")


@arbitrary
@given(quote=st.text("0123456789.—%万家", max_size=20), unit=st.text(min_size=1, max_size=4))
def test_any_unit(quote: str, unit: str) -> None:
    """A unit is text that a person typed, brackets and stars included."""
    assert all(each.unit == unit for each in amounts(quote + unit, unit))
