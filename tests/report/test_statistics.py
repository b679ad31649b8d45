"""How often each rule speaks: the most serious first, and of these the most frequent."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from plancli.messages import catalog
from plancli.report.statistics import render_statistics, to_json
from plancli.report.summary import Summary
from plancli.views.finding_groups import rules_that_spoke
from plancli.views.findings import RuleView
from tests.findings import SOME, found_in
from tests.report.support import ENGLISH
from tests.support import world

RULES = (
    RuleView("unknown-department", "error", 12, 0, "A unit is named that `departments.yaml` does not know."),
    RuleView("repeated-department", "warning", 3, 3, "A cell names the same unit twice."),
    RuleView("mixed-punctuation", "info", 140, 120, "Chinese text mixes two kinds of punctuation."),
)
SUMMARY = Summary(12, 3, 140, 32)


@cache
def schema() -> Draft202012Validator:
    """The published one."""
    path = Path(__file__).parents[2] / "docs" / "schema" / "statistics.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def test_a_line_a_rule() -> None:
    """In columns; what can be mended is said, and where it is not all, how much."""
    assert (
        render_statistics(RULES, ENGLISH, summary=SUMMARY)
        == """\
  12  error    unknown-department                   A unit is named that `departments.yaml` does not know.
   3  warning  repeated-department  [fixable]       A cell names the same unit twice.
 140  info     mixed-punctuation    [fixable: 120]  Chinese text mixes two kinds of punctuation.
12 errors, 3 warnings, 140 infos (32 files checked)
"""
    )


def test_in_chinese_columns_stand_by_cells() -> None:
    """A Chinese character takes two; a column in which nothing stands is left out."""
    said = render_statistics([RULES[0]], catalog("zh"), summary=Summary(12, 0, 0, 32))
    assert said.startswith("  12  错误  unknown-department  A unit")


def test_the_order() -> None:
    """By how serious they are in this plan, then by how often, then by name."""
    found = found_in(world(SOME))
    rules = rules_that_spoke([*found, *found, *(each for each in found if each.rule == "wrong-type")], ENGLISH)
    assert [(each.rule, each.severity, each.count) for each in rules] == [
        ("wrong-type", "error", 3),
        ("unknown-department", "error", 2),
        ("unlisted-task", "error", 2),
        ("no-lead", "warning", 2),
    ]
    assert rules[3].finds == "A task has no leading unit."


def test_nothing_found() -> None:
    """The summary stands alone."""
    assert render_statistics([], ENGLISH, summary=Summary(0, 0, 0, 32)) == "no problems found (32 files checked)\n"


def test_json_keeps_its_schema() -> None:
    """Numbers are numbers; what a rule finds is not repeated there."""
    told = json.loads(to_json(RULES, SUMMARY))
    schema().validate(told)
    assert told["summary"] == {"errors": 12, "warnings": 3, "infos": 140, "files": 32}
    assert told["rules"][1] == {"rule": "repeated-department", "severity": "warning", "count": 3, "fixable": 3}
    schema().validate(json.loads(to_json([], Summary(0, 0, 0, 0))))
