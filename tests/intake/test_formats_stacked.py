"""Tables with a cell on each line and no blank line between rows: only the numbers tell where a row ends."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.answers import Answers
from plancli.intake.document import Spot
from plancli.intake.formats.detect import read_document
from plancli.intake.formats.stacked import stacked
from plancli.intake.interpret import interpret
from plancli.loading.loader import load
from tests.intake.documents import prose, read, tables, texts
from tests.intake.test_any_plan import TITLE, as_files, drawn, told
from tests.intake.test_real_plan import written
from tests.load.promises import arbitrary
from tests.support import Memory

HEAD = "序号|工作任务|牵头单位|完成时限|"
FIRST = "1|推进甲。|甲局|6月底|"
SECOND = "2|推进乙。|乙局|9月底|"
THIRD = "3|推进丙。|丙局|10月底"
LAST_IS_TEXT = "序号|责任单位|工作任务|1|甲局|推进甲。|2|乙局|丁局|推进乙。|三、组织领导"


def rows(text: str) -> list[tuple[str, ...]] | int:
    """The rows of the only table of lines that are parted by |, or the index of the first that does not fit."""
    found = stacked(text.split("|"))
    if isinstance(found, int):
        return found
    (table,) = found
    return list(table.rows)


def test_rows_by_their_numbers() -> None:
    """Each has as many lines as there are headings; a heading between them stands across."""
    found = rows(f"甲区分工表|{HEAD}一、产业|{FIRST}（二）民生|牵头单位：丁局|{SECOND}{HEAD}{THIRD}")
    assert found == [
        ("序号", "工作任务", "牵头单位", "完成时限"),
        ("一、产业",),
        ("1", "推进甲。", "甲局", "6月底"),
        ("（二）民生",),
        ("牵头单位：丁局",),
        ("2", "推进乙。", "乙局", "9月底"),
        ("序号", "工作任务", "牵头单位", "完成时限"),
        ("3", "推进丙。", "丙局", "10月底"),
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (f"{HEAD}1|推进甲。||6月底|{SECOND}{THIRD}", ("1", "推进甲。", "", "6月底")),
        (f"{HEAD}{FIRST}2|推进乙。|落实丙。|乙局|9月底|{THIRD}", ("2", "推进乙。\n落实丙。", "乙局", "9月底")),
        (f"{HEAD}{FIRST}|推进乙。|乙局|9月底|2|推进丙。|丙局|9月底", ("", "推进乙。", "乙局", "9月底")),
        (f"{HEAD}1-{FIRST}1-{SECOND}2-1|推进丙。|丙局|9月底", ("2-1", "推进丙。", "丙局", "9月底")),
        (f"类别|{HEAD}产业|{FIRST}|{SECOND}民生|{THIRD}", ("民生", "3", "推进丙。", "丙局", "10月底")),
        (f"{HEAD}{FIRST}{SECOND}{THIRD}|注：时限均为2026年。", ("3", "推进丙。", "丙局", "10月底")),
        (f"{HEAD}{FIRST}{SECOND}{THIRD}||甲区政府", ("3", "推进丙。", "丙局", "10月底")),
        (f"{HEAD}{FIRST}2|推进乙。|乙局|丁局|9月底|{THIRD}", ("2", "推进乙。", "乙局\n丁局", "9月底")),
        (f"{HEAD}{FIRST}{SECOND}3|推进丙。|丙局|丁局|10月底", ("3", "推进丙。", "丙局\n丁局", "10月底")),
        (LAST_IS_TEXT, ("2", "乙局\n丁局", "推进乙。")),
    ],
)  # fmt: skip
def test_rows_that_fit(text: str, row: tuple[str, ...]) -> None:
    """With an empty cell, a text of several lines, a merged number, numbers of parts, a column of classes, a remark.

    A cell of offices may have several lines where the columns beside it hold something else.
    """
    found = rows(text)
    assert isinstance(found, list)
    assert row in found


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (f"{HEAD}{FIRST}2|推进乙。|9月底|{THIRD}", 8),
        ("序号|工作任务|牵头单位|责任单位|1|推进甲。|甲局|乙局|2|推进乙。|乙局|丁局|戊局|3|推进丙。|丙局|甲局", 8),
        (f"{HEAD}{FIRST}{SECOND}3|推进丙。|10月底", 12),
        (f"{HEAD}{FIRST}{SECOND}产业类|{THIRD}", 8),
        (f"{HEAD}{FIRST}", 4),
        (f"{HEAD}1|推进甲。|落实甲。|甲局", 4),
        (f"{HEAD}{FIRST}{SECOND}4|推进丁。|丁局|6月底", 8),
        (f"{HEAD}{FIRST}{SECOND}3|推进丙。||丙局||", 12),
    ],
)
def test_rows_that_do_not_fit(text: str, at: int) -> None:
    """Wherever a line may be missing or one too many, nobody can tell where cells end: the first such row is told."""
    assert rows(text) == at


def test_several_tables_with_captions(tmp_path: Path) -> None:
    """What stands around tables is running text, with the numbers of its lines."""
    text = (
        f"甲区分工表|牵头单位：甲局|{HEAD}{FIRST}{SECOND.rstrip('|')}|牵头单位：乙局|{HEAD}{FIRST}{SECOND}|此件公开。"
    )
    document = read(tmp_path, "a.txt", text.replace("|", "\n"))
    assert [len(table.rows) for table in tables(document)] == [3, 3]
    assert prose(document) == ["甲区分工表", "牵头单位：甲局", "牵头单位：乙局", "此件公开。"]
    assert [each.spot for each in document.blocks if hasattr(each, "spot")][2] == Spot(row=15)
    assert texts(tables(document)[1])[1] == FIRST.split("|")[:-1]


def test_the_row_is_told_that_does_not_fit(tmp_path: Path) -> None:
    """A document that is refused says at which line."""
    found = interpret(read(tmp_path, "a.txt", f"{HEAD}{FIRST}2|推进乙。|9月底|{THIRD}".replace("|", "\n")))
    assert [(each.why, each.text) for each in found.refusals] == [("cells-as-lines", "序号、工作任务")]
    assert [(each.kind, each.spot.row, each.text) for each in found.notes] == [("row-misfit", 9, "2")]


@arbitrary
@given(st.integers(0, 2**32))
def test_any_plan(seed: int) -> None:
    """One whose offices stand on one line is imported as the same plan, or refused; texts may have several lines."""
    plan = drawn(Random(seed))  # noqa: S311 - nothing is secret here
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text("".join(f"{line}\n" for row in plan.matrix for line in _lines(row)), "utf-8")
        found = interpret(read_document(path), Answers(TITLE))
    assert {each.why for each in found.refusals} <= {"cells-as-lines"}
    if found.draft:
        assert told(load(Memory(dict(written(found)))).plan) == told(load(Memory(as_files(plan.files))).plan)


def _lines(row: list[str]) -> list[str]:
    """The lines of a row: a heading across it is one."""
    if not row[0].isdigit() and not any(row[1:]):
        return row[:1]
    return [each if each.endswith("。") else each.replace("；\n", "；").replace("\n", _joint(each)) for each in row]


def _joint(cell: str) -> str:
    return "；" if "完成选址" in cell else "、"
