"""The JSON document of changes and its published schema agree."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from plancli.report.changes_json import to_json
from plancli.source.legible import HIDDEN
from tests.report.changes_world import ENVIRONMENT, LOWERED, REWORDED, SMALL, any_comparison, comparison, task
from tests.report.support import positions, shown

if TYPE_CHECKING:
    from plancli.views.changes import ComparisonView

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs/schema/changes.schema.json").read_text("utf-8"))


def document(view: ComparisonView) -> str:
    """Write a comparison as JSON, and hold the result against the schema."""
    text = to_json(view, (positions(), positions()), (lambda path: f"HEAD:{path}", shown))
    Draft202012Validator(SCHEMA).validate(json.loads(text.encode()))
    return text


def test_the_schema_is_one() -> None:
    """It keeps to the rules for schemas, and says of everything what it means."""
    Draft202012Validator.check_schema(SCHEMA)
    for name, definition in {"": SCHEMA, **SCHEMA["$defs"]}.items():
        assert definition["description"], name
        for member, value in definition.get("properties", {}).items():
            assert "description" in value or "$ref" in value, (name, member)


def test_a_document() -> None:
    """Every member, in a fixed order, with the places of both sides."""
    view = comparison(task(replace(REWORDED, departments=(ENVIRONMENT,))))
    assert (
        document(view)
        == """\
{
  "version": 1,
  "verdict": "immaterial",
  "old": {
    "name": "HEAD",
    "errors": 0
  },
  "new": {
    "name": "worktree",
    "errors": 0
  },
  "department": null,
  "summary": {
    "errors": 0,
    "warnings": 0,
    "infos": 1,
    "off": 0,
    "tasks": 1,
    "departments": 0
  },
  "changes": [
    {
      "kind": "text-reworded",
      "area": "text",
      "level": "info",
      "task": "节能降碳",
      "old": {
        "path": "HEAD:tasks/节能降碳.yaml",
        "start": {
          "line": 3,
          "column": 3
        },
        "end": {
          "line": 3,
          "column": 10
        }
      },
      "new": {
        "path": "plan/tasks/节能降碳.yaml",
        "start": {
          "line": 3,
          "column": 3
        },
        "end": {
          "line": 3,
          "column": 10
        }
      },
      "departments": [
        {
          "name": "区生态环境局",
          "because": "责任"
        }
      ],
      "before": "推进节能减碳。",
      "after": "推进节能降碳。",
      "edits": [
        {
          "op": "keep",
          "text": "推进节能"
        },
        {
          "op": "delete",
          "text": "减"
        },
        {
          "op": "insert",
          "text": "降"
        },
        {
          "op": "keep",
          "text": "碳。"
        }
      ],
      "numbers": [],
      "fingerprint": "0123456789ab",
      "message": "reworded"
    }
  ],
  "suggestions": []
}
"""
    )


def test_the_schema_names_every_member() -> None:
    """What is written is described, required, and nothing else is."""
    written = json.loads(document(comparison(task(REWORDED))))
    (change,) = written["changes"]
    for value, schema in (
        (written, SCHEMA),
        (written["old"], SCHEMA["$defs"]["side"]),
        (written["summary"], SCHEMA["$defs"]["summary"]),
        (change, SCHEMA["$defs"]["change"]),
        (change["old"], SCHEMA["$defs"]["place"]),
        (change["new"]["start"], SCHEMA["$defs"]["point"]),
        (change["departments"][0], SCHEMA["$defs"]["reached"]),
        (change["edits"][0], SCHEMA["$defs"]["edit"]),
    ):
        assert list(value) == list(schema["properties"]) == schema["required"]


def test_the_order_is_the_lists() -> None:
    """The plan's changes come first; numbers are all there; where there is nothing stands null."""
    written = json.loads(document(SMALL))
    assert [each["kind"] for each in written["changes"]] == [each.kind for each in SMALL.changes]
    assert written["changes"][0]["numbers"] == ["5→6", "6→7"]
    assert written["changes"][0]["task"] is None
    assert written["changes"][-1]["new"] is None


def test_nothing_differs() -> None:
    """The envelope is there all the same, and says whose changes were asked for."""
    written = json.loads(document(comparison(department="区发改委", errors=(2, 0))))
    assert written["verdict"] == "none"
    assert written["department"] == "区发改委"
    assert written["old"]["errors"] == 2
    assert written["changes"] == []


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("kind", "E501"),
        ("area", "colour"),
        ("level", "off"),
        ("task", 6),
        ("old", {}),
        ("new", {"path": "plan.yaml", "start": {"line": 0, "column": 1}, "end": {"line": 1, "column": 1}}),
        ("departments", [{"name": "区发改委"}]),
        ("before", None),
        ("edits", [{"op": "replace", "text": "新"}]),
        ("numbers", ["5"]),
        ("fingerprint", "x"),
        ("message", ""),
    ],
)
def test_the_schema_refuses(member: str, value: object) -> None:
    """A schema that takes everything would say nothing."""
    written = json.loads(document(comparison(task(LOWERED))))
    written["changes"][0][member] = value
    assert not Draft202012Validator(SCHEMA).is_valid(written)


@pytest.mark.parametrize(
    ("member", "value"),
    [("version", 2), ("verdict", "fine"), ("summary", {}), ("old", {"name": "HEAD"}), ("changes", None)],
)
def test_the_schema_refuses_envelopes(member: str, value: object) -> None:
    """Nor is any envelope one."""
    written = json.loads(document(SMALL))
    written[member] = value
    assert not Draft202012Validator(SCHEMA).is_valid(written)


@settings(deadline=None, max_examples=50)
@given(any_comparison())
def test_any_text(view: ComparisonView) -> None:
    """The document is always UTF-8, fits the schema and has no hidden character."""
    written = document(view)
    assert written.encode()
    assert not HIDDEN.search(written.replace("\n", ""))
