"""As much of a sentence as a reader needs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plancli.diff.text import Edit
from plancli.report.changes_sentence import CONTEXT, CUT, LONG, excerpt
from tests.report.changes_world import CAME, GONE, LOWERED, REWORDED, change

LONG_CLAUSE = "完善绿色金融服务功能和绿色特色分支机构的设立与评价" * 4


def shown(*edits: tuple[str, str]) -> list[str]:
    """What is shown of edits, piece by piece."""
    pieces = tuple(Edit(op, text) for op, text in edits)  # type: ignore[arg-type] # the table's own
    return [text for _, text in excerpt(replace(REWORDED, edits=pieces))]


def test_a_short_sentence() -> None:
    """It is shown as it is."""
    assert excerpt(REWORDED) == REWORDED.edits


def test_whole_sentences() -> None:
    """What came or went is one edit, and what is no sentence has none."""
    assert excerpt(GONE) == (Edit("delete", "定期评估。"),)
    assert excerpt(CAME) == (Edit("insert", "完善制度。"),)
    assert excerpt(LOWERED) == ()


def test_around_an_edit() -> None:
    """Fifteen characters are kept on each side; an edit at an end has nothing to keep there."""
    assert shown(("keep", LONG_CLAUSE), ("delete", "旧"), ("insert", "新"), ("keep", LONG_CLAUSE)) == [
        CUT + LONG_CLAUSE[-CONTEXT:],
        "旧",
        "新",
        LONG_CLAUSE[:CONTEXT] + CUT,
    ]
    assert shown(("insert", "新"), ("keep", LONG_CLAUSE))[1] == LONG_CLAUSE[:CONTEXT] + CUT


def test_between_edits() -> None:
    """What lies between two edits is cut in the middle."""
    assert shown(("insert", "甲"), ("keep", LONG_CLAUSE), ("insert", "乙"))[1] == (
        LONG_CLAUSE[:CONTEXT] + CUT + LONG_CLAUSE[-CONTEXT:]
    )


def test_a_cut_that_saves_little() -> None:
    """Then there is none."""
    kept = "字" * (CONTEXT + 5)
    assert shown(("keep", kept), ("delete", "旧" * LONG), ("keep", kept)) == [kept, "旧" * LONG, kept]


def test_a_clause_is_kept_whole() -> None:
    """Where a mark is near, the cut is there."""
    kept = "绿色产业融资需求，推动金融支持绿色交通、绿色建筑发展，加大对城市节能节水的信贷支持。" * 2
    assert shown(("insert", "新"), ("keep", kept))[1] == "绿色产业融资需求，推动金融支持绿色交通…"
    assert shown(("keep", kept), ("insert", "新"))[0] == "…加大对城市节能节水的信贷支持。"


def test_a_number_is_not_torn() -> None:
    """Nor is a Latin word."""
    kept = "绿色金融改革创新试验区核心建设123456项" + LONG_CLAUSE
    assert shown(("insert", "新"), ("keep", kept))[1] == "绿色金融改革创新试验区核心建设123456…".replace("123456", "")
    kept = "绿色金融改革创新试验区核心123456项" + LONG_CLAUSE
    assert shown(("insert", "新"), ("keep", kept))[1] == "绿色金融改革创新试验区核心123456…"


def test_a_long_sentence_that_moved() -> None:
    """Its beginning is enough to know it."""
    moved = change("text-moved", after=LONG_CLAUSE)
    assert excerpt(moved) == (Edit("keep", LONG_CLAUSE[:CONTEXT] + CUT),)


@given(st.lists(st.tuples(st.sampled_from(["keep", "delete", "insert"]), st.text(min_size=1)), max_size=6))
def test_no_edit_is_lost(edits: list[tuple[str, str]]) -> None:
    """What was struck out and written in is always there as it is."""
    changed = [text for op, text in edits if op != "keep"]
    pieces = [text for (op, _), text in zip(edits, shown(*edits), strict=True) if op != "keep"]
    assert pieces == changed
