"""Who is asked what: by name or through a group, in which role; and what may concern whom."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from plancli.loading.loader import load
from plancli.model.register import Department, Group
from tests.support import PLAN, REGISTER, TASK, Memory, wordings, world

if TYPE_CHECKING:
    from plancli.model.plan import Plan

EXAMPLE = f"""\
# {PLAN}
outline: [{{heading: 甲, tasks: [a, b, c, d, e, f, g]}}]
# {REGISTER} (whole)
departments:
  - {{name: 局, kind: government, full_name: 全局, aliases: [老局]}}
  - {{name: 委, kind: committee}}
  - {{name: 办, kind: party}}
groups:
  - {{name: 各委, aliases: [委们], members: [委, 老局], complete: false}}
  - {{name: 全体, members: [局, 委]}}
  - {{name: 散, complete: false}}
# {TASK} (missing)
# tasks/a.yaml (whole)
title: a
text: 推进。
lead: [老局]
responsible: [各委, 委]
# tasks/b.yaml (whole)
title: b
text: 推进。
lead: [办]
responsible: [委们, 散]
support: [局, 全局]
# tasks/c.yaml (whole)
title: c
text: 推进。
lead: [各委]
responsible: [全体]
support: [{{name: 委, scope: 甲}}]
# tasks/d.yaml (whole)
title: d
text: 推进。
lead: []
responsible: []
support: [全体]
# tasks/e.yaml (whole)
title: e
text: 推进。
responsible: [散, 没有的局]
# tasks/f.yaml (whole)
title: f
text: 推进。
responsible: [散]
# tasks/g.yaml (whole)
title: g
text: 推进。
responsible: [全体]
"""


@cache
def plan() -> Plan:
    """The example, loaded."""
    return load(Memory(world(EXAMPLE))).plan


def duties(name: str) -> list[tuple[str, str, str]]:
    """Task, role, and the group through which it is reached."""
    entry = plan().resolve(name)
    assert entry is not None
    return [(duty.task.id, duty.role, duty.via.name if duty.via else "") for duty in plan().duties(entry)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # named outranks via, also a weaker role named outranks a stronger one via (c); of roles the strongest (b, c)
        ("委", [("a", "responsible", ""), ("b", "responsible", "各委"), ("c", "support", ""), ("d", "support", "全体"),
               ("g", "responsible", "全体")]),
        # an alias and a full name are the department; the first of two groups in the strongest role (c)
        ("局", [("a", "lead", ""), ("b", "support", ""), ("c", "lead", "各委"), ("d", "support", "全体"),
               ("g", "responsible", "全体")]),
        ("办", [("b", "lead", "")]),
        ("各委", [("a", "responsible", ""), ("b", "responsible", ""), ("c", "lead", "")]),
        ("散", [("b", "responsible", ""), ("e", "responsible", ""), ("f", "responsible", "")]),
        ("全体", [("c", "responsible", ""), ("d", "support", ""), ("g", "responsible", "")]),
    ],
)  # fmt: skip
def test_duties(name: str, expected: list[tuple[str, str, str]]) -> None:
    """Every task once, in reading order."""
    assert duties(name) == expected


def test_a_duty_keeps_the_unit_as_written() -> None:
    """With its spelling and its scope."""
    by_task = {duty.task.id: duty.unit for duty in plan().duties(plan().register.departments[1])}
    assert (by_task["c"].name, by_task["c"].scope) == ("委", "甲")
    assert by_task["b"].name == "委们"


def test_tasks_that_nobody_in_particular_answers_for() -> None:
    """All responsible units are incomplete groups; an unknown unit is somebody, and nobody at all is not meant."""
    assert [task.id for task in plan().unattributable] == ["b", "f"]


@pytest.mark.parametrize(("name", "expected"), [("局", ["f"]), ("委", ["f"]), ("办", ["f"])])
def test_what_may_concern_a_department(name: str, expected: list[str]) -> None:
    """But for its own duties: 办 leads b, 局 supports it, 委 is reached through a group."""
    entry = plan().resolve(name)
    assert isinstance(entry, Department)
    assert [task.id for task in plan().may_concern(entry)] == expected


def test_spellings() -> None:
    """Names, full names and aliases; a name that nobody claims means nothing."""
    found = {each: plan().resolve(each) for each in ("局", "全局", "老局", "各委", "委们", "没有的局")}
    assert {name: entry.name if entry else None for name, entry in found.items()} == {
        "局": "局", "全局": "局", "老局": "局", "各委": "各委", "委们": "各委", "没有的局": None,
    }  # fmt: skip
    assert isinstance(found["委们"], Group)


def test_groups_of_a_department() -> None:
    """Also where the group lists it by an alias."""
    groups = {name: [group.name for group in each] for name, each in plan().register.groups_of.items()}
    assert groups == {"委": ["各委", "全体"], "局": ["各委", "全体"]}


def test_mentions_are_in_reading_order() -> None:
    """Every unit that a task names, with its place."""
    found = [(each.task.id, each.role, each.index, each.unit.name) for each in plan().mentions()]
    assert found[:5] == [
        ("a", "lead", 0, "老局"),
        ("a", "responsible", 0, "各委"),
        ("a", "responsible", 1, "委"),
        ("b", "lead", 0, "办"),
        ("b", "responsible", 0, "委们"),
    ]
    assert [each.place.route for each in plan().mentions()][2] == ("responsible", 1)


@pytest.mark.parametrize(
    ("entry", "case"),
    [
        ("{name: 局, kind: party}", "ambiguous-name.twice"),
        ("{name: 新, kind: party, aliases: [老局]}", "ambiguous-name"),
    ],
)
def test_a_spelling_that_two_entries_claim_is_reported(entry: str, case: str) -> None:
    """A duty would go to the wrong office."""
    register = f"departments:\n  - {{name: 局, kind: government, aliases: [老局]}}\n  - {entry}\n"
    task = "title: 甲\ntext: 推进。\nlead: [局, 新]\n"
    files = world(f"# {REGISTER} (whole)\n{register}# {TASK} (whole)\n{task}")
    assert [each for each in wordings(files) if each != "unknown-department"] == [case]
