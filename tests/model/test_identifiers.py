"""Ids: what works in every file system, on every command line, in every link."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plancli.model.identifiers import MAX_LENGTH, bad_characters, fault, folded
from plancli.wording.table import WORDS
from tests.load.promises import arbitrary
from tests.support import PLAN, wordings, world

letters = st.characters(categories=["Lu", "Ll", "Lo", "Nd"])
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789¹²³")}


@arbitrary
@given(text=st.text(st.one_of(letters, st.just("-")), min_size=1, max_size=MAX_LENGTH))
def test_letters_digits_and_hyphens_make_ids(text: str) -> None:
    """Of any script, composed."""
    text = unicodedata.normalize("NFC", text)
    assume(len(text) <= MAX_LENGTH and not text.startswith("-") and not text.isdigit())
    assume(text.casefold() not in DEVICES)
    assert fault(text) == ""
    assert bad_characters(text) == ""


@arbitrary
@given(text=st.text(max_size=MAX_LENGTH + 6))
def test_every_fault_has_its_wording(text: str) -> None:
    """Whatever the text; and what is refused for its characters names one."""
    case = fault(text)
    assert not case or f"invalid-id.{case}" in WORDS
    assert (case != "characters") or bad_characters(text)


@pytest.mark.parametrize(
    "text",
    [
        "节能降碳",
        "a",
        "甲",
        "EOD-模式",
        "5G",
        "2027-年",
        "naïve",
        "कार्य",
        "도시",
        "a-",
        "節能減碳",
        "第１期",
        "com10",
        "console",
    ],
)
def test_ids(text: str) -> None:
    """Chinese is the normal case."""
    assert fault(text) == ""


NO_IDS = {
    "empty": ("",),
    "long": ("节" * 65,),
    "hyphen": ("-a", "-", "--all"),
    "digits": ("1", "012", "１２", "٣"),
    "characters": (
        *("a b", "a_b", "a.b", "a/b", "a\\b", "..", "~", "*", "a\n", "a\tb", "a\u200bb", "😀", "Ⅱ类", "①甲"),
        *("绿色（区）", "甲、乙", "甲：乙", "“甲”", "甲—乙"),
    ),
    "nfc": ("cafe\u0301", "\u1112\u1161\u11ab", "\uf900"),
    "device": ("con", "CON", "nul", "Com1", "lpt9", "com0"),
}


@pytest.mark.parametrize(("case", "text"), [(case, text) for case, texts in NO_IDS.items() for text in texts])
def test_no_ids(case: str, text: str) -> None:
    """And why."""
    assert fault(text) == case


@pytest.mark.parametrize("text", ["\u3164", "a\ufe0f", "\u115fa", "\u034fa"])
def test_ids_that_cannot_be_seen(text: str) -> None:
    """Two of them look like one, or like nothing."""
    assert fault(text)


def test_bad_characters_are_told_once_and_in_order() -> None:
    """So that the message stays short."""
    assert bad_characters("a（b）（c） d") == "（） "


PAIRS = [("EOD", "eod"), ("ＥＯＤ", "eod"), ("Straße", "STRASSE"), ("第１期", "第1期")]


@pytest.mark.parametrize(("one", "another"), PAIRS)
def test_what_file_systems_take_for_one(one: str, another: str) -> None:
    """Case and width."""
    assert folded(one) == folded(another)


def test_what_they_tell_apart() -> None:
    """Traditional characters are others."""
    assert folded("節能") != folded("节能")


@pytest.mark.parametrize("names", [("EOD", "eod"), ("第1期", "第１期")])
def test_two_tasks_whose_ids_differ_in_case_or_width(names: tuple[str, str]) -> None:
    """On Windows and macOS the second file would take the place of the first."""
    texts = ("title: 甲\ntext: 推进。\nlead: [区发改委]\n", "title: 乙\ntext: 推进。\nlead: [区发改委]\n")
    tasks = "".join(f"# tasks/{name}.yaml (whole)\n{text}" for name, text in zip(names, texts, strict=True))
    files = world(f"# {PLAN}\noutline: [{{heading: 甲, tasks: [节能降碳, {', '.join(names)}]}}]\n{tasks}")
    assert wordings(files) == ["confusable-ids"]
