"""Tables with something odd in them: each is read right or told, and whatever is made can be loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli import checking
from plancli.diagnostics import Severity
from plancli.intake.answers import Answers
from plancli.intake.document import Cell, Document, Paragraph, Spot, Table
from plancli.intake.frame import years_of
from plancli.intake.interpret import Interpretation, interpret
from plancli.intake.people import offices_and_people
from plancli.loading.loader import load
from tests.intake.tables import TITLE, doubts, matrix, outline, read, task, tasks, told
from tests.intake.test_real_plan import written
from tests.support import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = "序号|工作任务|牵头单位"
ISSUED = "关于印发        的通知"


def errors(found: Interpretation) -> list[str]:
    """What is wrong with the plan that was made."""
    findings = checking.found(load(Memory({**written(found)})))
    return [f"{rule.name} {finding.facts}" for rule, finding in findings if rule.severity is Severity.ERROR]


def test_a_task_with_a_row_for_each_indicator() -> None:
    """Each number is of what its own row says."""
    found = read(
        "序号|工作任务|牵头单位|指标名称|计量单位|2026年目标\n1|做甲事。|市教育局|新增就业|人|3000\n^|^|^|新建公园|个|5"
    )
    targets = [(each["indicator"], each["value"], each["unit"]) for each in task(found)["targets"]]
    assert targets == [("新增就业", 3000, "人"), ("新建公园", 5, "个")]


@pytest.mark.parametrize(
    ("cell", "indicator", "quote"),
    [
        ("森林覆盖率\\n达到45%", "森林覆盖率", "森林覆盖率达到45%"),
        ("新增就业\\n3000人", "新增就业", "新增就业3000人"),
        ("≥\\n90%", "垃圾分类覆盖率", "≥90%"),
    ],
)
def test_a_target_that_the_layout_broke(cell: str, indicator: str, quote: str) -> None:
    """Is read over the line's end, and quoted on one line."""
    found = read(f"{HEAD}|2026年目标\n1|垃圾分类覆盖率|市城管局|{cell}")
    (target,) = task(found)["targets"]
    assert (target["indicator"], target["quote"]) == (indicator, quote)
    assert errors(found) == []


def test_a_number_in_a_column_of_targets() -> None:
    """Is asked for by its place, whatever its row is called; without a deadline it is for the plan's year."""
    found = read(f"{HEAD}|年度目标\n1|病险水库除险加固|市水利局|6座\n2|清河治理|市水利局|3.5公里")
    targets = [
        (each["indicator"], each["value"], each["unit"], each["due"]) for one in tasks(found) for each in one["targets"]
    ]
    assert targets == [("病险水库除险加固", 6, "座", 2026), ("清河治理", 3.5, "公里", 2026)]
    assert ("due-of-plan", "6座") in doubts(found)


def test_numbers_whose_unit_stands_beside_them() -> None:
    """Are quoted as they stand, and the checks know where the unit is."""
    heads = "序号|工作任务|单位|2026年目标|2027年目标|责任单位"
    found = read(f"{heads}\n1|森林覆盖率|%|47.0|≥47.3|县林业局", title="甲县工作方案（2026—2027年）")
    targets = [(each["value"], each["unit"], each["due"], each["quote"]) for each in task(found)["targets"]]
    assert targets == [(47, "%", 2026, "47.0"), (47.3, "%", 2027, "≥47.3")]
    assert errors(found) == []


def test_a_heading_over_what_and_how_much() -> None:
    """目标任务 over two columns: the left one is what the right one is of, or the whole where a row merges both."""
    rows = (
        "1|地区生产总值增长6%左右|<|甲局\n2|固定资产投资|增长8%以上|乙局\n3|^|谋划项目100个|乙局\n4|新增企业5户|<|甲局"
    )
    found = read(f"序号|目标任务|<|牵头单位\n{rows}")
    assert outline(found) == [
        (TITLE, ["地区生产总值增长6左右"]),
        ("固定资产投资", ["增长8以上", "谋划项目100个"]),
        (TITLE, ["新增企业5户"]),
    ]
    assert ("column-guessed", "目标任务") in doubts(found)


