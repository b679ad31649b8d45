"""What GitHub reads: nothing from a plan becomes a command, a property or markup."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.diagnostics import Diagnostic, Place, Severity
from plancli.report.github import SUMMARY_BYTES, job_summary, workflow_commands
from plancli.report.summary import Summary
from tests.report.support import ENGLISH, UNKNOWN_DEPARTMENT, positions, shown


def commands(*diagnostics: Diagnostic) -> str:
    """The log of a step."""
    return workflow_commands(diagnostics, positions(), shown, ENGLISH, summary=Summary.of(diagnostics, 2))


def markdown(*diagnostics: Diagnostic) -> str:
    """The summary of a job."""
    return job_summary(diagnostics, positions(), shown, ENGLISH, summary=Summary.of(diagnostics, 2))


def found(severity: Severity, message: str = "m", path: str = "plan.yaml") -> Diagnostic:
    """Something in a missing file."""
    return Diagnostic("some-rule", severity, message, Place(path))


def test_a_command() -> None:
    """Place, rule, message and a way out."""
    assert (
        commands(UNKNOWN_DEPARTMENT)
        == """\
::error file=plan/tasks/节能降碳.yaml,line=14,endLine=14,col=5,endColumn=11,title=unknown-department\
::未登记的单位“区生态环保局”%0Ahelp: 若确为新单位，请先在 departments.yaml 登记；相近的名称：区生态环境局
1 error (2 files checked)
"""
    )


def test_the_most_serious_come_first() -> None:
    """GitHub shows the first ten; otherwise the order stays."""
    text = commands(
        found(Severity.INFO, "1"),
        found(Severity.WARNING, "2"),
        found(Severity.ERROR, "3"),
        found(Severity.WARNING, "4"),
    )
    assert re.findall(r"^::(\w+) .*::(.)$", text, re.MULTILINE) == [
        ("error", "3"),
        ("warning", "2"),
        ("warning", "4"),
        ("notice", "1"),
    ]


def test_escaping() -> None:
    """GitHub's own characters, and those that nobody sees."""
    line = commands(found(Severity.ERROR, "100%: a,b\n::error::\u202e", "tasks/a,b:c%\r\n.yaml")).split("\n")[0]
    assert line.startswith(r"::error file=plan/tasks/a%2Cb%3Ac%25\r\n.yaml,line=1,")
    assert line.endswith(r",title=some-rule::100%25: a,b\n::error::\u202e")


def test_what_github_does_not_show_is_told() -> None:
    """Ten of each kind are shown, and that is said only where there are more."""
    assert "GitHub" not in commands(*[found(Severity.ERROR)] * 10, *[found(Severity.INFO)] * 10)
    text = commands(*[found(Severity.ERROR)] * 13, *[found(Severity.INFO)] * 11, found(Severity.WARNING))
    assert text.count("\n::") == 24
    assert text.endswith(
        "13 errors, 1 warning, 11 infos (2 files checked)\n"
        "GitHub shows 10 annotations of each kind; 4 more are only in this log\n"
    )


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(Severity), st.text(), st.text()), max_size=4))
def test_a_command_a_diagnostic(words: list[tuple[Severity, str, str]]) -> None:
    """Whatever the words are, each diagnostic is one command in one line."""
    text = commands(*(found(severity, message, f"tasks/{path}.yaml") for severity, message, path in words))
    lines = text.splitlines()
    assert len(lines) == len(words) + 1
    assert all(re.match(r"::(error|warning|notice) file=[^:,]*,line=1,[^:]*::", line) for line in lines[:-1])


def test_a_table() -> None:
    """It reads as what was found once the browser has resolved the references."""
    text = markdown(UNKNOWN_DEPARTMENT, found(Severity.INFO, "a|b <img src=x> [x](y) `c` *d* \\ @e #1 &amp; f\ng"))
    assert "| error | unknown&#45;department | plan&#47;tasks&#47;节能降碳&#46;yaml&#58;14&#58;5 |" in text
    assert (
        html.unescape(text)
        == """\
### 1 error, 1 info (2 files checked)

| severity | rule | place | message |
| --- | --- | --- | --- |
| error | unknown-department | plan/tasks/节能降碳.yaml:14:5 | 未登记的单位“区生态环保局” |
| info | some-rule | plan/plan.yaml:1:1 | a|b <img src=x> [x](y) `c` *d* \\ @e #1 &amp; f\\ng |
"""
    )


def test_no_table() -> None:
    """Nothing found is said in one line."""
    assert markdown() == "### no problems found &#40;2 files checked&#41;\n"


@settings(deadline=None)
@given(st.text())
def test_nothing_becomes_markup(words: str) -> None:
    """Words leave a row as it is: of ASCII only letters, digits, blanks and references remain."""
    row = markdown(found(Severity.ERROR, words, f"tasks/{words}.yaml")).splitlines()[-1]
    inside = row.removeprefix("| error | some&#45;rule | ").removesuffix(" |").replace(" | ", "", 1)
    assert not re.search(r"[!-/:-@\[-`{-~]", re.sub(r"&#[0-9]+;", "", inside))


def test_a_summary_that_is_too_long() -> None:
    """GitHub refuses more than a mebibyte as a whole: rows are left out, and that is said."""
    text = markdown(*[found(Severity.ERROR, "节能降碳" * 100)] * 1_000)
    rows = text.count("| error |")
    assert 700 < rows < 1_000
    assert len(text.encode()) <= SUMMARY_BYTES
    assert html.unescape(text).endswith(
        f" |\n\n{1_000 - rows} more are not listed here: GitHub takes no longer summary\n"
    )


def test_a_row_that_is_too_long() -> None:
    """Then there is no row, and the count is still there."""
    text = markdown(found(Severity.ERROR, "!" * SUMMARY_BYTES))
    assert html.unescape(text).endswith("\n\n1 more is not listed here: GitHub takes no longer summary\n")
