"""What becomes of a document's rows: small tables of many shapes, and where each of their cells goes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.edit.format_tree import canonical
from plancli.intake.answers import Answers
from plancli.intake.document import Cell, Document, Paragraph, Spot, Table
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import Interpretation, interpret
from plancli.loading.loader import load
from plancli.model.shapes import shape_of
from plancli.rules import BY_NAME
from tests.load.promises import arbitrary
from tests.support import Memory, rule_of, stamped

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
YEARS = (2025, 2027)
HEAD = "| 序号 | 工作内容 | 牵头单位 | 责任单位 |\n|---|---|---|---|\n"


def read(text: str, tmp_path: Path, name: str = "a.md") -> Interpretation:
    """What a document of this text says."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    return interpret(read_document(tmp_path / name), Answers("计划", YEARS))


def tasks(found: Interpretation) -> dict[str, dict[str, Any]]:
    """The tasks that it makes, by their ids."""
    assert found.draft, found.refusals
    return {
        path.removeprefix("tasks/").removesuffix(".yaml"): dict(value)
        for path, value in found.draft.files.items()
        if path.startswith("tasks/")
    }


def outline(found: Interpretation) -> Any:  # noqa: ANN401 - as a file has it
    """The outline that it makes."""
    assert found.draft
    return found.draft.files["plan.yaml"]["outline"]


def doubts(found: Interpretation) -> list[str]:
    """Why a person should look, in the order of the document."""
    return [why for each in found.accounts for why in each.unsure]


def test_a_short_first_sentence_is_the_title(tmp_path: Path) -> None:
    """Where every text has one."""
    found = read(
        HEAD + "| 1 | 节能降碳。推进节能。 | 区发改委 | —— |\n| 2 | 环境保护。推进环保。 | 区生态环境局 | |\n", tmp_path
    )
    assert tasks(found) == {
        "节能降碳": {"title": "节能降碳", "text": "推进节能。", "lead": ["区发改委"], "responsible": []},
        "环境保护": {"title": "环境保护", "text": "推进环保。", "lead": ["区生态环境局"]},
    }
    assert found.draft
    assert found.draft.files["plan.yaml"]["run_in_titles"]
    assert doubts(found) == []


def test_without_titles_the_first_words_are_taken_and_said_to_be(tmp_path: Path) -> None:
    """And the text stays whole."""
    found = read(
        HEAD + "| 1 | 推进节能，降低能耗。 | 区发改委 | |\n| 2 | 环境保护。推进环保。 | 区发改委 | |\n", tmp_path
    )
    made = tasks(found)
    assert {name: task["text"] for name, task in made.items()} == {
        "推进节能": "推进节能，降低能耗。",
        "环境保护": "环境保护。推进环保。",
    }
    assert doubts(found) == ["title-guessed", "title-guessed"]


def test_a_column_that_is_filled_once_for_several_rows_is_a_heading(tmp_path: Path) -> None:
    """重点任务 beside 具体举措."""
    head = "| 重点任务 | 具体举措 | 牵头单位 |\n|---|---|---|\n"
    found = read(
        head
        + "| 一、夯实基础 | 建设网络。 | 市数据局 |\n| | 建设算力。 | 市数据局 |\n"
        + "| 二、壮大产业 | 培育企业。 | 市工信局 |\n",
        tmp_path,
    )
    assert outline(found) == [
        {"heading": "夯实基础", "tasks": ["建设网络", "建设算力"]},
        {"heading": "壮大产业", "tasks": ["培育企业"]},
    ]


def test_a_column_of_titles(tmp_path: Path) -> None:
    """Filled in every row."""
    head = "| 任务名称 | 工作内容 | 牵头单位 |\n|---|---|---|\n"
    found = read(head + "| 网络 | 建设网络。 | 市数据局 |\n| 算力 | 建设算力。 | 市数据局 |\n", tmp_path)
    assert {name: (task["title"], task["text"]) for name, task in tasks(found).items()} == {
        "网络": ("网络", "建设网络。"),
        "算力": ("算力", "建设算力。"),
    }


