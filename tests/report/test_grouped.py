"""What a person reads who knows the tasks and not the files."""

from __future__ import annotations

import re

import pytest

from plancli.messages import catalog
from plancli.report.cells import cells
from plancli.report.grouped import render_groups
from plancli.report.summary import Summary
from tests.findings import SOME, laid_out
from tests.report.support import ENGLISH, shown
from tests.support import world


def grouped(example: str = SOME, *, language: str = "en", fixable: str = "", **how: object) -> str:
    """What is found in an example's plan."""
    words = ENGLISH if language == "en" else catalog(language)
    view = laid_out(world(example), words, fixable=fixable)
    summary = Summary(view.errors, view.warnings, view.infos, view.files)
    return render_groups(view, shown, words, summary=summary, **how)  # type: ignore[arg-type] # the caller's own


def test_under_the_task_that_it_is_about() -> None:
    """The register first, then tasks by their numbers, then what the outline does not list."""
    assert (
        grouped()
        == """\
Register of departments  plan/departments.yaml
  5:11  error    “goverment” is not one of the values that stand here [wrong-type]
                 help: did you mean government? Possible are: party, government, committee, vertical, subdistrict, \
enterprise, other

1. 节能降碳  plan/tasks/节能降碳.yaml
  2:1  warning  the task “节能降碳” has no leading unit [no-lead]
                help: name one under lead; if the document names none, write a line at the head of the file that says \
why: # plancli: allow no-lead -- …
  5:5  error    the unit “区生态环保局” is not registered [unknown-department]
                help: register it in departments.yaml first, or correct the name

没有列入  plan/tasks/未列.yaml
  1:1  error    the task “未列” is not listed in the outline [unlisted-task]
                help: enter it in plan.yaml under the heading where it belongs, or delete the file

3 errors, 1 warning (4 files checked)
"""
    )


def test_in_chinese() -> None:
    """Severities are words here: nobody is to search for them."""
    said = grouped(language="zh")
    assert "1. 节能降碳  plan/tasks/节能降碳.yaml\n  2:1  警告  任务“节能降碳”没有牵头单位 [no-lead]\n" in said
    assert said.startswith("单位名录  plan/departments.yaml\n  5:11  错误  ")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [50, 72, 100])
def test_lines_fit_the_width(language: str, width: int) -> None:
    """Messages are broken, and go on in line with themselves; nothing is lost."""
    lines = grouped(language=language, width=width).splitlines()
    assert max(map(cells, lines)) <= width
    joined = re.sub(r"\s+", "", "".join(lines))
    assert joined == re.sub(r"\s+", "", grouped(language=language))


def test_what_can_be_mended_says_so() -> None:
    """Behind the rule's name, only where it can be done without asking."""
    said = grouped(fixable="no-lead")
    assert "[no-lead] [fixable]\n" in said
    assert said.count("fixable") == 1


def test_nothing_found() -> None:
    """The summary stands alone."""
    assert grouped("") == "no problems found (3 files checked)\n"


def test_hidden_characters() -> None:
    """A file's name is a stranger's too."""
    said = grouped("# tasks/未\u202e列.yaml\ntitle: 甲\ntext: 乙。\nlead: [区发改委]\n")
    assert r"plan/tasks/未\u202e列.yaml" in said
    assert "\u202e" not in said


def test_colour_adds_nothing_but_colour() -> None:
    """Without its codes, painted text is the plain text."""
    painted = grouped(colour=True)
    assert "\x1b[1;33mwarning\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == grouped()
