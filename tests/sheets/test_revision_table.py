"""The 修订对照表: every change stands in it once, both sides are whole, and nothing in a plan becomes markup."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from plancli.diff.text import Edit
from plancli.messages import catalog
from plancli.render.renderer import Renderer
from plancli.views import revision_table as module
from plancli.views.comparison import Called, comparison_view
from plancli.views.revision_table import revision_table
from tests.diff.examples import EXAMPLES, Example
from tests.diff.world import ENERGY, OFFICE, PLAN, WASTE, WORLD, between, edited
from tests.sheets.reading import parsed, rows, text_of
from tests.sheets.test_escaping import any_text, elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plancli.views.changes import ComparisonView
    from plancli.views.revision_rows import Passage, RevisionRow, RevisionTableView

EN = catalog("en")
CALLED = Called("HEAD~1", "working tree")
RENDERER = Renderer("en")

LOWERED = EXAMPLES["target-lowered"].edits
MANY = (
    *LOWERED,
    *EXAMPLES["responsible-added"].edits,
    *EXAMPLES["text-punctuation"].edits,
    *EXAMPLES["plan-retitled"].edits,
    *EXAMPLES["alias-added"].edits,
    *EXAMPLES["text-reworded"].edits,
)
"""Edits of every file, and of every level."""


def seen(new: Mapping[str, str], old: Mapping[str, str] = WORLD, **options: Any) -> ComparisonView:  # noqa: ANN401 - comparison_view's
    """Two worlds compared, in English."""
    return comparison_view(between(old, new).comparison, EN, CALLED, **options)


def table(new: Mapping[str, str], old: Mapping[str, str] = WORLD, **options: Any) -> RevisionTableView:  # noqa: ANN401 - likewise
    """Their table."""
    comparison = between(old, new).comparison
    view = comparison_view(comparison, EN, CALLED, **options)
    return revision_table(view, comparison.new.plan, EN, comparison.old.plan)


def listed(view: RevisionTableView) -> list[RevisionRow]:
    """Its rows."""
    return [row for group in view.groups for row in group.rows]


def side(passages: Iterable[Passage]) -> list[str]:
    """The texts of a cell, with their labels."""
    return [(f"{each.label}: " if each.label else "") + "".join(edit.text for edit in each.edits) for each in passages]


@cache
def many() -> RevisionTableView:
    """A table with something of everything."""
    return table(edited(MANY))


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_every_change_is_shown_once(example: Example) -> None:
    """Forwards and backwards: each message once, with its level; rows are numbered; the marks are on their sides."""
    new = edited(example.edits)
    for before, after in ((WORLD, new), (new, WORLD)):
        changes = seen(after, before).changes
        view = table(after, before)
        assert sorted((each.level, each.message) for row in listed(view) for each in row.told) == sorted(
            (change.level, change.message) for change in changes
        )
        assert [row.number for row in listed(view)] == list(range(1, len(listed(view)) + 1))
        page = parsed(RENDERER.changes(view))
        assert [len(row.query("th, td")) for row in rows(page.query_one("table"))] == [5] * len(listed(view))
        for row, shown in zip(listed(view), rows(page.query_one("table")), strict=True):
            _, old, now, kind, _ = shown.query("th, td")
            assert old.query("ins") == now.query("del") == []
            assert [text_of(each) for each in old.query("del")] == marked(row.before, "delete")
            assert [text_of(each) for each in now.query("ins")] == marked(row.after, "insert")
            assert [text_of(each) for each in kind.query("p")] == [
                spoken(each.level, each.message) for each in row.told
            ]


def marked(passages: Iterable[Passage], op: str) -> list[str]:
    """The pieces of one kind."""
    return [edit.text for passage in passages for edit in passage.edits if edit.op == op]


def spoken(level: str, message: str) -> str:
    """The shape and the word of a level, and what changed."""
    return {"error": "■major", "warning": "▲material", "info": "○formal"}[level] + message


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_both_sides_are_whole(example: Example) -> None:
    """What is struck out stands before, what is written in after, and what is kept on both sides in the same order."""
    for row in listed(table(edited(example.edits))):
        assert marked(row.before, "insert") == marked(row.after, "delete") == []
        kept = [["".join(marked([each], "keep")) for each in passages] for passages in (row.before, row.after)]
        assert kept[0] == kept[1] or not all(map(side, (row.before, row.after)))  # on one side only


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "target-lowered",
            ["绿色工厂: at least 20家", "到2027年，建成绿色工厂20家，力争绿电占比达到30%。"],
            ["绿色工厂: at least 15家", "到2027年，建成绿色工厂15家，力争绿电占比达到30%。"],
        ),
        ("target-binding-added", ["绿电占比: aim for at least 30%"], ["绿电占比: aim for at least 30% (binding)"]),
        ("target-unconfirmed", ["绿色工厂: at least 20家"], ["绿色工厂: at least 20家 (not yet confirmed)"]),
        ("target-renamed", ["Indicator: 绿色工厂"], ["Indicator: 绿色工厂数"]),
        ("deadline-postponed (target)", ["生活垃圾分类 (Deadline): 2026"], ["生活垃圾分类 (Deadline): 2027"]),
        ("deadline-removed", ["Deadline: 2027"], []),
        ("milestone-removed", ["印发方案: 2026-06"], []),
        ("lead-changed", ["牵头单位: 区城管局"], ["牵头单位: 区供销社"]),
        ("support-added", [], ["配合单位: 区供销社"]),
        ("unit-scope-changed", [], ["区住建委: 装修垃圾"]),
        ("unit-order", ["责任单位: 区生态环境局, 区住建委"], ["责任单位: 区住建委, 区生态环境局"]),
        ("nobody-unstated", [], []),
        ("leader-changed", ["Leader: 分管副区长"], ["Leader: 常务副区长"]),
        ("note-changed", ["资金来源: 区级财政"], ["资金来源: 市级财政"]),
        ("task-retitled", ["Task: 组织领导"], ["Task: 加强组织领导"]),
        ("task-removed", ["加强统筹协调。", "牵头单位: 区发改委", "责任单位: 区生态环境局, 区住建委"], []),
        ("text-moved", ["确保完成节能改造。"], ["确保完成节能改造。"]),
        ("text-sentence-removed", ["开展培训12场。"], []),
        ("department-renamed", ["区城管局"], ["区城市管理局"]),
        ("plan-retitled", ["绿色产业三年行动计划（2025—2027年）"], ["绿色低碳产业三年行动计划（2025—2027年）"]),
        ("period-shortened", ["Period: 2025—2027"], ["Period: 2025—2026"]),
    ],
)  # fmt: skip
def test_what_stands_on_both_sides(name: str, before: list[str], after: list[str]) -> None:
    """Goals and deadlines in words, under what they are called; whole sentences; whole tasks."""
    [row] = listed(table(edited(EXAMPLES[name].edits)))
    assert (side(row.before), side(row.after)) == (before, after)


def test_names_are_not_torn() -> None:
    """区城管局 and 区供销社 share two characters, and are two names."""
    [row] = listed(table(edited(EXAMPLES["lead-changed"].edits)))
    assert row.before[0].edits == (Edit("delete", "区城管局"),)
    assert row.after[0].edits == (Edit("insert", "区供销社"),)


def test_a_whole_task() -> None:
    """A new task says all that it asks; without the old side, of a removed one only the title is known."""
    new = edited(
        (
            (OFFICE, WORLD[OFFICE], ""),
            (PLAN, "      - 组织领导\n", "      - 统筹\n"),
            ("tasks/统筹.yaml", "", WORLD[ENERGY]),
        )
    )
    comparison = between(WORLD, new).comparison
    view = comparison_view(comparison, EN, CALLED)
    removed, added = listed(revision_table(view, comparison.new.plan, EN))
    assert (side(removed.before), side(removed.after)) == (["组织领导"], [])
    assert side(added.after) == [
        "确保完成节能改造。到2027年，建成绿色工厂20家，力争绿电占比达到30%。开展培训12场。",
        "牵头单位: 区发改委",
        "责任单位: 区生态环境局, 各管委会",
        "Leader: 分管副区长",
        "绿色工厂: at least 20家",
        "绿电占比: aim for at least 30%",
        "印发方案: 2026-06",
        "资金来源: 区级财政",
        "Deadline: 2027",
    ]


def test_one_row_for_one_sentence() -> None:
    """Two goals of the same sentence: one row that says all of it, the most serious first."""
    edits = (
        *LOWERED,
        (ENERGY, "力争绿电占比达到30%。", "力争绿电占比达到25%。"),
        (ENERGY, "quote: 力争绿电占比达到30%", "quote: 力争绿电占比达到25%"),
        (ENERGY, "value: 30\n", "value: 25\n"),
    )
    [row] = listed(table(edited(edits)))
    assert [told.level for told in row.told][:2] == ["error", "error"]
    assert side(row.after)[-1] == "到2027年，建成绿色工厂15家，力争绿电占比达到25%。"
    assert side(row.after)[:-1] == ["绿色工厂: at least 15家", "绿电占比: aim for at least 25%"]


def test_renumbered_tasks_are_one_row_of_ranges() -> None:
    """As many ranges as there are gaps, however many tasks."""
    change = replace(
        seen(edited(EXAMPLES["task-renumbered"].edits)).plan[0], numbers=("12→17", "4→9", "11→16", "7→6", "5→10")
    )
    [row] = listed(laid_out(plan=(change,)))
    assert side(row.before) == ["tasks 4 to 5", "task 7", "tasks 11 to 12"]
    assert side(row.after) == ["tasks 9 to 10", "task 6", "tasks 16 to 17"]


def laid_out(new: Mapping[str, str] = WORLD, **changed: Any) -> RevisionTableView:  # noqa: ANN401 - fields of ComparisonView
    """A table of a view that is not as it was compared."""
    comparison = between(WORLD, new).comparison
    view = replace(comparison_view(comparison, EN, CALLED), **changed)
    return revision_table(view, comparison.new.plan, EN, comparison.old.plan)


def test_the_order_of_the_table() -> None:
    """The plan and its register first, then the tasks as the plan has them."""
    assert [(group.title, group.before, group.after) for group in many().groups] == [
        ("", None, None), ("节能降碳", 1, 1), ("垃圾分类", 2, 2), ("组织领导", 3, 3),
    ]  # fmt: skip
    headings = parsed(RENDERER.changes(many())).query("tr.heading th")
    assert [text_of(each) for each in headings][:2] == [
        "Plan and register",
        "Task 1节能降碳一、重点任务 › （一）源头减量",
    ]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (3, 5, "Task 5 (formerly 3)"),
        (3, 3, "Task 3"),
        (None, 5, "Task 5"),
        (3, None, "formerly task 3"),
        (None, None, ""),
    ],
)
def test_numbers_before_and_after(before: int | None, after: int | None, shown: str) -> None:
    """A task's 序号 on both sides, where it has one."""
    task = replace(seen(edited(LOWERED)).tasks[0], before=before, after=after)
    page = parsed(RENDERER.changes(laid_out(edited(LOWERED), tasks=(task,))))
    assert text_of(page.query_one("tr.heading")).startswith(f"{shown}节能降碳")


