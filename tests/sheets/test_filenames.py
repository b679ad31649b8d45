"""The rule that makes file names of names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.model.identifiers import fault, folded
from plancli.views.filenames import distinct, stems
from tests.sheets.reading import plan


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("区生态环境局", "区生态环境局"),
        ("解放碑CBD管委会", "解放碑CBD管委会"),
        ("区政府办公室（金融办）", "区政府办公室（金融办）"),
        ("区发改委/区经信委", "区发改委-区经信委"),
        ("  a  b  ", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ('a\\b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i"),
        (".hidden.", "hidden"),
        ("con", "con-1143da2b"),
        ("LPT1", "LPT1-6d50a69c"),
        ("index", "index-1bc04b52"),
        ("ＩＮＤＥＸ", "ＩＮＤＥＸ-66630e6a"),
        ("？？？", "3fe3a9d5"),
    ],
)  # fmt: skip
def test_names(name: str, stem: str) -> None:
    """What is safe stays, the rest becomes one hyphen; reserved names get the name's own hash."""
    assert distinct([name]) == {name: stem}


def test_collisions() -> None:
    """Of two names that a file system could confuse, the first keeps its own; the others do not depend on order."""
    names = distinct(["A局", "a局", "Ａ局", "A/局", "A-局"])
    assert names["A局"] == "A局"
    assert len({folded(stem) for stem in names.values()}) == len(names)
    assert distinct(["A局", "Ａ局"])["Ａ局"] == names["Ａ局"]


@given(st.lists(st.text(st.sampled_from("aAａ局/.?-_ﬁﬀß𠮷·（）１1") | st.characters(codec="utf-8"), max_size=100)))
def test_any_names(names: list[str]) -> None:
    """Whatever the names: distinct, short, safe, and the same again."""
    made = distinct(names)
    assert made == distinct(names)
    assert len({folded(stem) for stem in made.values()}) == len(set(names))
    for stem in made.values():
        assert 0 < len(stem) <= 80
        assert len(stem.encode()) <= 240
        assert not set(stem) & set('/\\:*?"<>|. \0')
        assert unicodedata.normalize("NFC", stem) == stem
        assert folded(stem) != "index"
        assert fault(stem) != "device"


def test_the_real_plan_needs_no_suffix() -> None:
    """Ordinary names are file names as they are."""
    assert all(name == stem for name, stem in stems(plan().register).items())
