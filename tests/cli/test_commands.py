"""The commands on the real plan, as the issue's users run them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from plancli.rules import BY_NAME
from tests.cli.running import ROOT, plancli

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with the real plan in it."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    return tmp_path


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Replace words in a file of the plan."""
    path = project / "plan" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_the_real_plan_has_no_error_and_true_warnings() -> None:
    """Ten tasks for which only groups answer, eleven 管委会 for 各管委会, one text with two dashes."""
    ran = plancli("validate", "--format", "json")
    found = json.loads(ran.stdout)
    rules = [each["rule"] for each in found["diagnostics"]]
    assert ran.returncode == 0
    assert found["summary"] == {"errors": 0, "warnings": 10, "infos": 12, "files": 32}
    assert rules.count("unattributable-responsibility") == 10
    assert rules.count("elided-group-prefix") == 11
    assert rules.count("mixed-punctuation") == 1


def test_json_keeps_its_schema(project: Path) -> None:
    """With an error, suggestions and a related place."""
    edit(project, "tasks/节能降碳.yaml", "区生态环境局", "区生态环保局")
    ran = plancli("validate", "--format", "json", cwd=project)
    schema = json.loads((ROOT / "docs" / "schema" / "diagnostics.schema.json").read_text(encoding="utf-8"))
    found = json.loads(ran.stdout)
    Draft202012Validator(schema).validate(found)
    error = next(each for each in found["diagnostics"] if each["severity"] == "error")
    assert ran.returncode == 1
    assert error["path"] == "plan/tasks/节能降碳.yaml"
    assert error["route"] == ["responsible", 0]
    assert error["suggestions"] == ["区生态环境局"]
    assert error["related"][0]["path"] == "plan/departments.yaml"


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(fail_on: str, code: int) -> None:
    """The least serious finding that fails."""
    assert plancli("validate", "--fail-on", fail_on).returncode == code


def test_github_annotations_and_summary(tmp_path: Path) -> None:
    """The most serious first; the job's summary is appended, not replaced."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    ran = plancli("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    lines = [line for line in ran.stdout.splitlines() if line.startswith("::")]
    assert lines[0].startswith("::warning file=plan/tasks/")
    assert [line.split()[0] for line in lines] == ["::warning"] * 10 + ["::notice"] * 12
    assert summary.read_text(encoding="utf-8").startswith("before\n")
    assert summary.read_text(encoding="utf-8").count("unattributable") == 10


def test_a_plan_s_own_severities(project: Path) -> None:
    """`checks` in plan.yaml makes a rule an error, or turns it off."""
    with (project / "plan" / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("checks:\n  unattributable-responsibility: error\n  elided-group-prefix: off\n")
    ran = plancli("validate", "--format", "json", cwd=project)
    assert json.loads(ran.stdout)["summary"] == {"errors": 10, "warnings": 0, "infos": 1, "files": 32}
    assert ran.returncode == 1


def test_render_refuses_a_plan_with_errors(project: Path) -> None:
    """A sheet that leaves something out looks like one that does not: nothing is written."""
    edit(project, "tasks/节能降碳.yaml", "区生态环境局", "区生态环保局")
    ran = plancli("render", cwd=project)
    assert ran.returncode == 1
    assert "unknown-department" in ran.stderr
    assert not ran.stdout
    assert not (project / "build").exists()


def test_render_writes_one_sheet_and_says_where(project: Path) -> None:
    """By name, and by alias; beside the plan whatever the working directory."""
    ran = plancli("render", "--dept", "管委会", cwd=project / "plan" / "tasks")
    written = sorted(path.relative_to(project).as_posix() for path in (project / "build").rglob("*") if path.is_file())
    assert ran.returncode == 0
    assert "build/sheets/各管委会.html" in written
    assert "build/sheets/各管委会.md" in written
    assert len(ran.stdout.splitlines()) == 2


def test_render_everything_twice_gives_the_same_bytes(project: Path) -> None:
    """27 sheets in two formats and the index; a second run changes no byte."""
    assert plancli("render", cwd=project).returncode == 0
    first = {path: path.read_bytes() for path in (project / "build").rglob("*") if path.is_file()}
    other = plancli("render", cwd=project, LC_ALL="C", TZ="Asia/Shanghai", PYTHONHASHSEED="7")
    assert other.returncode == 0
    assert {path: path.read_bytes() for path in (project / "build").rglob("*") if path.is_file()} == first
    assert len([path for path in first if path.suffix in {".md", ".html"}]) == 55


def test_stdout_is_the_sheet_and_nothing_else(project: Path) -> None:
    """`--stdout` writes no file; `--as-of` stands on the sheet."""
    ran = plancli("render", "--dept", "区生态环境局", "--stdout", "--as-of", "2026年3月稿", cwd=project)
    assert "区生态环境局" in ran.stdout
    assert "2026年3月稿" in ran.stdout
    assert not ran.stderr
    assert not (project / "build").exists()


def test_a_mistake_in_a_template_is_a_finding(project: Path) -> None:
    """With the template's file and line; nothing is written."""
    (project / "templates").mkdir()
    template = project / "templates" / "sheet.md.j2"
    template.write_text("# {{ sheet.entry.name }}\n\n{{ sheet.entri }}\n", encoding="utf-8")
    ran = plancli("render", "--dept", "区发改委", cwd=project)
    assert ran.returncode == 1
    assert "error[template-mistake]" in ran.stderr
    assert "templates/sheet.md.j2:3:" in ran.stderr
    assert not (project / "build" / "sheets").exists() or not list((project / "build" / "sheets").iterdir())


