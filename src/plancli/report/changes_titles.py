"""What changes are listed under: a task by its number and title, or the plan and its register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diff.kinds import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.messages import Catalog
    from plancli.views.changes import ChangedTask, ChangeView, ComparisonView


def number(task: ChangedTask, words: Catalog) -> str:
    """A task's number; where it is gone, the one that it had, and that it did."""
    if task.after is None and task.before is not None:
        return words.gettext("formerly {n}").format(n=task.before)
    return "—" if task.after is None else str(task.after)


def title(task: ChangedTask, words: Catalog) -> str:
    """A task's number and title."""
    return words.gettext("{n}. {title}").format(n=number(task, words), title=task.title)


def renumbered(task: ChangedTask, words: Catalog) -> str:
    """The number that a task had, where it has another."""
    if task.before and task.after and task.before != task.after:
        return words.gettext(" (formerly {n})").format(n=task.before)
    return ""


def of_plan(view: ComparisonView, words: Catalog) -> Iterator[tuple[str, tuple[ChangeView, ...]]]:
    """The changes that are no task's, with what they are of: the plan, then the register."""
    for area in ("plan", "register"):
        found = tuple(change for change in view.plan if (change.area == "register") is (area == "register"))
        if found:
            yield words.gettext(AREAS[area]), found
