"""`# plancli: allow RULE -- reason`: what a comment allows, and what it does not."""

from __future__ import annotations

import pytest

from plancli.checking import has_errors
from plancli.loading.loader import load
from tests.support import PLAN, TASK, Memory, rules, world

ALLOW = "# plancli: allow no-lead -- 原文未列"


def found(task: str) -> list[str]:
    """The rules that speak of a plan whose task has these keys."""
    group = "# departments.yaml\ngroups: [{name: 各委, members: [区发改委]}]\n"
    return rules(world(f"{group}# {TASK}\n{task}responsible: [区生态环境局, 各委]\n"))


@pytest.mark.parametrize(
    "task",
    [
        f"lead: []  {ALLOW}\n",
        f"{ALLOW}\nlead: []\n",
        f"title: 节能降碳\n{ALLOW}\nlead: []\n",
        f"title: 节能降碳\n{ALLOW}\n\n# 另一条说明\nlead: []\n",
        "lead: []  #plancli:allow no-lead --原文未列\n",
        "lead: []  # plancli: allow no-lead — 原文未列\n",
        "lead: []  # plancli: allow no-lead —— 原文未列\n",
        "lead: []  # plancli：allow no-lead -- 原文未列\n",
        "lead: []  # plancli allow no-lead - 原文未列\n",
        "lead: []  # PLANCLI: Allow no-lead -- 原文未列\n",
    ],
)
def test_a_comment_allows_behind_a_value_before_its_line_or_at_the_head(task: str) -> None:
    """The three places where people look for it; the dash may be the one that an input method gives."""
    assert found(task) == []


def test_an_allowance_takes_nothing_from_the_value_before_it() -> None:
    """With one space before it, where another comment might be the rest of the value."""
    assert rules(world(f"# {TASK}\ntitle: 节能降碳 # plancli: allow text-repeats-title -- 原文如此\n")) == [
        "unused-allowance"
    ]
    assert "cut-short-value" in rules(world(f"# {TASK}\ntitle: 节能降碳 #2 plancli\n"))


def test_a_name_that_nobody_has_cannot_be_allowed() -> None:
    """Its task would be missing from the sheet of whoever is meant, and nobody would be told."""
    said = rules(world(f"# {TASK}\nlead:\n  - 区发改局  # plancli: allow unknown-department -- 原文如此\n"))
    assert sorted(said) == ["invalid-allowance", "unknown-department"]


def test_a_comment_allows_what_lies_inside_its_value() -> None:
    """Text cannot hold a comment: the one behind its key speaks of the whole block."""
    mixed = "text: |  # plancli: allow mixed-punctuation -- 原文如此\n  加快推动,推进。\n"
    assert found(mixed) == []


def test_a_comment_allows_no_other_value() -> None:
    """Both are told: the fault, and that the comment allows nothing."""
    elsewhere = f"title: 节能降碳  {ALLOW}\ntext: 推进。\nlead: []\n"
    assert sorted(found(elsewhere)) == ["no-lead", "unused-allowance"]


def test_several_rules_may_be_allowed_at_once() -> None:
    """With ordinary or Chinese commas; each is accounted for by itself."""
    task = "lead: []  # plancli: allow no-lead，text-repeats-title、cut-short-value -- 原文如此\n"
    assert found(task) == ["unused-allowance", "unused-allowance"]


def test_a_text_that_speaks_of_allowances_allows_nothing() -> None:
    """What stands in a block or in quotation marks is no comment."""
    assert found(f'text: |\n  加快推动。\n  {ALLOW}\nduty: "x {ALLOW}"\nlead: []\n') == ["no-lead"]


def test_an_error_of_loading_cannot_be_allowed() -> None:
    """It would hide what is missing from every sheet."""
    task = "# plancli: allow unknown-key -- 以后再改\n主办: 区发改委\n"
    assert sorted(found(task)) == ["invalid-allowance", "unknown-key"]


def test_an_allowance_of_a_rule_that_is_off_is_not_unused() -> None:
    """Nobody can know whether it would be needed."""
    header = "format: 1\ntitle: 计划\nperiod: {start: 2025, end: 2027}\noutline: [{heading: 任务, tasks: [节能降碳]}]\n"
    off = f"# plan.yaml\n{header}checks: {{no-lead: off}}\n# {TASK}\ntitle: 节能降碳  {ALLOW}\n"
    assert rules(world(off)) == []


def test_an_allowance_in_a_file_with_a_syntax_error_is_not_unused() -> None:
    """The file could not be checked."""
    assert found(f"title: 节能降碳  {ALLOW}\nlead: [\n") == ["invalid-yaml"]


def test_whether_there_are_errors_is_known_where_an_unused_allowance_is_one() -> None:
    """Documents are made only of a plan without errors: both must agree."""
    unused = world(f"# {TASK}\n# plancli: allow no-lead -- 原文未列\n")
    plan = unused[PLAN]
    assert isinstance(plan, str)
    strict = {**unused, PLAN: f"{plan}checks:\n  unused-allowance: error\n"}
    assert not has_errors(load(Memory(unused)))
    assert has_errors(load(Memory(strict)))