def test_whom_it_reaches() -> None:
    """By reason, the leading unit first; what a row above in the task has said already is not said again."""
    first, second = listed(table(edited((*LOWERED, *EXAMPLES["text-number-changed"].edits))))
    assert [(each.because, each.names) for each in first.reached] == [
        ("牵头", ("区发改委",)),
        ("责任", ("区生态环境局", "各管委会")),
        ("责任 through 各管委会", ("高新区管委会",)),
    ]
    assert (first.same_as, second.same_as, second.reached) == (None, 1, ())
    page = parsed(RENDERER.changes(table(edited((*LOWERED, *EXAMPLES["text-number-changed"].edits)))))
    assert [text_of(cell) for cell in page.query("td.concerns")][1] == "as in no. 1"


def test_few_names_are_always_written_out() -> None:
    """Nobody has to look them up."""
    punctuation, reworded = EXAMPLES["text-punctuation"].edits, ((WASTE, "\nlead:", "  推动减量。\nlead:"),)
    found = listed(table(edited((*punctuation, *reworded))))
    assert [row.same_as for row in found] == [None, None]
    assert len({row.reached for row in found}) == 1


def test_by_department() -> None:
    """Everybody whom a material change reaches, as many as are counted, with the rows to look at."""
    view = many()
    assert len(view.concerned) == view.totals.departments
    for each in view.concerned:
        told = {row.number for row in listed(view) if any(told.level != "info" for told in row.told)}
        assert set(each.rows) <= told
    page = parsed(RENDERER.changes(view))
    links = [link.attrs["href"] for link in page.query("ul.concerned a")]
    assert links == [f"#r{number}" for each in view.concerned for number in each.rows]
    assert {f"#{row.attrs['id']}" for row in rows(page.query_one("table"))} >= set(links)


