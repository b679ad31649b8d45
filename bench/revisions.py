"""Repositories to measure `diff` in: the same plan twice, a little of it changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = 100
"""Tasks of a large plan that a revision changes."""

_WHO = {f"GIT_{who}_{what}": "bench" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def repository(folder: Path, plan: Path, changed: int) -> Path:
    """A repository with two revisions of a plan; its top, which is made once.

    Args:
        folder: Where to make it.
        plan: The plan.
        changed: How many of its tasks the second revision changes: their text and their duty.
    """
    if folder.exists():
        return folder
    shutil.copytree(plan, folder / "plan")
    _git(folder, "init", "--quiet")
    _commit(folder)
    tasks = sorted((folder / "plan/tasks").iterdir())
    for path in tasks[:: max(len(tasks) // changed, 1)]:
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("。\n", "，抓好落实。\n", 1) + "leader: 分管领导\n", encoding="utf-8", newline="\n"
        )
    _commit(folder)
    _git(folder, "repack", "-a", "-d", "--quiet")
    return folder


def renamed(folder: Path, plan: Path) -> Path:
    """A copy of a plan in which every task has another id and a few other words; made once."""
    if not folder.exists():
        shutil.copytree(plan, folder)
        for path in sorted((folder / "tasks").iterdir()):
            text = path.read_text(encoding="utf-8").replace("。\n", "，抓好落实。\n", 1)
            path.unlink()
            path.with_name(f"新{path.name}").write_text(text, encoding="utf-8", newline="\n")
        outline = (folder / "plan.yaml").read_text(encoding="utf-8")
        head, _, listed = outline.partition("outline:")
        tasks = {path.stem.removeprefix("新") for path in (folder / "tasks").iterdir()}
        lines = [_listed(line, tasks) for line in listed.split("\n")]
        (folder / "plan.yaml").write_text(head + "outline:" + "\n".join(lines), encoding="utf-8", newline="\n")
    return folder


def _listed(line: str, tasks: set[str]) -> str:
    dash, found, name = line.partition("- ")
    return f"{dash}- 新{name}" if found and name in tasks else line


def _commit(folder: Path) -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "bench")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env={**os.environ, **_WHO})  # noqa: S603, S607 - git
