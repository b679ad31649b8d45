"""A process in which updates are killed at every step: `main` in it, with a folder for what they leave."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from plancli.edit.update import carry_out
from tests.edit.dying import dies
from tests.edit.update_world import plan, updated


def main() -> None:
    """Leave a folder for each way to die."""
    out = Path(sys.argv[1])
    for step in count():
        (out / f"{step:03}").mkdir()
        if not dies(update, plan(out / f"{step:03}" / "plan"), step):
            break


def update(root: Path) -> None:
    """Find out what the document changes, and write it."""
    carry_out(updated(root), root)
