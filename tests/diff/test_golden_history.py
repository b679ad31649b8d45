"""The real plan's history as a clerk would get it, in files to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import plancli
from tests.diff.history import write_history
from tests.sheets.reading import parsed, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Golden


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository."""
    return write_history(tmp_path_factory.mktemp("golden") / "project").folder


def changes(history: Path, *arguments: str) -> str:
    """What the program prints, in Chinese."""
    ran = plancli("diff", "HEAD~3..HEAD", "--lang", "zh", *arguments, cwd=history)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("by-task.txt", ()),
        ("department.txt", ("--dept", "区经信委")),
        ("comment.md", ("--format", "md")),
    ],
)
def test_printed(history: Path, golden: Golden, name: str, arguments: tuple[str, ...]) -> None:
    """Task by task, for one department, and as a comment below a pull request."""
    golden(name, changes(history, *arguments))


def test_the_revision_table_s_words(history: Path, golden: Golden) -> None:
    """The 修订对照表, a line for every row of the table and every other block."""
    page = parsed(changes(history, "--format", "html"))
    lines = [_words(node) for node in page.query("title, h1, h2, p, dl, li, tr") if not _inside(node)]
    golden("revision-table.txt", "".join(f"{line}\n" for line in lines if line))


def _inside(node: Any) -> bool:  # noqa: ANN401 - justhtml's node
    """Whether a row or an item that is printed holds it."""
    above = node.parent
    return above is not None and (above.name in {"tr", "li", "dl"} or _inside(above))


def _words(node: Any) -> str:  # noqa: ANN401 - justhtml's node
    """A block's text; a row's cells parted by bars, what stands below one another in a cell by strokes."""
    cells = [child for child in node.children if child.name in {"td", "th"}]
    return " | ".join(" / ".join(_lines(cell)) for cell in cells or [node])


def _lines(cell: Any) -> list[str]:  # noqa: ANN401 - justhtml's node
    blocks = [child for child in cell.children if child.name in {"p", "div", "li"}] or [cell]
    return [re.sub(r"\s+", " ", text_of(block)).strip() for block in blocks]
