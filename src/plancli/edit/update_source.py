"""A plan as it would be, wherever it comes from: a folder, a revision, or nothing but a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.source.folder import SUFFIX, TASK_FOLDER, Unreadable, blob_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.source.folder import Source


@dataclass(frozen=True)
class Overlaid:
    """A source, some of whose files are in memory.

    Attributes:
        contents: What those hold; None for those that are gone.
        base: Where all others are; None for nowhere.
    """

    contents: Mapping[str, bytes | None]
    base: Source | None = None

    def read(self, path: str) -> bytes | Unreadable:
        """What stands in a file, or would."""
        if path in self.contents or self.base is None:
            content = self.contents.get(path)
            return Unreadable("missing") if content is None else content
        return self.base.read(path)

    def task_paths(self) -> list[str]:
        """As there are, or would be."""
        there = self.base.task_paths() if self.base else ()
        made = {path for path in self.contents if path.startswith(f"{TASK_FOLDER}/") and path.endswith(SUFFIX)}
        return sorted(path for path in {*there, *made} if self.contents.get(path, b"") is not None)

    def other_paths(self) -> list[str]:
        """As the other files have it."""
        return self.base.other_paths() if self.base else []

    def identities(self) -> dict[str, str]:
        """Of what is in memory, the name that git would give it."""
        found = dict(self.base.identities()) if self.base else {}
        algorithm = getattr(self.base, "algorithm", "sha1")
        for path, content in self.contents.items():
            if content is None:
                found.pop(path, None)
            else:
                found[path] = blob_id(content, algorithm)
        return found
