"""One line each, where editors and programs look for the place."""

from __future__ import annotations

import re

from plancli.diagnostics import Diagnostic, Place, Severity
from plancli.report.concise import render_lines
from plancli.report.summary import Summary
from tests.report.support import ENGLISH, UNKNOWN_DEPARTMENT, positions, shown


def lines(*diagnostics: Diagnostic, colour: bool = False) -> str:
    """Diagnostics in one line each, and the summary."""
    summary = Summary.of(diagnostics, 32)
    return render_lines(diagnostics, positions(), shown, ENGLISH, summary=summary, colour=colour)


def test_a_line() -> None:
    """Path, line and column as compilers have them; severity and rule stay what a program can search."""
    hint = Diagnostic("some-rule", Severity.INFO, "message", Place("tasks/节能降碳.yaml", ("title",), "key"))
    assert (
        lines(hint, UNKNOWN_DEPARTMENT)
        == """\
plan/tasks/节能降碳.yaml:1:1: info[some-rule] message
plan/tasks/节能降碳.yaml:14:5: error[unknown-department] 未登记的单位“区生态环保局”
1 error, 1 info (32 files checked)
"""
    )


def test_nothing_found() -> None:
    """The summary stands alone."""
    assert lines() == "no problems found (32 files checked)\n"


def test_hidden_characters_start_no_line() -> None:
    """Neither in a message nor in a file's name."""
    told = lines(Diagnostic("some-rule", Severity.ERROR, "a\nb\x1b[2J\u202e", Place("tasks/\n\udcff.yaml")))
    assert told.splitlines()[0] == (r"plan/tasks/\n\udcff.yaml:1:1: error[some-rule] a\nb\u001b[2J\u202e")
    assert len(told.splitlines()) == 2


def test_colour_adds_nothing_but_colour() -> None:
    """Without its codes, painted text is the plain text."""
    painted = lines(UNKNOWN_DEPARTMENT, colour=True)
    assert "\x1b[1;31merror[unknown-department]\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == lines(UNKNOWN_DEPARTMENT)
