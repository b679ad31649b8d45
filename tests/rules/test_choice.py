"""Which rules are asked: what a plan sets, what a person selects and ignores."""

from __future__ import annotations

import pytest

from plancli.checking import ALL, Choice, check
from plancli.loading.loader import load
from plancli.rules import BY_NAME, RULES, Rule
from tests.support import ENGLISH, PLAN, TASK, Memory, world

HEADER = "format: 1\ntitle: 计划\nperiod: {start: 2025, end: 2027}\noutline: [{heading: 任务, tasks: [节能降碳]}]\n"
FAULTS = "lead: []\nsupport: [区发改委]\ntext: 加快推动,推进。\n"


def told(choice: Choice, checks: str = "", task: str = FAULTS) -> dict[str, str]:
    """The severity of each rule that speaks of a task without a lead, with a half-width comma."""
    files = world(f"# {PLAN}\n{HEADER}checks: {{{checks}}}\n# {TASK}\n{task}")
    return {each.rule: each.severity.value for each in check(load(Memory(files)), ENGLISH, choice)}


def test_without_a_choice_the_plan_decides() -> None:
    """Severities, and what is off."""
    assert told(ALL) == {"no-lead": "warning", "mixed-punctuation": "info"}
    assert told(ALL, "no-lead: off, mixed-punctuation: error") == {"mixed-punctuation": "error"}


def test_who_is_selected_speaks() -> None:
    """At the plan's severity; at its own where the plan turns it off."""
    choice = Choice(frozenset({"no-lead"}))
    assert told(choice) == {"no-lead": "warning"}
    assert told(choice, "no-lead: info") == {"no-lead": "info"}
    assert told(choice, "no-lead: off") == {"no-lead": "warning"}


def test_who_is_ignored_is_silent() -> None:
    """Whatever else is said."""
    assert told(Choice(None, frozenset({"no-lead"}))) == {"mixed-punctuation": "info"}
    assert told(Choice(frozenset({"no-lead"}), frozenset({"no-lead"})), "no-lead: error") == {}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.is_load_error], ids=lambda rule: rule.name)
def test_errors_of_loading_are_always_asked(rule: Rule) -> None:
    """No choice turns them off, and no setting."""
    plan = load(Memory(world(f"# {PLAN}\n{HEADER}checks: {{unknown-key: off}}\n"))).plan
    for choice in (Choice(frozenset()), Choice(None, frozenset(BY_NAME))):
        assert choice.setting(rule, plan) == "error"
