"""The real plan in the shapes of other offices' documents: each is imported back to the same plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.intake.answers import Answers
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import interpret
from plancli.loading.loader import Loaded, load
from plancli.source.folder import Folder
from tests.intake.shapes import SHAPES, TITLE
from tests.intake.test_real_plan import PLAN, written
from tests.support import Memory

if TYPE_CHECKING:
    from pathlib import Path

    from plancli.model.task import Task

BRACKETS = {"word, prose", "text, prose", "a column for all duties", "duties in the text"}
"""Shapes that cannot say that nobody is responsible (——): they only do not say who is."""


@pytest.fixture(scope="module")
def committed() -> Loaded:
    """The plan as people keep it."""
    return load(Folder(PLAN))


def expected(name: str, task: Task) -> dict[str, object]:
    """What a shape says of a task."""
    keys = {key: getattr(task, key) for key in ("title", "text", "lead", "responsible", "support", "duty", "due")}
    keys["notes"] = dict(task.notes)
    if name in BRACKETS:
        keys["responsible"] = task.responsible or None
    if name == "a column for deadlines":
        keys["due"] = "2027"
    if name == "a column for support":
        keys["responsible"], keys["support"] = None, task.responsible
    if name == "columns for years":
        keys["notes"] = {"2026年目标": "完成过半", "2027年目标": "全部完成"}
    return keys


@pytest.mark.parametrize("name", SHAPES)
def test_the_same_plan(name: str, committed: Loaded, tmp_path: Path) -> None:
    """Outline, ids, texts, units, duties, targets; what the shape has besides is where it belongs."""
    file, make = SHAPES[name]
    (tmp_path / file).write_bytes(make(committed.plan))
    found = interpret(read_document(tmp_path / file), Answers(TITLE))
    made = load(Memory(dict(written(found)))).plan
    assert made.header.outline == committed.plan.header.outline
    assert {each.name: each.kind for each in made.register.entries if hasattr(each, "kind")} == {
        each.name: each.kind for each in committed.plan.register.entries if hasattr(each, "kind")
    }
    for task in committed.plan.tasks:
        other = made.by_id[task.id]
        said = {key: getattr(other, key) for key in expected(name, task)}
        said["due"] = str(other.due) if other.due else None
        said["notes"] = dict(other.notes)
        assert said == expected(name, task)
        assert [(each.indicator, each.quote, each.due) for each in other.targets] == [
            (each.indicator, each.quote, each.due) for each in task.targets
        ]


DOUBTS = {
    "word, rows over two pages": {"row-went-on"},
    "broken lines": {"lines-joined"},
    "columns for years": {"goal-in-words"},
}


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_unsure(name: str, committed: Loaded, tmp_path: Path) -> None:
    """Only what a careful person would look at: rows that go on, lines that were joined, goals without a number."""
    file, make = SHAPES[name]
    (tmp_path / file).write_bytes(make(committed.plan))
    found = interpret(read_document(tmp_path / file), Answers(TITLE))
    assert {why for each in found.accounts for why in each.unsure} == {"indicator-restored", *DOUBTS.get(name, ())}
