"""Renaming on the real plan, as its users do it: what is written, what is said, and what an interruption leaves."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from plancli import load
from tests.cli.running import ROOT, plancli
from tests.edit.worlds import contents

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

OLD, NEW = "区经信委", "区经济和信息化委"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with the real plan in it."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    return tmp_path


def english(*arguments: str, cwd: Path) -> CompletedProcess[str]:
    """Run the program in English."""
    return plancli(*arguments, cwd=cwd, PLANCLI_LANG="en")


def findings(project: Path) -> list[str]:
    """What is wrong with the plan, by rule."""
    return [each.rule for each in load(project / "plan").diagnostics("en")]


# Departments.


def test_a_department_is_renamed(project: Path) -> None:
    """Every file that names it says the new name; nothing else changes, and nothing is found that was not before."""
    before, found = contents(project / "plan"), findings(project)
    ran = english("rename-dept", OLD, NEW, cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "renamed “区经信委” to “区经济和信息化委”: 12 places in 12 files\n"
    assert contents(project / "plan") == {
        path: content.replace(OLD.encode(), NEW.encode()) for path, content in before.items()
    }
    assert findings(project) == found
    assert english("rename-dept", NEW, OLD, cwd=project).returncode == 0
    assert contents(project / "plan") == before


def test_the_old_name_stays_known(project: Path) -> None:
    """As an alias, by which everybody still finds it."""
    assert plancli("rename-dept", OLD, NEW, "--keep-alias", cwd=project).returncode == 0
    plan = load(project / "plan").plan
    assert plan.resolve(OLD) == plan.resolve(NEW) is not None


@pytest.mark.parametrize("option", ["--diff", "--dry-run"])
def test_what_would_be_written(project: Path, option: str) -> None:
    """As a unified diff that can be applied, and nothing is written."""
    before = contents(project / "plan")
    ran = english("rename-dept", OLD, NEW, option, cwd=project)
    assert ran.returncode == 0
    assert ran.stdout.startswith("--- plan/departments.yaml\n+++ plan/departments.yaml\n@@ -")
    assert ran.stdout.count(f"\n-  - {OLD}\n+  - {NEW}\n") == 11
    assert contents(project / "plan") == before


def test_texts_are_told(project: Path) -> None:
    """They are the document's words, and not ours to change."""
    task = project / "plan/tasks/节能降碳.yaml"
    task.write_bytes(task.read_bytes().replace(b"text: |\n", "text: |\n  由区经信委推进。\n".encode()))
    ran = english("rename-dept", OLD, NEW, cwd=project)
    note, place = ran.stderr.splitlines()
    assert note == "note: 1 text still says “区经信委”; plancli changes no text, see for yourself:"
    line = task.read_text(encoding="utf-8").splitlines().index("  由区经信委推进。") + 1
    assert place == f"  plan/tasks/节能降碳.yaml:{line}:4"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("区经信", NEW), "error: no department or group is called “区经信”\n   = did you mean 区经信委?\n"),
        ((OLD, "区商务委"), "error: “区商务委” is already registered, for “区商务委” (plan/departments.yaml:"),
        ((OLD, " "), "error: “” cannot be a name"),
        ((OLD, "区\u200b经信委"), "cannot be a name"),
        ((OLD,), "error: NEW is missing\n"),
    ],
)
def test_wrong_usage(project: Path, arguments: tuple[str, ...], said: str) -> None:
    """With a way out."""
    ran = english("rename-dept", *arguments, cwd=project)
    assert ran.returncode == 2
    assert said in ran.stderr


def test_a_plan_with_mistakes_in_the_way(project: Path) -> None:
    """The file is named as its user finds it."""
    with (project / "plan/tasks/节能降碳.yaml").open("a", encoding="utf-8") as file:
        file.write("lead: []\n")
    ran = english("rename-dept", OLD, NEW, cwd=project)
    assert ran.returncode == 3
    assert ran.stderr.startswith("error: plan/tasks/节能降碳.yaml has mistakes that stand in the way of editing it\n")


# Tasks.


