"""`plancli log` on the real plan's history, as its users run it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import ROOT, plancli
from tests.diff.history import FIRST, GROWN, LOWERED, REFORMED, edit
from tests.source.repositories import git

if TYPE_CHECKING:
    from pathlib import Path

    from tests.source.repositories import Worktree

FINANCE = "大力发展绿色金融"


def entries(cwd: Path, task: str) -> list[Any]:
    """A task's history as JSON."""
    ran = plancli("log", task, "--format", "json", cwd=cwd)
    assert (ran.returncode, ran.stderr) == (0, "")
    answer = json.loads(ran.stdout)
    assert answer["version"] == 1
    return list(answer["entries"])


def subjects(cwd: Path, task: str) -> list[str]:
    """The commits that changed it, the newest first."""
    return [entry["subject"] for entry in entries(cwd, task)]


def test_a_task_s_history_is_its_changes(history: Path) -> None:
    """By id, number and part of a title; newest first, with date and author; only commits that changed it."""
    outputs = {plancli("log", named, cwd=history).stdout for named in (FINANCE, "15", "绿色金融")}
    assert len(outputs) == 1
    said = outputs.pop()
    heads = [line for line in said.splitlines() if line.startswith("2025-03-01  ")]
    assert [head.split("  ")[2] for head in heads] == [LOWERED, FIRST]
    assert all(head.endswith("王小明") for head in heads)
    assert "1800亿元降为力争不低于1600亿元" in said
    assert "was lowered from" in plancli("log", FINANCE, "--lang", "en", cwd=history).stdout


def test_json(history: Path) -> None:
    """The same, for machines."""
    lowered, first = entries(history, FINANCE)
    assert lowered["commit"] == git(history, "rev-parse", "HEAD~2")
    assert (lowered["date"], lowered["author"], lowered["task"]) == ("2025-03-01", "王小明", FINANCE)
    assert [change["kind"] for change in lowered["changes"]] == ["target-lowered", "target-commitment-weakened"]
    assert [change["kind"] for change in first["changes"]] == ["task-added"]
    assert subjects(history, "构建绿色交通体系") == [GROWN, LOWERED, FIRST]


def test_a_split_task_is_followed_to_what_it_was(history: Path) -> None:
    """From both parts; and what is gone is told by its id, also below the repository's top."""
    for named in ("建立协调机制", "压实工作责任", "加强组织领导"):
        assert subjects(history / "plan", named) == [REFORMED, FIRST]


@pytest.fixture
def renamed(copied: Worktree) -> Worktree:
    """A task's file got another name in the last commit, and nothing says so yet."""
    tasks = copied.folder / "plan/tasks"
    (tasks / f"{FINANCE}.yaml").rename(tasks / "发展绿色金融.yaml")
    edit(copied.folder / "plan/plan.yaml", (f"- {FINANCE}\n", "- 发展绿色金融\n"))
    return copied


def declare(project: Worktree) -> None:
    """Say what the task was called."""
    path = project.folder / "plan/tasks/发展绿色金融.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"formerly:\n  - {FINANCE}\n", encoding="utf-8", newline="\n")


def test_a_renamed_task_is_followed(renamed: Worktree) -> None:
    """As its file says."""
    declare(renamed)
    renamed.commit(message="改名")
    assert subjects(renamed.folder, "发展绿色金融") == ["改名", LOWERED, FIRST]


def test_a_name_declared_later_is_followed_too(renamed: Worktree) -> None:
    """Renamed and committed, then `diff HEAD~1 --accept --yes` and committed."""
    renamed.commit(message="改名")
    declare(renamed)
    renamed.commit(message="补充说明")
    assert subjects(renamed.folder, "发展绿色金融")[-2:] == [LOWERED, FIRST]


def test_a_task_that_is_gone(copied: Worktree) -> None:
    """Its removal is the last that is told of it."""
    (copied.folder / "plan/tasks/碳普惠.yaml").unlink()
    edit(copied.folder / "plan/plan.yaml", ("          - 碳普惠\n", ""))
    copied.commit(message="删去")
    removed, added = entries(copied.folder, "碳普惠")
    assert [change["kind"] for change in removed["changes"]] == ["task-removed"]
    assert added["subject"] == GROWN


def test_what_could_not_be_read_is_said(copied: Worktree) -> None:
    """A target is lowered in a commit whose file is broken, and the next mends the file: neither is silent."""
    path = copied.folder / f"plan/tasks/{FINANCE}.yaml"
    edit(path, ("    value: 1600\n", "    value: 1500\n"), (f"title: {FINANCE}\n", f'title: "{FINANCE}\n'))
    copied.commit(message="改坏")
    edit(path, (f'title: "{FINANCE}\n', f"title: {FINANCE}\n"))
    copied.commit(message="改好")
    ran = plancli("log", FINANCE, cwd=copied.folder)
    assert "改坏" in ran.stdout + ran.stderr
    assert ran.stdout.count("无法完整读取，其中的变更未能比较") == 2


def test_a_history_that_is_cut_off_is_said(history: Path, tmp_path: Path) -> None:
    """The task was not added there: git has only not been given what was before."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", history.as_uri(), "shallow")
    ran = plancli("log", FINANCE, cwd=tmp_path / "shallow")
    assert "task-added" not in ran.stdout
    assert "--unshallow" in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("task", "said"), [("绿色金融发展", "plancli list"), ("绿色", "绿色数据中心"), ("99", "list"), ("--", "log --help")]
)
def test_an_unknown_task_is_refused(history: Path, task: str, said: str) -> None:
    """Exit code 2 and a way out."""
    ran = plancli("log", task, cwd=history)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_without_a_history_nothing_can_be_told(tmp_path: Path) -> None:
    """Outside a repository, and before the first commit."""
    shutil.copytree(ROOT / "plan", tmp_path / "project/plan")
    assert plancli("log", "1", cwd=tmp_path / "project").returncode == 3
    git(tmp_path / "project", "init", "--quiet")
    ran = plancli("log", "1", cwd=tmp_path / "project")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "尚无提交" in ran.stderr
