"""One writer at a time: a lock on the plan's folder, which the system takes back when its holder dies."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from plancli.edit.refusals import BusyError
from plancli.errors import CannotWriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOCK = ".plancli-lock"
"""The file that is locked where a folder cannot be; removed afterwards. Left behind by a crash it stops nobody."""

TRIES, PAUSE = 10, 0.05
"""How often, and how long in seconds between, a lock is asked for: a moment, for another one that is about done."""


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep every other plancli from writing to a plan's folder.

    Raises:
        BusyError: When another one is writing.
        CannotWriteError: When the system refuses to lock.
    """
    try:
        release = _taken(root)
    except BlockingIOError:
        raise BusyError(folder=root.as_posix()) from None
    except OSError as error:
        raise CannotWriteError(path=root.as_posix(), reason=error.strerror or str(error)) from error
    try:
        yield
    finally:
        release()


def _taken(root: Path) -> Callable[[], None]:
    """Take the lock; what gives it back.

    Raises:
        BlockingIOError: When somebody else has it, and keeps it.
    """
    for _ in range(TRIES - 1):
        with suppress(BlockingIOError):
            return _take(root)
        time.sleep(PAUSE)
    return _take(root)


def _take(root: Path) -> Callable[[], None]:
    """Lock the folder itself, which leaves nothing in it; else a file in it: Windows and networks lock only files."""
    if sys.platform != "win32":
        try:
            return _take_folder(root)
        except BlockingIOError:
            raise
        except OSError:  # NFS locks no folder, and others lock nothing: then the file says so
            pass
    return _take_file(root / LOCK)


def _take_file(path: Path) -> Callable[[], None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _lock_file(handle)
        _require_at(handle, path)
    except BaseException:
        os.close(handle)
        raise

    def release() -> None:
        if sys.platform == "win32":  # removes no file that is open
            os.close(handle)
        with suppress(OSError):
            path.unlink()
        if sys.platform != "win32":  # nobody may have it before it is gone
            os.close(handle)

    return release


def _require_at(handle: int, path: Path) -> None:
    """Raise `BlockingIOError` where a file's holder removed it between our opening and locking it."""
    with suppress(FileNotFoundError):
        if os.path.samestat(os.fstat(handle), path.stat()):
            return
    raise BlockingIOError


if sys.platform == "win32":
    import msvcrt

    def _lock_file(handle: int) -> None:
        """Raise `BlockingIOError` where somebody else has locked the file."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _take_folder(root: Path) -> Callable[[], None]:
        handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BaseException:
            os.close(handle)
            raise
        return lambda: os.close(handle)

    def _lock_file(handle: int) -> None:
        """Raise `BlockingIOError` where somebody else has locked the file."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except PermissionError as error:  # as networks say it
            raise BlockingIOError from error
