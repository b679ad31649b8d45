"""Every doubt and every refusal has its words: one without would be a traceback before the person who should look."""

from __future__ import annotations

import ast
import inspect
import re
from typing import TYPE_CHECKING, get_args

import pytest

from plancli.cli import update
from plancli.intake import (
    accounts,
    block_kinds,
    blocks,
    document,
    drafts,
    due_cells,
    duties,
    duty_content,
    goals,
    inline,
    interpret,
    numbering,
    outline,
    paragraphs,
    refusals,
    row,
    rows,
    task_files,
    unit_reading,
    units,
)
from plancli.intake.doubts import DOUBTS, NOTES, REFUSALS
from plancli.intake.targets import clause, nouns, reading
from plancli.prose.comparators import Comparator
from plancli.views.imports import WENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

OTHERS = (accounts.Went, document.NoteKind, refusals.Why, Comparator, numbering.Family)
NO_DOUBTS = {each for kind in OTHERS for each in get_args(kind)}
MODULES = (
    block_kinds,
    blocks,
    duties,
    duty_content,
    due_cells,
    goals,
    inline,
    paragraphs,
    units,
    unit_reading,
    row,
    rows,
    drafts,
    task_files,
    outline,
    interpret,
    reading,
    clause,
    nouns,
    update,
)


def codes(module: ModuleType) -> Iterator[str]:
    """What a module calls the reasons for its doubts: words with hyphens between them."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"^[a-z]+(?:-[a-z]+)+$", node.value)


@pytest.mark.parametrize("module", MODULES)
def test_every_doubt_has_words(module: ModuleType) -> None:
    """Whichever module has it."""
    found = set(codes(module)) - NO_DOUBTS
    assert found <= DOUBTS.keys()


def test_no_words_without_a_doubt() -> None:
    """What nobody doubts any more needs no words."""
    assert {code for module in MODULES for code in codes(module)} >= DOUBTS.keys()


def test_every_refusal_and_every_place_has_words() -> None:
    """No more and no fewer."""
    assert REFUSALS.keys() == set(get_args(refusals.Why))
    assert NOTES.keys() == set(get_args(document.NoteKind))
    assert WENT.keys() == set(get_args(accounts.Went))
