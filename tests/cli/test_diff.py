"""`plancli diff` on the real plan's history, as its users run it."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import PROGRAM, ROOT, environment, plancli
from tests.diff.history import edit, lower_and_swap
from tests.sheets.reading import parsed, text_of
from tests.source.repositories import Worktree, git

if TYPE_CHECKING:
    from pathlib import Path

RANGE = "HEAD~3..HEAD"
SUMMARY = "10 项实质变更（其中 3 项重大），涉及 12 个单位；另有 2 项形式变更（HEAD~3 → HEAD）"
FINANCE = "tasks/大力发展绿色金融.yaml"
MATERIAL = {
    "department-merged": 1,
    "lead-changed": 1,
    "target-commitment-weakened": 1,
    "target-lowered": 1,
    "task-added": 5,
    "task-split": 1,
}


@cache
def schema() -> Draft202012Validator:
    """The published one."""
    return Draft202012Validator(json.loads((ROOT / "docs/schema/changes.schema.json").read_text(encoding="utf-8")))


def found(cwd: Path, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    """The comparison as JSON, which keeps its schema."""
    ran = plancli("diff", *arguments, "--format", "json", cwd=cwd)
    assert ran.returncode == 0, ran.stderr
    answer = json.loads(ran.stdout)
    schema().validate(answer)
    return answer


def kinds(answer: Any) -> dict[str, int]:  # noqa: ANN401 - JSON
    """How often each kind."""
    named = [change["kind"] for change in answer["changes"]]
    return {kind: named.count(kind) for kind in sorted(set(named))}


@cache
def unchanging(cwd: Path, *arguments: str) -> str:
    """What is printed of two revisions, which stay as they are: asked for once."""
    return text(cwd, *arguments)


def text(cwd: Path, *arguments: str, code: int = 0, **changes: str) -> str:
    """What is printed, where it is meant to work."""
    ran = plancli("diff", *arguments, cwd=cwd, **changes)
    assert (ran.returncode, ran.stderr) == (code, "")
    return ran.stdout


# Formats.


def test_text_in_both_languages(history: Path) -> None:
    """The summary is the first line; the target, whom it reaches and why are said; nothing is coloured in a pipe."""
    said = unchanging(history, RANGE)
    assert said.splitlines()[0] == SUMMARY
    assert "目标“绿色贷款余额”由不低于1800亿元降为力争不低于1600亿元（-200亿元，-11.1%）" in said
    assert "承接区产业发展促进局的职责：区经信委" in said
    assert "\x1b" not in said
    english = text(history, RANGE, "--lang", "en")
    assert english.startswith("10 material changes (3 of them major), reaching 12 departments; 2 formal changes")
    assert "was lowered from at least 1800亿元 to aim for at least 1600亿元 (-200亿元, -11.1%)" in english


def test_by_department_and_by_kind(history: Path) -> None:
    """Every change under everybody whom it reaches, and every kind once."""
    by_dept = text(history, RANGE, "--by", "dept")
    assert "区经信委（4 项实质变更、1 项形式变更）" in by_dept
    assert by_dept.count("目标“绿色贷款余额”由不低于1800亿元") == 6
    by_kind = text(history, RANGE, "--by", "kind")
    assert by_kind.count("[task-added]") == 1
    assert by_kind.count("：新增该任务") == 5


def test_one_department_by_its_alias(history: Path) -> None:
    """What changed for it, and why it reached it; another one's is not there."""
    said = text(history, RANGE, "--dept", "管委会")
    assert said.startswith("与各管委会有关的变更：1 项实质变更")
    assert "[task-split]" in said
    assert "绿色贷款余额" not in said
    assert text(history, RANGE, "--dept", "区财政局") == "与区财政局有关的内容无差异（HEAD~3 → HEAD）\n"
    answer = found(history, RANGE, "--dept", "管委会")
    assert answer["department"] == "各管委会"
    assert kinds(answer) == {"task-split": 1}


def test_an_unknown_department_is_refused(history: Path) -> None:
    """With a name near to it."""
    ran = plancli("diff", RANGE, "--dept", "区经信局", cwd=history)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "区经信委" in ran.stderr
    assert "责任清单" not in ran.stderr  # which is render's


