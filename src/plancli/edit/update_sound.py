"""What comes of an update is loaded before it is written: it must say what it shall say, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plancli.diagnostics import task_of
from plancli.edit.format_text import paragraphs
from plancli.edit.update_refusals import UnfitFileError, WouldNotLoadError
from plancli.loading.loader import begin
from plancli.model.plan import HEADER_PATH, REGISTER_PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from plancli.model.header import Header
    from plancli.model.register import Register
    from plancli.model.task import Task
    from plancli.source.folder import Source


class Expected(NamedTuple):
    """What a plan shall say.

    Attributes:
        header: All of its heading.
        register: What its register begins with: all that was in it.
        tasks: Those whose files change, and perhaps others, by id.
    """

    header: Header
    register: Register
    tasks: Mapping[str, Task]


def require_as_expected(
    drafted: Source, contents: Mapping[str, bytes | None], expected: Expected, shown: Callable[[str], str]
) -> None:
    """Load the files that change.

    Args:
        drafted: The plan as it would be.
        contents: The files that change.
        expected: What they shall say.
        shown: How a path of the plan is told.

    Raises:
        WouldNotLoadError: Where one has a mistake.
        UnfitFileError: Where one says anything else than it shall say.
    """
    paths = [path for path, content in contents.items() if content is not None and task_of(path) is not None]
    after = begin(drafted).load(paths).plan
    if after.gaps.keys:
        raise WouldNotLoadError(file=shown(min(after.gaps.keys)))
    if after.header != expected.header:
        raise UnfitFileError(file=shown(HEADER_PATH))
    before = expected.register
    kept = after.register.departments[: len(before.departments)], after.register.groups[: len(before.groups)]
    if kept != (before.departments, before.groups):
        raise UnfitFileError(file=shown(REGISTER_PATH))
    for path in paths:
        task = task_of(path) or ""
        if _said(after.by_id[task]) != _said(expected.tasks[task]):
            raise UnfitFileError(file=shown(path))


def _said(task: Task) -> tuple[Task, object]:
    """A task, of whose text only the sentences count."""
    notes = {name: text.strip() for name, text in task.notes.items()}
    return task.model_copy(update={"text": "", "notes": notes}), paragraphs(task.text)
