"""What git stores, asked for by name from one process that stays."""

from __future__ import annotations

import os
import re
import weakref
from contextlib import suppress
from io import BytesIO
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from plancli.source.folder import Unreadable
from plancli.source.plumbing import GitFailedError, PartialCloneError, reason
from plancli.source.text import MAX_BYTES

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence

    from plancli.source.plumbing import Git

MAX_TREE = 64_000_000
"""The largest listing of a folder that is read: half a million files are no plan."""

TOGETHER = 64
"""How many objects are asked for at once: the questions fit into every system's pipe, so that nobody waits for ever."""


class Object(NamedTuple):
    """An object of the repository.

    Attributes:
        id: Its full name.
        kind: `commit`, `tree`, `blob` or `tag`.
        content: Its bytes.
    """

    id: str
    kind: str
    content: bytes


class Entry(NamedTuple):
    """A name in a tree.

    Attributes:
        mode: As git writes it.
        id: The object that it stands for.
    """

    mode: bytes
    id: str

    @property
    def is_file(self) -> bool:
        """A regular file; not a folder, symbolic link or submodule."""
        return self.mode.startswith(b"100")

    @property
    def is_folder(self) -> bool:
        """A tree."""
        return self.mode == b"40000"


class Objects:
    """The objects of a repository, from one `git cat-file --batch` that starts when it is first asked.

    To start a process takes as long as to read a hundred files. It ends with `close`, or with this object.
    """

    def __init__(self, git: Git) -> None:
        """Nothing is started yet."""
        self._git = git
        self._pipes: tuple[IO[bytes], IO[bytes]] | None = None
        self._end: weakref.finalize[..., Objects] | None = None

    def close(self) -> None:
        """End the process; the next question starts another."""
        if self._end:
            self._end()
        self._pipes = self._end = None

    def get(self, name: str) -> Object | Unreadable:
        """An object by whatever git takes for its name.

        Returns:
            The object, or why there is none: `missing`, `ambiguous`, `too-large`, or `denied` with git's reason.
        """
        return self.get_all([name])[0]

    def get_all(self, names: Sequence[str]) -> list[Object | Unreadable]:
        """Several objects, at most `TOGETHER`: to wait for every answer takes ten times as long as to read them.

        Raises:
            PartialCloneError: When one of them was never fetched.
            GitFailedError: When git cannot be started.
        """
        if any("\n" in name or "\0" in name for name in names):  # a question is a line
            return [Unreadable("missing")] * len(names)
        found: list[Object | Unreadable] = []
        try:
            while len(found) < len(names):
                found += self._asked(names[len(found) :])
        except BaseException:
            self.close()  # its answers would be taken for those to other questions
            raise
        return found

    def failure(self, name: str, found: Object | Unreadable) -> GitFailedError:
        """An object that must be there, or be of another kind: the repository is damaged."""
        case = found.reason or found.case if isinstance(found, Unreadable) else found.kind
        return GitFailedError(folder=str(self._git.folder), reason=f"{name}: {case}")

    def _asked(self, names: Sequence[str]) -> list[Object | Unreadable]:
        """The first answers: all of them, unless git has to be started anew on the way."""
        questions, answers = self._pipes or self._started()
        with suppress(BrokenPipeError):  # git has ended: that it gives no answer says so too
            questions.write(b"".join(os.fsencode(name) + b"\n" for name in names))
            questions.flush()
        found: list[Object | Unreadable] = []
        for name in names:
            answer = _answer(answers)
            found.append(answer or self._once_more(name))
            if answer is None or answer == Unreadable("too-large"):
                self.close()
                break
        return found

    def _started(self) -> tuple[IO[bytes], IO[bytes]]:
        process = self._git.start("cat-file", "--batch")
        self._end = weakref.finalize(self, _end, process)
        self._pipes = pipes = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        return pipes

    def _once_more(self, name: str) -> Object | Unreadable:
        """Ask what git ended at, this time to learn why."""
        ran = self._git.run("cat-file", "--batch", asked=os.fsencode(name) + b"\n")
        if answer := _answer(BytesIO(ran.stdout)):
            return answer
        failure = self._git.failure(ran.stderr)
        if isinstance(failure, PartialCloneError):
            raise failure
        return Unreadable("denied", reason(ran.stderr))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that only reads, and may be in the middle of a large answer."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
    process.wait()


_FOUND = re.compile(rb"([0-9a-f]+) ([a-z]+) ([0-9]+)\n")


def _answer(output: IO[bytes]) -> Object | Unreadable | None:
    """The next answer; None where git has ended. Of what is too large nothing is read."""
    header = output.readline()
    if not header:
        return None
    found = _FOUND.fullmatch(header)
    if not found:
        return Unreadable("ambiguous" if header.endswith(b" ambiguous\n") else "missing")
    identity, kind, size = found[1].decode(), found[2].decode(), int(found[3])
    if size > (MAX_TREE if kind == "tree" else MAX_BYTES):
        return Unreadable("too-large")
    content = output.read(size + 1)
    return Object(identity, kind, content[:-1]) if len(content) > size else None


def entries(tree: Object) -> dict[str, Entry]:
    """The names in a tree, as the file system would give them."""
    width = len(tree.id) // 2
    found = re.findall(rb"([0-7]+) ([^\0]+)\0(.{%d})" % width, tree.content, re.DOTALL)
    return {os.fsdecode(name): Entry(mode, identity.hex()) for mode, name, identity in found}
