"""One root cause, one message: what is broken keeps the rules silent that would only report its consequences."""

from __future__ import annotations

import pytest

from tests.rules.cases_shape import goal, header, register
from tests.support import BASE, PLAN, REGISTER, TASK, Content, Files, rules, task, world

BROKEN = "title：节能降碳\nlead: []\n"
LED = "lead: [区发改委]\n"

OTHER = """\
# tasks/环境保护.yaml (whole)
title: 环境保护
text: 推进。
"""


def broken(path: str, content: Content) -> Files:
    """The sound plan with one file that is not."""
    return {**world(), path: content}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # a task's file that cannot be read is no missing task, and its units are not unused
        (broken(TASK, BROKEN), ["invalid-yaml"]),
        (broken(TASK, b"\xff"), ["invalid-encoding"]),
        (broken(TASK, ""), ["wrong-type"]),
        (broken(TASK, "---\n"), ["wrong-type"]),
        (broken(TASK, "- a\n"), ["wrong-type"]),
        (broken(TASK, "title: 甲\n---\ntitle: 乙\n"), ["forbidden-yaml-feature"]),
        # without a register no name is unknown
        (broken(REGISTER, BROKEN), ["invalid-yaml"]),
        (broken(REGISTER, ""), ["wrong-type"]),
        (broken(REGISTER, BASE[REGISTER].replace("departments:", "department:")), ["unknown-key"]),
        (broken(REGISTER, BASE[REGISTER].replace("name:", "名称:")), ["unknown-key", "unknown-key"]),
        # without an outline no task is unlisted
        (broken(PLAN, BROKEN), ["invalid-yaml"]),
        (broken(PLAN, ""), ["wrong-type"]),
        (broken(PLAN, b"\xff\xfe"), ["invalid-encoding"]),
        (world(header("outline: 重点任务\n")), ["wrong-type"]),
        (world(header("outline:\n  - heading: 甲\n")), ["missing-key"]),
        (world(header("outline:\n  - {heading: 甲, tasks: 节能降碳}\n")), ["wrong-type"]),
        (broken(PLAN, BASE[PLAN].replace("outline:", "outlines:")), ["unknown-key"]),
        (broken(PLAN, BASE[PLAN].replace("outline:", "大纲:")), ["unknown-key"]),
        (broken(PLAN, BASE[PLAN].replace("heading:", "headline:")), ["unknown-key"]),
        # a register's entry that does not load is known by its spellings all the same
        (world(register("departments:\n  - name: 区发改委\n  - {name: 区生态环境局, kind: 政府}\n")),
         ["missing-key", "wrong-type"]),
        (world(register("groups:\n  - {name: 各管委会, alias: [管委会]}\n") + f"# {TASK}\nresponsible: [管委会]\n"),
         ["unknown-key"]),
        # a faulty key keeps silent who reads it, and nobody else
        (world(f"# {TASK}\nlead: 区发改委\n"), ["wrong-type"]),
        (world(f"# {TASK}\nlead: [区发改委, 2025]\nduty: 2025\n"), ["wrong-type", "wrong-type"]),
        (world(f"# {TASK}\ntext: 2025\n{goal('due: 2030')}"), ["target-outside-period", "wrong-type"]),
        (world(f"# {TASK}\ntitle: 2025\ntext: 节能降碳。\n"), ["wrong-type"]),
        (world(f"# {TASK}\n{goal('due: 2030年')}"), ["wrong-type"]),
        (world(f"# {TASK}\n{goal('quote: 2030')}"), ["wrong-type"]),
        (world(header("period: {start: 2025, end: 25}\n") + f"# {TASK}\n{goal('due: 2030')}"), ["wrong-type"]),
        (world(header("run_in_titles: 是\n") + f"# {TASK}\ntext: 节能降碳。\n"), ["wrong-type"]),
        # of a key that is written twice nobody knows which counts
        (world(f"# {TASK}\nlead: []\nlead: [区发改委]\n"), ["duplicate-key"]),
        # an unlisted file that the outline seems to mean is one mistake
        (world(header("outline: [{heading: 甲, tasks: [节能降碳, 环境保互]}]\n") + OTHER + LED), ["missing-task"]),
        # a target of which a part is faulty is not a target without it
        (world(f"# {TASK}\n{goal('value: 一')}"), ["wrong-type"]),
        (world(f"# {TASK}\n{goal('comparator: 不低于')}"), ["wrong-type"]),
    ],
)  # fmt: skip
def test_a_breakage_is_reported_once(files: Files, expected: list[str]) -> None:
    """Exactly these rules speak, each as often as it does."""
    assert rules(files) == expected


@pytest.mark.parametrize(
    "register",
    [
        "departments:\n",
        "departments:\n  区发改委: {kind: government}\n  区生态环境局: {kind: government}\n",
        "departments:\n  -区发改委\n",
        "groups: []\n",
    ],
)
def test_a_register_without_its_list_is_reported_once(register: str) -> None:
    """Else every unit of every task is unknown, and the one line that matters is lost among them."""
    assert len(rules(broken(REGISTER, register))) == 1


@pytest.mark.parametrize("unit", ["区发改委、区生态环境局", "区生态环保局"])
def test_a_misspelt_unit_is_one_mistake(unit: str) -> None:
    """That the right one is named nowhere is its consequence."""
    assert rules(task(f"lead: [区发改委]\nresponsible: [{unit}]\n")) == ["unknown-department"]


def test_a_broken_task_leaves_the_others_their_numbers() -> None:
    """Nothing is missing, nothing is unlisted, and a second task's own faults are still told."""
    files = world(header("outline: [{heading: 甲, tasks: [节能降碳, 环境保护]}]\n") + OTHER)
    files[TASK] = BROKEN
    assert rules(files) == ["invalid-yaml", "no-lead"]


def test_three_broken_files_are_three_messages() -> None:
    """All mistakes come in one run."""
    assert rules({PLAN: BROKEN, REGISTER: BROKEN, TASK: BROKEN}) == ["invalid-yaml"] * 3


def test_nothing_at_all() -> None:
    """An empty folder lacks two files, and that is all that can be said of it."""
    assert rules({}) == ["unreadable-file"] * 2
