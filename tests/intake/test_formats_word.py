"""What Word shows, and how it is written: fields, frames, styles that hide, branches, and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.intake.document import Cell, Note, Paragraph, Spot
from tests.intake.documents import kinds, prose, read, run, tables, texts, word

if TYPE_CHECKING:
    from pathlib import Path

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def _p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def _field(*kinds_and_runs: str) -> str:
    marks = {"begin", "separate", "end"}
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' if each in marks else each for each in kinds_and_runs
    )


def _tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{run(text)}</w:tc>"


def _tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


BOX = f"<w:drawing><w:txbxContent>{run('框')}</w:txbxContent></w:drawing>"

BRANCHES = f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"


@pytest.mark.parametrize(
    ("inner", "text", "told"),
    [
        (f'<w:fldSimple w:instr="PAGE">{_r("3")}</w:fldSimple>', "3", []),
        (_field("begin", "<w:r><w:instrText>PAGE</w:instrText></w:r>", "separate", _r("3"), "end"), "3", []),
        (
            _field("begin", _r("码"), "begin", _r("内"), "separate", _r("果"), "end", "separate", _r("三"), "end"),
            "三",
            [],
        ),
        (_field("begin", _r("码"), "end") + _r("后"), "后", []),
        (_field("end") + _r("后"), "后", []),
        ("<w:r><w:t>节</w:t><w:softHyphen/><w:t>能</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "节能-1", []),
        (f"<w:hyperlink>{_r('甲')}</w:hyperlink><w:smartTag>{_r('乙')}</w:smartTag>", "甲乙", []),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{_r('甲')}</w:sdtContent></w:sdt>", "甲", []),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_r('单击输入')}</w:sdtContent></w:sdt>",
            "",
            [("hidden", "单击输入")],
        ),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t></w:r>', "≥95%", []),
        ('<w:r><w:sym w:font="Wingdings" w:char="FC"/></w:r>', "✓", []),
        ('<w:r><w:sym w:font="Webdings" w:char="F0B3"/></w:r>', "", [("ignored", "Webdings F0B3")]),
        ('<w:r><w:sym w:font="Symbol" w:char="x"/></w:r>', "", [("ignored", "Symbol x")]),
        (_r("10") + _r("4", '<w:vertAlign w:val="superscript"/>') + _r("m²"), "10⁴m²", []),
        (_r("见") + _r("注", '<w:vertAlign w:val="superscript"/>'), "见注", []),
        (f"<w:moveFrom>{_r('旧')}</w:moveFrom><w:moveTo>{_r('新')}</w:moveTo>", "新", [("tracked-changes", "旧")]),
        (
            f"<w:r><w:ruby><w:rt>{_r('yu')}</w:rt><w:rubyBase>{_r('渝')}</w:rubyBase></w:ruby></w:r>{_r('中')}",
            "渝中",
            [],
        ),
        (
            f"<w:r><mc:AlternateContent {MC}>{BRANCHES}</mc:AlternateContent></w:r>",
            "",
            [("ignored", "框")],
        ),
        (f"<mc:AlternateContent {MC}><mc:Fallback>{_r('甲')}</mc:Fallback></mc:AlternateContent>", "甲", []),
        (_r("甲") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + _r("乙"), "甲乙", []),
    ],
)
def test_runs(tmp_path: Path, inner: str, text: str, told: list[tuple[str, str]]) -> None:
    """A paragraph says what Word shows, and what it leaves out is told."""
    document = read(tmp_path, "a.docx", word(_p(inner)))
    assert prose(document) == ([text] if text else [])
    assert kinds(document) == told


def test_styles_that_hide(tmp_path: Path) -> None:
    """A run's own word counts more than its style's, and that more than its paragraph's."""
    hide, show = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'
    styles = (
        f'<w:style w:styleId="p">{hide}</w:style><w:style w:styleId="q"><w:basedOn w:val="p"/></w:style>'
        f'<w:style w:styleId="c">{hide}</w:style><w:style w:styleId="d"><w:basedOn w:val="c"/>{show}</w:style>'
    )
    quiet, loud = '<w:rStyle w:val="c"/>', '<w:rStyle w:val="d"/>'
    body = (
        _p(_r("甲", quiet) + _r("乙", loud) + _r("丙", quiet + '<w:vanish w:val="0"/>'))
        + _p(_r("丁") + _r("戊", loud), '<w:pStyle w:val="q"/>')
        + _p(_r("己"))
    )
    document = read(tmp_path, "a.docx", word(body, styles=styles))
    assert prose(document) == ["乙丙", "戊", "己"]
    assert document.notes == (Note("hidden", Spot(row=1), "甲"), Note("hidden", Spot(row=2), "丁"))


