"""An update is made or not made, whenever who makes it dies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plancli.edit.recover import recover
from plancli.edit.refusals import ChangedError
from plancli.edit.update import carry_out
from plancli.errors import InterruptedWriteError
from plancli.loading.loader import load
from plancli.source.folder import JOURNAL, Folder
from tests.edit.update_world import NEW, OLD, plan, updated
from tests.edit.worlds import contents

ROOT = Path(__file__).parents[2]


def texts(root: Path) -> dict[str, str]:
    """What every file of a folder says, but for those that an interrupted change has staged."""
    return {
        path: content.decode()
        for path, content in contents(root).items()
        if not path.rpartition("/")[2].startswith(".")
    }


def test_all_files_or_none(tmp_path: Path) -> None:
    """Killed before every call of the system: what is half new is never read, and recovered it is all new."""
    program = "from tests.edit.dying_update import main; main()"
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, check=True)  # noqa: S603 - our own program
    ends = set()
    for world in sorted(tmp_path.iterdir()):
        root = world / "plan"
        interrupted = (root / JOURNAL).exists()
        if interrupted:
            with pytest.raises(InterruptedWriteError):
                load(Folder(root))
        else:
            assert texts(root) in (OLD, NEW), world.name
        recover(root)
        found = contents(root)
        assert {path: content.decode() for path, content in found.items()} in (OLD, NEW), world.name
        ends.add((interrupted, texts(root) == NEW))
    assert ends == {(False, False), (True, True), (False, True)}


def test_a_file_that_somebody_edits_meanwhile(tmp_path: Path) -> None:
    """Is left as it is, and so are all others."""
    root = plan(tmp_path / "plan")
    update = updated(root)
    (root / "tasks/绿色金融.yaml").write_text(OLD["tasks/绿色金融.yaml"] + "# 刚写的\n", encoding="utf-8")
    before = contents(root)
    with pytest.raises(ChangedError):
        carry_out(update, root)
    assert contents(root) == before
