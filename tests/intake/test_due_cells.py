"""Cells that say by when, as people write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.due_cells import Due, read_due
from plancli.model.spoken import is_in_the_calendar
from tests.intake.tables import doubts, read, task
from tests.load.promises import arbitrary

CERTAIN = {
    "2026": 2026,
    "2026年底": 2026,
    "年底前": 2026,
    "全年": 2026,
    "2026年\n12月底": "2026-12",
    "2026年9月\n底前": "2026-09",
    "2026年Q4": "2026-12",
    "三季度末": "2026-09",
    "2026/6": "2026-06",
    "2026.12": "2026-12",
    "2026/3/31": "2026-03-31",
    "11月底前完成": "2026-11",
    "2026.12.31": "2026-12-31",
    "20261231": "2026-12-31",
    "2026-6-1 00:00:00": "2026-06-01",
    "2026年12月31日24时前": "2026-12-31",
    "持续推进": "ongoing",
}
WITH_MORE = {
    "2026年3月—12月": "2026-12",
    "2026年6月至2026年10月": "2026-10",
    "2025.9-2026.8": "2026-08",
    "3月-9月": "2026-09",
    "2026年1月1日至12月31日": "2026-12-31",
    "12月31日前并长期坚持": "2026-12-31",
    "2025—2026年": 2026,
    "2026年6月上旬": "2026-06",
    "2026年6月30日前（长期坚持）": "2026-06-30",
    "12月底前完成，并长期坚持": "2026-12",
    "2026年底前，持续推进": 2026,
}
UNREAD = [
    "“五一”前",
    "2026年春节前",
    "汛期前",
    "6月底前，9月底前",
    "1月起",
    "每季度末",
    "立行立改",
    "6月、11月",
    "2026年、2027年持续推进",
    "2026年每季度",
    "6月底前开工，全年持续推进",
    "13月底",
    "2026年2月30日",
]


@pytest.mark.parametrize(("said", "due"), CERTAIN.items())
def test_times(said: str, due: object) -> None:
    """Nothing else is said; a month without a year is the plan's year's."""
    assert read_due(said, 2026) == Due(due)  # type: ignore[arg-type]


@pytest.mark.parametrize(("said", "due"), WITH_MORE.items())
def test_times_with_more(said: str, due: object) -> None:
    """The end is the deadline, and nothing of the rest is lost."""
    assert read_due(said, 2026) == Due(due, (), "due-and-more", is_kept=True)  # type: ignore[arg-type]
    found = read(f"工作任务|牵头单位|完成时限\n推进甲，建设乙。|甲局|{said}")
    assert (task(found)["due"], task(found)["notes"]) == (due, {"完成时限": said})
    assert ("due-and-more", said) in doubts(found)


@pytest.mark.parametrize("said", UNREAD)
def test_times_that_nobody_can_be_sure_of(said: str) -> None:
    """They are kept, and no step is made of what is none."""
    assert read_due(said, 2026) == Due(unsure="due-unread", is_kept=True)


def test_steps() -> None:
    """5月底前动工 is one; the last, at which all is done, is the deadline."""
    found = read_due("5月底前动工，12月底完工", 2026)
    assert (found.due, [(each.what, each.due) for each in found.steps]) == ("2026-12", [("动工", "2026-05")])


def test_a_month_without_a_year() -> None:
    """Of a plan of several years: whose month it is nobody knows."""
    assert read_due("6月底").unsure == "due-no-year"
    assert read_due("6月底前并长期坚持").unsure == "due-unread"


@arbitrary
@given(
    st.lists(
        st.sampled_from([*"0123456789年月日底前至到—-./（），Q", "2026", "季度", "长期", "并", "\n", " "]), max_size=12
    ).map("".join),
    st.sampled_from([None, 2026]),
)
def test_whatever_is_read_is_a_deadline(said: str, year: int | None) -> None:
    """As a file takes it; what is not read is kept."""
    found = read_due(said, year)
    assert found.due is None or re.fullmatch("ongoing|20[0-9]{2}(-[0-9]{2}){0,2}", str(found.due))
    assert is_in_the_calendar(str(found.due))
    assert found.due or found.steps or found.is_kept


@pytest.mark.parametrize(
    ("said", "keys"),
    {
        "2026年12月": {"due": "2026-12"},
        "6月底前完成招标；12月底前完成": {"due": "2026-12", "milestones": [{"what": "完成招标", "due": "2026-06"}]},
        "6月底前完成招标；12月底前完成路基": {
            "milestones": [{"what": "完成招标", "due": "2026-06"}, {"what": "完成路基", "due": "2026-12"}]
        },
        "全年推进": {"notes": {"进度安排": "全年推进"}},
    }.items(),
)
def test_a_schedule_without_a_deadline_beside_it(said: str, keys: dict[str, object]) -> None:
    """Says by when all is done, where it says so; else it has steps, or is kept."""
    found = read(f"序号|工作任务|牵头单位|进度安排\n1|推进甲。|甲局|{said}")
    assert {key: value for key, value in task(found).items() if key not in {"title", "text", "lead"}} == keys
    assert (("due-of-schedule", said) in doubts(found)) == ("due" in keys)


def test_a_schedule_beside_a_deadline() -> None:
    """Has steps only."""
    found = read("序号|工作任务|牵头单位|完成时限|进度安排\n1|推进甲。|甲局|2026年12月|9月底前完成")
    assert (task(found)["due"], task(found)["milestones"]) == ("2026-12", [{"what": "完成", "due": "2026-09"}])
