"""Write what a document makes of a plan: a new folder with all of its files, or none."""

from __future__ import annotations

import json
import secrets
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.edit.drafted import Drafted
from plancli.edit.format_tree import canonical
from plancli.edit.refusals import EditError
from plancli.edit.staging import settle_folders, worded
from plancli.loading.loader import load
from plancli.messages import N_
from plancli.model.shapes import shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from plancli.intake.drafts import Draft
    from plancli.loading.loader import Loaded


class FolderInUseError(EditError):
    """A new plan was to be made where something is already."""

    message = N_("{folder} is not an empty folder")
    help = N_("name a new folder, or for an update the one with plan.yaml: --into FOLDER")


@dataclass(frozen=True, slots=True)
class Imported:
    """A new plan, before it is written.

    Attributes:
        root: Its folder, which does not exist yet or is empty.
        files: What each file holds, by its path in the folder.
        loaded: The plan as it then is.
    """

    root: Path
    files: Mapping[str, bytes]
    loaded: Loaded

    @property
    def errors(self) -> int:
        """How many errors it has that keep a part of it from being read: a document may say what no plan can."""
        if not self.loaded.findings:
            return 0
        from plancli.rules import BY_FUNCTION  # noqa: PLC0415 - the table of rules takes long to import

        return sum(BY_FUNCTION[function].severity is Severity.ERROR for function, _ in self.loaded.findings)


def require_free(root: Path) -> None:
    """Check that a new plan can have a folder: it is not there yet, or empty.

    Raises:
        FolderInUseError: When something is in it.
    """
    if root.is_symlink() or (root.exists() and not (root.is_dir() and not any(root.iterdir()))):
        raise FolderInUseError(folder=root.as_posix())


def importing(draft: Draft, root: Path) -> Imported:
    """Find out what a document makes, without writing anything.

    Args:
        draft: What was read.
        root: The folder of the new plan.

    Raises:
        FolderInUseError: When something is in it.
    """
    require_free(root)
    files = written(draft)
    return Imported(root, files, load(Drafted(root, contents=files)))


def written(draft: Draft) -> dict[str, bytes]:
    """What each file of a new plan holds."""
    return {
        path: canonical(json.dumps(value, ensure_ascii=False), shape_of(path)).encode()
        for path, value in draft.files.items()
    }


def create(imported: Imported) -> None:
    """Write a new plan: beside its place first, so that nobody ever sees half of it.

    Raises:
        CannotWriteError: When the system refuses; then nothing is left.
    """
    root = imported.root
    with worded(root):
        root.parent.mkdir(parents=True, exist_ok=True)
        beside = root.parent / f".plancli-{secrets.token_hex(8)}.tmp"
        try:
            for path, content in imported.files.items():
                file = beside / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            if root.exists():
                root.rmdir()
            beside.rename(root)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    settle_folders([root.parent])
