"""A plan's own settings: `checks` in plan.yaml."""

from __future__ import annotations

import re

import pytest

from plancli.diagnostics import Severity
from plancli.rules import RULES
from tests.rules.cases_shape import header
from tests.support import TASK, Files, diagnostics, rules, world

NO_LEAD = "lead: []\nresponsible: [区发改委, 区生态环境局]\n"


def checked(settings: str, task: str = NO_LEAD) -> Files:
    """A plan with these settings and one fault."""
    return world(f"{header(f'checks: {settings}')}\n# {TASK}\n{task}")


@pytest.mark.parametrize("severity", Severity)
def test_a_rule_takes_the_severity_that_the_plan_gives_it(severity: Severity) -> None:
    """Up and down."""
    found = diagnostics(checked(f"{{no-lead: {severity}}}"))
    assert [(each.rule, each.severity) for each in found] == [("no-lead", severity)]


@pytest.mark.parametrize("word", ["off", '"off"'])
def test_a_rule_can_be_turned_off(word: str) -> None:
    """`off` is a text, in quotes or not; YAML 1.1 would read it as false."""
    assert rules(checked(f"{{no-lead: {word}}}")) == []


def test_a_rule_of_loading_can_be_turned_off_too() -> None:
    """All rules stand in one table."""
    assert rules(checked("{cut-short-value: off}", "title: 推进 #1 工程\n")) == []


def test_settings_concern_one_rule() -> None:
    """The others keep their own severity."""
    found = diagnostics(checked("{unused-department: off}", "lead: []\nresponsible: [区x]\n"))
    assert {(each.rule, each.severity) for each in found} == {
        ("no-lead", Severity.WARNING),
        ("unknown-department", Severity.ERROR),
    }


def test_a_faulty_setting_leaves_the_others_in_force() -> None:
    """It is reported, and the rule keeps its own severity."""
    found = diagnostics(checked("{no-lead: loud, unused-department: off}", "lead: []\n"))
    assert [(each.rule, each.severity.value) for each in found] == [("wrong-type", "error"), ("no-lead", "warning")]


def test_a_name_that_is_no_rule_is_reported() -> None:
    """A typing error would leave the rule on, and nobody would know why."""
    found = [each for each in diagnostics(checked("{no-leed: off}")) if each.rule != "no-lead"]
    assert [(each.rule, each.suggestions[:1]) for each in found] == [("unknown-key", ("no-lead",))]


def test_severities_are_ranked_from_the_most_serious() -> None:
    """What --fail-on compares."""
    assert sorted(Severity, key=lambda each: each.rank) == [Severity.ERROR, Severity.WARNING, Severity.INFO]


def test_every_rule_has_a_name_that_can_be_set() -> None:
    """Kebab-case, without digits, each once."""
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name) for name in names)
