"""Whole processes: what they cost in processor time, in time and in memory."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Command = tuple[str, ...]

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` is in bytes on macOS and in kilobytes elsewhere."""

_STEERING = ("PLANCLI_", "PYTHON", "PYDANTIC_", "GITHUB_", "TYPER_", "_TYPER")
"""Variables that would make a program do something else than it is asked."""


class FailedError(Exception):
    """A command that was to be measured did not do its work.

    Attributes:
        code: Its exit code.
    """

    def __init__(self, command: Command, code: int, said: str) -> None:
        """Say what was run and what it said."""
        super().__init__(f"{' '.join(command)}: exit code {code}\n{said}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Run:
    """One process.

    Attributes:
        cpu: Seconds of processor time, user and system.
        wall: Seconds that passed.
        peak: The most memory it held, in bytes.
    """

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True, slots=True)
class Runs:
    """A command's runs, by their medians."""

    runs: tuple[Run, ...]

    @property
    def cpu(self) -> float:
        """Seconds of processor time."""
        return median(run.cpu for run in self.runs)

    @property
    def least(self) -> float:
        """The least processor time: what others did to the machine can only add to it."""
        return min(run.cpu for run in self.runs)

    @property
    def wall(self) -> float:
        """Seconds that passed."""
        return median(run.wall for run in self.runs)

    @property
    def peak(self) -> int:
        """The most memory that any of them held, in bytes."""
        return max(run.peak for run in self.runs)


def environment() -> dict[str, str]:
    """This process's, without what steers programs."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_STEERING)}


def run(command: Command) -> Run:
    """Run a command to its end, its output thrown away.

    Raises:
        FailedError: When it fails.
    """
    with tempfile.TemporaryFile() as said:
        streams = (
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, said.fileno(), 2),
        )
        began = time.perf_counter()
        child = os.posix_spawn(command[0], command, environment(), file_actions=streams)
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - began
        if code := os.waitstatus_to_exitcode(status):
            said.seek(0)
            raise FailedError(command, code, said.read().decode(errors="replace").strip())
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _PEAK_UNIT)


def alternate(commands: Sequence[Command], rounds: int, before: Callable[[], None] | None = None) -> list[Runs]:
    """Run commands in turns, so that a machine that is busy for a while slows them alike.

    Args:
        commands: What is compared.
        rounds: How often each is measured, after one run to warm up.
        before: What to do before each run.
    """
    kept: list[list[Run]] = [[] for _ in commands]
    for turn in range(rounds + 1):
        for command, runs in zip(commands, kept, strict=True):
            if before:
                before()
            measured = run(command)
            if turn:
                runs.append(measured)
    return [Runs(tuple(runs)) for runs in kept]
