"""What a person reads, to the cell."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from gettext import NullTranslations

from plancli.diagnostics import Diagnostic, Label, Place, Severity
from plancli.report.cells import cells
from plancli.report.summary import Summary
from plancli.report.terminal import ERRORS_AGAIN, MANY_OTHERS, render_text
from tests.report.support import ENGLISH, UNKNOWN_DEPARTMENT, positions, shown


def report(*diagnostics: Diagnostic, width: int | None = None, colour: bool = False, **files: str | bytes) -> str:
    """Show diagnostics without the summary, which is the last line."""
    summary = Summary.of(diagnostics, 32)
    text = render_text(diagnostics, positions(**files), shown, ENGLISH, summary=summary, width=width, colour=colour)
    return text.rpartition("\n\n")[0] + "\n"


def warning(place: Place, label: str = "", **rest: str) -> Diagnostic:
    """Something to be seen at a place."""
    return Diagnostic("some-rule", Severity.WARNING, rest.get("message", "message"), place, label)


def test_the_example_of_the_design() -> None:
    """Chinese text, a label, a related place and help."""
    assert (
        report(UNKNOWN_DEPARTMENT)
        == """\
error[unknown-department] 未登记的单位“区生态环保局”
  --> plan/tasks/节能降碳.yaml:14:5
   |
14 |   - 区生态环保局
   |     ^^^^^^^^^^^^ departments.yaml 中没有这个名称
   |
  ::: plan/departments.yaml:9:11
   |
 9 |   - name: 区生态环境局
   |           ------------ 相近的名称
   = help: 若确为新单位，请先在 departments.yaml 登记；相近的名称：区生态环境局
   = more: plancli explain unknown-department
"""
    )


def test_the_example_of_the_design_in_chinese() -> None:
    """The words come from the catalogue, the severity and the rule stay what a program can search."""

    class Chinese(NullTranslations):
        def gettext(self, message: str) -> str:
            return {
                "help: {text}": "帮助：{text}",
                "more: plancli explain {rule}": "说明：plancli explain {rule}",
            }.get(message, message)

    summary = Summary.of([UNKNOWN_DEPARTMENT], 32)
    text = render_text([UNKNOWN_DEPARTMENT], positions(), shown, Chinese(), summary=summary)
    assert "error[unknown-department] 未登记的单位“区生态环保局”\n" in text
    assert "   = 帮助：若确为新单位，请先在 departments.yaml 登记；相近的名称：区生态环境局\n" in text
    assert "   = 说明：plancli explain unknown-department\n" in text


def test_a_key_without_a_label() -> None:
    """A diagnostic needs no label, help or related place."""
    assert (
        report(warning(Place("tasks/节能降碳.yaml", ("title",), part="key")))
        == """\
warning[some-rule] message
 --> plan/tasks/节能降碳.yaml:1:1
  |
1 | title: 节能降碳
  | ^^^^^
  = more: plancli explain some-rule
"""
    )


def test_characters_of_a_block() -> None:
    """`chars` counts in the loaded text, and the carets stand in the file."""
    assert (
        report(warning(Place("tasks/节能降碳.yaml", ("text",), chars=(8, 12)), "谁来完善？"))
        == """\
warning[some-rule] message
 --> plan/tasks/节能降碳.yaml:4:3
  |
4 |   完善制度。
  |   ^^^^^^^^ 谁来完善？
  = more: plancli explain some-rule
"""
    )


def test_characters_across_lines_of_a_block() -> None:
    """Carets stand under the first line, as far as it goes."""
    text = report(warning(Place("tasks/节能降碳.yaml", ("text",), chars=(2, 10))))
    assert "3 |   推进节能降碳。\n  |       ^^^^^^^^^^\n" in text


def test_an_empty_range() -> None:
    """A place between two characters is still seen."""
    text = report(warning(Place("tasks/节能降碳.yaml", span=(9, 9)), "此处"))
    assert "1 | title: 节能降碳\n  |            ^ 此处\n" in text


def test_the_end_of_a_line() -> None:
    """So is one behind the last character."""
    text = report(warning(Place("tasks/节能降碳.yaml", span=(11, 11))))
    assert "1 | title: 节能降碳\n  |                ^\n" in text


def test_errors_that_others_push_away_stand_once_more_at_the_end() -> None:
    """A screen stops at the end; where few others stand between, nothing is said twice."""
    others = [warning(Place("tasks/t.yaml", span=(0, 1)))] * MANY_OTHERS
    error = replace(others[0], severity=Severity.ERROR, message="wrong")
    again = "The errors among them, to be corrected first:\n"
    each = "  plan/tasks/t.yaml:1:1: error[some-rule] wrong\n"
    assert report(error, *others, t="a: 1\n").endswith(f"\n{again}{each}")
    many = report(*[error] * (ERRORS_AGAIN + 2), *others, t="a: 1\n")
    assert many.endswith(f"\n{again}{each * ERRORS_AGAIN}  … and 2 more\n")
    assert again not in report(error, *others[1:], t="a: 1\n")
    assert again not in report(*others, t="a: 1\n")


def test_tabs() -> None:
    """A tab can be seen and takes four cells, whatever the terminal's stops are."""
    text = report(warning(Place("tasks/t.yaml", span=(0, 2)), "制表符"), t="\ta:\t1\n")
    assert "1 | →   a:→   1\n  | ^^^^^ 制表符\n" in text


def test_hidden_characters() -> None:
    """They are shown escaped, and the carets cover the escape."""
    place = Place("tasks/t.yaml", span=(5, 6))
    text = report(warning(place, "看不见\u200b", message="a\x1b[2Jb\nc\u202e"), t="名\x1b称: \u202e目录\n")
    assert text.startswith(r"warning[some-rule] a\u001b[2Jb\nc\u202e" + "\n")
    assert r"1 | 名\u001b称: \u202e目录" + "\n  |             ^^^^^^ 看不见\\u200b\n" in text


