"""Amounts that are written out, and words that stand for a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plancli.prose.shares import is_share
from plancli.prose.spelled import has_number, may_say, spelled


@pytest.mark.parametrize(
    ("quote", "unit", "expected"),
    [
        ("培育绿色商场两家", "家", ["2"]),
        ("十二家企业、三家商场", "家", ["12", "3"]),
        ("翻一番", "番", ["1"]),
        ("百分之三十的小区", "%", ["30"]),
        ("１００家", "家", ["100"]),
        ("１，５６０家", "家", ["1560"]),
        ("３５．５％", "%", ["35.5"]),
        ("由8家增加到一百家", "家", ["100"]),
        ("突破千亿元", "亿元", ["1000"]),
        ("超千家，突破一万二千家", "家", ["1000", "12000"]),
        ("三千五百亩", "亩", ["3500"]),
        ("第三家", "家", []),
        ("每一家", "家", []),
        ("一二家", "家", []),
        ("培育三家", "个", []),
        ("100家", "家", []),
    ],
)
def test_amounts_that_are_written_out(quote: str, unit: str, expected: list[str]) -> None:
    """In Chinese numerals or full-width digits, right before the unit."""
    assert [str(each.low) for each in spelled(quote, unit)] == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("建成3家", True),
        ("建成３家", True),
        ("培育两家", True),
        ("百分之三十", True),
        ("到2027年建成3家", True),
        ("到2027年建成一批", False),
        ("推广5G和PM2.5监测", False),
        ("培育一批绿色商场", False),
        ("第三家", False),
        ("一体化发展", False),
    ],
)
def test_whether_a_quote_has_a_number(quote: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """A year is none, nor are the digits of a name."""
    assert has_number(quote) is expected


@pytest.mark.parametrize(
    ("quote", "number", "expected"),
    [
        ("实现全覆盖", "100", True),
        ("实现全覆盖", "90", False),
        ("全面消除", "0", True),
        ("动态清零", "0", True),
        ("翻一番", "2", True),
        ("增长三成", "30", True),
        ("占三分之一", "33.3", True),
        ("持续提高", "100", False),
    ],
)
def test_words_that_stand_for_a_number(quote: str, number: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """全 for a hundred per cent, 零 for nothing, a proportion for any."""
    assert may_say(quote, Decimal(number)) is expected


SHARES = [
    "新能源占比",
    "服务业增加值占服务业比重",
    "森林覆盖率",
    "水质达标率",
    "优良天数比例",
    "垃圾回收利用率",
    "城镇化率",
    "群众满意度",
]
OTHERS = [
    "绿色贷款增长率",
    "产值年均增速",
    "任务完成率",
    "毛入学率",
    "拨备覆盖率",
    "产能利用率",
    "资产负债率",
    "粮食自给率",
    "较上年占比",
    "投资回报率",
    "绿色商场",
    "浓度",
    "进度",
]


@pytest.mark.parametrize("indicator", SHARES)
def test_shares(indicator: str) -> None:
    """A part of a whole is never more than the whole."""
    assert is_share(indicator)


@pytest.mark.parametrize("indicator", OTHERS)
def test_what_is_no_share(indicator: str) -> None:
    """Growth, and rates that are known to exceed a hundred."""
    assert not is_share(indicator)
