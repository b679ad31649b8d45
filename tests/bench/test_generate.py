"""The plan that is measured: always the same, and sound."""

from __future__ import annotations

from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from bench.generate import DEPARTMENTS, ONLY_GROUPS, WITH_TARGETS, Pool, files, take_apart, write
from plancli.project import Project, load

if TYPE_CHECKING:
    from plancli.model.task import Task

TASKS = 300
REAL = Path(__file__).parents[2] / "plan"


@pytest.fixture(scope="module")
def pool() -> Pool:
    """What plans are made of."""
    return take_apart(REAL)


@pytest.fixture(scope="module")
def project(pool: Pool, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A generated plan, loaded."""
    folder = tmp_path_factory.mktemp("generated") / "plan"
    write(folder, TASKS, pool)
    return load(folder)


def test_the_same_every_time(pool: Pool) -> None:
    """Else no two figures could be compared."""
    assert list(files(TASKS, pool)) == list(files(TASKS, take_apart(REAL)))


def test_without_errors(project: Project) -> None:
    """A plan with errors would measure how errors are told."""
    assert [each.message for each in project.diagnostics("en") if each.severity == "error"] == []


def test_every_quantity_is_modelled_and_nobody_is_unused(project: Project) -> None:
    """What is found is what was meant to be: tasks for which only groups answer, the real plan's sentences again."""
    found = {each.rule for each in project.diagnostics("en")}
    assert found <= {"unattributable-responsibility", "elided-group-prefix", "mixed-punctuation", "duplicate-text"}


def test_like_the_real_plan(project: Project) -> None:
    """As long, as many units, as many targets: a task costs what a real one does."""
    made, real = project.plan.tasks, load(REAL).plan.tasks

    def sizes(tasks: tuple[Task, ...]) -> list[float]:
        units = [len(task.units("lead")) + len(task.units("responsible")) for task in tasks]
        return [mean(len(task.text) for task in tasks), mean(units), mean(len(task.targets) for task in tasks)]

    assert sizes(made) == pytest.approx(sizes(real), rel=0.25)
    assert mean(bool(task.targets) for task in made) == pytest.approx(WITH_TARGETS, abs=0.1)
    assert len(project.plan.unattributable) / TASKS == pytest.approx(ONLY_GROUPS, abs=0.05)
    assert len(project.plan.register.departments) == DEPARTMENTS


def test_headings_are_nested(project: Project) -> None:
    """Every task is listed, under headings that stand under headings."""
    assert len(project.plan.positions) == TASKS
    assert max(len(position.sections) for position in project.plan.positions.values()) > 1
