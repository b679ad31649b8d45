"""TAB in a shell: what is offered, and that bash, zsh and fish themselves understand the scripts."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.cli.app import COMMANDS, group
from plancli.cli.command_line import read
from plancli.cli.completing import Completing
from plancli.cli.edge import GLOBAL_OPTIONS
from plancli.cli.shells import SCRIPTS
from plancli.diff.kinds import KINDS
from plancli.rules import RULES
from tests.cli.running import PROGRAM, ROOT, environment, plancli
from tests.support import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUP = group(ENGLISH)


def candidates(line: str) -> list[str]:
    """What is offered at the end of a line."""
    return [each.word for each in Completing(GROUP, GLOBAL_OPTIONS, ENGLISH).candidates(read(line))]


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("PLANCLI_PLAN", raising=False)


# --- what is offered -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("plancli val", ["validate"]),
        ("plancli --lang ", ["zh", "en"]),
        ("plancli --lang en li", ["list"]),
        ("plancli --pl", ["--plan"]),
        ("plancli list --dept 区生", ["区生态环境局"]),
        ("plancli list --dept=区生", ["--dept=区生态环境局"]),
        ("plancli list --dept '区生", ["区生态环境局"]),
        ("plancli list --dept 区生态环境局 --ro", ["--role"]),
        ("plancli list --role ", ["lead", "responsible", "support"]),
        ("plancli list --has-targets --format j", ["json"]),
        ("plancli render --dept 管", ["管委会"]),
        ("plancli show 大力", ["大力发展绿色金融"]),
        ("plancli show --format json 大力", ["大力发展绿色金融"]),
        ("plancli log -- 大力", ["大力发展绿色金融"]),
        ("plancli show 大力发展绿色金融 ", []),
        ("plancli explain no-l", ["no-lead"]),
        ("plancli explain target-low", ["target-lowered"]),
        ("plancli validate --select no-lead,unknown-d", ["no-lead,unknown-department"]),
        ("plancli validate --ignore no-l", ["no-lead"]),
        ("plancli completion ", ["bash", "zsh", "fish"]),
        ("plancli schema d", ["departments"]),
        ("plancli render --out ", []),
        ("plancli vlidate --for", []),
        ("plancli list --dept 无此单位", []),
        ("plancli list -- --dept 区生", []),
    ],
)
def test_what_is_offered(line: str, offered: list[str]) -> None:
    """In the order of the plan; nothing where nothing is known."""
    assert candidates(line) == offered


def test_all_commands_and_options_are_offered() -> None:
    """Without any being entered anywhere."""
    assert candidates("plancli ") == list(COMMANDS)
    for name, command in GROUP.commands.items():
        options = {opt for each in command.params if each.param_type_name == "option" for opt in each.opts}
        assert set(candidates(f"plancli {name} --")) == options | {"--help"}


def test_every_option_that_takes_a_name_or_a_choice_offers_some() -> None:
    """A new one is completed too: by its metavar, or it needs an `autocompletion`."""
    asked = 0
    for name, command in GROUP.commands.items():
        for each in command.params:
            if re.fullmatch(r"NAME|RULE\[,RULE…\]|[a-z|]+", each.metavar or ""):
                asked += 1
                line = each.opts[0] if each.param_type_name == "option" else ""
                assert candidates(f"plancli {name} {line} "), (name, each.opts)
    assert asked > 15


def test_names_are_complete() -> None:
    """Every spelling of the register; every rule, every kind of change, every task."""
    assert {"区委组织部", "各管委会", "管委会"} < set(candidates("plancli list --dept "))
    assert len(candidates("plancli list --dept ")) == 28
    assert set(candidates("plancli validate --select ")) == {rule.name for rule in RULES}
    assert set(candidates("plancli explain ")) == {rule.name for rule in RULES} | {kind.name for kind in KINDS}
    assert set(candidates("plancli show ")) == {path.stem for path in (ROOT / "plan" / "tasks").iterdir()}


def test_the_plan_is_the_one_that_is_named(tmp_path: Path) -> None:
    """On the line, before or behind the command."""
    (tmp_path / "plan.yaml").touch()
    (tmp_path / "departments.yaml").write_text("departments:\n  - name: 甲局\n    aliases: [乙局]\n", encoding="utf-8")
    assert candidates(f"plancli list --plan {tmp_path} --dept ") == ["甲局", "乙局"]
    assert candidates(f"plancli --plan {tmp_path} list --dept ") == ["甲局", "乙局"]


@pytest.mark.parametrize(
    "register", ["", "departments: [\n", "- 甲\n", "departments: 甲\n", "departments: [{aliases: 1}]\n"]
)
def test_of_a_broken_register_nothing_is_offered(tmp_path: Path, register: str) -> None:
    """And nothing is said: its mistakes are told by `validate`."""
    (tmp_path / "plan.yaml").touch()
    (tmp_path / "departments.yaml").write_text(register, encoding="utf-8")
    assert candidates(f"plancli list --plan {tmp_path} --dept ") == []


# --- the line --------------------------------------------------------------------------------------------

WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]) | st.just(" "), max_size=6), max_size=4
)


@given(WORDS, st.text("甲乙ab-= \"'\\$", max_size=6))
def test_a_line_is_read_as_a_shell_reads_it(words: list[str], last: str) -> None:
    """Whatever stands in it, and however it is quoted."""
    line = read(" ".join(["plancli", *map(shlex.quote, words), shlex.quote(last)]))
    assert (line.words, line.word) == (words, last)


@given(st.text("甲乙ab-= \"'\\$&（）", min_size=1, max_size=6))
def test_what_is_typed_for_a_name_is_that_name(name: str) -> None:
    """Special characters are escaped, so that the shell hands the name over whole."""
    typed = read("plancli ").quoted(name)
    assert read(f"plancli {typed}").word == name
    assert shlex.split(typed) == [name]


def test_an_open_quotation_mark_is_seen() -> None:
    """Behind it, nothing is escaped; and a line may end in a backslash."""
    assert read('plancli show "绿色 金').quoted("a b") == "a b"
    assert read("plancli show 绿\\").word == "绿"
    assert read("plancli show ").words == ["show"]


# --- the shells ------------------------------------------------------------------------------------------


def script(shell: str) -> str:
    """What `plancli completion` prints."""
    ran = plancli("completion", shell)
    assert (ran.returncode, ran.stderr, ran.stdout) == (0, "", SCRIPTS[shell])
    return ran.stdout


def runs(shell: str) -> pytest.MarkDecorator:
    """The mark of a test that needs a shell."""
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


def run(command: Sequence[str], code: str, **changes: str) -> list[str]:
    """What a shell prints; it finds plancli, and no settings of the user."""
    path = f"{Path(PROGRAM).parent}:{environment()['PATH']}"
    ran = subprocess.run(  # noqa: S603 - a shell that is installed
        [*command, code],
        cwd=ROOT,
        env=environment(PATH=path, LC_ALL="C.UTF-8", **changes),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()


LINES = [
    ("plancli list --dept 区生", "区生", ["区生态环境局"]),
    ("plancli list --dept=区生", "区生", ["区生态环境局"]),
    ('plancli list --dept "区生', "区生", ["区生态环境局"]),
    ("plancli list --role ", "", ["lead", "responsible", "support"]),
    ("plancli list --dept 无此单位", "无此单位", []),
]
"""A line, what bash takes for its last word, and what is offered in its place."""


@runs("bash")
@pytest.mark.parametrize(("line", "word", "offered"), LINES)
def test_in_bash(line: str, word: str, offered: list[str]) -> None:
    """As bash calls the function; what stands behind the cursor does not count."""
    code = f"""{script("bash")}
        COMP_LINE={shlex.quote(line + "后")} COMP_POINT={len(line)}
        _plancli_complete plancli {shlex.quote(word)} ''
        for each in "${{COMPREPLY[@]}}"; do printf '%s\\n' "$each"; done"""
    assert run(["bash", "--norc", "-c"], code) == offered


@runs("zsh")
@pytest.mark.parametrize(("line", "word", "offered"), LINES)
def test_in_zsh(line: str, word: str, offered: list[str]) -> None:
    """Its completion functions are stood in for: they need a terminal."""
    whole = line if "=" in line else f"{line.rpartition(' ')[0]} {word}"
    *words, prefix = whole.split(" ")
    code = f"""compdef() {{ print -r -- "$1 completes $2" }}
        _describe() {{ print -rl -- "${{(@P)3}}" }}
        _files() {{ print -r -- files }}
        {script("zsh")}
        words=({" ".join(words)} {prefix}) CURRENT={len(words) + 1} PREFIX={shlex.quote(prefix)}
        _plancli"""
    expected = [f"--dept={each}" for each in offered] if "=" in line else offered
    assert run(["zsh", "-f", "-c"], code) == ["_plancli completes plancli", *(expected or ["files"])]


@runs("fish")
@pytest.mark.parametrize(("line", "word", "offered"), LINES)
def test_in_fish(line: str, word: str, offered: list[str], tmp_path: Path) -> None:
    """It completes without a terminal."""
    code = f"{script('fish')}\ncomplete -C {shlex.quote(line)}"
    found = [each.partition("\t")[0] for each in run(["fish", "--no-config", "-c"], code, HOME=str(tmp_path))]
    assert [each.removeprefix("--dept=") for each in found] == offered
    assert word in line


def asked(shell: str, line: str, cwd: Path = ROOT, **changes: str) -> str:
    """What plancli answers to a script."""
    ran = plancli(cwd=cwd, _PLANCLI_COMPLETE=shell, _PLANCLI_LINE=line, **changes)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_descriptions_are_in_the_reader_s_language() -> None:
    """Behind a tab for fish, behind a colon for zsh."""
    assert asked("fish", "plancli va") == "validate\t检查计划，列出其中的问题\n"
    assert asked("zsh", "plancli list --dept 管", PLANCLI_LANG="en") == "管委会:= 各管委会\n"


@pytest.mark.parametrize("line", ["plancli list --dept ", "plancli show ", "'", "plancli \\", "plancli list --dept=甲"])
def test_without_a_plan_it_is_silent(line: str, tmp_path: Path) -> None:
    """Nobody wants to read of a mistake in the middle of typing."""
    asked("bash", line, cwd=tmp_path)


def test_names_that_the_terminal_cannot_show_are_not_offered() -> None:
    """An escaped name would be another one."""
    assert asked("bash", "plancli list --dept ", PYTHONIOENCODING="ascii") == ""


def test_an_unknown_shell_is_refused() -> None:
    """With those that are known."""
    ran = plancli("completion", "tcsh")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "bash | zsh | fish" in ran.stderr
