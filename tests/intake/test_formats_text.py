"""Plain text in its layouts and encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancli.intake.document import Paragraph, Spot, Table
from plancli.intake.formats.detect import read_document
from plancli.intake.formats.refusals import EmptyDocumentError, NoTextError
from tests.intake.documents import kinds, prose, read, tables, texts

YUZHONG = Path(__file__).parent / "data" / "yuzhong-green-industry-tasks.txt"
HEAD = "序号\n工作任务\n牵头单位\n责任单位\n\n"
ROWS = "1\n节能降碳。\n区发改委\n——\n\n2\n环境保护。\n区生态环境局\n区城管局\n"
MATRIX = [
    ["序号", "工作任务", "牵头单位", "责任单位"],
    ["1", "节能降碳。", "区发改委", "——"],
    ["2", "环境保护。", "区生态环境局", "区城管局"],
]


def test_a_real_table() -> None:
    """A table as it was pasted from a web page: every cell is where it was."""
    (table,) = tables(read_document(YUZHONG))
    sections = [row[0].text for row in table.rows if row[0] and row[0] is row[-1]]
    assert len(sections) == 6
    numbered = [[cell.text for cell in row if cell] for row in table.rows if row[0] and row[0].text.isdigit()]
    assert [row[0] for row in numbered] == [str(number) for number in range(1, 31)]
    assert all(len(row) == 4 for row in numbered)
    words = [word for row in table.rows for word in dict.fromkeys(cell.text for cell in row if cell)]
    assert words == [line.strip() for line in YUZHONG.read_text("utf-8").split("\n") if line.strip()]


@pytest.mark.parametrize("change", ["plain", "returns", "doubled", "paged"])
def test_copies_of_a_real_table(tmp_path: Path, change: str) -> None:
    """Without tabs, with carriage returns, with a blank line behind each line, and with page marks, it is the same."""
    text = YUZHONG.read_text("utf-8")
    plain = "\n".join(line.strip() for line in text.split("\n"))
    copies = {
        "plain": plain,
        "returns": text.replace("\n", "\r\n"),
        "doubled": plain.strip().replace("\n", "\n\n"),
        "paged": text.replace("\n\n", "\n\n— 3 —\n\n", 5),
    }
    (table,) = tables(read(tmp_path, "a.txt", copies[change].encode()))
    assert texts(table) == texts(tables(read_document(YUZHONG))[0])


def test_text_around_a_table(tmp_path: Path) -> None:
    """What stands before and behind a table is running text with the number of its line."""
    document = read(tmp_path, "a.txt", "任务分工表\n\n" + HEAD + ROWS + "\n区政府办公室\n")
    assert prose(document) == ["任务分工表", "区政府办公室"]
    assert document.blocks[0] == Paragraph("任务分工表", Spot(row=1))
    assert texts(document.blocks[1]) == MATRIX


def test_rows_that_do_not_fit(tmp_path: Path) -> None:
    """A row that is too short stays so: nobody knows which cell is missing; one that is too long is kept whole."""
    document = read(tmp_path, "a.txt", HEAD + ROWS + "\n3\n一项。\n区教委\n\n4\n一\n二\n三\n四\n\n5\n一。\n二\n三\n")
    table = texts(document.blocks[0])
    assert table[3] == ["3", "一项。", "区教委", None, None]
    assert table[4] == ["4", "一", "二", "三", "四"]


def test_a_flat_table_without_numbers_is_no_table(tmp_path: Path) -> None:
    """Neither blank lines nor numbers tell where its rows end: all lines are kept as running text."""
    rows = [row[1:] for row in MATRIX]
    document = read(tmp_path, "a.txt", "\n".join(cell for row in rows for cell in row))
    assert not tables(document)
    assert prose(document) == [text for row in rows for text in row]


def test_lines_go_on_in_a_cell_behind_a_tab(tmp_path: Path) -> None:
    """Where a tab leads every cell, a line without one is another paragraph of the cell before."""
    text = "\n".join(f"\t{line}" if line else "" for line in (HEAD + ROWS).split("\n"))
    document = read(tmp_path, "a.txt", text.replace("节能降碳。", "节能降碳。\n第二段。"))
    assert texts(document.blocks[0])[1][1] == "节能降碳。\n第二段。"


def test_tabs_between_cells(tmp_path: Path) -> None:
    """Rows with tabs between their cells; a heading alone in a row spans all columns, a short row stays short."""
    rows = "序号\t任务\t单位\n一、重点任务\n1\t节能\t\n2\t环保\n"
    (table,) = tables(document := read(tmp_path, "a.txt", f"标题\n{rows}说明\n"))
    assert texts(table) == [
        ["序号", "任务", "单位"],
        ["一、重点任务"] * 3,
        ["1", "节能", ""],
        ["2", "环保", None],
    ]
    assert table.rows[1][0] is table.rows[1][2]
    assert prose(document) == ["标题", "说明"]


def test_broken_lines_are_joined(tmp_path: Path) -> None:
    """Lines that a page broke in mid-word are joined, over its mark as well, and that is said."""
    text = (
        "一、总体要求\n\n"
        "到二〇二七年，全区绿色产业规模持续壮大，基本形成绿色产业体\n"
        "系。聚焦能源、建筑、交通等重点领域，鼓励重点用能企业联合节\n"
        "能服务公司深化节能设备和技术改造合作，加快推动用能低碳化改\n\n— 3 —\n"
        "造和建设。\n"
    )
    document = read(tmp_path, "a.txt", text.replace("\n\n— 3 —\n", "\n— 3 —\n"))
    assert prose(document)[0] == "一、总体要求"
    assert prose(document)[1].count("产业体系。") == 1
    assert prose(document)[1].endswith("低碳化改造和建设。")
    assert kinds(document) == [("joined-lines", ""), ("ignored", "— 3 —")]
    assert document.notes[0].count == 3


def test_lines_that_nothing_broke_stay(tmp_path: Path) -> None:
    """Ordinary paragraphs, one on each line, are not joined."""
    lines = ["推动绿色转型" * length for length in (3, 30, 9, 22)]
    assert prose(read(tmp_path, "a.txt", "\n".join(lines))) == lines


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", [("encoding", "UTF-16")]),
        ("utf-16-le", [("encoding", "UTF-16")]),
        ("utf-16-be", [("encoding", "UTF-16")]),
        ("gb18030", [("encoding", "GB18030")]),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, said: list[tuple[str, str]]) -> None:
    """A table is the same in every encoding, and one that is not UTF-8 is said."""
    document = read(tmp_path, "a.txt", (HEAD + ROWS).encode(encoding))
    assert texts(document.blocks[0]) == MATRIX
    assert kinds(document) == said


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02\x03" * 50,
        bytes(range(256)),
        "渝中区绿色产业".encode() + b"\xe5\x8c" + "任务分工".encode(),
        "渝中區綠色產業發展行動計劃任務分工".encode("big5"),
        "任务分工".encode("utf-32"),
        b"a\x00b",
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    """Binary files, damaged UTF-8 and other encodings are not guessed at."""
    with pytest.raises(NoTextError):
        read(tmp_path, "a.txt", content)


def test_an_empty_file(tmp_path: Path) -> None:
    """Is told for what it is; one with but a mark is no table."""
    for name, content in (("a.txt", b""), ("a.csv", b" \n"), ("a.docx", b"")):
        with pytest.raises(EmptyDocumentError):
            read(tmp_path, name, content)
    assert read(tmp_path, "a.txt", b"\xef\xbb\xbf").blocks == ()
    assert read(tmp_path, "a.csv", b"\xef\xbb\xbf").blocks == ()
    assert not isinstance(read(tmp_path, "a.md", b"x").blocks[0], Table)


@pytest.mark.parametrize("rule", ["", "|----|------|------|\n", "+----+------+------+\n", "————————————\n"])
@pytest.mark.parametrize("edge", ["", "|", "｜"])
def test_bars_between_cells(tmp_path: Path, rule: str, edge: str) -> None:
    """With rules between rows or without; a bar in running text parts nothing."""
    rows = ["序号 | 工作任务 | 牵头单位", "1 | 推进甲。 | 甲局", "2 | 推进乙。 |"]
    lines = [f"{edge}{row}{edge}\n" for row in rows]
    document = read(tmp_path, "a.txt", f"甲区工作要点\n{lines[0]}{rule}{lines[1]}{rule}{lines[2]}")
    (table,) = tables(document)
    assert texts(table) == [["序号", "工作任务", "牵头单位"], ["1", "推进甲。", "甲局"], ["2", "推进乙。", ""]]
    assert prose(document) == ["甲区工作要点"]
    assert prose(read(tmp_path, "b.txt", "甲 | 乙。\n丙。")) == ["甲 | 乙。", "丙。"]


@pytest.mark.parametrize(
    "text",
    [
        "甲区2026年工作要点\n序号\n序号\n序号\n",
        "序号\n工作任务\n牵头单位\n",
        "序号\n工作任务\n牵头单位\n序号\n工作任务\n牵头单位\n",
    ],
)
def test_headings_without_rows(tmp_path: Path, text: str) -> None:
    """Are read as they stand."""
    assert "".join(prose(read(tmp_path, "a.txt", text))).startswith(text.split("\n", maxsplit=1)[0])
