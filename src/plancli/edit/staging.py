"""New contents beside the files whose place they will take, on the disk itself before anything depends on them."""

from __future__ import annotations

import os
import re
import secrets
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from plancli.errors import CannotWriteError
from plancli.source.folder import TASK_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

STAGED = re.compile(r"\.plancli-[0-9a-f]{16}\.tmp").fullmatch
"""What a staged file is called."""


def stage(target: Path, content: bytes, like: Path) -> Path:
    """Write a file's new content beside it, with the rights of another and, where one may give files away, its owner.

    Args:
        target: The file whose place it will take, or that does not exist yet.
        content: What it will hold.
        like: Whose rights it gets.

    Raises:
        CannotWriteError: When the system refuses; then nothing is left.
    """
    temporary = target.with_name(f".plancli-{secrets.token_hex(8)}.tmp")
    with worded(target):
        status = like.stat()
        try:
            _create(temporary, content)
            with suppress(OSError, AttributeError):  # who is root may keep the owner; Windows has none
                os.chown(temporary, status.st_uid, status.st_gid)
            temporary.chmod(stat.S_IMODE(status.st_mode))
        except BaseException:
            discard([temporary])
            raise
    return temporary


def _create(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as opened:
        opened.write(content)


def settle(staged: Iterable[Path]) -> None:
    """Bring staged files and their names to the disk: all are written before the first one is waited for.

    Raises:
        CannotWriteError: When the system refuses.
    """
    paths = list(staged)
    for path in paths:
        with worded(path.parent):
            _sync(path, os.O_RDWR)
    settle_folders(path.parent for path in paths)


def settle_folders(folders: Iterable[Path]) -> None:
    """Make names last; where a system has no way to ask for it, they last as its files do."""
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            _sync(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def discard(staged: Iterable[Path]) -> None:
    """Leave no staged file behind."""
    for path in staged:
        with suppress(OSError):
            path.unlink()


def sweep(root: Path) -> None:
    """Delete what a writer that died has staged; call it where nobody else can be writing and no journal names them."""
    for folder in (root, root / TASK_FOLDER):
        with suppress(OSError), os.scandir(folder) as entries:
            discard([folder / entry.name for entry in entries if STAGED(entry.name)])


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Tell a refusal of the system as what it means for the user."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(path=path.as_posix(), reason=error.strerror or str(error)) from error
