"""Number formats: a value is what its reader sees."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from plancli.intake.formats.sheet_codes import applied, sections
from tests.intake.documents import read, saved, sheet, texts
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _shown(folder: Path, code: str, value: str, *, since_1904: bool = False, kind: str = "n") -> str | None:
    """What a cell of a number format shows."""
    code = code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>'
    )
    cell = f'<c r="A1" s="1" t="{kind}"><v>{value}</v></c>'
    if kind == "inlineStr":
        cell = f'<c r="A1" s="1" t="inlineStr"><is><t>{value}</t></is></c>'
    content = sheet(f'<sheetData><row r="1">{cell}</row></sheetData>', styles=styles)
    if since_1904:
        book = openpyxl.Workbook()
        book.epoch = CALENDAR_MAC_1904
        assert book.active is not None
        book.active["A1"] = float(value)
        book.active["A1"].number_format = code.replace("&quot;", '"')
        content = saved(book)
    return texts(read(folder, "a.xlsx", content).blocks[0])[0][0]


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ('0"万元"', "500", "500万元"),
        ("0万元", "500", "500万元"),
        ("0\\万\\元", "500", "500万元"),
        ("0!万", "500", "500万"),
        ('General"万元"', "12.5", "12.5万元"),
        ('G/通用格式"家"', "12", "12家"),
        ('"约"0.0"亿元"', "3.25", "约3.3亿元"),
        ('"≥"0.0%', "0.955", "≥95.5%"),
        ("0%", "0.955", "96%"),
        ("0.00%", "0.5", "50%"),
        ("#,##0.00", "1234567.891", "1234567.89"),
        ("#,##0,", "1234567", "1235"),
        ('#,##0,,"百万"', "12000000", "12百万"),
        ("#,##0.00_);[Red](#,##0.00)", "-5", "-5"),
        ('0"增";0"减";"持平"0', "-3", "3减"),
        ('0"增";0"减";"持平"0', "0", "持平0"),
        ("0;-0", "-3", "-3"),
        ("0.0", "-0.01", "0"),
        ("[$¥-804]#,##0", "500", "¥500"),
        ("[Red]0", "5", "5"),
        ("000", "7", "007"),
        ("0.00E+00", "12345", "12345"),
        ("# ?/?", "0.5", "0.5"),
        ("000-0000", "1234567", "1234567"),
        (";;;", "5", "5"),
        ("General", "0.30000000000000004", "0.3"),
        ("General", "1234567890123456", "1234567890123460"),
        ("General", "1E-7", "0.0000001"),
        ("General", "inf", "inf"),
        ("General", "x", "x"),
        ('yyyy"年"m"月"d"日"', "46203", "2026-06-30"),
        ('[$-804]yyyy"年"m"月"d"日";@', "46203", "2026-06-30"),
        ('yyyy"年"m"月"', "46203", "2026-06"),
        ("[$-804]yyyy年m月", "46203", "2026-06"),
        ('m"月"d"日"', "46203", "6月30日"),
        ('yyyy"年"', "46203", "2026年"),
        ("yyyy/m/d h:mm", "46203.5", "2026-06-30 12:00"),
        ("h:mm", "0.5", "12:00:00"),
        ("yyyy-mm-dd", "-1", "-1"),
        ("yyyy-mm-dd", "99999999", "99999999"),
        ("yyyy-mm-dd", "59", "1900-02-28"),
        ("yyyy-mm-dd", "61", "1900-03-01"),
    ],
)
def test_codes(tmp_path: Path, code: str, value: str, text: str) -> None:
    """Amounts with their unit, shares, dates; what is shown in a way of its own is the number."""
    assert _shown(tmp_path, code, value) == text


def test_dates_since_1904(tmp_path: Path) -> None:
    """Files from old Macs count from another day on."""
    assert _shown(tmp_path, "yyyy-mm-dd", "44741", since_1904=True) == "2026-06-30"


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [('@"项"', "三", "三项"), ('0;-0;0;"第"@"项"', "三", "第三项"), ('0"万元"', "三", "三"), ("@", "007", "007")],
)
def test_codes_of_texts(tmp_path: Path, code: str, value: str, text: str) -> None:
    """What stands around texts is shown, too."""
    assert _shown(tmp_path, code, value, kind="inlineStr") == text


@pytest.mark.parametrize(("number", "text"), [(57, "2026-06"), (31, "2026-06-30"), (58, "6月30日"), (14, "2026-06-30")])
def test_formats_without_a_code(tmp_path: Path, number: int, text: str) -> None:
    """Those that a Chinese Excel knows by number."""
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="{number}"/></cellXfs></styleSheet>'
    row = '<sheetData><row r="1"><c r="A1" s="0"><v>46203</v></c></row></sheetData>'
    assert texts(read(tmp_path, "a.xlsx", sheet(row, styles=styles)).blocks[0]) == [[text]]


@arbitrary
@given(st.text('0#?.,%;"万元\\!_*@[]$-E+Gd ', max_size=30), st.integers(-(10**9), 10**9).map(Decimal))
def test_any_code(code: str, number: Decimal) -> None:
    """Any code shows a number in some way, or leaves it as it is."""
    shown = applied(number / 7, sections(code))
    assert shown is None or any(char.isdigit() for char in shown)
