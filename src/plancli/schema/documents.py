"""The schemas of a plan's three kinds of file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from plancli.model.header import Header
from plancli.model.register import Register
from plancli.model.task import Task
from plancli.schema.across import nested
from plancli.schema.names import named, settings, tasks, units
from plancli.schema.records import WORDS, Definitions
from plancli.schema.words import both, heading

if TYPE_CHECKING:
    from plancli.model.fields import Record
    from plancli.model.plan import Plan
    from plancli.schema.fields import Fragment

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FILES: dict[str, type[Record]] = {"plan": Header, "departments": Register, "task": Task}
"""What a schema is asked for by, and the record that its files hold."""


def file_name(which: str) -> str:
    """What the file of a schema is called."""
    return f"{which}.schema.json"


def document(plan: Plan, which: str) -> str:
    """A schema as it is written to a file."""
    return json.dumps(schema(plan, which), ensure_ascii=False, indent=2) + "\n"


def schema(plan: Plan, which: str) -> Fragment:
    """What a kind of file may hold in this plan.

    Args:
        plan: Whose departments and tasks are known; with errors in it, as far as it loads.
        which: `plan`, `departments` or `task`.
    """
    model = FILES[which]
    definitions = Definitions(named(), settings())
    content = definitions.record(model)
    made = definitions.made
    if "Heading" in made:
        made |= {**nested(made["Heading"]), "id": tasks(plan)}
    if model is not Header:
        made["name"] = units(plan)
    said = WORDS[model.__name__]
    return {
        "$schema": DIALECT,
        "title": heading(said.title),
        "description": both(said.told),
        **content,
        "$defs": made,
    }
