"""Give a task another id: its file another name, and its entries in the outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.edit.drafted import Drafted
from plancli.edit.files import read
from plancli.edit.refusals import UnsafeRenameError
from plancli.edit.rename import Renaming, faulty, findings, spliced, text_of
from plancli.edit.rename_ids import require_free, require_known, require_sound
from plancli.edit.respell import respelled
from plancli.edit.rewrite import Rewrite
from plancli.edit.splice import insertion
from plancli.loading.loader import begin, load
from plancli.model.plan import HEADER_PATH, task_path
from plancli.source.edits import Edit
from plancli.source.folder import Folder, Unreadable
from plancli.source.yaml import locate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plancli.loading.loader import Loaded
    from plancli.model.header import Header, Heading
    from plancli.model.task import Task


def rename_task(root: Path, old: str, new: str, *, formerly: bool = True) -> Renaming:
    """Find out what it takes to give a task another id.

    Where other tasks say to come from it (`formerly`, `merged_from`, `split_from`), the old id stays: they speak of
    what it was called then.

    Args:
        root: The plan's folder.
        old: Its id.
        new: What it shall be.
        formerly: Whether the task's file says that it had the old one, so that comparisons know it again.

    Raises:
        UsageError: When there is no such task, or the new id cannot be had.
        EditError: When a file that is concerned has mistakes, or cannot be edited safely.
    """
    loaded = load(Folder(root))
    require_known(loaded, root, old)
    require_sound(new)
    require_free(loaded.plan, old, new)
    return _Renamed(root, loaded, old, new, formerly).renaming()


@dataclass(frozen=True)
class _Renamed:
    """A renaming that is being worked out."""

    root: Path
    loaded: Loaded
    old: str
    new: str
    formerly: bool

    def renaming(self) -> Renaming:
        """What the files shall hold, when what they then say is what they said but for the id."""
        content, outline = read(self.root, self.old), self._read_outline()
        task, entries = self._declared(content), list(self._entries(outline))
        after = spliced(outline, entries)
        self._require_only_the_id(task, after)
        here = self.root / task_path(self.old)
        files = (
            Rewrite(self.root / HEADER_PATH, outline, after),
            Rewrite(here, content, None),
            Rewrite(self.root / task_path(self.new), None, task, like=here),
        )
        return Renaming(files if entries else files[1:], 1 + len(entries))

    def _read_outline(self) -> bytes:
        content = Folder(self.root).read(HEADER_PATH)
        if isinstance(content, Unreadable):
            raise faulty(self.root / HEADER_PATH)
        return content

    def _declared(self, content: bytes) -> bytes:
        """The task's file, which says what it was called."""
        if not self._adds():
            return content
        inserted = insertion(text_of(content), "formerly", (self.old,))
        return spliced(content, [Edit(inserted.at, inserted.at, inserted.text)])

    def _adds(self) -> bool:
        return self.formerly and self.old not in self._task.formerly

    @property
    def _task(self) -> Task:
        return self.loaded.plan.by_id[self.old]

    def _entries(self, outline: bytes) -> Iterator[Edit]:
        """The entries of the outline.

        Raises:
            UnsafeRenameError: Where one is written in a way of its own.
        """
        text = text_of(outline)
        nodes = locate(text)
        for route, identifier in self.loaded.plan.header.entries():
            if identifier == self.old:
                if (edit := respelled(text, nodes[route], self.old, self.new)) is None:
                    raise self._unsafe(HEADER_PATH)
                yield edit

    def _require_only_the_id(self, task: bytes, outline: bytes) -> None:
        """Load what would come of it.

        Raises:
            UnsafeRenameError: Where that says anything else than before but for the id.
        """
        was, becomes = task_path(self.old), task_path(self.new)
        drafted = begin(Drafted(self.root, contents={was: None, becomes: task, HEADER_PATH: outline}))
        again = drafted.load((becomes,))
        if drafted.header != _mapped(self.loaded.plan.header, self.old, self.new):
            raise self._unsafe(HEADER_PATH)
        same = list(findings(again, becomes)) == list(findings(self.loaded, was))
        if not same or again.plan.by_id.get(self.new) != self._expected():
            raise self._unsafe(was)

    def _expected(self) -> Task:
        formerly = (*self._task.formerly, *((self.old,) if self._adds() else ()))
        return self._task.model_copy(update={"id": self.new, "formerly": formerly})

    def _unsafe(self, path: str) -> UnsafeRenameError:
        return UnsafeRenameError(file=(self.root / path).as_posix(), old=self.old)


def _mapped(header: Header, old: str, new: str) -> Header:
    """A plan's heading with another id in its outline."""
    return header.model_copy(update={"outline": tuple(_heading(each, old, new) for each in header.outline)})


def _heading(heading: Heading, old: str, new: str) -> Heading:
    sections = heading.sections and tuple(_heading(each, old, new) for each in heading.sections)
    tasks = heading.tasks and tuple(new if each == old else each for each in heading.tasks)
    return heading.model_copy(update={"sections": sections, "tasks": tasks})
