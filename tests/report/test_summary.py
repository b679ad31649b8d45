"""The numbers, the sentence, and the order of diagnostics."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from plancli.diagnostics import Diagnostic, Fix, Place, Severity
from plancli.report.machine import to_json
from plancli.report.order import in_order
from plancli.report.summary import Summary
from plancli.report.terminal import render_text
from tests.report.support import ENGLISH, UNKNOWN_DEPARTMENT, positions, shown

UNREAD = "could not be checked to {} end: correct {} and check again"
MENDS = "--fix mends 1 of them"


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        (Summary(0, 0, 0, 32), "no problems found (32 files checked)"),
        (Summary(1, 0, 0, 1), "1 error (1 file checked)"),
        (Summary(2, 1, 1, 32), "2 errors, 1 warning, 1 info (32 files checked)"),
        (Summary(0, 2, 2, 32), "no errors; 2 warnings, 2 infos (32 files checked)"),
        (Summary(2, 0, 0, 1, 1), "2 errors (1 file checked); --fix mends 1 of them"),
        (Summary(2, 0, 0, 1, 1, 1), "2 errors (1 file checked); --fix mends 1 of them; --unsafe-fixes 1 more"),
        (Summary(1, 0, 0, 2, 0, 0, 1), f"1 error (2 files checked); 1 file {UNREAD.format('its', 'it')}"),
        (
            Summary(2, 0, 0, 3, 1, 0, 2),
            f"2 errors (3 files checked); 2 files {UNREAD.format('their', 'them')}; {MENDS}",
        ),
        (Summary(2, 0, 0, 1, 0, 2), "2 errors (1 file checked); --fix --unsafe-fixes mends 2 of them"),
    ],
)
def test_sentences(summary: Summary, sentence: str) -> None:
    """Only what there is, each in its number."""
    assert summary.sentence(ENGLISH) == sentence
    assert summary.sentence(ENGLISH, 1.5) == sentence.replace("checked)", "checked in 1.50 s)")


def test_counting() -> None:
    """By severity; the files are not known from diagnostics."""
    assert Summary.of([UNKNOWN_DEPARTMENT, UNKNOWN_DEPARTMENT], 3) == Summary(2, 0, 0, 3)


def test_counting_fixes() -> None:
    """By what `--fix` and `--unsafe-fixes` make; programs are told of each fix itself."""
    found = [replace(UNKNOWN_DEPARTMENT, fix=Fix(each, ())) for each in ("safe", "unsafe", "unsafe")]
    assert Summary.of([*found, UNKNOWN_DEPARTMENT], 3) == Summary(4, 0, 0, 3, 1, 2)
    assert Summary.of(found, 3).counts == {"errors": 3, "warnings": 0, "infos": 0, "files": 3}


def test_order() -> None:
    """File, line, column, rule; the severity does not count, and lines are numbers."""
    places = [
        ("departments.yaml", ("departments", 0, "name"), "a"),
        ("tasks/节能降碳.yaml", ("title",), "b"),
        ("tasks/节能降碳.yaml", ("targets", 0, "quote"), "a"),
        ("tasks/节能降碳.yaml", ("lead", 0), "a"),
        ("tasks/节能降碳.yaml", ("lead", 0), "b"),
    ]
    diagnostics = [
        Diagnostic(rule, severity, "m", Place(path, route))
        for (path, route, rule), severity in zip(places, [*Severity, *Severity], strict=False)
    ]
    assert in_order(reversed(diagnostics), positions()) == diagnostics


def test_ten_thousand_in_one_file() -> None:
    """Time grows with the number of diagnostics and not with its square."""
    count = 10_000
    lines = "lead:\n" + "  - 区生态环保局\n" * count
    found = [
        Diagnostic("unknown-department", Severity.ERROR, "m", Place("tasks/t.yaml", ("lead", index)))
        for index in reversed(range(count))
    ]
    where = positions(t=lines)
    start = time.process_time()
    ordered = in_order(found, where)
    summary = Summary.of(ordered, 1)
    text = render_text(ordered, where, shown, ENGLISH, summary=summary)
    to_json(ordered, where, shown, summary=summary)
    assert time.process_time() - start < 15
    assert text.count("-->") == count
