"""The journal of a change: once it is on the disk, the change is made, if need be by the next one who looks.

A change of several files cannot be made in one step. So all new contents are staged, the journal says which file holds
what before and after, and only then the files are replaced one by one. Who dies before the journal is there has changed
nothing; who dies behind it leaves everything that is needed to finish.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from plancli.edit.refusals import ForeignJournalError
from plancli.edit.staging import STAGED, discard, settle, settle_folders, stage, worded
from plancli.source.folder import JOURNAL, PLAN_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

VERSION = 1

MAX_BYTES = 64_000_000
"""A journal of 10,000 files has four."""

# A journal may come with a plan from anywhere: it names nothing but files of plans, and what was staged beside them.
_PATH = re.compile(r"(?:plan|departments)\.yaml|tasks/[^/\\\0]+\.yaml").fullmatch
_DIGEST = re.compile(r"[0-9a-f]{64}").fullmatch


@dataclass(frozen=True, slots=True)
class Step:
    """What a change does to one file.

    Attributes:
        path: The file, relative to the plan's folder, with `/`.
        before: The SHA-256 of what it holds before; None where it does not exist.
        after: Likewise afterwards.
        staged: The name of the file beside it that will take its place; None where it is deleted.
    """

    path: str
    before: str | None
    after: str | None
    staged: str | None


def write(root: Path, steps: Sequence[Step]) -> None:
    """Put a journal in the plan's folder, in the place of an earlier one; with that the change is decided.

    Raises:
        CannotWriteError: When the system refuses; then there is no journal, or the earlier one.
    """
    content = json.dumps({"version": VERSION, "files": list(map(asdict, steps))}, ensure_ascii=False, indent=1)
    staged = stage(root / JOURNAL, content.encode("utf-8", "surrogateescape"), like=root / PLAN_FILE)
    try:
        settle([staged])
        with worded(root / JOURNAL):
            staged.replace(root / JOURNAL)
    except BaseException:
        discard([staged])
        raise
    settle_folders([root])


def remove(root: Path) -> None:
    """Take the journal away: the change is made, or given up.

    Raises:
        CannotWriteError: When the system refuses.
    """
    with worded(root / JOURNAL), suppress(FileNotFoundError):
        (root / JOURNAL).unlink()
    settle_folders([root])


def exists(root: Path) -> bool:
    """Whether a change was not finished."""
    return os.path.lexists(root / JOURNAL)


def read(root: Path) -> tuple[Step, ...]:
    """The steps of a journal.

    Raises:
        ForeignJournalError: When it is damaged, or none that we wrote.
        CannotWriteError: When it cannot be read.
    """
    path = root / JOURNAL
    try:
        return _steps(json.loads(_content(path)))
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ForeignJournalError(file=path.as_posix()) from error


def _content(path: Path) -> str:
    with worded(path):
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
            raise ValueError(path)
        return path.read_bytes().decode("utf-8", "surrogateescape")


def _steps(written: Any) -> tuple[Step, ...]:  # noqa: ANN401 - whatever the file holds
    steps = tuple(map(_step, written["files"]))
    if written["version"] != VERSION or not steps or len({step.path for step in steps}) < len(steps):
        raise ValueError(written)
    return steps


def _step(written: Any) -> Step:  # noqa: ANN401 - whatever the file holds
    step = Step(**written)
    digests = [digest for digest in (step.before, step.after) if digest is not None]
    sound = (
        _PATH(step.path)
        and all(map(_DIGEST, digests))
        and step.before != step.after
        and (step.staged is None) == (step.after is None)
        and (step.staged is None or STAGED(step.staged))
    )
    if not sound:
        raise ValueError(written)
    return step