def test_the_head_of_the_page() -> None:
    """What is compared, the verdict and the counts; no fingerprint, since not all of the plan was read."""
    view = many()
    page = parsed(RENDERER.changes(view))
    assert text_of(page.query_one("h1")) == "Table of revisions"
    assert text_of(page.query_one("p.plan")) == f"“{view.plan.title}”"
    assert text_of(page.query_one("p.sides")) == "BeforeHEAD~1→ Afterworking tree"
    assert text_of(page.query_one("p.verdict")) == "There are material changes."
    totals = view.totals
    counted = [totals.errors, totals.warnings, totals.infos, totals.tasks, totals.departments]
    assert [text_of(each) for each in page.query("dl.answer b")] == list(map(str, counted))
    assert "".join(map(text_of, page.query("code"))) == ""


def test_no_difference() -> None:
    """The page says so, and has no table."""
    page = parsed(RENDERER.changes(table(WORLD)))
    assert text_of(page.query_one("p.verdict")) == "No difference: both revisions say the same."
    assert page.query("table, dl.answer, nav, section") == []
    assert len(RENDERER.changes(table(WORLD)).encode()) <= 40_000


def test_no_material_change_is_not_no_change() -> None:
    """Matters of form are differences."""
    page = parsed(RENDERER.changes(table(edited(EXAMPLES["text-reworded"].edits))))
    assert text_of(page.query_one("p.verdict")) == "There are differences, but no material change."
    assert page.query("section") == []


