"""The installed program, run as a user runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = shutil.which("plancli", path=str(Path(sys.executable).parent)) or "plancli"

NEUTRAL = {
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "LANGUAGE",
    "PLANCLI_LANG",
    "PLANCLI_PLAN",
    "NO_COLOR",
    "GITHUB_STEP_SUMMARY",
}


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without what would change the program's language or colours."""
    kept = {name: value for name, value in os.environ.items() if name not in NEUTRAL and not name.startswith("PYTHON")}
    return {**kept, "LC_ALL": "zh_CN.UTF-8", **changes}


def plancli(*arguments: str, cwd: Path = ROOT, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the program; its output is read as UTF-8."""
    return subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, *arguments],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
