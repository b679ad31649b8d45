"""Pages: what parts names, what lists count, what is hidden, what stands around the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.intake.document import Cell, Note, Paragraph, Spot
from plancli.intake.interpret import interpret
from tests.intake.documents import kinds, prose, read, tables, texts

if TYPE_CHECKING:
    from pathlib import Path


def _cells(folder: Path, rows: str) -> list[list[str | None]]:
    return texts(tables(read(folder, "a.html", f"<html><table>{rows}</table></html>"))[0])


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("市财政局 市教育局", "市财政局 市教育局"),
        ("市财政局&nbsp;市教育局", "市财政局\xa0市教育局"),
        ("市财政局\n   市教育局", "市财政局 市教育局"),
        ("<span>市财政局</span> <span>市教育局</span>", "市财政局 市教育局"),
        ("<span>市财政局</span>\n<span>市教育局</span>", "市财政局 市教育局"),
        ("市财政局<br>市教育局", "市财政局\n市教育局"),
        ("市财政局<br/>\n市教育局", "市财政局\n市教育局"),
        ("<p>市财政局</p><p>市教育局</p>", "市财政局\n市教育局"),
        ("<div>市财政局</div>市教育局", "市财政局\n市教育局"),
        ("<fieldset>市财政局</fieldset>市教育局", "市财政局\n市教育局"),
        ("市财政局、\n市教育局", "市财政局、市教育局"),
        ("<b>市</b>财政局", "市财政局"),
        ("推进节能\n降碳改造。", "推进节能降碳改造。"),
        ("建设 AI\n平台", "建设 AI 平台"),
        ("<pre>市财政局\n市教育局</pre>", "市财政局\n市教育局"),
        ("10<sup>4</sup>m<sup>2</sup>，见<sup>注</sup>", "10⁴m²，见注"),
        ("<ruby>渝<rp>(</rp><rt>yu</rt></ruby>中", "渝中"),
        ("&lt;市&gt;&#24066;&amp;", "<市>市&"),
    ],
)
def test_what_parts_names(tmp_path: Path, inner: str, text: str) -> None:
    """What a browser shows apart stays apart; the source's own lines break no sentence."""
    assert _cells(tmp_path, f"<tr><td>{inner}</td><td>乙</td></tr>") == [[text, "乙"]]


def test_lists(tmp_path: Path) -> None:
    """Numbers of lists are labels; in a cell those behind the first are text."""
    text = (
        "<html><ol><li>甲<li value=5>乙<ul><li>丙</ul></ol><ol type=i start=3><li>丁</li></ol>"
        '<ol style="list-style-type: cjk-ideographic"><li>戊</ol><ol style="list-style:none"><li>己</ol>'
        "<table><tr><td><ol start=7><li></li></ol></td><td><ol><li>庚</li><li>辛</li></ol></td></tr></table>"
    )
    document = read(tmp_path, "a.html", text)
    found = [(block.label, block.text) for block in document.blocks if isinstance(block, Paragraph)]
    assert found == [("1.", "甲"), ("5.", "乙"), ("", "丙"), ("iii.", "丁"), ("一、", "戊"), ("", "己")]
    assert tables(document)[0].rows == ((Cell("", Spot(1, 1, 1), "7."), Cell("庚\n2.辛", Spot(1, 1, 2), "1.")),)


def test_spans_end_with_their_group(tmp_path: Path) -> None:
    """rowspan=0 and huge spans go as far as their thead or tbody; colspan=0 is one column."""
    head = "<thead><tr><th rowspan=0>序号</th><th rowspan=99999>任务</th></tr></thead>"
    body = "<tbody><tr><td rowspan=0>1</td><td colspan=0>甲</td></tr><tr><td>乙</td></tr></tbody>"
    assert _cells(tmp_path, f"{head}{body}") == [["序号", "任务"], ["1", "甲"], ["1", "乙"]]


