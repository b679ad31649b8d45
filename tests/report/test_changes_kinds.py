"""Kinds of change in words: each is listed, explained and linked."""

from __future__ import annotations

import re

from plancli.diff.kinds import BY_NAME, KINDS
from plancli.report.cells import cells
from plancli.report.kinds import book, page, table
from tests.report.support import ENGLISH


def test_the_list() -> None:
    """A line for each kind, in the order of the table."""
    lines = table(ENGLISH).splitlines()
    assert [line.split()[1] for line in lines] == [kind.name for kind in KINDS]
    assert lines[0] == "major     target-removed                  A target is no longer there."
    assert {line.split()[0] for line in lines} == {"major", "material", "formal"}


def test_a_page() -> None:
    """What it means, why it matters, what it is backwards, and how to weigh it otherwise."""
    assert (
        page(BY_NAME["deadline-postponed"], ENGLISH)
        == """\
deadline-postponed (major change: error)

A deadline is later.

Ongoing (持续推进) is later than any date.

When the two sides are swapped: deadline-advanced.

Another level for it in plan.yaml: diff: {deadline-postponed: off} (error, warning, info or off).
"""
    )


def test_a_kind_that_is_its_own_mirror() -> None:
    """That is said, and a kind without a reason has no paragraph for it."""
    assert (
        page(BY_NAME["text-reworded"], ENGLISH)
        == """\
text-reworded (formal change: info)

A sentence says it in other words.

The same kind when the two sides are swapped.

Another level for it in plan.yaml: diff: {text-reworded: off} (error, warning, info or off).
"""
    )


def test_a_page_on_a_terminal() -> None:
    """Lines end where the terminal does."""
    for kind in KINDS:
        assert max(map(cells, page(kind, ENGLISH, 60).splitlines())) <= 60


def test_the_book() -> None:
    """Every kind once, under its area, and every link leads somewhere."""
    text = book(ENGLISH)
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == [kind.name for kind in KINDS]
    assert {link for _, link in re.findall(r"\[(.*?)\]\(#(.*?)\)", text)} == set(BY_NAME)
    assert "\n## Targets\n\n- [target-removed](#target-removed)\n" in text
    assert "\n\n\n" not in text
    assert text.endswith(".\n")
