"""Delimited cells, Markdown and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.intake.document import Paragraph
from plancli.intake.formats import grid
from plancli.intake.formats.refusals import BadQuotesError, DamagedDocumentError, TooLargeDocumentError
from tests.intake.documents import kinds, prose, read, tables, texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "，"])
def test_delimiters(tmp_path: Path, delimiter: str) -> None:
    """The delimiter is the one with which rows are as long as each other."""
    rows = [["序号", "任务", "单位"], ["1", "节能", "区发改委"], ["2", "环保", "区生态环境局"]]
    document = read(tmp_path, "a.csv", "\n".join(map(delimiter.join, rows)))
    assert texts(document.blocks[0]) == rows


def test_cells_of_several_lines(tmp_path: Path) -> None:
    """Between quotes a cell may have line feeds, delimiters and quotes."""
    document = read(tmp_path, "a.csv", '序号,任务\r\n1,"节能，\r\n“降碳”, ""好"""\r\n')
    assert texts(document.blocks[0]) == [["序号", "任务"], ["1", '节能，\n“降碳”, "好"']]


def test_a_named_delimiter_and_short_rows(tmp_path: Path) -> None:
    """Excel's first line names the delimiter; a row that is too short stays so."""
    assert texts(read(tmp_path, "a.csv", "sep=;\na;b,c\nd").blocks[0]) == [["a", "b,c"], ["d", None]]


def test_quotes_that_do_not_match(tmp_path: Path) -> None:
    """A file is refused that would lose its quotes, or the ends of its cells."""
    with pytest.raises(BadQuotesError):
        read(tmp_path, "a.csv", '1,"城市矿产"利用\n')
    with pytest.raises(BadQuotesError):
        read(tmp_path, "a.csv", '1,"节能\n2,环保\n')


def test_markdown(tmp_path: Path) -> None:
    """Headings, paragraphs and tables, in order."""
    text = "# 方案 #\n\n第一行\n第二行\nover\ntwo\n\n- 甲\n- 乙\n\n---\n\n"
    text += "|序号|**任务**|\n|:--|--:|\n|1|甲\\|乙<br>丙 &lt;|\n|2|\n\n尾\n"
    document = read(tmp_path, "a.md", text)
    assert prose(document) == ["方案", "第一行第二行over two", "甲", "乙", "尾"]
    assert isinstance(document.blocks[0], Paragraph)
    assert document.blocks[0].level == 1
    assert texts(tables(document)[0]) == [["序号", "任务"], ["1", "甲|乙\n丙 <"], ["2", None]]


def test_a_page(tmp_path: Path) -> None:
    """Headings, paragraphs and a table with spans; scripts are nothing, hidden text is said."""
    text = """<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h2>方案&amp;表</h2>
    <p>第一段，
    接着。<br>第二段</p><script>var a = "<table>";</script><p style="display: none">暗</p><img alt="章">
    <table><tr><th>序号<th>任务</th><th>单位</th></tr>
    <tr><td colspan=3>一、重点</td></tr>
    <tr><td>1</td><td>甲<p>乙</p></td><td rowspan="2">区发改委</td></tr>
    <tr><td>2</td><td>丙</td></tr></table>尾</body></html>"""
    document = read(tmp_path, "a.html", text)
    assert prose(document) == ["方案&表", "第一段，接着。", "第二段", "尾"]
    (table,) = tables(document)
    assert texts(table) == [
        ["序号", "任务", "单位"],
        ["一、重点"] * 3,
        ["1", "甲\n乙", "区发改委"],
        ["2", "丙", "区发改委"],
    ]
    assert table.rows[2][2] is table.rows[3][2]
    assert table.rows[1][0] is table.rows[1][2]
    assert kinds(document) == [("hidden", "暗"), ("image", "章")]


def test_tables_in_tables(tmp_path: Path) -> None:
    """One in a cell becomes its text; one that is larger than the table around it is a table, as pages are laid out."""
    inner = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    rows = "<tr><td>1</td><td>一</td><td>二</td></tr>" * 3
    document = read(tmp_path, "a.html", f"<table>{rows}<tr><td>2</td><td>{inner}</td><td>x</td></tr></table>")
    assert texts(document.blocks[0])[3] == ["2", "甲 乙\n丙 丁", "x"]
    assert kinds(document) == [("nested-table", "甲 乙\n丙 丁")]
    document = read(tmp_path, "a.html", f"<table><tr><td>头</td></tr><tr><td>{inner}尾</td></tr></table>")
    assert prose(document) == ["头", "尾"]
    assert texts(tables(document)[0]) == [["甲", "乙"], ["丙", "丁"]]


def test_a_page_by_any_name(tmp_path: Path) -> None:
    """Web sites give pages the names of spreadsheets."""
    document = read(tmp_path, "a.xls", "<html><table><tr><td>甲</td></tr></table></html>")
    assert texts(document.blocks[0]) == [["甲"]]


def test_pages_made_for_attacks(tmp_path: Path) -> None:
    """Spans without bounds and tables without end are refused; so is nothing that is only strange."""
    cell = "<td rowspan=65534 colspan=1000>甲</td>"
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.html", f"<table>{('<tr>' + cell) * 2000}</table>")
    with pytest.raises(DamagedDocumentError):
        read(tmp_path, "a.html", "<html>" + "<table><tr><td>" * 5000)
    assert prose(read(tmp_path, "a.html", "<html><p hidden>a<p>b</td></tr></table><td>")) == ["b"]


def test_more_rows_than_any_plan() -> None:
    """Are refused before anything is made of them."""
    rows = [["甲", "乙"]] * grid.MAX_ROWS
    assert len(grid.texts(rows, 1, "a.md").rows) == grid.MAX_ROWS
    with pytest.raises(TooLargeDocumentError):
        grid.texts([*rows, ["甲", "乙"]], 1, "a.md")
