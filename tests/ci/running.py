"""What GitHub and GitLab do with the files in `ci/`, without either of them: read them, and run their scripts."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from tests.cli.running import PROGRAM, ROOT, environment
from tests.source.repositories import Worktree

if TYPE_CHECKING:
    from collections.abc import Mapping

LOWERED = ("tasks/大力发展绿色金融.yaml", "1800", "1600")
"""A target's number, in the text as in the target."""


def read(path: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """A file of the project, as YAML."""
    return YAML(typ="safe", pure=True).load((ROOT / path).read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Checkout:
    """A project with the real plan, cloned from where its pull request goes, as a job finds it."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> Checkout:
        """With the branch `main` at its origin, and one of its own checked out."""
        origin = Worktree.made(folder / "origin", "--initial-branch", "main")
        shutil.copytree(ROOT / "plan", origin.folder / "plan")
        origin.commit(message="印发")
        origin.git("clone", "--quiet", ".", str(folder / "job"))
        job = Worktree(folder / "job")
        job.git("checkout", "--quiet", "-b", "修订")
        return cls(job.folder)

    @property
    def base(self) -> str:
        """The commit that the pull request starts from."""
        return Worktree(self.folder).git("rev-parse", "origin/main")

    def edit(self, name: str, old: str, new: str) -> None:
        """Commit a change of the plan."""
        path = self.folder / "plan" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        Worktree(self.folder).commit(message="改")

    def run(self, script: str, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a script as both do: by bash, which stops at the first command that fails."""
        path = f"{Path(PROGRAM).parent}{os.pathsep}{environment()['PATH']}"
        return subprocess.run(  # noqa: S603 - our own scripts
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],  # noqa: S607 - as GitHub calls it
            cwd=self.folder,
            env=environment(**{"PATH": path, **variables}),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
