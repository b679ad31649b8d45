"""The document that was issued gives the plan that people made of it by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plancli.edit.format_tree import canonical
from plancli.intake.answers import Answers
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import Interpretation, interpret
from plancli.loading.loader import Loaded, load
from plancli.model.shapes import shape_of
from plancli.source.folder import Folder
from tests.support import Memory

SOURCE = Path(__file__).parent / "data" / "yuzhong-green-industry-tasks.txt"
PLAN = Path(__file__).parents[2] / "plan"
TITLE = "渝中区加快推动绿色产业高质量发展三年行动计划（2025—2027年）"


@pytest.fixture(scope="module")
def committed() -> Loaded:
    """The plan as people keep it."""
    return load(Folder(PLAN))


@pytest.fixture(scope="module")
def interpreted() -> Interpretation:
    """What the document says."""
    return interpret(read_document(SOURCE), Answers(TITLE))


@pytest.fixture(scope="module")
def imported(interpreted: Interpretation) -> Loaded:
    """The plan that it makes."""
    assert interpreted.draft
    return load(Memory(dict(written(interpreted))))


def written(interpreted: Interpretation) -> dict[str, str]:
    """The files that it makes."""
    assert interpreted.draft
    return {
        path: canonical(json.dumps(value, ensure_ascii=False), shape_of(path))
        for path, value in interpreted.draft.files.items()
    }


def test_the_outline(committed: Loaded, imported: Loaded) -> None:
    """Headings and ids, in their order."""
    assert imported.plan.header.outline == committed.plan.header.outline
    assert imported.plan.header.roles == committed.plan.header.roles
    assert imported.plan.header.run_in_titles


def test_texts_and_units(committed: Loaded, imported: Loaded) -> None:
    """Titles, texts, who leads, who is responsible, the phrase that closes the cell."""
    for task in committed.plan.tasks:
        other = imported.plan.by_id[task.id]
        assert (other.title, other.text) == (task.title, task.text)
        assert (other.lead, other.responsible, other.support) == (task.lead, task.responsible, task.support)
        assert other.duty == task.duty


def test_who_is_named(committed: Loaded, imported: Loaded) -> None:
    """The same offices of the same kinds, and the same groups with the members that their names tell."""
    register, made = committed.plan.register, imported.plan.register
    assert {each.name: each.kind for each in made.departments} == {
        each.name: each.kind for each in register.departments
    }
    assert {each.name: each for each in made.groups} == {each.name: each for each in register.groups}


def test_targets(committed: Loaded, imported: Loaded) -> None:
    """Every target with comparator, value, unit, words and all else, and no false one; people chose the ids."""
    for task in committed.plan.tasks:
        made = imported.plan.by_id[task.id].targets
        assert [each.model_copy(update={"id": "", "confirmed": True}) for each in made] == [
            each.model_copy(update={"id": ""}) for each in task.targets
        ]
        assert not any(each.confirmed for each in made)
