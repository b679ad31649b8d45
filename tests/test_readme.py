"""The READMEs say what is so: their examples are run, their links lead somewhere, what they name exists."""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import termios
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import docx
import pytest
from markdown_it import MarkdownIt

from plancli.loading.loader import load
from plancli.source.folder import Folder
from tests.cli.running import PROGRAM, ROOT, environment, plancli, received
from tests.intake.shapes import SHAPES
from tests.source.repositories import git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from markdown_it.token import Token

READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
PAGES = [
    *READMES,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
]

FAULT = re.compile(r"<!-- with: (?P<file>\S+) s/(?P<old>[^/]+)/(?P<new>[^/]+)/ -->")
REVISED = re.compile(r"<!-- revised: (?P<file>\S+) s/(?P<old>[^/]+)/(?P<new>[^/]+)/ -->")
DOCUMENT = re.compile(r"<!-- the plan as (?P<name>\S+\.docx), with no plan folder -->")
TERMINAL = re.compile(r"<!-- on a terminal of (?P<columns>\d+) columns -->")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
LEFT_OUT = "…"

each_readme = pytest.mark.parametrize("readme", READMES)


@cache
def tokens(page: str) -> list[Token]:
    """A page, read as Markdown."""
    return MarkdownIt("commonmark").enable("table").parse((ROOT / page).read_text(encoding="utf-8"))


# --- the examples ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    """A block of commands and what they print.

    Attributes:
        readme: The file that shows it.
        line: Where.
        text: What it shows.
        remark: The comment before it, which says what it is run on.
    """

    readme: str
    line: int
    text: str
    remark: str

    def __str__(self) -> str:
        return f"{self.readme}:{self.line}"

    def steps(self) -> Iterator[tuple[str, list[str]]]:
        """Every command with the lines that it prints."""
        _, *parts = re.split(r"^\$ ", self.text, flags=re.MULTILINE)
        for part in parts:
            command, *shown = part.splitlines()
            yield command, shown


def examples() -> Iterator[Example]:
    """Every example of the READMEs."""
    for readme in READMES:
        before = ""
        for token in tokens(readme):
            if token.type == "fence" and token.info == "console":
                yield Example(readme, (token.map or [0])[0] + 1, token.content, before)
            before = before + token.content if token.type == "html_block" else ""


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_what_an_example_shows_is_what_the_program_prints(example: Example, tmp_path: Path) -> None:
    """Run on a copy of the plan; `…` stands for lines that are left out."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    if fault := FAULT.search(example.remark):
        make_mistake(tmp_path / "plan" / fault["file"], fault["old"], fault["new"])
    revise(tmp_path, list(REVISED.finditer(example.remark)))
    if document := DOCUMENT.search(example.remark):
        as_a_document(tmp_path, document["name"])
    columns = int(terminal["columns"]) if (terminal := TERMINAL.search(example.remark)) else None
    code = 0
    for command, shown in example.steps():
        if command == "echo $?":
            outputs = [f"{code}\n"]
        else:
            program, *arguments = shlex.split(command)
            assert program == "plancli"
            code, outputs = run(arguments, tmp_path, READMES[example.readme], columns)
        assert any(shows(shown, output) for output in outputs), f"$ {command}\n{outputs[-1]}"


def revise(folder: Path, edits: list[re.Match[str]]) -> None:
    """Commit the plan, and edit it as an example says."""
    if edits:
        git(folder, "init", "--quiet")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", "印发")
    for edit in edits:
        make_mistake(folder / "plan" / edit["file"], edit["old"], edit["new"])


def as_a_document(folder: Path, name: str) -> None:
    """Write the plan as it was issued, in Word, and take its folder away."""
    loaded = load(Folder(folder / "plan")).plan
    _, make = SHAPES["word, section rows"]
    document = docx.Document(BytesIO(make(loaded)))
    document.paragraphs[0].insert_paragraph_before(loaded.header.title)
    document.save(str(folder / name))
    shutil.rmtree(folder / "plan")


def make_mistake(file: Path, old: str, new: str) -> None:
    """Make the mistake that an example is about."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def run(arguments: list[str], folder: Path, language: str, columns: int | None) -> tuple[int, list[str]]:
    """The exit code, and what a block may show: the output alone, or with what goes to stderr behind it."""
    if columns is not None:
        return on_a_terminal(arguments, folder, language, columns)
    done = plancli(*arguments, cwd=folder, PLANCLI_LANG=language)
    return done.returncode, [done.stdout, done.stdout + done.stderr]


def on_a_terminal(arguments: list[str], folder: Path, language: str, columns: int) -> tuple[int, list[str]]:
    """The same on a terminal without colours."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, columns))
    variables = environment(PLANCLI_LANG=language, NO_COLOR="1", TERM="xterm", COLUMNS=str(columns))
    with subprocess.Popen([PROGRAM, *arguments], cwd=folder, env=variables, stdout=theirs, stderr=theirs) as process:  # noqa: S603 - our own program
        os.close(theirs)
        output = b"".join(received(ours))
    os.close(ours)
    return process.returncode, [output.decode().replace("\r\n", "\n")]


