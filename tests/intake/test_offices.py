"""Tables as many offices lay them out: each is read as a person would, or says why it is not."""

from __future__ import annotations

from plancli.intake.document import Document, Paragraph, Spot
from plancli.intake.interpret import interpret
from tests.intake.tables import doubts, matrix, outline, read, task, tasks

HEAD = "序号|工作任务|牵头单位\n"


def test_a_heading_is_a_number_and_one_cell_across() -> None:
    """In a row of its own, numbered in its own way."""
    found = read(
        f"{HEAD[:-1]}|备注\n一|能源转型行动|<|<\n1|推进甲。|甲局|\n2|推进乙。|甲局|\n二|节能行动|<|<\n3|推进丙。|甲局|"
    )
    assert outline(found) == [("能源转型行动", ["推进甲", "推进乙"]), ("节能行动", ["推进丙"])]


def test_groups_of_a_list_of_projects() -> None:
    """With their sums, which no key holds; the sum of all is no task."""
    found = read(
        "序号|项目名称|建设内容及规模|总投资|责任单位\n合计|||35|\n一|交通项目（2个）||30|\n"
        "1|快速路|新建快速路。|20|甲局\n2|枢纽|新建枢纽。|10|甲局\n（一）|民生项目||5|\n3|医院|扩建医院。|5|乙局"
    )
    assert outline(found) == [("交通项目（2个）", [("交通项目（2个）", ["快速路", "枢纽"]), ("民生项目", ["医院"])])]
    assert [each.text for each in found.accounts if each.went == "beside"] == ["合计", "35", "30", "5"]
    assert [(each.text, each.to) for each in found.accounts if each.went == "columns"] == [
        ("序号", "number"),
        ("项目名称", "title"),
        ("建设内容及规模", "text"),
        ("总投资", "notes"),
        ("责任单位", "responsible"),
    ]
    assert doubts(found) == [("column-kept", "总投资")]


def test_problems_and_how_they_are_solved() -> None:
    """A list of what an inspection found."""
    found = read("序号|反馈问题|整改目标|整改措施|整改时限|责任单位\n1|污水直排|全部截污|逐户排查。|6月底|甲局")
    assert task(found) == {
        "title": "污水直排",
        "text": "逐户排查。",
        "responsible": ["甲局"],
        "due": "2026-06",
        "notes": {"整改目标": "全部截污"},
    }
    assert doubts(found) == [("column-guessed", "反馈问题"), ("column-guessed", "整改目标")]


def test_remarks_below_the_table() -> None:
    """Are neither tasks nor headings."""
    found = read(HEAD + "1|推进甲。|甲局\n填报单位：区督查室|<|<\n注：按季报送。|<|<")
    assert outline(found) == [("甲区2026年工作要点", ["推进甲"])]
    assert [(each.text, each.went) for each in found.accounts[-2:]] == [
        ("填报单位：区督查室", "beside"),
        ("注：按季报送。", "beside"),
    ]


def test_numbers_before_the_texts() -> None:
    """In a table without a column for them; they are no part of the texts. Others stay."""
    found = read("工作任务|责任领导\n1.推进甲。|区长\n2.推进乙。|区长")
    assert [each["text"] for each in tasks(found)] == ["推进甲。", "推进乙。"]
    other = read("工作任务|责任领导\n1.推进甲。|区长\n推进乙。|区长")
    assert [each["text"] for each in tasks(other)] == ["1.推进甲。", "推进乙。"]


def test_tables_of_one_office_each() -> None:
    """The line above says whose it is; nothing else goes over to the next table."""
    lines = [Paragraph(text, Spot(row=at)) for at, text in enumerate(("计划2026年工作要点", "牵头单位：区发改委"), 1)]
    last = Paragraph("牵头单位：区教委；配合单位：区财政局", Spot(row=3))
    text = "序号|工作任务\n1|推进甲。"
    found = interpret(Document((*lines, matrix(text), last, matrix(text.replace("甲", "乙"), 2), matrix(text, 3))))
    assert [(each.get("lead"), each.get("support")) for each in tasks(found)] == [
        (["区发改委"], None),
        (["区教委"], ["区财政局"]),
        (None, None),
    ]


def test_a_line_of_an_office_that_no_table_follows() -> None:
    """Stands beside the plan."""
    found = read(HEAD + "1|推进甲。|甲局", "牵头单位：区发改委")
    assert task(found)["lead"] == ["甲局"]
    assert [each.went for each in found.accounts if each.text == "牵头单位：区发改委"] == ["beside"]


def test_headings_of_the_text_before_an_annex() -> None:
    """Are not those of its table."""
    found = read(HEAD + "1|推进甲。|甲局", "一、总体要求", "附件1")
    assert outline(found) == [("甲区2026年工作要点", ["推进甲"])]
    assert ("heading-empty", "一、总体要求") in doubts(found)


def test_headings_in_two_languages() -> None:
    """By the one that is Chinese."""
    assert task(read("No.\\n序号|Task\\n工作任务|Lead Office\\n牵头单位\n1|推进甲。|甲局"))["lead"] == ["甲局"]


def test_marks_under_offices() -> None:
    """Nobody can tell who leads."""
    found = read("序号|工作任务|区发改委|区财政局\n1|推进甲。|★|√\n2|推进乙。||√")
    assert [(each.why, each.text) for each in found.refusals] == [("marks", "区发改委、区财政局")]


def test_a_table_that_only_spaces_part() -> None:
    """Is refused."""
    lines = ("甲区2026年工作要点", "序号    工作任务        牵头单位", "1       推进甲          甲局")
    found = interpret(Document(tuple(Paragraph(text, Spot(row=at)) for at, text in enumerate(lines, 1))))
    assert [(each.why, each.spot) for each in found.refusals] == [("flattened", Spot(row=2))]


def test_titles() -> None:
    """What is issued; a line that only looks like one is told of."""
    table = HEAD + "1|推进甲。|甲局"
    for title, expected, codes in (
        (
            "甲市人民政府办公室关于印发《政府工作报告》2026年重点任务分工的通知",
            "《政府工作报告》2026年重点任务分工",
            [],
        ),
        ("关于印发《甲区2026年工作方案》的通知", "甲区2026年工作方案", []),
        ("甲区2026年重点任务分解表", "甲区2026年重点任务分解表", ["plan-title-guessed"]),
    ):
        found = read(table, title=title)
        assert found.draft
        assert found.draft.files["plan.yaml"]["title"] == expected
        assert [code for code, _ in doubts(found) if code != "title-guessed"] == codes
    assert [each.why for each in read(table, title="甲区2026年会议纪要").refusals] == ["no-title", "no-years"]


def test_the_year_of_a_longer_title() -> None:
    """Of the title as it stands above the plan itself."""
    found = read(HEAD + "1|推进甲。|甲局", "甲区行动方案（2025—2026年）", title="关于印发甲区行动方案的通知")
    assert found.draft
    assert found.draft.files["plan.yaml"]["period"] == {"start": 2025, "end": 2026}
