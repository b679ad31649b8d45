"""What is asked for every year."""

from __future__ import annotations

import pytest

from plancli.prose.recurrence import every_year, is_yearly

MARK = "▲"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每年培训▲2000人次", "每年"),
        ("平均每年培训▲2000人次", "平均每年"),
        ("到2027年，年均增长▲6%左右", "年均"),
        ("产值年均增长▲6%", "年均"),
        ("每年培训2000人次、建成基地▲3个", ""),
        ("每年更新目录，到2027年建成▲3家", ""),
        ("年均增速和占比分别达6%和▲30%", ""),
        ("PM2.5年均浓度降至▲32微克/立方米", ""),
        ("到2027年均达到▲95%", ""),
        ("近三年均保持在▲20%以上", ""),
        ("补助标准每人每年▲240元", ""),
        ("建成▲3家，每年评估", ""),
        ("到2027年，建成▲3家", ""),
    ],
)
def test_every_year(text: str, expected: str) -> None:
    """The words reach to the next 、 and no farther."""
    found = every_year(text.replace(MARK, ""), text.index(MARK))
    assert (found.words if found else "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2027年，建成3家", False),
        ("2025—2027年，建成3家；2026年底前验收", False),
        ("每年培训2000人次", True),
        ("年度计划培训2000人次", True),
        ("处理垃圾200吨/年", True),
        ("三年建成3家", True),
    ],
)
def test_whether_anything_can_mean_every_year(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """All that is no date."""
    assert is_yearly(text) is expected
