"""What GitHub reads of changes: nothing from a plan becomes a command or a property."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings

from plancli.diagnostics import Place
from plancli.report.changes_github import workflow_commands
from tests.report.changes_world import (
    ENVIRONMENT,
    GONE,
    JOINED,
    LEADS,
    LOWERED,
    REMOVED,
    RENUMBERED,
    REWORDED,
    SMALL,
    any_comparison,
    comparison,
    task,
)
from tests.report.support import ENGLISH, positions, shown

if TYPE_CHECKING:
    from plancli.views.changes import ComparisonView

ONE = replace(REWORDED, departments=(ENVIRONMENT, LEADS))


def commands(view: ComparisonView) -> str:
    """The log of a step."""
    return workflow_commands(view, (positions(), positions()), (lambda path: f"HEAD:{path}", shown), ENGLISH)


def test_a_command() -> None:
    """Place, kind, message, the sentence, and whom it reaches."""
    assert (
        commands(comparison(task(ONE)))
        == """\
::notice file=plan/tasks/节能降碳.yaml,line=3,endLine=3,col=3,endColumn=10,title=text-reworded\
::reworded%0A推进节能[-减-]{+降+}碳。%0Areaches  牵头: 区发改委; 责任: 区生态环境局
something differs, but nothing material: 1 formal change (HEAD → worktree)
"""
    )


def test_what_is_gone() -> None:
    """Its file is named as it would be now, and the line is the first: the old one means nothing today."""
    text = commands(comparison(task(REMOVED), task(GONE)))
    assert "::error file=plan/tasks/环境监测.yaml,line=1,title=task-removed::the task was removed%0A" in text
    assert "::warning file=plan/tasks/节能降碳.yaml,line=1,title=text-sentence-removed::" in text
    assert "%0A- 定期评估。%0A" in text


def test_a_change_without_a_place() -> None:
    """It is told all the same."""
    nowhere = replace(RENUMBERED, old=None, new=None)
    assert commands(comparison(plan=(nowhere,))).startswith("::notice title=task-renumbered::only the numbers")


def test_the_most_serious_come_first() -> None:
    """GitHub shows the first ten; otherwise the order stays."""
    kinds = re.findall(r"^::(\w+) .*title=([\w-]+)::", commands(SMALL), re.MULTILINE)
    assert kinds == [
        ("error", LOWERED.kind),
        ("error", REMOVED.kind),
        ("warning", JOINED.kind),
        ("warning", "text-sentence-removed"),
        ("warning", "text-sentence-added"),
        ("notice", RENUMBERED.kind),
        ("notice", REWORDED.kind),
    ]


def test_escaping() -> None:
    """GitHub's own characters, and those that nobody sees."""
    place = Place("tasks/a,b:c%\r\n.yaml")
    odd = replace(LOWERED, message="100%: a,b\n::error::\u202e", new=place, departments=())
    line = commands(comparison(task(odd))).split("\n")[0]
    assert line.startswith(r"::error file=plan/tasks/a%2Cb%3Ac%25\r\n.yaml,line=1,")
    assert line.endswith(r",title=target-lowered::100%25: a,b\n::error::\u202e")


def test_what_github_does_not_show_is_told() -> None:
    """Ten of each kind are shown, and that is said only where there are more."""
    assert "GitHub" not in commands(comparison(task(*[LOWERED] * 10, *[ONE] * 10)))
    text = commands(comparison(task(*[LOWERED] * 13, GONE, *[ONE] * 11), errors=(1, 0)))
    assert text.count("\n::") == 24
    assert text.endswith(
        "14 material changes (13 of them major), reaching 4 departments; 11 formal changes besides (HEAD → worktree)\n"
        "the old version has 1 error: only what could be read of it was compared\n"
        "GitHub shows 10 annotations of each kind; 4 more are only in this log\n"
    )


@settings(deadline=None, max_examples=50)
@given(any_comparison())
def test_a_command_a_change(view: ComparisonView) -> None:
    """Whatever the words are, each change is one command in one line."""
    lines = commands(view).splitlines()
    count = len(view.changes)
    assert all(re.match(r"::(error|warning|notice) (file=[^:,]*,line=1,)?[^:]*::", line) for line in lines[:count])
    assert not [line for line in lines[count:] if line.startswith("::")]
