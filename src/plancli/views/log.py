"""A task's history as its readers see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancli.views.changes import ChangedTask


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A commit and what it changed in a task.

    Attributes:
        commit: The commit's full id.
        short: As much of it as names it.
        date: When it was made, by its author's clock: `2026-03-01`.
        author: By whom.
        subject: The first line of its message.
        task: The task, with what changed in it.
    """

    commit: str
    short: str
    date: str
    author: str
    subject: str
    task: ChangedTask
