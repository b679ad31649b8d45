"""One task's history through git, as changes: commit by commit, under every name that it had."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.comparing import Compared, compare
from plancli.errors import UsageError
from plancli.model.plan import task_path
from plancli.source.git import Repository
from plancli.source.nothing import Nothing
from plancli.source.unresolved import ShallowError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plancli.source.folder import Source
    from plancli.source.git import Commit


@dataclass(frozen=True, slots=True)
class Event:
    """A commit that changed a task.

    Attributes:
        commit: When, by whom, and why.
        compared: The plan before it and after it.
        task: The task's id after it, or before it where the commit took the task away.
    """

    commit: Commit
    compared: Compared
    task: str


def history(folder: Path, task: str, former: tuple[str, ...] = ()) -> Iterator[Event]:
    """What became of a task, the newest first.

    The task's own file is followed through `formerly`, `split_from` and `merged_from`, and through moves of the plan's
    folder; a commit that changed nothing but the file's form is left out.

    Args:
        folder: The folder with `plan.yaml`.
        task: The task's id today.
        former: What today's plan says that it comes from, perhaps in a later commit than the one that renamed it.

    Raises:
        PlancliError: Where there is no repository, no commit, or its history is cut off.
    """
    repository = Repository.around(folder)
    at, place = "HEAD", repository.prefix
    names = (task, *former)
    while True:
        event = _latest(repository, at, place, names)
        if event is None:
            return
        commit, compared, now = event
        if any(change.task == now for change in compared.changes):
            yield Event(commit, compared, now)
        if not commit.parents:
            return
        names = _before(compared, names)
        at = commit.parents[0]
        place = _folder(repository, at, place) or place


def _latest(
    repository: Repository, revision: str, folder: str, names: tuple[str, ...]
) -> tuple[Commit, Compared, str] | None:
    """The last commit that touched a task's files, and what it changed."""
    paths = [posixpath.join(folder, task_path(name)) for name in names]
    commit = next(repository.history(revision, paths), None)
    if commit is None:
        return None
    if repository.shallow and not commit.parents:
        # Where the clone was cut off every file looks new, and nobody can tell what this commit changed.
        raise ShallowError(revision=f"{commit.short}^")
    place = _folder(repository, commit.id, folder) or folder
    after: Source = repository.revision(commit.id, place)
    before: Source = Nothing()
    if commit.parents and (earlier := _folder(repository, commit.parents[0], place)) is not None:
        before = repository.revision(commit.parents[0], earlier)
    compared = compare(before, after)
    return commit, compared, _task(compared, names)


def _task(compared: Compared, names: tuple[str, ...]) -> str:
    """Under which id the changes of a task are told: the first of those that it became, else its own."""
    for match in compared.comparison.matches:
        if not set(names).isdisjoint((*match.old, *match.new)):
            return (match.new or match.old)[0]
    return names[0]


def _before(compared: Compared, names: tuple[str, ...]) -> tuple[str, ...]:
    """What the task was called before a commit, and the names that it has yet to be met under."""
    matches = compared.comparison.matches
    found = [old for match in matches if not set(match.new).isdisjoint(names) for old in match.old]
    touched = {each for match in matches for each in (*match.old, *match.new)}
    return tuple(dict.fromkeys([*found, *(name for name in names if name not in touched)])) or names


def _folder(repository: Repository, revision: str, hint: str) -> str | None:
    try:
        return repository.plan_folder(revision, hint)
    except UsageError:  # the plan did not exist yet
        return None
