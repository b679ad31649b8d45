"""PDF files: ruled tables and the text around them, over several pages."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.answers import Answers
from plancli.intake.document import Cell, Note, Paragraph, Spot
from plancli.intake.formats.refusals import UnclearTableError
from plancli.intake.interpret import interpret
from plancli.messages import catalog
from plancli.views.imports import spot
from tests.intake.documents import kinds, prose, read, tables, texts
from tests.intake.formats.pdfs import Page, pdf
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from tests.intake.documents import Matrix

XS = (50, 80, 300, 400, 545)
HEAD = ["序号", "工作任务", "牵头单位", "责任单位"]


def test_a_table_and_the_text_around_it(tmp_path: Path) -> None:
    """A title, a heading on its own line, a paragraph of two lines, the table, a line below."""
    page = Page()
    page.text(130, 60, "某市行动计划（2025—2027年）任务分工表", 16)
    page.text(70, 100, "一、总体要求")
    page.text(70, 120, "深入贯彻新发展理念，坚持生态优先、绿色发展，统筹推进各项任务，确保各项目标任务如期高质量")
    page.text(50, 134, "完成。")
    end = page.table(160, XS, [HEAD, ["1", "建设园区。", "市财政局", "各区县"]])
    page.text(50, end + 20, "注：任务按季度调度。")
    document = read(tmp_path, "a.pdf", pdf(page))
    assert document.blocks[:3] == (
        Paragraph("某市行动计划（2025—2027年）任务分工表", Spot(row=1, page=1)),
        Paragraph("一、总体要求", Spot(row=2, page=1)),
        Paragraph(
            "深入贯彻新发展理念，坚持生态优先、绿色发展，统筹推进各项任务，确保各项目标任务如期高质量完成。",
            Spot(row=3, page=1),
        ),
    )
    assert texts(document.blocks[3]) == [HEAD, ["1", "建设园区。", "市财政局", "各区县"]]
    assert document.blocks[4:] == (Paragraph("注：任务按季度调度。", Spot(row=4, page=1)),)
    assert document.notes == (Note("joined-lines", Spot(), count=1),)


def test_merged_cells(tmp_path: Path) -> None:
    """Across and down: the same cell in all its places."""
    rows = [
        ["类别", "工作任务", "单位", "<"],
        ["产业", "甲", "乙", "丙"],
        ["^", "丁", "^", "戊"],
        ["合", "<", "<", "<"],
    ]
    page = Page()
    page.table(50, XS, rows)
    (table,) = tables(read(tmp_path, "a.pdf", pdf(page)))
    assert texts(table) == [
        ["类别", "工作任务", "单位", "单位"],
        ["产业", "甲", "乙", "丙"],
        ["产业", "丁", "乙", "戊"],
        ["合"] * 4,
    ]
    assert table.rows[0][2] is table.rows[0][3]
    assert table.rows[1][0] is table.rows[2][0]
    assert table.rows[1][2] is table.rows[2][2]
    assert len({id(cell) for cell in table.rows[3]}) == 1
    assert table.rows[2][3] == Cell("戊", Spot(1, 3, 4, page=1))


def test_lines_within_cells(tmp_path: Path) -> None:
    """What a narrow column broke is one again; where the next line had had room, it is a paragraph of its own."""
    text = "加快园区建设，推动绿色产业集聚发展，到2027年规模达到100亿元。"
    page = Page()
    page.table(50, (50, 80, 300, 360, 545), [HEAD, ["1", text, "市农业农村局", "市财政局\n市发展改革委\n各区县"]])
    document = read(tmp_path, "a.pdf", pdf(page))
    (table,) = tables(document)
    assert texts(table)[1] == ["1", text, "市农业农村局", "市财政局\n市发展改革委\n各区县"]
    assert kinds(document) == [("joined-lines", "")]


def test_spread_characters(tmp_path: Path) -> None:
    """A line that was spread over its column has no spaces; those that were typed between names stay."""
    page = Page()
    page.table(50, (50, 80, 300, 400, 545), [HEAD, ["1", "甲", "\n", "市财政局 各区县"]])
    page.text(304, 80, "市农业农村", spread=8)
    page.text(304, 94, "局")
    page.text(84, 94, "市 科 技 局")
    (table,) = tables(read(tmp_path, "a.pdf", pdf(page)))
    assert texts(table)[1] == ["1", "甲\n市科技局", "市农业农村局", "市财政局 各区县"]


def test_rows_over_a_page_break(tmp_path: Path) -> None:
    """With headings that are said again, page numbers and running heads, which are told and left out."""
    pages = [Page(), Page(), Page()]
    rows = [
        [
            HEAD,
            ["1", "第一项。", "市财政局", "各区县"],
            ["2", "第二项，推进全市农业农村现代化建设各项重点", "市农业农村局、", "市水利"],
        ],
        [HEAD, ["", "工作。", "市林业局", "局"], ["3", "第三项。", "市科技局", ""]],
        [HEAD, ["4", "第四项。", "市教委", "各区县"]],
    ]
    for number, (page, each) in enumerate(zip(pages, rows, strict=True), 1):
        page.text(50, 20, "内部资料")
        page.table(60, (50, 80, 300, 400, 438), each)
        page.text(280, 800, f"— {number} —")
    document = read(tmp_path, "a.pdf", pdf(*pages))
    (table,) = tables(document)
    assert texts(table) == [
        HEAD,
        ["1", "第一项。", "市财政局", "各区县"],
        ["2", "第二项，推进全市农业农村现代化建设各项重点工作。", "市农业农村局、市林业局", "市水利局"],
        HEAD,
        ["3", "第三项。", "市科技局", ""],
        HEAD,
        ["4", "第四项。", "市教委", "各区县"],
    ]
    assert prose(document) == []
    assert document.notes == (
        Note("header-footer", Spot(), "— 1 —、— 2 —、— 3 —", 3),
        Note("header-footer", Spot(), "内部资料", 3),
        Note("joined-lines", Spot(1, 3, 1, page=1)),
        Note("joined-lines", Spot(), count=6),
    )
    assert [row[1].spot.page for row in table.rows if row[1]] == [1, 1, 1, 2, 2, 3, 3]
    accounts = interpret(document, Answers("计划")).accounts
    (last,) = (each for each in accounts if each.text == "第四项。")
    assert spot(last.spot, catalog("zh")) == "第 3 页表 1 第 7 行第 2 列"


def test_merged_cells_over_a_page_break(tmp_path: Path) -> None:
    """A cell over several rows goes on behind the headings, and its heading is entered once."""
    head = ["类别", "序号", "工作任务", "牵头单位"]
    xs = (50, 120, 160, 400, 545)
    first, second = Page(), Page()
    first.text(130, 60, "某市行动计划（2025—2027年）", 18)
    first.table(100, xs, [head, ["绿色产业", "1", "甲项目。", "市财政局"], ["^", "2", "乙项目。", "市科技局"]])
    second.table(60, xs, [head, ["", "3", "丙项目。", "市教委"], ["数字产业", "4", "丁项目。", "市水利局"]])
    document = read(tmp_path, "a.pdf", pdf(first, second))
    (table,) = tables(document)
    assert [row[0] and row[0].text for row in table.rows] == [
        "类别",
        "绿色产业",
        "绿色产业",
        "类别",
        "绿色产业",
        "数字产业",
    ]
    assert table.rows[1][0] is table.rows[4][0]
    draft = interpret(document).draft
    assert draft
    headings = [each.text for each in draft.accounts if each.went == "heading"]
    assert headings == ["绿色产业", "数字产业"]


def test_a_heading_of_one_row_before_a_page_break(tmp_path: Path) -> None:
    """Or whose words stand on the second page: it is one heading."""
    xs = (50, 120, 160, 400, 545)
    first, second, third = Page(), Page(), Page()
    first.table(100, xs, [["类别", "序号", "工作任务", "牵头单位"], ["绿色产业", "1", "甲项目。", "市财政局"]])
    second.table(
        60, xs, [["", "2", "乙项目。", "市教委"], ["^", "3", "丙项目。", "市教委"], ["", "4", "丁项目。", "市教委"]]
    )
    third.table(60, xs, [["数字产业", "5", "戊项目。", "市水利局"], ["^", "6", "己项目。", "市水利局"]])
    (table,) = tables(read(tmp_path, "a.pdf", pdf(first, second, third)))
    assert [row[0] and row[0].text for row in table.rows] == ["类别", *["绿色产业"] * 3, *["数字产业"] * 3]
    assert table.rows[1][0] is table.rows[3][0]
    assert table.rows[4][0] is table.rows[6][0]


def test_a_number_in_the_middle(tmp_path: Path) -> None:
    """Where the number of a row that was parted stands on the second page, the row is one, too."""
    first, second = Page(), Page()
    first.table(60, XS, [HEAD, ["1", "甲项目。", "市财政局", "各区县"], ["", "推进乙项目，", "", ""]])
    second.table(60, XS, [["2", "加快建设。", "市科技局", "各区县"], ["3", "丙项目。", "市教委", ""]])
    (table,) = tables(read(tmp_path, "a.pdf", pdf(first, second)))
    assert texts(table)[2:] == [["2", "推进乙项目，加快建设。", "市科技局", "各区县"], ["3", "丙项目。", "市教委", ""]]


def test_section_rows_and_other_tables(tmp_path: Path) -> None:
    """A heading at the top of a page goes on with nothing; a table of other columns is another one."""
    first, second = Page(), Page()
    first.table(60, XS, [HEAD, ["1", "甲项目", "市财政局", "各区县"]])
    end = second.table(60, XS, [["（二）保障措施", "<", "<", "<"], ["2", "乙项目", "市科技局", ""]])
    second.table(end + 40, (50, 200, 300), [["指标", "数值"], ["产值", "5"]])
    found = tables(read(tmp_path, "a.pdf", pdf(first, second)))
    assert [texts(table) for table in found] == [
        [HEAD, ["1", "甲项目", "市财政局", "各区县"], ["（二）保障措施"] * 4, ["2", "乙项目", "市科技局", ""]],
        [["指标", "数值"], ["产值", "5"]],
    ]


def test_paragraphs_over_a_page_break(tmp_path: Path) -> None:
    """A sentence goes on on the next page."""
    first, second = Page(), Page()
    line = "各地各部门要提高政治站位，强化责任担当，细化工作举措，狠抓任务落实，形成齐抓共管的"
    first.text(50, 700, line)
    first.text(280, 800, "- 1 -")
    second.text(50, 60, "工作格局。")
    second.text(280, 800, "- 2 -")
    document = read(tmp_path, "a.pdf", pdf(first, second))
    assert prose(document) == [line + "工作格局。"]
    assert kinds(document) == [("header-footer", "- 1 -、- 2 -"), ("joined-lines", "")]


def test_paragraphs_that_fill_their_line(tmp_path: Path) -> None:
    """A number begins another one; 3.5 does not."""
    page = Page()
    full = "1.新建改扩建中小学、幼儿园15所，新增公办学位8600个以上。（市教育局，有关县区政府）"
    broken = "2.改造老旧小区86个，惠及居民1.1万户，加装电梯100部，完成投资；力争完成道路改造"
    for at, line in enumerate((full, broken, "3.5公里。"), 1):
        page.text(50, 100 + 20 * at, line)
    assert prose(read(tmp_path, "a.pdf", pdf(page))) == [full, broken + "3.5公里。"]


def test_quotations_that_break_off(tmp_path: Path) -> None:
    """They go on in the next line, although it would have had room for more."""
    page = Page()
    for at, line in enumerate(("推进政务服务“一口受", "理”改革。", "完善制度。"), 1):
        page.text(50, 100 + 20 * at, line)
    assert prose(read(tmp_path, "a.pdf", pdf(page))) == ["推进政务服务“一口受理”改革。", "完善制度。"]


def test_a_table_without_lines(tmp_path: Path) -> None:
    """Nobody knows where its cells end."""
    page = Page()
    page.table(60, XS, [HEAD, ["1", "甲项目", "市财政局", "各区县"]], ruled=False)
    with pytest.raises(UnclearTableError) as caught:
        read(tmp_path, "a.pdf", pdf(page))
    assert caught.value.facts == {"path": str(tmp_path / "a.pdf"), "page": "1"}


def test_a_table_with_a_gap_in_its_lines(tmp_path: Path) -> None:
    """A cell that is no rectangle is refused, too."""
    page = Page()
    for x in (50, 150, 250):
        page.line(x, 50, x, 90 if x != 150 else 70)
    for y in (50, 70, 90):
        page.line(50 if y != 70 else 150, y, 250, y)
    page.text(60, 60, "甲")
    with pytest.raises(UnclearTableError):
        read(tmp_path, "a.pdf", pdf(page))


def test_watermarks_and_characters_off_the_page(tmp_path: Path) -> None:
    """They are no text of the document, and told."""
    page = Page()
    page.text(50, 60, "正文")
    page.text(-300, 60, "外面的外")
    page.commands.append("BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <7a3f> Tj ET")
    document = read(tmp_path, "a.pdf", pdf(page))
    assert prose(document) == ["正文"]
    assert kinds(document) == [("hidden", "外面的外"), ("ignored", "稿")]


def test_a_turned_page(tmp_path: Path) -> None:
    """A page that its reader would have to turn is refused."""
    page = Page()
    page.commands.append("BT /F1 10 Tf 0 1 -1 0 100 300 Tm <7a3f7a3f> Tj ET")
    with pytest.raises(UnclearTableError):
        read(tmp_path, "a.pdf", pdf(page))


_TEXT = st.text("一二三、，。；（）市区局：“”ABab019%.#&>=-", min_size=1, max_size=12)


@arbitrary
@given(st.lists(st.lists(_TEXT, min_size=3, max_size=3), min_size=2, max_size=5))
def test_any_table_comes_back(matrix: Matrix) -> None:
    """A matrix that is drawn is read as it was."""
    page = Page()
    page.table(50, (50, 180, 310, 440), matrix)
    with tempfile.TemporaryDirectory() as folder:
        (table,) = tables(read(Path(folder), "a.pdf", pdf(page)))
    assert texts(table) == matrix
