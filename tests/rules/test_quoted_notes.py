"""A target may quote a column that the notes keep: 2026年目标."""

from __future__ import annotations

import pytest

from tests.rules.cases_shape import goal
from tests.support import TASK, rules, world

NOTES = "notes:\n  2026年目标: 培育绿色饭店{}家\n"


@pytest.mark.parametrize(
    ("value", "quote", "expected"),
    [
        ("3", "培育绿色饭店3家", []),
        ("4", "培育绿色饭店3家", ["quote-value-mismatch"]),
        ("3", "培育绿色饭店4家", ["quote-not-in-text"]),
    ],
)
def test_notes_are_quoted_as_the_text_is(value: str, quote: str, expected: list[str]) -> None:
    """And are compared with what was read from them, likewise."""
    content = f"# {TASK}\n{NOTES.format(3)}{goal(f'value: {value}')}".replace(
        "quote: 培育绿色商场1家", f"quote: {quote}"
    )
    assert [rule for rule in rules(world(content)) if rule.startswith("quote-")] == expected


@pytest.mark.parametrize(
    ("value", "note", "quote", "expected"),
    [
        ("3", "3", "3", []),
        ("3", "3.0", "3.0", []),
        ("3000", "≥3,000", "≥3,000", []),
        ("3", "3以上", "3以上", []),
        ("3", "第一行\n3\n4", "3", []),
        ("4", "3", "3", ["quote-value-mismatch"]),
        ("3", "全区3", "3", ["quote-value-mismatch"]),
        ("3", "3万家", "3", ["quote-value-mismatch"]),
    ],
)
def test_a_column_of_bare_numbers(value: str, note: str, quote: str, expected: list[str]) -> None:
    """Says a value whose unit another column says: where the number is all of a cell."""
    lines = "".join(f"    {line.strip()}\n" for line in note.split("\n"))
    content = f"# {TASK}\nnotes:\n  2026年目标: |\n{lines}{goal(f'value: {value}')}"
    content = content.replace("quote: 培育绿色商场1家", f"quote: {quote!r}")
    assert [rule for rule in rules(world(content)) if rule.startswith("quote-")] == expected


def test_a_bare_number_that_stands_elsewhere_as_well() -> None:
    """The cell that is all number says it: not the year in the text, nor another note with those digits."""
    content = f"# {TASK}\nnotes:\n  备注: 2025年做过2次\n  2026年目标: |\n    12\n    2\n{goal('value: 2')}"
    content = content.replace("quote: 培育绿色商场1家", "quote: '2'")
    assert [rule for rule in rules(world(content)) if rule.startswith("quote-")] == []
    wrong = content.replace("    2\n", "    3\n")
    assert [rule for rule in rules(world(wrong)) if rule.startswith("quote-")] == ["quote-value-mismatch"]
