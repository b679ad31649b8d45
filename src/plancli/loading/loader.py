"""Load a plan: every file is read, every problem is kept, and what is sound makes up the plan."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, task_of
from plancli.loading import misfits
from plancli.loading.shape import fit
from plancli.loading.state import Loading
from plancli.loading.strays import Strays, strays
from plancli.model.header import MAX_LEVELS, Header
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, Gaps, Plan, task_path
from plancli.model.register import Department, Register
from plancli.model.task import Task
from plancli.source.folder import SUFFIX, TASK_FOLDER
from plancli.source.yaml import Plain, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.diagnostics import Allowance
    from plancli.loading.faults import Fault
    from plancli.source.folder import Source


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan as far as it loads, and what was found on the way.

    Attributes:
        plan: The plan.
        findings: Each with the rule that it falls under.
        files: How many files were read.
        allowances: What comments in the files allow.
    """

    plan: Plan
    findings: tuple[tuple[Fault, Finding], ...]
    files: int
    allowances: tuple[Allowance, ...] = ()


@dataclass(frozen=True)
class Begun:
    """A plan whose header and register are read: enough to decide which of its tasks are worth reading.

    Attributes:
        source: Its files.
        header: From `plan.yaml`.
        register: From `departments.yaml`.
        paths: The files of its tasks.
        state: What was found while they were read.
        lost_names: Spellings of register entries that could not be loaded.
        strays: What the names of other files tell.
    """

    source: Source
    header: Header
    register: Register
    paths: tuple[str, ...]
    state: Loading
    lost_names: frozenset[str]
    strays: Strays

    @cached_property
    def present(self) -> frozenset[str]:
        """The ids of all tasks that have a file."""
        before, behind = len(TASK_FOLDER) + 1, len(SUFFIX)
        return frozenset([path[before:-behind] for path in self.paths])

    def load(self, paths: Iterable[str]) -> Loaded:
        """Load some of the tasks, or all of them; it can be asked for others again."""
        chosen = list(paths)
        loading = self.state.again(self.source)
        loading.note(self.strays)
        with _no_garbage_collection():
            tasks = dict(_tasks(loading, chosen))
            plan = Plan(
                self.header,
                self.register,
                tuple(_in_order(self.header, tasks)),
                Gaps(loading.damaged, self.lost_names, frozenset(loading.lost_tasks)),
            )
        return Loaded(plan, tuple(loading.findings), len(chosen) + 2, tuple(loading.allowances))


def begin(source: Source, like: Begun | None = None) -> Begun:
    """Read the header and the register of a source.

    Args:
        source: The plan's files.
        like: Another revision of the plan whose header and register are the same, file by file: not read again.

    Raises:
        UnreadablePlanError: When the folder of tasks cannot be listed.
    """
    paths = tuple(source.task_paths())
    if like is not None:
        strays = _strays(like.state, like.header, source, paths)
        return replace(like, source=source, paths=paths, state=like.state.again(source), strays=strays)
    loading = Loading(source)
    with _no_garbage_collection():
        header = _header(loading)
        register, names = _register(loading)
    return Begun(source, header, register, paths, loading, names, _strays(loading, header, source, paths))


def _strays(loading: Loading, header: Header, source: Source, paths: tuple[str, ...]) -> Strays:
    """Files that are not read, and what the plan lacks that they may be."""
    if not (others := source.other_paths()):
        return Strays()
    absent = {finding.place.path for _, finding in loading.findings if finding.case == "missing"}
    present = frozenset({*paths, HEADER_PATH, REGISTER_PATH} - absent)
    listed = {task_path(identifier) for _, identifier in header.entries()}
    return strays(others, present, (listed | {REGISTER_PATH}) - present)


def load(source: Source) -> Loaded:
    """Load the plan of a source.

    Raises:
        UnreadablePlanError: When the folder of tasks cannot be listed.
    """
    begun = begin(source)
    return begun.load(begun.paths)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Ten thousand tasks are half a million objects, none of them garbage: looking for some doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_NO_HEADER: dict[str, Value] = {
    "format": Plain("1"),
    "title": "—",
    "period": {"start": Plain("1900"), "end": Plain("2199")},
    "outline": (),
}


def _header(loading: Loading) -> Header:
    value = loading.mapping(HEADER_PATH)
    header, findings, damaged = fit(Header, _NO_HEADER if value is None else value, HEADER_PATH, _NO_HEADER)
    loading.keep(HEADER_PATH, findings, damaged)
    for route, headings in header.sections():
        if len(headings) == MAX_LEVELS + 1:
            place = Place(HEADER_PATH, (*route, "heading"))
            too_deep = misfits.wrong_type, misfits.wrong_type(place, "heading-deep")
            loading.keep(HEADER_PATH, [too_deep], frozenset({"outline"}))
    return header


def _register(loading: Loading) -> tuple[Register, frozenset[str]]:
    """The register, and the spellings of those entries that could not be loaded."""
    value = loading.mapping(REGISTER_PATH)
    empty: dict[str, Value] = {"departments": ()}
    register, findings, damaged = fit(Register, empty if value is None else value, REGISTER_PATH, empty)
    loading.keep(REGISTER_PATH, findings, damaged)
    if not damaged:
        return register, frozenset()
    if value is not None and not (isinstance(value.get("departments"), tuple) and all(map(_named, _entries(value)))):
        loading.damaged[REGISTER_PATH] |= {"*"}  # who is registered is not known at all
    return register, frozenset(_texts(value)) - frozenset(register.by_spelling)


def _entries(value: dict[str, Value]) -> Iterator[Value]:
    for key in ("departments", "groups"):
        yield from value[key] if isinstance(value.get(key), tuple) else ()


def _named(entry: Value) -> bool:
    """Whether an entry says who it is: under `name`, or under a key that may be meant so."""
    texts = entry.items() if isinstance(entry, dict) else (("name", entry),)
    return any(isinstance(text, str) for key, text in texts if key == "name" or key not in Department.model_fields)


def _texts(value: Value) -> Iterator[str]:
    """Every text in a value: an entry that does not load is still known by its spellings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


def _tasks(loading: Loading, paths: Iterable[str]) -> Iterator[tuple[str, Task]]:
    for path in paths:
        identifier = task_of(path) or ""
        value = loading.mapping(path)
        if value is None:
            loading.lost_tasks.add(identifier)
            continue
        if "id" in value:
            place = Place(path, ("id",), "key")
            loading.keep(path, [(misfits.unknown_key, misfits.unknown_key(place, "id", (), "id"))], frozenset({"id"}))
        task, findings, damaged = fit(Task, {**value, "id": identifier}, path, {"title": identifier, "text": "—"})
        loading.keep(path, findings, damaged)
        yield identifier, task


def _in_order(header: Header, tasks: dict[str, Task]) -> Iterator[Task]:
    """Tasks as the outline lists them, each once; then those that it does not list."""
    listed = dict.fromkeys(identifier for _, identifier in header.entries())
    for identifier in listed:
        if identifier in tasks:
            yield tasks[identifier]
    for identifier, task in tasks.items():
        if identifier not in listed:
            yield task
