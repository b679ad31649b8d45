"""Nothing in plan text can break a table or become markup: random text comes back from a parser as it went in."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plancli.render.markdown import references
from plancli.render.renderer import Renderer
from plancli.views.cells import MilestoneView, NoteView, TaskView, UnitView
from plancli.views.sheet import SheetView, sheet
from tests.sheets.reading import WORLD, markdown_inline, markdown_tables, parsed, plan, text_of

if TYPE_CHECKING:
    from plancli.render.renderer import Format

# What could mean something somewhere, and what a parser could trim; then any character that a plan may hold.
NASTY = "|*_`<>&\"'[](){}~\\#+-.!:@$^=%,;/? 　\t1a　国“”—"
characters = st.sampled_from(NASTY) | st.characters(exclude_categories=("Cc", "Cs", "Cn"))
texts = st.text(characters, min_size=1, max_size=24).filter(lambda text: text.strip())
MEANT = (
    "<script>alert(1)</script>", "a|b|c", "**x**", "[x](javascript:y)", "![x](y)", "&lt;", "&#124;", "1. x", "- x",
    "# x", "> x", "```", "www.example.com", "http://example.com", "x@example.com", "--- | ---", "<!--", "]]>",
    "{{ x }}", "{% x %}",
)  # fmt: skip
any_text = texts | st.sampled_from(MEANT)


@cache
def world() -> SheetView:
    """A sheet with everything in it."""
    entry = plan(WORLD).resolve("区生态环境局")
    assert entry
    return sheet(plan(WORLD), entry)


@cache
def renderer() -> Renderer:
    """One renderer for all examples: compiling templates takes longest."""
    return Renderer("zh-CN")


def with_texts(value: Any, text: str) -> Any:  # noqa: ANN401 - any view
    """A view with one text in the place of all others, keys of ours excepted; what is empty stays empty."""
    match value:
        case str():
            return text if value else value
        case tuple():
            return tuple(with_texts(each, text) for each in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            kept = {"key", "kind", "origin", "id", "comparator", "language", "severity", "url"}
            names = [field.name for field in fields(value) if field.name not in kept]
            new = {name: with_texts(getattr(value, name), text) for name in names}
            if new.get("full_name"):
                new["full_name"] += "全称"  # a full name is shown where it is not the name
            return replace(value, **new)
        case _:
            return value


@given(any_text)
def test_references_are_read_as_the_text(text: str) -> None:
    """A text written with references is one text token, and that text."""
    [paragraph] = [token for token in MarkdownIt("commonmark").parse(f"x{references(text)}x") if token.type == "inline"]
    assert {token.type for token in paragraph.children or ()} <= {"text", "text_special"}
    assert "".join(token.content for token in paragraph.children or ()) == f"x{text}x"


def test_chinese_needs_no_reference() -> None:
    """Ordinary Chinese text is left as it is, so that the file can be read as it is."""
    assert references("推广“绿色建筑”（二星级以上），占比达30%。") == "推广“绿色建筑”（二星级以上），占比达30%。"
    assert references(" a  b ") == "&#32;a &#32;b&#32;"
    assert references("一\n二\t三\u3000") == "一&#10;二&#9;三&#12288;"


@given(any_text)
def test_markdown_sheet_keeps_its_form(text: str) -> None:
    """With any text in every place, a sheet has the tables that it has, and each cell holds that text."""
    tables = list(markdown_tables(renderer().sheet(with_texts(world(), text), "md")))
    assert [[len(row) for row in table.rows] for table in tables] == form_of(world())
    for table in tables[:-2]:
        for row in table.body:
            assert row[1][0] == text
            assert row[2][0] == text
    for table in tables[-2:]:
        for row in table.body:
            assert [cell[0] for cell in row[2:5]] == [text, text, text]


@cache
def form_of(view: SheetView) -> list[list[int]]:
    """The tables of a sheet: how many cells each row has."""
    return [[len(row) for row in table.rows] for table in markdown_tables(renderer().sheet(view, "md"))]


@given(any_text)
def test_markdown_outside_tables(text: str) -> None:
    """The title, the plan's name and the lists hold the text too, and no more blocks than they should."""
    document = renderer().sheet(with_texts(world(), text), "md")
    assert markdown_inline(document, "h1") == [f"{text}责任清单"]
    assert markdown_inline(document, "p")[0] == f"《{text}》（草案）"
    assert markdown_inline(document, "p")[1] == f"{text}全称"
    assert len(markdown_inline(document, "h2")) == len(markdown_inline(renderer().sheet(world(), "md"), "h2"))


@given(any_text)
def test_html_sheet_keeps_its_form(text: str) -> None:
    """With any text in every place, a page is valid, has the elements that it has, and each cell holds that text."""
    page = parsed(renderer().sheet(with_texts(world(), text), "html"))
    assert elements(page) == elements(parsed(renderer().sheet(world(), "html")))
    assert text_of(page.query_one("h1")) == f"{text}责任清单"
    assert text_of(page.query_one("title")) == f"{text}责任清单 · {text}"
    for cell in page.query("table.tasks th.what"):
        assert text_of(cell.children[0]) == text
    for cell in page.query("td.text p"):
        assert text_of(cell).endswith(text) or text_of(cell).endswith("）")
    for cell in [*page.query("td.goal b"), *page.query("td.quote"), *page.query("table.overview td.due")]:
        assert text in text_of(cell)
    for cell in page.query("td[data-label]"):
        assert cell.attrs["data-label"]


def elements(page: Any) -> list[str]:  # noqa: ANN401 - justhtml's document
    """Every element's name, in order."""
    return [node.name for node in page.query("*")]


@pytest.mark.parametrize("form", ["html", "md"])
def test_rare_parts_are_escaped(form: Format) -> None:
    """What few plans have is escaped like everything else."""
    nasty = "<b>|*x*|</b>"
    task = replace(
        world().parts[0].groups[0].rows[0].task,
        leader=nasty,
        milestones=(MilestoneView(nasty, nasty),),
        notes=(NoteView(nasty, (nasty, nasty)),),
        support=(UnitView(nasty, nasty),),
    )
    text = renderer().sheet(replaced(world(), task), form)
    assert nasty not in text
    assert "<b>|" not in text
    assert form == "html" or "*x*" not in text


def replaced(view: SheetView, task: TaskView) -> SheetView:
    """A sheet with another first task."""
    part = view.parts[0]
    group = part.groups[0]
    row = replace(
        group.rows[0], task=task, scope=task.leader, via=task.leader, others=(UnitView(task.leader, task.leader),)
    )
    return replace(view, parts=(replace(part, noted=True, groups=(replace(group, rows=(row,)),)),))
