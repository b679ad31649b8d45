"""The columns of task tables, by their headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.column_words import read_heading
from plancli.intake.columns import Header, NoHeader, find_header
from plancli.intake.document import Cell, Spot
from plancli.intake.legends import says_first_leads
from tests.load.promises import arbitrary

CERTAIN = {
    "number": "序号 序　号 编号 NO. №",
    "text": "工作任务 重点任务 全年目标任务 主要任务 具体工作内容 工作内容 实施路径 任务内容 具体工作 措施 目标任务",
    "lead": "牵头单位 牵头部门 主责单位 市级牵头单位 总牵头单位 牵头责任单位 牵头单位(列第一位的为牵头单位)",
    "responsible": "责任单位 责任部门 责任主体 落实单位 责任处室 责任单位（排第一的为牵头单位）",
    "support": "配合单位 配合部门 协办单位 参与单位",
    "due": "完成时限 时间节点 完成时间 计划完成时间 办结时限",
    "leader": "责任领导 牵头领导 分管领导 市领导",
    "milestones": "进度安排 阶段性目标",
    "target": "2026年目标 2025年度目标值 目标（2026年） ２０２６年目标",
    "section": "任务类别 领域",
    "title": "任务名称 事项",
    "notes": "备注 说明",
}
DOUBTFUL = [
    *(
        ("部门", "responsible", "broad-heading"),
        ("责任人", "leader", "person-or-post"),
        ("工作目标", "target", "no-year"),
    ),
    *(
        ("起止时间", "due", "start-and-end"),
        ("责任单位及完成时限", "notes", "several-keys"),
        ("牵头单位及责任人", "lead", "with-people"),
        ("", "notes", "blank-heading"),
    ),
    *(("牵头及配合单位", "duties", "several-roles"), ("牵头（责任）单位", "lead", "roles-in-brackets")),
    *(
        ("2026年", "target", "bare-year"),
        ("联系电话", "notes", "unknown-column"),
        ("计量单位", "notes", "unknown-column"),
        ("工作举措及实施计划", "text", "several-keys"),
        ("全年目标", "target", "no-year"),
        ("主要内容及目标", "text", "several-keys"),
        ("整改责任人", "leader", "person-or-post"),
    ),
]


def _rows(text: str) -> list[list[Cell | None]]:
    """A table from text; `<` is merged with the cell to the left, `^` with the one above."""
    rows: list[list[Cell | None]] = []
    for at, line in enumerate(text.strip().splitlines()):
        row: list[Cell | None] = []
        for column, word in enumerate(line.split("|")):
            text = word.strip()
            merged = {"<": row[-1] if row else None, "^": rows[-1][column] if rows else None}
            row.append(merged[text] if text in merged else Cell(text, Spot(1, at + 1, column + 1)))
        rows.append(row)
    return rows


def _keys(text: str) -> list[str]:
    header = find_header(_rows(text))
    assert isinstance(header, Header)
    return [column.key for column in header.columns]


@pytest.mark.parametrize(
    ("heading", "key"), [(word, key) for key, words in CERTAIN.items() for word in words.split(" ")]
)
def test_headings(heading: str, key: str) -> None:
    """Headings that mean one thing; a line feed or a space in them means nothing."""
    column = read_heading(heading)
    assert (column.key, column.unsure, column.heading) == (key, (), heading)
    assert column.is_certain
    assert read_heading("\n".join(heading)).key == key


@pytest.mark.parametrize(("heading", "key", "code"), DOUBTFUL)
def test_doubtful_headings(heading: str, key: str, code: str) -> None:
    """Headings that may mean something else say so."""
    column = read_heading(heading)
    assert (column.key, column.unsure) == (key, (code,))


def test_years_and_leads() -> None:
    """A target's year, and who leads."""
    assert read_heading("2026年目标").year == 2026
    assert read_heading("责任单位（列第一位的为牵头单位）").is_certain
    assert not read_heading("责任单位（牵头）").is_certain
    assert says_first_leads("注：责任单位中排在第一位的为牵头单位。")
    assert not says_first_leads("第一批牵头单位")


def test_given_headings() -> None:
    """What a person says goes before what the words say."""
    given_keys = read_heading("目 标", {"目标": "text"})
    assert (given_keys.key, given_keys.unsure) == ("text", ())


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("序号|工作任务|牵头单位|责任单位\n1|推进|甲|乙", "number text lead responsible"),
        ("附件|<|<\n\n责任单位|任务内容|时限\n甲|推进|2026年".replace("\n\n", "\n"), "responsible text due"),
        ("序号|任务|责任分工|<\n^|^|牵头单位|责任单位\n1|推进|甲|乙", "number text lead responsible"),
        ("序号|任务|责任分工|\n||牵头单位|责任单位\n1|推进|甲|乙", "number text lead responsible"),
        ("任务|年度目标|<|牵头单位\n^|2025年|2026年|^\n推进|5家|6家|甲", "text target target lead"),
        ("重点任务|具体举措|责任单位\n一|推进|甲", "title text responsible"),
        ("序号|工作任务|<|责任单位\n1|推进|<|甲", "number text spanned responsible"),
    ],
)
def test_headers(text: str, keys: str) -> None:
    """Headings in one row or two, below a title, in any order."""
    assert _keys(text) == keys.split()


def test_repeated_headers() -> None:
    """Headings that are printed on every page are told."""
    header = find_header(_rows("序号|工作任务|责任单位\n1|推进|甲\n序 号|工作任务|责任单位\n2|推动|乙"))
    assert isinstance(header, Header)
    assert (header.first, header.height, header.repeats) == (0, 1, (2,))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("甲|乙\n丙|丁", "no-header"),
        ("序号|牵头单位|责任单位\n1|甲|乙", "no-text-column"),
        ("工作内容|牵头单位|牵头部门\n推进|甲|乙", "same-key"),
        ("序号|工作任务|<|<|责任单位\n1|培育|推进|完善|甲", "spanned-key"),
    ],
)
def test_refusals(text: str, reason: str) -> None:
    """Columns that cannot be told apart are refused."""
    found = find_header(_rows(text))
    assert isinstance(found, NoHeader)
    assert found.reason == reason


@arbitrary
@given(
    st.lists(
        st.lists(st.sampled_from(("序号", "任务", "责任单位", "2026年", "甲", "<", "^")), min_size=3, max_size=3),
        max_size=6,
    )
)
def test_any_table(rows: list[list[str]]) -> None:
    """No table is too odd; a header has a column for every column."""
    found = find_header(_rows("\n".join("|".join(row) for row in rows)))
    assert isinstance(found, NoHeader) or len(found.columns) == 3


@arbitrary
@given(st.text(max_size=80))
def test_any_heading(text: str) -> None:
    """No heading is too odd, and it is kept as written."""
    assert read_heading(text).heading == text


@pytest.mark.parametrize("part", ["工作", "(", "牵头及", "第一", "2026年"])
def test_long_headings(part: str) -> None:
    """What goes back and forth in one would not end."""
    for heading in (part * 20_000, part * 10):
        assert read_heading(heading).heading == heading
