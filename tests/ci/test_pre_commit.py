"""The hooks for pre-commit: what they run is run, on the files that they are for."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest

from tests.ci.running import Checkout, read
from tests.cli.running import ROOT
from tests.source.repositories import git

if TYPE_CHECKING:
    from subprocess import CompletedProcess

HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}
PLAN_FILES = [path.relative_to(ROOT).as_posix() for path in (ROOT / "plan").rglob("*.yaml")]

each_hook = pytest.mark.parametrize("hook", HOOKS)


def run(checkout: Checkout, hook: str) -> CompletedProcess[str]:
    """Run a hook as pre-commit does: its entry, at the repository's top."""
    return checkout.run(shlex.join(shlex.split(HOOKS[hook]["entry"])), {})


def test_the_hooks_are_those_that_are_documented() -> None:
    """One that checks, one that formats."""
    assert set(HOOKS) == {"plancli-validate", "plancli-fmt"}


@each_hook
def test_a_hook_has_what_pre_commit_asks_for(hook: str) -> None:
    """It looks at the plan as a whole: a file alone says little."""
    assert {"id", "name", "entry", "language"} <= set(HOOKS[hook])
    assert HOOKS[hook]["language"] == "python"
    assert HOOKS[hook]["pass_filenames"] is False


@each_hook
def test_it_runs_when_a_file_of_the_plan_changes(hook: str) -> None:
    """Wherever the plan lies; and for no other file."""
    files = re.compile(HOOKS[hook]["files"])
    for path in (*PLAN_FILES, "plan.yaml", "2025/计划/tasks/节能降碳.yaml"):
        assert files.search(path), path
    for path in ("ci/gitlab.yml", ".pre-commit-hooks.yaml", "tasks/旧稿/节能降碳.yaml", "tasks.yaml", "README.md"):
        assert not files.search(path), path


@each_hook
def test_a_sound_plan_passes(checkout: Checkout, hook: str) -> None:
    """The real one: it is in its layout, too, so that nothing changes."""
    assert run(checkout, hook).returncode == 0
    assert git(checkout.folder, "status", "--short") == ""


def test_validate_keeps_an_error_from_being_committed(checkout: Checkout) -> None:
    """By its exit code."""
    checkout.edit("tasks/节能降碳.yaml", "区生态环境局", "区生态环保局")
    assert run(checkout, "plancli-validate").returncode == 1


def test_fmt_changes_the_file(checkout: Checkout) -> None:
    """Which is how pre-commit knows that the commit has to wait."""
    checkout.edit("tasks/节能降碳.yaml", "duty: 按职责", "duty:    按职责")
    run(checkout, "plancli-fmt")
    assert "节能降碳" in git(checkout.folder, "-c", "core.quotepath=false", "status", "--short")
