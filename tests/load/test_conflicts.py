"""Merge conflicts: from their first marker to their last, whole, nested or in pieces."""

from __future__ import annotations

import pytest

from plancli.source.conflicts import conflicts, may_conflict
from tests.support import diagnostics, task

WHOLE = "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> draft\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WHOLE, [("<<<<<<< HEAD", ">>>>>>> draft")]),
        (WHOLE.replace("\n", "\r\n"), [("<<<<<<< HEAD", ">>>>>>> draft")]),
        (f"a: 1\n{WHOLE}b: 2\n{WHOLE}", [("<<<<<<< HEAD", ">>>>>>> draft")] * 2),
        (WHOLE.replace("=======", "||||||| 1a2b\n丙\n======="), [("<<<<<<< HEAD", ">>>>>>> draft")]),
        ("<<<<<<<\n甲\n=======\n>>>>>>>", [("<<<<<<<", ">>>>>>>")]),
        ("<<<<<<< a\n<<<<<<< b\n>>>>>>> c\n>>>>>>> d\n", [("<<<<<<< a", ">>>>>>> c"), (">>>>>>> d", None)]),
        ("甲\n=======\n乙\n>>>>>>> draft\n", [("=======", ">>>>>>> draft")]),
        ("甲\n=======\n", [("=======", None)]),
        ("||||||| 1a2b\n", [("||||||| 1a2b", None)]),
        ("  <<<<<<< HEAD\n  甲\n\t>>>>>>> draft\n", [("  <<<<<<< HEAD", "\t>>>>>>> draft")]),
        ("<<<<<<<<\n========\n>>>>>>>>\n<<<<<<\n", []),
        ("  =======\n甲 =======\n=======乙\n", []),
        ("甲 <<<<<<< HEAD\n<<<<<<<甲\n", []),
    ],
)
def test_what_is_a_conflict(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A rule of other length, one that is indented, and marks within a line are none."""
    found = [(text[slice(*first)], last and text[slice(*last)]) for first, last in conflicts(text)]
    assert found == expected
    assert may_conflict(text) or not expected or "|||||||" in text


def test_the_last_marker_is_shown_too() -> None:
    """What has to be deleted reaches to it."""
    (found,) = diagnostics(task(f"duty: 甲\n{WHOLE}"))
    (end,) = found.related
    assert (found.place.span, end.place.span) == ((8, 20), (33, 46))