def shows(shown: list[str], output: str) -> bool:
    """Whether these lines are the output, but for what they leave out and for blanks at the ends of lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line.rstrip()) + r"\n" for line in shown)
    printed = "".join(line.rstrip() + "\n" for line in output.splitlines())
    return re.fullmatch(pattern, printed) is not None


def test_a_shown_output_is_compared_line_by_line() -> None:
    """The comparison itself, which has to fail where it should."""
    assert shows(["a", "…", "d"], "a\nb\nc\nd\n")
    assert shows(["a", "…", "b"], "a\nb\n")
    assert shows([], "")
    assert not shows(["a"], "a\nb\n")
    assert not shows(["a", "…", "d"], "a\nb\nd e\n")
    assert not shows(["…", "a"], "")


@each_readme
def test_the_format_in_one_page_is_a_whole_plan_without_a_finding(readme: str, tmp_path: Path) -> None:
    """Its three files validate, infos included."""
    files = [token.content for token in tokens(readme) if token.type == "fence" and token.content.startswith("# plan/")]
    assert len(files) == 3
    for text in files:
        path = tmp_path / text.splitlines()[0].removeprefix("# ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = plancli("validate", "--fail-on", "info", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


# --- what is named ---------------------------------------------------------------------------------------


@cache
def options() -> dict[str, set[str]]:
    """The options that each command's help names; those of plancli itself under an empty name."""
    helps = {"": plancli("--help", PLANCLI_LANG="en").stdout}
    commands = re.findall(r"^  ([a-z-]+)  ", helps[""].split("Commands:")[1], flags=re.MULTILINE)
    helps |= {command: plancli(command, "--help", PLANCLI_LANG="en").stdout for command in commands}
    return {
        command: {
            option for line in re.findall(r"^  (-.*)", text, flags=re.MULTILINE) for option in OPTION.findall(line)
        }
        for command, text in helps.items()
    }


def spans(readme: str) -> Iterator[str]:
    """Every piece of code in a README: spans, and the lines of commands in blocks."""
    for token in tokens(readme):
        if token.type == "fence":
            found = re.findall(r"^(?:\$ |  - run: )?(plancli .*)", token.content, flags=re.MULTILINE)
            yield from found if token.info in {"console", "sh", "yaml"} else []
        yield from (child.content for child in token.children or () if child.type == "code_inline")


@each_readme
def test_every_command_and_option_that_is_named_exists(readme: str) -> None:
    """And every one that exists is named."""
    everywhere = set.union(*options().values())
    named: set[str] = set()
    for span in spans(readme):
        words = span.split()
        if words[0] == "plancli":
            command = "" if words[1].startswith("-") else words[1]
            assert command in options(), span
            assert set(OPTION.findall(span)) <= options()[command], span
            named |= {command}
        elif words[0].startswith("-"):
            assert set(OPTION.findall(words[0])) <= everywhere, span
        if words[0] == "plancli" or words[0].startswith("-"):
            named |= set(OPTION.findall(span))
    assert (everywhere | set(options())) - named <= {""}


def test_chinese_paragraphs_are_one_line_each() -> None:
    """A line break between Chinese characters would be shown as a space."""
    inner = [child for token in tokens("README.zh-CN.md") for child in token.children or ()]
    assert not [child for child in inner if child.type == "softbreak"]


# --- links -----------------------------------------------------------------------------------------------


def links(page: str) -> Iterator[str]:
    """What a page links to and shows."""
    for token in tokens(page):
        for child in token.children or ():
            if child.type in {"link_open", "image"}:
                yield str(child.attrs.get("href") or child.attrs.get("src"))


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    every = tokens(page)
    titles = [
        inline.content for inline, opening in zip(every[1:], every, strict=False) if opening.type == "heading_open"
    ]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    """To a file of the project, and where it names a heading, to one that is there."""
    for link in links(page):
        if "://" in link:  # elsewhere: nothing that a test without a network can follow
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(os.fspath(target.resolve().relative_to(ROOT.resolve()))), link
