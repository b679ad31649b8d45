"""Sentences of which one was copied from the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.repetition import chinese_length, twins
from tests.load.promises import arbitrary

SENTENCE = "引导重点用能单位加强节能管理，推广先进适用的节能技术和装备。"


def like(*sentences: str) -> list[str]:
    """How each pair of twins is alike."""
    return [each.case for each in twins(sentences)]


@pytest.mark.parametrize(
    ("other", "case"),
    [
        (SENTENCE.replace("，", "、"), "same"),
        (SENTENCE.replace("，", " ，"), "same"),
        (SENTENCE.replace("。", "；"), "same"),
        (SENTENCE.replace("和", "与"), "near"),
        (SENTENCE.replace("加强", "强化"), "near"),
        (SENTENCE.replace("节能管理", "用能管理"), "near"),
        (SENTENCE.replace("加强", "切实加强"), "near"),
        (SENTENCE.replace("引导", ""), "near"),
        (SENTENCE.replace("装备", "装置"), "near"),
    ],
)
def test_twins(other: str, case: str) -> None:
    """Other marks, or a word put in, left out or replaced."""
    assert like(SENTENCE, other) == [case]
    assert like(other, SENTENCE) == [case]


@pytest.mark.parametrize(
    "other",
    [
        SENTENCE.replace("重点用能单位", "公共机构"),
        SENTENCE.replace("引导", "督促").replace("装备", "工艺"),
        SENTENCE.replace("技术", "AI"),
        SENTENCE.replace("重点", "东部"),
        SENTENCE.replace("重点", "一类"),
        SENTENCE[:14] + "。",
        SENTENCE + SENTENCE,
    ],
)
def test_what_is_no_twin(other: str) -> None:
    """Two things of one kind, more than one change, half a sentence."""
    assert like(SENTENCE, other) == []


def test_numbers_tell_two_commitments_apart() -> None:
    """They may be alike in every other word."""
    assert like(SENTENCE.replace("。", "3套。"), SENTENCE.replace("。", "5套。")) == []


def test_three_are_a_pattern() -> None:
    """Which a plan repeats for each street, and means."""
    places = ("大溪", "民族", "石油")
    assert like(*(SENTENCE.replace("重点", place) for place in places)) == []


def test_short_sentences_may_be_alike() -> None:
    """加强组织领导 and its like."""
    assert like("加强组织领导，压实工作责任，狠抓落实。", "加强组织领导，压紧工作责任，狠抓落实。") == []


@arbitrary
@given(st.lists(st.text("节能降碳推进工作落实加强。，", min_size=15, max_size=40), unique=True, max_size=12))
def test_any_sentences(sentences: list[str]) -> None:
    """Each belongs to one pair at most; the earlier stands before the later."""
    found = list(twins(sentences))
    named = [each for pair in found for each in (pair.earlier, pair.later)]
    assert len(set(named)) == len(named)
    assert all(sentences.index(pair.earlier) < sentences.index(pair.later) for pair in found)


def test_length_counts_chinese_characters() -> None:
    """Not marks, not Latin letters."""
    assert chinese_length("推广5G，AI。") == 2
