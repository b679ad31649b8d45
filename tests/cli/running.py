"""The installed program, run as a user runs it."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PROGRAM = shutil.which("plancli", path=str(Path(sys.executable).parent)) or "plancli"

TIMEOUT = 60
"""Seconds."""

NEUTRAL = {
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "LANGUAGE",
    "PLANCLI_LANG",
    "PLANCLI_PLAN",
    "NO_COLOR",
    "GITHUB_STEP_SUMMARY",
}


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without what would change the program's language or colours."""
    kept = {name: value for name, value in os.environ.items() if name not in NEUTRAL and not name.startswith("PYTHON")}
    return {**kept, "LC_ALL": "zh_CN.UTF-8", **changes}


def plancli(*arguments: str, cwd: Path = ROOT, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the program; its output is read as UTF-8."""
    if any(_is_read_at_the_start(name, value) for name, value in changes.items()):
        return started(*arguments, cwd=cwd, **changes)
    return _prepared().run([PROGRAM, *arguments], cwd, environment(**changes), TIMEOUT)


def started(*arguments: str, cwd: Path = ROOT, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the program from its very start, as a shell starts it."""
    return subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, *arguments],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )


def _is_read_at_the_start(name: str, value: str) -> bool:
    """Whether the interpreter itself heeds a variable: by then it is too late for a prepared one."""
    return name.startswith("PYTHON") or (name in {"LC_ALL", "LC_CTYPE", "LANG"} and not value.endswith(".UTF-8"))


@cache
def _prepared() -> Prepared:
    prepared = Prepared.started(environment())
    atexit.register(prepared.end)
    return prepared


def received(terminal: int) -> Iterator[bytes]:
    """What a program writes to its terminal, until it closes it."""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other side is closed
            return
        if not piece:
            return
        yield piece
