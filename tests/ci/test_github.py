"""The composite action: its steps are run with what GitHub sets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.ci.running import LOWERED, Checkout, read
from tests.source.repositories import program

if TYPE_CHECKING:
    from pathlib import Path

ACTION: dict[str, Any] = read("ci/github/action.yml")
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}").fullmatch
CONDITIONS = {
    None: {"push", "pull_request"},
    "${{ !cancelled() && github.event_name == 'pull_request' }}": {"pull_request"},
}
"""The events on which a step runs, by its condition."""


class Job(NamedTuple):
    """What became of the steps.

    Attributes:
        codes: The exit code of each that ran, by its name.
        log: What they printed.
        summary: The job's summary.
    """

    codes: dict[str, int]
    log: str
    summary: str


def run(checkout: Checkout, event: str, **given: str) -> Job:
    """Run the action's steps one after the other; a failed one does not keep the last from running."""
    summary = checkout.folder.parent / "summary.md"
    github = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_EVENT_NAME": event, "GITHUB_BASE_REF": ""}
    if event == "pull_request":
        github["GITHUB_BASE_REF"] = "main"
    codes, log = {}, ""
    for step in ACTION["runs"]["steps"]:
        if event in CONDITIONS[step.get("if")]:
            ran = checkout.run(step["run"], {**github, **variables(step, given)})
            codes[step["name"]], log = ran.returncode, log + ran.stdout + ran.stderr
    return Job(codes, log, summary.read_text(encoding="utf-8") if summary.exists() else "")


def variables(step: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
    """A step's environment: what is given for the inputs, else their defaults."""
    values = {name: given.get(name.replace("-", "_"), each["default"]) for name, each in ACTION["inputs"].items()}
    found = {name: INPUT(value) for name, value in step["env"].items()}
    assert all(found.values())
    return {name: values[match[1]] for name, match in found.items() if match}


def test_it_is_a_composite_action() -> None:
    """With the members that GitHub asks for; every input is described, and used."""
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description", "inputs", "runs"} == set(ACTION)
    assert all({"description", "default"} == set(each) for each in ACTION["inputs"].values())
    assert all(step["shell"] == "bash" for step in ACTION["runs"]["steps"])
    used = {match[1] for step in ACTION["runs"]["steps"] for value in step["env"].values() if (match := INPUT(value))}
    assert used == set(ACTION["inputs"])


def test_no_script_holds_an_expression() -> None:
    """What a pull request can name, a branch say, would run as code: values come as variables."""
    assert [step["run"] for step in ACTION["runs"]["steps"] if "${{" in step["run"]] == []


def test_a_sound_plan_passes(checkout: Checkout) -> None:
    """Its warnings stand beside the lines and in the summary."""
    job = run(checkout, "push")
    assert job.codes == {"Install plancli": 0, "Check the plan": 0}
    assert "::warning file=plan/tasks/" in job.log
    assert "unattributable" in job.summary


def test_a_plan_with_an_error_fails(checkout: Checkout) -> None:
    """And so does one with warnings, where they are to."""
    assert run(checkout, "push", fail_on="warning").codes["Check the plan"] == 1
    checkout.edit("tasks/节能降碳.yaml", "区生态环境局", "区生态环保局")
    job = run(checkout, "push")
    assert job.codes["Check the plan"] == 1
    assert "::error file=plan/tasks/节能降碳.yaml" in job.log


def test_a_pull_request_is_told_what_it_changes(checkout: Checkout) -> None:
    """In the summary and beside the lines; whether it fails is for the job to say."""
    checkout.edit(*LOWERED)
    job = run(checkout, "pull_request")
    assert set(job.codes.values()) == {0}
    assert "::error file=plan/tasks/大力发展绿色金融.yaml" in job.log
    assert "1600亿元" in job.summary
    assert run(checkout, "pull_request", diff_fail_on="error").codes["Say what the pull request changes"] == 1


def test_a_pull_request_with_an_error_is_compared_too(checkout: Checkout) -> None:
    """Both steps run: a reviewer wants to see everything at once."""
    checkout.edit("tasks/节能降碳.yaml", "区生态环境局", "区生态环保局")
    job = run(checkout, "pull_request", lang="en")
    assert job.codes == {"Install plancli": 0, "Check the plan": 1, "Say what the pull request changes": 0}
    assert "is not registered" in job.log


def test_a_plan_elsewhere(checkout: Checkout) -> None:
    """Its folder is named."""
    (checkout.folder / "plan").rename(checkout.folder / "计划")
    assert run(checkout, "push", plan="计划").codes["Check the plan"] == 0
    assert run(checkout, "push").codes["Check the plan"] == 3


@pytest.mark.parametrize(
    ("wheels", "asked"),
    [
        ("wheels", "-m pip install --no-index --find-links wheels plancli"),
        ("", "-m pip install /action/ci/github/../.."),
    ],
)
def test_it_installs_plancli_where_there_is_none(checkout: Checkout, tmp_path: Path, wheels: str, asked: str) -> None:
    """From wheels without a network, else from the action's own checkout: never a stranger's package of that name."""
    program(tmp_path / "bin" / "python", 'echo "$@"')
    install = ACTION["runs"]["steps"][0]
    found = {"PATH": f"{tmp_path}/bin:/usr/bin:/bin", "GITHUB_ACTION_PATH": "/action/ci/github", "WHEELS": wheels}
    ran = checkout.run(install["run"], found)
    assert (ran.returncode, ran.stdout.strip()) == (0, asked)
