"""Deadlines: which years of a sentence are some, and which dates of a file can be what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from plancli.model.fields import Deadline
from plancli.prose.deadlines import deadlines
from tests.load.promises import arbitrary


def read(text: str) -> str:
    """The deadlines of a text as a file has them."""
    return " ".join(each.due for each in deadlines(text))


SET = {
    "到2027年，绿色贷款余额达1800亿元": "2027",
    "力争到2027年，甲": "2027",
    "至2027年，甲": "2027",
    "2027年，甲达30%": "2027",
    "力争2027年建成": "2027",
    "（2027年建成）": "2027",
    "到2027年底，甲": "2027",
    "2026年底前建成": "2026",
    "2026年年底前建成": "2026",
    "2026年末": "2026",
    "2027年前建成": "2027",
    "2026年6月底前完成": "2026-06",
    "2026年06月底前完成": "2026-06",
    "2026年6月30日前完成": "2026-06-30",
    "2026年12月完成": "2026-12",
    "2026年上半年": "2026-06",
    "2026年第三季度前": "2026-09",
    "2025—2027年，培训": "2027",
    "2025年至2027年，培训": "2027",
    "由2024年的20%提高到2027年的30%": "2027",
    "到2026年，甲；到2027年，乙": "2026 2027",
    "按照《计划（2025—2026年）》，到2027年": "2027",
    "到“十五五”末": "2030",
    "到十四五期末，甲；到2027年，乙": "2025 2027",
}

UNSET = [
    "单位GDP能耗较2020年下降14%",
    "比2020年增长5%",
    "与2020年相比",
    "在2020年基础上",
    "以2020年为基期",
    "自2025年起",
    "从2025年1月开始",
    "截至2024年底",
    "截止到2024年底",
    "面向2035年",
    "恢复到2019年水平",
    "《三年行动计划（2025—2027年）》",
    "落实2030年前碳达峰行动方案",
    "力争2030年前实现碳达峰",
    "2026年是攻坚之年",
    "办好2026年内陆开放论坛",
    "在2025年建成2座的基础上，再建成5座",
    "2025年版",
    "甲2026年工作要点",
    "达到2027家",
    "12027年",
    "三年行动、“十四五”规划",
    "",
]


@pytest.mark.parametrize(("text", "expected"), SET.items())
def test_deadlines(text: str, expected: str) -> None:
    """What is to be done by then."""
    assert read(text) == expected


@pytest.mark.parametrize("text", UNSET)
def test_no_deadlines(text: str) -> None:
    """What a figure is compared with, what began then, what is only called so."""
    assert read(text) == ""


@pytest.mark.parametrize(
    ("text", "allowed", "refused"),
    [
        ("到2027年", "2027 2027-06 2027-12-31", "2026 2028"),
        ("2026年底前", "2026 2026-12", "2027 2025"),
        ("2026年6月底前", "2026-06 2026-06-30", "2026 2026-07 2025-06"),
        ("2026年6月前", "2026-06 2026-05", "2026-07 2026"),
        ("2026年6月举办", "2026 2026-06", "2026-07 2027"),
        ("2026年12月31日前", "2026 2026-12-31", "2026-11 2027"),
        ("2027年前", "2026 2027", "2025 2028"),
        ("2025—2027年，", "2025 2026 2027", "2024 2028"),
    ],
)
def test_what_a_file_may_have_for_them(text: str, allowed: str, refused: str) -> None:
    """The end of a year is the year; a month that only the file has, may be known from elsewhere."""
    (deadline,) = deadlines(text)
    dues = {each: each.split("-") for each in f"{allowed} {refused}".split()}
    found = [each for each, (year, *rest) in dues.items() if deadline.allows(int(year), int(rest[0]) if rest else None)]
    assert found == allowed.split()


@arbitrary
@given(text=st.text("到至截2025026年7月130日底末前初—上半第三季度，。《》“十四五”期较起", max_size=30))
def test_any_text(text: str) -> None:
    """They stand in order, are what they are said to be, and a file can hold them."""
    found = deadlines(text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        assert text[each.start : each.end] == each.words
        assert each.first <= each.year
        assert each.allows(each.year, each.month)
        if each.month and each.day is None:
            due = TypeAdapter(Deadline).validate_python(each.due)
            assert (due.year, due.month) == (each.year, each.month)
