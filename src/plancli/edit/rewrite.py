"""Put new contents in the place of plan files: all of them or none, and only where nobody else wrote meanwhile."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.edit.refusals import ChangedError
from plancli.errors import CannotWriteError
from plancli.source.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file's new content.

    Attributes:
        path: The file.
        before: What was read from it.
        after: What it shall hold.
    """

    path: Path
    before: bytes
    after: bytes


def rewrite(files: Sequence[Rewrite]) -> None:
    """Write each file beside its place, and when all are written, put them there.

    Raises:
        ChangedError: When a file is not what it was read as.
        CannotWriteError: When the system refuses. What had been replaced by then has its old content again.
    """
    staged: dict[Path, Rewrite] = {}
    replaced: list[Rewrite] = []
    try:
        for file in files:
            staged[_stage(file)] = file
        for file in files:
            _require(file)
        for temporary, file in staged.items():
            _replace(temporary, file)
            replaced.append(file)
    except BaseException:
        for file in reversed(replaced):
            _undo(file)
        raise
    finally:
        for temporary in staged:
            with suppress(OSError):
                temporary.unlink()
    for folder in dict.fromkeys(file.path.parent for file in files):
        _sync_folder(folder)


def _stage(file: Rewrite) -> Path:
    """Write a file's new content beside it, with its rights, to the disk itself."""
    temporary = file.path.with_name(f".plancli-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with _worded(file.path):
        status = file.path.stat()
        if not os.access(file.path, os.W_OK):  # a folder that may be written lets a protected file be replaced
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        handle = os.open(temporary, flags, 0o600)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(file.after)
                opened.flush()
                os.fsync(opened.fileno())
            with suppress(OSError, AttributeError):  # who is root may keep the owner; Windows has none
                os.chown(temporary, status.st_uid, status.st_gid)
            temporary.chmod(stat.S_IMODE(status.st_mode))
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    return temporary


def _require(file: Rewrite) -> None:
    """Raise `ChangedError` unless a file is what it was read as."""
    if file.path.is_symlink() or Folder(file.path.parent).read(file.path.name) != file.before:
        raise ChangedError(file=file.path.as_posix())


def _replace(temporary: Path, file: Rewrite) -> None:
    _require(file)
    with _worded(file.path):
        temporary.replace(file.path)


def _undo(file: Rewrite) -> None:
    """Give a file its old content again, unless somebody else wrote it since."""
    with suppress(CannotWriteError, ChangedError):
        back = Rewrite(file.path, file.after, file.before)
        temporary = _stage(back)
        try:
            _replace(temporary, back)
        finally:
            temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new names last; where a system has no way to ask for it, they last as its files do."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Tell a refusal of the system as what it means for the user."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(path=path.as_posix(), reason=error.strerror or str(error)) from error
