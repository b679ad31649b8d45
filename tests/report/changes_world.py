"""Comparisons made by hand, for tests of their reports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from plancli.diagnostics import Place
from plancli.diff.kinds import BY_NAME
from plancli.diff.text import Edit
from plancli.views.changes import ChangedTask, ChangeView, ComparisonView, ReachedView, Totals

if TYPE_CHECKING:
    from plancli.views.changes import Verdict

LEADS = ReachedView("区发改委", "牵头", "lead")
ENVIRONMENT = ReachedView("区生态环境局", "责任", "responsible")
HOUSING = ReachedView("区住建委", "责任", "responsible")
COMMITTEE = ReachedView("解放碑CBD管委会", "责任 through 各管委会", "responsible")
EVERYBODY = (ENVIRONMENT, LEADS, HOUSING, COMMITTEE)


def change(kind: str, message: str = "", **rest: object) -> ChangeView:
    """A change of a kind, of its level by default, of a task that the small plan has."""
    known = BY_NAME[kind]
    plain = ChangeView(
        kind=kind,
        area=known.area,
        level=known.level.value,
        task="节能降碳",
        message=message or kind.replace("-", " "),
        before="",
        after="",
        edits=(),
        departments=EVERYBODY,
        old=Place("tasks/节能降碳.yaml", ("text",)),
        new=Place("tasks/节能降碳.yaml", ("text",)),
        numbers=(),
        fingerprint="0123456789ab",
    )
    return replace(plain, **rest)  # type: ignore[arg-type] # the caller's own


def task(*changes: ChangeView, title: str = "节能降碳", before: int | None = 5, after: int | None = 6) -> ChangedTask:
    """A task with changes."""
    names = dict.fromkeys(each.name for change in changes for each in change.departments)
    return ChangedTask(title, title, before, after, ("一、重点任务", "（一）绿色转型"), tuple(names), changes)


def comparison(
    *tasks: ChangedTask,
    plan: tuple[ChangeView, ...] = (),
    off: int = 0,
    errors: tuple[int, int] = (0, 0),
    department: str | None = None,
) -> ComparisonView:
    """A comparison of these changes, counted."""
    found = [*plan, *(change for task in tasks for change in task.changes)]
    levels = [change.level for change in found]
    material = [change for change in found if change.material]
    verdict: Verdict = "material" if material else "immaterial" if found or off else "none"
    reached = {each.name for change in material for each in change.departments}
    grave, warnings, infos = (levels.count(level) for level in ("error", "warning", "info"))
    totals = Totals(grave, warnings, infos, off, tasks=len(tasks), departments=len(reached))
    return ComparisonView("计划", "zh-CN", "HEAD", "worktree", verdict, totals, plan, tasks, errors, department)


LOWERED = change(
    "target-lowered",
    "the target “绿色贷款余额” was lowered from 1800亿元 to 1600亿元 (-200亿元, -11.1%)",
    before="1800亿元",
    after="1600亿元",
    new=Place("tasks/节能降碳.yaml", ("targets", 0, "due")),
)
REWORDED = change(
    "text-reworded",
    "reworded",
    before="推进节能减碳。",
    after="推进节能降碳。",
    edits=(Edit("keep", "推进节能"), Edit("delete", "减"), Edit("insert", "降"), Edit("keep", "碳。")),
    new=Place("tasks/节能降碳.yaml", ("text",), chars=(0, 7)),
)
GONE = change("text-sentence-removed", "a sentence was removed", before="定期评估。", new=None)
CAME = change("text-sentence-added", "a sentence was added", after="完善制度。", old=None)
REMOVED = change(
    "task-removed",
    "the task was removed",
    task="环境监测",
    before="环境监测",
    departments=(ReachedView("区生态环境局", "牵头 before", "lead"),),
    old=Place("tasks/环境监测.yaml"),
    new=None,
)
RENUMBERED = change(
    "task-renumbered",
    "only the numbers of 2 tasks changed: 5→6, 6→7",
    task=None,
    departments=(),
    old=Place("plan.yaml", ("outline",)),
    new=Place("plan.yaml", ("outline",)),
    numbers=("5→6", "6→7"),
)
JOINED = change(
    "group-member-added",
    "区住建委 belongs to 各管委会 now",
    task=None,
    after="区住建委",
    departments=(ReachedView("区住建委", "the change is its own"),),
    old=Place("departments.yaml", ("departments", 0)),
    new=Place("departments.yaml", ("departments", 0, "name")),
)

SMALL = comparison(
    task(LOWERED, GONE, CAME, REWORDED),
    task(REMOVED, title="环境监测", before=7, after=None),
    plan=(RENUMBERED, JOINED),
)
"""Of everything something."""

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=30)
_REACHED = st.builds(ReachedView, ANY_TEXT, ANY_TEXT, st.sampled_from(["lead", "responsible", "support", ""]))
_EDITS = st.lists(
    st.builds(Edit, st.sampled_from(["keep", "delete", "insert"]), ANY_TEXT.filter(bool)), max_size=5
).map(tuple)


@st.composite
def any_change(draw: st.DrawFn) -> ChangeView:
    """A change whose words are anything, in a file of any name."""
    kind = draw(st.sampled_from(sorted(BY_NAME)))
    place = Place(f"tasks/{draw(ANY_TEXT)}.yaml")
    return change(
        kind,
        "m" + draw(ANY_TEXT),
        before=draw(ANY_TEXT),
        after=draw(ANY_TEXT),
        level=draw(st.sampled_from(["error", "warning", "info"])),
        task=draw(ANY_TEXT),
        edits=draw(_EDITS),
        departments=tuple(draw(st.lists(_REACHED, max_size=3))),
        old=draw(st.sampled_from([place, None])),
        new=draw(st.sampled_from([place, None])),
    )


@st.composite
def any_comparison(draw: st.DrawFn) -> ComparisonView:
    """A comparison with any words in it."""
    tasks = [
        task(*changes, title=draw(ANY_TEXT), before=draw(st.integers(1, 9)), after=draw(st.none() | st.integers(1, 9)))
        for changes in draw(st.lists(st.lists(any_change(), min_size=1, max_size=3), max_size=3))
    ]
    plan = tuple(replace(each, task=None) for each in draw(st.lists(any_change(), max_size=2)))
    view = comparison(*tasks, plan=plan, errors=(draw(st.integers(0, 2)), 0))
    return replace(view, old=draw(ANY_TEXT), new=draw(ANY_TEXT))
