"""Headings over headings, cells across columns, rows of sums, captions: what shows only by its place in a table."""

from __future__ import annotations

import pytest

from plancli.intake.document import Spot
from tests.intake.tables import doubts, matrix, outline, read, task, tasks

TWO_ROWS = "序号|工作任务|牵头单位|资金|<|进展|<\n^|^|^|总投资|本年投资|已完成|未完成\n1|推进甲。|甲局|100|20|方案|建设"
ACROSS = (
    "序号|任务名称|牵头单位|完成时限\n1|推进甲|甲局|2026年6月底\n^|建设甲。完善乙。|<|<\n"
    "2|推进丙|乙局|2026年\n^|建设丙。|<|<"
)


def test_headings_that_nobody_knows_under_one_that_spans_them() -> None:
    """总投资 under 资金 is a heading, by its place, and no task."""
    (made,) = tasks(read(TWO_ROWS))
    assert made["notes"] == {"资金总投资": "100", "资金本年投资": "20", "进展已完成": "方案", "进展未完成": "建设"}


def test_headings_below_blank_cells() -> None:
    """As a text file has them, where only the first of merged cells is filled."""
    text = TWO_ROWS.replace("<", "").replace("^", "")
    assert tasks(read(text)) == tasks(read(TWO_ROWS))


def test_offices_under_a_heading_are_not_guessed() -> None:
    """Nobody knows what 区级 under 责任单位 is to do."""
    found = read("序号|工作任务|责任单位|<\n^|^|市级|区级\n1|推进甲。|甲局|乙局")
    assert [each.why for each in found.refusals] == ["spanned-key"]


def test_a_text_across_the_columns_below_a_number_that_is_merged() -> None:
    """It is what the task asks for, and no heading."""
    found = read(ACROSS)
    assert [(each["title"], each["text"]) for each in tasks(found)] == [
        ("推进甲", "建设甲。完善乙。"),
        ("推进丙", "建设丙。"),
    ]
    assert len(outline(found)) == 1


def test_a_text_across_the_columns_without_a_number() -> None:
    """It stands below what the row above says."""
    found = read("序号|工作任务|牵头单位\n1|推进甲，建设乙。|甲局\n|落实丙。|<")
    assert task(found)["text"] == "推进甲，建设乙。\n\n落实丙。"


@pytest.mark.parametrize(
    ("heads", "due"),
    [
        ("2026年工作节点|<\n^|^|^|一季度|二季度", ["2026-03", "2026-06"]),
        ("2026年上半年|2027年第三季度\n|||", ["2026-06", "2027-09"]),
    ],
)
def test_steps_by_quarter_of_a_year(heads: str, due: list[str]) -> None:
    """The year stands over the quarters, or before each; a dash is no step."""
    found = read(f"序号|工作任务|牵头单位|{heads}\n1|推进甲。|甲局|制定方案|印发方案\n2|推进乙。|乙局|/|无")
    first, second = tasks(found)
    assert first["milestones"] == [{"what": "制定方案", "due": due[0]}, {"what": "印发方案", "due": due[1]}]
    assert "milestones" not in second


def test_tasks_numbered_like_headings_end_them() -> None:
    """3 stands beside 2 and not below it, as 2.1 does."""
    found = read("序号|工作任务|牵头单位\n1|产业|\n1.1|推进甲。|甲局\n2|民生|\n2.1|推进乙。|甲局\n3|推进丙。|甲局")
    assert outline(found) == [("产业", ["推进甲"]), ("民生", ["推进乙"]), ("甲区2026年工作要点", ["推进丙"])]


def test_headings_behind_tasks_without_one() -> None:
    """They do not stand below those tasks."""
    found = read("序号|工作任务|牵头单位\n1|推进甲。|甲局\n二、民生|<|<\n2|推进乙。|甲局")
    assert outline(found) == [("甲区2026年工作要点", ["推进甲"]), ("民生", ["推进乙"])]


def test_roman_headings() -> None:
    """For nobody to do."""
    found = read("序号|工作任务|牵头单位\nⅠ|产业|\n1|推进甲。|甲局\nⅡ|民生|\n2|推进乙。|甲局")
    assert outline(found) == [("产业", ["推进甲"]), ("民生", ["推进乙"])]


def test_rows_of_sums() -> None:
    """合计 is no task; a heading may have sums beside it."""
    found = read(
        "序号|项目名称|建设内容|总投资|责任单位\n合计（2个）|<||300|\n一、产业（1个）|<||100|\n1|甲|建设甲。|100|甲局\n"
        "二、民生（1个）|||200|\n2|乙|建设乙。|200|甲局\n总计：||||"
    )
    assert outline(found) == [("产业（1个）", ["甲"]), ("民生（1个）", ["乙"])]
    assert not found.refusals


def test_offices_at_a_heading() -> None:
    """They are those of the tasks under it that name none in the same role, and a person is told to look."""
    found = read(
        "序号|工作任务|责任单位\n一、产业（牵头单位：市发改委；责任单位：市教委）|<|<\n1|推进甲，建设乙。|市财政局\n2|推进乙，建设丙。|\n"
        "（一）园区|<|<\n3|推进丙，建设丁。|\n二、民生|<|<\n4|推进丁，建设戊。|市水利局"
    )
    assert outline(found) == [("产业", [("产业", ["推进甲", "推进乙"]), ("园区", ["推进丙"])]), ("民生", ["推进丁"])]
    assert [(each.get("lead"), each["responsible"]) for each in tasks(found)] == [
        (["市发改委"], ["市财政局"]),
        (["市发改委"], ["市教委"]),
        (["市发改委"], ["市教委"]),
        (None, ["市水利局"]),
    ]
    assert [text for code, text in doubts(found) if code == "of-the-heading"] == [
        *("市发改委", "市发改委", "市教委", "市发改委", "市教委")
    ]


