"""`plancli schema` on the real plan, and the plan's own first lines, which lead editors to it."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import ROOT, plancli
from tests.schema import core

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("plan", "departments", "task")
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n").match
PLAN_FILES = sorted((ROOT / "plan").rglob("*.yaml"))


@pytest.mark.parametrize("which", FILES)
def test_it_prints_one(which: str) -> None:
    """And nothing else; the same in every language."""
    ran = plancli("schema", which)
    assert (ran.returncode, ran.stderr) == (0, "")
    Draft202012Validator.check_schema(json.loads(ran.stdout))
    assert plancli("schema", which, "--lang", "en", LC_ALL="C").stdout == ran.stdout


def test_it_writes_all_three_and_says_where(tmp_path: Path) -> None:
    """What it writes is what it prints."""
    ran = plancli("schema", "--plan", str(ROOT), "--out", "schemas", cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.splitlines() == [f"schemas/{which}.schema.json" for which in FILES]
    for which in FILES:
        written = (tmp_path / "schemas" / f"{which}.schema.json").read_text(encoding="utf-8")
        assert written == plancli("schema", which).stdout


def test_one_can_be_written_alone(tmp_path: Path) -> None:
    """The one that is named."""
    assert plancli("schema", "task", "--plan", str(ROOT), "--out", ".", cwd=tmp_path).stdout == "task.schema.json\n"
    assert not (tmp_path / "plan.schema.json").exists()


def test_a_plan_with_errors_has_one_too(tmp_path: Path) -> None:
    """An editor is where they are mended."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    (tmp_path / "plan" / "tasks" / "节能降碳.yaml").write_text("title: [\n", encoding="utf-8")
    ran = plancli("schema", "plan", cwd=tmp_path)
    assert ran.returncode == 0
    assert "节能降碳" in json.loads(ran.stdout)["$defs"]["id"]["enum"]


@pytest.mark.parametrize(("arguments", "said"), [((), "--out build/schema"), (("taks",), "task")])
def test_wrong_calls_are_refused_with_a_way_out(arguments: tuple[str, ...], said: str) -> None:
    """Exit code 2."""
    ran = plancli("schema", *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize("path", PLAN_FILES, ids=lambda path: path.stem)
def test_every_file_of_the_plan_leads_to_its_schema(path: Path) -> None:
    """From its first line, to where `make build` writes it; and it fits."""
    text = path.read_text(encoding="utf-8")
    line = MODELINE(text)
    assert line
    kind = "task" if path.parent.name == "tasks" else path.stem
    assert (path.parent / line[1]).resolve() == (ROOT / "build" / "schema" / f"{kind}.schema.json").resolve()
    assert list(validator(kind).iter_errors(core.load(text))) == []


@cache
def validator(which: str) -> Draft202012Validator:
    """An independent validator with a schema as it is printed."""
    return Draft202012Validator(json.loads(plancli("schema", which).stdout))


def test_make_build_writes_them_there() -> None:
    """The plan's first lines count on it."""
    assert "plancli schema --out build/schema\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
