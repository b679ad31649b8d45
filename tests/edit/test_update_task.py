"""Other values in a task's file: exactly those, however it is written, and with every comment that is not theirs."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.edit.format_text import paragraphs
from plancli.edit.rename import spliced, text_of
from plancli.edit.update_lists import UnfitError
from plancli.edit.update_task import respliced
from plancli.loading.loader import load
from plancli.model.task import Milestone, Unit
from tests.edit.commented import written
from tests.load.promises import arbitrary
from tests.support import BASE, TASK, Memory

if TYPE_CHECKING:
    from plancli.model.fields import Due
    from plancli.model.task import Task


def loaded(content: bytes | str) -> Task:
    """The task that a file holds."""
    plan = load(Memory({**BASE, TASK: content})).plan
    assert not plan.gaps.keys.get(TASK)
    return plan.by_id["节能降碳"]


def resaid(content: str, targets: tuple[dict[str, Any], ...] = (), **values: object) -> str:
    """A file with other values, which then says just that."""
    old = loaded(content)
    new = old.model_copy(update=values)
    after = spliced(content.encode(), respliced(content, old, new, targets)).decode()
    again = loaded(after)
    if not targets:
        assert said(again) == said(new)
    return after


def said(task: Task) -> tuple[object, ...]:
    """What a task says; space around a text or a note is no matter."""
    notes = {name: text.strip() for name, text in task.notes.items()}
    return task.model_copy(update={"text": "", "notes": notes}), paragraphs(task.text)


def due(written: str) -> Due:
    """A deadline."""
    found = loaded(f"title: 甲\ntext: 乙\ndue: {written}\n").due
    assert found
    return found


def units(*names: str) -> tuple[Unit, ...]:
    """Units of these names."""
    return tuple(Unit(name=name) for name in names)


WORDS = "title: 节能降碳  # 题\n# 文\ntext: |  # 块\n  推进节能。\n  再推进。\n"


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        (WORDS, {"title": "节能"}, WORDS.replace("节能降碳", "节能")),
        (WORDS, {"text": "推进节能。大力推进。"}, WORDS.replace("再推进", "大力推进")),
        (
            "title: 甲\ntext: '推进。'  # 文\n",
            {"text": "推进。再推进。"},
            "title: 甲\ntext: |  # 文\n  推进。\n  再推进。\n",
        ),
        (WORDS, {"due": due("2027")}, WORDS + "due: 2027\n"),
        (
            "title: 甲\ntext: 乙\ndue: 2026  # 限\n",
            {"due": due("2027-06")},
            "title: 甲\ntext: 乙\ndue: 2027-06  # 限\n",
        ),
        ("title: 甲\n# 限\ndue: 2026  # 限\ntext: 乙\n", {"due": None}, "title: 甲\n# 限\ntext: 乙\n"),
        ("due: 2026\ntext: 乙\ntitle: 甲", {"duty": "负责", "leader": "区长"}, None),
    ],
)
def test_scalars(before: str, values: dict[str, Any], after: str | None) -> None:
    """In the place of the old ones, or behind the keys that come before them; comments stay."""
    expected = "due: 2026\ntext: 乙\ntitle: 甲\nduty: 负责\nleader: 区长\n" if after is None else after
    assert resaid(before, **values) == expected


LEAD = "title: 甲\ntext: 乙\nlead:  # 头\n  # 一\n  - 甲局  # 甲\n  # 二\n  - 乙局\n# 尾\n"


@pytest.mark.parametrize(
    ("names", "after"),
    [
        (["乙局", "甲局"], "lead:  # 头\n  # 二\n  - 乙局\n  # 一\n  - 甲局  # 甲\n# 尾\n"),
        (["丙局", "乙局"], "lead:  # 头\n  # 一\n  - 丙局  # 甲\n  # 二\n  - 乙局\n# 尾\n"),
        (["乙局"], "lead:  # 头\n  # 一\n  # 二\n  - 乙局\n# 尾\n"),
        (["甲局", "乙局", "丙局"], "lead:  # 头\n  # 一\n  - 甲局  # 甲\n  # 二\n  - 乙局\n  - 丙局\n# 尾\n"),
        (["丙局", "甲局", "乙局"], "lead:  # 头\n  - 丙局\n  # 一\n  - 甲局  # 甲\n  # 二\n  - 乙局\n# 尾\n"),
        ([], "lead: []  # 头\n  # 一\n  # 二\n# 尾\n"),
    ],
)
def test_units(names: list[str], after: str) -> None:
    """Those that stay keep their lines and comments; a comment above one that is gone stays too."""
    assert resaid(LEAD, lead=units(*names)) == "title: 甲\ntext: 乙\n" + after


def test_an_allowance_goes_with_what_it_allows() -> None:
    """Else it would speak of another one."""
    before = LEAD.replace("# 二", "# plancli: allow alias-used -- 习惯")
    assert "allow" not in resaid(before, lead=units("甲局"))
    assert "allow" in resaid(before, lead=units("乙局"))


@pytest.mark.parametrize(
    ("before", "names", "after"),
    [
        ("lead: [甲局, 乙局]  # 头\n", ["乙局", "丙，局"], "lead: [乙局, 丙，局]  # 头\n"),
        ("lead: []  # 头\n", ["甲局"], "lead:  # 头\n  - 甲局\n"),
        ("lead: [甲局]\n", [], "lead: []\n"),
        ("lead:\n- 甲局\n- {name: 乙局, scope: 范围}", ["甲局"], "lead:\n- 甲局"),
        ("", ["甲局"], "lead:\n  - 甲局\n"),
    ],
)
def test_units_however_they_are_written(before: str, names: list[str], after: str) -> None:
    """In brackets, at the margin, or not at all."""
    assert resaid("title: 甲\ntext: 乙\n" + before, lead=units(*names)) == "title: 甲\ntext: 乙\n" + after


def test_roles_that_the_document_is_silent_of() -> None:
    """A key that goes, and one that says that there is nobody."""
    before = "title: 甲\ntext: 乙\nresponsible:\n  - 甲局\nsupport: []\n"
    assert resaid(before, responsible=None) == "title: 甲\ntext: 乙\nsupport: []\n"
    assert resaid(before, responsible=()) == "title: 甲\ntext: 乙\nresponsible: []\nsupport: []\n"


NOTES = "title: 甲\ntext: 乙\nnotes:\n  # 一\n  备注: 旧  # 注\n  说明: |\n    一\n    二\n"


@pytest.mark.parametrize(
    ("notes", "after"),
    [
        ({"备注": "新", "说明": "一\n二"}, NOTES.replace("旧", "新")),
        ({"说明": "一\n二", "依据": "文"}, NOTES.replace("  备注: 旧  # 注\n", "") + "  依据: 文\n"),
        ({}, "title: 甲\ntext: 乙\n"),
    ],
)
def test_notes(notes: dict[str, str], after: str) -> None:
    """One by one."""
    assert resaid(NOTES, notes=notes) == after


def test_notes_in_brackets() -> None:
    """Stay there."""
    assert resaid("title: 甲\ntext: 乙\nnotes: {备注: 旧, b: c}  # 注\n", notes={"备注": "新"}).endswith(
        "notes: {备注: 新}  # 注\n"
    )


TARGET = {
    "id": "商场",
    "indicator": "商场",
    "comparator": "at-least",
    "value": 1,
    "unit": "家",
    "due": 2027,
    "quote": "乙",
}
LINES = """\
  - id: 商场
    indicator: 商场
    comparator: at-least
    value: 1
    unit: 家
    due: 2027
    quote: 乙
