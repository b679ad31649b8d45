"""The 修订对照表 in a browser: it asks for nothing, everybody can read it, and it fits a phone, a screen and A4."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from plancli.comparing import compare
from plancli.messages import catalog
from plancli.render.renderer import Renderer
from plancli.source.folder import Folder
from plancli.views.comparison import Called, comparison_view
from plancli.views.revision_table import revision_table
from tests.diff.examples import EXAMPLES
from tests.diff.history import REAL_PLAN, STEPS
from tests.diff.world import ENERGY, OFFICE, PLAN, REGISTER, WORLD, between, edited
from tests.sheets.reading import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from plancli.comparing import Compared

pytestmark = pytest.mark.xdist_group("browser")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
KB = 1_000

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


def opened(browser: Browser, site: Path, name: str, width: int = 1280) -> Page:
    """A page in a window of its own."""
    page = browser.new_page(viewport={"width": width, "height": 900}, locale="zh-CN")
    page.goto((site / f"{name}.html").as_uri())
    return page


@each_page
def test_nothing_is_asked_for(browser: Browser, site: Path, name: str) -> None:
    """The page is one file: no font, icon or style comes from anywhere, and there is no script."""
    asked: list[str] = []
    complaints: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((site / f"{name}.html").as_uri(), wait_until="networkidle")
    page.emulate_media(media="print")
    assert [url for url in asked if not url.startswith("data:")] == [(site / f"{name}.html").as_uri()]
    assert complaints == []
    assert page.locator("script").count() == 0
    page.close()


@each_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(browser: Browser, site: Path, name: str, scheme: Any) -> None:  # noqa: ANN401 - a literal
    """No violation of WCAG 2.2 AA, or of good practice, that axe-core knows: light and dark, tables and cards."""
    page = opened(browser, site, name)
    page.evaluate(AXE)  # through the debugger: the page's own policy forbids scripts
    page.emulate_media(color_scheme=scheme)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found: dict[str, Any] = page.evaluate("axe.run(document)")
        told = [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in found["violations"]]
        assert told == [], width
        doubtful = [each["nodes"] for each in found["incomplete"] if each["id"] == "color-contrast"]
        assert [node["html"] for nodes in doubtful for node in nodes if 'aria-hidden="true"' not in node["html"]] == []
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
def test_the_table_stays_a_table(browser: Browser, site: Path, width: int) -> None:
    """A screen reader hears rows, row headers and columns, also where a row looks like a card."""
    page = opened(browser, site, "revised", width)
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
    page = opened(browser, site, "revised", width)
    for name, role, line in (("del", "deletion", "line-through"), ("ins", "insertion", "underline")):
        mark = page.locator(name).first
        assert mark.evaluate("each => getComputedStyle(each).textDecorationLine") == line
        assert len(mark.evaluate("each => getComputedStyle(each, '::before').content")) > len('""')
        assert page.get_by_role(role).count() == page.locator(name).count()  # type: ignore[arg-type] # two literals
    assert set(page.locator(".level span").all_text_contents()) == {"■", "▲", "○"}
    page.close()


def test_cards_begin_with_what_changed(browser: Browser, site: Path) -> None:
    """On a phone the message stands beside the number, above both sides, which say which they are."""
    page = opened(browser, site, "revised", 320)
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
        page = opened(browser, site, name)
        links: list[str] = page.evaluate("[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))")
        assert all(page.evaluate("id => document.getElementById(id) !== null", href[1:]) for href in links)
        page.close()


def test_paper(browser: Browser, site: Path) -> None:
    """A4, across: the head on every page, equal columns for both sides, only long rows torn apart, black on white."""
    page = opened(browser, site, "world")
    printed = page.pdf(prefer_css_page_size=True)
    assert re.search(rb"/MediaBox\s*\[0 0 84[12]\.?\d* 59[45]", printed), "A4, across"
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 2
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