def test_rows_across_all_columns_are_headings(tmp_path: Path) -> None:
    """What is numbered in another way stands below."""
    rows = (
        "<tr><td>工作内容</td><td>牵头单位</td></tr>"
        "<tr><td colspan=2>一、重点</td></tr><tr><td colspan=2>（一）节能</td></tr>"
        "<tr><td>建设甲。</td><td>区发改委</td></tr>"
        "<tr><td colspan=2>（二）环保</td></tr><tr><td>建设乙。</td><td>区发改委</td></tr>"
        "<tr><td colspan=2>二、保障</td></tr><tr><td>建设丙。</td><td>区发改委</td></tr>"
    )
    assert outline(read(f"<table>{rows}</table>", tmp_path, "a.html")) == [
        {
            "heading": "重点",
            "sections": [{"heading": "节能", "tasks": ["建设甲"]}, {"heading": "环保", "tasks": ["建设乙"]}],
        },
        {"heading": "保障", "tasks": ["建设丙"]},
    ]


def test_merged_cells_hold_for_every_row(tmp_path: Path) -> None:
    """One lead of two tasks; a blank cell is no merged one."""
    rows = (
        "<tr><td>序号</td><td>工作内容</td><td>牵头单位</td></tr>"
        "<tr><td>1</td><td>建设甲。</td><td rowspan=2>区发改委</td></tr><tr><td>2</td><td>建设乙。</td></tr>"
        "<tr><td>3</td><td>建设丙。</td><td></td></tr>"
    )
    made = tasks(read(f"<table>{rows}</table>", tmp_path, "a.html"))
    assert [task.get("lead") for task in made.values()] == [["区发改委"], ["区发改委"], None]


def test_a_row_without_a_number_goes_on_with_the_one_above(tmp_path: Path) -> None:
    """And says so; its units are added, and the next number is missed."""
    found = read(HEAD + "| 1 | 建设甲，\n| | 推进乙。 | | 区财政局 |\n| 3 | 建设丙。 | 区发改委 | |\n", tmp_path)
    (first, _) = tasks(found).values()
    assert first["text"] == "建设甲，推进乙。"
    assert first["responsible"] == ["区财政局"]
    assert [why for why in doubts(found) if why != "title-guessed"] == ["row-went-on", "row-went-on", "number-gap"]


@pytest.mark.parametrize(
    ("said", "year", "due"),
    [
        ("2026年底前", YEARS, 2026),
        ("2026年6月底", YEARS, "2026-06"),
        ("持续推进", YEARS, "ongoing"),
        ("6月底", (2026, 2026), "2026-06"),
    ],
)
def test_deadlines(said: str, year: tuple[int, int], due: object, tmp_path: Path) -> None:
    """A month is of the plan's year, where it has one only."""
    head = "| 工作内容 | 牵头单位 | 完成时限 |\n|---|---|---|\n"
    (tmp_path / "a.md").write_text(f"{head}| 建设甲。 | 区发改委 | {said} |\n", encoding="utf-8")
    (task,) = tasks(interpret(read_document(tmp_path / "a.md"), Answers("计划", year))).values()
    assert task["due"] == due


def test_a_deadline_that_nobody_can_read_stays_word_for_word(tmp_path: Path) -> None:
    """So do columns that the format has no key for."""
    head = "| 工作内容 | 牵头单位 | 完成时限 | 2026年目标 | 备注 |\n|---|---|---|---|---|\n"
    for said, code in (("6月底", "due-no-year"), ("抓紧办理", "due-unread")):
        found = read(head + f"| 建设甲。 | 区发改委 | {said} | 10家 | 省重点 |\n", tmp_path)
        (task,) = tasks(found).values()
        assert task["notes"] == {"完成时限": said, "2026年目标": "10家", "备注": "省重点"}
        assert code in doubts(found)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("甲。\n", "no-table"),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", "no-table"),
        ("| 序号 | 牵头单位 |\n|---|---|\n| 1 | 区发改委 |\n", "no-text-column"),
        ("| 工作内容 | 牵头单位 | 牵头部门 |\n|---|---|---|\n| 甲。 | 乙局 | 丙局 |\n", "same-key"),
        (HEAD, "no-tasks"),
        (HEAD + "| | 建设甲。 | 区发改委 | |\n", "row-lost"),
        (HEAD + "| 1 | | 区发改委 | |\n", "row-empty"),
    ],
)
def test_what_is_refused(text: str, why: str, tmp_path: Path) -> None:
    """Nothing is made, and what was read is accounted for all the same."""
    found = read(text, tmp_path)
    assert [each.why for each in found.refusals] == [why]
    assert found.draft is None


