"""Every rule's manual: what its examples claim is true."""

from __future__ import annotations

import re

import pytest

from plancli.diagnostics import Severity
from plancli.manual import excerpts, manual
from plancli.rules import RULES, Rule
from tests.support import BASE, diagnostics, rules, world

OF_PLANS = tuple(rule for rule in RULES if rule.name != "template-mistake")
"""The rules whose examples are plans."""

FURTHER_TASK = r"tasks/(\w+/)?\w+\.yaml"
"""A file that an example adds: of another task, or where none is read."""

each_rule = pytest.mark.parametrize("rule", OF_PLANS, ids=lambda rule: rule.name)


def errors(example: str) -> set[str]:
    """The rules that find an error in an example."""
    return {each.rule for each in diagnostics(world(example)) if each.severity is Severity.ERROR}


def test_the_sound_plan_is_sound() -> None:
    """What the examples are laid over has nothing to report, so that what is reported is theirs."""
    assert diagnostics(world()) == []


@each_rule
def test_on_the_bad_example_the_rule_speaks(rule: Rule) -> None:
    """It speaks, and where it is an error nothing else is one."""
    example = manual(rule.function).bad
    assert rule.name in rules(world(example))
    assert errors(example) <= {rule.name}


@each_rule
def test_on_the_good_example_the_rule_is_silent(rule: Rule) -> None:
    """A way out that is an error of another kind would be none."""
    example = manual(rule.function).good
    assert rule.name not in rules(world(example))
    assert errors(example) == set()


@each_rule
def test_the_manual_is_whole(rule: Rule) -> None:
    """What it finds, in one sentence; both examples, each naming a file of the plan."""
    page = manual(rule.function)
    assert page.summary.endswith(".")
    assert rule.severity is not Severity.ERROR or page.paragraphs or rule.name == "repeated-department"
    for example in (page.bad, page.good):
        assert all(each.path in BASE or re.fullmatch(FURTHER_TASK, each.path) for each in excerpts(example))
