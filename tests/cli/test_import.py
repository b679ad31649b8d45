"""`plancli import` as a user runs it: a document in, a plan out, or the reason why not."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from plancli.cli.new_plan import Creating
from plancli.intake.answers import Answers
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import interpret
from tests.cli.running import PROGRAM, environment, plancli, received

SOURCE = Path(__file__).parents[1] / "intake" / "data" / "yuzhong-green-industry-tasks.txt"
TITLE = "渝中区加快推动绿色产业高质量发展三年行动计划（2025—2027年）"
TABLE = "| 序号 | 工作内容 | 牵头单位 |\n|---|---|---|\n| 1 | 节能降碳。推进节能。 | 区发改委等 |\n"


def test_the_real_document_becomes_a_plan_that_validates(tmp_path: Path) -> None:
    """In a folder that did not exist, with nothing beside it."""
    ran = plancli("import", str(SOURCE), "--title", TITLE, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines()[-1] == "已在 plan 中生成计划：30 项任务、27 个单位和群组、28 个目标"
    assert [each.name for each in tmp_path.iterdir()] == ["plan"]
    assert plancli("validate", cwd=tmp_path).returncode == 0
    assert plancli("fmt", "--check", cwd=tmp_path).returncode == 0


def test_nothing_that_is_there_is_changed(tmp_path: Path) -> None:
    """Not even beside it; an empty folder may be there."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "甲.txt").write_text("甲", encoding="utf-8")
    ran = plancli("import", str(SOURCE), "--title", TITLE, cwd=tmp_path)
    assert ran.returncode == 3
    assert "plan 不是空文件夹" in ran.stderr
    assert [each.name for each in (tmp_path / "plan").iterdir()] == ["甲.txt"]
    (tmp_path / "空").mkdir()
    assert plancli("import", str(SOURCE), "--title", TITLE, "--into", "空", cwd=tmp_path).returncode == 0
    assert (tmp_path / "空" / "plan.yaml").exists()


def test_it_says_what_it_would_make(tmp_path: Path) -> None:
    """And writes nothing."""
    ran = plancli("import", str(SOURCE), "--title", TITLE, "--dry-run", cwd=tmp_path)
    assert "\n将在 plan 中生成计划：30 项任务、27 个单位和群组、28 个目标\n" in ran.stdout
    assert list(tmp_path.iterdir()) == []


def test_what_is_unsure_is_shown(tmp_path: Path) -> None:
    """With its place and the reason; every cell on request, and all of it for programs."""
    (tmp_path / "a.md").write_text(TABLE, encoding="utf-8")
    said = ("import", "a.md", "--title", "计划", "--years", "2025-2027", "--dry-run")
    assert plancli(*said, cwd=tmp_path).stdout.splitlines() == [
        "表 1 第 2 行第 3 列：有“等”字：文件没有列全：区发改委等 → 节能降碳",
        "将在 plan 中生成计划：1 项任务、1 个单位和群组、0 个目标",
    ]
    everything = plancli(*said, "--report", "all", cwd=tmp_path).stdout
    assert "表 1 第 2 行第 1 列：序号（由大纲自动编排，不写入文件）：1 → 节能降碳\n" in everything
    pieces = json.loads(plancli(*said, "--report", "json", cwd=tmp_path).stdout)["pieces"]
    assert pieces[-1] == {
        "spot": {"table": 1, "row": 2, "column": 3, "sheet": "", "page": 0},
        "text": "区发改委等",
        "went": "lead",
        "to": "节能降碳",
        "unsure": ["and-others"],
    }


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("a.md", b"# \xe7\x94\xb2\n", 1, "没有找到可识别的任务表"),
        ("a.md", TABLE.encode(), 1, "文件中没有写明计划的名称"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 3, "另存为 .docx"),
        ("a.pdf", b"%PDF-1.4\n", 3, "已损坏"),
        ("a.txt", b"\xff\xfe\x00\x00\xff", 3, "a.txt"),
    ],
)
def test_what_is_refused(name: str, content: bytes, code: int, said: str, tmp_path: Path) -> None:
    """With a way out; nothing is written."""
    (tmp_path / name).write_bytes(content)
    ran = plancli("import", name, cwd=tmp_path)
    assert ran.returncode == code
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_how_the_document_was_read(tmp_path: Path) -> None:
    """What else there is to know stands before what is unsure."""
    (tmp_path / "a.csv").write_bytes("序号,工作内容,牵头单位\n1,节能降碳。推进节能。,区发改委\n".encode("gb18030"))
    said = ("import", "a.csv", "--title", "计划", "--years", "2025-2027", "--dry-run")
    assert plancli(*said, cwd=tmp_path).stdout.splitlines()[0] == "文件：文件编码为 GB18030"
    (note,) = json.loads(plancli(*said, "--report", "json", cwd=tmp_path).stdout)["notes"]
    assert (note["kind"], note["text"]) == ("encoding", "GB18030")