def test_a_title_and_years_come_from_the_document(tmp_path: Path) -> None:
    """Or nothing is made."""
    row = HEAD + "| 1 | 建设甲。 | 区发改委 | |\n"
    (tmp_path / "a.md").write_text("# 甲区行动计划（2025—2027年）任务分工表\n\n" + row, encoding="utf-8")
    found = interpret(read_document(tmp_path / "a.md"))
    assert found.draft
    header = found.draft.files["plan.yaml"]
    assert (header["title"], header["period"]) == ("甲区行动计划（2025—2027年）", {"start": 2025, "end": 2027})
    (tmp_path / "b.md").write_text(row, encoding="utf-8")
    assert [each.why for each in interpret(read_document(tmp_path / "b.md")).refusals] == ["no-title", "no-years"]


def test_a_title_in_the_first_row_of_the_table(tmp_path: Path) -> None:
    """As spreadsheets have it."""
    row = ",".join
    lines = [
        row(["甲县2026年重点工作任务清单", "", ""]),
        row(["序号", "工作内容", "责任单位"]),
        row(["1", "建设甲。", "县商务局"]),
    ]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    found = interpret(read_document(tmp_path / "a.csv"))
    assert found.draft
    assert found.draft.files["plan.yaml"]["title"] == "甲县2026年重点工作任务清单"
    assert found.accounts[0].went == "plan-title"


def spots(document: Document) -> Iterator[Spot]:
    """Where anything stands."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.spot
        else:
            yield from {cell.spot for row in block.rows for cell in row if cell and cell.text}


WORDS = [
    "",
    "1",
    "2",
    "一、重点",
    "（一）节能",
    "建设甲。",
    "区发改委",
    "序号",
    "工作内容",
    "牵头单位",
    "责任单位",
    "——",
    "备注",
    "6月底",
]


@arbitrary
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=3), max_size=8), st.booleans())
def test_every_cell_is_accounted_for(matrix: list[list[str]], headed: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever a table holds, refused or not: nothing is dropped in silence."""
    rows = ([["序号", "工作内容", "牵头单位"]] if headed else []) + matrix
    table = Table(
        tuple(
            tuple(Cell(text, Spot(1, at, column)) for column, text in enumerate(row, 1))
            for at, row in enumerate(rows, 1)
        ),
        1,
    )
    document = Document((Paragraph("说明", Spot(0, 1)), table) if rows else ())
    found = interpret(document, Answers("计划", YEARS))
    assert {each.spot for each in found.accounts if each.text} == set(spots(document))


def test_every_cell_of_the_real_document_is_accounted_for_once() -> None:
    """Thirty rows of four, a row of headings, six headings of sections."""
    document = read_document(HERE / "data" / "yuzhong-green-industry-tasks.txt")
    found = interpret(document, Answers("计划", YEARS))
    pieces = [each for each in found.accounts if each.went != "target"]
    assert sorted(each.spot for each in pieces) == sorted(spots(document))
    assert [(each.text, *each.unsure) for each in found.accounts if each.unsure] == [
        ("保持全市领先", "indicator-restored"),
        ("全市占比稳定在30%以上", "indicator-restored"),
        ("50米覆盖率达到80%以上", "indicator-restored"),
    ]


ODD = st.text(st.sampled_from('甲乙局委（）、，。：\n 1一"#|-~等各\u200b\ufeffＡé%&*'), max_size=12)


@arbitrary
@given(st.lists(st.tuples(ODD, ODD, ODD, ODD), min_size=1, max_size=5))
def test_whatever_a_table_says_the_plan_can_be_read(cells: list[tuple[str, str, str, str]]) -> None:
    """What it says may be wrong; that plancli wrote it may not."""
    rows = [("工作内容", "牵头单位", "责任单位", "备注"), *cells]
    table = Table(
        tuple(
            tuple(Cell(text.strip(), Spot(1, at, column)) for column, text in enumerate(row, 1))
            for at, row in enumerate(rows, 1)
        ),
        1,
    )
    found = interpret(Document((table,)), Answers("计划", YEARS))
    if found.draft:
        files = {
            path: canonical(json.dumps(value, ensure_ascii=False), shape_of(path))
            for path, value in found.draft.files.items()
        }
        told = stamped(load(Memory(dict(files))))
        assert [name for name, _ in told if BY_NAME[rule_of(name)].is_load_rule] == []
