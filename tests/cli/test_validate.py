"""`plancli validate`: which rules are asked, and the formats in which they answer."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import ROOT, plancli
from tests.sheets.reading import parsed, text_of

if TYPE_CHECKING:
    from pathlib import Path

GROUPS = "unattributable-responsibility"
ELIDED = "elided-group-prefix"
DASHES = "mixed-punctuation"


def asked(*arguments: str, cwd: Path = ROOT, code: int = 0) -> dict[str, int]:
    """How often each rule speaks."""
    ran = plancli("validate", "--format", "json", *arguments, cwd=cwd)
    assert (ran.returncode, ran.stderr) == (code, "")
    found: Any = json.loads(ran.stdout)["diagnostics"]
    rules = [each["rule"] for each in found]
    return {rule: rules.count(rule) for rule in sorted(set(rules))}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with the real plan and a misspelt name in it."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    path = tmp_path / "plan" / "tasks" / "节能降碳.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("区生态环境局", "区生态环保局"), encoding="utf-8")
    return tmp_path


def set_checks(project: Path, checks: str) -> None:
    """Set rules in plan.yaml."""
    with (project / "plan" / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write(f"checks: {{{checks}}}\n")


# Which rules are asked.


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", DASHES], {DASHES: 1}),
        (["--select", f"{DASHES},{GROUPS}"], {DASHES: 1, GROUPS: 10}),
        (["--select", f"{DASHES}， {GROUPS}"], {DASHES: 1, GROUPS: 10}),
        (["--select", DASHES, "--select", GROUPS], {DASHES: 1, GROUPS: 10}),
        (["--ignore", f"{ELIDED},{GROUPS}"], {DASHES: 1}),
        (["--ignore", ELIDED, "--ignore", GROUPS], {DASHES: 1}),
        (["--select", f"{DASHES},{GROUPS}", "--ignore", GROUPS], {DASHES: 1}),
        (["--select", "no-lead"], {}),
    ],
)
def test_selection(arguments: list[str], expected: dict[str, int]) -> None:
    """Names with commas, with those of an input method too, or one by one; `--ignore` has the last word."""
    assert asked(*arguments) == expected


def test_what_is_not_asked_fails_nothing() -> None:
    """The exit code is that of what is told."""
    assert asked("--fail-on", "warning", code=1)
    assert asked("--fail-on", "warning", "--ignore", GROUPS) == {DASHES: 1, ELIDED: 11}


def test_who_selects_a_rule_hears_it(project: Path) -> None:
    """Even where plan.yaml turns it off; a severity that it sets stays."""
    set_checks(project, f"{GROUPS}: off, {DASHES}: error")
    assert asked(cwd=project, code=1) == {DASHES: 1, ELIDED: 11, "unknown-department": 1}
    assert asked("--select", GROUPS, cwd=project) == {GROUPS: 10}
    assert asked("--select", DASHES, cwd=project, code=1) == {DASHES: 1}


def test_an_allowance_of_a_rule_that_is_not_asked_is_not_unused(project: Path) -> None:
    """Nobody can know whether it is needed."""
    path = project / "plan" / "tasks" / "完善统计体系.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        f"# plancli: allow {GROUPS} -- 原文如此\n# plancli: allow no-lead -- 忘删\n{text}", encoding="utf-8"
    )
    assert asked("--select", f"{DASHES},unused-allowance", cwd=project) == {DASHES: 1}
    assert asked("--select", f"{GROUPS},no-lead,unused-allowance", cwd=project) == {GROUPS: 9, "unused-allowance": 1}


def test_errors_of_loading_are_always_told(project: Path) -> None:
    """What could not be read is missing from every sheet, whoever asks for what."""
    (project / "plan" / "tasks" / "环境保护.yaml").write_text('title: "x\n', encoding="utf-8")
    assert asked("--select", DASHES, cwd=project, code=1) == {"invalid-yaml": 1, DASHES: 1}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "no-led"], "no-lead"),
        (["--ignore", "no-led"], "no-lead"),
        (["--select", f"{DASHES},warning"], "plancli rules"),
        (["--select", ""], "--select"),
        (["--ignore", " , "], "--ignore"),
        (["--ignore", "unknown-key"], "责任清单"),
        (["--ignore", "invalid-allowance"], "plancli explain invalid-allowance"),
        (["--format", "sarif"], "grouped"),
        (["--statistics", "--format", "concise"], "--format concise"),
        (["--statistics", "--format", "html"], "--format html"),
    ],
)
def test_every_wrong_call_is_refused_with_a_way_out(arguments: list[str], said: str) -> None:
    """Exit code 2, and nothing on stdout."""
    ran = plancli("validate", *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


# Formats.


def test_concise_is_for_editors(project: Path) -> None:
    """One line each, with a path that leads to the file from here."""
    ran = plancli("validate", "--format", "concise", cwd=project)
    *lines, summary = ran.stdout.splitlines()
    assert ran.returncode == 1
    assert len(lines) == 23
    for line in lines:
        read = re.fullmatch(r"(plan/tasks/\S+\.yaml):(\d+):(\d+): (error|warning|info)\[[a-z-]+\] .+", line)
        assert read, line
        assert (project / read[1]).is_file()
    assert summary == "1 个错误、10 个警告、12 个提示（已检查 32 个文件）"


def test_grouped_is_by_task(project: Path) -> None:
    """In the order of the plan; every task once."""
    ran = plancli("validate", "--format", "grouped", cwd=project)
    headings = [line for line in ran.stdout.splitlines() if "  plan/tasks/" in line]
    numbers = [int(line.partition(".")[0]) for line in headings]
    assert ran.returncode == 1
    assert headings[0] == "1. 节能降碳  plan/tasks/节能降碳.yaml"
    assert numbers == sorted(set(numbers))
    assert re.search(r"^  \d+:5  错误  未登记的单位“区生态环保局” \[unknown-department\]$", ran.stdout, re.MULTILINE)


def test_the_page_is_self_contained(project: Path) -> None:
    """It fetches nothing, and its title names it; it holds every finding."""
    ran = plancli("validate", "--format", "html", cwd=project)
    page = parsed(ran.stdout)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert text_of(page.query("title")[0]).startswith("计划检查结果 · 渝中区")
    assert not page.query("script, iframe, img, [src]")
    assert "url(" not in "".join(text_of(style) for style in page.query("style"))
    assert len(page.query("#list tbody tr")) - len(page.query("tr.heading")) == 23


def test_the_page_has_the_same_bytes_everywhere(project: Path) -> None:
    """Whoever makes it, wherever: it speaks the plan's language, and names files from the plan's folder."""
    first = plancli("validate", "--format", "html", cwd=project).stdout
    other = plancli(
        *("validate", "--format", "html", "--lang", "en"),
        cwd=project / "plan" / "tasks",
        PYTHONHASHSEED="7",
        PYTHONIOENCODING="ascii",
        LC_ALL="C",
        TZ="Asia/Shanghai",
    ).stdout
    assert other == first
    assert str(project) not in first


def test_the_page_says_what_was_asked() -> None:
    """Nobody takes a part for the whole."""
    said = plancli("validate", "--format", "html", "--ignore", f"{ELIDED},{DASHES}").stdout
    assert f"本次未检查以下规则：{ELIDED}、{DASHES}。" in said


def test_statistics() -> None:
    """A line a rule and the total; as JSON for programs; the exit code is that of the findings."""
    ran = plancli("validate", "--statistics", "--fail-on", "warning")
    lines = ran.stdout.splitlines()
    assert ran.returncode == 1
    assert [line.split()[:3] for line in lines[:-1]] == [
        ["10", "警告", GROUPS],
        ["11", "提示", ELIDED],
        ["1", "提示", DASHES],
    ]
    assert lines[-1] == "没有错误；另有 10 个警告、12 个提示（已检查 32 个文件）"
    told = json.loads(plancli("validate", "--statistics", "--format", "json", "--select", GROUPS).stdout)
    assert [(each["rule"], each["count"]) for each in told["rules"]] == [(GROUPS, 10)]


@pytest.mark.parametrize("format_", ["text", "concise", "grouped"])
def test_no_terminal_is_an_obstacle(format_: str) -> None:
    """What it cannot show is escaped."""
    ran = plancli("validate", "--format", format_, PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.isascii()
    assert plancli("validate", "--format", format_, "--color", "always").stdout.count("\x1b[") > 20


def test_a_mistake_in_the_page_s_template_is_told(project: Path) -> None:
    """With its file and line; no traceback, no half a page."""
    (project / "templates").mkdir()
    (project / "templates" / "findings.html.j2").write_text("a\n{{ check.eror }}\n", encoding="utf-8")
    ran = plancli("validate", "--format", "html", cwd=project)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "findings.html.j2" in ran.stderr
    assert "Traceback" not in ran.stderr
