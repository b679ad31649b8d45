"""What is looked for on every page, whatever it shows."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

_AXE_RUN = "axe.run(document, {resultTypes: ['violations', 'incomplete']})"
"""What is in order need not be listed: on a long page that takes longest."""

KB = 1_000
WIDTHS = (320, 390, 768, 1160, 1280, 1920)
"""Pixels; 320 are 1280 at 400 %."""

LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "light"), (320, "dark"))
"""Tables and cards, light and dark, each once: a colour does not depend on the width."""
A4_ACROSS = re.compile(rb"/MediaBox\s*\[0 0 84[12]\.?\d* 59[45]")

_SPILLING = """
[...document.querySelectorAll('th, td, dd, dt, h1, h2, p, li')]
  .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1)
  .map(each => each.textContent.slice(0, 30))
"""
_LEADING_NOWHERE = """
[...document.querySelectorAll('a[href^="#"]')]
  .map(each => each.getAttribute('href'))
  .filter(href => document.getElementById(href.slice(1)) === null)
"""


def opened(browser: Browser, path: Path, width: int = 1280) -> Page:
    """A page in a window of its own."""
    page = browser.new_page(viewport={"width": width, "height": 900}, locale="zh-CN")
    page.goto(path.as_uri())
    return page


def assert_asks_for_nothing(browser: Browser, path: Path) -> None:
    """The page is one file: no font, icon or style comes from anywhere, and there is no script."""
    asked: list[str] = []
    complaints: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())  # which waits for all that the page asks for
    page.emulate_media(media="print")
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    assert complaints == []
    assert page.locator("script").count() == 0
    page.close()


def assert_everybody_can_read_it(page: Page) -> None:
    """No violation of WCAG 2.2 AA, or of good practice, that axe-core knows: light and dark, tables and cards."""
    page.evaluate(AXE)  # through the debugger: the page's own policy forbids scripts
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found: dict[str, Any] = page.evaluate(_AXE_RUN)
        told = [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in found["violations"]]
        assert told == [], (width, scheme)
        doubtful = [each["nodes"] for each in found["incomplete"] if each["id"] == "color-contrast"]
        assert [node["html"] for nodes in doubtful for node in nodes if 'aria-hidden="true"' not in node["html"]] == []


def assert_nothing_is_cut_off(page: Page) -> None:
    """No sideways scrolling at any width, and no text is wider than its place."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(_SPILLING) == [], width


def links(page: Page) -> list[str]:
    """Where the page's links lead."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))")
    return found


def assert_inner_links_lead_somewhere(page: Page) -> None:
    """Every link inside the page has its place."""
    assert page.evaluate(_LEADING_NOWHERE) == []


def assert_sound(browser: Browser, path: Path) -> None:
    """What every page is: one file, for everybody, light and dark, as tables and as cards, at any width."""
    assert_asks_for_nothing(browser, path)
    page = opened(browser, path)
    assert_everybody_can_read_it(page)
    assert_nothing_is_cut_off(page)
    assert_inner_links_lead_somewhere(page)
    page.close()


def sheets_of_paper(page: Page) -> int:
    """How many sheets of A4, across, the page is printed on."""
    printed = page.pdf(prefer_css_page_size=True)
    assert A4_ACROSS.search(printed), "A4, across"
    return len(re.findall(rb"/Type\s*/Page\b", printed))
