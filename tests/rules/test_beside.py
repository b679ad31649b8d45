"""What stands beside a mistake: found, and found at its place, as if the mistake were not there."""

from __future__ import annotations

import pytest

from tests.rules.cases import Case
from tests.support import PLAN, TASK, diagnostics, rules, said, task, world

OUTLINE = "outline:\n  - heading: 重点任务\n    tasks: [节能降碳, 节能降碳二]\n"
KEY = "the key “foo” is not allowed here"


@pytest.mark.parametrize(
    "text",
    [
        "title: 节能\x07降碳\n«foo»: 1\n",
        "title: 节能\uffff降碳\n«foo»: 1\n",
        "duty: &a 按职责\n«foo»: 1\n",
        "? [a]\n: b\n«foo»: 1\n",
        "2025: 完成\n«foo»: 1\n",
    ],
)
def test_places_behind_a_mistake(text: str) -> None:
    """A character that is forbidden or a key that is no text shifts nothing."""
    case = Case("unknown-key", KEY, text)
    assert case.said in said(case.files)
    assert KEY in [each.message for each in diagnostics(case.files)]


def test_all_mistakes_come_in_one_run() -> None:
    """Whether 区x is registered does not depend on what stands under lead."""
    assert rules(task("lead: 区发改委\nresponsible: [区x]\n")) == ["unknown-department", "wrong-type"]


def test_a_duplicate_key_shows_the_first_one() -> None:
    """Which of the two to keep is decided by looking at both."""
    (found,) = diagnostics(task("duty: 甲\nduty: 乙\n"))
    assert [(each.text, each.place.route) for each in found.related] == [("first time", ("duty",))]


def test_a_copy_that_is_listed_is_one_mistake() -> None:
    """Its sentences and goals are not told as repeated: its title tells all."""
    text = "  引导重点用能单位加强节能管理，推广先进适用的节能技术和装备。\n  到2027年，绿色建筑占比达30%。\n"
    target = (
        "targets:\n  - {id: 占比, indicator: 绿色建筑占比, comparator: at-least, value: 30, unit: '%', due: 2027, "
        "quote: 占比达30%}\n"
    )
    copied = f"text: |\n{text}{target}"
    units = "lead: [区发改委]\nresponsible: [区生态环境局]\n"
    second = f"# tasks/节能降碳二.yaml (whole)\ntitle: 节能降碳\n{units}"
    both = f"# {TASK}\n{copied}{second}{copied}# {PLAN}\n{OUTLINE}"
    assert rules(world(both)) == ["duplicate-title"]
    other = both.replace("title: 节能降碳\n", "title: 绿色建筑\n")
    assert sorted(rules(world(other))) == ["duplicate-target", "duplicate-text"]
