"""What stands beside a mistake: found, and found at its place, as if the mistake were not there."""

from __future__ import annotations

import pytest

from tests.rules.cases import Case
from tests.support import diagnostics, rules, said, task

KEY = "the key “foo” is not allowed here"


@pytest.mark.parametrize(
    "text",
    [
        "title: 节能\x07降碳\n«foo»: 1\n",
        "title: 节能\uffff降碳\n«foo»: 1\n",
        "duty: &a 按职责\n«foo»: 1\n",
        "? [a]\n: b\n«foo»: 1\n",
        "2025: 完成\n«foo»: 1\n",
    ],
)
def test_places_behind_a_mistake(text: str) -> None:
    """A character that is forbidden or a key that is no text shifts nothing."""
    case = Case("unknown-key", KEY, text)
    assert case.said in said(case.files)
    assert KEY in [each.message for each in diagnostics(case.files)]


def test_all_mistakes_come_in_one_run() -> None:
    """Whether 区x is registered does not depend on what stands under lead."""
    assert rules(task("lead: 区发改委\nresponsible: [区x]\n")) == ["unknown-department", "wrong-type"]


def test_a_duplicate_key_shows_the_first_one() -> None:
    """Which of the two to keep is decided by looking at both."""
    (found,) = diagnostics(task("duty: 甲\nduty: 乙\n"))
    assert [(each.text, each.place.route) for each in found.related] == [("first time", ("duty",))]
