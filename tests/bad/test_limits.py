"""No bad file takes more than a moment or much memory: by the system's limits, and by counting what is done."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bad.test_bad import BAD
from tests.bad.worlds import said, world
from tests.cli.running import ROOT

if TYPE_CHECKING:
    from types import FrameType

MAX_CALLS = 5_000_000
"""Of functions, Python's and C's, to read one file and say what is wrong with it: five for each byte of the largest."""


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
def test_every_file_within_limits_that_kill() -> None:
    """Half a second of the processor and 300 MB are promised; four times that is the end."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bad.limited"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stdout.splitlines()[-1].split()[0], ran.stderr) == (0, list(BAD)[-1], "")


@pytest.mark.parametrize("name", [name for name, content in BAD.items() if len(content) > 20_000])
def test_what_is_done_for_a_large_file(name: str) -> None:
    """Counted, so that nothing is timed: work that grows with the square of a file would be far beyond."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}
        assert calls <= MAX_CALLS

    source = world(name, BAD[name])
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for _ in said(source):
            pass
    finally:
        sys.setprofile(before)
    assert calls > 1_000
