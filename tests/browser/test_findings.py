"""The page of findings in a browser: it asks for nothing, everybody can read it, it fits a phone, a screen and A4."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from plancli.project import load
from plancli.render.renderer import Renderer
from plancli.views.finding_groups import findings_view
from tests.browser.looking import (
    KB,
    assert_sound,
    opened,
    sheets_of_paper,
)
from tests.sheets.reading import ENGLISH, REAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("browser-findings")

NAMES = ("broken", "real", "english", "clean")
each_page = pytest.mark.parametrize("name", NAMES)

EDITS = (
    ("tasks/节能降碳.yaml", "区生态环境局", "区生态环保局"),
    ("tasks/大力发展绿色金融.yaml", "value: 1800", "value: 1600"),
    ("tasks/环境保护.yaml", "lead:", f"主办单位: {'一个没有空格的长词' * 40}\nhttp://{'a' * 200}: 1\nlead:"),
    ("tasks/资源环境权益交易.yaml", "title: ", 'title: "'),
)
"""Mistakes in the real plan: a name, a value, long keys, and a file that cannot be read."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files, as a person gets them."""
    folder = tmp_path_factory.mktemp("findings")
    for name, plan in _plans(tmp_path_factory.mktemp("plans")):
        project = load(plan)
        view = findings_view(
            project.plan,
            () if name == "clean" else project.diagnostics(project.plan.header.language[:2]),
            project.positions,
            project.words(),
            files=project.loaded.files,
        )
        (folder / f"{name}.html").write_text(Renderer(view.plan.language).findings(view), encoding="utf-8")
    return folder


def _plans(folder: Path) -> Iterator[tuple[str, Path]]:
    for name, source, edits in (
        ("broken", REAL, EDITS),
        ("english", ENGLISH, [("tasks/boilers.yaml", "lead:", "leads:")]),
    ):
        shutil.copytree(source, folder / name)
        for path, old, new in edits:
            text = (folder / name / path).read_text(encoding="utf-8")
            assert old in text
            (folder / name / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        yield name, folder / name
    yield "real", REAL
    yield "clean", REAL


@each_page
def test_every_page_is_sound(browser: Browser, site: Path, name: str) -> None:
    """One file, for everybody, at any width, however long a word is."""
    assert_sound(browser, site / f"{name}.html")


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_meant_is_told_by_more_than_colour(browser: Browser, site: Path, width: int) -> None:
    """A wavy line, and for who listens a word; how serious it is by a shape and a word."""
    page = opened(browser, site / "broken.html", width)
    mark = page.locator("mark").first
    assert mark.evaluate("each => getComputedStyle(each).textDecorationStyle") == "wavy"
    assert len(mark.evaluate("each => getComputedStyle(each, '::before').content")) > len('""')
    assert set(page.locator(".level span").all_text_contents()) == {"■", "▲", "○"}
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_tables_stay_tables(browser: Browser, site: Path, width: int) -> None:
    """A screen reader hears rows, row headers and columns, also where a row looks like a card."""
    page = opened(browser, site / "real.html", width)
    table = page.get_by_role("table", name="问题逐条列出")
    assert table.get_by_role("columnheader").count() == 3
    headings = page.locator("tr.heading").count()
    assert table.get_by_role("row").count() == 1 + headings + 22
    assert table.get_by_role("rowheader", name="22", exact=True).count() == 1
    page.close()


def test_paper(browser: Browser, site: Path) -> None:
    """A4, across: the head on every page, no row torn apart, black on white, what is meant in bold."""
    page = opened(browser, site / "broken.html")
    assert 3 <= sheets_of_paper(page) <= 12
    page.emulate_media(media="print")
    style = "(each, name) => getComputedStyle(each).getPropertyValue(name)"
    assert page.locator("thead").first.evaluate(style, "display") == "table-header-group"
    assert page.locator("tbody tr").nth(1).evaluate(style, "break-inside") == "avoid"
    assert page.locator("mark").first.evaluate(style, "color") == "rgb(0, 0, 0)"
    assert page.locator("mark").first.evaluate(style, "font-weight") == "700"
    assert page.locator("nav").evaluate(style, "display") == "none"
    page.close()


def test_pages_fit_a_mail(site: Path) -> None:
    """At most 40 KB before there is any content."""
    assert (site / "clean.html").stat().st_size <= 40 * KB
    assert (site / "broken.html").stat().st_size <= 100 * KB