def test_what_is_shown_can_be_cut(history: Path) -> None:
    """`--level`, `--stat` and `--name-only`; the verdict counts all the same."""
    said = text(history, RANGE, "--level", "error")
    assert said.splitlines()[:2] == [SUMMARY, "另有 9 项级别较低的变更未列出"]
    assert "[task-added]" not in said
    stat = text(history, RANGE, "--stat").splitlines()
    assert stat[0] == SUMMARY
    assert len(stat) == 11
    names = text(history, RANGE, "--name-only").splitlines()
    assert names[:2] == ["plan.yaml", "departments.yaml"]
    assert names[-3:] == ["大力发展绿色金融", "构建绿色交通体系", "建立协调机制"]
    assert text(history, RANGE, "--name-only", "--level", "error").splitlines() == names[-3:-1]


@pytest.mark.parametrize("option", ["--stat", "--name-only"])
def test_a_format_is_never_dropped_silently(history: Path, option: str) -> None:
    """Either JSON, or a refusal."""
    ran = plancli("diff", RANGE, option, "--format", "json", cwd=history)
    assert ran.returncode == 2 or ran.stdout.startswith("{")


def test_markdown_for_a_pull_request(history: Path) -> None:
    """Verdict first, short enough for a comment, formal changes folded."""
    said = unchanging(history, RANGE, "--format", "md")
    assert said.startswith("### 10 项实质变更（其中 3 项重大）")
    assert len(said) <= 60_000
    assert "<summary>2 项形式变更</summary>" in said
    assert "<del>达1800</del><ins>力争达1600</ins>" in said


def test_markdown_of_a_huge_comparison_is_cut_and_says_so(tmp_path: Path) -> None:
    """At most 60,000 characters, and how to see the rest."""
    project = Worktree.made(tmp_path / "project")
    names = [f"任务{number}" for number in range(700)]
    listed = "".join(f"      - {name}\n" for name in names)
    project.commit(
        {
            "plan/plan.yaml": "format: 1\ntitle: 计划\nperiod: {start: 2025, end: 2027}\n"
            f"outline:\n  - heading: 一\n    tasks:\n{listed}",
            "plan/departments.yaml": "departments:\n  - name: 区发改委\n    kind: government\n",
            **{f"plan/tasks/{name}.yaml": f"title: {name}\ntext: 推进工作。\nlead: [区发改委]\n" for name in names},
        }
    )
    for name in names:
        path = project.folder / f"plan/tasks/{name}.yaml"
        path.write_text(f"title: {name}\ntext: 推进工作，办好{name}。\nlead: [区发改委]\ndue: 2026\n", encoding="utf-8")
    said = text(project.folder, "--format", "md", "--lang", "zh")
    assert 30_000 < len(said) <= 60_000
    assert "plancli diff" in said[-600:]


def test_the_html_page_is_self_contained(history: Path) -> None:
    """It fetches nothing, and its title names it."""
    page = parsed(text(history, RANGE, "--format", "html"))
    assert text_of(page.query("title")[0]).startswith("修订对照表")
    for node in page.query("script, link, img, iframe, [src]"):
        assert not str((node.attrs or {}).get("src") or (node.attrs or {}).get("href") or "").startswith(("http", "//"))
    assert "url(" not in "".join(text_of(style) for style in page.query("style"))
    assert "有实质变更" in text_of(page.query("body")[0])


def test_json_keeps_its_schema(history: Path) -> None:
    """Verdict, summary, every change with its level."""
    answer = found(history, RANGE)
    assert answer["verdict"] == "material"
    assert answer["summary"] == {
        "errors": 3,
        "warnings": 7,
        "infos": 2,
        "off": 0,
        "tasks": 8,
        "departments": 12,
    }
    assert kinds(answer) == {**MATERIAL, "task-renumbered": 1, "text-reworded": 1}
    lowered = next(change for change in answer["changes"] if change["kind"] == "target-lowered")
    lines = (history / "plan" / FINANCE).read_text(encoding="utf-8").splitlines()
    assert lines[lowered["new"]["start"]["line"] - 1].strip() == "value: 1600"
    assert {"name": "区经信委", "because": "承接区产业发展促进局的职责"} in lowered["departments"]


