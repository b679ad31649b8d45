"""A plan that is not there yet: what the first revision is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from plancli.source.folder import PLAN_FILE, REGISTER_FILE, Unreadable

_EMPTY = {
    PLAN_FILE: b'format: 1\ntitle: "-"\nperiod: {start: 1900, end: 2199}\noutline: []\n',
    REGISTER_FILE: b"departments: []\n",
}


@dataclass(frozen=True, slots=True)
class Nothing:
    """A source without tasks, which reads without a mistake."""

    def read(self, path: str) -> bytes | Unreadable:
        """An empty header and register, and nothing else."""
        return _EMPTY.get(path, Unreadable("missing"))

    def task_paths(self) -> list[str]:
        """None."""
        return []

    def other_paths(self) -> list[str]:
        """None."""
        return []

    def identities(self) -> dict[str, str]:
        """Of the two files: equal to no other file's."""
        return {path: f"!{path}:nothing" for path in _EMPTY}
