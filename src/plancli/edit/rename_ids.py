"""Which id a task has, and which it may get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diff.matching import declared
from plancli.edit.refusals import FaultyTaskError
from plancli.edit.rename import faulty
from plancli.errors import UsageError
from plancli.messages import N_
from plancli.model import identifiers
from plancli.model.identifiers import folded
from plancli.model.plan import HEADER_PATH, task_path
from plancli.suggest import similar
from plancli.wording.outline import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from plancli.loading.loader import Loaded
    from plancli.model.plan import Plan


def require_known(loaded: Loaded, root: Path, old: str) -> None:
    """Raise `UsageError` where no task has the id, and `FaultyTaskError` where its file or the outline has mistakes."""
    plan, gaps = loaded.plan, loaded.plan.gaps
    if old in gaps.tasks or gaps.keys.get(task_path(old)):
        raise faulty(root / task_path(old))
    if old not in plan.by_id:
        raise UsageError(
            N_("there is no task “{name}”"),
            help=N_("plancli list shows every task with its number and id"),
            suggestions=_meant(plan, old),
            name=old,
        )
    if gaps.touch(HEADER_PATH, frozenset({"outline"})):
        raise FaultyTaskError(file=(root / HEADER_PATH).as_posix())


def _meant(plan: Plan, named: str) -> tuple[str, ...]:
    """The ids of tasks with this number, or a title or id near to this."""
    numbered = tuple(task.id for task in plan.tasks if str(plan.number(task)) == named)
    names = {**{task.title: task.id for task in plan.tasks}, **{each: each for each in plan.by_id}}
    return numbered or tuple(dict.fromkeys(names[name] for name in similar(named, names)))


def require_sound(new: str) -> None:
    """Raise `UsageError` where a text is no id, in the words of the rule `invalid-id`."""
    if case := identifiers.fault(new):
        said = WORDS[f"invalid-id.{case}"]
        facts = {"characters": " ".join(identifiers.bad_characters(new)), "length": str(len(new))}
        raise UsageError(
            said.message, help=said.help, suggestions=(), id=new, limit=str(identifiers.MAX_LENGTH), **facts
        )


def require_free(plan: Plan, old: str, new: str) -> None:
    """See that no other task has the new id, or one that some systems take for it, or ever had it.

    Raises:
        UsageError: Where one has or had it.
    """
    listed = {identifier for _, identifier in plan.header.entries()}
    taken = {*plan.by_id, *plan.gaps.tasks, *(listed if old in listed else ())} - {old}
    other = next((each for each in sorted(taken) if folded(each) == folded(new)), None)
    if new in {old, other}:
        raise UsageError(N_("there is already a task “{id}”"), help=N_("choose another id"), id=new)
    if other:
        raise UsageError(
            N_("the ids “{other}” and “{id}” differ only in case or width"),
            help=N_("choose another id"),
            other=other,
            id=new,
        )
    for task in plan.tasks:
        if new in declared(task) and task.id != old:
            raise UsageError(
                N_("“{id}” was the id of a task that “{task}” comes from"),
                help=N_("choose another id: comparisons would take the one task for the other"),
                id=new,
                task=task.id,
            )
