"""The 修订对照表 in a browser: it asks for nothing, everybody can read it, and it fits a phone, a screen and A4."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from plancli.comparing import compare
from plancli.messages import catalog
from plancli.render.renderer import Renderer
from plancli.source.folder import Folder
from plancli.views.comparison import Called, comparison_view
from plancli.views.revision_table import revision_table
from tests.browser.looking import (
    KB,
    assert_asks_for_nothing,
    assert_everybody_can_read_it,
    assert_inner_links_lead_somewhere,
    assert_nothing_is_cut_off,
    opened,
    sheets_of_paper,
)
from tests.diff.examples import EXAMPLES
from tests.diff.history import REAL_PLAN, STEPS
from tests.diff.world import ENERGY, OFFICE, PLAN, REGISTER, WORLD, between, edited
from tests.sheets.reading import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from plancli.comparing import Compared

pytestmark = pytest.mark.xdist_group("browser-revisions")

LONG = "HEAD~1:a/very/long/path/to/a/plan/that/nobody/would/keep/there/but/somebody/does"
"""What a side can be called."""

KINDS = ("target-lowered", "text-obligation-weakened", "note-changed", "responsible-added", "department-merged")
ALL = (
    *(edit for name in KINDS for edit in EXAMPLES[name].edits),
    (OFFICE, WORLD[OFFICE], ""),
    (PLAN, "      - 组织领导\n", "      - 统筹协调\n"),
    ("tasks/统筹协调.yaml", "", WORLD[ENERGY].replace("开展培训12场。", f"开展{'培训、' * 300}培训12场。")),
    (REGISTER, "  - name: 区供销社\n", "  - name: 区供销社\n    aliases: [区供销合作社]\n"),
)
"""Edits of the small world: a task on each side only, one of them longer than a page."""

NAMES = ("revised", "world", "english", "same")
each_page = pytest.mark.parametrize("name", NAMES)


def document(compared: Compared, called: Called) -> str:
    """The page of a comparison."""
    comparison = compared.comparison
    language = comparison.new.plan.header.language
    view = comparison_view(comparison, catalog(language), called)
    table = revision_table(view, comparison.new.plan, catalog(language), comparison.old.plan)
    return Renderer(language).changes(table)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files, as a person gets them."""
    folder = tmp_path_factory.mktemp("revisions")
    for name, text in _documents(tmp_path_factory.mktemp("plans")):
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def _documents(folder: Path) -> Iterator[tuple[str, str]]:
    old, new, english = Folder(REAL_PLAN), folder / "plan", folder / "english"
    shutil.copytree(REAL_PLAN, new)
    for _, step in STEPS:
        step(new)
    shutil.copytree(ENGLISH, english)
    boilers = english / "tasks" / "boilers.yaml"
    boilers.write_text(boilers.read_text(encoding="utf-8").replace("title: ", "title: All "), encoding="utf-8")
    yield "revised", document(compare(old, Folder(new)), Called("印发稿", "修订稿", (0, 1)))
    yield "world", document(between(WORLD, edited(ALL)), Called(LONG, "B"))
    yield "english", document(compare(Folder(ENGLISH), Folder(english)), Called("HEAD~1", "working tree"))
    yield "same", document(compare(old, Folder(REAL_PLAN)), Called("HEAD~1", "HEAD"))


def path_of(site: Path, name: str) -> Path:
    """Where a page is."""
    return site / f"{name}.html"


@each_page
def test_nothing_is_asked_for(browser: Browser, site: Path, name: str) -> None:
    """The page is one file."""
    assert_asks_for_nothing(browser, path_of(site, name))


@each_page
def test_everybody_can_read_it(browser: Browser, site: Path, name: str) -> None:
    """Light and dark, tables and cards."""
    page = opened(browser, path_of(site, name))
    assert_everybody_can_read_it(page)
    page.close()


