"""What a person says of a document, and what is told where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from plancli.intake.answers import Answers
from plancli.intake.document import Spot
from tests.intake.tables import doubts, read, task, tasks, told

if TYPE_CHECKING:
    from plancli.intake.interpret import Interpretation

LONE = "序号|工作任务|责任单位\n1|推进甲。|甲局、乙局、丙局"


def test_nobody_leads_unless_it_is_said() -> None:
    """All are responsible then, and it is told."""
    found = read(LONE)
    assert (task(found)["responsible"], "lead" in task(found)) == (["甲局", "乙局", "丙局"], False)
    assert told(found) == [("nobody-leads", "责任单位", 1)]
    assert told(read("序号|工作任务|责任单位\n1|推进甲。|甲局")) == []


@pytest.mark.parametrize(
    ("found", "notes"),
    [
        (read(LONE, answers=Answers(first_is_lead=True)), []),
        (read(LONE, "注：列第一位的为牵头单位。"), [("first-leads", "注：列第一位的为牵头单位。", 1)]),
        (
            read(LONE.replace("责任单位", "责任单位（第一个为牵头单位）")),
            [("first-leads", "责任单位（第一个为牵头单位）", 1)],
        ),
    ],
)
def test_the_first_leads(found: Interpretation, notes: list[tuple[str, str, int]]) -> None:
    """Because the person says so, or the document."""
    assert (task(found)["lead"], task(found)["responsible"]) == (["甲局"], ["乙局", "丙局"])
    assert told(found) == notes


MARKED = "工作任务|{heading}\n推进甲，完善乙。|{first}\n推进乙，完善丙。|丙局、甲局"


@pytest.mark.parametrize(
    ("heading", "first", "note"),
    [
        ("责任单位", "甲局、★乙局（节能方面）、丙局", "注：带★为牵头单位。"),
        ("责任单位", "甲局、乙局★，丙局", "注：标★号的是牵头部门，其余为责任单位。"),
        ("责任单位（前面有▲的为牵头单位）", "▲乙局\\n甲局\\n丙局", ""),
    ],
)
def test_a_mark_leads(heading: str, first: str, note: str) -> None:
    """Because the document says so; where none has the mark nobody leads."""
    found = read(MARKED.format(heading=heading, first=first), *filter(None, [note]))
    one, two = tasks(found)
    lead = [{"name": "乙局", "scope": "节能方面"}] if "节能" in first else ["乙局"]
    assert (one["lead"], one["responsible"]) == (lead, ["甲局", "丙局"])
    assert ("lead" in two, two["responsible"]) == (False, ["丙局", "甲局"])
    assert told(found) == [("mark-leads", note or heading, 1)]
    assert [each for each in doubts(found) if each[0] != "title-guessed"] == []


def test_bold_type_leads() -> None:
    """Nobody is guessed to lead; what to do is told."""
    found = read(LONE, "注：加粗的为牵头单位。")
    assert ("lead" in task(found), told(found)) == (False, [("type-leads", "注：加粗的为牵头单位。", 1)])


def test_a_mark_of_something_else() -> None:
    """It says nothing of who leads."""
    found = read(LONE.replace("甲局", "★甲局"), "注：★为重点任务，由牵头单位每月上报。")
    assert (task(found)["responsible"], told(found)) == (["甲局", "乙局", "丙局"], [("nobody-leads", "责任单位", 1)])


def test_a_cell_says_that_its_first_leads() -> None:
    """Of its own task alone, and what says it is no part of an office."""
    found = read(MARKED.format(heading="责任单位", first="甲局、乙局（排名第一的为牵头单位）"))
    one, two = tasks(found)
    assert (one["lead"], one["responsible"]) == (["甲局"], ["乙局"])
    assert ("lead" in two, two["responsible"]) == (False, ["丙局", "甲局"])
    assert told(found) == [("first-leads", "甲局、乙局（排名第一的为牵头单位）", 1)]


def test_a_column_that_leads_goes_before_the_first() -> None:
    """What the person says is for rows without one; a single office leads, and nobody else is responsible."""
    both = read("序号|工作任务|牵头单位|责任单位\n1|推进甲。||甲局、乙局", answers=Answers(first_is_lead=True))
    assert ("lead" in task(both), task(both)["responsible"]) == (False, ["甲局", "乙局"])
    one = read("序号|工作任务|责任单位\n1|推进甲。|甲局", answers=Answers(first_is_lead=True))
    assert (task(one)["lead"], "responsible" in task(one)) == (["甲局"], False)


def test_roles_in_brackets() -> None:
    """Each office gets its own, and a person is told to look."""
    found = read("序号|工作任务|责任单位\n1|推进甲。|甲局（牵头）、乙局、丙局（配合）")
    assert {key: task(found).get(key) for key in ("lead", "responsible", "support")} == {
        "lead": ["甲局"],
        "responsible": ["乙局"],
        "support": ["丙局"],
    }
    assert [each.unsure for each in found.accounts if each.went == "responsible"] == [("role-in-bracket",)]


def test_roles_in_words() -> None:
    """In a column for one role."""
    found = read("序号|工作任务|责任单位\n1|推进甲。|市财政局牵头，市教育局、市水利局配合")
    assert (task(found)["lead"], task(found)["support"]) == (["市财政局"], ["市教育局", "市水利局"])
    assert "responsible" not in task(found)


def test_columns_that_a_person_names() -> None:
    """Also where no heading would be known."""
    found = read("甲|乙|丙\n1|推进甲。|甲局", answers=Answers(columns={"甲": "number", "乙": "text", "丙": "lead"}))
    assert (task(found)["text"], task(found)["lead"]) == ("推进甲。", ["甲局"])
    two = "工作任务|牵头单位|牵头部门\n推进甲。|甲局|甲处"
    assert [each.why for each in read(two).refusals] == ["same-key"]
    assert task(read(two, answers=Answers(columns={"牵头部门": "notes"})))["notes"] == {"牵头部门": "甲处"}


@pytest.mark.parametrize(
    ("said", "due", "milestones"),
    [
        ("6月底完成", "2026-06", None),
        ("12月底前", "2026-12", None),
        ("5月底前动工", None, [("动工", "2026-05")]),
        ("5月底前动工，12月底前完工", "2026-12", [("动工", "2026-05")]),
        ("2026年3月底前印发方案；年底前全面完成", 2026, [("印发方案", "2026-03")]),
        ("1—3月动工", None, None),
        ("6月完成；9月完成", None, None),
    ],
)
def test_deadlines_and_steps(said: str, due: object, milestones: list[tuple[str, object]] | None) -> None:
    """A step is not the end; what cannot be read stays as it is."""
    found = read(f"序号|工作任务|牵头单位|完成时限\n1|推进甲。|甲局|{said}")
    value = task(found)
    assert value.get("due") == due
    assert [(each["what"], each["due"]) for each in value.get("milestones", ())] == (milestones or [])
    is_unread = due is None and milestones is None
    assert value.get("notes") == ({"完成时限": said} if is_unread else None)
    codes = ["due-unread"] if is_unread else ["due-of-steps"] if milestones else []
    assert [code for each in found.accounts if each.went == "due" for code in each.unsure] == codes


def test_months_of_a_year_that_a_person_says() -> None:
    """Where the plan has several; targets without a deadline are not of that year."""
    table = "序号|工作任务|牵头单位|完成时限\n1|推进甲。新建分拣中心5家。|甲局|6月底"
    answers = Answers("计划", (2025, 2027), year=2026)
    assert task(read(table, answers=answers))["due"] == "2026-06"
    assert "due" not in task(read(table, answers=Answers("计划", (2025, 2027))))


def test_a_column_of_steps() -> None:
    """All of them, or the words."""
    head = "序号|工作任务|牵头单位|进度安排\n1|推进甲。|甲局|"
    steps = [{"what": "完成选址", "due": "2026-03"}, {"what": "开工建设", "due": "2026-06"}]
    assert task(read(head + "一季度完成选址；二季度开工建设。"))["milestones"] == steps
    found = read(head + "一季度完成选址；随后开工建设。")
    assert task(found)["notes"] == {"进度安排": "一季度完成选址；随后开工建设。"}
    assert [each.unsure for each in found.accounts if each.went == "milestones"] == [("milestones-unread",)]


def test_columns_of_targets() -> None:
    """They stay under notes, and what they ask for is a target that quotes them, once if the text says the same."""
    found = read(
        "序号|工作任务|牵头单位|2026年目标|2027年目标\n"
        "1|推进绿色金融。到2027年，绿色贷款余额达1800亿元。|甲局|绿色贷款余额达1600亿元|绿色贷款余额达1800亿元",
        answers=Answers("计划", (2025, 2027)),
    )
    value = task(found)
    assert [(each["value"], each["due"], each["quote"]) for each in value["targets"]] == [
        (1800, 2027, "绿色贷款余额达1800亿元"),
        (1600, 2026, "绿色贷款余额达1600亿元"),
    ]
    assert value["notes"] == {"2026年目标": "绿色贷款余额达1600亿元", "2027年目标": "绿色贷款余额达1800亿元"}
    targets = [(each.spot.column, each.unsure) for each in found.accounts if each.went == "target"]
    assert targets == [(2, ()), (4, ())]


def test_bare_numbers_beside_an_indicator() -> None:
    """Are of what the row is called, and a person is told to look."""
    found = read(
        "序号|指标及任务|牵头单位|2026年目标|2027年目标\n1|数字经济核心产业增加值占比|甲局|10%|不低于11%",
        answers=Answers("计划", (2025, 2027)),
    )
    assert [
        (each["indicator"], each["comparator"], each["value"], each["due"], each["quote"])
        for each in task(found)["targets"]
    ] == [
        ("数字经济核心产业增加值占比", "at-least", 10, 2026, "10%"),
        ("数字经济核心产业增加值占比", "at-least", 11, 2027, "不低于11%"),
    ]
    assert [each.unsure for each in found.accounts if each.went == "target"] == [("indicator-of-row",)] * 2


def test_a_column_of_bare_numbers() -> None:
    """Nothing says what is measured: it is told."""
    found = read("序号|工作任务|牵头单位|2026年目标\n1|推进绿色金融，服务企业。|甲局|不低于30%")
    assert "targets" not in task(found)
    assert [(each.text, each.unsure) for each in found.accounts if each.went == "no-target"] == [
        ("不低于30%", ("no-indicator",))
    ]


TWO = "序号|工作任务|牵头单位\n1|推进甲。|甲局\n2|推进乙。|甲局"


@pytest.mark.parametrize(
    ("around", "refused", "noted"),
    [
        (("本清单共2项任务。",), [], []),
        (("本清单共3项任务。",), [("共3项任务", 2)], []),
        (("全市清单共146项任务，我区共2项任务。",), [], []),
        (("2025年共开展检查12次，整改问题共5个。",), [], [("count-differs", "共5个", 2)]),
        (("甲区2026年工作要点任务分解表（共3项）",), [("（共3项）", 2)], []),
    ],
)
def test_stated_counts(around: tuple[str, ...], refused: list[Any], noted: list[Any]) -> None:
    """A sum that does not add up is refused, and told where it may count something else."""
    found = read(TWO, *around)
    assert [(each.text, each.count) for each in found.refusals if each.why == "count-differs"] == refused
    assert told(found) == noted
    assert read(TWO, *around, answers=Answers(ignore_counts=True)).draft


def test_counts_of_headings() -> None:
    """Each counts what stands under it."""
    first = "序号|工作任务|牵头单位\n一、保障（1项）||\n1|推进丙。|甲局\n"
    table = first + "二、产业（{}项）||\n2|推进甲。|甲局\n3|推进乙。|甲局"
    assert read(table.format("2")).draft
    (refusal,) = read(table.format("3")).refusals
    assert (refusal.why, refusal.text, refusal.count, refusal.spot) == ("count-differs", "（3项）", 2, Spot(1, 4, 1))


def test_years_that_were_guessed() -> None:
    """From the deadlines of the texts; those that are said are not told of."""
    table = "序号|工作任务|牵头单位\n1|到2026年，推进甲。到2027年，推进乙。|甲局"
    assert told(read(table, answers=Answers("甲区计划"))) == [("years-guessed", "2026–2027", 1)]
    assert told(read(table, answers=Answers("甲区计划", (2025, 2027)))) == []
