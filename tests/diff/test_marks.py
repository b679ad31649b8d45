"""Whether two texts say the same with other punctuation."""

from __future__ import annotations

import pytest

from plancli.diff.text import is_punctuation_only

SAME_WORDS = """
    推进改革，加快转型。=推进改革；加快转型。
    （试行）=(试行)
    推进改革,加快转型=推进改革，加快转型
    “光盘行动”=光盘行动
    《方案》印发=〈方案〉印发
    达１８００家=达1800家
    达1,800家=达1800家
    达1，800家=达1800家
    1—2家=1-2家
    1～2家=1~2家
    场景设计－技术匹配=场景设计—技术匹配
    达 1800 家=达1800家
    ＡＩ芯片=AI芯片
""".strip().split("\n")

OTHER_WORDS = """
    1.5家=15家
    1—2家=12家
    1、2家=12家
    15:30=1530
    1/3=13
    1.5=1:5
    30%=30
    交通、能源=交通和能源
    推进=推动
    0.5=5
    吨/年=吨年
    下降-5=下降5
""".strip().split("\n")


@pytest.mark.parametrize("pair", SAME_WORDS)
def test_punctuation_only(pair: str) -> None:
    """Punctuation, spaces and width."""
    one, other = pair.strip().split("=")
    assert is_punctuation_only(one, other)
    assert is_punctuation_only(other, one)


@pytest.mark.parametrize("pair", OTHER_WORDS)
def test_more_than_punctuation(pair: str) -> None:
    """Words, and what a mark between digits means."""
    one, other = pair.strip().split("=")
    assert not is_punctuation_only(one, other)