@each_page
def test_nothing_is_cut_off(browser: Browser, site: Path, name: str) -> None:
    """At any width."""
    page = opened(browser, path_of(site, name))
    assert_nothing_is_cut_off(page)
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_table_stays_a_table(browser: Browser, site: Path, width: int) -> None:
    """A screen reader hears rows, row headers and columns, also where a row looks like a card."""
    page = opened(browser, path_of(site, "revised"), width)
    table = page.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 5
    headings, rows = page.locator("tr.heading").count(), page.locator("tbody tr:not(.heading)").count()
    assert table.get_by_role("row").count() == 1 + headings + rows
    assert table.get_by_role("rowheader", name="1", exact=True).count() == 1
    assert table.get_by_role("rowheader").count() == headings + rows
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_changed_is_told_by_more_than_colour(browser: Browser, site: Path, width: int) -> None:
    """A line, and for who listens a word and a role; a level has a shape and a word."""
    page = opened(browser, path_of(site, "revised"), width)
    for name, role, line in (("del", "deletion", "line-through"), ("ins", "insertion", "underline")):
        mark = page.locator(name).first
        assert mark.evaluate("each => getComputedStyle(each).textDecorationLine") == line
        assert len(mark.evaluate("each => getComputedStyle(each, '::before').content")) > len('""')
        assert page.get_by_role(role).count() == page.locator(name).count()  # type: ignore[arg-type] # two literals
    assert set(page.locator(".level span").all_text_contents()) == {"■", "▲", "○"}
    page.close()


def test_cards_begin_with_what_changed(browser: Browser, site: Path) -> None:
    """On a phone the message stands beside the number, above both sides, which say which they are."""
    page = opened(browser, path_of(site, "revised"), 320)
    row = page.locator("tbody tr:not(.heading)").first
    tops = row.evaluate("each => [...each.children].map(cell => cell.getBoundingClientRect().top)")
    assert tops[3] - tops[0] < 5
    assert tops[3] < tops[1] < tops[2] < tops[4]
    labels = row.evaluate("each => [...each.cells].map(cell => getComputedStyle(cell, '::before').content)")
    assert labels[1:3] == [f'"{row.locator("td").nth(at).get_attribute("data-label")}"' for at in (0, 1)]
    page.close()


def test_links_lead_somewhere(browser: Browser, site: Path) -> None:
    """The rows that a department is sent to are there."""
    for name in NAMES:
        page = opened(browser, path_of(site, name))
        assert_inner_links_lead_somewhere(page)
        page.close()


def test_paper(browser: Browser, site: Path) -> None:
    """A4, across: the head on every page, equal columns for both sides, only long rows torn apart, black on white."""
    page = opened(browser, path_of(site, "world"))
    assert sheets_of_paper(page) >= 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1017, "height": 700})  # 269 mm
    style = "(each, name) => getComputedStyle(each).getPropertyValue(name)"
    assert page.locator("thead").evaluate("each => getComputedStyle(each).display") == "table-header-group"
    breaks = page.locator("tbody tr:not(.heading)").evaluate_all(
        "rows => rows.map(each => [each.className, getComputedStyle(each).breakInside])"
    )
    assert set(map(tuple, breaks)) == {("", "avoid"), ("long", "auto")}
    widths = page.locator("thead th").evaluate_all("cells => cells.map(each => each.getBoundingClientRect().width)")
    assert abs(widths[1] - widths[2]) < 2
    assert widths[1] > max(widths[3], widths[4]) > widths[0]
    assert page.locator("nav").evaluate("each => getComputedStyle(each).display") == "none"
    assert page.locator("del").first.evaluate(style, "color") == "rgb(0, 0, 0)"
    page.close()


def test_pages_fit_a_mail(site: Path) -> None:
    """At most 40 KB before there is any content."""
    assert (site / "same.html").stat().st_size <= 40 * KB
    assert (site / "revised.html").stat().st_size <= 200 * KB
