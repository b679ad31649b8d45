"""The report of an import in a browser: it asks for nothing, everybody can read it, it fits phones and A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.intake.answers import Answers
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import interpret
from plancli.messages import catalog
from plancli.render.renderer import Renderer
from plancli.views.imports import import_view
from tests.browser.looking import (
    assert_sound,
    opened,
    sheets_of_paper,
)
from tests.intake.test_real_plan import SOURCE, TITLE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("browser-imported")

NAMES = ("real", "odd", "refused", "english")
each_page = pytest.mark.parametrize("name", NAMES)

HEAD = "| 序号 | 工作内容 | 牵头单位 |\n|---|---|---|\n"
DOCUMENTS = {
    "odd": HEAD
    + f"| 1 | {'没有空格的长词' * 60}<b>&amp; | {'http' * 80}等 |\n| 2 | 推进甲<br>推进乙。 | 甲局（乙局） |\n",
    "refused": "| 工作内容 | 牵头单位 | 牵头部门 |\n|---|---|---|\n| 推进甲。 | 甲局 | 乙局 |\n",
    "english": HEAD + "| 1 | Promote. | 甲局等 |\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files, as a person gets them."""
    folder = tmp_path_factory.mktemp("imported")
    for name in NAMES:
        path = SOURCE if name == "real" else folder / f"{name}.md"
        if name in DOCUMENTS:
            path.write_text(DOCUMENTS[name], encoding="utf-8")
        language = "en" if name == "english" else "zh-CN"
        document = read_document(path)
        found = interpret(document, Answers(TITLE))
        view = import_view(path.name, found, language, catalog(language))
        (folder / f"{name}.html").write_text(Renderer(language).imported(view), encoding="utf-8")
    return folder


@each_page
def test_every_page_is_sound(browser: Browser, site: Path, name: str) -> None:
    """One file, for everybody, at any width, however long a word is."""
    assert_sound(browser, site / f"{name}.html")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_piece_is_there(browser: Browser, site: Path, width: int) -> None:
    """What to look at comes first, then all of it, cell by cell; a screen reader hears tables at any width."""
    page = opened(browser, site / "real.html", width)
    unsure = page.get_by_role("table", name="请对照原文核对")
    assert unsure.get_by_role("rowheader").all_inner_texts() == [
        "表 1 第 14 行第 2 列",
        "表 1 第 14 行第 2 列",
        "表 1 第 19 行第 2 列",
    ]
    everything = page.get_by_role("table", name="逐格去向")
    cells_and_targets = 4 + 6 + 30 * 4 + 28
    assert everything.get_by_role("rowheader").count() == cells_and_targets
    assert page.get_by_text("没有据此生成计划").count() == 0
    page.close()


def test_a_refusal_says_what_to_settle(browser: Browser, site: Path) -> None:
    """First of all; no numbers of a plan that was not made."""
    page = opened(browser, site / "refused.html")
    assert page.get_by_role("list", name="须先解决的问题").locator("p").all_inner_texts() == [
        "■有两列的含义似乎相同：牵头单位、牵头部门",
        "表 1 第 1 行第 1 列",
        "请修改列名使各列能够区分，或者指明其中一列的内容，例如：--map 列名=notes",
    ]
    assert page.locator("dl.answer").count() == 0
    page.close()


def test_paper(browser: Browser, site: Path) -> None:
    """A4, across: the head on every page, black on white."""
    page = opened(browser, site / "real.html")
    assert 8 <= sheets_of_paper(page) <= 25
    page.emulate_media(media="print")
    style = "(each, name) => getComputedStyle(each).getPropertyValue(name)"
    assert page.locator("thead").first.evaluate(style, "display") == "table-header-group"
    page.close()
