"""Tables as many offices lay them out: each is read as a person would, or says why it is not."""

from __future__ import annotations

from plancli.intake.answers import Answers
from plancli.intake.document import Document, Paragraph, Spot, Table
from plancli.intake.interpret import interpret
from tests.intake.tables import doubts, matrix, outline, read, task, tasks, told

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
    assert doubts(found) == [
        *(("column-guessed", "反馈问题"), ("column-guessed", "整改目标")),
        ("goal-in-words", "全部截污"),
    ]


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
    assert [(each.went, each.unsure) for each in found.accounts if each.text == "牵头单位：区发改委"] == [
        ("beside", ("duties-beside",))
    ]


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
    assert [each.why for each in read(table, title="甲区2026年工作情况").refusals] == ["no-title", "no-years"]


def test_the_year_of_a_longer_title() -> None:
    """Of the title as it stands above the plan itself."""
    found = read(HEAD + "1|推进甲。|甲局", "甲区行动方案（2025—2026年）", title="关于印发甲区行动方案的通知")
    assert found.draft
    assert found.draft.files["plan.yaml"]["period"] == {"start": 2025, "end": 2026}


def test_tasks_in_paragraphs_beside_a_table() -> None:
    """Both are the plan's; the annex stands under none of the headings before it."""
    lines = (
        "甲区三年行动计划（2025—2027年）",
        "附件：1.重点任务 2.重大项目清单",
        "一、重点任务",
        "1.推进甲。（牵头单位：区发改委）",
        "2.推进乙。（牵头单位：区教委）",
        "附件：重大项目清单",
    )
    found = interpret(
        Document(
            (
                *(Paragraph(text, Spot(row=at)) for at, text in enumerate(lines, 1)),
                matrix("序号|项目名称|建设内容|责任单位\n1|医院|扩建医院。|区卫生健康委"),
            )
        )
    )
    assert outline(found) == [("重点任务", ["推进甲", "推进乙"]), ("甲区三年行动计划（2025—2027年）", ["医院"])]
    assert [each.get("lead") for each in tasks(found)] == [["区发改委"], ["区教委"], None]


def test_sheets_are_sections() -> None:
    """By their names, where several have tasks."""
    table = matrix(HEAD + "1|推进甲。|甲局").rows
    other = matrix(HEAD + "1|推进乙。|甲局", 2).rows
    title = Paragraph("甲区2026年工作要点", Spot(row=1))
    named = interpret(Document((title, Table(table, 1, "经济改革"), Table(other, 2, "社会改革"))))
    assert outline(named) == [("经济改革", ["推进甲"]), ("社会改革", ["推进乙"])]
    nameless = interpret(Document((title, Table(table, 1, "Sheet1"), Table(other, 2, "Sheet2"))))
    assert outline(nameless) == [("甲区2026年工作要点", ["推进甲", "推进乙"])]


def test_ditto() -> None:
    """What the row above says, and a person is told."""
    found = read("序号|工作任务|牵头单位|完成时限\n1|推进甲。|甲局|6月底\n2|推进乙。|同上|〃")
    assert [(each["lead"], each["due"]) for each in tasks(found)] == [(["甲局"], "2026-06")] * 2
    assert [each for each in doubts(found) if each[0] == "same-as-above"] == [
        ("same-as-above", "甲局"),
        ("same-as-above", "6月底"),
    ]


def test_one_number_over_several_tasks() -> None:
    """Those are tasks that say who is to do them; the number is their group's."""
    found = read(
        "序号|重点任务|具体举措|牵头单位|完成时限\n1|企业开办|推行甲。|甲局|6月底\n^|^|推广乙。|乙局|9月底\n2|获得电力|压减丙。|丙局|9月底"
    )
    assert outline(found) == [("企业开办", ["推行甲", "推广乙"]), ("获得电力", ["压减丙"])]
    assert [(each["lead"], each["due"]) for each in tasks(found)] == [
        (["甲局"], "2026-06"),
        (["乙局"], "2026-09"),
        (["丙局"], "2026-09"),
    ]
    assert not [each for each in doubts(found) if each[0] in {"row-went-on", "number-gap"}]


