"""The real plan's history, once a session, and a git that knows nothing of who runs the tests."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.diff.history import write_history
from tests.source.repositories import Worktree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def _own_git(folder: Path) -> Iterator[None]:
    path = folder / "gitconfig"
    path.write_text("[init]\n\tdefaultBranch = main\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(path))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
        yield


@pytest.fixture(autouse=True, scope="module")
def own_git(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The user's settings are the tests' own, and no repository is found above their folders."""
    with _own_git(tmp_path_factory.mktemp("settings")):
        yield


@pytest.fixture(scope="session")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the real plan and three revisions of it. Left as it is."""
    with _own_git(tmp_path_factory.mktemp("settings")):
        return write_history(tmp_path_factory.mktemp("history") / "project").folder


@pytest.fixture
def copied(history: Path, tmp_path: Path) -> Worktree:
    """That repository, to change."""
    shutil.copytree(history, tmp_path / "project")
    return Worktree(tmp_path / "project")
