"""Spreadsheets: saved values as their reader sees them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl

from plancli.intake.document import Note, Spot
from tests.intake.documents import as_xlsx, kinds, read, saved, sheet, tables, texts

if TYPE_CHECKING:
    from pathlib import Path


def test_values(tmp_path: Path) -> None:
    """Whole numbers have no point, dates are ISO dates, and an empty cell in a table is one."""
    when = dt.datetime(2026, 6, 30)  # noqa: DTZ001 - spreadsheets know no zones
    document = read(tmp_path, "a.xlsx", as_xlsx([["甲", 1.0, 0.1 + 0.2], [when, True, None], ["=甲", 12345678, 1e-7]]))
    assert texts(document.blocks[0]) == [
        ["甲", "1", "0.3"],
        ["2026-06-30", "TRUE", ""],
        ["=甲", "12345678", "0.0000001"],
    ]


def test_looks(tmp_path: Path) -> None:
    """A share is shown in per cent, a date as far as it is shown: a month has no day."""
    book = openpyxl.Workbook()
    assert book.active is not None
    when = dt.datetime(2026, 6, 1, 8, 30)  # noqa: DTZ001 - likewise
    looks: dict[str, float | dt.datetime] = {
        "0%": 0.95,
        "0.0%": 0.955,
        'yyyy"年"m"月"': when,
        "yyyy-mm-dd hh:mm": when,
        "0.00": 3,
    }
    for column, (look, value) in enumerate(looks.items(), 1):
        book.active.cell(1, column, value).number_format = look
    document = read(tmp_path, "a.xlsx", saved(book))
    assert texts(document.blocks[0]) == [["95%", "95.5%", "2026-06", "2026-06-01 08:30", "3"]]


def test_formulas(tmp_path: Path) -> None:
    """The saved value counts; a note says where there is none, or only what went wrong."""
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c><c r="C1" t="inlineStr"><is><t>甲</t></is></c>'
    cells += '<c t="str"><f>"x"</f><v>x</v></c><c r="B2" t="e"><v>#REF!</v></c>'
    document = read(tmp_path, "a.xlsx", sheet(f'<sheetData><row r="1">{cells}</row></sheetData>'))
    assert texts(document.blocks[0]) == [["2", "", "甲", "x"], ["", "#REF!", "", ""]]
    assert document.notes[:2] == (
        Note("formula", Spot(1, 1, 1, "任务"), "=1+1"),
        Note("no-value", Spot(1, 1, 2, "任务"), "=A1"),
    )
    assert document.notes[-1] == Note("no-value", Spot(1, 2, 2, "任务"), "#REF!")


def test_merged_cells_sheets_and_what_is_hidden(tmp_path: Path) -> None:
    """A merged cell is one cell; hidden rows, columns and sheets are read, and said; empty rows are left out."""
    book = openpyxl.Workbook()
    first, second, _ = book.active, book.create_sheet("二"), book.create_sheet("空")
    assert first is not None
    first.title = "一"
    for row in (["标题", "", ""], ["序号", "任务", "单位"], ["1", "甲", "区发改委"], ["2", "乙", None]):
        first.append(row)
    first.merge_cells("A1:C1")
    first.merge_cells("C3:C4")
    first["A9"] = "尾"
    first.row_dimensions[3].hidden = True
    first.column_dimensions["B"].hidden = True
    second["C3"] = "丙"
    second.sheet_state = "hidden"
    document = read(tmp_path, "a.xlsx", saved(book))
    one, two = tables(document)
    assert texts(one) == [
        ["标题"] * 3,
        ["序号", "任务", "单位"],
        ["1", "甲", "区发改委"],
        ["2", "乙", "区发改委"],
        ["尾", "", ""],
    ]
    assert one.rows[0][0] is one.rows[0][2]
    assert one.rows[2][2] is one.rows[3][2]
    assert one.rows[4][0] is not None
    assert one.rows[4][0].spot == Spot(1, 9, 1, "一")
    assert (two.sheet, texts(two)) == ("二", [["丙"]])
    assert document.notes == (
        Note("hidden-read", Spot(1, 0, 2, "一"), "任务"),
        Note("hidden-read", Spot(1, 3, 0, "一"), "1"),
        Note("hidden-read", Spot(2, 0, 0, "二"), "二"),
    )


def test_runs_and_readings(tmp_path: Path) -> None:
    """A text of several runs is one, without the readings over its characters."""
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><r><t>渝</t></r><r><t>中_x000D_\n区</t></r><rPh><t>yu</t></rPh></si></sst>"
    )
    inner = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    assert texts(read(tmp_path, "a.xlsx", sheet(inner, sharedStrings=strings)).blocks[0]) == [["渝中\n区"]]


def test_a_cell_under_a_merged_one(tmp_path: Path) -> None:
    """What a merged cell covers is said."""
    inner = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    )
    document = read(tmp_path, "a.xlsx", sheet(inner))
    assert texts(document.blocks[0]) == [["1", "1"]]
    assert kinds(document) == [("hidden", "2")]


def test_rows_without_numbers(tmp_path: Path) -> None:
    """Stand below one another, as the standard has it."""
    rows = "".join(f"<row><c t='inlineStr'><is><t>{text}</t></is></c></row>" for text in ("甲", "乙"))
    document = read(tmp_path, "a.xlsx", sheet(f"<sheetData>{rows}</sheetData>"))
    assert texts(*tables(document)) == [["甲"], ["乙"]]
