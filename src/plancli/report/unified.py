"""Changes of files as a unified diff: what a command would write, before it does."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from io import StringIO
from typing import TYPE_CHECKING

from plancli.report.colour import painter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.report.colour import Role


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after.

    Attributes:
        old: What it is called before, as the reader sees it.
        new: What it is called then.
        before: What it holds.
        after: What it would hold.
    """

    old: str
    new: str
    before: str
    after: str


_LEVELS: dict[str, Role] = {"+": "inserted", "-": "deleted", "@": "gutter"}


def unified(changes: Iterable[FileChange], *, colour: bool = False) -> str:
    """Changes as `patch` and git read them; a file that is only renamed is two lines."""
    paint = painter(colour=colour)
    lines = []
    for line in (line for change in changes for line in _lines(change)):
        role: Role | None = "message" if line.startswith(("---", "+++", "rename")) else _LEVELS.get(line[:1])
        lines.append(paint(role, line) if role else line)
    return "".join(f"{line}\n" for line in lines)


def _lines(change: FileChange) -> Iterator[str]:
    if change.old != change.new:
        yield f"rename from {change.old}"
        yield f"rename to {change.new}"
    before, after = (list(StringIO(text)) for text in (change.before, change.after))  # only line feeds end lines
    for line in unified_diff(before, after, change.old, change.new):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
