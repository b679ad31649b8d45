"""The JSON document and its published schema agree."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plancli.diagnostics import Diagnostic, Fix, Label, Place, Replacement, Severity
from plancli.report.machine import to_json
from plancli.report.summary import Summary
from plancli.source.legible import HIDDEN
from tests.report.support import UNKNOWN_DEPARTMENT, positions, shown

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs/schema/diagnostics.schema.json").read_text("utf-8")
)


def document(*diagnostics: Diagnostic) -> str:
    """Write diagnostics as JSON, and hold the result against the schema."""
    text = to_json(diagnostics, positions(), shown, summary=Summary.of(diagnostics, 32))
    Draft202012Validator(SCHEMA).validate(json.loads(text.encode()))
    return text


def test_the_schema_is_one() -> None:
    """It keeps to the rules for schemas, and says of everything what it means."""
    Draft202012Validator.check_schema(SCHEMA)
    for name, definition in {"": SCHEMA, **SCHEMA["$defs"]}.items():
        assert definition["description"], name
        for member, value in definition.get("properties", {}).items():
            assert "description" in value or "$ref" in value, (name, member)


def test_the_example_of_the_design() -> None:
    """Every member, in a fixed order, with columns in characters and the end exclusive."""
    assert (
        document(UNKNOWN_DEPARTMENT)
        == """\
{
  "version": 1,
  "summary": {
    "errors": 1,
    "warnings": 0,
    "infos": 0,
    "files": 32
  },
  "diagnostics": [
    {
      "rule": "unknown-department",
      "severity": "error",
      "message": "未登记的单位“区生态环保局”",
      "path": "plan/tasks/节能降碳.yaml",
      "route": [
        "lead",
        0
      ],
      "start": {
        "line": 14,
        "column": 5
      },
      "end": {
        "line": 14,
        "column": 11
      },
      "label": "departments.yaml 中没有这个名称",
      "task": "节能降碳",
      "help": "若确为新单位，请先在 departments.yaml 登记；相近的名称：区生态环境局",
      "suggestions": [
        "区生态环境局"
      ],
      "related": [
        {
          "path": "plan/departments.yaml",
          "start": {
            "line": 9,
            "column": 11
          },
          "end": {
            "line": 9,
            "column": 17
          },
          "label": "相近的名称"
        }
      ],
      "fix": null,
      "fingerprint": "0123456789ab"
    }
  ]
}
"""
    )


def test_the_schema_names_every_member() -> None:
    """What is written is described, required, and nothing else is."""
    written = json.loads(document(UNKNOWN_DEPARTMENT))
    (diagnostic,) = written["diagnostics"]
    for value, schema in (
        (written, SCHEMA),
        (written["summary"], SCHEMA["$defs"]["summary"]),
        (diagnostic, SCHEMA["$defs"]["diagnostic"]),
        (diagnostic["start"], SCHEMA["$defs"]["point"]),
        (diagnostic["related"][0], SCHEMA["$defs"]["related"]),
    ):
        assert list(value) == list(schema["properties"]) == schema["required"]


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("severity", "fatal"),
        ("rule", "E501"),
        ("route", [-1]),
        ("fix", {}),
        ("fingerprint", "x"),
        ("start", {"line": 0, "column": 1}),
    ],
)
def test_the_schema_refuses(member: str, value: object) -> None:
    """A schema that takes everything would say nothing."""
    written = json.loads(document(UNKNOWN_DEPARTMENT))
    written["diagnostics"][0][member] = value
    assert not Draft202012Validator(SCHEMA).is_valid(written)


def test_a_fix_fits_the_schema() -> None:
    """Also one that deletes something."""
    written = json.loads(document(UNKNOWN_DEPARTMENT))
    point = {"line": 1, "column": 1}
    edit = {"path": "plan/plan.yaml", "start": point, "end": point, "text": ""}
    written["diagnostics"][0]["fix"] = {"applicability": "safe", "edits": [edit]}
    Draft202012Validator(SCHEMA).validate(written)


def test_a_fix_is_told_as_edits() -> None:
    """Of what stands in the files, with their quotes; one that does not fit them is none."""
    place = Place("tasks/节能降碳.yaml", ("title",), chars=(0, 2))
    fix = Fix("unsafe", (Replacement(place, ": "),))
    (diagnostic,) = json.loads(document(replace(UNKNOWN_DEPARTMENT, fix=fix)))["diagnostics"]
    start, end = {"line": 1, "column": 8}, {"line": 1, "column": 12}
    edit = {"path": "plan/tasks/节能降碳.yaml", "start": start, "end": end, "text": '": 降碳"'}
    assert diagnostic["fix"] == {"applicability": "unsafe", "edits": [edit]}
    gone = Fix("safe", (Replacement(replace(place, route=("gone",)), "甲"),))
    (diagnostic,) = json.loads(document(replace(UNKNOWN_DEPARTMENT, fix=gone)))["diagnostics"]
    assert diagnostic["fix"] is None


def test_nothing_found() -> None:
    """The envelope is there all the same."""
    assert json.loads(document())["diagnostics"] == []


def test_hidden_characters() -> None:
    """A terminal that shows the document is safe, and a program reads the same text."""
    message = "a\x9b2J\u202eb\u2028\U000e0041\\u202e\n"
    text = document(Diagnostic("some-rule", Severity.INFO, message, Place("plan.yaml")))
    assert r'"message": "a\u009b2J\u202eb\u2028\udb40\udc41\\u202e\n"' in text
    assert json.loads(text)["diagnostics"][0]["message"] == message


def test_a_file_name_that_is_not_utf_8() -> None:
    """It is readable, and no strict reader refuses the document for it."""
    text = document(Diagnostic("some-rule", Severity.INFO, "m", Place("tasks/\udcc4\udcff.yaml"), task="\udcc4\udcff"))
    (diagnostic,) = json.loads(text)["diagnostics"]
    assert diagnostic["path"] == r"plan/tasks/\udcc4\udcff.yaml"
    assert diagnostic["task"] == r"\udcc4\udcff"


ANY_TEXT = st.text(st.characters(exclude_categories=[]))


@settings(deadline=None)
@given(ANY_TEXT, st.lists(ANY_TEXT | st.integers(min_value=0)), st.sampled_from(Severity))
def test_any_text(text: str, route: list[str | int], severity: Severity) -> None:
    """The document is always UTF-8, fits the schema and has no hidden character."""
    place = Place("tasks/节能降碳.yaml", tuple(route))
    related = (Label(place, text), Label(Place(f"tasks/{text}.yaml"), ""))
    diagnostic = Diagnostic("a-b", severity, f"m{text}", place, text, related, text, (text,), text)
    written = document(diagnostic)
    assert written.encode()
    assert not HIDDEN.search(written.replace("\n", ""))
