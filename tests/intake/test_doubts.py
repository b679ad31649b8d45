"""Every doubt and every refusal has its words: one without would be a traceback before the person who should look."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from typing import TYPE_CHECKING, get_args

import pytest

from plancli import intake
from plancli.cli import update
from plancli.intake import accounts, columns, document, numbering, refusals, targets
from plancli.intake.doubts import DOUBTS, NOTES, REFUSALS
from plancli.prose.comparators import Comparator
from plancli.views.imports import WENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

OTHERS = (accounts.Went, columns.Reason, document.NoteKind, refusals.Why, Comparator, numbering.Family)
NO_DOUBTS = {each for kind in OTHERS for each in get_args(kind)}
NOT_OF_DOUBTS = {
    f"plancli.intake.{name}"
    for name in ("doubts", "refusals", "cards", "column_words", "columns", "columns_together", "numbering")
}
"""Where the words of doubts stand, the reasons of refusals, and why a column's heading or a number is unsure."""
ROOMS = ((intake, "plancli.intake."), (targets, "plancli.intake.targets."))
MODULES = (
    update,
    *(
        importlib.import_module(found.name)
        for room, name in ROOMS
        for found in pkgutil.iter_modules(room.__path__, name)
        if not (found.ispkg or found.name in NOT_OF_DOUBTS)
    ),
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