def test_a_name_in_brackets_that_is_named_by_itself_too() -> None:
    """Is an office of its own, and said to be perhaps the same."""
    found = read(f"{HEAD}\n1|做甲。|省市场监管局（省知识产权局）\n2|做乙。|省知识产权局")
    assert ("names-alike", "省市场监管局、省知识产权局", 1) in told(found)
    assert [each["name"] for each in register(found)["departments"]] == ["省市场监管局", "省知识产权局"]
    assert errors(found) == []


def test_a_group_among_the_members_of_another() -> None:
    """Is a group, and no office besides."""
    found = read(f"{HEAD}\n1|做甲。|各有关部门（各街道、市教育局）\n2|做乙。|各街道")
    assert [each["name"] for each in register(found)["departments"]] == ["市教育局"]
    assert [each["name"] for each in register(found)["groups"]] == ["各有关部门", "各街道"]
    assert errors(found) == []


def register(found: Interpretation) -> Any:  # noqa: ANN401 - a file's value
    """What `departments.yaml` is to hold."""
    assert found.draft
    return found.draft.files["departments.yaml"]


def test_ditto_under_headings_that_are_said_twice() -> None:
    """Is what stands above it in its own column."""
    heads = f"{HEAD}|2026年|<|2027年|<\n^|^|^|金额|数量|金额|数量"
    found = read(f"{heads}\n1|做甲。|市教育局|10|5|20|6\n2|做乙。|市教育局|30|7|同上|8")
    assert [each["notes"]["2027年金额"] for each in tasks(found)] == ["20", "20"]


def test_a_task_behind_headings() -> None:
    """Stays behind them: under the heading above all of them."""
    rows = "一、产业|<|<\n1|工业工作|\n1.1|做甲。|市工信局\n2|做乙。|市财政局\n3|服务业工作|\n3.1|做丙。|市商务局"
    found = read(f"{HEAD}\n{rows}")
    assert outline(found) == [("产业", [("工业工作", ["做甲"]), ("产业", ["做乙"]), ("服务业工作", ["做丙"])])]
    assert errors(found) == []


def test_a_title_that_somebody_forgot() -> None:
    """Does not make headings of the others; a column that is filled once for several rows does."""
    rows = ("1|甲工程|做甲。|市教育局", "2|乙工程|做乙。|市教育局", "3||做丙。|市教育局", "4|丁工程|做丁。|市教育局")
    heads = "序号|任务名称|任务内容|牵头单位\n"
    assert [each["title"] for each in tasks(read(heads + "\n".join(rows)))] == ["甲工程", "乙工程", "做丙", "丁工程"]
    rows = ("1|甲工程|做甲。|市教育局", "2||做乙。|市教育局", "3|丙工程|做丙。|市教育局", "4||做丁。|市教育局")
    assert outline(read(heads + "\n".join(rows))) == [("甲工程", ["做甲", "做乙"]), ("丙工程", ["做丙", "做丁"])]


def test_offices_in_the_text_that_a_page_broke_off() -> None:
    """Are read whole."""
    rows = "1|推进甲项目建设，完善设施。（责任单位：市教育局、市财\n|政局、市民政局）\n2|做乙。（责任单位：市教育局）"
    found = read(f"序号|工作任务\n{rows}")
    first, _ = tasks(found)
    assert (first["text"], first["responsible"]) == ("推进甲项目建设，完善设施。", ["市教育局", "市财政局", "市民政局"])


def test_cells_that_say_nothing() -> None:
    """Of nobody, of no time and of no goal."""
    found = read(f"{HEAD}|责任领导|完成时限|2026年目标\n1|做甲。|市教育局|/|无|-")
    assert {"leader", "due", "targets"}.isdisjoint(task(found))
    assert [each for each in doubts(found) if each[0] in {"due-unread", "no-indicator"}] == []


def test_several_leaders() -> None:
    """Are parted once."""
    assert task(read(f"{HEAD}|责任领导\n1|做甲。|市教育局|张三、\\n李四，王五"))["leader"] == "张三、李四、王五"
    assert offices_and_people("区教育局（张三、\n李四）、区财政局（王五）") == (
        "区教育局\n区财政局",
        "张三、李四、王五",
    )


