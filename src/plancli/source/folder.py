"""A plan in a folder: which files it has and what stands in them."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from plancli.errors import NoPlanError, NoPlanThereError, UnreadablePlanError
from plancli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN_FILE = "plan.yaml"
REGISTER_FILE = "departments.yaml"
TASK_FOLDER = "tasks"
SUFFIX = ".yaml"

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe must not make us wait


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
        """Read a regular file of at most `MAX_BYTES`; never block on a pipe or device."""
        try:
            handle = os.open(f"{self.root}/{path}", _FLAGS)
        except FileNotFoundError:
            return Unreadable("missing")
        except OSError as error:
            return Unreadable("denied", error.strerror or "")
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return Unreadable("special")
            if status.st_size > MAX_BYTES:
                return Unreadable("too-large")
            return _whole(handle, status.st_size)
        except OSError as error:
            return Unreadable("denied", error.strerror or "")
        finally:
            os.close(handle)

    def task_paths(self) -> list[str]:
        """Raises `UnreadablePlanError` when the tasks folder exists and cannot be listed."""
        try:
            return sorted(self._task_paths())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise UnreadablePlanError(folder=str(self.root / TASK_FOLDER), reason=error.strerror or "") from error

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

    def _task_paths(self) -> Iterator[str]:
        with os.scandir(self.root / TASK_FOLDER) as entries:
            for entry in entries:
                if entry.name.endswith(SUFFIX) and not entry.name.startswith("."):
                    yield f"{TASK_FOLDER}/{entry.name}"


def _whole(handle: int, size: int) -> bytes:
    """A file's bytes; a network's file system may give them in parts."""
    content = os.read(handle, size + 1)
    while len(content) < size and (more := os.read(handle, size)):
        content += more
    return content


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