def test_hidden_characters_in_file_names() -> None:
    """A file name is text of strangers too, and need not be UTF-8."""
    text = report(warning(Place("tasks/\udcff\n\u202e.yaml")))
    assert r" --> plan/tasks/\udcff\n\u202e.yaml:1:1" + "\n" in text


def test_a_combining_mark() -> None:
    """It takes no cell of its own."""
    text = report(warning(Place("tasks/t.yaml", span=(2, 3))), t="e\u0301x\n")
    assert "  |  ^\n" in text


LONG = "text: |\n  " + "推进节能降碳，" * 60 + "\n"


def test_a_long_line() -> None:
    """What is shown is cut on both sides, and never in the marked range."""
    place = Place("tasks/t.yaml", ("text",), chars=(203, 206))
    assert (
        report(warning(place, "标签"), width=60, t=LONG)
        == """\
warning[some-rule] message
 --> plan/tasks/t.yaml:2:206
  |
2 | …节能降碳，推进节能降碳，推进节能降碳，推进节能降碳，推…
  |                          ^^^^^^ 标签
  = more: plancli explain some-rule
"""
    )


def test_the_beginning_of_a_long_line() -> None:
    """It is cut on one side where the range is near the other."""
    text = report(warning(Place("tasks/t.yaml", ("text",), chars=(0, 2))), width=40, t=LONG)
    assert "2 |   推进节能降碳，推进节能降碳，推进…\n  |   ^^^^\n" in text


def test_the_end_of_a_long_line() -> None:
    """The room on the other side is used."""
    text = report(warning(Place("tasks/t.yaml", ("text",), chars=(418, 420))), width=40, t=LONG)
    assert "2 | …降碳，推进节能降碳，推进节能降碳，\n  |                                ^^^^\n" in text


def test_a_range_wider_than_the_terminal() -> None:
    """Then the range is cut as well; its label stands on the next line."""
    text = report(warning(Place("tasks/t.yaml", ("text",)), "全文"), width=40, t=LONG)
    assert "2 |   推进节能降碳，推进节能降碳，推进…\n  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  |   全文\n" in text


def test_a_label_that_does_not_fit() -> None:
    """It stands below the carets, moved to the left as far as it must."""
    text = report(warning(Place("tasks/t.yaml", span=(30, 32)), "十个字的标签放不下了"), width=40, t="x" * 34)
    assert "  |                               ^^\n  |                 十个字的标签放不下了\n" in text


def test_lines_fit_the_width() -> None:
    """No line of a snippet is wider than asked for, unless by less than could be read."""
    long = LONG.replace("，", "e\u0301")
    for start in range(0, 480, 7):
        text = report(warning(Place("tasks/t.yaml", ("text",), chars=(start, start + 3))), width=50, t=long)
        assert 40 < cells(text.splitlines()[3]) <= 50


def test_a_missing_file() -> None:
    """There is no line to show: the words stand beside the arrow."""
    place, register = Place("tasks/没有.yaml"), Place("departments.yaml", ("departments", 0, "name"))
    diagnostic = Diagnostic(
        "unreadable-file", Severity.ERROR, "没有这个文件", place, "不存在", (Label(register, "列于此"),)
    )
    assert (
        report(diagnostic)
        == """\
error[unreadable-file] 没有这个文件
 --> plan/tasks/没有.yaml:1:1 不存在
 ::: plan/departments.yaml:9:11
  |
9 |   - name: 区生态环境局
  |           ------------ 列于此
  = more: plancli explain unreadable-file
"""
    )


def test_gbk() -> None:
    """Of a file that is not UTF-8, what can be read is shown."""
    text = report(warning(Place("tasks/t.yaml", span=(7, 8))), t="title: 节能".encode("gb18030"))
    assert "1 | title: ���" in text


def test_several_diagnostics_and_the_summary() -> None:
    """A blank line stands between diagnostics, and before the summary."""
    diagnostics = [warning(Place("tasks/没有.yaml")), warning(Place("tasks/无.yaml"))]
    text = render_text(diagnostics, positions(), shown, ENGLISH, summary=Summary.of(diagnostics, 1), elapsed=0.126)
    assert (
        text
        == """\
warning[some-rule] message
 --> plan/tasks/没有.yaml:1:1
  = more: plancli explain some-rule

warning[some-rule] message
 --> plan/tasks/无.yaml:1:1
  = more: plancli explain some-rule

no errors; 2 warnings (1 file checked in 0.13 s)
"""
    )


def test_nothing_found() -> None:
    """The summary stands alone."""
    text = render_text([], positions(), shown, ENGLISH, summary=Summary(0, 0, 0, 32))
    assert text == "no problems found (32 files checked)\n"


def test_colour_adds_nothing_but_colour() -> None:
    """Without its codes, painted text is the plain text."""
    painted = report(UNKNOWN_DEPARTMENT, colour=True)
    assert "\x1b[1;31merror[unknown-department]\x1b[0m \x1b[1m未登记的单位“区生态环保局”\x1b[0m\n" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == report(UNKNOWN_DEPARTMENT)


def test_plain_text_is_cheap() -> None:
    """Nothing heavy is imported to report in plain text or JSON."""
    program = (
        "import sys, plancli.report.terminal, plancli.report.machine\n"
        "import plancli.report.github, plancli.report.order\n"
        "plancli.report.colour.painter(colour=False)\n"
        "print(*{'rich', 'pydantic', 'jinja2', 'ruamel'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "\n"
