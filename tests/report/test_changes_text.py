"""What a person reads of a comparison, to the cell."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.diff.text import Edit
from plancli.report.cells import cells
from plancli.report.changes_text import name_only, render_changes, stat
from plancli.source.legible import HIDDEN
from plancli.views.changes import ComparisonView, ReachedView
from tests.report.changes_world import (
    COMMITTEE,
    ENVIRONMENT,
    EVERYBODY,
    GONE,
    HOUSING,
    LEADS,
    LOWERED,
    RENUMBERED,
    REWORDED,
    SMALL,
    any_comparison,
    change,
    comparison,
    task,
)
from tests.report.support import ENGLISH

BY = ("task", "dept", "kind")


def rendered(view: ComparisonView, **how: object) -> str:
    """A comparison in English, plainly."""
    return render_changes(view, ENGLISH, **how)  # type: ignore[arg-type] # the caller's own


def body(*changes: object, **how: object) -> str:
    """What stands below the heading of one task."""
    return rendered(comparison(task(*changes)), **how).partition("（一）绿色转型\n")[2]  # type: ignore[arg-type]


def test_by_task() -> None:
    """The verdict, the plan, its register, then every task."""
    assert (
        rendered(SMALL, width=80)
        == """\
5 material changes (2 of them major), reaching 4 departments; 2 formal changes
besides (HEAD → worktree)

Plan
  formal    only the numbers of 2 tasks changed: 5→6, 6→7 [task-renumbered]

Register
  material  区住建委 belongs to 各管委会 now [group-member-added]
  reaches   the change is its own: 区住建委

6. 节能降碳 (formerly 5)  一、重点任务 › （一）绿色转型
  major     the target “绿色贷款余额” was lowered from 1800亿元 to 1600亿元
            (-200亿元, -11.1%) [target-lowered]
  material  a sentence was removed [text-sentence-removed]
            - 定期评估。
  material  a sentence was added [text-sentence-added]
            + 完善制度。
  formal    reworded [text-reworded]
            推进节能[-减-]{+降+}碳。
  reaches   牵头: 区发改委; 责任: 区生态环境局, 区住建委; 责任 through 各管委会:
            解放碑CBD管委会

formerly 7. 环境监测  一、重点任务 › （一）绿色转型
  major     the task was removed [task-removed]
  reaches   牵头 before: 区生态环境局
"""
    )


def test_by_department() -> None:
    """Each with its changes, and why they reach it; what reaches nobody comes last."""
    lowered = replace(LOWERED, departments=(ENVIRONMENT, LEADS))
    joined = replace(RENUMBERED, kind="group-member-added", area="register", departments=(ENVIRONMENT,), message="m")
    view = comparison(task(lowered, replace(REWORDED, departments=(LEADS,))), plan=(joined, RENUMBERED))
    assert rendered(view, by="dept").partition("\n\n")[2] == (
        """\
区生态环境局 (1 material change, 1 formal change)
  Register (责任)
    formal    m [group-member-added]
  6. 节能降碳 (责任)
    major     the target “绿色贷款余额” was lowered from 1800亿元 to 1600亿元 (-200亿元, -11.1%) [target-lowered]

区发改委 (1 material change, 1 formal change)
  6. 节能降碳 (牵头)
    major     the target “绿色贷款余额” was lowered from 1800亿元 to 1600亿元 (-200亿元, -11.1%) [target-lowered]
    formal    reworded [text-reworded]
              推进节能[-减-]{+降+}碳。

no department in particular (1 formal change)
  Plan
    formal    only the numbers of 2 tasks changed: 5→6, 6→7 [task-renumbered]
"""
    )


def test_by_kind() -> None:
    """By area, in the order of the table of kinds, each with its tasks."""
    view = comparison(task(LOWERED, REWORDED), task(REWORDED, title="环境监测", before=7, after=7), plan=(RENUMBERED,))
    assert rendered(view, by="kind").partition("\n\n")[2] == (
        """\
