"""`plancli import` on a plan, and documents as sides of `plancli diff`, as a user runs them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import plancli
from tests.edit.update_world import DOCUMENT, NEW, OLD, plan
from tests.edit.worlds import contents

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = ("--lang", "en")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the plan, and the document that revises it."""
    plan(tmp_path / "plan")
    (tmp_path / "a.md").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def files(project: Path) -> dict[str, str]:
    """What the plan's files hold."""
    return {path: content.decode() for path, content in contents(project / "plan").items()}


def test_what_changes_is_shown_first(project: Path) -> None:
    """As `diff` shows it; with `--dry-run` that is all."""
    ran = plancli("import", "a.md", "--dry-run", *ENGLISH, cwd=project)
    assert (ran.returncode, ran.stderr, files(project)) == (0, "", OLD)
    shown, _, last = ran.stdout.partition("would update ")
    assert last.splitlines() == ["plan: tasks changed: 3, new: 1, deleted: 1"]
    ran = plancli("import", "a.md", *ENGLISH, cwd=project)
    assert (ran.returncode, ran.stderr, files(project)) == (0, "", NEW)
    assert ran.stdout == shown + "updated " + last
    assert "major     the task was removed [task-removed]" in shown
    ran = plancli("import", "a.md", *ENGLISH, cwd=project)
    assert ran.stdout == "a.md says what the plan in plan says: nothing changed\n"
    assert files(project) == NEW


def test_what_is_unsure_is_told_by_the_plans_ids(project: Path) -> None:
    """Also that a task was found by its likeness only."""
    changed = DOCUMENT.replace("宣传引导。开展绿色生活主题宣传。", "宣传教育。常态化开展绿色低碳生活方式主题宣传活动。")
    (project / "a.md").write_text(changed, encoding="utf-8")
    ran = plancli("import", "a.md", "--report", "json", *ENGLISH, cwd=project)
    pieces = [each for each in json.loads(ran.stdout)["pieces"] if each["to"] == "宣传引导"]
    assert [(each["went"], each["unsure"]) for each in pieces] == [
        *(("number", []), ("text", ["task-guessed"]), ("lead", []), ("responsible", [])),
    ]
    assert "title: 宣传教育\n" in files(project)["tasks/宣传引导.yaml"]


def test_new_names_that_are_like_known_ones(project: Path) -> None:
    """Are new ones, and said to be like them."""
    (project / "a.md").write_text(DOCUMENT.replace("|区发展改革委|", "|区发展和改革委|"), encoding="utf-8")
    ran = plancli("import", "a.md", *ENGLISH, cwd=project)
    said = "“区发展和改革委” is new in departments.yaml: look whether it is “区发展改革委” by another name"
    assert said in ran.stdout.splitlines()
    assert "  - name: 区发展和改革委\n    kind: government\n" in files(project)["departments.yaml"]


