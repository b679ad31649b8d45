"""A whole plan, and the questions it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from plancli.diagnostics import Place, Route
from plancli.model.fingerprint import fingerprint
from plancli.model.header import ROLES, Header, Heading, Role
from plancli.model.numbering import heading_label
from plancli.model.register import Department, Entry, Group, Register

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.model.task import Task, Unit

HEADER_PATH = "plan.yaml"
REGISTER_PATH = "departments.yaml"


def task_path(identifier: str) -> str:
    """The file of a task, relative to the plan folder."""
    return f"tasks/{identifier}.yaml"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading as it is printed.

    Attributes:
        label: Derived from its place: `一、`, `（一）`.
        title: Its words.
    """

    label: str
    title: str

    def __str__(self) -> str:
        """Label and words as a reader sees them."""
        return f"{self.label}{self.title}"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a task stands in the outline.

    Attributes:
        index: From 0, in reading order.
        number: 序号, derived.
        sections: The headings above it, from the top.
        route: Its entry in `plan.yaml`.
    """

    index: int
    number: int
    sections: tuple[Section, ...]
    route: Route


@dataclass(frozen=True, slots=True)
class Duty:
    """That a task is asked of a department or group, and how that is known.

    Attributes:
        task: The task.
        role: In which role, the strongest if several.
        unit: The unit as the task names it.
        via: The group through which the department is reached; None where it is named itself.
    """

    task: Task
    role: Role
    unit: Unit
    via: Group | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit as a task names it, and where."""

    task: Task
    role: Role
    index: int
    unit: Unit

    @property
    def place(self) -> Place:
        """The unit's name in its file."""
        return Place(task_path(self.task.id), (self.role, self.index))


class Named(NamedTuple):
    """The names in one cell of a task, as written."""

    task: Task
    role: Role
    names: tuple[str, ...]


@dataclass(frozen=True)
class Gaps:
    """What could not be loaded, so that no rule reports a consequence as a fault of its own.

    Attributes:
        keys: By file, the top-level keys that hold a mistake; `*` for the whole file.
        names: Spellings of register entries that could not be loaded.
        tasks: Ids of task files that could not be loaded at all.
    """

    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()

    @property
    def files(self) -> int:
        """How many files hold a mistake behind which nobody knows what else is wrong in them."""
        return sum(map(bool, self.keys.values()))

    def touch(self, path: str, keys: frozenset[str]) -> bool:
        """Whether any of these keys of a file holds a mistake."""
        broken = self.keys.get(path, frozenset())
        return "*" in broken or bool(broken & keys)

    def lack(self, need: str) -> bool:
        """Whether something that a rule needs as a whole was not loaded as a whole.

        Args:
            need: A file or folder, and a key in it (`plan.yaml:outline`, `tasks:lead`) or `*` for the whole file.
        """
        where, _, key = need.partition(":")
        return any(
            "*" in broken or key in broken
            for path, broken in self.keys.items()
            if path == where or path.startswith(f"{where}/")
        )


