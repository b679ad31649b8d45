"""The least that can be done with a plan's files: read, parse in C, validate the same fields. Run as a script.

What `plancli validate` is measured against. It knows no places, no rules, no mistakes in YAML but what the parser
refuses; texts stay texts, so that every field is one of pydantic's own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from _ruamel_yaml import CParser
from pydantic import BaseModel, ConfigDict
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)


class Record(BaseModel):
    """Strict, frozen, closed: as plancli's own."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Baseline(Record):
    """Where an indicator stood."""

    value: str
    year: str


class Upstream(Record):
    """A higher plan's goal."""

    plan: str
    indicator: str | None = None
    value: str | None = None
    unit: str | None = None


class Target(Record):
    """A target."""

    id: str
    indicator: str
    comparator: str | None = None
    value: str | tuple[str, ...] | None = None
    unit: str | None = None
    statement: str | None = None
    due: str
    quote: str | tuple[str, ...]
    commitment: str = "commit"
    binding: str = "false"
    per: str | None = None
    scope: str | None = None
    baseline: Baseline | None = None
    upstream: Upstream | None = None
    confirmed: str = "true"


class Unit(Record):
    """A unit with what it is limited to."""

    name: str
    scope: str | None = None


class Milestone(Record):
    """A step on the way."""

    what: str
    due: str


Units = tuple[str | Unit, ...]


class Task(Record):
    """A task."""

    id: str
    title: str
    text: str
    lead: Units = ()
    responsible: Units | None = None
    support: Units | None = None
    duty: str | None = None
    targets: tuple[Target, ...] = ()
    due: str | None = None
    leader: str | None = None
    milestones: tuple[Milestone, ...] = ()
    notes: dict[str, str] | None = None
    formerly: tuple[str, ...] = ()
    merged_from: tuple[str, ...] = ()
    split_from: str | None = None


class Jurisdiction(Record):
    """Whose plan it is."""

    name: str
    code: str | None = None


class Issued(Record):
    """By whom and when."""

    by: str | None = None
    on: str | None = None
    number: str | None = None
    url: str | None = None


class Period(Record):
    """First and last year."""

    start: str
    end: str


class Roles(Record):
    """What roles are called."""

    lead: str | None = None
    responsible: str | None = None
    support: str | None = None


class Heading(Record):
    """A heading."""

    heading: str
    sections: tuple[Heading, ...] | None = None
    tasks: tuple[str, ...] | None = None


class Header(Record):
    """The plan as a whole."""

    format: str
    title: str
    jurisdiction: Jurisdiction | None = None
    issued: Issued | None = None
    status: str = "draft"
    language: str = "zh-CN"
    period: Period
    roles: Roles | None = None
    run_in_titles: str = "false"
    numbering: str = "continuous"
    outline: tuple[Heading, ...]
    checks: dict[str, str] | None = None
    diff: dict[str, str] | None = None


class Department(Record):
    """A department."""

    name: str
    kind: str
    full_name: str | None = None
    aliases: tuple[str, ...] = ()
    until: str | None = None
    succeeded_by: str | None = None


class Group(Record):
    """A group."""

    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    complete: str = "true"


class Register(Record):
    """All departments and groups."""

    departments: tuple[Department, ...]
    groups: tuple[Group, ...] = ()


def read(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """A file's value: texts, tuples and dicts."""
    event = CParser(path.read_text(encoding="utf-8")).get_event
    stack: list[tuple[Any, Any]] = []
    holder: Any = None
    key: Any = None
    while (found := event()) is not None:
        kind = type(found)
        if kind is ScalarEvent:
            value: Any = found.value
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            stack.append((holder, key))
            holder, key = ({} if kind is MappingStartEvent else []), None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = holder if kind is MappingEndEvent else tuple(holder)
            holder, key = stack.pop()
        else:
            continue
        if holder is None:
            return value
        if type(holder) is list:
            holder.append(value)
        elif key is None:
            key = value
        else:
            holder[key], key = value, None
    return None


def main(plan: Path) -> int:
    """Read a plan's files and keep what they hold; how many tasks there are."""
    kept: list[Record] = [
        Header.model_validate(read(plan / "plan.yaml")),
        Register.model_validate(read(plan / "departments.yaml")),
    ]
    tasks = [Task.model_validate({**read(path), "id": path.stem}) for path in sorted(plan.glob("tasks/*.yaml"))]
    print(len(kept) + len(tasks), "files")
    return len(tasks)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
