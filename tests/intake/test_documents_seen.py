"""What offices call their columns and their plans, and what stands around their tables."""

from __future__ import annotations

import pytest

from plancli.intake.document import Document, Paragraph, Spot
from plancli.intake.interpret import Interpretation, interpret
from tests.intake.tables import doubts, outline, read, task, tasks, told

LISTED = "甲县2026年重点任务清单"


ONLY = (
    *("议定事项", "督查事项", "交办事项", "办理事项", "决策事项名称", "任务分解", "项目内容", "建议内容"),
    *("重点工程", "考核指标", "指标名称", "会议议定事项"),
)
PAIRS = ("工作任务|目标任务", "工作内容|目标任务", "督查事项|工作要求", "督察反馈问题|整改措施")


@pytest.mark.parametrize("heading", ONLY)
def test_the_only_column_that_says_what(heading: str) -> None:
    """Whatever it is called."""
    found = read(f"序号|{heading}|责任单位|完成时限\n1|推进甲工程建设。|市水利局|2026年12月", title=LISTED)
    assert (task(found)["text"], task(found)["due"]) == ("推进甲工程建设。", "2026-12")


@pytest.mark.parametrize("heads", PAIRS)
def test_what_and_how_much(heads: str) -> None:
    """Of two columns one is the title."""
    found = task(read(f"序号|{heads}|责任单位\n1|人居环境整治|创建示范村2个|市水利局", title=LISTED))
    assert (found["title"], found["text"]) == ("人居环境整治", "创建示范村2个")


@pytest.mark.parametrize("heading", ["整改责任单位", "责任乡镇", "建设单位", "项目业主", "实施主体", "承办单位"])
def test_who_does_it(heading: str) -> None:
    """Under other names."""
    assert task(read(f"序号|工作任务|{heading}\n1|推进甲。|市水利局", title=LISTED))["responsible"] == ["市水利局"]


@pytest.mark.parametrize("heading", ["改革领域", "项目类型", "专项", "行动", "一级指标", "项目"])
def test_columns_of_headings(heading: str) -> None:
    """Merged over their tasks; and told as what they became."""
    found = read(f"{heading}|工作任务|牵头单位\n甲事|推进甲。|甲局\n^|推进乙。|甲局\n乙事|推进丙。|甲局", title=LISTED)
    assert outline(found) == [("甲事", ["推进甲", "推进乙"]), ("乙事", ["推进丙"])]
    assert [each.to for each in found.accounts if each.text == heading] == ["section"]


def test_years_of_deadlines() -> None:
    """Are the plan's where no title says them: those of cells, too."""
    rows = "1|推进甲。|市水利局|2026年6月底前\n2|推进乙。|市水利局|2027/6/30"
    found = read(f"序号|工作任务|责任单位|完成时限\n{rows}", title="关于加强河湖管理的整改措施清单")
    assert ("years-guessed", "2026–2027", 1) in told(found)


def headed(*lines: str) -> Interpretation:
    """A small table under some lines."""
    return read("序号|工作任务|牵头单位|完成时限\n1|推进甲。|市水利局|2026年6月底前", *lines[1:], title=lines[0])


@pytest.mark.parametrize(
    ("lines", "title", "years"),
    [
        (("清河县特色农业三年行动计划", "（2025—2027年）"), "清河县特色农业三年行动计划（2025—2027年）", (2025, 2027)),
        (("文昌县2026年“城市更新年”活动任务书",), "文昌县2026年“城市更新年”活动任务书", (2026, 2026)),
        (("甲县2026年乡村振兴项目库",), "甲县2026年乡村振兴项目库", (2026, 2026)),
        (("2026年海陵市为民办实事项目",), "2026年海陵市为民办实事项目", (2026, 2026)),
    ],
)
def test_titles(lines: tuple[str, ...], title: str, years: tuple[int, int]) -> None:
    """On two lines, and by other names."""
    found = headed(*lines)
    assert found.draft, found.refusals
    header = found.draft.files["plan.yaml"]
    assert (header["title"], (header["period"]["start"], header["period"]["end"])) == (title, years)


def test_what_stands_above_a_table() -> None:
    """Goals of the plan as a whole, and in what its numbers are, are told: nothing has them."""
    found = headed(LISTED, "到2026年，打造集聚区10个。", "单位：万元", "现将清单印发给你们。")
    told_of = [each for each in doubts(found) if each[0].endswith("-beside")]
    assert told_of == [("goals-beside", "到2026年，打造集聚区10个。"), ("unit-beside", "单位：万元")]


def test_a_number_in_the_plans_name() -> None:
    """May count the tasks."""
    found = headed("2026年甲县十大民生实事项目清单")
    assert [each for each in told(found) if each[0] == "count-differs"] == [("count-differs", "十大民生实事", 1)]


def test_a_deadline_that_a_text_begins_with() -> None:
    """Is no title."""
    rows = "1|到2026年底，白沙河水质达到Ⅲ类。|甲局\n2|到2026年底，建成公园2个。|甲局"
    found = read(f"序号|工作任务|牵头单位\n{rows}", title=LISTED)
    assert [each["title"] for each in tasks(found)] == ["白沙河水质达到Ⅲ类", "建成公园2个"]


def test_nobody_leads_though_a_task_names_nobody() -> None:
    """The note does not depend on all tasks having offices."""
    rows = "1|推进甲。|市水利局、市财政局\n2|推进乙。|"
    assert ("nobody-leads", "责任单位", 1) in told(read(f"序号|工作任务|责任单位\n{rows}", title=LISTED))


def test_the_end_of_a_document() -> None:
    """Its date and whether it is public are no tasks that somebody forgot."""
    ends = ("（此件公开发布）", "2026年1月30日")
    lines = (LISTED, "（一）推进甲。（责任单位：市水利局）", "（二）推进乙。（责任单位：市财政局）", *ends)
    found = interpret(Document(tuple(Paragraph(text, Spot(row=at)) for at, text in enumerate(lines, 1))))
    assert len(tasks(found)) == len(lines) - 3
    assert [each for each in doubts(found) if each[0] == "no-duties-beside"] == []


@pytest.mark.parametrize(
    ("bracket", "keys"),
    [
        ("（教育局）", {"responsible": ["教育局"]}),
        ("（人才办，长期）", {"responsible": ["人才办"], "due": "ongoing"}),
        ("（市工信局、市发改委分别牵头）", {"lead": ["市工信局", "市发改委"]}),
        (
            "（责任单位：市商务局、市公安局，列第一位的为牵头单位，下同）",
            {"lead": ["市商务局"], "responsible": ["市公安局"]},
        ),
    ],
)
def test_brackets(bracket: str, keys: dict[str, object]) -> None:
    """At the end of a text."""
    found = task(read(f"序号|工作任务\n1|推进甲工程，完善设施。{bracket}", title=LISTED))
    assert {key: value for key, value in found.items() if key not in {"title", "text", "targets"}} == keys
    assert found["text"] == "推进甲工程，完善设施。"
