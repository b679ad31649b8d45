"""What a revision changed for one department: what stands at the head of its sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.views.changes import ChangeView, ComparisonView


@dataclass(frozen=True, slots=True)
class SheetChange:
    """A change on a sheet.

    Attributes:
        number: The task's 序号, or None where it is the plan's or the task is gone.
        title: The task's title, or empty.
        message: What changed, in one sentence.
        level: `error`, `warning` or `info`.
        because: Why it reaches the department.
    """

    number: int | None
    title: str
    message: str
    level: str
    because: str


@dataclass(frozen=True, slots=True)
class RevisionView:
    """What changed for a department.

    Attributes:
        since: The revision that it is compared with.
        changes: The changes that reach it; those of tasks in the order of the plan.
    """

    since: str
    changes: tuple[SheetChange, ...]


def revisions(view: ComparisonView) -> dict[str, RevisionView]:
    """By name, what a comparison changes for everybody whom it reaches."""
    found: dict[str, list[SheetChange]] = {}
    for number, title, change in _changes(view):
        for reached in change.departments:
            line = SheetChange(number, title, change.message, change.level, reached.because)
            found.setdefault(reached.name, []).append(line)
    return {name: RevisionView(view.old, tuple(changes)) for name, changes in found.items()}


def _changes(view: ComparisonView) -> Iterator[tuple[int | None, str, ChangeView]]:
    for change in view.plan:
        yield None, "", change
    for task in view.tasks:
        for change in task.changes:
            yield task.after, task.title, change
