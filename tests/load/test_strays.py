"""Files that are not read: which of them are told of, under which rule, and which are nobody's concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.checking import check
from plancli.loading.loader import load
from plancli.loading.strays import strays
from plancli.source.folder import Folder
from tests.load.promises import arbitrary, keep
from tests.rules.cases_names import OTHER, outline
from tests.support import BASE, ENGLISH, REGISTER, TASK, Files, diagnostics, wordings, world

if TYPE_CHECKING:
    from pathlib import Path


def plan(*others: str, without: str = "", listed: tuple[str, ...] = ()) -> Files:
    """The sound plan with further files."""
    files = {**world(outline(*listed)), **dict.fromkeys(others, OTHER)}
    return {path: content for path, content in files.items() if path != without}


ENDINGS = (".yml", ".YAML", ".Yml", ".yaml.txt", ".yml.TXT", "。yaml", "．yaml", " .yml", ".yaml ", ".ymal", ".txt", "")


@pytest.mark.parametrize(
    "name",
    [f"tasks/节能降碳{ending}" for ending in ENDINGS]
    + ["tasks/工程/节能降碳.yaml", "tasks/甲/节能降碳.yml", "节能降碳.yaml"],
)
def test_a_task_under_another_name(name: str) -> None:
    """It is not missing, what it names is not unused, and it is an error: the sheets would lack it."""
    (found,) = diagnostics(plan(name, without=TASK))
    assert (found.rule, found.place.path, found.severity) == ("misnamed-file", name, "error")
    assert TASK in found.help


@pytest.mark.parametrize(
    "name", ["departments.yml", "Departments.yaml", "departments.yaml.txt", "DEPARTMENTS。YML", "department.yaml"]
)
def test_the_register_under_another_name(name: str) -> None:
    """That departments.yaml is missing is not said as well, nor that all units are unknown."""
    (found,) = diagnostics(plan(name, without=REGISTER))
    assert (found.rule, found.place.path) == ("misnamed-file", name)


@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("tasks/碳汇.yml", "stray-file.ending"),
        ("tasks/碳汇.yaml.txt", "stray-file.ending"),
        ("tasks/节能降碳.yml", "stray-file.twin"),
        ("departments.yml", "stray-file.twin"),
        ("plan.yml", "stray-file.twin"),
        ("节能降碳.yaml", "stray-file.twin"),
        ("碳汇.yaml", "stray-file.beside"),
        ("碳汇.yml", "stray-file.beside"),
        ("tasks/旧稿/碳汇.yaml", "stray-file.folder"),
        ("tasks/旧稿/节能降碳.yml", "stray-file.folder"),
    ],
)
def test_a_file_that_is_not_needed(name: str, wording: str) -> None:
    """It may be meant nevertheless."""
    assert wordings(plan(name)) == [wording]


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "tasks/README.md", "tasks/说明.txt", "tasks/碳汇", "tasks/碳汇.docx", "方案.docx", "附件.xlsx"),
        *("tasks/节能降碳.yaml~", "tasks/节能降碳.yaml.bak", "tasks/节能降碳.yaml.orig", "tasks/#节能降碳.yaml#"),
        *("tasks/节能降碳.txt", "tasks/节能降碳.docx", "tasks/图/照片.png", "tasks/旧稿/碳汇.docx"),
        *("mkdocs.yml", "docker-compose.yaml", "action.yml", "_config.yml", "Departments.yaml", "PLAN.yaml"),
    ],
)
def test_what_is_nobodys_concern(name: str) -> None:
    """Texts, backups, other programs' files; a plan file's own name where case does not count."""
    assert wordings(plan(name)) == []


@pytest.mark.parametrize("name", ["tasks/节能降碳.docx", "tasks/节能降碳.yaml.bak", "tasks/节能降碳.yaml~"])
def test_what_cannot_become_a_task_by_another_name(name: str) -> None:
    """The task is missing; to rename a document would not bring it back."""
    assert wordings(plan(name, without=TASK)) == ["missing-task"]


def test_one_cause_is_one_message() -> None:
    """Thirty files with a wrong ending, or in a folder of their own; and not also that they are strays."""
    ids = [f"任务{number}" for number in range(30)]
    endings = [f"tasks/{each}.yml" for each in ids]
    assert wordings(plan(*endings, listed=tuple(ids))) == ["misnamed-file.many"]
    folder = [f"tasks/重点任务/{each}.yaml" for each in (*ids, "另一项")]
    assert wordings(plan(*folder, listed=tuple(ids))) == ["misnamed-file.many"]
    assert wordings(plan(*folder)) == ["stray-file.folder"]


def test_two_causes_are_two_messages() -> None:
    """Each is mended in its own way."""
    files = plan("tasks/甲.yml", "tasks/乙.yaml.txt", "tasks/旧/丙.yaml", listed=("甲", "乙", "丙"))
    assert wordings(files) == ["misnamed-file"] * 3


def test_of_two_files_for_one_task_one_is_misnamed() -> None:
    """The other is a stray: which of them counts has to be decided."""
    assert wordings(plan("tasks/甲.yml", "tasks/甲.YAML", listed=("甲",))) == ["misnamed-file", "stray-file.ending"]


def test_nothing_is_said_of_a_task_whose_file_does_not_load() -> None:
    """It is there."""
    assert wordings({**plan("tasks/说明.txt"), TASK: "title：甲\n"}) == ["invalid-yaml.full-width-colon"]


NAMES = st.text("甲aY.。ymltx /", min_size=1, max_size=12)


@arbitrary
@given(names=st.lists(NAMES, max_size=5), folder=st.sampled_from(["", "tasks/", "tasks/旧/"]))
def test_any_names(names: list[str], folder: str) -> None:
    """Loading keeps its promises, and a file is told of at most once."""
    files = {f"{folder}{name}": OTHER for name in names if "/" not in name}
    keep({**files, **BASE})
    found = strays(sorted(files), {TASK, REGISTER}, {"tasks/甲.yaml"})
    assert len({finding.place.path for _, finding in found.findings}) == len(found.findings)
    assert found.tasks <= {"甲"}


def test_in_a_folder(tmp_path: Path) -> None:
    """As people have them, with links and pipes that are left alone."""
    for path, text in {
        **BASE,
        "tasks/碳汇.yml": OTHER,
        "tasks/.x.yml": "",
        ".x.yaml": "",
        "tasks/.旧/甲.yaml": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "tasks/环境.yml").symlink_to("碳汇.yml")
    (tmp_path / "tasks/目录.yml").mkdir()
    found = list(check(load(Folder(tmp_path)), ENGLISH))
    assert [(each.rule, each.place.path) for each in found] == [("stray-file", "tasks/碳汇.yml")]
