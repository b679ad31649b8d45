"""How firmly something is promised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.commitment import aim_of, is_softened
from tests.load.promises import arbitrary

MARK = "▲"


def aim(text: str) -> str:
    """The word that makes an aim of what stands at the mark."""
    found = aim_of(text.replace(MARK, ""), text.index(MARK))
    return found.word if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争建成绿色商场▲3家", "力争"),
        ("到2027年，力争建成▲3家", "力争"),
        ("力争到2027年，建成▲3家", "力争"),
        ("力争到2027年，甲达30%，乙达▲40%", "力争"),
        ("力争到2027年底前，甲达30%，乙达▲40%", "力争"),
        ("力争2027年建成▲3家", "力争"),
        ("争取实现占比▲30%", "争取"),
        ("努力完成▲3家", "努力"),
        ("力求达到▲3家", "力求"),
        ("确保甲达30%、力争达到▲35%", "力争"),
        ("力争甲达30%，乙达▲40%", ""),
        ("力争到2027年，甲达30%；乙达▲40%", ""),
        ("力争到2027年，甲达30%，确保乙达▲40%", ""),
        ("力争达到35%、确保达到▲30%", ""),
        ("甲达▲30%，力争达到35%", ""),
        ("力争上游，建成▲3家", ""),
        ("力争上游建成▲3家", ""),
        ("争取上级资金▲3亿元", ""),
        ("争取项目▲20个", ""),
        ("经过三年努力，建成▲3家", ""),
        ("在各方共同努力下建成▲3家", ""),
        ("大力推进、全力争先建成▲3家", ""),
        ("建成▲3家", ""),
    ],
)
def test_what_makes_an_aim(text: str, expected: str) -> None:
    """The word rules its clause, and behind a date the whole sentence."""
    assert aim(text) == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("", "力争建成3家。", True),
        ("力争实现以下目标：", "建成3家。", True),
        ("", "预期达到3家。", True),
        ("", "鼓励建成3家。", True),
        ("鼓励创新。", "建成3家。", False),
        ("加快推动。", "建成3家。", False),
    ],
)
def test_what_can_soften_a_promise(before: str, sentence: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """A heading's 力争 rules what follows; 鼓励 in another sentence is of something else."""
    assert is_softened(sentence, before) is expected


@arbitrary
@given(text=st.text("力争取求努到2027年，。；确保实现建成、", max_size=30), at=st.integers(0, 30))
def test_any_text(text: str, at: int) -> None:
    """It stands before what it rules, as it is told."""
    if found := aim_of(text, at):
        assert text[found.start : found.end] == found.word
        assert found.end <= at
