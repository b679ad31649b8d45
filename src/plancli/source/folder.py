"""A plan in a folder: which files it has and what stands in them."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from plancli.errors import InterruptedWriteError, LinkedFolderError, NoPlanError, NoPlanThereError, UnreadablePlanError
from plancli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN_FILE = "plan.yaml"
REGISTER_FILE = "departments.yaml"
TASK_FOLDER = "tasks"
SUFFIX = ".yaml"
JOURNAL = ".plancli-journal"
"""While this file is in a plan's folder, a change of several files is not finished."""

# A pipe must not make us wait; a link in a plan from strangers may lead to any file, whose lines would be shown.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))
_IS_LINK = {errno.ELOOP, errno.EMLINK}
"""What systems answer that were told not to follow a link."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file whose bytes cannot be had: `missing`, `special` (no regular file), `too-large` or `denied`."""

    case: str
    reason: str = ""

    def identity(self, path: str) -> str:
        """What stands for the content of the file at a path: no object's id."""
        return f"!{path}:{self.case}"


class Source(Protocol):
    """A revision of a plan: a folder, or a tree of git's."""

    def read(self, path: str) -> bytes | Unreadable:
        """The bytes of a file of the plan, or why there are none."""

    def task_paths(self) -> list[str]:
        """Every task file, `tasks/<id>.yaml`, in code point order, so that no locale decides it."""

    def other_paths(self) -> list[str]:
        """Files that are none of the plan's: beside plan.yaml, among the tasks, in folders there; likewise in order.

        But for hidden ones and those that are no regular files. Their names tell whether they were meant to be read.
        """

    def identities(self) -> dict[str, str]:
        """What tells a file's content, for every file of the plan that exists: where they are equal, so are the files.

        Git's object id; for a file that cannot be read `!<path>:<case>`.
        """


@dataclass(frozen=True, slots=True)
class Folder:
    """The plan in a folder of the file system.

    Attributes:
        root: The folder with `plan.yaml`.
        algorithm: How git names objects in the repository that the plan is compared with: `sha1` or `sha256`.
    """

    root: Path
    algorithm: str = "sha1"

    def read(self, path: str) -> bytes | Unreadable:
        """Read a regular file of at most `MAX_BYTES`; never follow a link, nor block on a pipe or device."""
        try:
            handle = os.open(f"{self.root}/{path}", _FLAGS)
        except FileNotFoundError:
            return Unreadable("missing")
        except OSError as error:
            return Unreadable("special") if error.errno in _IS_LINK else Unreadable("denied", error.strerror or "")
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return Unreadable("special")
            content = _whole(handle, status.st_size) if status.st_size <= MAX_BYTES else None
            return Unreadable("too-large") if content is None else content
        except OSError as error:
            return Unreadable("denied", error.strerror or "")
        finally:
            os.close(handle)

    def task_paths(self) -> list[str]:
        """Every task file; who reads a plan begins here, and gets none that is half written.

        Raises:
            InterruptedWriteError: When a change of the plan was not finished.
            UnreadablePlanError: When the tasks folder exists and cannot be listed.
            LinkedFolderError: When it is a link.
        """
        if os.path.lexists(f"{self.root}/{JOURNAL}"):
            raise InterruptedWriteError(folder=self.root.as_posix())
        if os.path.islink(f"{self.root}/{TASK_FOLDER}"):  # noqa: PTH114 - a path of pathlib's costs more than the look
            raise LinkedFolderError(folder=(self.root / TASK_FOLDER).as_posix())
        try:
            return sorted(self._task_paths())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise UnreadablePlanError(folder=str(self.root / TASK_FOLDER), reason=error.strerror or "") from error

    def other_paths(self) -> list[str]:
        """A folder that cannot be listed holds none that could be told of."""
        beside = (name for name in _files(self.root) if name not in {PLAN_FILE, REGISTER_FILE})
        return sorted([*beside, *self._beside_tasks()])

    def identities(self) -> dict[str, str]:
        """Every file's content is hashed: git's own index tells by a file's time, and may run what it is told to.

        Raises:
            UnreadablePlanError: When the tasks folder cannot be listed.
        """
        return dict(self._identities())

    def _identities(self) -> Iterator[tuple[str, str]]:
        for path in (PLAN_FILE, REGISTER_FILE, *self.task_paths()):
            content = self.read(path)
            if not isinstance(content, Unreadable):
                yield path, blob_id(content, self.algorithm)
            elif content.case != "missing":
                yield path, content.identity(path)

    def _beside_tasks(self) -> Iterator[str]:
        for name, is_folder in _names(self.root / TASK_FOLDER, but=SUFFIX):
            if is_folder:
                yield from (f"{TASK_FOLDER}/{name}/{each}" for each in _files(self.root / TASK_FOLDER / name))
            else:
                yield f"{TASK_FOLDER}/{name}"

    def _task_paths(self) -> Iterator[str]:
        with os.scandir(self.root / TASK_FOLDER) as entries:
            for entry in entries:
                if entry.name.endswith(SUFFIX) and not entry.name.startswith("."):
                    yield f"{TASK_FOLDER}/{entry.name}"


def _files(folder: Path) -> Iterator[str]:
    return (name for name, is_folder in _names(folder) if not is_folder)


def _names(folder: Path, but: str = "\0") -> Iterator[tuple[str, bool]]:
    """The files and folders in a folder that are not hidden, nor end in `but`; and which of them are folders."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.endswith(but) and not entry.name.startswith("."):
                if entry.is_dir(follow_symlinks=False):
                    yield entry.name, True
                elif entry.is_file(follow_symlinks=False):
                    yield entry.name, False


def _whole(handle: int, size: int) -> bytes | None:
    """A file's bytes to its end, or None where there are too many.

    A network's file system may give them in parts, and a file may grow or shrink while it is read.
    """
    content = os.read(handle, size + 1)
    while len(content) != size and len(content) <= MAX_BYTES and (more := os.read(handle, size + 1)):
        content += more
    return content if len(content) <= MAX_BYTES else None


def blob_id(content: bytes, algorithm: str = "sha1") -> str:
    """Git's name for a file's content: the hash is its choice, and no protection is asked of it."""
    digest = hashlib.new(algorithm, b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest()


def find_plan(named: Path | None, start: Path) -> Path:
    """The plan's folder: `named` or its `plan/`; else `plan/` in `start` or in the nearest folder above it.

    Raises:
        NoPlanError: Where there is none.
        UnreadablePlanError: Where one may not look.
    """
    if named is not None:
        places = [named, named / "plan"]
    else:
        places = [place for folder in (start, *start.parents) for place in (folder / "plan", folder)]
    try:
        found = next((place for place in places if (place / PLAN_FILE).is_file()), None)
    except OSError as error:
        raise UnreadablePlanError(folder=str(named or start), reason=error.strerror or "") from error
    if found is None and named is not None:
        raise NoPlanThereError(folder=str(named))
    if found is None:
        raise NoPlanError(folder=str(start))
    return found
