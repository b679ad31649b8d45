"""Every wording of every rule: what makes it speak, where it points, and what it says."""

from __future__ import annotations

from dataclasses import astuple
from itertools import product

import pytest

from plancli.diagnostics import Severity
from plancli.loading.loader import load
from plancli.messages import LANGUAGES, catalog
from plancli.rules import BY_NAME
from plancli.wording.table import WORDS
from tests.rules import (
    cases_allowances,
    cases_files,
    cases_names,
    cases_plan,
    cases_shape,
    cases_targets,
    cases_text,
    cases_yaml,
)
from tests.rules.cases import Case, numbered
from tests.support import Memory, diagnostics, rule_of, said, stamped, world

CASES = (
    *cases_allowances.CASES,
    *cases_files.CASES,
    *cases_yaml.CASES,
    *cases_shape.CASES,
    *cases_plan.CASES,
    *cases_targets.CASES,
    *cases_names.CASES,
    *cases_text.CASES,
)

ELSEWHERE = {"template-mistake", "file-too-large.faults"}
"""Wordings of what no plan can bring about, or only beside a hundred others: of that the bad files have examples."""

UNREACHABLE = {"invalid-id.empty"}
"""An id is a file's stem, or a line that is not blank."""


def errors(wordings: set[str]) -> set[str]:
    """Those wordings that are errors."""
    return {each for each in wordings if BY_NAME[rule_of(each)].severity is Severity.ERROR}


each_case = pytest.mark.parametrize("case", CASES, ids=numbered(CASES))


@each_case
def test_it_is_said_at_its_place_and_no_other_error_with_it(case: Case) -> None:
    """One root cause, one message; columns in code points, from 1, the end exclusive."""
    found = said(case.files)
    assert case.said in found
    assert errors({each.wording for each in found}) <= {case.wording}


@each_case
def test_its_message(case: Case) -> None:
    """The whole sentence, filled in."""
    assert case.message in [each.message for each in diagnostics(case.files) if each.rule == rule_of(case.wording)]


@each_case
def test_every_part_of_the_wording_can_be_filled_in(case: Case) -> None:
    """A field that the finding has no fact for would be an exception, in a sentence that is seldom shown."""
    for wording, finding in stamped(load(Memory(case.files))):
        for text, language in product(filter(None, astuple(WORDS[wording])), LANGUAGES):
            assert catalog(language).gettext(text).format_map({**finding.facts, "suggestions": "甲"})


def test_every_wording_has_a_case() -> None:
    """No sentence is untested, none is unused."""
    assert {case.wording for case in CASES} == set(WORDS) - ELSEWHERE - UNREACHABLE


def test_every_wording_belongs_to_a_rule_and_every_rule_has_one() -> None:
    """A typing error in a name would be an exception when the finding is worded."""
    assert {rule_of(wording) for wording in WORDS} == set(BY_NAME)


def test_an_address_in_brackets_is_not_to_be_taken_apart() -> None:
    """With a space behind http: it is still wrong, and the message of the next run leads further away."""
    (found,) = diagnostics(world("# plan.yaml\nissued: {by: 甲, url: http://a.cn}\n"))
    assert "http: " not in found.help