def test_the_end_of_a_schedule() -> None:
    """Is no step where it is the task's deadline."""
    found = read(f"{HEAD}|完成时限|进度安排\n1|做甲。|市教育局|2026年12月底|6月底前完成方案，12月底前完成。")
    assert task(found)["milestones"] == [{"what": "完成方案", "due": "2026-06"}]
    assert "milestones" not in task(read(f"{HEAD}|完成时限|进度安排\n1|做甲。|市教育局|2026年12月底|12月底前完成。"))


def test_a_mark_and_a_role_before_and_behind_a_name() -> None:
    """Are no part of it."""
    found = read("序号|工作任务|责任单位\n1|做甲。|◎市教育局、市财政局\n2|做乙。|市教育局（参加）、市财政局（牵头）")
    assert [each["name"] for each in register(found)["departments"]] == ["市教育局", "市财政局"]
    assert (tasks(found)[1]["support"], tasks(found)[1]["lead"]) == (["市教育局"], ["市财政局"])


def test_a_title_with_spaces() -> None:
    """Is found where it stands."""
    found = read(f"{HEAD}\n1|做甲。|市教育局", title="甲区 2026年 工作要点")
    assert [each.went for each in found.accounts if each.text.startswith("甲区")] == ["plan-title"]


def test_a_five_year_plan() -> None:
    """Names its years by its number."""
    assert years_of("甲区“十五五”规划重大工程责任表") == (2026, 2030)
    assert years_of("甲区“十四五”时期实施方案") == (2021, 2025)
    assert years_of("甲区“十五五”规划2026年工作要点") == (2026, 2026)


@pytest.mark.parametrize("title", [ISSUED, "甲区2027—2026年工作方案"])
def test_a_title_that_is_wrong(title: str) -> None:
    """Is no reason to stop."""
    assert (years := years_of(title)) is None or years[0] <= years[1]
    found = read(f"{HEAD}\n1|做甲。|市教育局", "2026年工作要点", title=title)
    assert found.draft is None or errors(found) == []


def test_a_heading_on_two_lines() -> None:
    """Is on one in the plan."""
    found = read(f"{HEAD}\n一、深化改革\\n扩大开放|<|<\n1|做甲。|市教育局")
    assert outline(found) == [("深化改革扩大开放", ["做甲"])]


BESIDE = matrix("序号|姓名|职务|电话\n1|张三|局长|62\n2|李四|科长|63", 2)
GOES_ON = matrix("2|做乙。|市财政局|2026年\n3|做丙。|市民政局|2026年", 2)
TABLE = matrix(f"{HEAD}|完成时限\n1|做甲。|市教育局|2026年")


@pytest.mark.parametrize(
    ("between", "behind", "titles"),
    [
        ((), BESIDE, ["做甲"]),
        (("附件2 联系人名单",), GOES_ON, ["做甲"]),
        ((), GOES_ON, ["做甲", "做乙", "做丙"]),
        (("（续表）",), GOES_ON, ["做甲", "做乙", "做丙"]),
    ],
)
def test_a_table_behind_another(between: Sequence[str], behind: Table, titles: list[str]) -> None:
    """Goes on with it only where it has no headings of its own and is no attachment's."""
    paragraphs = tuple(Paragraph(text, Spot(row=at)) for at, text in enumerate(between, 2))
    found = interpret(Document((Paragraph("甲区2026年工作要点", Spot(row=1)), TABLE, *paragraphs, behind)))
    assert [each["title"] for each in tasks(found)] == titles


WORDS = """\
|1|2|做甲事。|市教育局|省市场监管局（省知识产权局）|省知识产权局|各有关部门（各街道、市教育局）|各街道|新建公园5个|\
森林覆盖率
达到45%|≥
90%|2026年底前|12月|无|/|同上|一、产业
发展|甲\u200b工程|张三、
李四|（牵头单位：市教育局）|6月底前完成方案；12月底前完成|★市财政局|合计|3000|人|{{ x }}|#甲: [乙"""
HEADS = """\
序号|任务名称|责任单位|配合单位|完成时限|进度安排|2026年目标|责任领导|备注|指标名称|计量单位|类别|职责分工||甲乙"""
ANY_HEADS = st.lists(st.sampled_from(HEADS.split("|")), max_size=4, unique=True)