@pytest.mark.parametrize("sides", [("HEAD~3", "HEAD"), ("HEAD~2:plan", "HEAD:plan")])
def test_a_revision_s_paths_are_git_s_own(history: Path, sides: tuple[str, str]) -> None:
    """As the schema has it: `git show` takes them."""
    for change in found(history, *sides)["changes"]:
        for side in ("old", "new"):
            if change[side]:
                shown = subprocess.run(  # noqa: S603 - git
                    ["git", "cat-file", "-e", change[side]["path"]],  # noqa: S607
                    cwd=history,
                    capture_output=True,
                    check=False,
                )
                assert shown.returncode == 0, change[side]["path"]


def test_github_annotations(history: Path) -> None:
    """One for each change, the most serious first, at paths from the repository's top."""
    lines = text(history, RANGE, "--format", "github").splitlines()
    notes = [line for line in lines if line.startswith("::")]
    assert [note.split()[0] for note in notes] == ["::error"] * 3 + ["::warning"] * 7 + ["::notice"] * 2
    assert all(note.split()[1].startswith("file=plan/") for note in notes)


def test_github_s_paths_are_the_repository_s_everywhere(copied: Worktree) -> None:
    """Also below its top."""
    edit(copied.folder / "plan" / FINANCE, ("    value: 1600\n", "    value: 1500\n"))
    said = text(copied.folder / "plan" / "tasks", "--format", "github")
    assert said.startswith(f"::error file=plan/{FINANCE},")


# Exit codes and verdicts.


@pytest.mark.parametrize(
    ("sides", "codes"),
    [
        ("HEAD~3..HEAD", {"error": 1, "never": 0}),
        ("HEAD~2..HEAD~1", {"error": 0, "warning": 1}),
        ("HEAD..HEAD", {"info": 0}),
    ],
)
def test_fail_on(history: Path, sides: str, codes: dict[str, int]) -> None:
    """The least serious change that fails; what `--level` hides fails all the same."""
    for fail_on, code in codes.items():
        text(history, sides, "--fail-on", fail_on, "--level", "error", code=code)


@pytest.mark.parametrize(("dept", "code"), [("管委会", 0), ("区经信委", 1)])
def test_fail_on_asks_of_one_department(history: Path, dept: str, code: int) -> None:
    """Only what reaches it fails; by its alias too."""
    assert text(history, RANGE, "--fail-on", "error", "--dept", dept, code=code)
    assert text(history, RANGE, "--fail-on", "warning", "--dept", dept, code=1)


def test_no_difference(history: Path) -> None:
    """Is said, in every format."""
    assert found(history, "HEAD", "HEAD")["verdict"] == "none"
    assert text(history, "HEAD", "HEAD") == "无差异：两个版本的内容完全一致（HEAD → HEAD）\n"
    assert text(history, "HEAD", "HEAD", "--name-only") == ""
    assert text(history, "HEAD", "HEAD", "--format", "md").startswith("### 无差异")
    assert "无差异" in text(history, "HEAD", "HEAD", "--format", "html")
    assert "::" not in text(history, "HEAD", "HEAD", "--format", "github")


def test_a_formal_difference_is_never_called_none(copied: Worktree) -> None:
    """In both languages; `--fail-on info` sees it, `--fail-on warning` does not."""
    edit(copied.folder / "plan/tasks/构建绿色交通体系.yaml", ("推广应用智慧", "推广运用智慧"))
    here = copied.folder
    assert found(here)["verdict"] == "immaterial"
    said = text(here, "--fail-on", "info", code=1)
    assert said.startswith("有差异，但无实质变更：1 项形式变更（HEAD → 工作区）")
    english = text(here, "--lang", "en", "--fail-on", "warning")
    for wrong in ("no difference", "no change", "identical"):
        assert wrong not in english.lower()
    assert "无差异" not in text(here, "--format", "html")


# Sides.