def test_a_side_with_errors() -> None:
    """Each side says so; and nobody is told that both say the same."""
    page = parsed(RENDERER.changes(laid_out(errors=(1, 2))))
    assert [text_of(each) for each in page.query("p.remark")] == [
        "“HEAD~1” has 1 error; what could not be read was not compared.",
        "“working tree” has 2 errors; what could not be read was not compared.",
    ]
    assert text_of(page.query_one("p.verdict")) == "No difference in what could be read."


def test_one_department_s_changes() -> None:
    """The page says whose they are, and that others are left out."""
    page = parsed(RENDERER.changes(table(edited(LOWERED), department="区发改委")))
    assert text_of(page.query_one("p.remark")) == "Only what reaches 区发改委 is listed and counted."
    page = parsed(RENDERER.changes(table(edited(LOWERED), department="区供销社")))
    assert text_of(page.query_one("p.verdict")) == "Nothing that reaches 区供销社 differs."


def test_what_is_not_listed_is_told() -> None:
    """Changes below the level that was asked for, and those that the plan leaves out."""
    view = table(edited(MANY), least="error")
    infos, warnings = view.totals.infos, view.totals.warnings
    assert view.unlisted == infos + warnings
    assert f"{infos + warnings} changes weigh less and are not listed." in RENDERER.changes(view)
    left_out = {**WORLD, PLAN: f"{WORLD[PLAN]}diff: {{text-reworded: off}}\n"}
    new = {**left_out, OFFICE: edited(EXAMPLES["text-reworded"].edits)[OFFICE]}
    page = parsed(RENDERER.changes(table(new, left_out)))
    assert text_of(page.query_one("p.empty")) == "None of the differences is listed here."
    assert "1 change is left out by the plan's own settings." in text_of(page.query_one("footer"))


def test_long_rows_may_be_torn() -> None:
    """Half a page and more; others stay whole."""
    view = table(edited(((OFFICE, "加强统筹协调。", f"加强{'统筹、' * 150}协调。"), *LOWERED)))
    assert {row.long for row in listed(view)} == {True, False}
    torn = [row.attrs["id"] for row in parsed(RENDERER.changes(view)).query("tr.long")]
    assert torn == [f"r{row.number}" for row in listed(view) if row.long]


def with_texts(value: Any, text: str) -> Any:  # noqa: ANN401 - any view
    """A view with one text in the place of all others, keys of ours excepted; what is empty stays empty."""
    match value:
        case Edit():
            return Edit(value.op, text)
        case str():
            return text if value else value
        case tuple():
            return tuple(with_texts(each, text) for each in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in fields(value) if field.name not in {"level", "verdict", "language", "url"}]
            return replace(value, **{name: with_texts(getattr(value, name), text) for name in names})
        case _:
            return value


@given(any_text)
def test_plan_text_stays_text(text: str) -> None:
    """With any text in every place, the page is valid, has the elements that it has, and holds that text."""
    page = parsed(RENDERER.changes(with_texts(many(), text)))
    assert elements(page) == elements(parsed(RENDERER.changes(many())))
    for marked_text in [*page.query("del"), *page.query("ins"), *page.query("span.who")]:
        assert text_of(marked_text) == text
    for message in page.query("td.kind p"):
        assert text_of(message).endswith(text)
    assert text in text_of(page.query_one("title"))


def test_every_level_has_a_word() -> None:
    """Also that of a change which the plan leaves out."""
    change = replace(seen(edited(LOWERED)).tasks[0].changes[0], level="off")
    view = laid_out(plan=(replace(change, task=None, departments=()),))
    assert text_of(parsed(RENDERER.changes(view)).query_one("td.kind .level")) == "—left out"


def test_everything_is_documented() -> None:
    """docs/templates.md names every attribute that changes.html.j2 can print."""
    page = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
    mentioned = set(re.findall(r"`([\w./]+)`", page))
    views = [each for each in vars(module).values() if isinstance(each, type) and is_dataclass(each)]
    own = [view for view in views if view.__module__ == module.__name__]
    assert {field.name for view in own for field in fields(view)} <= mentioned
    assert "changes.html.j2" in mentioned
