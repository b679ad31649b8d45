"""A plan as one commit has it, read from git's objects: nothing is checked out, and no filter runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.errors import UnreadablePlanError
from plancli.messages import N_
from plancli.source.folder import PLAN_FILE, REGISTER_FILE, SUFFIX, TASK_FOLDER, Unreadable
from plancli.source.objects import TOGETHER, Object, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.source.objects import Entry, Objects


class LinkedTasksError(UnreadablePlanError):
    """In that revision `tasks` stands for something else; without its files every task would seem removed."""

    message = N_("{folder} is a link or a submodule in {commit}, and is not followed")
    help = N_("compare with a revision that has it as a folder")


@dataclass(frozen=True)
class Revision:
    """A plan in the tree of a commit.

    Attributes:
        objects: What the repository stores.
        commit: The commit's full id.
        folder: The plan's folder in its tree, with `/`; empty for the root.
        algorithm: How the repository names objects.
    """

    objects: Objects = field(repr=False, compare=False)
    commit: str
    folder: str
    algorithm: str = "sha1"

    def read(self, path: str) -> bytes | Unreadable:
        """A regular file of at most `MAX_BYTES`, as it was committed.

        Raises:
            PartialCloneError: Where it was never fetched.
        """
        entry = self._entries.get(path)
        if entry is None:
            return Unreadable("missing")
        if not entry.is_file:
            return Unreadable("special")
        found = self._ahead.read(path)
        if isinstance(found, Object):
            return found.content
        return Unreadable("denied", f"object {entry.id} is missing") if found.case == "missing" else found

    def task_paths(self) -> list[str]:
        """Raises `LinkedTasksError` when the tasks folder is none."""
        return [path for path in self._entries if path.startswith(f"{TASK_FOLDER}/")]

    def other_paths(self) -> list[str]:
        """A folder among the tasks is one more tree to read; there seldom is any."""
        beside = (name for name in _files(self._root) if name not in {PLAN_FILE, REGISTER_FILE})
        return sorted([*beside, *self._beside_tasks()])

    def identities(self) -> dict[str, str]:
        """As the tree has them: nothing is read."""
        special = Unreadable("special")
        return {path: entry.id if entry.is_file else special.identity(path) for path, entry in self._entries.items()}

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        """The plan's files, by path."""
        files = {name: self._root[name] for name in (PLAN_FILE, REGISTER_FILE) if name in self._root}
        listed = sorted(name for name in self._tasks if name.endswith(SUFFIX) and not name.startswith("."))
        return files | {f"{TASK_FOLDER}/{name}": self._tasks[name] for name in listed}

    @cached_property
    def _root(self) -> dict[str, Entry]:
        """The names in the plan's folder."""
        return folder_at(self.objects, self.commit, self.folder) or {}

    @cached_property
    def _tasks(self) -> dict[str, Entry]:
        """The names in the folder of tasks."""
        tasks = self._root.get(TASK_FOLDER)
        if tasks is None or tasks.is_file:
            return {}
        if not tasks.is_folder:
            raise LinkedTasksError(folder=f"{self.folder}/{TASK_FOLDER}".lstrip("/"), commit=self.commit)
        return tree(self.objects, tasks.id)

    def _beside_tasks(self) -> Iterator[str]:
        others = {name: entry for name, entry in self._tasks.items() if not name.endswith(SUFFIX)}
        yield from (f"{TASK_FOLDER}/{name}" for name in _files(others))
        for name, entry in others.items():
            if entry.is_folder and not name.startswith("."):
                yield from (f"{TASK_FOLDER}/{name}/{each}" for each in _files(tree(self.objects, entry.id)))

    @cached_property
    def _ahead(self) -> _Ahead:
        return _Ahead(self.objects, [(path, entry.id) for path, entry in self._entries.items() if entry.is_file])


class _Ahead:
    """Reads on when one file after the other is asked for, as when a plan is loaded; else only what is asked for.

    To wait for git's answer takes ten times as long as to read it.
    """

    def __init__(self, objects: Objects, files: list[tuple[str, str]]) -> None:
        """The files in the order in which a plan is loaded."""
        self._objects = objects
        self._files = files
        self._places = {path: place for place, (path, _) in enumerate(files)}
        self._found: dict[str, Object | Unreadable] = {}
        self._next = 0
        self._width = 1

    def read(self, path: str) -> Object | Unreadable:
        """An object; those that follow are at hand if this one stands close behind the last."""
        if path in self._found:
            return self._found.pop(path)
        place = self._places[path]
        self._width = min(2 * self._width, TOGETHER) if 0 <= place - self._next < self._width else 1
        asked = self._files[place : place + self._width]
        self._next = place + len(asked)
        self._found = dict(
            zip((path for path, _ in asked), self._objects.get_all([each for _, each in asked]), strict=True)
        )
        return self._found.pop(path)


def _files(names: dict[str, Entry]) -> Iterator[str]:
    """The regular files that are not hidden."""
    return (name for name, entry in names.items() if entry.is_file and not name.startswith("."))


def folder_at(objects: Objects, commit: str, folder: str) -> dict[str, Entry] | None:
    """The names in a folder of a commit's tree; None where it has no such folder."""
    names = tree(objects, f"{commit}^{{tree}}")
    for part in folder.split("/") if folder else ():
        entry = names.get(part)
        if entry is None or not entry.is_folder:
            return None
        names = tree(objects, entry.id)
    return names


def tree(objects: Objects, name: str) -> dict[str, Entry]:
    """The names in a tree that must exist: to take it for empty would be to take every file in it for deleted.

    Raises:
        GitFailedError: Where git does not have it.
    """
    found = objects.get(name)
    if isinstance(found, Object) and found.kind == "tree":
        return entries(found)
    raise objects.failure(name, found)