def test_a_text_over_two_rows_goes_on() -> None:
    """Where only the text has two rows, it is one."""
    found = read("序号|工作任务|牵头单位\n1|推进甲。|甲局\n^|加强乙。|^")
    assert (task(found)["title"], task(found)["text"]) == ("推进甲", "加强乙。")


def test_columns_of_quarters() -> None:
    """Each is a step, by its heading; what cannot be one stays under the heading."""
    found = read("序号|工作任务|牵头单位|一季度|二季度\n1|推进甲。|甲局|完成方案|\n2|推进乙。|甲局||开工建设")
    assert [each["milestones"] for each in tasks(found)] == [
        [{"what": "完成方案", "due": "2026-03"}],
        [{"what": "开工建设", "due": "2026-06"}],
    ]


def test_a_list_in_a_cell() -> None:
    """May be several tasks: it is told where no number says that it is one."""
    text = "1.排查隐患。\\n2.建设平台。"
    assert ("several-tasks", "1.排查隐患。\n2.建设平台。") in doubts(read(f"工作任务|责任单位\n{text}|甲局"))
    assert "several-tasks" not in dict(doubts(read(f"序号|工作任务|责任单位\n1|{text}|甲局")))


def test_tasks_of_dotted_numbers() -> None:
    """Under the whole ones, which nobody is to do."""
    found = read(
        "序号|工作任务|牵头单位\n1|招商引资|\n1.1|绘制图谱。|甲局\n1.2|上门招商。|甲局\n2|营商环境|\n2.1|拿地即开工。|乙局"
    )
    assert outline(found) == [("招商引资", ["绘制图谱", "上门招商"]), ("营商环境", ["拿地即开工"])]
    assert "number-gap" not in dict(doubts(found))


def test_one_cell_of_two_roles() -> None:
    """Has both."""
    found = read("序号|工作任务|牵头单位|责任单位\n1|推进甲。|甲局|<")
    assert (task(found)["lead"], task(found)["responsible"]) == (["甲局"], ["甲局"])
    assert ("merged-roles", "甲局") in doubts(found)


def test_a_table_of_indicators_beside_the_tasks() -> None:
    """Is no matter; alone it is refused."""
    indicators = matrix("序号|指标|单位|2025年\n1|增速|%|7")
    title = Paragraph("甲区2026年工作要点", Spot(row=1))
    both = interpret(Document((title, indicators, matrix(HEAD + "1|推进甲。|甲局", 2))))
    assert len(tasks(both)) == 1
    assert [each.why for each in interpret(Document((title, indicators))).refusals] == ["no-text-column"]


def test_cells_on_lines_that_do_not_fit() -> None:
    """Broken lines of a table that was pasted."""
    lines = ("甲区2026年工作要点", "序号", "工作任务", "牵头单位", "1", "推进", "甲。", "甲局")
    found = interpret(Document(tuple(Paragraph(text, Spot(row=at)) for at, text in enumerate(lines, 1))))
    assert [each.why for each in found.refusals] == ["cells-as-lines"]


def test_ids_with_decimals() -> None:
    """3.2 is not 32; a number that the title's length would cut is left out."""
    found = read(HEAD + "1|新增就业3.2万人|甲局\n2|" + "支持" * 14 + "企业30户|甲局")
    assert found.draft
    assert outline(found) == [("甲区2026年工作要点", ["新增就业3点2万人", "支持" * 14 + "企业"])]


def test_a_title_that_every_page_repeats() -> None:
    """Above the headings of the columns, and again in the middle of the table."""
    found = read(
        "甲区2026年工作要点|<|<\n" + HEAD + "1|推进甲。|甲局\n甲区2026年工作要点|<|<\n2|推进乙。|甲局", title=""
    )
    assert outline(found) == [("甲区2026年工作要点", ["推进甲", "推进乙"])]


