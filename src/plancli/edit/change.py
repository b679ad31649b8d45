"""Carry out the steps of a change: the same way when they are first made, taken back, and finished after a crash."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from plancli.edit import journal
from plancli.edit.refusals import ChangedError
from plancli.edit.staging import discard, settle_folders, sweep, worded
from plancli.model.identifiers import folded
from plancli.source.folder import Folder, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from plancli.edit.journal import Step

State = Literal["before", "after", "neither"]


def digest(content: bytes | None) -> str | None:
    """What stands for a file's content in a journal; None for no file."""
    return None if content is None else sha256(content).hexdigest()


@dataclass(frozen=True)
class Change:
    """Steps on the files of a plan, whose new contents are staged.

    Attributes:
        root: The plan's folder.
        steps: At most one for each file.
    """

    root: Path
    steps: tuple[Step, ...]

    def target(self, step: Step) -> Path:
        """The file that a step is about."""
        return self.root / step.path

    def staged(self, step: Step) -> Path | None:
        """The file that will take its place."""
        return self.target(step).with_name(step.staged) if step.staged else None

    @cached_property
    def _alike(self) -> frozenset[str]:
        """Paths that some file systems take for one: a file is renamed, and only its case changes."""
        count = Counter(folded(step.path) for step in self.steps)
        return frozenset(step.path for step in self.steps if count[folded(step.path)] > 1)

    def state(self, step: Step) -> State:
        """Which of its two contents a file has."""
        target = self.target(step)
        if step.path in self._alike and target.name not in {each.name for each in target.parent.iterdir()}:
            found: str | None = None
        else:
            found = digest_at(target)
        return "before" if found == step.before else "after" if found == step.after else "neither"

    def require_untouched(self) -> None:
        """Raise `ChangedError` unless every file still holds what it was read as."""
        for step in self.steps:
            if self.state(step) != "before":
                raise ChangedError(file=self.target(step).as_posix())

    def carry_out(self) -> None:
        """Bring every file to what it shall hold, and forget the journal.

        Raises:
            ChangedError: Where a file holds something else than before: somebody wrote it since.
            CannotWriteError: When the system refuses.
        """
        for step in sorted(self.steps, key=lambda step: step.after is not None):  # first what is deleted: see _alike
            self._make(step)
        settle_folders(self.target(step).parent for step in self.steps)
        journal.remove(self.root)
        sweep(self.root)

    def _make(self, step: Step) -> None:
        state, target, staged = self.state(step), self.target(step), self.staged(step)
        if state == "neither":
            raise ChangedError(file=target.as_posix())
        if state == "before":
            with worded(target):
                if staged is None:
                    target.unlink()
                else:
                    staged.replace(target)

    def give_up(self) -> None:
        """Forget the journal, then what was staged; the files stay as they are.

        Raises:
            CannotWriteError: When the system refuses.
        """
        journal.remove(self.root)
        discard(filter(None, map(self.staged, self.steps)))


def digest_at(path: Path) -> str | None:
    """What stands for the content of a file; of what is no readable file, something that no content has."""
    content = Unreadable("special") if path.is_symlink() else Folder(path.parent).read(path.name)
    if isinstance(content, Unreadable):
        return None if content.case == "missing" else content.case
    return digest(content)
