"""Put new contents in the place of plan files: all of them or none, even if the power fails in between."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.edit import journal
from plancli.edit.change import Change, digest
from plancli.edit.journal import Step
from plancli.edit.lock import locked
from plancli.edit.refusals import LinkError
from plancli.edit.staging import discard, settle, stage, worded
from plancli.errors import InterruptedWriteError, PlancliError
from plancli.source.folder import PLAN_FILE, TASK_FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file's new content.

    Attributes:
        path: The file.
        before: What was read from it; None where it does not exist yet.
        after: What it shall hold; None to delete it.
        like: For a new file, the one whose rights it gets; else plan.yaml's.
    """

    path: Path
    before: bytes | None
    after: bytes | None
    like: Path | None = None


def rewrite(files: Sequence[Rewrite], root: Path | None = None) -> None:
    """Write, create and delete files of a plan: all of them or none.

    New contents are written beside their places; a journal says what is to become of which file; then they take their
    places. Who is killed in between leaves a plan that nobody takes for a whole one, until `recover` has finished it.

    Args:
        files: At most one for each file.
        root: The plan's folder; where None, the one that the files lie in.

    Raises:
        ChangedError: When a file is not what it was read as.
        LinkError: When one is a symbolic link.
        BusyError: When another plancli is writing to this plan.
        InterruptedWriteError: When an earlier change has yet to be finished, or this one could not be taken back.
        CannotWriteError: When the system refuses. All files are what they were.
    """
    changed = [file for file in files if file.before != file.after]
    if not changed:
        return
    root = root or _plan_around(changed[0].path)
    with locked(root):
        if journal.exists(root):
            raise InterruptedWriteError(folder=root.as_posix())
        for file in changed:
            _require_writable(file.path)
        Change(root, tuple(_step(root, file, None) for file in changed)).require_untouched()
        _carry_out(root, changed)


def _plan_around(path: Path) -> Path:
    """The plan's folder, of one of its files."""
    above = path.parent.parent
    return above if path.parent.name == TASK_FOLDER and (above / PLAN_FILE).is_file() else path.parent


def _require_writable(path: Path) -> None:
    if path.is_symlink():
        raise LinkError(file=path.as_posix())
    with worded(path):
        if path.exists() and not os.access(path, os.W_OK):  # a folder that may be written lets it be replaced
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _carry_out(root: Path, files: Sequence[Rewrite]) -> None:
    change = _staged(root, files)
    try:
        journal.write(root, change.steps)
    except BaseException:
        change.give_up()
        raise
    try:
        change.carry_out()
    except BaseException:
        _take_back(change, files)
        raise


def _staged(root: Path, files: Sequence[Rewrite]) -> Change:
    """Write what files shall hold beside them."""
    staged: list[Path | None] = []
    try:
        for file in files:
            like = file.path if file.before is not None else file.like or root / PLAN_FILE
            staged.append(None if file.after is None else stage(file.path, file.after, like))
        settle(filter(None, staged))
    except BaseException:
        discard(filter(None, staged))
        raise
    return Change(root, tuple(_step(root, file, path) for file, path in zip(files, staged, strict=True)))


def _step(root: Path, file: Rewrite, staged: Path | None) -> Step:
    path = file.path.relative_to(root).as_posix()
    return Step(path, digest(file.before), digest(file.after), staged.name if staged else None)


def _take_back(change: Change, files: Sequence[Rewrite]) -> None:
    """Give files their old contents again, but for what somebody else wrote since: a change like any other.

    Its journal takes the place of the first one, so that also who dies now leaves one that can be finished.

    Raises:
        InterruptedWriteError: When that fails as well; then the journal stays.
    """
    steps = zip(change.steps, files, strict=True)
    made = [file for step, file in steps if change.state(step) == "after"]
    back = [Rewrite(file.path, file.after, file.before) for file in made]
    try:
        if back:
            taken_back = _staged(change.root, back)
            journal.write(change.root, taken_back.steps)
            taken_back.carry_out()
        change.give_up()
    except PlancliError as error:
        raise InterruptedWriteError(folder=change.root.as_posix()) from error