def test_list_filters() -> None:
    """By department, role, heading and targets, alone and together."""

    def numbers(*arguments: str) -> list[int]:
        return [task["number"] for task in json.loads(plancli("list", "--format", "json", *arguments).stdout)["tasks"]]

    assert numbers() == list(range(1, 31))
    assert numbers("--dept", "区生态环境局", "--role", "lead") == [2, 4, 5, 6, 7, 18, 26]
    assert numbers("--dept", "区生态环境局", "--role", "responsible") == [1, 3, 8, 10, 13, 14, 17, 20]
    assert numbers("--has-targets") == [1, 10, 11, 13, 15, 16, 17, 18, 19, 20, 21]
    assert numbers("--heading", "保障措施") == [27, 28, 29, 30]
    assert numbers("--dept", "解放碑CBD管委会", "--has-targets", "--heading", "实施路径") == [21]


def test_list_in_a_pipe_is_tab_separated() -> None:
    """A heading and a line a task, six columns each."""
    lines = plancli("list").stdout.splitlines()
    assert len(lines) == 31
    assert {line.count("\t") for line in lines} == {5}
    assert lines[4].split("\t")[3] == "——"


def test_show_by_number_id_and_part_of_a_title() -> None:
    """The same task each time."""
    outputs = {plancli("show", named).stdout for named in ("10", "大力发展绿色金融", "绿色金融")}
    assert len(outputs) == 1
    assert "1800亿元" in outputs.pop()


def test_commands_that_read_go_on_with_errors(project: Path) -> None:
    """And say so on stderr."""
    edit(project, "tasks/节能降碳.yaml", "区生态环境局", "区生态环保局")
    ran = plancli("list", cwd=project)
    assert ran.returncode == 0
    assert len(ran.stdout.splitlines()) == 31
    assert "1" in ran.stderr
    assert "plancli validate" in ran.stderr


def test_every_rule_is_listed_and_explained() -> None:
    """In both languages."""
    names = [line.split()[1] for line in plancli("rules").stdout.splitlines()]
    assert names == list(BY_NAME)
    for name in names[:3]:
        assert name in plancli("explain", name).stdout
        assert "Bad:" in plancli("explain", name, "--lang", "en").stdout


def test_rules_as_a_plan_sets_them(project: Path) -> None:
    """Where a plan is named: in the list, and on the pages of a rule and of a kind; errors of loading stay."""
    with (project / "plan" / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("checks: {no-lead: off, duplicate-title: info, unknown-key: off}\ndiff: {target-raised: off}\n")
    own, usual = (
        {line.split()[1]: line.split()[0] for line in plancli("rules", *named, cwd=project).stdout.splitlines()}
        for named in (["--plan", "plan"], [])
    )
    changed = {rule: level for rule, level in own.items() if level != usual[rule]}
    assert changed == {"no-lead": "关闭", "duplicate-title": "提示"}
    said = "本计划的 plan.yaml 将其设为 off。"
    for name in ("no-lead", "target-raised"):
        assert said in plancli("explain", name, "--plan", "plan", cwd=project).stdout
        assert said not in plancli("explain", name, cwd=project).stdout
    assert "将其设为" not in plancli("explain", "mixed-punctuation", PLANCLI_PLAN="plan", cwd=project).stdout


def test_errors_of_loading_cannot_be_switched_off(project: Path) -> None:
    """What could not be read is missing from every sheet: no setting makes `render` go on without it."""
    with (project / "plan" / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("checks:\n  invalid-yaml: off\n  missing-key: off\n")
    (project / "plan" / "tasks" / "节能降碳.yaml").write_text('title: "甲\n', encoding="utf-8")
    assert plancli("validate", cwd=project).returncode == 1
    assert plancli("render", cwd=project).returncode == 1
    assert not (project / "build").exists()


def test_a_folder_in_the_way_is_told_before_anything_is_replaced(project: Path) -> None:
    """Whole or not at all."""
    (project / "build" / "index.html").mkdir(parents=True)
    ran = plancli("render", cwd=project)
    assert ran.returncode == 3
    assert not [path for path in (project / "build").rglob("*") if path.is_file()]
