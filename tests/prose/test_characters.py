"""Characters that are not what they look like."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose import characters
from plancli.prose.corrections import Correction, corrected
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ORDINARY = "甲乙，。；：？！（）《》“”‘’、—…·～％＋－【】〔〕「」 aZ09.,%-+/℃㎡Ⅱ①㈠²αé한\n\t"
FINDERS = (
    characters.widths,
    characters.lookalikes,
    characters.indents,
    characters.odd_spaces,
    characters.unseen,
    characters.private,
    characters.lost,
)
MIXED = st.text(ORDINARY + "Ａｚ０９．／％⼈⽔\uf90a\u0301e\u00a0\u2009\u3000\ufe0f\ue001\ufffd", max_size=20)


def after(find: Callable[[str], Iterator[Correction]], text: str) -> str:
    """A text with what one of them would have in its place."""
    return corrected(text, find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１００家", "100家"),
        ("１．５％", "1.5%"),
        ("３０％以上，30％", "30%以上，30％"),
        ("ＧＢ／Ｔ １５８３４", "GB/T 15834"),
        ("Ａ级，ｂ类", "A级，b类"),
        ("１．加强", "1．加强"),
        ("方案Ａ：１００家", "方案A：100家"),
        ("１，２", "1，2"),
        ("１—２家", "1—2家"),
    ],
)
def test_full_width_letters_and_digits(text: str, expected: str) -> None:
    """With the point, stroke and per cent sign between them; Chinese marks stay."""
    assert after(characters.widths, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⼈才", "人才"),
        ("防⻛险，⻓期通⻋", "防风险，长期通车"),
        ("⽔⼟保持", "水土保持"),
        ("\uf90a融", "金融"),
        ("cafe\u0301文化", "café文化"),
        ("\u212bm", "Åm"),
        ("\U0002f800", "\u4e3d"),
    ],
)
def test_lookalikes(text: str, expected: str) -> None:
    """Radicals, compatibility ideographs, accents apart."""
    assert after(characters.lookalikes, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修正\u2002根据", "修正 根据"),
        ("推进。\u00a0完善（\u00a0试点\u00a0）", "推进。完善（试点）"),
        ("推广\u00a05G\u2009网络", "推广 5G 网络"),
        ("甲，\u00a0\u00a0乙", "甲，乙"),
        ("推动\u00a0节能\u2009降碳", "推动节能降碳"),
        ("Smart \u00a0City", "Smart City"),
    ],
)
def test_odd_spaces(text: str, expected: str) -> None:
    """An ordinary one parts what they part; beside a Chinese mark none is needed."""
    assert after(characters.odd_spaces, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("\u3000\u3000甲", "甲"), ("甲。\n \u00a0乙。", "甲。\n乙。"), ("  甲", "  甲"), ("甲\u3000乙", "甲\u3000乙")],
)
def test_indents(text: str, expected: str) -> None:
    """Ordinary spaces are YAML's concern; a full-width one inside a line is meant: 第一条　为了…."""
    assert after(characters.indents, text) == expected


def test_what_nobody_can_mend() -> None:
    """It is found."""
    text = "甲\ue001乙\U000f0001丙\ufffd丁\ufffc"
    assert [each.of(text) for each in characters.private(text)] == ["\ue001", "\U000f0001"]
    assert [each.of(text) for each in characters.lost(text)] == ["\ufffd", "\ufffc"]


@arbitrary
@given(text=st.text(ORDINARY))
def test_ordinary_text(text: str) -> None:
    """Signs that are characters of their own, letters of other scripts, every mark of GB/T 15834."""
    assert [each for find in FINDERS for each in find(text)] == []


@arbitrary
@given(text=MIXED)
def test_what_is_found_is_suspect(text: str) -> None:
    """The quick look misses nothing."""
    found = [each for find in FINDERS for each in find(text)]
    assert not found or characters.may_be_unusual(text)


@arbitrary
@given(text=MIXED)
def test_corrected_once_is_corrected(text: str) -> None:
    """Corrections are in order and change something."""
    for find in FINDERS:
        corrections = list(find(text))
        assert all(each.of(text) != each.text for each in corrections)
        assert all(one.end <= other.start for one, other in itertools.pairwise(corrections))
        assert list(find(corrected(text, corrections))) == []


@arbitrary
@given(text=MIXED)
def test_what_it_looks_like_stays(text: str) -> None:
    """Compared as a search that ignores width does it, the text is the same."""
    for find in (characters.widths, characters.lookalikes):
        assert unicodedata.normalize("NFKC", after(find, text)) == unicodedata.normalize("NFKC", text)
