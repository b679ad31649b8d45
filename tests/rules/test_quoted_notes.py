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
