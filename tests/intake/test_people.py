"""Cells that name offices and people together."""

from __future__ import annotations

import pytest

from plancli.intake.people import offices_and_people
from tests.intake.tables import doubts, read, task


@pytest.mark.parametrize(
    ("cell", "offices", "people"),
    [
        ("区园林局（张宏）", "区园林局", "张宏"),
        ("区民政局 李敏", "区民政局", "李敏"),
        ("区教育局\n张三", "区教育局", "张三"),
        ("区教育局：张三", "区教育局", "张三"),
        ("区人社局\u3000王力\u300013800000000", "区人社局", "王力\u300013800000000"),
        ("区商务局 王强副局长", "区商务局", "王强副局长"),
        ("区教育局（张三、李四）、区财政局（王五）", "区教育局\n区财政局", "张三、李四、王五"),
        ("区民政局 李敏\n各街道", "区民政局\n各街道", "李敏"),
        ("市发展改革委 欧阳明", "市发展改革委", "欧阳明"),
        ("区教育局、区财政局", "区教育局\n区财政局", ""),
    ],
)
def test_what_is_certain(cell: str, offices: str, people: str) -> None:
    """Offices end like offices, people begin with a surname."""
    assert offices_and_people(cell) == (offices, people)


@pytest.mark.parametrize(
    "cell", ["区教育局局长 张三", "区住建局（建筑领域）", "张三", "重点项目 张三", "区教育局 第三中学", ""]
)
def test_what_is_not(cell: str) -> None:
    """A post, what a duty is limited to, nobody's office, or what may be either."""
    assert offices_and_people(cell) is None


def test_a_column_of_offices_and_people() -> None:
    """The people are who leads the task in person; what cannot be parted stays in notes, and is told."""
    head = "序号|工作任务|责任单位及责任人\n1|推进甲。|"
    found = task(read(f"{head}区园林局（张宏）"))
    assert (found["responsible"], found["leader"]) == (["区园林局"], "张宏")
    roles = task(read(f"{head}区住建局主办，区应急局会办"))
    assert (roles["lead"], roles["support"]) == (["区住建局"], ["区应急局"])
    unsure = read(f"{head}区教育局局长 张三")
    assert "responsible" not in task(unsure)
    assert task(unsure)["notes"] == {"责任单位及责任人": "区教育局局长 张三"}
    assert ("people-unparted", "区教育局局长 张三") in doubts(unsure)


@pytest.mark.parametrize(
    ("cell", "lead", "support", "leader"),
    [
        ("区教育局主办、区财政局协办", ["区教育局"], ["区财政局"], None),
        ("区教育局主责，区财政局会办", ["区教育局"], ["区财政局"], None),
        ("牵头单位：区教育局；责任人：陈静", ["区教育局"], None, "陈静"),
    ],
)
def test_roles_in_a_column_of_offices(
    cell: str, lead: list[str], support: list[str] | None, leader: str | None
) -> None:
    """A cell of 责任单位 may say who leads and who helps."""
    found = task(read(f"序号|工作任务|责任单位\n1|推进甲。|{cell}"))
    assert (found.get("lead"), found.get("support"), found.get("leader")) == (lead, support, leader)
