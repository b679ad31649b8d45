"""The files that an update changes, as they are worked out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancli.edit.rename import spliced, text_of
from plancli.edit.update_lists import UnfitError
from plancli.edit.update_refusals import UnfitFileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.source.edits import Edit
    from plancli.source.folder import Source


@dataclass
class Files:
    """Files that change.

    Attributes:
        source: Where they are; they load.
        shown: How a path of the plan is told.
        before: What was read from them.
        contents: What they shall hold; None for those that are deleted.
    """

    source: Source
    shown: Callable[[str], str]
    before: dict[str, bytes] = field(default_factory=dict)
    contents: dict[str, bytes | None] = field(default_factory=dict)

    def splice(self, path: str, edits: Callable[[str], tuple[Edit, ...]]) -> None:
        """Change a file at its places.

        Raises:
            UnfitFileError: Where it is written in a way that cannot be edited.
        """
        before = self._read(path)
        try:
            after = spliced(before, edits(text_of(before)))
        except UnfitError as error:
            raise UnfitFileError(file=self.shown(path)) from error
        if after != before:
            self.before[path], self.contents[path] = before, after

    def delete(self, path: str) -> None:
        """Delete a file."""
        self.before[path], self.contents[path] = self._read(path), None

    def _read(self, path: str) -> bytes:
        content = self.source.read(path)
        assert isinstance(content, bytes)  # noqa: S101 - else it would not have loaded
        return content