Targets
  major     A target's number asks for less. [target-lowered]
            6. 节能降碳: the target “绿色贷款余额” was lowered from 1800亿元 to 1600亿元 (-200亿元, -11.1%)

Tasks
  formal    Tasks have another number because others were added, removed or moved. [task-renumbered]
            only the numbers of 2 tasks changed: 5→6, 6→7

Text
  formal    A sentence says it in other words. [text-reworded]
            6. 节能降碳: reworded
              推进节能[-减-]{+降+}碳。
            7. 环境监测: reworded
              推进节能[-减-]{+降+}碳。
"""
    )


@pytest.mark.parametrize(
    ("by", "line"),
    [
        ("task", "\n  because   责任\n"),
        ("dept", "\n区住建委 (3 material changes, 1 formal change)\n  6. 节能降碳 (责任)\n"),
        ("kind", "\n            6. 节能降碳: a sentence was removed (because: 责任)\n"),
    ],
)
def test_one_department(by: str, line: str) -> None:
    """It is told why changes reach it, and not whom they reach besides."""
    text = rendered(replace(SMALL, plan=(), tasks=SMALL.tasks[:1]), by=by, department="区住建委")
    assert text.startswith("for 区住建委: ")
    assert line in text
    assert "区发改委" not in text


def test_nothing_differs() -> None:
    """One line."""
    for by in BY:
        assert rendered(comparison(), by=by) == "no difference: both versions say the same (HEAD → worktree)\n"


def test_remarks_stand_below_the_verdict() -> None:
    """What could not be read is told before what was found."""
    assert rendered(comparison(task(REWORDED), errors=(2, 0))).splitlines()[1:3] == [
        "the old version has 2 errors: only what could be read of it was compared",
        "",
    ]


def test_a_sentence_is_shown_once() -> None:
    """Several changes of a sentence stand together above it."""
    steps = replace(REWORDED, kind="text-obligation-weakened", level="error", message="weakened")
    number = replace(REWORDED, kind="text-number-changed", level="warning", message="a number")
    assert body(steps, GONE, number).startswith(
        "  major     weakened [text-obligation-weakened]\n"
        "  material  a number [text-number-changed]\n"
        "            推进节能[-减-]{+降+}碳。\n"
        "  material  a sentence was removed [text-sentence-removed]\n"
    )


def test_a_sentence_that_moved() -> None:
    """It is shown without signs, since it is on both sides."""
    moved = change("text-moved", "a sentence moved", before="完善制度。", after="完善制度。")
    assert body(moved).startswith("  formal    a sentence moved [text-moved]\n            完善制度。\n  reaches")


def test_most_reach_the_same() -> None:
    """Where one change reaches others, that is told below it, and of the rest at the end."""
    lead = change("lead-added", "区住建委 leads besides", departments=(LEADS,))
    assert (
        body(lead, GONE, REWORDED)
        == """\
  material  区住建委 leads besides [lead-added]
  reaches   牵头: 区发改委
  material  a sentence was removed [text-sentence-removed]
            - 定期评估。
  formal    reworded [text-reworded]
            推进节能[-减-]{+降+}碳。
  others    牵头: 区发改委; 责任: 区生态环境局, 区住建委; 责任 through 各管委会: 解放碑CBD管委会
