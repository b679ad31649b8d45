"""What happens at the edges: wrong usage, closed pipes, full disks, odd terminals, interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import PROGRAM, ROOT, environment, plancli

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["validte"], 2, "validate"),
        (["validate", "--pln", "x"], 2, "--plan"),
        (["validate", "--plan"], 2, "--plan"),
        (["validate", "--format", "jsn"], 2, "json"),
        (["validate", "--fail-on", "warnings"], 2, "warning"),
        (["validate", "--color", "yes"], 2, "always"),
        (["validate", "--lang", "fr"], 2, "zh"),
        (["--lang", "fr", "--help"], 2, "zh"),
        (["--lang=fr", "validate", "--help"], 2, "zh"),
        (["validate", "--lang", "fr", "-h"], 2, "zh"),
        (["--lang", "fr", "--version"], 2, "zh"),
        (["rules", "--plan", "tests"], 3, "plan.yaml"),
        (["validate", "surplus"], 2, "surplus"),
        (["list", "区发改委"], 2, "--dept 区发改委"),
        (["explain", "no-led"], 2, "no-lead"),
        (["explain"], 2, "explain --help"),
        (["list", "--dept", "区生态环保局"], 2, "区生态环境局"),
        (["list", "--role", "leads"], 2, "lead"),
        (["show", "节能减碳"], 2, "节能降碳"),
        (["show", "31"], 2, "plancli list"),
        (["show", "绿色"], 2, "绿色认证推广"),
        (["render", "--dept", "区财政"], 2, "区财政局"),
        (["render", "--stdout"], 2, "--dept"),
        (["validate", "--plan", "tests"], 3, "plan.yaml"),
    ],
)
def test_every_wrong_call_is_refused_with_a_way_out(arguments: list[str], code: int, said: str) -> None:
    """Exit code 2 or 3, what is possible instead, nothing on stdout, no traceback."""
    ran = plancli(*arguments)
    assert ran.returncode == code
    assert said in ran.stderr
    assert not ran.stdout
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("arguments", [["validate"], ["list"], ["show", "1"], ["render"]])
def test_without_a_plan_nothing_can_run(tmp_path: Path, arguments: list[str]) -> None:
    """Exit code 3, and the folder that was looked in."""
    ran = plancli(*arguments, cwd=tmp_path)
    assert ran.returncode == 3
    assert str(tmp_path) in ran.stderr
    assert "--plan" in ran.stderr


def test_the_plan_is_found_from_every_folder_of_the_project() -> None:
    """From the root, from the plan's folder and from folders inside it; paths are relative to where one stands."""
    outputs = {
        folder: plancli("validate", "--format", "json", cwd=ROOT / folder).stdout
        for folder in ("", "plan", "plan/tasks")
    }
    assert '"path": "plan/tasks/' in outputs[""]
    assert '"path": "tasks/' in outputs["plan"]
    assert len({output.count('"rule"') for output in outputs.values()}) == 1


def test_plan_names_the_folder_or_its_parent() -> None:
    """`--plan` takes both, `PLANCLI_PLAN` likewise."""
    assert plancli("validate", "--plan", "plan").stdout == plancli("validate", "--plan", ".").stdout
    assert plancli("validate", PLANCLI_PLAN="plan").returncode == 0


def test_a_closed_pipe_is_silent() -> None:
    """`plancli … | head -1` ends with 141, as other programs do, and says nothing."""
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, "validate"],
        cwd=ROOT,
        env=environment(),
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert ran.returncode == 141
    assert ran.stderr == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110 - a device
@pytest.mark.parametrize("arguments", [["validate"], ["list"], ["rules"], ["show", "1"], ["--help"], ["--version"]])
def test_a_full_disk_behind_a_redirection_is_said(arguments: list[str]) -> None:
    """Exit code 3 and the system's reason, for every command that prints."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        ran = subprocess.run(  # noqa: S603 - our own program
            [PROGRAM, *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert ran.returncode == 3
    assert "磁盘空间已满" in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
@pytest.mark.parametrize("arguments", [["validate"], ["list"], ["show", "1"], ["rules"], ["--help"]])
def test_what_a_terminal_cannot_show_is_escaped(arguments: list[str], encoding: str) -> None:
    """No terminal makes it fail, whatever the plan holds."""
    ran = subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0
    ran.stdout.decode(encoding)


def test_the_c_locale_is_no_obstacle() -> None:
    """`LC_ALL=C` says nothing about the reader: the plan's language speaks."""
    ran = plancli("validate", LC_ALL="C")
    assert ran.returncode == 0
    assert "管委会" in ran.stdout