def test_offices_at_a_heading_above_a_table() -> None:
    """And a bracket that is no duty stays a part of the heading."""
    table = "序号|工作任务|完成时限\n1|推进甲，建设乙。|2026年底"
    found = read(table, "一、产业（本部分由市发改委牵头）")
    assert (outline(found), task(found)["lead"]) == ([("产业", ["推进甲"])], ["市发改委"])
    found = read(table, "一、产业（含园区）")
    assert (outline(found), "lead" in task(found)) == ([("产业（含园区）", ["推进甲"])], False)


CAPTIONS = (
    "序号|工作任务|牵头单位\n1|推进甲。|甲局\n2|推进乙。|甲局\n表2：保障|<|<\n序号|工作任务|牵头单位\n1|推进丙。|甲局"
)


def test_captions_of_several_tables() -> None:
    """They part the tasks, all of them or none."""
    both = outline(read(f"表1 产业|<|<\n{CAPTIONS}"))
    assert both == [("产业", ["推进甲", "推进乙"]), ("保障", ["推进丙"])]
    assert outline(read(CAPTIONS, "表1 产业")) == both
    alone = read("表1 产业|<|<\n序号|工作任务|牵头单位\n1|推进甲。|甲局")
    assert outline(alone) == [("甲区2026年工作要点", ["推进甲"])]


def test_a_column_that_says_of_each_row_what_it_is() -> None:
    """It comes back to a word behind another one: no heading of rows does."""
    found = read("序号|任务类型|工作任务|牵头单位\n1|新增|推进甲。|甲局\n2|延续|推进乙。|甲局\n3|新增|推进丙。|甲局")
    assert [each["notes"] for each in tasks(found)] == [{"任务类型": each} for each in ("新增", "延续", "新增")]
    assert ("column-kept", "任务类型") in doubts(found)
    parted = "领域|方向|工作任务|牵头单位\n甲|建设|推进甲。|甲局\n|管理|推进乙。|甲局\n乙|建设|推进丙。|甲局"
    assert outline(read(parted)) == [
        ("甲", [("建设", ["推进甲"]), ("管理", ["推进乙"])]),
        ("乙", [("建设", ["推进丙"])]),
    ]


def test_people_beside_who_answers_for_the_task() -> None:
    """The leader is the one in the column that is called after one."""
    found = read("序号|工作任务|牵头县领导|责任单位及责任人|责任人|联系人\n1|推进甲。|张三|区财政局 李四|王五|赵六")
    made = task(found)
    assert (made["leader"], made["responsible"]) == ("张三", ["区财政局"])
    assert made["notes"] == {"责任单位及责任人": "李四", "责任人": "王五", "联系人": "赵六"}


def test_two_columns_of_who_supports() -> None:
    """They are read as one, and said to be."""
    found = read("工作任务|责任分工|<|<\n^|牵头单位|配合单位|协同单位\n推进甲。|甲局|乙局|丙局")
    assert task(found)["support"] == ["乙局", "丙局"]
    assert ("column-guessed", "协同单位") in doubts(found)


def test_levels_of_tasks() -> None:
    """The lowest is the text."""
    found = read("一级任务|二级任务|牵头单位\n产业|推进甲。|甲局\n^|推进乙。|甲局")
    assert outline(found) == [("产业", ["推进甲", "推进乙"])]


def test_headings_in_two_languages() -> None:
    """Task 任务 beside Measures 举措 is the title."""
    found = read("Task\\n任务|Measures\\n举措|Lead\\n牵头单位\n甲|推进甲。|甲局\n乙|推进乙。|甲局")
    assert [(each["title"], each["text"]) for each in tasks(found)] == [("甲", "推进甲。"), ("乙", "推进乙。")]


def test_what_numbers_measure() -> None:
    """A column says it, and another one the unit; the notes have them, too."""
    found = read(
        "序号|工作任务|牵头单位|指标名称|计量单位|2026年目标|2027年目标\n1|推进甲。|甲局|贷款余额|亿元|100|≥120\n"
        "2|推进乙。|甲局|企业数（家）||30以上|/"
    )
    told = [
        [(each["indicator"], each["value"], each["unit"], each["due"], each["quote"]) for each in made["targets"]]
        for made in tasks(found)
    ]
    assert told == [
        [("贷款余额", 100, "亿元", 2026, "100"), ("贷款余额", 120, "亿元", 2027, "≥120")],
        [("企业数", 30, "家", 2026, "30以上")],
    ]
    assert not [code for code, _ in doubts(found) if code == "indicator-of-row"]


def test_where_headings_of_two_rows_stand() -> None:
    """Each is told with its place, and what spans them is not lost."""
    found = read(TWO_ROWS)
    places = {each.text: each.spot for each in found.accounts if each.went == "columns"}
    assert places["资金"] == Spot(1, 1, 4)
    assert places["本年投资"] == Spot(1, 2, 5)
    assert len(matrix(TWO_ROWS).rows) == len({each.spot.row for each in found.accounts if each.spot.table})
