"""Repositories that tests make with the real git."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from plancli.errors import PlancliError, UsageError
from plancli.source.git import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from plancli.source.revision import Revision

TASK = "tasks/节能降碳.yaml"
PLAN = {
    "plan.yaml": "format: 1\ntitle: 行动计划\nperiod: {start: 2025, end: 2027}\noutline: []\n",
    "departments.yaml": "departments: []\n",
    TASK: "title: 节能降碳\ntext: 推进节能降碳。\n",
}
"""A small plan, by paths in its folder."""

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in {"NAME": "王小明", "EMAIL": "wang@example.org", "DATE": "2025-03-01T23:30:00+0800"}.items()
}


def git(folder: Path, *arguments: str, asked: bytes = b"", changes: Mapping[str, str] = {}) -> str:
    """Run git; what it prints, without white space around it."""
    ran = subprocess.run(  # noqa: S603 - no shell
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - whichever git there is
        input=asked,
        env={**os.environ, **IDENTITY, **changes},
        capture_output=True,
        check=True,
    )
    return os.fsdecode(ran.stdout).strip()


@dataclass(frozen=True, slots=True)
class Worktree:
    """A repository with its working tree.

    Attributes:
        folder: The top.
    """

    folder: Path

    @classmethod
    def made(cls, folder: Path, *options: str) -> Worktree:
        """Without a commit."""
        folder.mkdir(parents=True)
        git(folder, "init", "--quiet", *options)
        return cls(folder)

    def git(self, *arguments: str, asked: bytes = b"", changes: Mapping[str, str] = {}) -> str:
        """Run git at the top."""
        return git(self.folder, *arguments, asked=asked, changes=changes)

    def write(self, files: Mapping[str, str | bytes], under: str = "") -> None:
        """Write files below the top."""
        for name, content in files.items():
            path = self.folder / under / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(
        self,
        files: Mapping[str, str | bytes] | None = None,
        under: str = "",
        message: str = "改",
        changes: Mapping[str, str] = {},
    ) -> str:
        """Write files and commit all that there is; the commit's id."""
        self.write(files or {}, under)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, changes=changes)
        return self.git("rev-parse", "HEAD")

    def plan(self, under: str = "plan", message: str = "改") -> str:
        """Commit the small plan."""
        return self.commit(PLAN, under, message)


def program(path: Path, script: str) -> Path:
    """A script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs scripts, links and any character in names")


def plan_of(project: Worktree, revision: str = "HEAD", folder: str = "plan") -> Revision:
    """The plan at a revision."""
    return Repository.around(project.folder).revision(revision, folder)


def names(error: PlancliError) -> tuple[str, ...]:
    """What may have been meant."""
    return error.suggestions if isinstance(error, UsageError) else ()


def said(error: PlancliError) -> str:
    """An error as a reader sees it, in English."""
    return f"{error}; {error.help.format_map(error.facts)}"