"""
    )


def test_each_reaches_others() -> None:
    """Then each is told for itself, and nothing of one that reaches nobody."""
    alone = [replace(GONE, departments=reached) for reached in ((LEADS,), (HOUSING,), ())]
    lines = [line for line in body(*alone).splitlines() if not line.startswith("   ")]
    assert [line[2:10].strip() for line in lines] == ["material", "reaches", "material", "reaches", "material"]


def test_a_new_task_and_one_without_a_number() -> None:
    """A task that is new had no number; one that is in no outline has none."""
    view = comparison(task(GONE, before=None), task(GONE, before=None, after=None), task(GONE, before=6, after=6))
    headings = [line for line in rendered(view).splitlines() if "重点任务" in line]
    assert [heading.split("  ")[0] for heading in headings] == ["6. 节能降碳", "—. 节能降碳", "6. 节能降碳"]


def test_stat() -> None:
    """Aligned by cells, and nothing where nothing is."""
    long = task(REWORDED, title="大力发展绿色金融", before=10, after=10)
    view = replace(SMALL, tasks=(*SMALL.tasks, long))
    assert stat(view, ENGLISH).splitlines()[-5:] == [
        "            Plan                          formal 1",
        "            Register          material 1",
        "         6  节能降碳          material 3  formal 1",
        "formerly 7  环境监测          material 1",
        "        10  大力发展绿色金融              formal 1",
    ]
    assert stat(SMALL, ENGLISH).startswith("5 material changes (2 of them major), reaching 4 departments;")
    assert stat(comparison(), ENGLISH) == rendered(comparison())


def test_name_only() -> None:
    """A line for each file of the plan and each task, for `xargs` and `grep`."""
    assert name_only(SMALL) == "plan.yaml\ndepartments.yaml\n节能降碳\n环境监测\n"
    assert name_only(comparison()) == ""
    assert name_only(comparison(task(GONE, title="a\nb"))) == "a\\nb\n"


def test_colours() -> None:
    """Signs and words stay; colours only add to them."""
    painted = rendered(SMALL, colour=True)
    assert "节能\x1b[9;31m[-减-]\x1b[0m\x1b[4;32m{+降+}\x1b[0m碳。" in painted
    assert "\x1b[9;31m- 定期评估。\x1b[0m" in painted
    assert "\x1b[1;31mmajor\x1b[0m     the target" in painted
    assert "\x1b[2m [target-lowered]\x1b[0m" in painted


EDITED = replace(
    REWORDED,
    edits=(
        Edit("keep", "到2027年，绿色贷款余额达"),
        Edit("delete", "1800"),
        Edit("insert", "1600"),
        Edit("keep", "亿元，保持全市领先，绿色债券余额达150亿元，全市占比稳定在"),
        Edit("delete", "30%"),
        Edit("insert", "25%"),
        Edit("keep", "以上。"),
    ),
    departments=(*EVERYBODY, ReachedView("区规划和自然资源局", "牵头", "lead")),
)


def test_narrow_and_wide_lines() -> None:
    """Every line fits; no sign, number or name is torn."""
    for width in range(60, 140):
        for by in BY:
            lines = rendered(comparison(task(LOWERED, EDITED), plan=SMALL.plan), by=by, width=width).splitlines()
            assert max(map(cells, lines)) <= width
            assert not [line for line in lines if re.search(r"(\[-|\{\+)$|^ *(-\]|\+\}|亿|元)", line)]
        text = rendered(comparison(task(EDITED)), width=width)
        assert all(each.name in text for each in EDITED.departments)


def test_a_line_without_end() -> None:
    """Without a width nothing is broken."""
    assert len(body(EDITED).splitlines()) == 3
    assert "[-30%-]{+25%+}以上。\n" in body(EDITED)


def test_an_absurd_width() -> None:
    """There is always some room behind the mark."""
    assert "解放碑CBD管委会" in body(replace(GONE, departments=(COMMITTEE,)), width=1)


def test_a_title_that_is_blank() -> None:
    """No line ends with a space, painted or not."""
    blank = replace(task(GONE, title=""), sections=())
    gone = replace(blank, after=None)
    for by in BY:
        assert not re.search(" $| \x1b\\[0m$", rendered(comparison(gone), by=by, colour=True), re.MULTILINE)


@settings(deadline=None, max_examples=50)
@given(any_comparison(), st.sampled_from(BY), st.none() | st.integers(20, 120))
def test_any_text(view: ComparisonView, by: str, width: int | None) -> None:
    """Nothing hidden comes through, and what is painted says the same as what is not."""
    text = rendered(view, by=by, width=width)
    assert not HIDDEN.search(text.replace("\n", ""))
    painted = rendered(view, by=by, width=width, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == text
    assert not HIDDEN.search((stat(view, ENGLISH) + name_only(view)).replace("\n", ""))
