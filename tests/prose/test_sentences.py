"""Sentences, and quotes in them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.sentences import crowded, is_one_a_line, locate_quote, sentences
from tests.load.promises import arbitrary

MARKS = "甲乙丙2027年到。！？；，、”’）》“（\n 　a."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙！丙？", ["甲。", "乙！", "丙？"]),
        ("甲；乙，丙。丁", ["甲；乙，丙。", "丁"]),
        ("他说“甲。”乙。", ["他说“甲。”", "乙。"]),
        ("（甲。）乙（丙）。", ["（甲。）", "乙（丙）。"]),
        (
            "开展“谁来种地？”大讨论，“加油！干！”系列活动。乙。",
            ["开展“谁来种地？”大讨论，“加油！干！”系列活动。", "乙。"],
        ),
        ("甲。（牵头单位：乙）", ["甲。（牵头单位：乙）"]),
        ("甲。（牵头单位：乙）丙。（丁）", ["甲。（牵头单位：乙）", "丙。（丁）"]),
        ("（甲。乙。）", ["（甲。乙。）"]),
        ("甲。（一）乙。", ["甲。", "（一）乙。"]),
        ("“甲。乙。", ["“甲。乙。"]),
        ("《甲。》》」』】乙", ["《甲。》》」』】", "乙"]),
        ("甲？！乙。。丙", ["甲？！", "乙。。", "丙"]),
        ("甲\n乙。\n\n  丙。\n", ["甲", "乙。", "丙。"]),
        ("  甲。　乙。", ["甲。", "乙。"]),
        ("3.5%。PM2.5下降", ["3.5%。", "PM2.5下降"]),
        ("。", ["。"]),
        ("\n \n", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """A stop ends one, with the closing marks behind it; ； does not."""
    assert [each.text for each in sentences(text)] == expected


@arbitrary
@given(text=st.text(MARKS))
def test_sentences_make_up_the_text(text: str) -> None:
    """Nothing is lost but space between them, and each knows where it begins."""
    found = list(sentences(text))
    assert "".join("".join(each.text.split()) for each in found) == "".join(text.split())
    assert all(text.startswith(each.text, each.start) for each in found)
    assert [each.start for each in found] == sorted({each.start for each in found})


@arbitrary
@given(text=st.text(MARKS))
def test_what_is_crowded_are_sentences(text: str) -> None:
    """One splitter for the rule that tells of it, for `fmt` and for quotes."""
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    gaps = list(crowded(text))
    assert len(list(sentences(text))) == lines + len(gaps)
    assert not gaps or not is_one_a_line(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2027年，甲。", True),
        ("力争到2030年底，甲。", True),
        ("甲；到2027年，乙。", True),
        ("2027年，甲。", False),
        ("至2027年，甲。", False),
        ("到27年，甲。", False),
        ("到20270年，甲。", False),
        ("到2027年度", True),
        ("推广到2027家。", False),
    ],
)
def test_sentences_that_set_targets(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """They have 到YYYY年."""
    (sentence,) = sentences(text)
    assert sentence.sets_targets == expected


TEXT = "培育商场3家。\n到2027年，科技型企业、高新技术企业分别达到280家、1560家，“双碳。”商场达3家。\n商场3家。\n"


@pytest.mark.parametrize(
    ("fragments", "expected"),
    [
        (("商场3家",), ["商场3家"]),
        (("到2027年，科技型企业",), ["到2027年，科技型企业"]),
        (("科技型企业", "分别达到", "280家"), ["科技型企业", "分别达到", "280家"]),
        (("高新技术企业", "1560家"), ["高新技术企业", "1560家"]),
        (("双碳。”",), ["双碳。”"]),
        (("3家", "3家"), None),
        (("1560家", "280家"), None),
        (("培育", "1560家"), None),
        (("3家。\n到2027年",), None),
        (("双碳。”商场",), None),
        (("没有",), None),
        (("商场", "没有"), None),
        (("商场3家。", "商场"), None),
    ],
)
def test_quotes(fragments: tuple[str, ...], expected: list[str] | None) -> None:
    """Fragments stand in order, without overlap, in one sentence."""
    found = locate_quote(TEXT, fragments)
    assert (found and [TEXT[start:end] for start, end in found]) == expected


@arbitrary
@given(
    text=st.text("甲乙丙。\n", max_size=30),
    fragments=st.lists(st.text("甲乙丙。", min_size=1, max_size=3), min_size=1, max_size=3),
)
def test_a_quote_is_found_where_its_words_stand(text: str, fragments: list[str]) -> None:
    """In order, and inside one sentence; found wherever a sentence holds them."""
    found = locate_quote(text, tuple(fragments))
    possible = [each for each in sentences(text) if in_order(each.text, fragments)]
    assert (found is not None) == bool(possible)
    if found:
        assert [text[start:end] for start, end in found] == fragments
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(found))
        assert any(each.start <= found[0][0] and found[-1][1] <= each.start + len(each.text) for each in possible)


def in_order(sentence: str, fragments: list[str]) -> bool:
    """Whether each fragment stands behind the one before it."""
    at = 0
    for fragment in fragments:
        at = sentence.find(fragment, at)
        if at < 0:
            return False
        at += len(fragment)
    return True