@given(ANY_HEADS, st.data())
def test_whatever_is_made_can_be_loaded(others: list[str], data: st.DataObject) -> None:
    """Of any words in any columns."""
    heads = ["工作任务", "牵头单位", *others]
    line = st.lists(st.sampled_from(WORDS.split("|")), min_size=len(heads), max_size=len(heads))
    rows = [heads, *data.draw(st.lists(line, min_size=1, max_size=5))]
    cells = tuple(
        tuple(Cell(text, Spot(1, at, column)) for column, text in enumerate(row, 1)) for at, row in enumerate(rows, 1)
    )
    found = interpret(Document((Paragraph("甲区2026年工作要点", Spot(row=1)), Table(cells, 1))))
    assert found.draft is None or errors(found) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "市城管局牵头，市商务局、市供销社，各区（县）人民政府配合",
            "lead 市城管局; support 市商务局、市供销社、各区（县）人民政府",
        ),
        ("市住房城乡建设委（市城管局配合）", "{column} 市住房城乡建设委; support 市城管局"),
        ("市住建局负责牵头，市城管局、市水务局配合做好相关工作", "lead 市住建局; support 市城管局、市水务局"),
        ("市住建局，市城管局配合", "{column} 市住建局; support 市城管局"),
        ("市住建局总负责", "{column} 市住建局"),
    ],
)
@pytest.mark.parametrize(("heading", "column"), [("责任单位", "responsible"), ("牵头单位", "lead")])
def test_roles_in_a_cell_of_one_role(heading: str, column: str, cell: str, expected: str) -> None:
    """Nobody named in the cell is lost, whatever role the column is of: those who have none there have the column's."""
    row = tasks(read(f"序号|工作任务|{heading}\n1|推进甲。|{cell}\n2|推进乙。|市教委"))[0]
    said = "; ".join(f"{role} {'、'.join(row[role])}" for role in ("lead", "responsible", "support") if role in row)
    assert said == expected.format(column=column)


@pytest.mark.parametrize("cell", ["市住建局牵头，市城管局、市水务局", "市住建局牵头，市城管局，市水务局"])
def test_names_behind_the_leader(cell: str) -> None:
    """They are responsible."""
    row = tasks(read(f"序号|工作任务|责任单位\n1|推进甲。|{cell}\n2|推进乙。|市教委"))[0]
    assert (row["lead"], row["responsible"]) == (["市住建局"], ["市城管局", "市水务局"])


def test_targets_that_quote_in_pieces_in_a_column() -> None:
    """分别 in a column of targets."""
    head = "序号|工作任务|目标要求|责任单位|完成时限"
    found = read(f"{head}\n1|抓好督导|督导完成率、问题整改率分别达到100%、98%以上|市教委|2026年底")
    assert [target["value"] for target in task(found)["targets"]] == [100, 98]


NAMES = ("市住建局", "市城管局", "市水务局", "市发展改革委", "各县区政府", "市委宣传部", "省财政厅")
JOINTS = (
    *("、", "，", "；", "\\n", "会同", "牵头，", "牵头；", "牵头，会同", "主责，", "配合，", "参与；", "负责；"),
    *("组织实施，", "按职责分工负责，", "（牵头）、", "（配合）、"),
)
ENDINGS = (
    "",
    "牵头",
    "配合",
    "按职责分工负责",
    "配合做好相关工作",
    "等按职责分工负责",
    "（牵头）",
    "负责。",
    "等部门配合",
)