def test_every_way_to_name_two_sides(copied: Worktree, tmp_path: Path) -> None:
    """`A B`, `A..B`, `A...B`, `REV:path`, the working tree, a folder; from a folder inside the plan too."""
    here = copied.folder
    expected = kinds(found(here, RANGE))
    copied.git("worktree", "add", "--quiet", str(tmp_path / "old"), "HEAD~3")
    for sides in (["HEAD~3", "HEAD"], ["HEAD~3...HEAD"], ["HEAD~3:plan", "HEAD"], ["HEAD~3"], ["../old"]):
        assert kinds(found(here, *sides)) == expected, sides
    assert kinds(found(here / "plan" / "tasks", "HEAD~3..")) == expected
    backwards = found(here, "HEAD..HEAD~3")
    assert kinds(backwards)["task-removed"] == 5
    assert kinds(backwards)["target-raised"] == 1


def test_folders_need_no_git(tmp_path: Path) -> None:
    """Neither a repository nor the program."""
    shutil.copytree(ROOT / "plan", tmp_path / "原稿" / "plan")
    shutil.copytree(ROOT / "plan", tmp_path / "修订稿")
    lower_and_swap(tmp_path / "修订稿")
    said = text(tmp_path, "原稿", "修订稿", PATH=str(tmp_path))
    assert said.startswith("3 项实质变更（均属重大变更）")
    assert "（原稿 → 修订稿）" in said
    ran = plancli("diff", "--plan", "修订稿", cwd=tmp_path, PATH=str(tmp_path))
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "git" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["HAED"], "HEAD"),
        (["mian..HEAD"], "main"),
        (["HEAD~9"], "HEAD~9"),
        (["--", "--upload-pack=x"], "--upload-pack=x"),
        (["HEAD..-x"], "-x"),
        (["HEAD", "HEAD", "HEAD"], "3"),
        (["HEAD:src"], "HEAD:plan"),
        ([""], "版本"),
        (["--by", "unit"], "dept"),
        (["--yes"], "--accept"),
        (["--stat", "--yes"], "--accept"),
        (["--stat", "--name-only"], "--name-only"),
        (["--kinds", "--format", "json"], "--format"),
    ],
)
def test_every_wrong_call_is_refused_with_a_way_out(history: Path, arguments: list[str], said: str) -> None:
    """Exit code 2, what may have been meant, nothing on stdout."""
    ran = plancli("diff", *arguments, cwd=history)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_what_has_no_history_cannot_run(tmp_path: Path) -> None:
    """No repository; then a repository without a commit: exit code 3 and the next step."""
    shutil.copytree(ROOT / "plan", tmp_path / "project/plan")
    ran = plancli("diff", cwd=tmp_path / "project")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "git" in ran.stderr
    git(tmp_path / "project", "init", "--quiet")
    ran = plancli("diff", cwd=tmp_path / "project")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "尚无提交" in ran.stderr


# A side with errors.


def test_a_side_with_errors_says_so(copied: Worktree) -> None:
    """In every format, and never that nothing differs."""
    (copied.folder / "plan" / FINANCE).write_text('title: "x\n', encoding="utf-8")
    here = copied.folder
    assert found(here)["new"]["errors"] == 1
    for form in ("text", "md", "html", "github"):
        said = text(here, "--format", form)
        assert "1 处错误" in said
        assert "完全一致" not in said
        assert ("plancli validate" in said) == (form != "html")  # which goes to people who have no plancli
    assert "牵头：区产业发展促进局" in text(here)
    assert "原牵头" not in text(here)


