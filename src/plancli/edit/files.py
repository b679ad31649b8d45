"""Files of tasks that are to be edited: read with care, and loaded as they are or as they would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.edit.drafted import Drafted
from plancli.edit.refusals import SPECIAL, FaultyTaskError, LinkError, MissingTaskError, UnreadableTaskError
from plancli.loading.loader import begin
from plancli.model.plan import task_path
from plancli.source.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from plancli.diagnostics import Finding
    from plancli.loading.faults import Fault
    from plancli.loading.loader import Loaded


def read(root: Path, task: str) -> bytes:
    """The content of a task's file, which must be a file and no link to one.

    Raises:
        EditError: Where it is not, or cannot be read.
    """
    path = root / task_path(task)
    shown = path.as_posix()
    if not {"/", "\\", "\0"}.isdisjoint(task):  # an id is a file's name, and leads to no other folder
        raise MissingTaskError(file=shown)
    if path.is_symlink():
        raise LinkError(file=shown)
    content = Folder(root).read(task_path(task))
    if isinstance(content, bytes):
        return content
    if content.case == "denied":
        raise UnreadableTaskError(file=shown, reason=content.reason)
    if content.case == "special":
        raise UnreadableTaskError(SPECIAL, file=shown)
    raise (MissingTaskError if content.case == "missing" else FaultyTaskError)(file=shown)


class Loader:
    """Loads tasks of a plan from contents that may differ from what its folder holds."""

    def __init__(self, root: Path) -> None:
        """Read what tasks are loaded with: the plan's heading and register."""
        self._root = root
        self._begun = begin(Folder(root))

    def __call__(self, contents: Mapping[str, bytes]) -> Loaded:
        """Load the tasks of these files."""
        return begin(Drafted(self._root, contents=contents), self._begun).load(contents)


def found_in(loaded: Loaded, path: str) -> Iterator[tuple[Fault, Finding]]:
    """What loading found in a file."""
    yield from (each for each in loaded.findings if each[1].place.path == path)
