"""The empty app that start-up is compared with: it takes every command that plancli takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench import empty
from plancli.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script that starts it, written as the bench writes it."""
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "bench.empty", str(folder)], check=True, cwd=ROOT)  # noqa: S603 - our own
    return folder / empty.SCRIPT


def test_every_command_starts(script: Path) -> None:
    """A command's name, option or default that cannot be written as Python would stop the whole bench."""
    said = subprocess.run(  # noqa: S603 - our own
        [sys.executable, str(script), "--help"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert [name for name in COMMANDS if f"  {name} " not in said] == []


def test_it_does_nothing(script: Path) -> None:
    """What is measured is the start alone."""
    said = subprocess.run([sys.executable, str(script), "validate"], check=True, capture_output=True)  # noqa: S603
    assert (said.stdout, said.stderr) == (b"", b"")
