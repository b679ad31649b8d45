"""Numbers that say how many follow."""

from __future__ import annotations

import pytest

from plancli.prose.announcements import announced_in_heading, announced_lists, may_announce


@pytest.mark.parametrize(
    ("text", "written", "counted"),
    [
        ("抓好以下三项工作：一是甲；二是乙。", "三项", 2),
        ("重点从3个方面发力。\n（一）甲。\n（二）乙。\n（三）丙。", "3个", 3),
        ("实施十二条措施：1. 甲。2. 乙。", "十二条", 2),
        ("办好两件实事：①甲；②乙。", "两件", 2),
        ("从三方面着手：第一，甲；第二，乙；第三，丙。", "三方面", 3),
        ("重点做好四方面工作：一是甲；二是乙。", "四方面", 2),
        ("抓好四个方面：一是甲；二是乙。", "四个", 2),
        ("共6项：1. 甲；2. 乙；3. 丙；4. 丁；5. 戊。", "6项", 5),
        ("共6项：一是甲；二是乙。", "6项", 2),
        ("重点任务6项：（1）甲；（2）乙；（3）丙。", "6项", 3),
        ("做好以下六件事：第一，甲；第二，乙。", "六件", 2),
        ("提出四点要求：1）甲；2）乙；3）丙；4）丁。", "四点", 4),
        ("三个方面：一是甲，两项措施：（1）子。（2）丑。\n二是乙；三是丙。", "三个", 3),
        ("实施“甲”“乙”“丙”四大工程。", "四大", 3),
        ("打造“甲”、“乙”和“丙”三大平台。", "三大", 3),
    ],
)
def test_what_can_be_counted(text: str, written: str, counted: int) -> None:
    """A list directly behind its number, or names in quotation marks directly before it."""
    assert may_announce(text)
    found = next(announced_lists(text))
    assert (text[found.start : found.end], found.counted) == (written, counted)


@pytest.mark.parametrize(
    "text",
    [
        "围绕三大体系建设推进以下工作：一是甲；二是乙。",
        "第三项任务：一是甲；二是乙。",
        "完成约三项任务：一是甲；二是乙。",
        "抓好以下三项任务：一是甲。",
        "建成30个项目：一是甲；二是乙。",
        "投资1.5亿元，推进12个：一是甲；二是乙。",
        "抓好以下三项工作：一是甲；三是丙。",
        "抓好三项工作。\n加快推进。\n一是甲；二是乙。",
        "抓好以下工作：一是甲；二是乙。",
        "实施“甲”“乙”等三大工程。",
        "实施“甲”“乙”三大工程。",
        "实施丁、“甲”“乙”“丙”四大工程。",
        "实施“甲”“乙”“丙”大工程。",
        "落实“甲”“乙”“丙”五项制度。",
        "二十三项工作，四大重点：推进落实。",
    ],
)
def test_what_cannot_be_counted(text: str) -> None:
    """A number of something else, a list with a slip or with 等, a list further on."""
    assert list(announced_lists(text)) == []


@pytest.mark.parametrize(
    ("heading", "stated"),
    [("重点任务（共12项）", 12), ("主要措施(3项)", 3), ("持续发力（共十二项任务）", 12), ("专项行动（6项）", 6)],
)
def test_a_heading_that_counts_its_tasks(heading: str, stated: int) -> None:
    """In brackets at its end."""
    found = announced_in_heading(heading)
    assert found is not None
    assert found.stated == stated


@pytest.mark.parametrize(
    "heading", ["约束性指标（12项）", "重点项目（3个）", "“十大行动”", "重点任务", "任务（2025年）", "行动计划（3年）"]
)
def test_a_heading_that_counts_none(heading: str) -> None:
    """Or counts something else."""
    assert announced_in_heading(heading) is None
