"""Real repositories, and a git that knows nothing of who runs the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.source.repositories import Worktree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True, scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's settings: a file of the tests' own. No repository is found above their folders."""
    path = tmp_path_factory.mktemp("settings") / "gitconfig"
    path.write_text("[init]\n\tdefaultBranch = main\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(path))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp()))
        yield path


@pytest.fixture
def project(tmp_path: Path) -> Worktree:
    """A repository without a commit."""
    return Worktree.made(tmp_path / "project")
