"""Take out of task files that nobody has confirmed a target: a person has, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.edit.files import Loader, found_in, read
from plancli.edit.refusals import FaultyTaskError
from plancli.edit.rename import Renaming, spliced, text_of
from plancli.edit.rewrite import Rewrite
from plancli.edit.update_refusals import UnfitFileError
from plancli.model.plan import task_path
from plancli.source.edits import Edit
from plancli.source.tree import Branch, Leaf, read_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from plancli.model.task import Task


def confirm(root: Path, chosen: Mapping[str, Collection[int]]) -> Renaming:
    """Find out what it takes to confirm targets.

    Args:
        root: The plan's folder.
        chosen: By the ids of tasks, the places of the targets among theirs.

    Raises:
        EditError: When a file that is concerned has mistakes, or cannot be edited safely.
    """
    before = {task_path(task): read(root, task) for task in chosen}
    loader = Loader(root)
    loaded = loader(before)
    after: dict[str, bytes] = {}
    for task, places in chosen.items():
        path = task_path(task)
        if loaded.plan.gaps.keys.get(path):
            raise FaultyTaskError(file=(root / path).as_posix())
        text = text_of(before[path])
        after[path] = spliced(before[path], [_edit(text, read_tree(text), place) for place in places])
    again = loader(after)
    for task, places in chosen.items():
        path = task_path(task)
        expected = _confirmed(loaded.plan.by_id[task], places)
        if again.plan.by_id.get(task) != expected or len(list(found_in(again, path))) > len(
            list(found_in(loaded, path))
        ):
            raise UnfitFileError(file=(root / path).as_posix())
    files = tuple(Rewrite(root / path, before[path], content) for path, content in after.items())
    return Renaming(files, sum(map(len, chosen.values())))


def _confirmed(task: Task, places: Collection[int]) -> Task:
    targets = (
        target.model_copy(update={"confirmed": True}) if place in places else target
        for place, target in enumerate(task.targets)
    )
    return task.model_copy(update={"targets": tuple(targets)})


def _edit(text: str, root: Branch, place: int) -> Edit:
    """Take out the line; where it is none of its own, say `true`."""
    target, entry = root.at(("targets", place)), root.at(("targets", place, "confirmed"))
    assert target  # noqa: S101 - else it would not be one of the task's
    assert entry  # noqa: S101 - else it is confirmed
    assert isinstance(entry.value, Leaf)  # noqa: S101 - else it would not have loaded
    start = text.rfind("\n", 0, entry.start) + 1
    within = target.value
    alone = isinstance(within, Branch) and not within.in_brackets and not text[start : entry.start].strip(" ")
    if not alone:
        return Edit(entry.value.start, entry.value.end, "true")
    end = text.find("\n", entry.value.end)
    return Edit(start, len(text) if end < 0 else end + 1, "")
