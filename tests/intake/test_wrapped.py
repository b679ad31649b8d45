"""Texts whose lines were broken by the layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.wrapped import paragraphs
from tests.load.promises import arbitrary

LONG = "加快推进渝中区绿色金融改革创新试验区核心区建设"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"{LONG}，", "推进乙。"], [f"{LONG}，推进乙。"]),
        ([f"{LONG}。", "推进乙。"], [f"{LONG}。", "推进乙。"]),
        ([f"{LONG}“甲”", "工程。"], [f"{LONG}“甲”工程。"]),
        ([f"他说：“{LONG}。”", "推进乙。"], [f"他说：“{LONG}。”", "推进乙。"]),
        ([f"{LONG}（甲局负责）", "推进乙。"], [f"{LONG}（甲局负责）", "推进乙。"]),
        (["推进“一口受", "理”服务。", "推进乙。"], ["推进“一口受理”服务。", "推进乙。"]),
        (["落实《绿色", "金融条例》", "推进乙。"], ["落实《绿色金融条例》", "推进乙。"]),
        (["总体要求", "推进乙。"], ["总体要求", "推进乙。"]),
        ([f"{LONG}", "（一）推进乙。"], [f"{LONG}", "（一）推进乙。"]),
        ([f"{LONG}", "一是推进乙。"], [f"{LONG}", "一是推进乙。"]),
        ([LONG, LONG, f"{LONG[:-1]}。", "推进乙。"], [f"{LONG}{LONG}{LONG[:-1]}。推进乙。"]),
        ([LONG, f"{LONG[:-1]}。", "推进乙。"], [f"{LONG}{LONG[:-1]}。", "推进乙。"]),
        ([], []),
    ],
)
def test_lines(lines: list[str], expected: list[str]) -> None:
    """In mid-sentence they are joined; at a full stop only where they are as wide as those that were."""
    assert paragraphs("\n".join(lines)) == (expected, len(expected) < len(lines))


@arbitrary
@given(st.text("甲乙。，”）\n 一、（1.", max_size=120))
def test_nothing_is_lost(text: str) -> None:
    """But the breaks, and the space around the lines."""
    found, is_joined = paragraphs(text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert "".join(found) == "".join(lines)
    assert is_joined == (len(found) < len(lines))
