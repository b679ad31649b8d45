"""`plancli fmt` as its users run it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import ROOT, plancli
from tests.edit.worlds import contents

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

TASK = "tasks/节能降碳.yaml"
SUMMARY = "30 files are well formatted"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with the real plan in it, of which two files are laid out otherwise."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    for name in ("plan.yaml", TASK):
        path = tmp_path / "plan" / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return tmp_path


def english(*arguments: str, cwd: Path) -> CompletedProcess[str]:
    """Run the command in English."""
    return plancli("fmt", *arguments, cwd=cwd, PLANCLI_LANG="en")


def test_it_writes_what_is_not_in_its_form(project: Path) -> None:
    """It says which files, then how many; the second time there is nothing to do."""
    ran = english(cwd=project)
    assert (ran.returncode, ran.stdout) == (0, f"formatted: plan/plan.yaml\nformatted: plan/{TASK}\n")
    assert ran.stderr == f"2 files formatted; {SUMMARY}\n"
    assert contents(project / "plan") == contents(ROOT / "plan")
    again = english(cwd=project)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "32 files are well formatted\n")


def test_only_a_look(project: Path) -> None:
    """`--check` names the files, `--diff` shows the lines; both write nothing and exit with 1."""
    before = contents(project / "plan")
    ran = english("--check", cwd=project)
    assert (ran.returncode, ran.stderr) == (1, f"2 files would be formatted; {SUMMARY}\n")
    assert ran.stdout == f"would be formatted: plan/plan.yaml\nwould be formatted: plan/{TASK}\n"
    ran = english("--diff", TASK, cwd=project / "plan")
    assert ran.returncode == 1
    assert ran.stdout.startswith(f"--- {TASK}\n+++ {TASK}\n@@ ")
    assert ran.stderr == "1 file would be formatted\n"
    assert contents(project / "plan") == before
    assert english("--check", "环境保护", cwd=project).returncode == 0


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["."], 2),
        (["plan/"], 2),
        (["plan/tasks"], 1),
        (["tasks"], 1),
        (["plan/plan.yaml", "plan/plan.yaml"], 1),
        (["plan.yaml", f"plan/{TASK}"], 2),
        (["节能降碳", "环境保护"], 1),
    ],
)
def test_what_is_meant(project: Path, names: list[str], count: int) -> None:
    """A file or folder, from here or from the plan's folder, or a task's id; each once."""
    assert len(english("--check", *names, cwd=project).stdout.splitlines()) == count


def test_what_is_not_there(project: Path) -> None:
    """With names near to it; nothing is written."""
    before = contents(project / "plan")
    ran = english("plan.yaml", "节能减碳", cwd=project)
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: the plan has no file and no task “节能减碳”\n   = did you mean 节能降碳?\n")
    assert contents(project / "plan") == before


def test_a_file_with_mistakes_is_left_and_the_others_are_formatted(project: Path) -> None:
    """The exit code says that something was left."""
    path = project / "plan" / "tasks" / "环境保护.yaml"
    path.write_text("title：甲\n", encoding="utf-8")
    ran = english(cwd=project)
    assert ran.returncode == 1
    assert ran.stderr == (
        "error: plan/tasks/环境保护.yaml has mistakes that stand in the way of editing it\n"
        "   = help: mend what `plancli validate` says about it, then run the command again\n"
        "2 files formatted; 29 files are well formatted; 1 file left as it is\n"
    )
    assert path.read_text(encoding="utf-8") == "title：甲\n"
    assert b"\r" not in (project / "plan" / "plan.yaml").read_bytes()
