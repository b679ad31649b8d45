"""`python -m tests.bad.limited`: read every bad file within limits that kill; print its name first, and what it took.

In a process of its own: what passes a limit is killed by the system, and the last name printed is the file.
"""

from __future__ import annotations

import resource
import signal
from pathlib import Path

from tests.bad.worlds import bad, said, world

SECONDS = 2.0
"""Of the processor, for one file: four times what is promised, so that a slow machine is no mistake."""

BYTES = 300_000_000
"""Of memory, beyond what the program takes anyway."""


def main() -> None:
    """Read them all."""
    files = bad()
    taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + BYTES, taken + BYTES))
    for name, content in files.items():
        print(name, end=" ", flush=True)  # noqa: T201 - for the process that waits for this one
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        for _ in said(world(name, content)):
            pass
        left, _ = signal.setitimer(signal.ITIMER_PROF, 0)
        print(f"{max(SECONDS - left, 0):.3f}")  # noqa: T201 - likewise


if __name__ == "__main__":
    main()
