"""The sentence that carries the verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plancli.report.changes_summary import headline, remarks, verdict
from tests.report.changes_world import (
    CAME,
    GONE,
    LOWERED,
    RENUMBERED,
    REWORDED,
    SMALL,
    comparison,
    task,
)
from tests.report.support import ENGLISH

if TYPE_CHECKING:
    from plancli.views.changes import ComparisonView

LEAD = "区发改委"
NOT_LISTED = "2 changes not listed, as the plan's settings say"


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        (comparison(), "no difference: both versions say the same"),
        (comparison(errors=(0, 1)), "no difference in what could be read"),
        (comparison(department=LEAD), "nothing that concerns 区发改委 differs"),
        (comparison(department=LEAD, errors=(1, 0)), "nothing that concerns 区发改委 differs in what could be read"),
        (comparison(plan=(RENUMBERED,)), "something differs, but nothing material: 1 formal change"),
        (comparison(task(REWORDED, REWORDED)), "something differs, but nothing material: 2 formal changes"),
        (
            comparison(off=1),
            "something differs, but nothing material: 1 change not listed, as the plan's settings say",
        ),
        (
            comparison(task(REWORDED), off=2),
            f"something differs, but nothing material: 1 formal change; {NOT_LISTED}",
        ),
        (
            comparison(task(REWORDED), department=LEAD),
            "something that concerns 区发改委 differs, but nothing material: 1 formal change",
        ),
        (comparison(task(GONE)), "1 material change, reaching 4 departments"),
        (comparison(task(LOWERED)), "1 material change (major), reaching 4 departments"),
        (comparison(task(LOWERED, LOWERED)), "2 material changes (all major), reaching 4 departments"),
        (
            comparison(task(LOWERED, GONE, CAME, REWORDED)),
            "3 material changes (1 of them major), reaching 4 departments; 1 formal change besides",
        ),
        (comparison(task(replace(GONE, departments=()))), "1 material change"),
        (
            comparison(task(LOWERED, GONE, REWORDED), department=LEAD),
            "for 区发改委: 2 material changes (1 of them major); 1 formal change besides",
        ),
        (
            comparison(task(replace(GONE, departments=GONE.departments[:1])), off=1),
            "1 material change, reaching 1 department; 1 change not listed, as the plan's settings say",
        ),
    ],
)
def test_verdicts(view: ComparisonView, sentence: str) -> None:
    """Only what there is, in its number; "no difference" only where there is none."""
    assert verdict(view, ENGLISH) == sentence
    assert headline(view, ENGLISH) == f"{sentence} (HEAD → worktree)"
    assert sentence.startswith(("no difference", "nothing")) is (view.verdict == "none")


def test_errors_on_both_sides() -> None:
    """What could not be read was not compared, and that is said of each side."""
    assert list(remarks(comparison(errors=(1, 2)), ENGLISH)) == [
        "the old version has 1 error: only what could be read of it was compared",
        "the new version has 2 errors: only what could be read of it was compared (run plancli validate)",
    ]
    assert not list(remarks(SMALL, ENGLISH))


def test_less_serious_changes() -> None:
    """Where they were not asked for, they are counted all the same."""
    grave = replace(SMALL, plan=(), tasks=(replace(SMALL.tasks[0], changes=(LOWERED,)),))
    assert list(remarks(grave, ENGLISH)) == ["6 less serious changes are not listed"]
    assert verdict(grave, ENGLISH) == verdict(SMALL, ENGLISH)
