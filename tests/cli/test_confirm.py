"""`plancli confirm` as a user runs it: what is confirmed is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import plancli
from tests.cli.test_completion import candidates
from tests.edit.update_world import OLD, plan
from tests.edit.worlds import contents

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = ("--lang", "en")
SHOWN = ["节能降碳/绿色商场", "    绿色商场  at least 1家  2027", "    in the text: 培育绿色商场1家"]
LINE = "    confirmed: false\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a plan of which one target is not confirmed."""
    plan(tmp_path / "plan")
    return tmp_path


def test_what_is_not_confirmed_is_listed(project: Path) -> None:
    """Each with what was read, and from which words; nothing is written."""
    ran = plancli("confirm", *ENGLISH, cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    *lines, last = ran.stdout.splitlines()
    assert lines == SHOWN
    assert last == "1 target is not confirmed: compare it with the text, then plancli confirm TASK/TARGET, or --all"
    assert contents(project / "plan") == {path: text.encode() for path, text in OLD.items()}


@pytest.mark.parametrize("named", ["节能降碳", "节能降碳/绿色商场", "1", "节能降碳.yaml", "--all"])
def test_a_target_is_confirmed(project: Path, named: str) -> None:
    """By its name, its task's, or with all others; the second time there is nothing to do."""
    ran = plancli("confirm", named, *ENGLISH, cwd=project)
    assert (ran.returncode, ran.stdout.splitlines()) == (0, [*SHOWN, "confirmed: 1 target"])
    task = (project / "plan/tasks/节能降碳.yaml").read_text("utf-8")
    assert task == OLD["tasks/节能降碳.yaml"].replace(LINE, "")
    said = "every target is confirmed" if named == "--all" else "nothing to confirm: these targets are confirmed"
    assert plancli("confirm", named, *ENGLISH, cwd=project).stdout == f"{said}\n"
    assert plancli("confirm", *ENGLISH, cwd=project).stdout == "every target is confirmed\n"


def test_it_says_what_it_would_write(project: Path) -> None:
    """And that words are not in the text any more."""
    task = project / "plan/tasks/节能降碳.yaml"
    task.write_text(task.read_text("utf-8").replace("绿色商场1家。", "绿色商场2家。"), encoding="utf-8")
    ran = plancli("confirm", "--all", "--diff", *ENGLISH, cwd=project)
    assert "    not in the text: 培育绿色商场1家\n" in ran.stdout
    assert "\n-    confirmed: false\n" in ran.stdout
    assert LINE in task.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("节能降碳/商场",), "the task “节能降碳” has no target “商场”"),
        (("无",), "无"),
        (("--all", "节能降碳"), "--all confirms every target"),
    ],
)
def test_wrong_usage(project: Path, arguments: tuple[str, ...], said: str) -> None:
    """Nothing is written."""
    ran = plancli("confirm", *arguments, *ENGLISH, cwd=project)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert LINE in (project / "plan/tasks/节能降碳.yaml").read_text("utf-8")


def test_shells_complete_what_is_not_confirmed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks, and targets behind them; not those that are confirmed."""
    monkeypatch.chdir(project)
    assert candidates("plancli confirm 节") == ["节能降碳", "节能降碳/绿色商场"]
    assert candidates("plancli confirm 节能降碳/") == ["节能降碳/绿色商场"]
    assert candidates("plancli confirm 环") == []
