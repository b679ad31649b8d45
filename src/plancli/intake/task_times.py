"""When a task is to be done, and the steps on the way: from the cells of its row, which may not say the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from plancli.intake.column_words import time_of
from plancli.intake.due_cells import ANY_YEAR, as_due, read_due
from plancli.intake.milestones import read_steps
from plancli.intake.nothing import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.intake.milestones import Step
    from plancli.intake.row import Row

FileValue = dict[str, Any]


class Times(NamedTuple):
    """The years of what says none.

    Attributes:
        first: The plan's first one: what was to be done before is a fact.
        last: The plan's last one: targets without a deadline are for it.
        months: What the person says of months.
    """

    first: int
    last: int
    months: int | None

    @property
    def of_months(self) -> int | None:
        """The year of a month without one; of a plan of several years nobody knows."""
        return self.months or (self.last if self.first == self.last else None)


def take_deadline(task: FileValue, row: Row, year: int | None, notes: dict[str, str]) -> None:
    """A deadline that cannot be read for certain stays in the notes, word for word; 5月底前动工 is but a step."""
    said = row.said("due")
    if not said or says_nothing(said):
        return
    found = read_due(said, year)
    if found.due:
        task["due"] = found.due
    if found.steps:
        task["milestones"] = _milestones(found.steps)
    if found.is_kept:
        notes[row.headings["due"]] = said
    if found.unsure:
        row.doubt("due", found.unsure)


def _take_end(task: FileValue, said: str, year: int | None) -> bool:
    """Take the deadline from a schedule, 进度安排, and say whether it has one: 2026年12月底前完成."""
    found = read_due(said, year)
    if found.due is None or found.is_kept:
        return False
    task["due"] = found.due
    if found.steps:
        task["milestones"] = _milestones(found.steps)
    return True


def _milestones(steps: Iterable[Step]) -> list[FileValue]:
    return [{"what": step.what, "due": as_due(step.due)} for step in steps]


def take_milestones(task: FileValue, row: Row, year: int | None, notes: dict[str, str]) -> None:
    """Steps that cannot all be read for certain stay in the notes; 一季度 may be the heading of a column of its own."""
    for heading, cell in row.steps:
        if says_nothing(cell.text):
            continue
        time = time_of(heading)
        said = f"{time}：{cell.text}" if time else cell.text
        if len(row.steps) == 1 and not time and "due" not in row.cells and _take_end(task, said, year):
            row.doubt("milestones", "due-of-schedule", cell.spot)
            continue
        steps = read_steps(said, year)
        if steps and all(step.what for step in steps):
            ways = [step for step in steps if not (step.is_all and as_due(step.due) == task.get("due"))]
            if ways:
                task.setdefault("milestones", []).extend(_milestones(ways))
        else:
            notes[heading] = "\n".join(filter(None, (notes.get(heading), cell.text)))
            why = "due-no-year" if not year and read_steps(said, ANY_YEAR) else "milestones-unread"
            row.doubt("milestones", why, cell.spot)
