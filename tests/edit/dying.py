"""A process in which writers are killed at every step: `python -c "from tests.edit.dying import main; main()" FOLDER`.

Its own, and with one thread, so that it can fork. What each victim leaves is looked at by the tests.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plancli.edit import journal
from plancli.edit.recover import recover
from plancli.edit.rewrite import rewrite
from tests.edit.worlds import DELETED, LAST, NEW, OLD, between, written

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = ("open", "fsync", "replace", "unlink")
"""What a writer asks of the system."""


def main() -> None:
    """Leave a folder for each way to die."""
    out = Path(sys.argv[1])
    for name, act in (("write", write), ("refused-late", refused_late), ("refused-early", refused_early)):
        for step in count():
            world = written(out / f"{name}-{step:03}", OLD)
            if not dies(act, world, step):
                break
            if act is write and step % 4 == 0 and journal.exists(world):
                die_in_recovery(world)


def die_in_recovery(left: Path) -> None:
    """Kill those who finish the change, too."""
    for step in count():
        world = left.with_name(f"{left.name}-{step:03}")
        shutil.copytree(left, world)
        if not dies(recover, world, step):
            break


def write(root: Path) -> None:
    """The change."""
    rewrite(between(root, OLD, NEW))


def refused_late(root: Path) -> None:
    """The change, of which the system refuses the last part, so that it is taken back."""
    os.replace = refusing(os.replace, root / LAST)
    write(root)


def refused_early(root: Path) -> None:
    """The change, of which the system refuses the first part, so that it is given up."""
    os.unlink = refusing(os.unlink, root / DELETED)
    write(root)


def refusing(call: Callable[..., None], file: Path) -> Callable[..., None]:
    """A call that is refused once for a file."""
    refusals = iter([OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))])

    def calling(*paths: Path) -> None:
        if paths[-1] == file and (refusal := next(refusals, None)):
            raise refusal
        call(*paths)

    return calling


def dies(act: Callable[[Path], object], root: Path, step: int) -> bool:
    """Whether a process that acts on a plan is killed before its call of this number."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    try:
        make_mortal(step)
        act(root)
    finally:
        os._exit(0)  # whatever it raises is no matter here


def make_mortal(step: int) -> None:
    """Kill this process before its call of this number."""
    calls = count()

    def mortal(call: Callable[..., Any]) -> Callable[..., Any]:
        def calling(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the call takes and gives
            if next(calls) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **options)

        return calling

    for name in CALLS:
        setattr(os, name, mortal(getattr(os, name)))
