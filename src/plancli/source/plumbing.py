"""Running git: its plumbing only, in an environment where neither the repository nor the network has a say.

A repository may be hostile. Its configuration can name programs for hooks, filters, pagers, monitors and transports;
the few commands that are run here start none of them, and what could is switched off besides.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.errors import PlancliError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class NoGitError(PlancliError):
    """Git is not installed."""

    message = N_("git was not found: revisions cannot be read without it")
    help = N_("install git; two folders can be compared without it")


class NoRepositoryError(PlancliError):
    """The plan is not under version control."""

    message = N_("{folder} is not in a git repository: there are no revisions")
    help = N_("change to the project's repository, or compare two folders")


class UnsafeRepositoryError(PlancliError):
    """Git does not trust a repository that belongs to another user, and neither do we."""

    message = N_("git refuses to read {folder}: the repository belongs to another user")
    help = N_("if you trust it: git config --global --add safe.directory {path}")


class PartialCloneError(PlancliError):
    """Objects are still at the remote, and nothing here calls out to a network."""

    message = N_("{folder} is a partial clone: it lacks some of what that revision holds")
    help = N_("fetch them first: git fetch --refetch --no-filter")


class GitFailedError(PlancliError):
    """Git could not do what it always can: the repository is damaged, or git is older than what we use."""

    message = N_("git cannot read the repository of {folder}: {reason}")
    help = N_("git status may tell more; git fsck examines the repository")


_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",  # what a commit holds is what its id says
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
)

_SETTINGS = {
    "GIT_ALLOW_PROTOCOL": "none",  # outranks every protocol.*.allow of the repository
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""The user's own settings (safe.directory may come from there). Inside a hook, others lead to another repository."""


def environment(given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """This process's environment without what would lead git elsewhere."""
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return {**kept, **_SETTINGS}


def find_git() -> str:
    """Git's full path, from absolute folders of the PATH only: one that lies in the project is not ours to start.

    Raises:
        NoGitError: Where there is none.
    """
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    found = shutil.which("git", path=os.pathsep.join(filter(os.path.isabs, folders)))
    if found is None or not os.path.isabs(found):  # noqa: PTH117 - a name, not a path
        raise NoGitError
    return found


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a folder.

    Attributes:
        program: Where git is.
        folder: Where it runs; git looks for the repository from there upwards.
    """

    program: str
    folder: Path

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a command that is asked and answers; what it complains of is dropped, lest the pipe fill up.

        Raises:
            GitFailedError: Where the system refuses.
        """
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        try:
            return subprocess.Popen(  # noqa: S603 - no shell, and git's full path
                self._command(arguments), stdin=pipe, stdout=pipe, stderr=nowhere, env=environment()
            )
        except OSError as error:
            raise GitFailedError(folder=str(self.folder), reason=error.strerror or "") from error

    def run(self, *arguments: str, asked: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end, whatever that is.

        Raises:
            GitFailedError: Where the system refuses.
        """
        try:
            return subprocess.run(  # noqa: S603 - no shell, and git's full path
                self._command(arguments), input=asked, capture_output=True, env=environment(), check=False
            )
        except OSError as error:
            raise GitFailedError(folder=str(self.folder), reason=error.strerror or "") from error

    def output(self, *arguments: str) -> bytes:
        """What a command prints.

        Raises:
            PlancliError: Where it fails, for the reason that git gives.
        """
        ran = self.run(*arguments)
        if ran.returncode:
            raise self.failure(ran.stderr)
        return ran.stdout

    def failure(self, complaint: bytes) -> PlancliError:
        """What git's complaint means for the user. Exit codes tell these apart no more than "128"."""
        said, folder = os.fsdecode(complaint), str(self.folder)
        if trusting := re.search(r"\bsafe\.directory\b[ =]?(.*)", said, re.DOTALL):
            return UnsafeRepositoryError(folder=folder, path=trusting[1].strip() or folder)
        if "not a git repository" in said:
            return NoRepositoryError(folder=folder)
        if "promisor remote" in said:
            return PartialCloneError(folder=folder)
        return GitFailedError(folder=folder, reason=reason(complaint))

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        return [self.program, *_OPTIONS, "-C", str(self.folder), *arguments]


def reason(complaint: bytes) -> str:
    """The last line of what git complains of, which is what made it stop."""
    lines = os.fsdecode(complaint).strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else ""
