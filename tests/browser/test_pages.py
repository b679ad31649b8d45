"""The pages in a browser: they ask for nothing, everybody can read them, and they fit a phone, a screen and A4."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from plancli.render.renderer import Renderer
from plancli.views.cells import Cells
from plancli.views.filenames import sheet_path, stems
from plancli.views.index import index
from plancli.views.sheet import sheet
from tests.browser.looking import (
    KB,
    assert_asks_for_nothing,
    assert_everybody_can_read_it,
    assert_inner_links_lead_somewhere,
    assert_nothing_is_cut_off,
    links,
    opened,
    sheets_of_paper,
)
from tests.sheets.reading import ENGLISH, REAL, WORLD, plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("browser-pages")

SHEETS = ("区生态环境局", "解放碑CBD管委会", "街道办事处", "区统计局")
PAGES = [f"real/{name}" for name in (*SHEETS, "index")] + ["world/区生态环境局", "world/区城管局", "world/index"]
PAGES += ["english/Environment-Office"]

each_page = pytest.mark.parametrize("name", PAGES)


@cache
def documents() -> dict[str, str]:
    """The pages of all plans, by path."""
    return dict(_documents())


def _documents() -> Iterator[tuple[str, str]]:
    for folder, name in ((REAL, "real"), (WORLD, "world"), (ENGLISH, "english")):
        cells, renderer = Cells(plan(folder)), Renderer(plan(folder).header.language)
        for entry in plan(folder).register.entries:
            path = sheet_path(stems(plan(folder).register)[entry.name], "html")
            yield f"{name}/{path}", renderer.sheet(sheet(plan(folder), entry, cells=cells), "html")
        yield f"{name}/index.html", renderer.index(index(plan(folder), cells=cells))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files, as a person gets them."""
    folder = tmp_path_factory.mktemp("site")
    for path, text in documents().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def path_of(site: Path, name: str) -> Path:
    """Where a page is."""
    plan_name, _, page = name.partition("/")
    return site / (f"{plan_name}/index.html" if page == "index" else f"{plan_name}/sheets/{page}.html")


@each_page
def test_nothing_is_asked_for(browser: Browser, site: Path, name: str) -> None:
    """Each page is one file."""
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
def test_tables_stay_tables(browser: Browser, site: Path, width: int) -> None:
    """A screen reader hears rows, row headers and columns, also where a row looks like a card."""
    page = opened(browser, path_of(site, "real/区生态环境局"), width)
    table = page.get_by_role("table", name="牵头任务")
    assert table.get_by_role("columnheader").count() == 7
    assert table.get_by_role("row").count() == 1 + 3 + 7
    assert table.get_by_role("rowheader", name="环境保护", exact=True).count() == 1
    page.close()


def test_cards_say_what_each_line_is(browser: Browser, site: Path) -> None:
    """On a phone the column's name stands before its cell, and the head of the table is not seen."""
    page = opened(browser, path_of(site, "real/区生态环境局"), 320)
    cell = page.locator("td[data-label='责任单位']").first
    assert cell.evaluate("each => getComputedStyle(each, '::before').content") == '"责任单位"'
    assert page.locator("thead").first.evaluate("each => each.getBoundingClientRect().width") <= 1
    page.close()


def test_keyboard(browser: Browser, site: Path) -> None:
    """The first stop leads to the content, the next ones to its parts; each stop is seen."""
    page = opened(browser, path_of(site, "real/区生态环境局"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    assert page.locator(".skip").evaluate("each => each.getBoundingClientRect().top") >= 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#lead"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.close()


def test_links_lead_somewhere(browser: Browser, site: Path) -> None:
    """Every link inside a page has its place, and every link of the index its file."""
    for name in PAGES:
        page = opened(browser, path_of(site, name))
        assert_inner_links_lead_somewhere(page)
        for href in links(page):
            if href.endswith(".html"):
                assert path_of(site, name).parent.joinpath(href).is_file(), href
        page.close()


def test_paper(browser: Browser, site: Path) -> None:
    """On A4 the head of a table stands on every page, no row is torn apart, and nothing is lost."""
    page = opened(browser, path_of(site, "real/解放碑CBD管委会"))
    assert 8 <= sheets_of_paper(page) <= 24
    page.emulate_media(media="print")
    assert page.locator("thead").first.evaluate("each => getComputedStyle(each).display") == "table-header-group"
    assert page.locator("tbody tr").nth(1).evaluate("each => getComputedStyle(each).breakInside") == "avoid"
    assert page.locator("nav").evaluate("each => getComputedStyle(each).display") == "none"
    page.close()


def test_pages_fit_a_mail() -> None:
    """At most 200 KB for the largest sheet of the real plan, 40 KB before there is any content."""
    real = {path: len(text.encode()) for path, text in documents().items() if path.startswith("real/")}
    assert max(real.values()) <= 200 * KB
    assert len(documents()["english/index.html"].encode()) <= 40 * KB
