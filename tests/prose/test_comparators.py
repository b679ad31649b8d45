"""What the words around a number say about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.comparators import Comparator, Comparison, comparison, contradicts
from plancli.prose.quantities import quantities
from tests.load.promises import arbitrary

FORMAT = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8").replace("(建成1家)", "")
ROWS = re.findall(r"^\| ([^|`]+) \| `(at-least|more-than|at-most|less-than|exactly)` \|$", FORMAT, re.MULTILINE)
WORDS = [(word, comparator) for words, comparator in ROWS for word in re.findall("[\u4e00-\u9fff]+", words)]


def said(text: str) -> Comparison | None:
    """What is said of the last number of a text."""
    *_, quantity = quantities(text)
    return comparison(text, quantity.start, quantity.end)


def read(text: str) -> str:
    """The same as `comparator words`, with a star where it can be something else as well."""
    found = said(text)
    return f"{found.comparator}{'' if found.is_firm else '*'} {found.words}".strip() if found else ""


@pytest.mark.parametrize(("word", "comparator"), WORDS)
def test_the_table_of_the_format(word: str, comparator: str) -> None:
    """The page and the code say the same, whether the word stands before the number or behind it."""
    before, behind = said(f"甲{word}30%。"), said(f"甲30%{word}。")
    found = behind if behind and behind.words else before
    assert found == (comparator, word, found and found.also)


def test_the_table_is_found() -> None:
    """Else the test above tests nothing."""
    assert len(WORDS) == 18


READINGS = {
    "绿色贷款余额达1800亿元": "at-least* 达",
    "绿色贷款余额达到了1800亿元": "at-least* 达到",
    "占比达到 30 % 以上": "at-least 达到…以上",
    "占比不得低于30%": "at-least 不得低于",
    "占比不应少于30%": "at-least 不应少于",
    "至少30%": "at-least 至少",
    "30%及以上": "at-least 及以上",
    "30%（含）以上": "at-least （含）以上",
    "稳定在88%以上": "at-least 稳定在…以上",
    "控制在30%以上": "at-least 以上",
    "提高到30%": "at-least* 提高到",
    "保持38%": "at-least* 保持",
    "超过30%": "more-than 超过",
    "突破1000亿元": "more-than 突破",
    "超60%": "more-than 超",
    "超过30%以上": "more-than* 超过…以上",
    "不超过5%": "at-most 不超过",
    "不得超过5%": "at-most 不得超过",
    "未超过5%": "at-most 未超过",
    "防止超过5%": "at-most 防止超过",
    "不高于5%": "at-most 不高于",
    "控制在35微克/立方米以内": "at-most 控制在…以内",
    "控制在35微克/立方米": "at-most* 控制在",
    "压缩至3个工作日内": "at-most 压缩至…内",
    "降至35天以下": "at-most* 降至…以下",
    "低于5%": "less-than 低于",
    "低于5%以下": "less-than* 低于…以下",
    "不足5%": "less-than 不足",
    "占比为30%": "exactly* 为",
    "正好30家": "exactly 正好",
    "分别达到280家、1560家": "at-least* 达到",
    "分别不低于30%、40%和50%": "at-least 不低于",
    "下降14%以上": "at-least 以上",
    "达10余家": "at-least* 达",
    "建成1家": "at-least*",
    "下降14%": "at-least*",
    "3家内资企业": "at-least*",
    "未达到30%": "at-least*",
    "30%左右": "",
    "约30%": "",
    "达到近30家": "",
    "不少于3天以内": "",
    "超过3天以内": "",
}


@pytest.mark.parametrize(("text", "expected"), READINGS.items())
def test_words_around_a_number(text: str, expected: str) -> None:
    """Right before it and right behind it, with what denies them."""
    assert read(text) == expected


NUMBERS: tuple[Comparator, ...] = ("at-least", "more-than", "at-most", "less-than", "exactly")

CONTRADICTED = {
    "甲不低于30%": "more-than at-most less-than exactly",
    "甲30%以上": "more-than at-most less-than exactly",
    "甲超过30%": "at-least at-most less-than exactly",
    "甲超过30%以上": "at-most less-than exactly",
    "甲不超过30%": "at-least more-than less-than exactly",
    "甲低于30%": "at-least more-than at-most exactly",
    "甲达到30%": "more-than at-most less-than",
    "污染物浓度达到30%": "more-than",
    "甲保持30%": "more-than less-than",
    "甲控制在30%": "at-least more-than",
    "甲降至30%": "at-least more-than",
    "甲为30%": "",
    "建成30家": "more-than at-most less-than",
    "甲30家": "",
    "缩短办理时限，建成30家": "more-than",
    "工程建设项目审批环节30家": "",
    "新增建设用地规模30家": "",
    "建成三批，办理时限30天": "",
}


@pytest.mark.parametrize(("text", "expected"), CONTRADICTED.items())
def test_what_nobody_could_take_them_for(text: str, expected: str) -> None:
    """Of what can be read in two ways, both are sound."""
    found = said(text)
    assert found
    (quantity,) = quantities(text)
    assert [each for each in NUMBERS if contradicts(found, each, text[: quantity.start])] == expected.split()


@arbitrary
@given(
    before=st.text("不未得达到超过低于少高控制在保持为约近、和建成，。 ", max_size=12),
    behind=st.text("（含）以上下内左右及或、，。部", max_size=6),
)
def test_any_words(before: str, behind: str) -> None:
    """The words that are told stand right around the number."""
    text = f"{before}30%{behind}"
    at = len(before)
    if found := comparison(text, at, at + 3):
        ahead, _, after = found.words.partition("…")
        assert ahead in text
        assert after in behind
        assert not contradicts(found, found.comparator, before)