def test_json_is_utf_8_whatever_the_terminal() -> None:
    """Machines get the same bytes everywhere."""
    expected = plancli("validate", "--format", "json").stdout
    assert plancli("validate", "--format", "json", PYTHONIOENCODING="ascii", LC_ALL="C").stdout == expected


def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    """Ctrl-C in the middle of the work: one line, no traceback.

    The program is held where it cannot run ahead of the signal: it has more to say than a pipe takes at once.
    """
    plan = tmp_path / "plan"
    (plan / "tasks").mkdir(parents=True)
    (plan / "departments.yaml").write_text("departments: []\n", encoding="utf-8")
    header = "format: 1\ntitle: 计划\nperiod: {start: 2025, end: 2027}\noutline: []\n"
    (plan / "plan.yaml").write_text(header, encoding="utf-8")
    for number in range(500):
        (plan / "tasks" / f"{number}.yaml").write_text("text: 推进工作。\n", encoding="utf-8")
    # what a shell runs in the background ignores the signal, and so would what we start
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [PROGRAM, "validate", "--format", "json"],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    finally:
        signal.signal(signal.SIGINT, ours)
    assert process.stdout
    assert process.stdout.read(1) == b"{"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode() == "已中断；没有留下不完整的文件\n"


def test_a_file_name_that_is_not_utf_8_is_shown_escaped(tmp_path: Path) -> None:
    """Neither text nor JSON breaks on it."""
    plan = tmp_path / "plan"
    (plan / "tasks").mkdir(parents=True)
    (plan / "departments.yaml").write_text("departments: []\n", encoding="utf-8")
    (plan / "plan.yaml").write_text(
        "format: 1\ntitle: 计划\nperiod: {start: 2025, end: 2027}\noutline: []\n", encoding="utf-8"
    )
    try:
        with open(os.fsencode(plan / "tasks") + b"/\xff\xfe.yaml", "wb") as file:  # noqa: PTH123 - bytes
            file.write("title: 甲\ntext: 乙。\n".encode())
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    for form in ("text", "json", "github"):
        ran = plancli("validate", "--format", form, cwd=tmp_path)
        assert ran.returncode == 1
        assert "udcff" in ran.stdout
        assert "Traceback" not in ran.stderr


def test_version_and_help_import_little() -> None:
    """Neither our models nor pydantic's, Jinja or Rich: start-up is a feature."""
    for argument in ("--version", "--help"):
        code = (
            "import sys\nfrom plancli.cli import edge\nimport os\n"
            "os._exit = sys.exit\n"
            f"try:\n    edge.main([{argument!r}])\nexcept SystemExit:\n    pass\n"
            "print([name for name in ('pydantic.main', 'plancli.model.task', 'jinja2', 'rich') if name in sys.modules])"
        )
        python = PROGRAM.rpartition("/")[0] + "/python"
        ran = subprocess.run([python, "-c", code], env=environment(), capture_output=True, encoding="utf-8", check=True)  # noqa: S603 - our own interpreter
        assert ran.stdout.splitlines()[-1] == "[]"


def test_a_closed_stream_changes_no_exit_code() -> None:
    """`>&-` and `2>&-`: the program runs, and says by its exit code what it can say nowhere else."""
    for redirection, arguments, code in ((">&-", "validate", 0), ("2>&-", "show zz", 2), ("2>/dev/full", "show zz", 2)):
        command = f"{PROGRAM} {arguments} {redirection}"
        ran = subprocess.run(["sh", "-c", command], cwd=ROOT, env=environment(), capture_output=True, check=False)  # noqa: S603, S607 - our own program
        assert ran.returncode == code
        assert b"Traceback" not in ran.stderr


def test_a_very_long_number_is_no_task() -> None:
    """Nor a bug of ours."""
    assert plancli("show", "9" * 5000).returncode == 2
