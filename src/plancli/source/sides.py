"""The two sides of a comparison: what the command line names, found in a repository or on the disk."""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plancli.errors import NoPlanError, NoPlanThereError, PlancliError, UsageError
from plancli.messages import N_
from plancli.source.folder import Folder, find_plan
from plancli.source.git import MOST_NAMED, Repository
from plancli.source.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from plancli.source.folder import Source

LATEST = "HEAD"
"""What the working tree is compared with where nothing is named."""


class NoWorkingPlanError(NoPlanError):
    """One side is the working tree, and it holds no plan."""

    message = N_("{folder} holds no plan that {side} could be compared with")
    help = N_("name both sides, as in HEAD~1..HEAD, or name the plan: --plan FOLDER")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two plans that are compared.

    Attributes:
        name: As the reader wrote it; empty for the working tree.
        what: Where it comes from.
        source: Its files.
        folder: Where they are on the disk; None for a revision, and for what a document would make.
        commit: A revision's full id.
    """

    name: str
    what: Literal["revision", "folder", "worktree", "document"]
    source: Source
    folder: Path | None = None
    commit: str | None = None


def sides(plan: Path | None, cwd: Path, arguments: Sequence[str]) -> tuple[Side, Side]:
    """The old and the new plan.

    Args:
        plan: The plan in the working tree: the folder with `plan.yaml`; None where there is none.
        cwd: What folders are relative to; where there is no plan, the repository around it is read.
        arguments: As on the command line: none is HEAD and the working tree; `REV` is that and the working tree;
            `A..B`; `A...B`, from where they part to B; or one for each side: `REV`, `REV:path`, a folder.

    Raises:
        UsageError: Where a side does not exist.
        PlancliError: Where it cannot be read: no git, no repository, no commit, a history cut off.
    """
    old, new = _Sides(plan, cwd).both(*arguments)
    algorithm = next((each.source.algorithm for each in (old, new) if isinstance(each.source, Revision)), "sha1")
    return _named_alike(old, algorithm), _named_alike(new, algorithm)


def _named_alike(side: Side, algorithm: str) -> Side:
    """Files on the disk are told apart by the names that the repository would give them."""
    source = side.source
    return replace(side, source=replace(source, algorithm=algorithm)) if isinstance(source, Folder) else side


SHORT = 12
"""How much of an id names a commit that nobody has named."""

_MOST = 2
_RANGE = re.compile(r"(?P<old>.*?)(?<!\.)(?P<dots>\.{2,3})(?![./])(?P<new>.*)", re.DOTALL)  # HEAD:../plan is none
_WITH_PATH = re.compile(r"(?P<revision>(?:[^:{]|\{[^}]*\})+):(?P<path>.*)", re.DOTALL)  # HEAD@{12:30} has no path


@dataclass(frozen=True)
class _Sides:
    """What `sides` is given, and the repository once a revision is named: two folders need no git."""

    plan: Path | None
    cwd: Path

    @cached_property
    def repository(self) -> Repository:
        return Repository.around(self.plan or self.cwd)

    def both(self, *arguments: str) -> tuple[Side, Side]:
        if len(arguments) > _MOST:
            raise UsageError(
                N_("two plans can be compared, not {number}"),
                help=N_("the old one comes first, then the new one; one alone is compared with the working tree"),
                number=str(len(arguments)),
            )
        if len(arguments) == _MOST:
            return self.side(arguments[0]), self.side(arguments[1])
        only = arguments[0] if arguments else LATEST
        ends = None if _is_place(only) else _RANGE.fullmatch(only)
        if ends is None or self._placed(only):
            new = self._worktree(only)
            return self.side(only), new
        if ends["dots"] == "..":
            return self.side(ends["old"] or LATEST), self.side(ends["new"] or LATEST)
        return self._parted(ends["old"] or LATEST, ends["new"] or LATEST)

    def side(self, argument: str) -> Side:
        """One side; where a name is both, it is a revision, and with a separator in it a folder."""
        if _is_place(argument):
            return self._at_place(argument)
        placed = self._placed(argument)
        if placed and (argument.startswith(".") or "/" in argument or os.sep in argument):
            return placed
        revision, path = parts(argument)
        try:
            self.repository.commit(revision)
        except PlancliError:
            if placed:
                return placed
            raise
        return self._at_commit(argument, revision, path)

    def _worktree(self, other: str) -> Side:
        if self.plan is None:
            raise NoWorkingPlanError(folder=str(self.cwd), side=other)
        return Side("", "worktree", Folder(self.plan), self.plan)

    def _parted(self, old: str, new: str) -> tuple[Side, Side]:
        """From where two revisions part to the second."""
        (one, path), (other, _) = parts(old), parts(new)
        base = self.repository.merge_base(one, other)
        name = base[:SHORT] if path is None else f"{base[:SHORT]}:{path}"
        return self._at_commit(name, base, path), self.side(new)

    def _at_place(self, argument: str) -> Side:
        try:
            folder = find_plan(self.cwd / argument, self.cwd)
        except NoPlanThereError as error:
            known = N_("name the folder with plan.yaml, or the one that holds it as plan/")
            raise UsageError(error.message, help=known, folder=argument) from error
        return Side(argument, "folder", Folder(folder), folder)

    def _placed(self, argument: str) -> Side | None:
        """A folder on the disk that holds a plan."""
        if not argument or argument.startswith("-"):
            return None
        try:
            return self._at_place(argument)
        except PlancliError:
            return None

    def _at_commit(self, name: str, revision: str, path: str | None) -> Side:
        repository = self.repository
        if path is None:
            today = repository.prefix if self.plan else posixpath.join(repository.prefix, "plan")
            folder = repository.plan_folder(revision, today)
        else:
            folder = self._named_folder(revision, path)
        source = repository.revision(revision, folder)
        return Side(name, "revision", source, commit=source.commit)

    def _named_folder(self, revision: str, path: str) -> str:
        """The folder that `REV:path` means: it has the plan, or holds it as `plan/`."""
        if path.split("/", 1)[0] in {".", ".."}:  # as git has it: relative to where one stands
            path = posixpath.join(Repository.around(self.cwd).prefix, path)
        folder = posixpath.normpath(path.strip("/"))
        folder = "" if folder == "." else folder
        for place in (folder, posixpath.join(folder, "plan")):
            if self.repository.holds_plan(revision, place):
                return place
        raise UsageError(
            N_("there is no plan.yaml in {folder} of {revision}, nor in a folder plan/ inside it"),
            help=N_("in REV:path, path leads from the repository's top to the folder with plan.yaml"),
            suggestions=tuple(f"{revision}:{each}" for each in self.repository.plan_folders(revision)[:MOST_NAMED]),
            folder=path or "/",
            revision=revision,
        )


def _is_place(argument: str) -> bool:
    """What nobody would take for a revision: `.`, `..`, and what begins with `./`, `../` or `/`."""
    return argument in {".", ".."} or argument.startswith(("./", "../", "/"))


def parts(argument: str) -> tuple[str, str | None]:
    """`REV:path` in two; `:/words`, which searches messages, is one."""
    found = _WITH_PATH.fullmatch(argument)
    return (found["revision"], found["path"]) if found else (argument, None)
