"""The pages in a browser: they ask for nothing, everybody can read them, and they fit a phone, a screen and A4."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from plancli.render.renderer import Renderer
from plancli.views.cells import Cells
from plancli.views.filenames import sheet_path, stems
from plancli.views.index import index
from plancli.views.sheet import sheet
from tests.sheets.reading import ENGLISH, REAL, WORLD, plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Literal

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

SHEETS = ("区生态环境局", "解放碑CBD管委会", "街道办事处", "区统计局")
PAGES = [f"real/{name}" for name in (*SHEETS, "index")] + ["world/区生态环境局", "world/区城管局", "world/index"]
PAGES += ["english/Environment-Office"]

each_page = pytest.mark.parametrize("name", PAGES)
KB = 1_000
VIEWS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "light"), (320, "dark"))


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


def path_of(name: str) -> str:
    """Where a page is."""
    plan_name, _, page = name.partition("/")
    return f"{plan_name}/index.html" if page == "index" else f"{plan_name}/sheets/{page}.html"


def opened(browser: Browser, site: Path, name: str, width: int = 1280) -> Page:
    """A page in a window of its own."""
    page = browser.new_page(viewport={"width": width, "height": 900}, locale="zh-CN")
    page.goto((site / path_of(name)).as_uri())
    return page


@each_page
def test_nothing_is_asked_for(browser: Browser, site: Path, name: str) -> None:
    """The page is one file: no font, icon or style comes from anywhere, and there is no script."""
    asked: list[str] = []
    complaints: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((site / path_of(name)).as_uri(), wait_until="networkidle")
    page.emulate_media(media="print")
    assert [url for url in asked if not url.startswith("data:")] == [(site / path_of(name)).as_uri()]
    assert complaints == []
    assert page.locator("script").count() == 0
    page.close()


@each_page
def test_everybody_can_read_it(browser: Browser, site: Path, name: str) -> None:
    """No violation of WCAG 2.2 AA, or of good practice, that axe-core knows: light and dark, tables and cards."""
    page = opened(browser, site, name)
    page.evaluate(AXE)  # through the debugger: the page's own policy forbids scripts
    for width, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found: dict[str, Any] = page.evaluate("axe.run(document)")
        told = [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in found["violations"]]
        assert told == [], (width, scheme)
        assert "color-contrast" not in [each["id"] for each in found["incomplete"]]
    page.close()


@each_page
def test_nothing_is_cut_off(browser: Browser, site: Path, name: str) -> None:
    """No sideways scrolling at any width, 320 pixels (1280 at 400 %) included, and no text is wider than its place."""
    page = opened(browser, site, name)
    for width in (320, 390, 768, 1160, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        spilling = page.evaluate(
            "[...document.querySelectorAll('th, td, dd, dt, h1, h2, p, li')]"
            ".filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1)"
            ".map(each => each.textContent.slice(0, 30))"
        )
        assert spilling == [], width
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_tables_stay_tables(browser: Browser, site: Path, width: int) -> None:
    """A screen reader hears rows, row headers and columns, also where a row looks like a card."""
    page = opened(browser, site, "real/区生态环境局", width)
    table = page.get_by_role("table", name="牵头任务")
    assert table.get_by_role("columnheader").count() == 7
    assert table.get_by_role("row").count() == 1 + 3 + 7
    assert table.get_by_role("rowheader", name="环境保护", exact=True).count() == 1
    page.close()


def test_cards_say_what_each_line_is(browser: Browser, site: Path) -> None:
    """On a phone the column's name stands before its cell, and the head of the table is not seen."""
    page = opened(browser, site, "real/区生态环境局", 320)
    cell = page.locator("td[data-label='责任单位']").first
    assert cell.evaluate("each => getComputedStyle(each, '::before').content") == '"责任单位"'
    assert page.locator("thead").first.evaluate("each => each.getBoundingClientRect().width") <= 1
    page.close()


def test_keyboard(browser: Browser, site: Path) -> None:
    """The first stop leads to the content, the next ones to its parts; each stop is seen."""
    page = opened(browser, site, "real/区生态环境局")
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
        page = opened(browser, site, name)
        broken = "[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))"
        for href in page.evaluate(broken):
            if href.startswith("#"):
                assert page.evaluate("id => document.getElementById(id) !== null", href[1:]), href
            elif href.endswith(".html"):
                assert (site / path_of(name)).parent.joinpath(href).is_file(), href
        page.close()


def test_paper(browser: Browser, site: Path) -> None:
    """On A4 the head of a table stands on every page, no row is torn apart, and nothing is lost."""
    page = opened(browser, site, "real/解放碑CBD管委会")
    printed = page.pdf(prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert re.search(rb"/MediaBox\s*\[0 0 84[12]\.?\d* 59[45]", printed), "A4, across"
    assert 8 <= pages <= 24
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