@given(
    names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True),
    joints=st.lists(st.sampled_from(JOINTS), min_size=4, max_size=4),
    ending=st.sampled_from(ENDINGS),
    by=st.sampled_from(["", "由"]),
    heading=st.sampled_from(["责任单位", "牵头单位"]),
)
def test_nobody_named_is_lost(names: list[str], joints: list[str], ending: str, by: str, heading: str) -> None:
    """Whatever words stand between the names, each has a role in the task."""
    cell = by + "".join(f"{name}{joint}" for name, joint in zip(names[:-1], joints, strict=False)) + names[-1] + ending
    row = tasks(read(f"序号|工作任务|{heading}\n1|推进甲。|{cell}\n2|推进乙。|市教委"))[0]
    said = [each for role in ("lead", "responsible", "support") for each in row.get(role, ())]
    assert set(names) <= {each if isinstance(each, str) else each["name"] for each in said}


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("2026年甲市《政府工作报告》重点工作", "任务分解表"), "2026年甲市《政府工作报告》重点工作任务分解表"),
        (
            ("关于加快建设统一市场", "优化营商环境若干措施的分工方案"),
            "关于加快建设统一市场优化营商环境若干措施的分工方案",
        ),
        (("甲市人民政府文件", "甲政发〔2026〕6号", "甲市行动方案"), "甲市行动方案"),
        (("甲县2026年安全整治工作方案", "附件1", "重点任务清单"), "甲县2026年安全整治工作方案"),
        (("附件：甲医院重点任务分工表（2026—2027年）",), "甲医院重点任务分工表（2026—2027年）"),
    ],
)
def test_titles_of_several_lines(above: tuple[str, ...], title: str) -> None:
    """The line above goes before it where it is begun there; what an attachment is called is no plan's title."""
    paragraphs = [Paragraph(text, Spot(row=at)) for at, text in enumerate(above, 1)]
    found = interpret(Document((*paragraphs, matrix(HEAD + "\n1|推进甲。|市教委"))), Answers(years=(2026, 2027)))
    assert found.draft
    assert found.draft.files["plan.yaml"]["title"] == title
    assert [each.text for each in found.accounts if each.went == "plan-title"][-1].endswith(title[-5:])


def test_what_is_attached_is_a_heading_each() -> None:
    """附件1 and 附件2 with a name and a table each."""
    blocks: list[Paragraph | Table] = [
        Paragraph("甲县2026年安全整治工作方案", Spot(row=1)),
        Paragraph("附件1", Spot(row=2)),
        Paragraph("重点任务清单", Spot(row=3)),
        matrix(HEAD + "\n1|推进甲。|市教委"),
        Paragraph("附件2", Spot(row=4)),
        Paragraph("问题隐患清单", Spot(row=5)),
        matrix(HEAD + "\n1|推进乙。|市教委", 2),
    ]
    found = interpret(Document(tuple(blocks)))
    assert [heading for heading, _ in outline(found)] == ["重点任务清单", "问题隐患清单"]


def test_titles_only_and_no_numbers() -> None:
    """What the tasks are called is where they begin."""
    found = read("事项|年度目标|牵头单位\n新建公路|新建公路40公里|市交通局\n更新渡船|更新渡船40艘|市海事局")
    assert [row["title"] for row in tasks(found)] == ["新建公路", "更新渡船"]


def test_a_sum_that_counts() -> None:
    """合计2项 is no task, nor a part of one."""
    found = read(HEAD + "\n1|推进甲。|市教委\n|合计2项|")
    assert [row["title"] for row in tasks(found)] == ["推进甲"]


@pytest.mark.parametrize("heading", ["考核指标", "主要指标", "绩效指标", "考核目标"])
def test_a_column_of_indicators_beside_the_tasks(heading: str) -> None:
    """It says how much is asked for; where a column of targets does, it only names what they measure."""
    found = read(f"序号|工作任务|{heading}|牵头单位\n1|稳就业。|城镇新增就业2万人|市人力社保局")
    ((target,),) = (each["targets"] for each in tasks(found))
    assert (target["indicator"], target["value"], target["quote"]) == ("城镇新增就业", 2, "城镇新增就业2万人")
    assert ("column-guessed", heading) in doubts(found)
    beside = read(f"序号|工作任务|{heading}|2026年目标|牵头单位\n1|稳就业。|城镇新增就业|2万人|市人力社保局")
    ((target,),) = (each["targets"] for each in tasks(beside))
    assert (target["value"], target["quote"]) == (2, "2万人")


def test_quarters_in_digits() -> None:
    """Each is a step, by the plan's own year."""
    found = read("序号|工作任务|牵头单位|1季度|2季度\n1|修路。|市交通局|完成方案|动工")
    assert task(found)["milestones"] == [{"what": "完成方案", "due": "2026-03"}, {"what": "动工", "due": "2026-06"}]