def test_ids_that_the_document_does_not_know(project: Path) -> None:
    """A task that has another title in the plan is told by its id there."""
    (project / "plan/tasks/宣传引导.yaml").rename(project / "plan/tasks/X-1.yaml")
    header = project / "plan/plan.yaml"
    header.write_text(header.read_text("utf-8").replace("宣传引导", "X-1"), encoding="utf-8")
    ran = plancli("import", "a.md", "--report", "all", "--dry-run", *ENGLISH, cwd=project)
    assert "开展绿色生活主题宣传。 → X-1\n" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--same", "节能降碳"), 2, "--same takes ID=TITLE, not “节能降碳”"),
        (("--same", "缺=节能降碳"), 2, "there is no task “缺” in the plan"),
        (("--same", "节能降碳=节能"), 2, "exactly one task with the title “节能”"),
        (("--same", "节能降碳=节能降碳", "--into", "新"), 2, "there is no plan in 新"),
    ],
)
def test_wrong_usage(project: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    """Said, and nothing is written."""
    ran = plancli("import", "a.md", *arguments, *ENGLISH, cwd=project)
    assert ran.returncode == code
    assert said in ran.stderr
    assert files(project) == OLD


def test_what_is_refused(project: Path) -> None:
    """With exit code 1, and a way out."""
    (project / "b.md").write_text(
        DOCUMENT.partition("| 3 |")[0].replace("环境保护。加强大气", "修路。修好"), encoding="utf-8"
    )
    ran = plancli("import", "b.md", *ENGLISH, cwd=project)
    assert (ran.returncode, files(project)) == (1, OLD)
    assert "this does not look like a revision of the plan: only" in ran.stderr
    assert "--into FOLDER" in ran.stderr


def test_a_plan_that_is_half_written_is_finished_first(project: Path) -> None:
    """As before every command that writes."""
    (project / "plan/.plancli-journal").write_text("{}", encoding="utf-8")
    ran = plancli("import", "a.md", *ENGLISH, cwd=project)
    assert ran.returncode == 3
    assert ".plancli-journal is damaged" in ran.stderr


# Documents as sides of a comparison.


def test_a_document_is_a_side(project: Path) -> None:
    """What the document does not carry is not told of: comments, targets, deadlines."""
    said = plancli("import", "a.md", "--dry-run", *ENGLISH, cwd=project).stdout.splitlines(keepends=True)
    assert "the target is for the plan's last year" in said[0]
    shown = "".join(said[1:]).partition("would update ")[0]
    ran = plancli("diff", "./plan", "a.md", *ENGLISH, cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == shown.replace("(plan → a.md)", "(./plan → a.md)").removesuffix("\n")
    assert plancli("diff", "a.md", *ENGLISH, cwd=project).returncode == 0
    plan(project / "plan", NEW)
    (project / "plan/tasks/绿色金融.yaml").unlink()
    for sides in (("./plan", "a.md"), ("a.md", "./plan"), ("a.md",)):
        assert json.loads(plancli("diff", *sides, "--format", "json", cwd=project).stdout)["verdict"] == "none"


def test_the_document_may_be_the_old_side(project: Path) -> None:
    """Then what it has is what there was."""
    told = json.loads(plancli("diff", "a.md", "./plan", "--format", "json", cwd=project).stdout)
    kinds = {(each["kind"], each["task"]) for each in told["changes"]}
    assert {("task-added", "绿色金融"), ("task-removed", "循环经济"), ("heading-renamed", None)} <= kinds
    assert {kind for kind, _ in kinds if kind.startswith("target")} == {"target-lowered"}  # 2家 in the document


def test_a_target_whose_words_are_gone(project: Path) -> None:
    """Is counted, with the command that shows it."""
    document = (project / "a.md").read_text(encoding="utf-8")
    (project / "a.md").write_text(document.replace("培育绿色商场2家", "培育一批绿色商场"), encoding="utf-8")
    ran = plancli("import", "a.md", "--dry-run", *ENGLISH, cwd=project)
    said = "1 target quotes words that its task's text does not have any more: plancli validate shows it"
    assert said in ran.stdout.splitlines()


def test_two_documents(project: Path) -> None:
    """By their words."""
    (project / "b.md").write_text(DOCUMENT.replace("静脉产业园", "循环产业园"), encoding="utf-8")
    told = json.loads(plancli("diff", "a.md", "b.md", "--format", "json", cwd=project).stdout)
    assert [(each["kind"], each["task"]) for each in told["changes"]] == [("text-reworded", "循环经济")]
    assert told["changes"][0]["old"]["path"] == "a.md:tasks/循环经济.yaml"


def test_documents_that_cannot_be_a_side(project: Path) -> None:
    """With the reason."""
    (project / "b.md").write_text("甲\n", encoding="utf-8")
    ran = plancli("diff", "./plan", "b.md", *ENGLISH, cwd=project)
    assert ran.returncode == 3
    assert "there is no table of tasks" in ran.stderr
    ran = plancli("diff", "./plan", "a.md", "--accept", *ENGLISH, cwd=project)
    assert ran.returncode == 2
    assert "a.md is a document" in ran.stderr


def test_what_was_unsure_is_said_beside(project: Path) -> None:
    """On stderr, with the command that shows it."""
    (project / "a.md").write_text(DOCUMENT.replace("|区发展改革委|", "|区发展改革委等|"), encoding="utf-8")
    ran = plancli("diff", "./plan", "a.md", *ENGLISH, cwd=project)
    assert ran.stderr == "note: at 1 places it is not sure how a.md is to be read: plancli import a.md --dry-run\n"


def test_headings_of_the_same_words(tmp_path: Path) -> None:
    """Keep an empty heading once, however often the document comes."""
    rows = "一、重点任务,\n1,推进甲园区道路建设工程。,甲局\n二、重点任务,\n2,开展乙社区养老服务提升行动。,乙局\n"
    (tmp_path / "a.csv").write_text(f"甲区2026年工作要点\n序号,工作任务,牵头单位\n{rows}", encoding="utf-8")
    assert plancli("import", "a.csv", cwd=tmp_path).returncode == 0
    header = tmp_path / "plan/plan.yaml"
    header.write_text(header.read_text("utf-8") + "  - heading: 空标题\n    tasks: []\n", encoding="utf-8")
    changed = (tmp_path / "a.csv").read_text("utf-8").replace("道路建设", "道路桥梁建设")
    (tmp_path / "a.csv").write_text(changed, encoding="utf-8")
    for _ in range(3):
        assert plancli("import", "a.csv", cwd=tmp_path).returncode == 0
        assert header.read_text("utf-8").count("空标题") == 1
