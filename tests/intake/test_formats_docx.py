"""Word documents: what they show is read, and what they hide is said."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx

from plancli.intake.document import Cell, Note, Paragraph, Spot
from tests.intake.documents import kinds, prose, read, run, tables, texts, word

if TYPE_CHECKING:
    from pathlib import Path


def _tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{run(text)}</w:tc>"


def _numbered(text: str, number: int = 1, level: int = 0) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_document_of_python_docx(tmp_path: Path) -> None:
    """Headings, paragraphs, and a table with merged cells, in order."""
    document = docx.Document()
    document.add_heading("方案", 1)
    document.add_paragraph("正文")
    table = document.add_table(4, 3)
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"{at}{column}"
    for first, last in (((1, 0), (1, 2)), ((2, 2), (3, 2))):
        merged = table.cell(*first).merge(table.cell(*last))
        merged.text = "合"
    file = BytesIO()
    document.save(file)
    found = read(tmp_path, "a.docx", file.getvalue())
    assert found.blocks[:2] == (Paragraph("方案", Spot(row=1), 1), Paragraph("正文", Spot(row=2)))
    (read_table,) = tables(found)
    assert texts(read_table) == [["00", "01", "02"], ["合"] * 3, ["20", "21", "合"], ["30", "31", "合"]]
    assert read_table.rows[1][0] is read_table.rows[1][2]
    assert read_table.rows[2][2] is read_table.rows[3][2]


def test_merged_cells_and_short_rows(tmp_path: Path) -> None:
    """Cells that go on over rows of other widths, and rows that begin farther right."""
    restart, on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = (
        "<w:tbl>"
        f"<w:tr>{_tc('一', restart)}{_tc('宽', wide)}</w:tr>"
        f"<w:tr>{_tc('藏', on)}{_tc('乙')}{_tc('丙')}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{_tc("丁")}</w:tr>'
        "</w:tbl>"
    )
    document = read(tmp_path, "a.docx", word(body))
    (table,) = tables(document)
    assert texts(table) == [["一", "宽", "宽"], ["一", "乙", "丙"], [None, "丁", None]]
    assert kinds(document) == [("hidden", "藏")]


def test_tracked_changes(tmp_path: Path) -> None:
    """What was put in stays, what was taken out is said; a row that was taken out, too."""
    body = (
        "<w:p><w:r><w:t>区</w:t></w:r><w:del><w:r><w:delText>经信委</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>发改委</w:t></w:r></w:ins></w:p>"
        f"<w:tbl><w:tr>{_tc('甲')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{_tc('乙')}</w:tr></w:tbl>"
    )
    document = read(tmp_path, "a.docx", word(body))
    assert prose(document) == ["区发改委"]
    assert texts(document.blocks[1]) == [["甲"]]
    assert document.notes == (
        Note("tracked-changes", Spot(row=1), "经信委"),
        Note("tracked-changes", Spot(1, 2), "乙"),
    )


def test_hidden_text_pictures_and_boxes(tmp_path: Path) -> None:
    """None of them is text of the document, and all are said."""
    box = f"<w:pict><w:txbxContent>{run('框')}</w:txbxContent></w:pict>"
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r><w:r><w:drawing/></w:r>'
        f"<w:r>{box}</w:r><w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
    )
    document = read(tmp_path, "a.docx", word(body))
    assert prose(document) == ["明 甲\n乙"]
    assert kinds(document) == [("hidden", "暗"), ("image", ""), ("ignored", "框")]


def test_numbers_of_lists(tmp_path: Path) -> None:
    """Numbers that stand in no text are labels; in a cell without text they are all that there is."""

    def level(at: int, style: str, pattern: str) -> str:
        form = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/>'
        return f'<w:lvl w:ilvl="{at}">{form}</w:lvl>'

    levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "（%2）") + level(2, "odd", "%3")
    levels += level(3, "decimal", "%1.%4")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "•")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    )
    given = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (2, 0), (2, 0), (3, 0), (4, 0), (9, 0)]
    body = "".join(_numbered("甲", number, depth) for number, depth in given)
    cells = f"<w:tc>{_numbered('', 2)}</w:tc><w:tc>{_numbered('乙', 2)}{_numbered('丙', 2)}</w:tc>"
    body += f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    document = read(tmp_path, "a.docx", word(body, numbering=numbering))
    labels = [block.label for block in document.blocks if isinstance(block, Paragraph)]
    assert labels == ["一、", "（一）", "（二）", "二、", "（一）", "", "1.", "2.", "1.", "", ""]
    (table,) = tables(document)
    assert table.rows == ((Cell("", Spot(1, 1, 1), "2."), Cell("乙\n4.丙", Spot(1, 1, 2), "3.")),)


def test_styles_say_levels_and_lists(tmp_path: Path) -> None:
    """A paragraph's level and its list come from its style, or the style that that one is based on."""
    styles = (
        '<w:style w:styleId="a"><w:pPr><w:outlineLvl w:val="1"/>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>' for style in "bbc")
    document = read(tmp_path, "a.docx", word(body, styles=styles, numbering=numbering))
    found = [(block.level, block.label) for block in document.blocks if isinstance(block, Paragraph)]
    assert found == [(2, "I"), (2, "II"), (0, "")]


def test_nested_tables_and_frames(tmp_path: Path) -> None:
    """A table in a cell is its text, and said; what content controls frame is read."""
    inner = f"<w:tbl><w:tr>{_tc('甲')}{_tc('乙')}</w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{run('外')}{inner}{run('')}</w:tc></w:tr></w:tbl>"
    body = f"<w:sdt><w:sdtContent>{table}</w:sdtContent></w:sdt>"
    document = read(tmp_path, "a.docx", word(body))
    assert texts(document.blocks[0]) == [["外\n甲 乙"]]
    assert kinds(document) == [("nested-table", "甲 乙")]


def test_headers_and_comments(tmp_path: Path) -> None:
    """They are no text of the document; a header that has some is said, a page number is not."""
    parts = {"header": run("内部资料"), "footer": run("— 3 —"), "comments": run("待定")}
    document = read(tmp_path, "a.docx", word(run("正文"), **parts))
    assert prose(document) == ["正文"]
    assert kinds(document) == [("header-footer", "内部资料"), ("ignored", "待定")]
