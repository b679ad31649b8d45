"""A job's checkout, and a git that knows nothing of who runs the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ci.running import Checkout

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """As a job finds it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return Checkout.made(tmp_path)
