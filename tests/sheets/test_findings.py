"""The page of findings: whole, inert whatever a plan holds, and the same on every run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings

from plancli.checking import ALL, Choice
from plancli.messages import catalog
from plancli.render.renderer import Renderer
from plancli.views.finding_groups import LONGEST, ROOM
from tests.findings import SOME, laid_out
from tests.sheets.reading import parsed, rows, text_of
from tests.sheets.test_escaping import any_text, renderer, with_texts
from tests.support import TASK, world

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import Files

ZH = catalog("zh")


def page(files: Files, choice: Choice = ALL, *, fixable: str = "") -> str:
    """The page of what is found in a plan."""
    return renderer().findings(laid_out(files, ZH, choice, fixable=fixable))


def cells(text: str, at: int = 0) -> list[list[str]]:
    """A table of a page, its headings left out."""
    return [[text_of(cell).strip() for cell in row.query("th, td")] for row in rows(parsed(text).query("table")[at])]


def test_everything_that_was_found_is_on_it() -> None:
    """Under its task; with the message, the way out, the place and the marked words; then rule by rule."""
    document = parsed(page(world(SOME)))
    headings = [text_of(row).strip() for row in document.query("tr.heading")]
    assert headings == ["单位名录", "第1项节能降碳一、重点任务", "没有列入"]
    found = cells(page(world(SOME)))
    assert [row[0] for row in found] == ["1", "2", "3", "4"]
    assert re.sub(r"\s+", " ", found[2][1]) == (
        "■错误未登记的单位“区生态环保局” 请先在 departments.yaml 登记，或改正名称 unknown-department"
    )
    assert re.sub(r"\s+", " ", found[2][2]) == (
        "tasks/节能降碳.yaml，第 5 行第 5 字 - 区生态环保局 departments.yaml 中没有这个名称"
    )
    assert [text_of(each) for each in document.query("mark")] == [
        "goverment",
        "lead",
        "区生态环保局",
        "",
        "outline",
    ]
    counted = [[row[0], row[1], row[2]] for row in cells(page(world(SOME)), 1)]
    assert counted == [
        ["unknown-department", "■错误", "1"],
        ["unlisted-task", "■错误", "1"],
        ["wrong-type", "■错误", "1"],
        ["no-lead", "▲警告", "1"],
    ]


def test_how_it_ended_is_said_first() -> None:
    """Errors, other findings, nothing."""
    for example, verdict in (
        (SOME, "有错误，改正后才能生成责任清单。"),
        (f"# {TASK}\nlead: []\n", "没有错误，请核对以下各项。"),
        ("", "没有发现问题。"),
    ):
        document = parsed(page(world(example)))
        assert text_of(document.query("p.verdict")[0]) == verdict
        assert len(document.query("table")) == (2 if example else 0)


def test_what_was_not_asked_is_said() -> None:
    """Nobody takes a part of a check for the whole."""
    remarks = parsed(page(world(SOME), Choice(frozenset({"no-lead"})))).query("p.remark")
    assert [text_of(each) for each in remarks] == ["本次只检查了以下规则：no-lead。"]
    remarks = parsed(page(world(SOME), Choice(None, frozenset({"unlisted-task", "no-lead"})))).query("p.remark")
    assert [text_of(each) for each in remarks] == ["本次未检查以下规则：no-lead、unlisted-task。"]


def test_what_can_be_mended_says_so() -> None:
    """Beside its rule."""
    assert page(world(SOME), fixable="no-lead").count("（可自动修复）") == 1


def test_what_could_not_be_read_is_not_made_up() -> None:
    """Neither title nor period of a heading without them, nor a fingerprint of half a plan."""
    text = page(world("# plan.yaml (whole)\nformat: [\n"))
    facts = [text_of(each) for each in parsed(text).query("dl.facts dt")]
    assert facts == []
    assert text_of(parsed(text).query("title")[0]) == "计划检查结果"
    assert "2199" not in text
    whole = parsed(page(world("")))
    assert [text_of(each) for each in whole.query("dl.facts dt")] == ["规划期", "内容指纹"]


def test_markup_in_a_plan_is_text() -> None:
    """A key, a value and a file's name."""
    text = page(world("# tasks/<b>.yaml\ntitle: 甲\n<script>alert(1)</script>: <img src=x>\n"))
    document = parsed(text)
    assert not document.query("script, img, main b b")
    assert "<script>alert(1)</script>: <img src=x>" in [text_of(each) for each in document.query("p.line")]


@settings(deadline=None, max_examples=60)
@given(any_text)
def test_any_text_stays_text(text: str) -> None:
    """In every place of the page; read by a parser that calls every error one."""
    document = parsed(renderer().findings(with_texts(laid_out(world(SOME), ZH), text)))
    assert {text_of(each) for each in document.query("mark")} == {text, ""}
    assert not document.query("script, img")


def test_hidden_characters_are_seen() -> None:
    """A bidi override on the page would turn its words round."""
    text = page(world(f"# {TASK}\nlead:\n  - 区\u202e发改委\n"))
    assert "\u202e" not in text
    assert r"\u202e" in text


def test_long_lines_are_cut_around_what_is_meant() -> None:
    """A line may be a megabyte long."""
    long = "推进" * 5_000
    text = page(world(f"# {TASK}\ntext: {long},完善{long}\nduty: [{long}]\n"))
    shown = [text_of(each) for each in parsed(text).query("p.line")]
    assert shown
    assert max(map(len, shown)) <= 2 * ROOM + LONGEST + 3
    assert any(each.startswith("…") and each.endswith("…") for each in shown)


def test_a_project_s_own_look(tmp_path: Path) -> None:
    """Style and page can be overridden like those of a sheet."""
    (tmp_path / "style.css").write_text("body { color: green }", encoding="utf-8")
    own = Renderer("zh-CN", tmp_path).findings(laid_out(world(SOME), ZH))
    assert "body { color: green }" in own
