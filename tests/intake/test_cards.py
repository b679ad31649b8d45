"""Tasks that are a card each: tables with names in the first column, or lines that begin with names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.cards import Card, with_cards
from plancli.intake.document import Document, Paragraph, Spot, Table
from plancli.intake.interpret import Interpretation, interpret
from tests.intake.tables import doubts, matrix, outline, tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "甲市2026年督察反馈问题整改方案"
FIRST = """\
一、管网建设滞后，污水直排。
责任单位：市住房城乡建设局
整改时限：2026年12月底前
整改措施：
（一）新建污水管网32公里。
（二）建立长效机制。"""
SECOND = """\
二、固体废物处置不规范。
责任单位：市生态环境局、各区县政府
整改时限：2026年6月底前
整改措施：清运固废5万吨。"""
CARD = "整改措施|{}\n责任单位|{}\n整改时限|2026年6月"
TASKS = [
    {
        "title": "管网建设滞后，污水直排",
        "text": "（一）新建污水管网32公里。\n\n（二）建立长效机制。\n",
        "responsible": ["市住房城乡建设局"],
        "due": "2026-12",
    },
    {
        "title": "固体废物处置不规范",
        "text": "清运固废5万吨。\n",
        "responsible": ["市生态环境局", "各区县政府"],
        "due": "2026-06",
    },
]


def lines(*texts: str) -> Interpretation:
    """What lines make, behind a title."""
    every = [TITLE, *"\n".join(texts).split("\n")]
    return interpret(Document(tuple(Paragraph(text, Spot(row=at)) for at, text in enumerate(every, 1))))


def tables(*blocks: str | Table) -> Interpretation:
    """What lines and tables make, behind a title."""
    every = (
        Paragraph(block, Spot(row=at)) if isinstance(block, str) else block
        for at, block in enumerate((TITLE, *blocks), 1)
    )
    return interpret(Document(tuple(every)))


def plain(found: Interpretation) -> list[dict[str, Any]]:
    """The tasks without their targets, their texts as a file has them."""
    every = ({key: value for key, value in each.items() if key != "targets"} for each in tasks(found))
    return [{**each, "text": each["text"].rstrip() + "\n"} for each in every]


def test_lines_that_begin_with_names() -> None:
    """The numbered line above them is the title; a name alone is of the lines below it."""
    found = lines(FIRST, SECOND)
    assert plain(found) == TASKS
    assert [each["targets"][0]["quote"] for each in tasks(found)] == ["新建污水管网32公里", "清运固废5万吨"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("责任单位：", "整改时限：", "整改措施："), ("【责任单位】", "【整改时限】", "【整改措施】")),
        (("责任单位：", "整改时限：", "整改措施："), ("1.责任单位：", "2.整改时限：", "3.整改措施：")),
    ],
)
def test_names_in_other_clothes(old: Sequence[str], new: Sequence[str]) -> None:
    """In brackets, or numbered."""
    first, second = FIRST, SECOND
    for one, other in zip(old, new, strict=True):
        first, second = first.replace(one, other), second.replace(one, other)
    assert plain(lines(first, second)) == TASKS


def test_headings_between_them() -> None:
    """Part them, whatever is numbered like them or counts on."""
    first, second = FIRST.replace("一、", "（一）", 1), SECOND.replace("二、", "（一）", 1)
    found = lines(
        "一、水污染防治", first.replace("（一）新建", "1.新建").replace("（二）建立", "2.建立"), "二、固废", second
    )
    assert outline(found) == [
        ("水污染防治", ["管网建设滞后污水直排"]),
        ("固废", ["固体废物处置不规范"]),
    ]


def test_what_the_format_has_no_key_for() -> None:
    """Is kept under notes, by its name; that is told once."""
    found = lines(*(each.replace("整改时限", "督导单位：市生态环境局\n整改时限") for each in (FIRST, SECOND)))
    assert [each["notes"] for each in tasks(found)] == [{"督导单位": "市生态环境局"}] * 2
    assert [each for each in doubts(found) if each[0] == "column-kept"] == [("column-kept", "督导单位")]


def test_several_names_of_texts() -> None:
    """Stand in the text with their words."""
    found = lines(FIRST.replace("责任单位", "主要任务：推进整改。\n责任单位"), SECOND)
    assert tasks(found)[0]["text"].startswith("主要任务：推进整改。\n\n整改措施：（一）新建污水管网32公里。")


def test_tables_with_names_in_the_first_column() -> None:
    """The numbered line above each is the title."""
    cards = [
        matrix(CARD.format(text, who), at) for at, (text, who) in enumerate([("做甲。", "甲局"), ("做乙。", "乙局")], 1)
    ]
    found = tables("一、甲事", cards[0], "二、乙事", cards[1])
    assert plain(found) == [
        {"title": "甲事", "text": "做甲。\n", "responsible": ["甲局"], "due": "2026-06"},
        {"title": "乙事", "text": "做乙。\n", "responsible": ["乙局"], "due": "2026-06"},
    ]
    assert [each.text for each in found.accounts if each.went == "columns"] == ["整改措施", "责任单位", "整改时限"] * 2


@pytest.mark.parametrize(
    "table",
    [
        "甲事|<|<|<\n责任单位|甲局|整改时限|2026年6月\n整改措施|做甲。|<|<\n乙事|<|<|<\n责任单位|乙局|整改时限|2026年6月\n整改措施|做乙。|<|<",
        "存在问题|甲事|责任单位|甲局\n整改措施|做甲。|整改时限|2026年6月\n存在问题|乙事|责任单位|乙局\n整改措施|做乙。|整改时限|2026年6月",
        "存在问题|甲事\n责任单位|甲局\n整改时限|2026年6月\n整改措施|做甲。\n存在问题|乙事\n责任单位|乙局\n整改时限|2026年6月\n整改措施|做乙。",
    ],
)
def test_cards_in_one_table(table: str) -> None:
    """A row across begins one, or a name that comes again; in two columns or in four."""
    assert plain(tables(matrix(table))) == [
        {"title": "甲事", "text": "做甲。\n", "responsible": ["甲局"], "due": "2026-06"},
        {"title": "乙事", "text": "做乙。\n", "responsible": ["乙局"], "due": "2026-06"},
    ]


def test_a_name_beside_several_cells() -> None:
    """Is of all of them."""
    two = "整改措施|做甲。\n^|再做甲。\n责任单位|甲局\n整改时限|2026年6月"
    found = tables("一、甲事", matrix(two, 1), "二、乙事", matrix(CARD.format("做乙。", "乙局"), 2))
    assert plain(found)[0]["text"] == "做甲。\n\n再做甲。\n"


@pytest.mark.parametrize(
    "table",
    [
        "序号|工作任务|责任单位|完成时限\n1|做甲。|甲局|2026年\n2|做乙。|乙局|2026年",
        "工作任务|责任单位\n做甲。|甲局\n做乙。|乙局",
        "整改措施|做甲。\n责任单位|甲局\n整改时限|2026年6月",
    ],
)
def test_other_tables(table: str) -> None:
    """Are none, nor is a single card."""
    assert not any(isinstance(each, Card) for each in with_cards([matrix(table)]))


LINES = st.sampled_from(
    [
        *FIRST.split("\n"),
        *SECOND.split("\n"),
        "一、总体要求",
        "附件1",
        "（一）做甲。",
        "市局要加强统筹。",
        "3.其他：做乙。",
        "备注：无",
    ]
)


@given(st.lists(LINES, max_size=25))
def test_every_line_is_accounted_for(drawn: list[str]) -> None:
    """Wherever it goes."""
    found = lines(*drawn) if drawn else lines(FIRST)
    rows = {each.spot.row for each in found.accounts}
    assert rows >= set(range(2, len(drawn) + 2))
