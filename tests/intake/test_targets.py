"""Targets from prose: those that careful people read in it, with its own words, and no others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancli.intake.targets.clause import Found
from plancli.intake.targets.reading import find_targets, with_ids
from plancli.model.task import Target
from plancli.prose.quantities import UNIT
from plancli.prose.sentences import locate_quote
from plancli.source.values import Plain
from tests.intake.target_prose import NONE, TARGETS
from tests.intake.target_prose_fields import FIELD_NONE, FIELD_TARGETS, ROW_TARGETS
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each sentence with what it sets."""
    sentence, targets = "", list[str]()
    for line in text.strip().splitlines():
        if line.startswith("  "):
            targets.append(line.strip())
            continue
        if sentence:
            yield sentence, targets
        sentence, targets = line, []
    yield sentence, targets


def written(found: Found) -> str:
    """A target as the table has it."""
    keys = found.keys
    if not keys:
        return f"- {found.words} | {' '.join(found.unsure)}"
    quote = keys["quote"] if isinstance(keys["quote"], str) else "…".join(keys["quote"])
    other = [*(f"{key}={keys[key]}" for key in ("commitment", "per", "scope") if key in keys), *found.unsure]
    return " | ".join(filter(None, [keys["indicator"], goal(keys), str(keys["due"]), quote, " ".join(other)]))


def goal(keys: dict[str, Any]) -> str:
    """The number or the statement of a target."""
    if "statement" in keys:
        return str(keys["statement"])
    value = keys["value"]
    shown = "—".join(map(str, value)) if isinstance(value, list) else value
    return f"{keys['comparator']} {shown} {keys['unit']}"


@pytest.mark.parametrize(
    ("sentence", "targets"),
    list(cases(TARGETS + FIELD_TARGETS.lstrip())),
    ids=lambda each: each[:20] if isinstance(each, str) else "",
)
def test_sentences_that_set_targets(sentence: str, targets: list[str]) -> None:
    """Indicator, goal, deadline, words, all else, and why a person should look."""
    assert [written(each) for each in find_targets(sentence)] == targets


@pytest.mark.parametrize(
    ("sentence", "targets"), list(cases(ROW_TARGETS)), ids=lambda each: each[:20] if isinstance(each, str) else ""
)
def test_sentences_of_a_task_with_a_deadline(sentence: str, targets: list[str]) -> None:
    """The lists of a year's work, whose deadline stands in another column: 地区生产总值增长6%左右."""
    assert [written(each) for each in find_targets(sentence, "2026", year=2026)] == targets


@pytest.mark.parametrize("sentence", (NONE.strip() + FIELD_NONE.rstrip()).splitlines())
@pytest.mark.parametrize("due", ["", "2027"])
def test_sentences_that_set_none(sentence: str, due: str) -> None:
    """Subsidies, names, ranks that are tried for, facts, documents' numbers: also where the task has a deadline."""
    assert find_targets(sentence, due) == ()


def test_the_deadline_of_the_task() -> None:
    """Rules the numbers of sentences that have none of their own, and nothing that is no promise."""
    text = "新建口袋公园15个。\n加快实现全覆盖。\n到2026年，甲率达30%。"
    assert [(each.keys["due"], each.unsure) for each in find_targets(text, "2027-06")] == [
        ("2027-06", ("due-of-row",)),
        (2026, ()),
    ]


def test_a_year_before_the_plan() -> None:
    """Is one of facts: 2024年 in a plan that begins in 2025; the plan's own first year is none."""
    text = "2024年，甲率达90%；2025年，甲率达92%。"
    before, target = find_targets(text, "2027", 2025)
    assert before == Found({}, "甲率达90%", ("before-plan",))
    assert (target.keys["due"], target.unsure) == (2025, ())
    assert [each.keys["due"] for each in find_targets(text, "2027")] == [2024, 2025]
    text = "2024年全市甲率达90%，乙率达80%。"
    assert [each.unsure for each in find_targets(text, "2027", 2025)] == [("before-plan",), ("before-plan",)]


def test_a_sentence_that_nobody_can_read() -> None:
    """Is told of, and costs nothing."""
    text = "到2027年，" + "甲率达30%，" * 300 + "乙率达30%。"
    assert find_targets(text) == (Found({}, text, ("sentence-too-long",)),)


def test_ids() -> None:
    """Are made of the indicators; of two of one indicator the second is numbered."""
    found = with_ids(find_targets("到2026年，甲乙率达30%；到2027年，甲乙率达40%，“两江”水质达Ⅱ类标准。"))
    assert [each["id"] for each in found] == ["甲乙率", "甲乙率-2", "两江水质"]


WORDS = [
    *("6月底前", "今年9月", "年底前", "上半年"),
    *"，。；、：（）“”和并达到超过不低于约近以上以内左右分别年均每年力争确保全市",
    *(
        "到2027年",
        "2026年底前",
        "截至2024年底",
        "6月底前",
        "今年9月",
        "年底前",
        "上半年",
        "其中",
        "同比增长",
        "保持领先",
        "全覆盖",
        "完成市级下达任务",
        "前三名",
    ),
    *(
        "覆盖率",
        "绿色工厂",
        "PM2.5浓度",
        "建成",
        "培育",
        "新增",
        "补助",
        "对",
        "的",
        "50米",
        "两",
        "三百",
        "百亿",
        "级",
    ),
    *("1", "30", "1560", "0.00001", "1234567890123456789", "1—2", "%", "家", "亿元", "万平方米", "微克/立方米"),
    *UNIT.split("|")[:8],
]


def as_read(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    """A value as loading has it."""
    if isinstance(value, dict):
        return {key: as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(map(as_read, value))
    return value if isinstance(value, str) else Plain(json.dumps(value))


@arbitrary
@given(
    st.sampled_from(["", "到2027年，"]),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
    st.sampled_from(["", "2027", "2026-06"]),
    st.sampled_from([None, 2026]),
)
@example("到2027年，", "甲率达1—2%，乙率达2—1%。", "", None)
@example("到2027年，", "拥堵指数控制在1.6以下。", "", None)
@example("", "2026年6月底前甲率达30%，6月底前乙率达30%，今年6月底前丙率达30%。", "", 2026)
def test_whatever_is_found_stands_in_the_text(begin: str, rest: str, due: str, year: int | None) -> None:
    """The file takes it as it is, and its words are the text's."""
    text = begin + rest
    for found in with_ids(find_targets(text, due, year=year)):
        target = Target.model_validate(as_read(found))
        assert locate_quote(text, target.quote)
        assert not target.confirmed


def test_a_text_longer_than_any_task() -> None:
    """Is not searched, and that is told."""
    assert [each.unsure for each in find_targets("到2027年，建成商场5家。" * 5000)] == [("sentence-too-long",)]
