"""A plan as it would be: what an edit makes of it is loaded before it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancli.source.folder import SUFFIX, TASK_FOLDER, Folder, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Drafted(Folder):
    """A plan's folder as it would be.

    Attributes:
        contents: Of files that are in memory; None for those that are gone.
    """

    contents: Mapping[str, bytes | None] = field(default_factory=dict)

    def read(self, path: str) -> bytes | Unreadable:
        """What stands in a file, or would."""
        content = self.contents[path] if path in self.contents else super().read(path)
        return Unreadable("missing") if content is None else content

    def task_paths(self) -> list[str]:
        """As there are, or would be."""
        drafted = {path for path in self.contents if path.startswith(f"{TASK_FOLDER}/") and path.endswith(SUFFIX)}
        return sorted(path for path in {*super().task_paths(), *drafted} if self.contents.get(path, b"") is not None)
