"""One sentence a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.corrections import Correction, corrected
from plancli.prose.lines import broken
from plancli.prose.sentences import crowded, is_one_a_line, sentences
from plancli.views.words import paragraphs
from tests.load.promises import arbitrary

TEXT = st.text("甲乙a2，、；。！？“”（）\n 　", max_size=30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙。", "甲。\n乙。"),
        ("甲！ 乙？　丙。", "甲！\n乙？\n丙。"),
        ("甲？！乙。", "甲？！\n乙。"),
        ("“甲”。乙。", "“甲”。\n乙。"),
        ("甲。“乙。”", "甲。\n“乙。”"),
        ("“甲。”乙。", "“甲。”\n乙。"),
        ("甲。（一）乙。", "甲。\n（一）乙。"),
        ("甲。2027年，乙。", "甲。\n2027年，乙。"),
        ("“甲。\n乙。丙。", "“甲。\n乙。\n丙。"),
    ],
)
def test_several_sentences_on_a_line(text: str, expected: str) -> None:
    """Behind the full stop and the space; marks that were not closed end with their line."""
    assert not is_one_a_line(text)
    assert corrected(text, (Correction(start, end, "\n") for start, end in crowded(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "甲。\n乙。",
        "甲；乙，丙。",
        "“甲？乙？”丙。",
        "“甲？”乙。",
        "“甲。乙”丙。",
        "《甲？》乙。",
        "甲。（牵头单位：乙）",
        "甲！——乙。",
        "甲？，乙。",
        "甲。……",
        "3.5%。",
        "甲。  ",
    ],
)
def test_one_sentence_on_a_line(text: str) -> None:
    """What stands in marks belongs to the sentence around them, and so does a note in brackets."""
    assert list(crowded(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲，\n乙。", "甲，乙。"),
        ("甲、  \n  乙。", "甲、乙。"),
        ("甲\n乙。", "甲乙。"),
        ("“甲”\n乙。", "“甲”乙。"),
        ("到2027年\n乙。", "到2027年乙。"),
        ("5G\n网络。", "5G网络。"),
        ("甲\n5G网络。", "甲5G网络。"),
    ],
)
def test_a_sentence_over_two_lines(text: str, expected: str) -> None:
    """As it is printed already."""
    assert corrected(text, (Correction(each.start, each.end, "") for each in broken(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "甲。\n乙。",
        "甲\n\n乙。",
        "甲\n \n乙。",
        "甲：\n乙。",
        "甲；\n乙。",
        "甲……\n乙。",
        "主要任务\n一是甲。",
        "主要任务\n（一）甲。",
        "主要任务\n1. 甲。",
        "主要任务\n①甲。",
        "主要任务\n● 甲。",
        "甲。（牵头单位：乙）\n丙。",
        "“甲。”\n乙。",
        "build\nthree",
    ],
)
def test_a_line_that_ends_rightly(text: str) -> None:
    """With a mark, before an empty line or a numbered clause; Latin words are parted by a line break."""
    assert list(broken(text)) == []


@arbitrary
@given(text=TEXT)
def test_no_correction_changes_what_is_printed(text: str) -> None:
    """Lines are joined when a paragraph is printed; so the breaks may be where they want."""
    split = corrected(text, (Correction(start, end, "\n") for start, end in crowded(text)))
    joined = corrected(text, (Correction(each.start, each.end, "") for each in broken(text)))
    printed = ["".join(paragraph.split()) for paragraph in paragraphs(text)]
    assert ["".join(paragraph.split()) for paragraph in paragraphs(split)] == printed
    assert paragraphs(joined) == paragraphs(text)


@arbitrary
@given(text=TEXT)
def test_corrected_once_is_corrected(text: str) -> None:
    """And sentences are the same ones."""
    split = corrected(text, (Correction(start, end, "\n") for start, end in crowded(text)))
    assert list(crowded(split)) == []
    assert [each.text for each in sentences(split)] == [each.text for each in sentences(text)]


@arbitrary
@given(text=TEXT)
def test_what_is_in_order_is_told_quickly(text: str) -> None:
    """Where the quick look is content, there is nothing to find."""
    if is_one_a_line(text):
        assert list(crowded(text)) == []
        assert list(broken(text)) == []
