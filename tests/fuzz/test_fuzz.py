"""The fuzzer runs, and a few hundred of its files break nothing: `make fuzz` tries more."""

from __future__ import annotations

import pytest

from fuzz.mutation import CHANGES, Mutator
from fuzz.targets import PATHS, SOUND, TARGETS

SEEDS = [bytes([index]) + SOUND[path] for index, path in enumerate(PATHS)]


@pytest.mark.parametrize(("target", "files"), [("load", 150), ("render", 60), ("fmt", 150)])
def test_changed_files_break_nothing(target: str, files: int) -> None:
    """The same files on every run: chance begins at one place."""
    mutator = Mutator(2026, SEEDS)
    for _ in range(files):
        TARGETS[target](mutator.fresh())


@pytest.mark.parametrize("change", dict.fromkeys(CHANGES), ids=lambda change: change.__name__)
def test_every_change_changes_something(change: object) -> None:
    """And none breaks on a file without a byte."""
    assert callable(change)
    mutator = Mutator(0, SEEDS)
    assert any(change(SEEDS[0], mutator) != SEEDS[0] for _ in range(20))
    assert isinstance(change(b"", mutator), bytes)


@pytest.mark.parametrize("content", [b"", b"\0", b"\xff\xff"])
@pytest.mark.parametrize("target", TARGETS)
def test_the_smallest_files(target: str, content: bytes) -> None:
    """No byte that tells whose place it takes, and none behind it."""
    TARGETS[target](content)