def test_what_is_hidden(tmp_path: Path) -> None:
    """It is left out and told; scripts and styles are no text at all; deleted text is a tracked change."""
    text = (
        "<html><style>p{}</style><script>x</script><template>甲</template><noscript>乙</noscript><p hidden>丙<p>丁"
        '<del>戊</del>己</p><div style="DISPLAY : none"><div>庚</div>辛</div>'
        '<table><tr style="display:none"><td>壬<tr><td>癸<td hidden>子</tr></table>'
    )
    document = read(tmp_path, "a.html", text)
    assert prose(document) == ["丁己"]
    assert texts(document.blocks[1]) == [["癸"]]
    assert kinds(document) == [
        *(("hidden", each) for each in "甲乙丙"),
        ("tracked-changes", "戊"),
        *(("hidden", each) for each in ("庚\n辛", "壬", "子")),
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<nav><p>某某行动计划（2020—2022年）</p></nav>",
        '<div class="main-nav"><div>首页</div><div>某某实施方案</div></div>',
        '<div id="breadcrumb">首页 > 规划计划</div>',
        '<div role="navigation">某某工作方案</div>',
        '<p>上一篇：<a href="x">某某行动计划（2020—2022年）</a></p>',
        '<ul><li><a href="x">某某实施方案</a></li><li><a href="y">某某工作要点</a></li></ul>',
    ],
)
def test_what_stands_around_is_not_the_title(tmp_path: Path, around: str) -> None:
    """Menus, trails and links are left out and told; the plan's title is the article's."""
    rows = "<tr><th>序号<th>工作任务<th>牵头单位</tr><tr><td>1<td>节能降碳。推进改造。<td>市财政局</tr>"
    article = f"<h1>渝中区绿色产业行动计划（2025—2027年）</h1><table>{rows}</table><footer>主办：区政府办</footer>"
    document = read(tmp_path, "a.html", f"<html><body>{around}<div>{article}</div></body></html>")
    assert prose(document) == ["渝中区绿色产业行动计划（2025—2027年）"]
    assert {note.kind for note in document.notes} == {"header-footer"}
    assert "主办：区政府办" in document.notes[-1].text
    draft = interpret(document).draft
    assert draft is not None
    assert draft.files["plan.yaml"]["title"] == "渝中区绿色产业行动计划（2025—2027年）"


def test_what_only_seems_to_stand_around(tmp_path: Path) -> None:
    """An element with a table, a heading or much text is read whatever its class says."""
    table = "<table><tr><td>甲</td></tr></table>"
    assert len(read(tmp_path, "a.html", f'<html><div class="nav-wrapper"><p>乙</p>{table}</div>').blocks) == 2
    assert prose(read(tmp_path, "a.html", '<html><div class="share"><h2>丙</h2></div>')) == ["丙"]
    assert len(prose(read(tmp_path, "a.html", f'<html><div class="menu">{"<p>推进节能改造</p>" * 400}</div>'))) == 400
    document = read(tmp_path, "a.html", '<html><p>见<a href="x">方案</a>附件所列的各项内容</p>')
    assert prose(document) == ["见方案附件所列的各项内容"]
    assert document.notes == ()


def test_layout_in_layout(tmp_path: Path) -> None:
    """However many tables lay out the page around it, the real one is a table of its own."""
    real = "<table><tr><td>甲<td>乙</tr><tr><td>丙<td>丁</tr></table>"
    inner = f"<table><tr><td><table><tr><td>{real}</table></table>"
    page = f"<table><tr><td>头</tr><tr><td>{inner}</tr><tr><td>尾</tr></table>"
    document = read(tmp_path, "a.html", f"<html>{page}")
    assert [texts(table) for table in tables(document)] == [[["甲", "乙"], ["丙", "丁"]]]
    assert prose(document) == ["头", "尾"]
    assert {note.kind for note in document.notes} == {"nested-table"}


def test_a_caption_and_text_in_no_cell(tmp_path: Path) -> None:
    """They stand before the table, as browsers show them."""
    document = read(tmp_path, "a.html", "<html><table><caption>表<b>1</b></caption><tr>散<td>甲</td></tr></table>")
    assert document.blocks[0] == Paragraph("表1", Spot(row=1))
    assert prose(document) == ["表1", "散"]
    assert texts(tables(document)[0]) == [["甲"]]
    assert document.notes == ()


def test_notes_have_places(tmp_path: Path) -> None:
    """What stood around the text is told once, with the paragraph where it began."""
    document = read(tmp_path, "a.html", "<html><p>甲</p><nav>乙</nav><nav>丙</nav><p>丁</p><footer>戊</footer>")
    assert document.notes == (
        Note("header-footer", Spot(row=2), "乙\n丙"),
        Note("header-footer", Spot(row=5), "戊"),
    )


def test_a_heading_on_two_lines(tmp_path: Path) -> None:
    """Is one; other paragraphs are several."""
    document = read(tmp_path, "a.html", "<h2>甲局关于意见<br>落实措施表</h2><p>甲<br>乙</p>")
    assert prose(document) == ["甲局关于意见落实措施表", "甲", "乙"]
