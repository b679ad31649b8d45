"""Marks that come in pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.pairs import PAIRS, is_paired, unpaired
from tests.load.promises import arbitrary

WORDS = st.text("甲乙a1。，\n", max_size=4)
PAIRED = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda pair, inside, behind: pair[0] + inside + pair[1] + behind,
        st.sampled_from(list(PAIRS.items())),
        inner,
        WORDS,
    ),
)


@arbitrary
@given(parts=st.lists(PAIRED, max_size=4))
def test_what_is_paired_is_sound(parts: list[str]) -> None:
    """Inside each other and side by side, over sentences and lines."""
    assert is_paired("".join(parts))
    assert unpaired("".join(parts)) is None


@arbitrary
@given(before=PAIRED, after=PAIRED, mark=st.sampled_from(list(PAIRS)))
def test_an_opening_mark_too_many(before: str, after: str, mark: str) -> None:
    """It is told with its partner; a pair of the same kind behind it may be told instead."""
    found = unpaired(f"{before}{mark}甲{after}")
    assert found is not None
    assert (found.mark, found.partner, found.opens) == (mark, PAIRS[mark], True)


@pytest.mark.parametrize(
    "text",
    [
        "1）甲；2）乙。\n3）丙。",
        "包括：a）甲；b）乙；一）丙。",
        "（1）甲；（2）乙。",
        "1)甲；2)乙。",
        "（甲)乙",
        "(甲）乙",
        "Let’s go，Xi’an",
        "‘Let’s go’",
        "“甲。\n\n“乙。\n\n“丙。”",
        "甲:) 乙",
        "“甲“乙”丙”",
        "",
    ],
)
def test_what_needs_no_partner(text: str) -> None:
    """Numbers of clauses, apostrophes, quotations of several paragraphs; half-width brackets are another rule's."""
    assert unpaired(text) is None


@pytest.mark.parametrize(
    ("text", "mark", "at"),
    [
        ("甲“乙", "“", 1),
        ("甲”乙", "”", 1),
        ("“甲（乙”丙）", "（", 2),
        ("“甲“", "“", 0),
        ("”甲“", "”", 0),
        ("“甲‘乙”", "‘", 2),
        ("（甲（乙）", "（", 0),
        ("《甲》》", "》", 3),
        ("1）甲；乙）", "）", 5),
        ("甲’乙", "’", 1),
        ("“甲\n“乙”", "“", 0),
        ("“(甲”》", "》", 4),
    ],
)
def test_the_first_without_a_partner(text: str, mark: str, at: int) -> None:
    """One is told: what follows may be its consequence."""
    found = unpaired(text)
    assert found is not None
    assert (found.mark, found.at) == (mark, at)


@arbitrary
@given(text=st.text("“”‘’（）()《》甲a1\n。"))
def test_any_text(text: str) -> None:
    """What is told stands there; where the quick look finds nothing, neither does the close one."""
    found = unpaired(text)
    assert found is None or text[found.at] == found.mark
    assert not is_paired(text) or found is None
