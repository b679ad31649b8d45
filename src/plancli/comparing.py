"""Two sources become a comparison, and of ten thousand tasks only those are read that may differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity, task_of
from plancli.diff.compare import Comparison, Revision
from plancli.diff.matching import declared
from plancli.diff.outline import Outlines
from plancli.loading.loader import Begun, Loaded, begin
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, task_path
from plancli.source.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.diff.change import Change
    from plancli.model.register import Register
    from plancli.source.folder import Source


MANY_NAMES = 60
"""Spellings from which on it is quicker to parse every task than to look for each of them in every file."""


@dataclass(frozen=True)
class Compared:
    """Two revisions of a plan, and every change between them.

    Attributes:
        sources: The old and the new files.
        loaded: What was read of each: tasks that are the same on both sides were not.
        present: The ids of all tasks of each side.
        different: The files that are not the same on both sides, or only on one.
    """

    sources: tuple[Source, Source]
    loaded: tuple[Loaded, Loaded]
    present: tuple[frozenset[str], frozenset[str]]
    different: frozenset[str]

    @cached_property
    def comparison(self) -> Comparison:
        """The two sides as plans."""
        old, new = (Revision(loaded.plan, present) for loaded, present in zip(self.loaded, self.present, strict=True))
        broken = {path for loaded in self.loaded for path in loaded.plan.gaps.keys}
        return Comparison(old, new, self.different & broken)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change, weighed, with whom it reaches."""
        return self.comparison.changes

    @cached_property
    def errors(self) -> tuple[int, int]:
        """How many errors kept something of each side from being read, and thus from being compared."""
        if not any(loaded.findings for loaded in self.loaded):
            return 0, 0
        from plancli.rules import BY_FUNCTION  # noqa: PLC0415 - the table of rules takes long to import

        old, new = (
            sum(BY_FUNCTION[function].severity is Severity.ERROR for function, _ in loaded.findings)
            for loaded in self.loaded
        )
        return old, new

    @cached_property
    def positions(self) -> tuple[Positions, Positions]:
        """Turn places of each side into lines and columns."""
        return Positions(self.sources[0]), Positions(self.sources[1])


def compare(old: Source, new: Source) -> Compared:
    """Compare two revisions of a plan.

    Files that are the same byte by byte are not read, unless something else makes them differ: their heading, an
    entry of the register that they name, or a task that another one comes from.

    Raises:
        UnreadablePlanError: When the folder of tasks of a side cannot be listed.
    """
    identities = old.identities(), new.identities()
    same = all(identities[0].get(path) == identities[1].get(path) for path in (HEADER_PATH, REGISTER_PATH))
    first = begin(old)
    second = begin(new, first if same else None)
    paths = set(_different(identities)) | set(_elsewhere(first, second)) | set(_concerned(first, second))
    loaded = _load(first, paths), _load(second, paths)
    if related := set(_related(loaded)) - paths:
        loaded = _load(first, paths | related), _load(second, paths | related)
    different = frozenset(path for path, _ in identities[0].items() ^ identities[1].items())
    return Compared((old, new), loaded, (first.present, second.present), different)


def _load(begun: Begun, paths: set[str]) -> Loaded:
    return begun.load(path for path in begun.paths if path in paths)


def _different(identities: tuple[dict[str, str], dict[str, str]]) -> Iterator[str]:
    """Task files that are on one side only, or not the same."""
    old, new = identities
    for path in {path for path, _ in old.items() ^ new.items()}:
        if task_of(path) is not None:
            yield path


def _elsewhere(old: Begun, new: Begun) -> Iterator[str]:
    """Tasks that stand under another heading."""
    if old.header.outline != new.header.outline:
        became = {identifier: identifier for identifier in sorted(old.present & new.present)}
        outlines = Outlines(old.header, new.header, (old.present, new.present), became)
        for _, identifier in (*outlines.moved, *outlines.unlisted):
            yield task_path(identifier)


def _concerned(old: Begun, new: Begun) -> Iterator[str]:
    """Tasks that name an entry of the register that changed: looked for in the bytes, as to parse takes ten times."""
    spellings = set(_changed_spellings(old.register, new.register))
    if len(spellings) > MANY_NAMES:
        yield from new.paths
    elif spellings:
        written = [b"\\", *(name.encode("utf-8", "surrogatepass") for name in sorted(spellings))]  # or by escapes
        for path in new.paths:
            content = new.source.read(path)
            if isinstance(content, bytes) and any(name in content for name in written):
                yield path


def _changed_spellings(old: Register, new: Register) -> Iterator[str]:
    before = {entry.name: entry for entry in old.entries}
    after = {entry.name: entry for entry in new.entries}
    for name in before.keys() | after.keys():
        if before.get(name) != after.get(name):
            for entry in (before.get(name), after.get(name)):
                yield from entry.spellings if entry else ()


def _related(loaded: Iterable[Loaded]) -> Iterator[str]:
    """Tasks that those that differ say to come from."""
    for side in loaded:
        for task in side.plan.tasks:
            yield from map(task_path, declared(task))
