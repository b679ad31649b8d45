"""What the plan is, and its outline: `plan.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plancli.model.fields import Date, Flag, FormatVersion, InAnyOrder, Line, Record, Year

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = Literal["lead", "responsible", "support"]
ROLES: tuple[Role, ...] = ("lead", "responsible", "support")
"""Every role, the strongest first."""

MAX_LEVELS = 4
"""Headings nest up to four deep: 一、（一） 1. （1）."""


class Jurisdiction(Record):
    """Whose plan it is; the code is GB/T 2260's."""

    name: Line
    code: Line | None = Field(default=None, pattern=r"^[0-9]{6}$")


class Issued(Record):
    """Who issued the plan, when, and where it can be read."""

    by: Line | None = None
    on: Date | None = None
    number: Line | None = None
    url: Line | None = None


class Period(Record):
    """The first and the last year."""

    start: Year
    end: Year

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.start > self.end:
            raise PydanticCustomError("period", "starts after it ends")
        return self


class Roles(Record):
    """What this plan calls each role."""

    lead: Line = "牵头单位"
    responsible: Line = "责任单位"
    support: Line = "配合单位"


class Heading(Record):
    """A heading with either sections or tasks under it."""

    heading: Line
    sections: tuple[Heading, ...] | None = None
    tasks: tuple[Line, ...] | None = None

    @model_validator(mode="after")
    def _sections_or_tasks(self) -> Heading:
        if self.sections is not None and self.tasks is not None:
            raise PydanticCustomError("heading_both", "sections and tasks")
        if self.sections is None and self.tasks is None:
            raise PydanticCustomError("heading_neither", "neither sections nor tasks")
        return self


Setting = Literal["error", "warning", "info", "off"]


class Header(Record):
    """The plan as a whole.

    Attributes:
        format: The version of the plan format.
        title: As on the title page.
        jurisdiction: Whose plan it is.
        issued: By whom and when.
        status: `issued` plans are in force.
        language: Of the plan and of its documents.
        period: Its first and last year.
        roles: What it calls each role; the order is that of its columns.
        run_in_titles: The content cell reads "<title>。<text>".
        numbering: Tasks are numbered through, or anew in every section.
        outline: Its headings and the ids of the tasks under them.
        checks: Severity by rule.
        diff: Level by kind of change.
    """

    format: FormatVersion
    title: Line
    jurisdiction: Jurisdiction | None = None
    issued: Issued | None = None
    status: Literal["draft", "issued"] = "draft"
    language: Literal["zh-CN", "en"] = "zh-CN"
    period: Period
    roles: Roles = Roles()
    run_in_titles: Flag = False
    numbering: Literal["continuous", "restart"] = "continuous"
    outline: tuple[Heading, ...]
    checks: Annotated[dict[str, Setting], InAnyOrder] = Field(default_factory=dict)
    diff: Annotated[dict[str, Setting], InAnyOrder] = Field(default_factory=dict)

    def sections(self) -> Iterator[tuple[tuple[str | int, ...], tuple[Heading, ...]]]:
        """Every heading in reading order: its route in the file, and the headings from the top down to it."""
        yield from _sections(self.outline, ("outline",), ())

    def entries(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every task id that the outline lists, with its route in the file, in reading order."""
        for route, headings in self.sections():
            for index, identifier in enumerate(headings[-1].tasks or ()):
                yield (*route, "tasks", index), identifier


def _sections(
    headings: tuple[Heading, ...], route: tuple[str | int, ...], above: tuple[Heading, ...]
) -> Iterator[tuple[tuple[str | int, ...], tuple[Heading, ...]]]:
    for index, heading in enumerate(headings):
        here, path = (*route, index), (*above, heading)
        yield here, path
        yield from _sections(heading.sections or (), (*here, "sections"), path)
