"""Ids that are others once more: copies as programs name them, and what folds to the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.checks.doubles import alike, original
from plancli.model.identifiers import folded
from tests.load.promises import arbitrary

KNOWN = {"节能降碳", "数据", "EOD"}

COPIES = (
    *(
        "节能降碳 - 副本",
        "节能降碳 - 副本 (2)",
        "节能降碳 - 副本 - 副本",
        "节能降碳-副本",
        "节能降碳副本",
        "节能降碳的副本 2",
    ),
    *("节能降碳 (1)", "节能降碳(1)", "节能降碳（1）", "节能降碳（副本）", "节能降碳 (副本)", "节能降碳（第 3 个复件）"),
    *("节能降碳 copy", "节能降碳 copy 2", "节能降碳 - Copy", "节能降碳 - Copy (2)", "节能降碳 (copy)", "节能降碳_备份"),
    *(
        "复件 节能降碳",
        "复件 (2) 节能降碳",
        "副本 节能降碳",
        "Copy of 节能降碳",
        "Copy (2) of 节能降碳",
        "节能降碳 的副本",
    ),
)
"""By Explorer, Finder, Nautilus, WPS, browsers and chat programs."""

NO_COPIES = (
    *("节能降碳", "节能降碳工程", "数据2", "数据-2", "数据（试点）", "数据(二期)", "节能降碳 2", "环境保护 - 副本"),
    *("副本", "备份", "copy", "(1)", "", "数据副本中心", "EOD-copyright"),
)


@pytest.mark.parametrize("name", COPIES)
def test_what_programs_call_a_copy(name: str) -> None:
    """In Chinese and in English, also of a copy."""
    assert original(name, KNOWN) == "节能降碳"


@pytest.mark.parametrize("name", NO_COPIES)
def test_what_is_no_copy(name: str) -> None:
    """An id of its own, or a copy of what is not there."""
    assert original(name, KNOWN) == ""


@arbitrary
@given(name=st.text(max_size=70))
def test_any_name(name: str) -> None:
    """A known id or nothing, and never itself."""
    assert original(name, KNOWN) in KNOWN - {name} | {""}


def test_a_long_name_does_not_take_long() -> None:
    """A file's name may be 255 bytes long; spaces and hyphens can be read in many ways."""
    assert original("甲" + " -" * 120 + "副", KNOWN) == ""
    assert original("(1)" * 80, KNOWN) == ""


@arbitrary
@given(ids=st.lists(st.text("aAbBｂ甲", max_size=3), unique=True))
def test_those_that_fold_to_the_same(ids: list[str]) -> None:
    """Each but the first of its kind, with that one."""
    found = list(alike(ids, folded))
    assert {later for _, later in found} == {each for each in ids if each != _first(ids, each)}
    assert all(first == _first(ids, later) for first, later in found)


def _first(ids: list[str], identifier: str) -> str:
    return next(each for each in ids if folded(each) == folded(identifier))
