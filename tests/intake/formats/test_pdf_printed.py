"""The plan that was issued, printed by a browser over many pages, is the same plan again."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest

from plancli.intake.answers import Answers
from plancli.intake.document import Note, Spot, Table
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import interpret
from tests.intake.test_real_plan import SOURCE, TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Browser

    from plancli.intake.document import Cell

STYLES = {
    "plain": "table{width:100%}",
    "narrow": "td,th{text-align:center} td:nth-child(2){text-align:justify} td{vertical-align:middle} td{width:12%}",
    "wide": "@page{size:A4 landscape} table{width:100%} td:nth-child(2){text-indent:2em} td{font-size:14pt}",
}
PLAIN = '@page{size:A4;margin:20mm} body{font:12pt "Noto Serif CJK SC",serif} table{border-collapse:collapse}'
RULED = "td,th{border:1px solid;padding:3pt 5pt}"


def _row(row: tuple[Cell | None, ...], tag: str) -> str:
    if len({id(cell) for cell in row}) == 1:
        return f"<tr><td colspan={len(row)}>{html.escape(row[0].text if row[0] else '')}</td></tr>"
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell.text if cell else '')}</{tag}>" for cell in row) + "</tr>"


def _page(style: str) -> str:
    """The document as a page."""
    (table,) = (block for block in read_document(SOURCE).blocks if isinstance(block, Table))
    head, *rows = table.rows
    body = "".join(_row(row, "td") for row in rows)
    return (
        f"<meta charset=utf-8><style>{PLAIN}{RULED}{style}</style><h1>{TITLE}</h1>"
        f"<table><thead>{_row(head, 'th')}</thead>{body}</table>"
    )


def _printed(browser: Browser, page: str, folder: Path) -> Path:
    tab = browser.new_page()
    tab.set_content(page)
    path = folder / "a.pdf"
    numbered = "<p style='font-size:9pt;width:100%;text-align:center'>— <span class=pageNumber></span> —</p>"
    tab.pdf(
        path=path,
        prefer_css_page_size=True,
        display_header_footer=True,
        header_template="<p>",
        footer_template=numbered,
    )
    tab.close()
    return path


def _files(path: Path) -> Mapping[str, object]:
    draft = interpret(read_document(path), Answers(TITLE)).draft
    assert draft
    return draft.files


@pytest.mark.parametrize("style", STYLES)
def test_the_same_plan(browser: Browser, tmp_path: Path, style: str) -> None:
    """Every file, whatever the page looks like; page numbers are left out, and what was joined is said."""
    path = _printed(browser, _page(STYLES[style]), tmp_path)
    assert _files(path) == _files(SOURCE)
    notes = read_document(path).notes
    assert [note.count for note in notes if note.kind == "header-footer"] != []
    assert any(note == Note("joined-lines", Spot(), count=note.count) for note in notes)
