"""A task and its targets, as one file under `tasks/` holds them."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from plancli.model.fields import Deadline, Flag, InAnyOrder, Line, Number, Quote, Record, Text, Value, Year

Comparator = Literal["at-least", "more-than", "at-most", "less-than", "between", "exactly"]


class Baseline(Record):
    """Where an indicator stood when the plan was made."""

    value: Number
    year: Year


class Upstream(Record):
    """The higher plan's goal that a target serves."""

    plan: Line
    indicator: Line | None = None
    value: Number | None = None
    unit: Line | None = None


class Target(Record):
    """A commitment that can be checked: a number to reach, or a statement without one.

    Attributes:
        id: Unique within its task.
        indicator: The noun phrase that is measured.
        comparator: How the figure is compared with `value`.
        value: The number, or a range for `between`.
        unit: Its unit, as written.
        statement: The goal where there is no number: a rank, a grade, another plan's goal.
        due: When it has to be met.
        quote: The words of the task's text that set it.
        commitment: `aim` for 力争 and 争取.
        binding: True for 约束性指标.
        per: `year` for 年均 and 每年.
        scope: Over what it is counted.
        baseline: Where it started.
        upstream: The higher goal it serves.
        confirmed: False while nobody has checked what an importer found.
    """

    id: Line
    indicator: Line
    comparator: Comparator | None = None
    value: Value | None = None
    unit: Line | None = None
    statement: Line | None = None
    due: Deadline
    quote: Quote
    commitment: Literal["commit", "aim"] = "commit"
    binding: Flag = False
    per: Literal["year"] | None = None
    scope: Line | None = None
    baseline: Baseline | None = None
    upstream: Upstream | None = None
    confirmed: Flag = True

    @model_validator(mode="after")
    def _number_or_statement(self) -> Target:
        numeric = (self.comparator, self.value, self.unit)
        if self.statement is not None:
            if numeric != (None, None, None):
                raise PydanticCustomError("target_both", "a number and a statement")
        elif numeric == (None, None, None):
            raise PydanticCustomError("target_neither", "neither a number nor a statement")
        elif None in numeric:
            absent = ("comparator", "value", "unit")[numeric.index(None)]
            raise PydanticCustomError("target_part", "a part of the number", {"key": absent})
        elif self.value is not None and (self.comparator == "between") != (self.value.high is not None):
            raise PydanticCustomError("target_range", "between goes with a range")
        if not self.quote:
            raise PydanticCustomError("target_quote", "no words")
        return self


class Unit(Record):
    """A department or group as a task names it.

    Attributes:
        name: As written, by name or alias.
        scope: What the document limits it to, in brackets.
    """

    name: Line
    scope: Line | None = None


@lru_cache(maxsize=4096)
def _shared(name: str) -> Unit | dict[str, str]:
    """One record for each name: ten thousand tasks name the same sixty offices."""
    try:
        return Unit(name=name)
    except ValidationError:
        return {"name": name}  # to be refused at its place


def _named(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    if type(value) is str:
        return _shared(value)
    return {"name": value} if type(value) is not dict else value


Units = tuple[Annotated[Unit, BeforeValidator(_named)], ...]


class Milestone(Record):
    """A step on the way."""

    what: Line
    due: Deadline


class Task(Record):
    """One row of the plan.

    Attributes:
        id: The file's stem; permanent.
        title: The run-in heading.
        text: What is to be done, one sentence a line.
        lead: 牵头单位.
        responsible: 责任单位; empty for the document's ——, None where it does not say.
        support: 配合单位, likewise.
        duty: The phrase that closes the cell: 按职责分工负责.
        targets: What is committed to in the text.
        due: The task's own deadline.
        leader: The post that leads, not a person's name.
        milestones: Steps on the way.
        notes: Columns that the format has no key for.
        formerly: Ids that this task had.
        merged_from: Ids of the tasks that it was merged from.
        split_from: The id of the task that it was split from.
    """

    id: str
    title: Line
    text: Text
    lead: Units = ()
    responsible: Units | None = None
    support: Units | None = None
    duty: Line | None = None
    targets: tuple[Target, ...] = ()
    due: Deadline | None = None
    leader: Line | None = None
    milestones: tuple[Milestone, ...] = ()
    notes: Annotated[dict[str, Text], InAnyOrder] = Field(default_factory=dict)
    formerly: tuple[Line, ...] = ()
    merged_from: tuple[Line, ...] = ()
    split_from: Line | None = None

    def units(self, role: str) -> Units:
        """The units in a role, in order: `lead`, `responsible` or `support`."""
        return getattr(self, role) or ()

    @property
    def quotable(self) -> tuple[str, ...]:
        """What a target may quote: the text, and the columns that the notes keep."""
        return self.text, *self.notes.values()