@pytest.mark.parametrize("years", ["2027-2025", "今年", "25-27"])
def test_years_that_are_none(years: str) -> None:
    """Said before anything is read."""
    ran = plancli("import", "无.md", "--years", years)
    assert ran.returncode == 2
    assert years in ran.stderr


def test_the_report_is_a_page(tmp_path: Path) -> None:
    """Of a new plan, of an update and of what is refused; nothing but the page is printed."""
    (tmp_path / "a.md").write_text(TABLE, encoding="utf-8")
    said = ("import", "a.md", "--report", "html", "--lang", "en")
    for more, code, words in (
        (("--years", "2025-2027"), 1, "没有据此生成计划"),
        (("--title", "计划甲", "--years", "2025-2027"), 0, "<title>导入报告 · 计划甲</title>"),
        ((), 0, "<title>导入报告 · 计划甲</title>"),
    ):
        ran = plancli(*said, *more, cwd=tmp_path)
        assert (ran.returncode, ran.stderr) == (code, "")
        assert ran.stdout.startswith("<!DOCTYPE html>")
        assert ran.stdout.endswith("</html>\n")
        assert words in ran.stdout
        assert "表 1 第 2 行第 3 列" in ran.stdout


def test_what_a_person_says(tmp_path: Path) -> None:
    """Which column is which, who leads, and the year of months; what is no column, or no key, is told."""
    (tmp_path / "a.csv").write_text("甲,责任单位,时限\n推进甲。,甲局、乙局,6月底前完成\n", encoding="utf-8")
    said = ("import", "a.csv", "--title", "计划", "--years", "2025-2027")
    for wrong, message in (
        (("--map", "甲"), "“列名=键”，而不是“甲”"),
        (("--map", "甲=正文"), "没有“正文”这个键，可用的有 number, section, title, text, lead,"),
        (("--map", "乙=notes", "--map", "甲=text"), "没有名为“乙”的列，现有的列是：甲, 责任单位, 时限"),
    ):
        ran = plancli(*said, *wrong, cwd=tmp_path)
        assert (ran.returncode, message in ran.stderr) == (2, True), ran.stderr
    (tmp_path / "b.csv").write_text("甲,乙\n推进甲。,甲局\n", encoding="utf-8")
    ran = plancli("import", "b.csv", "--map", "丙=text", cwd=tmp_path)
    assert (ran.returncode, "--map：文件中没有名为“丙”的内容" in ran.stderr) == (2, True), ran.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    ran = plancli(*said, "--map", "甲=text", "--first-is-lead", "--year", "2026", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    (path,) = (tmp_path / "plan" / "tasks").iterdir()
    assert path.read_text(encoding="utf-8").splitlines()[3:] == [
        "lead:",
        "  - 甲局",
        "responsible:",
        "  - 乙局",
        "due: 2026-06",
    ]


def test_a_count_that_does_not_add_up(tmp_path: Path) -> None:
    """Is refused with its place and a way out; who knows better says so."""
    document = "# 甲区2026年工作要点（共2项）\n\n" + TABLE
    (tmp_path / "a.md").write_text(document, encoding="utf-8")
    ran = plancli("import", "a.md", cwd=tmp_path)
    assert (ran.returncode, ran.stderr.splitlines()) == (
        1,
        [
            "第 1 段：这里写着“（共2项）”，实际读到 1 项任务",
            "   = 帮助：请核对是否漏行；如果任务确实齐全，加上 --ignore-counts",
        ],
    )
    assert plancli("import", "a.md", "--ignore-counts", cwd=tmp_path).returncode == 0


def test_a_long_document_shows_how_far_it_is(tmp_path: Path) -> None:
    """On a terminal, and nowhere else; it is gone in the end."""
    rows = "".join(
        f"{number},推进第{number}项节能降碳改造。{'完善配套措施。' * 30},区发改委\n" for number in range(1, 401)
    )
    (tmp_path / "a.csv").write_text("序号,工作内容,牵头单位\n" + rows, encoding="utf-8")
    said = ("import", "a.csv", "--title", "计划", "--years", "2025-2027", "--dry-run", "--report", "json")
    assert plancli(*said, cwd=tmp_path).stderr == ""
    ours, theirs = pty.openpty()
    variables = environment(PLANCLI_LANG="zh", TERM="xterm", COLUMNS="80")
    with subprocess.Popen([PROGRAM, *said], cwd=tmp_path, env=variables, stdout=subprocess.DEVNULL, stderr=theirs):  # noqa: S603 - our own program
        os.close(theirs)
        shown = b"".join(received(ours)).decode()
    os.close(ours)
    assert "正在读取任务" in shown
    assert "100%" in shown
    assert shown.endswith("\x1b[2K")


def test_one_doubt_does_not_drown_the_others(tmp_path: Path) -> None:
    """What holds for every row is told of five, and counted; `--report all` tells all of it."""
    rows = "".join(f"| {number} | 推进第{number}项 | 区发改委 |\n" for number in range(1, 9))
    (tmp_path / "a.md").write_text("| 序号 | 工作内容 | 牵头单位 |\n|---|---|---|\n" + rows, encoding="utf-8")
    said = ("import", "a.md", "--title", "计划", "--years", "2025-2027", "--dry-run")
    lines = plancli(*said, cwd=tmp_path).stdout.splitlines()
    assert [line.partition("列：")[0] for line in lines[:5]] == [f"表 1 第 {row} 行第 2 " for row in range(2, 7)]
    assert lines[5] == "正文没有单列任务名称，取开头文字代替：另有 3 处（全部列出：--report all）"
    assert (
        sum("取开头文字" in line for line in plancli(*said, "--report", "all", cwd=tmp_path).stdout.splitlines()) == 8
    )


def test_a_year_that_is_none(tmp_path: Path) -> None:
    """In the reader's words, and nothing is read."""
    ran = plancli("import", "a.md", "--year", "1999", cwd=tmp_path)
    assert (ran.returncode, ran.stderr.splitlines()[0]) == (2, "错误：--year 应写一个年份，如 2026，不能写“1999”")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b"", "错误：a.docx 是空文件"),
        ("a.txt", b" \n", "错误：a.txt 是空文件"),
        ("a.pdf", b"x", "错误：a.pdf 已损坏，或内容与扩展名不符"),
        ("a.xyz", b"x", "错误：a.xyz 不是可以读取的文件类型"),
    ],
)
def test_files_that_hold_nothing_of_it(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    """Each is told for what it is."""
    (tmp_path / name).write_bytes(content)
    ran = plancli("import", name, cwd=tmp_path)
    assert (ran.returncode, ran.stderr.splitlines()[0]) == (3, said)


def test_a_plan_with_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is made, as a person can mend it there; that it has errors is said, with the command that shows them."""
    (tmp_path / "a.md").write_text(TABLE, encoding="utf-8")
    found = interpret(read_document(tmp_path / "a.md"), Answers("计划", (2025, 2027)))
    assert found.draft
    files = {**found.draft.files, "departments.yaml": {"departments": [{"name": "", "kind": "government"}]}}
    creating = Creating.of(tmp_path / "plan", "en", dry_run=False)
    creating.matched(replace(found, draft=replace(found.draft, files=files)), [])
    assert creating.make(quiet=False) == 1
    said = capsys.readouterr()
    assert said.out.startswith("made a plan in ")
    assert f"mend: plancli validate --plan {tmp_path / 'plan'}\n" in said.err
    assert (tmp_path / "plan" / "plan.yaml").exists()
