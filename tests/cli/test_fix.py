"""`plancli validate --fix` as its users run it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import ROOT, plancli
from tests.edit.worlds import contents

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

NAME = "tasks/节能降碳.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with the real plan in it, and a mistake that can be mended."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    edit(tmp_path, NAME, "duty: 按职责分工负责", "duty: 2025  # 注")
    return tmp_path


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Replace words in a file of the plan."""
    path = project / "plan" / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def english(*arguments: str, cwd: Path) -> CompletedProcess[str]:
    """Run the command in English; of what cannot be mended, only errors are told."""
    return plancli("validate", "--select", "wrong-type", *arguments, cwd=cwd, PLANCLI_LANG="en")


def test_it_mends_and_tells_of_the_rest(project: Path) -> None:
    """How much was mended goes to stderr."""
    said = english(cwd=project)
    assert said.returncode == 1
    unread = "1 file could not be checked to its end: correct it and check again"
    assert said.stdout.endswith(f"\n1 error (32 files checked); {unread}; --fix mends 1 of them\n")
    before = contents(project / "plan")
    ran = english("--fix", cwd=project)
    assert (ran.returncode, ran.stdout) == (0, "no problems found (32 files checked)\n")
    assert ran.stderr == "mended 1 finding in 1 file\n"
    assert contents(project / "plan") == {**before, NAME: before[NAME].replace(b"2025  ", b'"2025"  ')}
    assert english("--fix", cwd=project).stderr == "there is nothing that plancli could mend by itself\n"


def test_it_shows_what_it_would_do(project: Path) -> None:
    """With `--diff`, beside `--fix` or alone: nothing is written, and the exit code says whether anything would be."""
    before = contents(project / "plan")
    ran = english("--diff", cwd=project)
    assert ran.returncode == 1
    assert [line for line in ran.stdout.splitlines() if line[0] in "+-"] == [
        f"--- plan/{NAME}",
        f"+++ plan/{NAME}",
        "-duty: 2025  # 注",
        '+duty: "2025"  # 注',
    ]
    assert ran.stderr == "would mend 1 finding in 1 file\n"
    assert english("--fix", "--unsafe-fixes", "--diff", cwd=project).stdout == ran.stdout
    assert contents(project / "plan") == before
    clean = plancli("validate", "--diff", PLANCLI_LANG="en")
    assert (clean.returncode, clean.stdout) == (0, "")


def test_what_cannot_be_mended_is_told(project: Path) -> None:
    """Where another error would come of it."""
    edit(project, NAME, "duty: 2025  # 注", "duty: 按职责分工负责")
    edit(project, NAME, "- id: 单位GDP能耗降低", '- id: "2025"')
    edit(project, NAME, "- id: 单位GDP二氧化碳排放降低", "- id: 2025")
    before = contents(project / "plan")
    ran = english("--fix", cwd=project)
    assert ran.returncode == 1
    assert "1 fix was not made: its file has other errors, or a new error would come of it\n" in ran.stderr
    assert contents(project / "plan") == before


def test_programs_are_told_the_edits(project: Path) -> None:
    """Where, and what to put there; an editor that follows them does the same as `--fix`."""
    ran = english("--format", "json", cwd=project)
    schema = json.loads((ROOT / "docs" / "schema" / "diagnostics.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(ran.stdout))
    (found,) = json.loads(ran.stdout)["diagnostics"]
    place = {"path": found["path"], "start": found["start"], "end": found["end"]}
    assert found["fix"] == {"applicability": "safe", "edits": [{**place, "text": '"2025"'}]}
    fixed = english("--fix", "--format", "json", cwd=project)
    assert json.loads(fixed.stdout)["diagnostics"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (["--diff", "--statistics"], "--diff prints its own text: it does not go with --statistics"),
        (["--fix", "--diff", "--format", "json"], "--diff prints its own text: it does not go with --format json"),
    ],
)
def test_options_that_do_not_go_together(project: Path, arguments: list[str], message: str) -> None:
    """Nothing is checked or written."""
    before = contents(project / "plan")
    ran = english(*arguments, cwd=project)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"error: {message}\n")
    assert contents(project / "plan") == before
