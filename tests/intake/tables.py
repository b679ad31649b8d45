"""Documents of a table and some lines, written as text, and what they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plancli.intake.document import Cell, Document, Paragraph, Spot, Table
from plancli.intake.interpret import Interpretation, interpret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.intake.answers import Answers

TITLE = "甲区2026年工作要点"


def matrix(text: str, number: int = 1) -> Table:
    """A table whose cells are parted by |; < is merged with the cell to the left, ^ with the one above."""
    rows: list[tuple[Cell, ...]] = []
    for at, line in enumerate(text.split("\n"), 1):
        row: list[Cell] = []
        for column, said in enumerate(line.split("|"), 1):
            match said:
                case "<":
                    row.append(row[-1])
                case "^":
                    row.append(rows[-1][column - 1])
                case _:
                    row.append(Cell(said.replace("\\n", "\n"), Spot(number, at, column)))
        rows.append(tuple(row))
    return Table(tuple(rows), number)


def read(table: str, *around: str, answers: Answers | None = None, title: str = TITLE) -> Interpretation:
    """What a table makes, with paragraphs before it and, where they begin with 注, behind it."""
    blocks = [Paragraph(text, Spot(row=at)) for at, text in enumerate((title, *around), 1) if text]
    behind = [each for each in blocks if each.text.startswith("注")]
    before = [each for each in blocks if each not in behind]
    return interpret(Document((*before, matrix(table), *behind)), answers)


def tasks(found: Interpretation) -> list[Mapping[str, Any]]:
    """The tasks' files, in the order of the outline."""
    assert found.draft, found.refusals
    return [value for path, value in found.draft.files.items() if path.startswith("tasks/")]


def task(found: Interpretation) -> Mapping[str, Any]:
    """The only task's file."""
    (value,) = tasks(found)
    return value


def outline(found: Interpretation) -> list[Any]:
    """Headings, each with the headings below it, or with its tasks."""
    assert found.draft, found.refusals
    return [_section(each) for each in found.draft.files["plan.yaml"]["outline"]]


def _section(section: Mapping[str, Any]) -> tuple[str, list[Any]]:
    below = [_section(each) for each in section.get("sections", ())]
    return section["heading"], below or section["tasks"]


def told(found: Interpretation) -> list[tuple[str, str, int]]:
    """What is noted, with its words and numbers."""
    return [(each.kind, each.text, each.count) for each in found.notes]


def doubts(found: Interpretation) -> list[tuple[str, str]]:
    """Why a person should look, and at which words."""
    return [(code, each.text) for each in found.accounts for code in each.unsure]