def test_ends_of_paragraphs_that_a_change_took_out(tmp_path: Path) -> None:
    """The paragraph goes on in the next one and counts as that; in cells, too; the last one goes on in nothing."""
    gone = "<w:rPr><w:del/></w:rPr>"
    moved = "<w:rPr><w:moveFrom/></w:rPr>"
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    cell = f"<w:tc>{_p(_r('市财政'), gone)}{_p(_r('局'))}{_p(_r('尾'), moved)}</w:tc>"
    body = (
        _p(_r("甲"), numbered + gone)
        + _p(_r("乙"), numbered)
        + _p(_r("丙"), numbered)
        + _p(_r("前"), gone)
        + _tbl(cell)
        + _p(_r("末"), gone)
    )
    document = read(tmp_path, "a.docx", word(body, numbering=numbering))
    assert document.blocks[:3] == (
        Paragraph("甲乙", Spot(row=2), 0, "1."),
        Paragraph("丙", Spot(row=3), 0, "2."),
        Paragraph("前", Spot(row=5)),
    )
    assert texts(document.blocks[3]) == [["市财政局\n尾"]]
    assert prose(document)[-1] == "末"


def test_labels_in_cells(tmp_path: Path) -> None:
    """The first line that says something has the cell's label; the numbers of others stand where Word shows them."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    cells = (
        f"<w:tc>{_p('')}{_p(_r('甲'), numbered)}</w:tc>"
        f"<w:tc>{_p(_r('总'))}{_p(_r('乙'), numbered)}{_p('')}{_p(_r('丙'), numbered)}{_p(_r('续'))}</w:tc>"
    )
    (table,) = tables(read(tmp_path, "a.docx", word(_tbl(cells), numbering=numbering)))
    assert table.rows == ((Cell("甲", Spot(1, 1, 1), "1."), Cell("总\n2.乙\n3.丙\n续", Spot(1, 1, 2))),)


def test_rows_and_cells_in_frames(tmp_path: Path) -> None:
    """Frames around tables, rows and cells; rows that begin or end farther in; old merges; cells taken out."""

    def framed(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = (
        "<w:tbl>"
        + framed(f"<w:tr>{_tc('甲')}{framed(_tc('乙'))}<w:customXml>{_tc('丙')}</w:customXml></w:tr>")
        + f'<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>{_tc("丁")}</w:tr>'
        + f"<w:tr>{_tc('戊', '<w:hMerge w:val=' + chr(34) + 'restart' + chr(34) + '/>')}"
        + f"{_tc('藏', '<w:hMerge w:val=' + chr(34) + 'continue' + chr(34) + '/>')}{_tc('己')}</w:tr>"
        + f"<w:tr>{_tc('庚')}{_tc('去', '<w:cellDel/>')}{_tc('辛')}{_tc('壬')}</w:tr></w:tbl>"
    )
    document = read(tmp_path, "a.docx", word(framed(body)))
    assert texts(document.blocks[0]) == [
        ["甲", "乙", "丙"],
        [None, "丁", None],
        ["戊", "戊", "己"],
        ["庚", "辛", "壬"],
    ]
    assert kinds(document) == [("hidden", "藏"), ("tracked-changes", "去")]


def test_one_branch_of_blocks(tmp_path: Path) -> None:
    """Of two branches for newer and older programs the newer one is read."""
    branches = f"<mc:Choice>{run('新')}{_tbl(_tc('甲'))}</mc:Choice><mc:Fallback>{run('旧')}</mc:Fallback>"
    document = read(tmp_path, "a.docx", word(f"<mc:AlternateContent {MC}>{branches}</mc:AlternateContent>"))
    assert prose(document) == ["新"]
    assert texts(document.blocks[1]) == [["甲"]]


def test_footnotes_are_told(tmp_path: Path) -> None:
    """What they say is no text of the document."""
    document = read(tmp_path, "a.docx", word(run("甲"), footnotes=run("注一") + run("注二"), endnotes=run("")))
    assert prose(document) == ["甲"]
    assert document.notes == (Note("ignored", Spot(), "注一\n注二"),)
