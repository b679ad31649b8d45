"""Which tasks of a document are which of a plan's, and whether that makes it a revision of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diff.same import sameness
from plancli.edit.update_refusals import NotARevisionError, UnclearTaskError
from plancli.edit.update_values import content_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plancli.diff.same import Same
    from plancli.edit.update_draft import Drafts
    from plancli.model.plan import Plan
    from plancli.model.task import Task

_FEWEST = 0.5
"""The part of a plan's tasks that its revision still has."""

_NAMED = 5
"""So many tasks are named that cannot be told apart."""


def matched(plan: Plan, drafts: Drafts, said: Mapping[str, str], *, strict: bool) -> dict[str, Same]:
    """The tasks that are on both sides, by the document's ids.

    Args:
        plan: The plan; what its outline does not list is no task yet.
        drafts: The document.
        said: By ids of the plan, the title of the document's task that it is; empty for none.
        strict: Whether to refuse.

    Raises:
        UnclearTaskError: Where nobody can tell which is which.
        NotARevisionError: Where they are too few.
        UsageError: Where what a person says names nobody.
    """
    runs_in = plan.header.run_in_titles

    def words(task: Task) -> str:
        return content_cell(task, runs_in=drafts.runs_in or (runs_in and drafts.has_title(task.id)))

    gone = {identifier for identifier, title in said.items() if not title}
    old = {task.id: task for task in plan.listed if task.id not in gone}
    both = (lambda task: content_cell(task, runs_in=runs_in)), words
    titled = filter(drafts.has_title, drafts.tasks)
    found = sameness(old, drafts.tasks, both, titled, drafts.said(said, plan.by_id))
    if strict and found.unclear:
        first = found.unclear[0]
        olds = [f"{each}（{plan.by_id[each].title}）" for each in first.old]
        raise UnclearTaskError(old=_some(olds), new=_some([drafts.tasks[each].title for each in first.new]))
    if strict and len(found.same) < _FEWEST * len(plan.listed):
        raise NotARevisionError(found=str(len(found.same)), tasks=str(len(plan.listed)))
    return found.same


def _some(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
