"""The template for GitLab: its jobs are run with what GitLab sets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.ci.running import LOWERED, Checkout, read
from tests.source.repositories import program

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE: dict[str, Any] = read("ci/gitlab.yml")
JOBS = {name: job for name, job in TEMPLATE.items() if name.startswith("plancli-")}


def run(checkout: Checkout, name: str, **given: str) -> tuple[int, str]:
    """Run a job: its exit code, and its log."""
    job = TEMPLATE[name]
    lines = [*TEMPLATE[job["extends"]]["before_script"], *job["script"]]
    own = {**TEMPLATE["variables"], **job.get("variables", {}), **given}
    variables = {each: str(value) for each, value in own.items()}
    ran = checkout.run("\n".join(lines), {**variables, "CI_MERGE_REQUEST_DIFF_BASE_SHA": checkout.base})
    return ran.returncode, ran.stdout + ran.stderr


def test_the_jobs_run_where_they_can() -> None:
    """What a merge request changes is known in a merge request only, and with the history."""
    assert set(JOBS) == {"plancli-validate", "plancli-diff"}
    events = {name: [rule["if"] for rule in job["rules"]] for name, job in JOBS.items()}
    assert events["plancli-diff"] == ['$CI_PIPELINE_SOURCE == "merge_request_event"']
    assert events["plancli-diff"][0] in events["plancli-validate"]
    assert JOBS["plancli-diff"]["variables"]["GIT_DEPTH"] == 0


def test_a_sound_plan_passes(checkout: Checkout) -> None:
    """Its warnings are in the log, and in the report that GitLab shows."""
    code, log = run(checkout, "plancli-validate")
    assert code == 0
    assert "unattributable-responsibility" in log
    report = JOBS["plancli-validate"]["artifacts"]["reports"]["codequality"]
    issues = json.loads((checkout.folder / report).read_text(encoding="utf-8"))
    assert {issue["location"]["path"].split("/")[0] for issue in issues} == {"plan"}


def test_a_plan_with_an_error_fails_and_has_its_report(checkout: Checkout) -> None:
    """The report is written before the job fails."""
    assert run(checkout, "plancli-validate", PLANCLI_FAIL_ON="warning")[0] == 1
    checkout.edit("tasks/节能降碳.yaml", "区生态环境局", "区生态环保局")
    assert run(checkout, "plancli-validate")[0] == 1
    report = (checkout.folder / "plancli-findings.json").read_text(encoding="utf-8")
    assert "unknown-department" in {issue["check_name"] for issue in json.loads(report)}


def test_a_merge_request_is_told_what_it_changes(checkout: Checkout) -> None:
    """In the log and in a file; whether it fails is for the variables to say."""
    checkout.edit(*LOWERED)
    code, log = run(checkout, "plancli-diff")
    assert code == 0
    assert "target-lowered" in log
    changes = JOBS["plancli-diff"]["artifacts"]["paths"][0]
    assert "1600亿元" in (checkout.folder / changes).read_text(encoding="utf-8")
    assert run(checkout, "plancli-diff", PLANCLI_DIFF_FAIL_ON="error")[0] == 1


@pytest.mark.parametrize("folder", ["wheels", "my wheels"])
def test_it_installs_plancli_where_there_is_none(checkout: Checkout, tmp_path: Path, folder: str) -> None:
    """From wheels, without a network: never a stranger's package of that name."""
    program(tmp_path / "bin" / "python", 'echo "$@"')
    install = "\n".join(TEMPLATE[".plancli"]["before_script"])
    ran = checkout.run(install, {"PATH": f"{tmp_path}/bin:/usr/bin:/bin", "PLANCLI_WHEELS": folder})
    assert (ran.returncode, ran.stdout.strip()) == (0, f"-m pip install --no-index --find-links {folder} plancli")
