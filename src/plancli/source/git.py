"""A git repository: its commits, and the plans that they hold."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancli.errors import UsageError
from plancli.messages import N_
from plancli.source.folder import PLAN_FILE, REGISTER_FILE, TASK_FOLDER, Unreadable
from plancli.source.objects import Object, Objects
from plancli.source.plumbing import Git, find_git
from plancli.source.revision import Revision, folder_at
from plancli.source.unresolved import NoAncestorError, ShallowAncestorError, why_unresolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MOST_NAMED = 10
"""How many plans of one revision are named."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as it is listed.

    Attributes:
        id: Its full id.
        short: As much of it as tells it apart.
        date: The author's day, as it was where they were: `2025-03-01`.
        author: Their name.
        subject: The message's first paragraph, on one line.
        parents: Full ids.
    """

    id: str
    short: str
    date: str
    author: str
    subject: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder; bare ones and linked worktrees too.

    Wherever a revision is taken, anything that git takes for a commit will do: a branch, a tag, `HEAD~2`.

    Attributes:
        git: Runs git in that folder.
        prefix: The folder's path from the repository's top, with `/`; empty at the top and in a bare repository.
        shallow: Whether its history was cut off when it was cloned.
        algorithm: How it names objects: `sha1` or `sha256`.
        objects: What it stores.
    """

    git: Git
    prefix: str
    shallow: bool
    algorithm: str
    objects: Objects = field(repr=False, compare=False)

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that a folder lies in.

        Raises:
            NoGitError: Where git is not installed.
            NoRepositoryError: Where there is no repository.
            UnsafeRepositoryError: Where it belongs to somebody else.
            GitFailedError: Where git cannot tell.
        """
        git = Git(find_git(), folder.absolute())
        asked = ("--is-shallow-repository", "--show-object-format", "--show-prefix")
        # the prefix comes last: a folder's name may hold line feeds
        shallow, algorithm, prefix = os.fsdecode(git.output("rev-parse", *asked)).split("\n", 2)
        algorithm = "sha256" if algorithm == "sha256" else "sha1"  # git before 2.28 repeats the question
        return cls(git, prefix.removesuffix("\n").rstrip("/"), shallow == "true", algorithm, Objects(git))

    def close(self) -> None:
        """End the process that reads objects; it starts again when it is needed."""
        self.objects.close()

    def commit(self, revision: str) -> str:
        """The full id of a commit; a tag is followed to its commit.

        Raises:
            UsageError: Where there is no such commit, with names near to it.
            UnbornError: Where there is no commit at all yet.
            ShallowError: Where a shallow clone lacks it.
        """
        if not revision or revision.startswith("-"):  # asked for on a line of its own it is no option, but it looks so
            raise why_unresolved(self, revision)
        found = self.objects.get(revision if revision.startswith(":/") else f"{revision}^{{commit}}")
        if isinstance(found, Object) and found.kind == "commit":
            return found.id
        raise why_unresolved(self, revision, found.reason if isinstance(found, Unreadable) else "")

    def names(self) -> list[str]:
        """Every branch and tag, as briefly as it can be written."""
        kinds = ("refs/heads", "refs/tags", "refs/remotes")
        found = os.fsdecode(self.git.output("for-each-ref", "--format=%(refname:short)", *kinds)).split("\n")
        return [name for name in found if name and not name.endswith("/HEAD")]

    def merge_base(self, one: str, other: str) -> str:
        """The last commit that two have in common, where one was branched off the other.

        Raises:
            NoAncestorError: Where they have none.
            ShallowAncestorError: Where a shallow clone does not reach back to it.
        """
        ran = self.git.run("merge-base", self.commit(one), self.commit(other))
        if ran.returncode == 0:
            return ran.stdout.decode().split()[0]
        if ran.returncode > 1:
            raise self.git.failure(ran.stderr)
        raise (ShallowAncestorError if self.shallow else NoAncestorError)(one=one, other=other)

    def revision(self, revision: str, folder: str) -> Revision:
        """The plan in a folder of a commit's tree: a path from its top, empty for the top itself."""
        return Revision(self.objects, self.commit(revision), folder, self.algorithm)

    def holds_plan(self, revision: str, folder: str) -> bool:
        """Whether a folder of a commit's tree has a `plan.yaml`."""
        entry = (folder_at(self.objects, self.commit(revision), folder) or {}).get(PLAN_FILE)
        return entry is not None and entry.is_file

    def plan_folders(self, revision: str) -> list[str]:
        """Every folder of a commit's tree that has a `plan.yaml` and, beside it, departments or tasks."""
        listing = self.git.output("ls-tree", "-r", "-z", "--full-tree", self.commit(revision)).split(b"\0")
        files = {os.fsdecode(each.partition(b"\t")[2]) for each in listing if each.startswith(b"100")}
        places = [path.removesuffix(PLAN_FILE) for path in files if path.rpartition("/")[2] == PLAN_FILE]
        filled = {path.rpartition("/")[0] for path in files}
        sound = (each for each in places if each + REGISTER_FILE in files or each + TASK_FOLDER in filled)
        return sorted(place.rstrip("/") for place in sound)

    def plan_folder(self, revision: str, hint: str) -> str:
        """Where the plan was in a commit's tree: where it is today, else in the only place that looks like one.

        Args:
            revision: The commit.
            hint: The folder that it is in today, from the repository's top.

        Raises:
            UsageError: Where there is none, or several might be meant.
        """
        if self.holds_plan(revision, hint):
            return hint
        found = self.plan_folders(revision)
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(
                N_("there is no plan in {revision}"),
                help=N_("it may be older than the plan: name a later one"),
                revision=revision,
            )
        raise UsageError(
            N_("there are several plans in {revision}, and none of them where it is today"),
            help=N_("say which folder is meant: REV:path"),
            suggestions=tuple(f"{revision}:{folder}" for folder in found[:MOST_NAMED]),
            revision=revision,
        )

    def history(self, revision: str, paths: Sequence[str]) -> Iterator[Commit]:
        """The commits that touched any of these paths, the newest first; merges that only brought them together do not.

        Args:
            revision: Where to begin.
            paths: From the repository's top.
        """
        line = "--format=%H%x00%h%x00%as%x00%an%x00%P%x00%s"
        literal = [f":(top,literal){path}" for path in paths]  # a file may be called *.yaml
        listing = self.git.output("rev-list", "--encoding=UTF-8", line, self.commit(revision), "--", *literal)
        for each in listing.decode(errors="replace").split("\n"):
            if "\0" in each:
                identity, short, date, author, parents, subject = each.split("\0", 5)
                yield Commit(identity, short, date, author, subject, tuple(parents.split()))