def test_the_title_of_paragraphs() -> None:
    """Is the only heading of the highest level, where the format has levels."""
    lines = (
        ("甲区2026年工作要点", 1),
        ("深化医改", 2),
        ("1.推进甲。（牵头单位：区卫生健康委）", 0),
        ("加强保障", 2),
        ("2.推进乙。（牵头单位：区财政局）", 0),
    )
    found = interpret(
        Document(tuple(Paragraph(text, Spot(row=at), level) for at, (text, level) in enumerate(lines, 1)))
    )
    assert outline(found) == [("深化医改", ["推进甲"]), ("加强保障", ["推进乙"])]


def test_a_row_that_says_nothing_to_do() -> None:
    """Is refused with what it says."""
    assert [(each.why, each.text) for each in read(HEAD + "1||甲局\n2||").refusals] == [
        ("row-empty", "甲局"),
        ("row-empty", "2"),
    ]


def test_a_row_without_a_number_that_has_its_own_offices() -> None:
    """Where cells were merged a text file has blanks; a text that only goes on has neither office nor deadline."""
    found = read("序号|工作任务|牵头单位|完成时限\n1|推进甲。|甲局|6月底\n|推进乙。|乙局|9月底\n|加强丙。||")
    assert [(each["lead"], each["due"]) for each in tasks(found)] == [(["甲局"], "2026-06"), (["乙局"], "2026-09")]
    assert [each for each in doubts(found) if each[0].startswith("row-")] == [
        ("row-no-number", "推进乙。"),
        ("row-went-on", "加强丙。"),
    ]


def test_a_heading_over_columns_that_nothing_names() -> None:
    """Is refused by its name."""
    found = read("序号|工作任务|责任分工|<\n^|^|县级|省市级\n1|推进甲。|甲局|乙厅")
    assert [(each.why, each.text) for each in found.refusals] == [("spanned-key", "责任分工")]


def test_names_that_may_be_one_office() -> None:
    """A short one and the whole, or another one in a bracket: told, never merged in silence."""
    table = (
        HEAD
        + "1|推进甲。|省市场监管局\n"
        + "2|推进乙。|省市场监管局（省知识产权局）\n"
        + "3|推进丙。|省市场监督管理局、省民政厅、市民政局"
    )
    notes = [
        ("another-name", "省市场监管局（省知识产权局）", 1),
        ("names-alike", "省市场监管局、省市场监督管理局", 1),
    ]
    assert told(read(table)) == notes
    known = frozenset({"省市场监管局", "省知识产权局"})
    assert told(read(table, answers=Answers(known=known))) == notes[1:]
    assert told(read(table, answers=Answers(known=known | {"省市场监督管理局"}))) == []


def test_a_name_that_the_layout_broke() -> None:
    """Is sure where another cell has it whole, or the plan that is updated."""
    broken = HEAD + "1|推进甲。|市 农 业 农 村\\n局"
    assert ("broken-name", "市 农 业 农 村\n局") in doubts(read(broken))
    for found in (
        read(broken + "\n2|推进乙。|市农业农村局"),
        read(broken, answers=Answers(known=frozenset({"市农业农村局"}))),
    ):
        assert tasks(found)[0]["lead"] == ["市农业农村局"]
        assert "broken-name" not in dict(doubts(found))


def test_a_row_of_blanks_makes_no_headings() -> None:
    """A column of titles with a blank in it would be one of headings, but for a row that says nothing at all."""
    found = read("序号|改革事项|改革举措|牵头单位\n1|要素市场|推进甲。|甲局\n|||\n2|国资国企|推进乙。|乙局")
    assert outline(found) == [("甲区2026年工作要点", ["要素市场", "国资国企"])]


def test_headings_in_a_column_are_those_of_their_table() -> None:
    """The next table, which has no such column, does not stand under the last of them."""
    grouped = matrix("序号|重点任务|具体举措|牵头单位\n1|产业|推进甲。|甲局\n2|^|推进乙。|乙局")
    other = matrix("序号|工作任务|牵头单位\n1|推进丙。|丙局", 2)
    found = interpret(Document((Paragraph("甲区2026年工作要点", Spot(row=1)), grouped, other)))
    assert [heading for heading, _ in outline(found)] == ["产业", "甲区2026年工作要点"]
