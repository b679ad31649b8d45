"""What lies beside the files of a plan: the same in a folder and in git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.source.folder import Folder
from plancli.source.nothing import Nothing
from tests.source.repositories import PLAN, plan_of, posix

if TYPE_CHECKING:
    from pathlib import Path

    from tests.source.repositories import Worktree

OTHERS = ("README.md", "tasks/x.yml", "tasks/旧稿/a.yaml", "tasks/旧稿/图.png", "碳汇.yaml")
HIDDEN = (
    ".x.yaml",
    "tasks/.x.yml",
    "tasks/.git.d/x.yaml",
    "tasks/旧稿/.x",
    "tasks/旧稿/深/x.yaml",
    "progress/2025/x.yaml",
)


@posix
def test_files_beside_those_of_the_plan(project: Worktree) -> None:
    """Beside plan.yaml, among the tasks, in folders there; no hidden ones, none deeper, no links."""
    project.write({**PLAN, **dict.fromkeys((*OTHERS, *HIDDEN), "")}, "plan")
    (project.folder / "plan/tasks/link.yml").symlink_to("x.yml")
    (project.folder / "plan/tasks/folder").symlink_to("旧稿")
    project.commit()
    assert plan_of(project).other_paths() == Folder(project.folder / "plan").other_paths() == sorted(OTHERS)


def test_folders_named_like_files_hold_nothing(project: Worktree) -> None:
    """`x.yaml` is told of as a task's file that is none."""
    project.commit({**PLAN, "tasks/x.yaml/y.yml": ""}, "plan")
    assert plan_of(project).other_paths() == Folder(project.folder / "plan").other_paths() == []


def test_where_there_is_nothing(project: Worktree, tmp_path: Path) -> None:
    """No folder, a file in the place of the tasks, no plan."""
    project.commit({**PLAN, "plan/tasks": ""})
    assert Folder(tmp_path / "none").other_paths() == Nothing().other_paths() == []
    assert plan_of(project, folder="none").other_paths() == []
    assert Folder(project.folder / "plan").other_paths() == plan_of(project, folder="plan").other_paths() == ["tasks"]