def test_a_task_is_renamed(project: Path) -> None:
    """And the plan is as sound as it was."""
    found = findings(project)
    ran = english("rename-task", "节能降碳", "节能减碳", cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "renamed the task “节能降碳” to “节能减碳”: plan/tasks/节能减碳.yaml\n"
    assert findings(project) == found
    assert load(project / "plan").plan.tasks[0].id == "节能减碳"


def test_a_task_is_named_by_its_file_too(project: Path) -> None:
    """As a shell completes it."""
    ran = plancli("rename-task", "plan/tasks/节能降碳.yaml", "节能减排.yaml", cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (project / "plan/tasks/节能减排.yaml").exists()
    assert not (project / "plan/tasks/节能降碳.yaml").exists()


def test_what_renaming_a_task_would_write(project: Path) -> None:
    """A file that is only renamed takes two lines."""
    before = contents(project / "plan")
    ran = english("rename-task", "节能降碳", "节能减碳", "--no-formerly", "--diff", cwd=project)
    assert ran.stdout.startswith("--- plan/plan.yaml\n+++ plan/plan.yaml\n")
    assert ran.stdout.endswith("rename from plan/tasks/节能降碳.yaml\nrename to plan/tasks/节能减碳.yaml\n")
    ran = english("rename-task", "节能降碳", "节能减碳", "--diff", "--color", "always", cwd=project)
    assert "\x1b[" in ran.stdout
    assert contents(project / "plan") == before


def test_an_id_that_is_wrong(project: Path) -> None:
    """In the words of the rule, in either language."""
    ran = english("rename-task", "节能降碳", "12", cwd=project)
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: the id “12” has only digits\n")
    assert plancli("rename-task", "节能降", "节能", cwd=project).stderr.startswith("错误：没有“节能降”这项任务\n")


# Interrupted.


@pytest.fixture
def interrupted(project: Path) -> Path:
    """A project whose plan a writer has left half written: one file waits for its new content."""
    task = project / "plan/tasks/节能降碳.yaml"
    new = task.read_bytes() + b"# new\n"
    task.with_name(".plancli-0123456789abcdef.tmp").write_bytes(new)
    digests = {"before": sha256(task.read_bytes()).hexdigest(), "after": sha256(new).hexdigest()}
    step = {"path": "tasks/节能降碳.yaml", "staged": ".plancli-0123456789abcdef.tmp", **digests}
    (project / "plan/.plancli-journal").write_text(json.dumps({"version": 1, "files": [step]}), encoding="utf-8")
    return project


@pytest.mark.parametrize(
    "arguments",
    [
        *(("validate",), ("render",), ("diff", "plan", "plan"), ("rename-task", "节能降碳", "甲", "--diff")),
    ],
)
def test_nobody_reads_half_a_plan(interrupted: Path, arguments: tuple[str, ...]) -> None:
    """What only reads writes nothing, and says what to do."""
    before = contents(interrupted)
    ran = english(*arguments, cwd=interrupted)
    assert ran.returncode == 3
    assert ran.stderr.startswith("error: a change of the plan in ")
    assert "= help: run plancli recover" in ran.stderr
    assert contents(interrupted) == before


def test_recover_finishes(interrupted: Path) -> None:
    """Once; then there is nothing left to do."""
    ran = english("recover", cwd=interrupted)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "finished: 1 file is as it was to be\n", "")
    assert (interrupted / "plan/tasks/节能降碳.yaml").read_bytes().endswith(b"# new\n")
    assert not [path for path in contents(interrupted) if "/.plancli-" in path]
    assert english("validate", cwd=interrupted).returncode == 0
    again = english("recover", cwd=interrupted)
    assert again.stdout == "there is nothing to finish: no change of this plan was interrupted\n"


def test_who_writes_finishes_first(interrupted: Path) -> None:
    """And says so."""
    ran = english("rename-dept", OLD, NEW, cwd=interrupted)
    assert ran.returncode == 0
    assert ran.stderr == "note: an earlier change of the plan had been interrupted; it was finished first\n"
    assert (interrupted / "plan/tasks/节能降碳.yaml").read_bytes().endswith(b"# new\n")


def test_a_file_that_somebody_changed_since(interrupted: Path) -> None:
    """It stays, and the way out is shown."""
    task = interrupted / "plan/tasks/节能降碳.yaml"
    task.write_bytes(task.read_bytes() + b"# mine\n")
    ran = english("recover", cwd=interrupted)
    assert ran.returncode == 3
    assert ran.stderr.startswith("error: plan/tasks/节能降碳.yaml was changed by someone else after")
    assert "plancli recover --skip-changed" in ran.stderr
    ran = english("recover", "--skip-changed", cwd=interrupted)
    assert (ran.returncode, ran.stderr) == (0, "left as it is: plan/tasks/节能降碳.yaml\n")
    assert task.read_bytes().endswith(b"# mine\n")
    assert english("validate", cwd=interrupted).returncode == 0
