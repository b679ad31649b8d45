"""Numbers of headings and tasks: derived, never stored."""

from __future__ import annotations

import re

import pytest

from plancli.loading.loader import load
from plancli.model.numbering import chinese, heading_label
from tests.support import PLAN, TASK, Memory, wordings, world

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}


def value(numeral: str) -> int:
    """Read a Chinese numeral, the other way round from how it is written."""
    total = 0
    for digit, unit in re.findall("([一二三四五六七八九])?零?([千百十])?", numeral):
        if digit or unit:
            total += DIGITS.get(digit, 1) * UNITS.get(unit, 1)
    return total


@pytest.mark.parametrize("thousand", range(10))
def test_numerals_say_their_number(thousand: int) -> None:
    """From 1 to 9999, each read back."""
    numbers = range(max(1, thousand * 1000), thousand * 1000 + 1000)
    assert [value(chinese(number)) for number in numbers] == list(numbers)


@pytest.mark.parametrize("thousand", range(10))
def test_numerals_are_well_formed(thousand: int) -> None:
    """One 零 for a gap, none at the ends; 十 and not 一十 at the beginning."""
    for number in range(max(1, thousand * 1000), thousand * 1000 + 1000):
        numeral = chinese(number)
        assert not re.search("零零|^零|零$|^一十|零[十百千]", numeral), number
        gap = re.search("[1-9]0+[1-9]", str(number))
        assert ("零" in numeral) == bool(gap), number


NUMERALS = [
    "1",
    "一",
    "10",
    "十",
    "11",
    "十一",
    "20",
    "二十",
    "21",
    "二十一",
    "99",
    "九十九",
    "100",
    "一百",
    "101",
    "一百零一",
    "110",
    "一百一十",
    "111",
    "一百一十一",
    "1000",
    "一千",
    "1001",
    "一千零一",
    "1010",
    "一千零一十",
    "1100",
    "一千一百",
    "2005",
    "二千零五",
    "9009",
    "九千零九",
    "9090",
    "九千零九十",
    "9999",
    "九千九百九十九",
]


@pytest.mark.parametrize(("number", "numeral"), list(zip(NUMERALS[::2], NUMERALS[1::2], strict=True)))
def test_numerals(number: str, numeral: str) -> None:
    """As official documents write them."""
    assert chinese(int(number)) == numeral


@pytest.mark.parametrize(
    ("level", "labels"),
    [
        (0, ["一、", "二、", "十一、"]),
        (1, ["（一）", "（二）", "（十一）"]),
        (2, ["1. ", "2. ", "11. "]),
        (3, ["（1）", "（2）", "（11）"]),
    ],
)
def test_labels_of_headings(level: int, labels: list[str]) -> None:
    """By GB/T 9704, 7.3.3."""
    assert [heading_label(level, number) for number in (1, 2, 11)] == labels


OUTLINE = """
outline:
  - heading: 重点
    sections:
      - {heading: 产业, tasks: [a, b]}
      - heading: 转型
        sections:
          - {heading: 金融, tasks: [c]}
          - heading: 交通
            sections:
              - {heading: 轨道, tasks: [d, 缺, e]}
              - {heading: 公路, tasks: [a]}
      - {heading: 空, tasks: []}
  - {heading: 保障, tasks: [坏, f]}
"""


def outlined(numbering: str) -> dict[str, tuple[int, str]]:
    """By task: its number, and the last heading above it."""
    header = f"# {PLAN}\nnumbering: {numbering}{OUTLINE}"
    tasks = "".join(f"# tasks/{name}.yaml (whole)\ntitle: {name}\ntext: 推进。\n" for name in "abcdefz")
    plan = load(Memory({**world(f"{header}{tasks}# {TASK} (missing)"), "tasks/坏.yaml": "title：坏\nlead: []\n"})).plan
    assert [task.id for task in plan.tasks] == list("abcdefz")
    return {task.id: (plan.number(task) or 0, " ".join(map(str, plan.positions[task.id].sections)))
            for task in plan.tasks if task.id in plan.positions}  # fmt: skip


def test_continuous_numbers() -> None:
    """One series; what is listed keeps its number even where its file is missing or broken; the first entry counts."""
    assert outlined("continuous") == {
        "a": (1, "一、重点 （一）产业"),
        "b": (2, "一、重点 （一）产业"),
        "c": (3, "一、重点 （二）转型 1. 金融"),
        "d": (4, "一、重点 （二）转型 2. 交通 （1）轨道"),
        "e": (6, "一、重点 （二）转型 2. 交通 （1）轨道"),
        "f": (8, "二、保障"),
    }


def test_numbers_that_start_anew() -> None:
    """In every section."""
    numbers = {name: number for name, (number, _) in outlined("restart").items()}
    assert numbers == {"a": 1, "b": 2, "c": 1, "d": 1, "e": 3, "f": 2}


def test_an_unlisted_task_has_no_number() -> None:
    """And stands behind the others."""
    plan = load(Memory({**world(), "tasks/a.yaml": "title: 甲\ntext: 推进。\n"})).plan
    assert [(task.id, plan.number(task)) for task in plan.tasks] == [("节能降碳", 1), ("a", None)]


def test_headings_nest_four_deep() -> None:
    """The fifth level has no label of its own: two levels would be numbered alike."""
    outline, found = "{heading: 甲, tasks: [节能降碳]}", []
    for _ in range(6):
        found.append(wordings(world(f"# {PLAN}\noutline: [{outline}]\n")))
        outline = f"{{heading: 甲, sections: [{outline}]}}"
    assert found == [[]] * 4 + [["wrong-type.heading-deep"]] * 2
