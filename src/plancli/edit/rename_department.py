"""Rename a department or group: its entry, and every value of the plan that names it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.edit.drafted import Drafted
from plancli.edit.refusals import FaultyTaskError, UnsafeRenameError
from plancli.edit.rename import Renaming, faulty, findings, spliced, text_of
from plancli.edit.rename_prose import prose
from plancli.edit.rename_register import NewName
from plancli.edit.respell import respelled
from plancli.edit.rewrite import Rewrite
from plancli.loading.loader import begin
from plancli.model.header import ROLES
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, mentions, task_path
from plancli.source.folder import Folder
from plancli.source.positions import Positions
from plancli.source.text import decode
from plancli.source.yaml import locate, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plancli.diagnostics import Place, Route
    from plancli.loading.loader import Begun, Loaded
    from plancli.model.task import Task
    from plancli.source.edits import Edit
    from plancli.source.yaml import Value


def rename_department(root: Path, old: str, new: str, *, keep_alias: bool = False) -> Renaming:
    """Find out what it takes to call a department or group by another name.

    Only values that name it so are changed: aliases are kept as they are written, and so are texts that speak of it.

    Args:
        root: The plan's folder.
        old: Its name.
        new: What it shall be called: one line.
        keep_alias: Whether the old name stays known, as an alias.

    Raises:
        UsageError: When nobody is called so, or somebody else already has the new name.
        EditError: When a file that is concerned has mistakes, or cannot be edited safely.
    """
    before = dict(_concerned(root, old))
    begun = begin(Drafted(root, contents=before))
    register = (root / REGISTER_PATH).as_posix()
    if begun.load(()).plan.gaps.touch(REGISTER_PATH, frozenset({"departments", "groups"})):
        raise FaultyTaskError(file=register)
    name = NewName.of(begun.register, old, new, keep_alias=keep_alias)
    name.require_free(begun.register, Positions(begun.source), register)
    return _Renamed(root, name, before, begun).renaming()


def _concerned(root: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """The register, and tasks that may name an office: looked for in the bytes, as to parse takes ten times.

    Raises:
        FaultyTaskError: Where a file cannot be read: it may name it.
    """
    written, folder = name.encode("utf-8", "surrogatepass"), Folder(root)
    for path in (REGISTER_PATH, *folder.task_paths()):
        content = folder.read(path)
        if not isinstance(content, bytes):
            raise faulty(root / path)
        if path == REGISTER_PATH or written in content or b"\\" in content or not _is_text(content):
            yield path, content


def _holds(value: Value, name: str) -> bool:
    """Whether a name stands in a value as one of its own."""
    if isinstance(value, dict):
        return name in value or any(_holds(each, name) for each in value.values())
    return any(_holds(each, name) for each in value) if isinstance(value, tuple) else value == name


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


@dataclass(frozen=True)
class _Renamed:
    """A renaming that is being worked out."""

    root: Path
    name: NewName
    before: dict[str, bytes]
    begun: Begun

    def renaming(self) -> Renaming:
        """What the files shall hold, when what they then say is what they said but for the name."""
        respellings = {path: list(self._respellings(path)) for path in self.before}
        after = {path: self._after(path, found) for path, found in respellings.items() if found}
        self._require_only_the_name(after)
        files = tuple(Rewrite(self.root / path, self.before[path], content) for path, content in after.items())
        return Renaming(files, sum(map(len, respellings.values())), tuple(self._prose()))

    @cached_property
    def _tasks(self) -> list[str]:
        return [path for path in self.before if path != REGISTER_PATH]

    @cached_property
    def _loaded(self) -> Loaded:
        """The tasks as they are.

        Raises:
            FaultyTaskError: Where one has a mistake that may hide a name.
        """
        loaded = self.begun.load(self._tasks)
        gaps = loaded.plan.gaps
        for path in self._tasks:
            if gaps.touch(path, frozenset(ROLES)) or self._stays(path, gaps.keys.get(path, frozenset())):
                raise FaultyTaskError(file=(self.root / path).as_posix())
        return loaded

    def _stays(self, path: str, faulty: frozenset[str]) -> bool:
        """Whether the name stands under a key that is not known, as under a misspelt `lead`: there it would stay."""
        text = decode(self.before[path]) if faulty else ""
        value = parse(text).value if isinstance(text, str) and text else None
        return isinstance(value, dict) and any(_holds(value.get(key), self.name.old) for key in faulty)

    @cached_property
    def _by_path(self) -> dict[str, Task]:
        return {task_path(task.id): task for task in self._loaded.plan.tasks}

    def _respellings(self, path: str) -> Iterator[tuple[Route, str, str]]:
        if path == REGISTER_PATH:
            yield from self.name.respellings(self.begun.register)
        else:
            for mention in mentions(self._by_path[path]):
                if mention.unit.name == self.name.old:
                    yield mention.place.route, self.name.old, self.name.new

    def _after(self, path: str, respellings: list[tuple[Route, str, str]]) -> bytes:
        """A file with its values respelled.

        Raises:
            UnsafeRenameError: Where one is written in a way of its own.
        """
        text = text_of(self.before[path])
        nodes = locate(text)
        splices: list[Edit] = list(self.name.insertion(text, nodes)) if path == REGISTER_PATH else []
        for route, old, new in respellings:
            node = nodes[route] if nodes[route].style is not None else nodes[(*route, "name")]
            splice = respelled(text, node, old, new)
            if splice is None:
                raise self._unsafe(path)
            splices.append(splice)
        return spliced(self.before[path], splices)

    def _require_only_the_name(self, after: dict[str, bytes]) -> None:
        """Load what would come of it.

        Raises:
            UnsafeRenameError: Where that says anything else than before but for the name.
        """
        again = begin(Drafted(self.root, contents={**self.before, **after}))
        loaded = again.load(self._tasks)
        if again.register != self.name.register(self.begun.register) or again.header != self.begun.header:
            raise self._unsafe(REGISTER_PATH)
        for path in after:
            task = self._by_path.get(path)
            same = list(findings(loaded, path)) == list(findings(self._loaded, path))
            if not same or (task and loaded.plan.by_id.get(task.id) != self._expected(task)):
                raise self._unsafe(path)

    def _expected(self, task: Task) -> Task:
        return task.model_copy(
            update={
                role: tuple(unit.model_copy(update={"name": self.name.mapped(unit.name)}) for unit in units)
                for role in ROLES
                if (units := getattr(task, role)) is not None
            }
        )

    def _unsafe(self, path: str) -> UnsafeRenameError:
        return UnsafeRenameError(file=(self.root / path).as_posix(), old=self.name.old)

    def _prose(self) -> Iterator[Place]:
        """In the plan's outline, in its register and in the tasks, in this order."""
        header = self.begun.source.read(HEADER_PATH)
        if isinstance(header, bytes) and _is_text(header):
            yield from prose(HEADER_PATH, text_of(header), self.name.old)
        if full_name := self.name.full_name:
            yield full_name
        for path in self._tasks:
            yield from prose(path, text_of(self.before[path]), self.name.old)
