"""What is left on a disk when the power fails: only what was waited for is sure to be there."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    import pytest

Entries = dict[str, int]
"""The file at each path, by a number of its own."""


@dataclass(frozen=True)
class Moment:
    """A disk between two calls of a program.

    Attributes:
        entries: The names that are sure.
        pending: What was done to names since, oldest first: from and to, either of which may be none.
        sure: Contents that were waited for.
        meant: What the files hold for who reads them without a failure.
    """

    entries: Entries
    pending: tuple[tuple[str | None, str | None, int], ...]
    sure: dict[int, bytes]
    meant: dict[int, bytes]

    def after_failure(self, random: Random) -> dict[str, bytes]:
        """One of the states that a failure may leave: any of the pending names, any part of the pending contents."""
        chance = random.choice((0, 0.5, 1))
        entries = dict(self.entries)
        for source, target, number in self.pending:
            if random.random() < chance:
                entries.pop(source or "", None)
                if target:
                    entries[target] = number
        return {path: self._content(number, random) for path, number in entries.items()}

    def _content(self, number: int, random: Random) -> bytes:
        meant = self.meant[number]
        return self.sure[number] if number in self.sure else meant[: random.choice((0, len(meant) // 2, len(meant)))]


@dataclass
class Disk:
    """Watches what a program does to the files below a folder."""

    root: Path
    moments: list[Moment] = field(default_factory=list)
    _sure: Entries = field(default_factory=dict)
    _now: Entries = field(default_factory=dict)
    _pending: list[tuple[str | None, str | None, int]] = field(default_factory=list)
    _contents: dict[int, bytes] = field(default_factory=dict)
    _meant: dict[int, bytes] = field(default_factory=dict)
    _open: dict[int, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """What is there is on the disk."""
        for path in sorted(each for each in self.root.rglob("*") if each.is_file()):
            number = len(self._sure)
            self._sure[self._name(path)] = self._now[self._name(path)] = number
            self._contents[number] = self._meant[number] = path.read_bytes()

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Note every call from now on."""
        noted: dict[str, Callable[..., None]] = {
            "open": self._opened,
            "fsync": self._synced,
            "replace": self._replaced,
            "unlink": self._unlinked,
        }
        for name, note in noted.items():
            patch.setattr(os, name, self._noting(getattr(os, name), note))
        self._note()

    def _noting(self, call: Callable[..., Any], noted: Callable[..., None]) -> Callable[..., Any]:
        def calling(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the call takes and gives
            self._note()
            given = call(*arguments, **options)
            noted(given, *arguments, **options)
            self._note()
            return given

        return calling

    def _note(self) -> None:
        for name, number in self._now.items():
            if (self.root / name).is_file():
                self._meant[number] = (self.root / name).read_bytes()
        self.moments.append(Moment(dict(self._sure), tuple(self._pending), dict(self._contents), dict(self._meant)))

    def _name(self, path: Path | str) -> str:
        return Path(path).relative_to(self.root).as_posix()

    def _opened(self, handle: int, path: Path | str, *_: object, **__: object) -> None:
        self._open[handle] = Path(path)
        if Path(path).is_file() and self._name(path) not in self._now:
            number = len(self._meant)
            self._meant[number] = b""
            self._change(None, self._name(path), number)

    def _replaced(self, _: None, source: Path, target: Path) -> None:
        self._change(self._name(source), self._name(target), self._now[self._name(source)])

    def _unlinked(self, _: None, path: Path) -> None:
        self._change(self._name(path), None, self._now[self._name(path)])

    def _change(self, source: str | None, target: str | None, number: int) -> None:
        self._pending.append((source, target, number))
        self._now.pop(source or "", None)
        if target:
            self._now[target] = number

    def _synced(self, _: None, handle: int) -> None:
        path = self._open[handle]
        if path.is_file():
            self._contents[self._now[self._name(path)]] = path.read_bytes()
            return
        inside = [each for each in self._pending if (self.root / (each[1] or each[0] or "")).parent == path]
        for source, target, number in inside:
            self._sure.pop(source or "", None)
            if target:
                self._sure[target] = number
        self._pending = [each for each in self._pending if each not in inside]
