"""Where the clauses of a sentence part."""

from __future__ import annotations

import pytest

from plancli.prose.clauses import are_parted, clause_start

MARK = "▲"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("甲达30%，乙达▲40%", "乙达"),
        ("甲达30%；乙达▲40%", "乙达"),
        ("到2027年，甲达▲30%", "到2027年，甲达"),
        ("2026年底前，甲达▲30%", "2026年底前，甲达"),
        ("控制在35以内，甲达▲30%", "甲达"),
        ("甲1家、乙▲3家", "甲1家、乙"),
        ("▲30%", ""),
    ],
)
def test_where_a_clause_begins(text: str, clause: str) -> None:
    """Behind a comma, but not behind that of a date."""
    at = text.index(MARK)
    sentence = text.replace(MARK, "")
    start = clause_start(sentence, at)
    assert sentence[start:at] == clause
    assert not are_parted(sentence, start, at)
    assert start == 0 or are_parted(sentence, start - 1, at)
