"""Folders as nobody wants them, through the program itself: an answer and an exit code, never a traceback."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.bad.worlds import sound
from tests.cli.running import plancli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

X = "tasks/节能降碳.yaml"
"""A task of the sound plan that each case replaces."""


class Bad(NamedTuple):
    """What is done to a plan's folder, and what `validate` says then."""

    name: str
    done: Callable[[Path], object]
    code: int
    says: str


def replaced(path: Path) -> Path:
    """A path where there is nothing now."""
    path.unlink()
    return path


def relinked(plan: Path, name: str) -> None:
    """A file or folder moved away, and a link to it in its place."""
    away = plan.parent / "away"
    (plan / name).rename(away)
    (plan / name).symlink_to(away)


def relinquished(plan: Path) -> Path:
    """The folder of tasks, moved away."""
    (plan / "tasks").rename(plan / "old")
    return plan / "tasks"


def renamed(plan: Path, name: bytes) -> None:
    """The task under a name that not every file system takes."""
    try:
        (plan / X).rename(os.fsdecode(os.fsencode(plan / "tasks") + b"/" + name))
    except OSError:
        pytest.skip("this file system takes no such name")


FOLDERS = (
    Bad("pipe", lambda plan: os.mkfifo(replaced(plan / X)), 1, f"error[unreadable-file] {X} 不是普通文件"),
    Bad("folder-named-as-a-task", lambda plan: replaced(plan / X).mkdir(), 1, f"{X} 不是普通文件"),
    Bad("link-within-the-plan", lambda plan: replaced(plan / X).symlink_to("环境保护.yaml"), 1, f"{X} 不是普通文件"),
    Bad("link-out-of-the-plan", lambda plan: replaced(plan / X).symlink_to("/etc/passwd"), 1, f"{X} 不是普通文件"),
    Bad("link-to-itself", lambda plan: replaced(plan / X).symlink_to("节能降碳.yaml"), 1, f"{X} 不是普通文件"),
    Bad("link-to-nothing", lambda plan: replaced(plan / X).symlink_to("没有.yaml"), 1, f"{X} 不是普通文件"),
    Bad("link-to-a-device", lambda plan: replaced(plan / X).symlink_to("/dev/zero"), 1, f"{X} 不是普通文件"),
    Bad("linked-header", lambda plan: relinked(plan, "plan.yaml"), 1, "plan.yaml 不是普通文件"),
    Bad("linked-register", lambda plan: relinked(plan, "departments.yaml"), 1, "departments.yaml 不是普通文件"),
    Bad("linked-tasks", lambda plan: relinked(plan, "tasks"), 3, "plan/tasks 是链接"),
    Bad("tasks-a-file", lambda plan: relinquished(plan).write_bytes(b""), 1, "任务"),
    Bad("no-tasks", relinquished, 1, "任务"),
    Bad("no-register", lambda plan: (plan / "departments.yaml").unlink(), 1, "缺少文件 departments.yaml"),
    Bad("no-header", lambda plan: (plan / "plan.yaml").unlink(), 3, "没有 plan.yaml"),
    Bad("header-a-folder", lambda plan: replaced(plan / "plan.yaml").mkdir(), 3, "没有 plan.yaml"),
    Bad("register-a-folder", lambda plan: replaced(plan / "departments.yaml").mkdir(), 1, "不是普通文件"),
    Bad("name-in-gbk", lambda plan: renamed(plan, "节能".encode("gbk") + b".yaml"), 1, "unlisted-task"),
    Bad("name-with-a-line-feed", lambda plan: renamed(plan, b"a\nb.yaml"), 1, "unlisted-task"),
    Bad("name-with-an-escape-sequence", lambda plan: renamed(plan, b"a\x1b[31mb.yaml"), 1, "unlisted-task"),
    Bad("name-as-long-as-may-be", lambda plan: renamed(plan, "节".encode() * 83 + b".yaml"), 1, "unlisted-task"),
    Bad("name-in-other-letters", lambda plan: renamed(plan, "節能降碳.yaml".encode()), 1, "节能降碳"),
    Bad("name-all-suffix", lambda plan: renamed(plan, b"..yaml"), 1, "节能降碳"),
)

RIGHTS = (
    Bad("task-without-rights", lambda plan: (plan / X).chmod(0), 1, f"无法读取 {X}"),
    Bad("tasks-without-rights", lambda plan: (plan / "tasks").chmod(0), 3, "无法读取文件夹"),
    Bad("header-without-rights", lambda plan: (plan / "plan.yaml").chmod(0), 1, "无法读取 plan.yaml"),
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The sound plan in a folder."""
    for path, text in sound().items():
        (tmp_path / "plan" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "plan" / path).write_bytes(text.encode())
    return tmp_path / "plan"


def asked(plan: Path, bad: Bad) -> None:
    """Do it, and ask `validate`."""
    bad.done(plan)
    ran = plancli("validate", cwd=plan.parent)
    said = ran.stdout + ran.stderr
    assert (ran.returncode, bad.says in said) == (bad.code, True), said
    assert "Traceback" not in said
    assert "\x1b" not in said


@pytest.mark.parametrize("bad", FOLDERS, ids=lambda bad: bad.name)
def test_what_is_said_of_a_folder(plan: Path, bad: Bad) -> None:
    """What was found, and where."""
    asked(plan, bad)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("bad", RIGHTS, ids=lambda bad: bad.name)
def test_what_is_said_where_rights_are_missing(plan: Path, bad: Bad) -> None:
    """The reason is the system's."""
    try:
        asked(plan, bad)
    finally:
        for path in (plan / "tasks", plan / X, plan / "plan.yaml"):
            path.chmod(0o755)


@pytest.mark.parametrize("bad", FOLDERS, ids=lambda bad: bad.name)
def test_the_other_commands_have_an_answer_too(plan: Path, bad: Bad) -> None:
    """`list` works with what there is; `render` refuses a plan with errors."""
    bad.done(plan)
    for command, codes in (("list", {0, 3}), ("render", {1, 3})):
        ran = plancli(command, cwd=plan.parent)
        assert ran.returncode in codes, ran.stderr
        assert "Traceback" not in ran.stderr


def test_no_line_of_a_file_outside_is_shown(plan: Path, tmp_path: Path) -> None:
    """A link in a plan from strangers shows nobody's secrets."""
    (tmp_path / "secret").write_text("password: 甲乙丙\n", encoding="utf-8")
    replaced(plan / X).symlink_to(tmp_path / "secret")
    ran = plancli("validate", cwd=plan.parent)
    assert ran.returncode == 1
    assert "甲乙丙" not in ran.stdout + ran.stderr
    assert "password" not in ran.stdout + ran.stderr


def test_two_names_that_differ_only_in_case(plan: Path) -> None:
    """On Windows and macOS the second file would take the place of the first."""
    text = (plan / "tasks/环境保护.yaml").read_text(encoding="utf-8")
    for name, title in (("EOD", "甲"), ("eod", "乙")):
        (plan / f"tasks/{name}.yaml").write_text(text.replace("环境保护", title, 1), encoding="utf-8")
    if len(list((plan / "tasks").iterdir())) == 3:
        pytest.skip("this file system does not tell them apart")
    header = (plan / "plan.yaml").read_text(encoding="utf-8")
    (plan / "plan.yaml").write_text(header.replace("- 环境保护", "- EOD\n          - eod"), encoding="utf-8")
    (plan / "tasks/环境保护.yaml").unlink()
    ran = plancli("validate", cwd=plan.parent)
    assert ran.returncode == 1
    assert "confusable-ids" in ran.stdout