"""


def test_targets_are_added() -> None:
    """Behind those that are there."""
    before = "title: 甲\ntext: 乙\n"
    once = resaid(before, ({**TARGET},))
    assert once == before + "targets:\n" + LINES
    assert resaid(once + "# 尾\n", ({**TARGET, "id": "丙"},)) == once + LINES.replace("id: 商场", "id: 丙") + "# 尾\n"


STEPS = (
    "title: 甲\ntext: 乙\nmilestones:\n  # 一\n  - what: 动工  # 注\n    due: 2026-05\n  - what: 完工\n    due: 2027\n"
)


@pytest.mark.parametrize(
    ("steps", "after"),
    [
        ({"动工": "2026-05", "完工": "2026-12"}, STEPS.replace("due: 2027", "due: 2026-12")),
        ({"完工": "2027"}, "title: 甲\ntext: 乙\nmilestones:\n  # 一\n  - what: 完工\n    due: 2027\n"),
        ({}, "title: 甲\ntext: 乙\n"),
    ],
)
def test_milestones(steps: dict[str, str], after: str) -> None:
    """Those that stay keep their lines and comments."""
    milestones = tuple(Milestone.model_construct(what=what, due=due(by)) for what, by in steps.items())
    assert resaid(STEPS, milestones=milestones) == after
    assert resaid("title: 甲\ntext: 乙\n", milestones=loaded(STEPS).milestones).endswith(
        "milestones:\n  - what: 动工\n    due: 2026-05\n  - what: 完工\n    due: 2027\n"
    )


def test_a_file_in_brackets_is_refused() -> None:
    """`fmt` writes it in lines first."""
    with pytest.raises(UnfitError):
        resaid("{title: 甲, text: 乙}\n", title="丙")


# However a file is written.

_COMMENT = re.compile("# ?[0-9]+")


@arbitrary
@given(st.integers(0, 2**32))
def test_every_file(seed: int) -> None:
    """With other scalars every comment stays; with other lists and notes too, the file says just that."""
    lots = Random(seed)  # noqa: S311 - nothing is secret here
    drawn = next(each for each in (written(at) for at in range(seed, seed + 100)) if each.path == TASK)
    old = loaded(drawn.content)
    text = text_of(drawn.content)
    scalars: dict[str, Any] = {
        "title": "甲：乙",
        "text": "一。\n二，三。",
        "due": due("2031"),
        "leader": "某",
        "duty": "办",
    }
    chosen = {key: scalars[key] for key in lots.sample(sorted(scalars), lots.randint(0, 5))}
    after = spliced(drawn.content, respliced(text, old, old.model_copy(update=chosen), ()))
    assert said(loaded(after)) == said(old.model_copy(update=chosen))
    assert sorted(_COMMENT.findall(after.decode())) == sorted(_COMMENT.findall(text))
    if not chosen:
        assert after == drawn.content
    everybody = (*old.lead, *(old.responsible or ()), *units("新局"))
    chosen |= {role: tuple(lots.sample(everybody, lots.randint(0, len(everybody)))) for role in ("lead", "responsible")}
    steps = tuple(
        Milestone.model_construct(what=what, due=due("2026"))
        for what in lots.sample(("动工", "完工"), lots.randint(0, 2))
    )
    chosen |= {"milestones": (*lots.sample(old.milestones, min(len(old.milestones), 1)), *steps)}
    chosen |= {"support": None, "notes": {"备注": "别的", "新": "一二"}}
    try:
        after = spliced(drawn.content, respliced(text, old, old.model_copy(update=chosen), ()))
    except UnfitError:
        return  # refused, which loses nothing
    assert said(loaded(after)) == said(old.model_copy(update=chosen))