@dataclass(frozen=True)
class Plan:
    """A plan: its header, its register and its tasks in reading order.

    Tasks whose file the outline does not name come last and have no position.
    """

    header: Header
    register: Register
    tasks: tuple[Task, ...]
    gaps: Gaps = Gaps()

    @cached_property
    def positions(self) -> dict[str, Position]:
        """Each listed task's number and headings, by id; of two entries of a task the first counts."""
        return positions(self.header, frozenset(task.id for task in self.tasks))

    @cached_property
    def by_id(self) -> dict[str, Task]:
        """Tasks by id."""
        return {task.id: task for task in self.tasks}

    @cached_property
    def listed(self) -> tuple[Task, ...]:
        """The tasks that the outline lists: an unlisted file, a copy perhaps, says nothing yet."""
        return tuple([task for task in self.tasks if task.id in self.positions])

    @cached_property
    def distinct(self) -> tuple[Task, ...]:
        """Those of them that are no copy of an earlier one, title and text: of a copy its title tells all."""
        first: dict[tuple[str, str], Task] = {}
        for task in self.listed:
            first.setdefault((task.title, task.text), task)
        return tuple(first.values())

    def number(self, task: Task) -> int | None:
        """A task's 序号; None where the outline does not list it."""
        position = self.positions.get(task.id)
        return position.number if position else None

    def resolve(self, written: str) -> Entry | None:
        """The department or group that a spelling means; None where none does."""
        return self.register.by_spelling.get(written)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Every cell that names units, in reading order; for going through all of them quickly."""
        return tuple(
            Named(task, role, tuple([unit.name for unit in units]))
            for task in self.tasks
            for role in ROLES
            if (units := task.units(role))
        )

    def mentions(self) -> Iterator[Mention]:
        """Every unit that a task names, in reading order."""
        for task in self.tasks:
            yield from mentions(task)

    def duties(self, entry: Entry) -> tuple[Duty, ...]:
        """What is asked of a department or group, in reading order; every task once, in its strongest role.

        Being named outranks being reached through a group; among those, lead outranks responsible outranks support.
        """
        return tuple(self._duties.get(entry.name, ()))

    def may_concern(self, department: Department) -> tuple[Task, ...]:
        """Tasks for which only groups answer that do not list all their members, but for the department's own duties.

        Nobody has said that they are this department's; nobody has said that they are not.
        """
        own = {duty.task.id for duty in self.duties(department)}
        return tuple([task for task in self.unattributable if task.id not in own])

    @cached_property
    def unattributable(self) -> tuple[Task, ...]:
        """Tasks whose responsible units are all groups that do not list all their members."""
        return tuple(task for task in self.tasks if self.is_unattributable(task))

    def is_unattributable(self, task: Task) -> bool:
        """Whether only incomplete groups are responsible for a task."""
        entries = map(self.register.by_spelling.get, (unit.name for unit in task.responsible or ()))
        return bool(task.responsible) and all(isinstance(entry, Group) and not entry.complete for entry in entries)

    @cached_property
    def fingerprint(self) -> str:
        """12 hex digits of the loaded content: comments, key order and line endings do not matter."""
        return fingerprint(self.header, self.register, self.tasks)

    @cached_property
    def _duties(self) -> dict[str, list[Duty]]:
        found: dict[str, list[Duty]] = {}
        for task in self.tasks:
            for name, duty in self._reached(task).items():
                found.setdefault(name, []).append(duty)
        return found

    def _reached(self, task: Task) -> dict[str, Duty]:
        """Whom a task reaches, by name: those it names first, then the known members of its groups."""
        reached: dict[str, Duty] = {}
        through: dict[str, Duty] = {}
        by_spelling = self.register.by_spelling
        for role in ROLES:
            for unit in task.units(role):
                entry = by_spelling.get(unit.name)
                if entry is None:
                    continue
                reached.setdefault(entry.name, Duty(task, role, unit))
                for member in entry.members if isinstance(entry, Group) else ():
                    known = by_spelling.get(member)
                    if known is not None and isinstance(entry, Group):
                        through.setdefault(known.name, Duty(task, role, unit, entry))
        return {**through, **reached}


def mentions(task: Task) -> Iterator[Mention]:
    """Every unit that one task names, role by role."""
    for role in ROLES:
        for index, unit in enumerate(task.units(role)):
            yield Mention(task, role, index, unit)


def positions(header: Header, known: frozenset[str]) -> dict[str, Position]:
    """Where the tasks that are known stand in an outline, by id; of two entries of a task the first counts."""
    return dict(_positions(header, known))


def _positions(header: Header, known: frozenset[str]) -> Iterator[tuple[str, Position]]:
    index = number = 0
    seen: set[str] = set()
    for route, headings in header.sections():
        sections = tuple(_labelled(route, headings))
        if header.numbering == "restart":
            number = 0
        for entry, identifier in enumerate(headings[-1].tasks or ()):
            if identifier in seen:
                continue
            seen.add(identifier)
            number += 1  # a listed task keeps its number even while its file is broken
            if identifier in known:
                yield identifier, Position(index, number, sections, (*route, "tasks", entry))
                index += 1


def _labelled(route: Route, headings: tuple[Heading, ...]) -> Iterator[Section]:
    places = [step for step in route if isinstance(step, int)]
    for level, (place, heading) in enumerate(zip(places, headings, strict=True)):
        yield Section(heading_label(level, place + 1), heading.heading)
