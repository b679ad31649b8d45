"""`plancli render --changed-since` on the real plan's history, as its users run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import plancli
from tests.diff.history import edit
from tests.sheets.reading import markdown_inline, parsed, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.source.repositories import Worktree

TOUCHED = {"区发改委", "区生态环境局", "区经信委", "区住建委", "区交通运输委", "区城管局", "区商务委", "区公安分局"}


def written(folder: Path) -> set[str]:
    """What stands in the folder of sheets."""
    return {path.name for path in (folder / "sheets").iterdir()} if (folder / "sheets").exists() else set()


def test_only_the_touched_departments_sheets(history: Path, tmp_path: Path) -> None:
    """In both formats, each with 本次修订 at its head; no index of half of them."""
    out = tmp_path / "out"
    ran = plancli("render", "--changed-since", "HEAD~1", "--out", str(out), cwd=history)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert written(out) == {f"{name}.{form}" for name in TOUCHED for form in ("html", "md")}
    assert len(ran.stdout.splitlines()) == 16
    assert not (out / "index.html").exists()
    for name in TOUCHED:
        sheet = (out / "sheets" / f"{name}.md").read_text(encoding="utf-8")
        assert markdown_inline(sheet, "h2")[0] == "本次修订（自 HEAD~1 以来）"
        page = parsed((out / "sheets" / f"{name}.html").read_text(encoding="utf-8"))
        assert text_of(page.query("h2")[0]).startswith("本次修订")
    polished = (out / "sheets/区公安分局.md").read_text(encoding="utf-8")
    assert "20 构建绿色交通体系" in polished.partition("本次修订")[2].partition("责任任务")[0]
    assert "新增该任务" not in polished
    assert (out / "sheets/区发改委.md").read_text(encoding="utf-8").count("新增该任务") == 5


def test_one_department_and_stdout(history: Path, tmp_path: Path) -> None:
    """`--dept` alone writes its sheet, `--stdout` prints it; what reached it through a merger says so."""
    out = tmp_path / "out"
    ran = plancli("render", "--changed-since", "HEAD~3", "--dept", "区经信委", "--out", str(out), cwd=history)
    assert ran.returncode == 0
    assert written(out) == {"区经信委.html", "区经信委.md"}
    ran = plancli("render", "--changed-since", "HEAD~3", "--dept", "区经信委", "--stdout", cwd=history)
    assert ran.stdout == (out / "sheets/区经信委.md").read_text(encoding="utf-8")
    head = [line for line in ran.stdout.splitlines() if line.startswith("- ")]
    assert head[0].startswith("- 实质 · 区产业发展促进局的职责划入区经信委")
    assert "1800亿元降为力争不低于1600亿元" in head[1]
    assert "承接区产业发展促进局的职责" in head[1]
    page = plancli(
        "render", "--changed-since", "HEAD~3", "--dept", "区经信委", "--stdout", "--format", "html", cwd=history
    )
    assert "本次修订" in text_of(parsed(page.stdout).query("h2")[0])


def test_nothing_changed_is_said(history: Path, tmp_path: Path) -> None:
    """Exit code 0, and no file."""
    out = tmp_path / "out"
    for arguments in (["HEAD"], ["HEAD", "--dept", "区发改委"], ["HEAD~1", "--dept", "区财政局"]):
        ran = plancli("render", "--out", str(out), "--changed-since", *arguments, cwd=history)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "没有涉及任何单位的变更，未生成清单\n", "")
    assert not out.exists()


def test_nothing_changed_is_said_with_stdout_too(history: Path) -> None:
    """On stderr or on the sheet."""
    ran = plancli("render", "--changed-since", "HEAD", "--dept", "区财政局", "--stdout", cwd=history)
    assert ran.returncode == 0
    assert "变更" in ran.stderr or "本次修订" in ran.stdout


@pytest.mark.parametrize(
    "edits",
    [
        (("period: {start: 2025, end: 2027}", "period: {start: 2025, end: 2026}"),),
        (("          - 节能降碳\n          - 环境保护\n", "          - 环境保护\n          - 节能降碳\n"),),
    ],
    ids=["the period, and with it deadlines", "numbers"],
)
def test_no_sheet_that_changed_is_called_unchanged(
    copied: Worktree, tmp_path: Path, edits: tuple[tuple[str, str], ...]
) -> None:
    """Where a sheet would be other bytes than before, nothing says that no sheet changed."""
    sheet = ("render", "--dept", "区生态环境局", "--stdout")
    before = plancli(*sheet, cwd=copied.folder).stdout
    edit(copied.folder / "plan/plan.yaml", *edits)
    assert plancli(*sheet, cwd=copied.folder).stdout != before
    ran = plancli("render", "--changed-since", "HEAD", "--out", str(tmp_path / "out"), cwd=copied.folder)
    assert "没有清单" not in ran.stdout


@pytest.mark.parametrize(("since", "code"), [("nope", 2), ("-x", 2), ("", 2)])
def test_an_unknown_revision_is_refused(history: Path, tmp_path: Path, since: str, code: int) -> None:
    """And nothing is written."""
    ran = plancli("render", f"--changed-since={since}", "--out", str(tmp_path / "out"), cwd=history)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert not (tmp_path / "out").exists()


def test_a_range_is_refused(history: Path, tmp_path: Path) -> None:
    """It names two sides, and sheets have one: since when."""
    ran = plancli("render", "--changed-since", "HEAD~3..HEAD~2", "--out", str(tmp_path / "out"), cwd=history)
    assert ran.returncode == 2


def test_a_revision_with_errors_is_told(copied: Worktree, tmp_path: Path) -> None:
    """What could not be read there may be missing on the sheets."""
    path = copied.folder / "plan/tasks/环境保护.yaml"
    whole = path.read_text(encoding="utf-8")
    path.write_text('title: "x\n', encoding="utf-8")
    copied.commit()
    path.write_text(whole, encoding="utf-8", newline="\n")
    ran = plancli("render", "--changed-since", "HEAD", "--out", str(tmp_path / "out"), cwd=copied.folder)
    assert ran.returncode == 0
    assert "1 处错误" in ran.stderr
