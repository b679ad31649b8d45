"""Goals, deadlines and paragraphs in words, in Chinese and in English."""

from __future__ import annotations

import pytest

from plancli.messages import catalog
from plancli.model.task import Target, Task
from plancli.source.yaml import Plain
from plancli.views import words

ZH, EN = catalog("zh-CN"), catalog("en")


def target(**keys: object) -> Target:
    """A target with these keys."""
    numbers = {key: Plain(value) if isinstance(value, str) and key == "value" else value for key, value in keys.items()}
    return Target.model_validate({"id": "甲", "indicator": "甲", "due": Plain("2027"), "quote": "甲", **numbers})


@pytest.mark.parametrize(
    ("keys", "chinese", "english"),
    [
        ({"comparator": "at-least", "value": "1800", "unit": "亿元"}, "不低于1800亿元", "at least 1800亿元"),
        ({"comparator": "at-least", "value": "1.10", "unit": "%"}, "不低于1.10%", "at least 1.10%"),
        ({"comparator": "at-least", "value": "100", "unit": "%"}, "达到100%", "the full 100%"),
        ({"comparator": "at-least", "value": "100", "unit": "家"}, "不低于100家", "at least 100家"),
        ({"comparator": "more-than", "value": "5", "unit": "km"}, "超过5 km", "more than 5 km"),
        ({"comparator": "at-most", "value": "5", "unit": "起"}, "不超过5起", "at most 5起"),
        ({"comparator": "less-than", "value": "-5", "unit": "%"}, "低于-5%", "less than -5%"),
        ({"comparator": "between", "value": (Plain("1"), Plain("2")), "unit": "家"}, "1—2家", "1—2家"),
        ({"comparator": "exactly", "value": "5", "unit": "个"}, "等于5个", "exactly 5个"),
        ({"statement": "保持全市领先"}, "保持全市领先", "保持全市领先"),
        ({"statement": "保持全市领先", "commitment": "aim"}, "力争保持全市领先", "aim for 保持全市领先"),
        ({"statement": "力争进入前列", "commitment": "aim"}, "力争进入前列", "aim for 力争进入前列"),
        (
            {"comparator": "at-least", "value": "3", "unit": "栋", "per": "year", "commitment": "aim"},
            "力争每年不低于3栋",
            "aim for at least 3栋 a year",
        ),
        ({"statement": "{braces}", "per": "year"}, "每年{braces}", "{braces} a year"),
    ],
)
def test_goals(keys: dict[str, object], chinese: str, english: str) -> None:
    """Every comparator has one wording; 力争 and 每年 stand before it."""
    assert words.goal(target(**keys), ZH) == chinese
    assert words.goal(target(**keys), EN) == english


@pytest.mark.parametrize(
    ("due", "chinese", "english"),
    [
        (Plain("2027"), "2027年", "2027"),
        ("2027-06", "2027年6月", "2027-06"),
        ("2027-06-09", "2027年6月9日", "2027-06-09"),
        ("ongoing", "持续推进", "ongoing"),
    ],
)
def test_deadlines(due: object, chinese: str, english: str) -> None:
    """A deadline is told as exactly as it is set."""
    task = Task.model_validate({"id": "甲", "title": "甲", "text": "甲", "due": due})
    assert task.due
    assert words.deadline(task.due, ZH) == chinese
    assert words.deadline(task.due, EN) == english


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("一。\n二。\n", ("一。二。",)),
        ("一。\n\n二。\n三。", ("一。", "二。三。")),
        ("\n\n一。\n \n\n二。\n\n", ("一。", "二。")),
        ("One.\nTwo.", ("One. Two.",)),
        ("推广 GDP\nR&D 投入", ("推广 GDP R&D 投入",)),
        ("到GDP\n二。", ("到GDP二。",)),
        ("一。\nGDP", ("一。GDP",)),
        ("“一。”\n“二。”", ("“一。”“二。”",)),
        ("“One.”\n“Two.”", ("“One.” “Two.”",)),
        ("一。\n“GDP”", ("一。“GDP”",)),
        ("”\n“", ("”“",)),
    ],
)
def test_paragraphs(text: str, paragraphs: tuple[str, ...]) -> None:
    """Sentences are joined without a space, but for one between two Latin characters."""
    assert words.paragraphs(text) == paragraphs


@pytest.mark.parametrize(
    ("name", "stem"),
    [("牵头单位", "牵头"), ("责任部门", "责任"), ("单位", "单位"), ("主办", "主办"), ("Lead", "Lead")],
)
def test_role_stems(name: str, stem: str) -> None:
    """A role's verb is its name without the word for an office."""
    assert words.role_stem(name) == stem
