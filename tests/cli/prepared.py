"""The program, started once and forked for each run: imports take longer than most of what the tests let it do.

Every run is a process of its own, with its own arguments, environment, folder and streams, and ends as the program
ends; only reading the modules from disk is shared. What depends on how the interpreter starts is run for real.
"""

from __future__ import annotations

import json
import os
import pkgutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, NoReturn

import plancli
from plancli.cli.edge import main

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]
MOST = 65536
"""Bytes of what one run is asked with."""
UNREACHED = 99
"""The exit code of a program that did not end its process."""


@dataclass
class Prepared:
    """A process that has imported the program and waits.

    Attributes:
        process: It.
        line: The socket through which it is asked.
    """

    process: subprocess.Popen[bytes]
    line: socket.socket

    @classmethod
    def started(cls, environment: Mapping[str, str]) -> Prepared:
        """Start it; it ends when its line does."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            process = subprocess.Popen(  # noqa: S603 - this file
                [sys.executable, "-m", "tests.cli.prepared", str(theirs.fileno())],
                cwd=ROOT,
                env={**environment, "PYDANTIC_DISABLE_PLUGINS": "__all__"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        return cls(process, ours)

    def run(
        self, arguments: Sequence[str], cwd: Path, environment: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """One run, as `subprocess.run` tells it.

        Args:
            arguments: The program and its arguments.
            cwd: The folder that it runs in.
            environment: All variables.
            timeout: In seconds; then this process is of no more use.
        """
        asked = json.dumps([list(arguments), str(cwd), dict(environment)]).encode()
        with Path(os.devnull).open("rb") as nothing, TemporaryFile() as out, TemporaryFile() as err:
            socket.send_fds(self.line, [asked], [nothing.fileno(), out.fileno(), err.fileno()])
            self.line.settimeout(timeout)
            code = int(self.line.recv(MOST))
            said, complained = (_text(file) for file in (out, err))
        return subprocess.CompletedProcess(list(arguments), code, said, complained)

    def end(self) -> None:
        """Let it end."""
        self.line.close()
        self.process.wait(timeout=10)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


def _serve(line: socket.socket) -> None:
    """Fork for each question, and answer with the exit code."""
    for module in pkgutil.walk_packages(plancli.__path__, "plancli."):
        import_module(module.name)
    while True:
        asked, streams, _, _ = socket.recv_fds(line, MOST, 3)
        if not asked:
            return
        child = os.fork()
        if not child:
            line.close()
            arguments, cwd, environment = json.loads(asked)
            _become(arguments, cwd, environment, streams)
        for stream in streams:
            os.close(stream)
        line.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(arguments: list[str], cwd: str, environment: dict[str, str], streams: list[int]) -> NoReturn:
    """Be the program; it ends this process."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = arguments
    main()
    os._exit(UNREACHED)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as asked_through:
        _serve(asked_through)
