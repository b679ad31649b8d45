"""The Code Quality report has what GitLab asks for."""

from __future__ import annotations

import json

from plancli.diagnostics import Diagnostic, Place, Severity
from plancli.report.gitlab import code_quality
from tests.report.support import UNKNOWN_DEPARTMENT, positions, shown


def test_an_issue_has_the_members_that_gitlab_reads() -> None:
    """What is wrong and what to do, where, and a fingerprint by which it knows it again."""
    (issue,) = json.loads(code_quality([UNKNOWN_DEPARTMENT], positions(), shown))
    region = positions().region(UNKNOWN_DEPARTMENT.place)
    assert issue == {
        "description": f"{UNKNOWN_DEPARTMENT.message}\n{UNKNOWN_DEPARTMENT.help}",
        "check_name": "unknown-department",
        "fingerprint": UNKNOWN_DEPARTMENT.fingerprint,
        "severity": "critical",
        "location": {"path": "plan/tasks/节能降碳.yaml", "lines": {"begin": region.start[0]}},
    }


def test_severities_are_of_those_that_gitlab_knows() -> None:
    """Info, minor, major, critical, blocker; ours keep their order."""
    found = [Diagnostic("some-rule", severity, "m", Place("plan.yaml"), fingerprint="x") for severity in Severity]
    issues = json.loads(code_quality(found, positions(), shown))
    assert [issue["severity"] for issue in issues] == ["critical", "minor", "info"]
    assert issues[0]["description"] == "m"


def test_nothing_found() -> None:
    """An empty report is one, too."""
    assert json.loads(code_quality([], positions(), shown)) == []