BROKEN = {
    "no YAML": (FINANCE, "title: 大力", 'title: "大力'),
    "a target's value": (FINANCE, "value: 1600", "value: 很多"),
    "the plan's heading": ("plan.yaml", "format: 1", "format: [1"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_no_target_goes_unnoticed_by_breaking_its_file(copied: Worktree, broken: str) -> None:
    """A target that can no longer be read does not pass, and `none` is not the verdict."""
    path, old, new = BROKEN[broken]
    edit(copied.folder / "plan" / path, (old, new))
    ran = plancli("diff", "--fail-on", "error", cwd=copied.folder)
    assert ran.returncode != 0
    assert found(copied.folder)["verdict"] != "none"


def test_names_only_says_so_on_stderr(copied: Worktree) -> None:
    """The names stay alone on stdout."""
    (copied.folder / "plan" / FINANCE).write_text('title: "x\n', encoding="utf-8")
    said = plancli("diff", "--name-only", cwd=copied.folder).stderr
    assert said == "提示：“工作区”有 1 处错误，部分变更可能未列出\n"


def test_a_task_that_leaves_the_outline_is_told(copied: Worktree) -> None:
    """It has no number and no place any more: more than a renumbering of the others."""
    edit(copied.folder / "plan" / "plan.yaml", ("          - 大力发展绿色金融\n", ""))
    answer = found(copied.folder)
    assert "大力发展绿色金融" in [change["task"] for change in answer["changes"]]


# Settings and manuals.


def test_the_stricter_of_both_sides_settings_counts(copied: Worktree) -> None:
    """A change cannot be made smaller by the revision that makes it."""
    here = copied.folder
    copied.git("reset", "--quiet", "--hard", "HEAD~3")
    lower_and_swap(here / "plan")
    setting = "diff: {target-lowered: info, lead-changed: off}\n"
    header = here / "plan/plan.yaml"
    header.write_text(header.read_text(encoding="utf-8") + setting, encoding="utf-8", newline="\n")
    one = found(here)
    assert (one["summary"]["errors"], one["summary"]["off"]) == (3, 0)
    assert kinds(one)["settings-changed"] >= 1
    copied.git("stash", "--quiet")
    header.write_text(header.read_text(encoding="utf-8") + setting, encoding="utf-8", newline="\n")
    copied.commit()
    lower_and_swap(here / "plan")
    both = found(here)
    levels = {change["kind"]: change["level"] for change in both["changes"]}
    assert levels == {"target-lowered": "info", "target-commitment-weakened": "error"}
    assert both["summary"]["off"] == 1
    assert "按设置未列出 1 项" in text(here)


@pytest.mark.parametrize(("setting", "said"), [("target-lowerd: info", "target-lowered"), ("lead-added: no", "error")])
def test_a_setting_is_checked(copied: Worktree, setting: str, said: str) -> None:
    """An unknown kind is a finding, with the one that may have been meant; so is an unknown level."""
    header = copied.folder / "plan/plan.yaml"
    header.write_text(header.read_text(encoding="utf-8") + f"diff: {{{setting}}}\n", encoding="utf-8")
    ran = plancli("validate", "--format", "json", cwd=copied.folder)
    errors = [each for each in json.loads(ran.stdout)["diagnostics"] if each["severity"] == "error"]
    assert ran.returncode == 1
    assert len(errors) == 1
    assert errors[0]["rule"] == ("unknown-key" if "lowerd" in setting else "wrong-type")
    assert said in str(errors[0])


def test_every_kind_is_listed_and_explained(tmp_path: Path) -> None:
    """Without a plan, in both languages; an unknown name is refused with one near to it."""
    lines = plancli("diff", "--kinds", cwd=tmp_path).stdout.splitlines()
    named = [line.split()[1] for line in lines]
    assert len(named) == len(set(named)) > 60
    assert set(MATERIAL) < set(named)
    assert len(plancli("diff", "--kinds", "--lang", "en", cwd=tmp_path).stdout.splitlines()) == len(lines)
    assert plancli("explain", "target-lowered", cwd=tmp_path).stdout.startswith("target-lowered（重大变更：error）")
    assert "target-raised" in plancli("explain", "target-lowered", "--lang", "en", cwd=tmp_path).stdout
    ran = plancli("explain", "target-lowerd", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "target-lowered" in ran.stderr


# Terminals and bytes.


@pytest.mark.parametrize("form", ["text", "md", "html", "json", "github"])
def test_the_same_bytes_on_every_run(history: Path, form: str) -> None:
    """Whatever the hashes, the locale and the time zone."""
    first = text(history, RANGE, "--format", form, "--lang", "zh", PYTHONHASHSEED="0")
    for number, locale in ((1, "C"), (2, "en_US.UTF-8"))[: 2 if form == "json" else 1]:
        other = plancli(
            *("diff", RANGE, "--format", form, "--lang", "zh"),
            cwd=history,
            PYTHONHASHSEED=str(number),
            LC_ALL=locale,
            TZ="Asia/Shanghai",
        )
        assert other.stdout == first
    assert first.endswith("\n")


def test_no_terminal_is_an_obstacle(history: Path) -> None:
    """What it cannot show is escaped; files are UTF-8 all the same."""
    for form in ("text", "github", "md"):
        ran = subprocess.run(  # noqa: S603 - our own program
            [PROGRAM, "diff", RANGE, "--format", form],
            cwd=history,
            env=environment(LC_ALL="C", PYTHONIOENCODING="ascii"),
            capture_output=True,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert ran.stdout.isascii() == (form != "md")
    coloured = text(history, RANGE, "--color", "always")
    assert "\x1b[" in coloured
    assert "[-达1800-]" in coloured


def test_a_closed_pipe_is_silent(history: Path) -> None:
    """Exit code 141."""
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, "diff", RANGE, "--fail-on", "error"],
        cwd=history,
        env=environment(),
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_a_share_is_rounded_as_people_round(copied: Worktree) -> None:
    """1600 → 1500 is -6.25%, thus -6.3%."""
    edit(copied.folder / "plan" / FINANCE, ("    value: 1600\n", "    value: 1500\n"))
    assert "-6.3%" in text(copied.folder)


def test_only_the_number_changed_is_said_of_those_alone(history: Path) -> None:
    """25 tasks: 大力发展绿色金融 and 构建绿色交通体系 have other changes, and say their old number themselves."""
    assert "仅序号变化（25项）" in unchanging(history, RANGE)


# Accepting.


@pytest.fixture
def renamed(copied: Worktree) -> Worktree:
    """A task's file has another name, and a few of its words are others."""
    tasks = copied.folder / "plan/tasks"
    (tasks / "节能降碳.yaml").rename(tasks / "节能减排.yaml")
    edit(tasks / "节能减排.yaml", ("低碳应用场景试点建设", "低碳应用场景建设"))
    edit(copied.folder / "plan/plan.yaml", ("- 节能降碳\n", "- 节能减排\n"))
    return copied


def test_a_likeness_is_suggested_and_accepted(renamed: Worktree) -> None:
    """With its percentage, never applied; once accepted, the next comparison knows the task by its old name."""
    here = renamed.folder
    before = found(here)
    suggestion = before["suggestions"][0]
    assert kinds(before) == {"task-added": 1, "task-removed": 1}
    assert (suggestion["how"], suggestion["old"], suggestion["new"]) == ("renamed", ["节能降碳"], ["节能减排"])
    assert 80 <= suggestion["percent"] < 100
    said = text(here)
    assert f"疑似由“节能降碳”改编，相似度 {suggestion['percent']}%" in said
    assert "--accept" in said
    assert "写入" in text(here, "--accept", "--yes").splitlines()[-1]
    assert renamed.git("status", "--porcelain").count("\n") == 2
    assert "formerly:\n  - 节能降碳\n" in (here / "plan/tasks/节能减排.yaml").read_text(encoding="utf-8")
    after = found(here)
    assert kinds(after) == {"task-renamed": 1, "text-reworded": 1}
    assert after["suggestions"] == []
    assert text(here, "--accept", "--yes").count("\n") == 1
    assert plancli("validate", cwd=here).returncode == 0


def test_accepting_asks(renamed: Worktree) -> None:
    """Where nobody can answer, and where the new side is a revision, nothing is written."""
    status = renamed.git("status", "--porcelain")
    asked = plancli("diff", "--accept", cwd=renamed.folder)
    assert asked.returncode == 2
    assert "--yes" in asked.stderr
    assert renamed.git("status", "--porcelain") == status
    renamed.commit()
    refused = plancli("diff", "HEAD~1..HEAD", "--accept", "--yes", cwd=renamed.folder)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "HEAD" in refused.stderr
    assert renamed.git("status", "--porcelain") == ""


@pytest.mark.skipif(shutil.which("script") is None, reason="needs a terminal of its own")
@pytest.mark.parametrize(("answer", "written"), [("n", False), ("y", True)])
def test_accepting_is_up_to_the_person(renamed: Worktree, answer: str, *, written: bool) -> None:
    """`y` writes, anything else does not."""
    subprocess.run(  # noqa: S603 - our own program, on a terminal
        ["script", "-qec", shlex.join([PROGRAM, "diff", "--accept"]), "/dev/null"],  # noqa: S607
        cwd=renamed.folder,
        env=environment(),
        input=f"{answer}\n".encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    content = (renamed.folder / "plan/tasks/节能减排.yaml").read_text(encoding="utf-8")
    assert ("formerly" in content) == written
