"""A task as the cells of a table show it: made once for each task, however many sheets it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

from plancli.messages import Catalog, catalog
from plancli.views import words as wording
from plancli.views.plan import PlanView, RoleName, plan_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.model.fields import Due
    from plancli.model.plan import Plan, Position
    from plancli.model.task import Target, Task, Units
    from plancli.views.sheet import Counts, Row

Origin = Literal["task", "targets", "period"]


@dataclass(frozen=True, slots=True)
class UnitView:
    """A department or group as the task names it; `scope` is what it is limited to, or empty."""

    name: str
    scope: str


@dataclass(frozen=True, slots=True)
class DueView:
    """A deadline.

    Attributes:
        text: In words: 2027年6月.
        origin: Who set it: the `task`, its `targets`, or nobody (`period`): then it is the plan's own end, derived.
        key: For comparing: the last day that meets it, as year, month and day.
    """

    text: str
    origin: Origin
    key: tuple[int, int, int]

    def order(self) -> tuple[tuple[int, int, int], bool]:
        """For choosing the earliest: of two on the same day, the one that the plan sets."""
        return self.key, self.derived

    @property
    def derived(self) -> bool:
        """Whether the plan sets no deadline here."""
        return self.origin == "period"


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target.

    Attributes:
        id: Unique within its task.
        indicator: What is measured.
        scope: Over what it is counted, or empty.
        goal: What has to be reached, in words: 不低于1800亿元.
        numeric: False for a statement (定性目标).
        due: The deadline in words.
        quote: The document's words, in fragments.
        aim: Strived for (力争), not committed to.
        yearly: Due every year.
        binding: 约束性.
        confirmed: False where an importer found it and nobody has checked it.
        baseline: Where it started, in words, or empty.
        upstream: The higher plan's goal that it serves, in words, or empty.
        comparator: `at-least`, `more-than`, `at-most`, `less-than`, `between`, `exactly`; empty for a statement.
        value: The number as written, or empty.
        unit: Its unit, or empty.
    """

    id: str
    indicator: str
    scope: str
    goal: str
    numeric: bool
    due: str
    quote: tuple[str, ...]
    aim: bool
    yearly: bool
    binding: bool
    confirmed: bool
    baseline: str
    upstream: str
    comparator: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A step on the way, with its deadline in words."""

    what: str
    due: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A column of the document that the format has no key for."""

    name: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task.

    Attributes:
        number: 序号; None where the outline does not list it.
        id: Permanent, and unique in the plan.
        title: 工作任务.
        sections: The headings above it, from the top: 一、重点任务.
        paragraphs: 具体工作内容.
        lead: The units that lead.
        responsible: The responsible units; empty for the document's ——, None where it does not say.
        support: The supporting units, likewise.
        duty: The phrase that closes the cell, or empty.
        leader: The post that leads, or empty.
        targets: Its targets.
        milestones: Steps on the way.
        notes: Further columns.
        due: Its deadline, else its targets', else the plan's end.
        earliest: The first deadline of all that it sets, else the plan's end.
    """

    number: int | None
    id: str
    title: str
    sections: tuple[str, ...]
    paragraphs: tuple[str, ...]
    lead: tuple[UnitView, ...]
    responsible: tuple[UnitView, ...] | None
    support: tuple[UnitView, ...] | None
    duty: str
    leader: str
    targets: tuple[TargetView, ...]
    milestones: tuple[MilestoneView, ...]
    notes: tuple[NoteView, ...]
    due: DueView
    earliest: DueView


class Cells:
    """The views that a plan's documents share."""

    def __init__(self, plan: Plan, words: Catalog | None = None) -> None:
        """Take the plan's own language where no other catalogue is given."""
        self.plan = plan
        self.words = words or catalog(plan.header.language)
        self.tasks = _Tasks(self._made)
        self.rows: dict[tuple[str, str, str | None, str], Row] = {}  # by task, role, scope and group
        self.counted: dict[str, Counts] = {}  # by department or group: the index shows what the sheets have counted
        self._headings: dict[int, tuple[str, ...]] = {}
        self._dues: dict[tuple[str, Origin], DueView] = {}

    @cached_property
    def header(self) -> PlanView:
        """The plan as a whole."""
        return plan_view(self.plan, self.words)

    @cached_property
    def roles(self) -> dict[str, RoleName]:
        """What the plan calls each role, by the role's key."""
        names = self.header.roles
        return {"lead": names.lead, "responsible": names.responsible, "support": names.support}

    def _made(self, identifier: str) -> TaskView:
        task = self.plan.by_id[identifier]
        position = self.plan.positions.get(task.id)
        return TaskView(
            number=position.number if position else None,
            id=task.id,
            title=task.title,
            sections=self._sections(position) if position else (),
            paragraphs=wording.paragraphs(task.text),
            lead=_units(task.lead) or (),
            responsible=_units(task.responsible),
            support=_units(task.support),
            duty=task.duty or "",
            leader=task.leader or "",
            targets=tuple(self._target(target) for target in task.targets),
            milestones=tuple(
                MilestoneView(step.what, wording.deadline(step.due, self.words)) for step in task.milestones
            ),
            notes=tuple(NoteView(name, wording.paragraphs(text)) for name, text in task.notes.items()),
            due=self._due(task),
            earliest=self._earliest(task),
        )

    def _sections(self, position: Position) -> tuple[str, ...]:
        """The headings of a task as text; one value for all tasks under them, so that they compare at a glance."""
        key = id(position.sections)  # the plan keeps it: tasks under the same headings have the same tuple
        if key not in self._headings:
            self._headings[key] = tuple(map(str, position.sections))
        return self._headings[key]

    def _target(self, target: Target) -> TargetView:
        return TargetView(
            id=target.id,
            indicator=target.indicator,
            scope=target.scope or "",
            goal=wording.goal(target, self.words),
            numeric=target.statement is None,
            due=wording.deadline(target.due, self.words),
            quote=target.quote,
            aim=target.commitment == "aim",
            yearly=target.per == "year",
            binding=target.binding,
            confirmed=target.confirmed,
            baseline=wording.baseline(target, self.words),
            upstream=wording.upstream(target, self.words),
            comparator=target.comparator or "",
            value=str(target.value) if target.value else "",
            unit=target.unit or "",
        )

    def _due(self, task: Task) -> DueView:
        if task.due:
            return self._deadline(task.due, "task")
        dues = sorted({target.due.key: target.due for target in task.targets}.items())
        if not dues:
            return self._period_end
        if len(dues) == 1:
            return self._deadline(dues[0][1], "targets")
        text = wording.enumerated([wording.deadline(due, self.words) for _, due in dues], self.words)
        return DueView(text, "targets", dues[-1][0])

    def _earliest(self, task: Task) -> DueView:
        dues = [self._deadline(task.due, "task")] if task.due else []
        dues += [self._deadline(step.due, "task") for step in task.milestones]
        dues += [self._deadline(target.due, "targets") for target in task.targets]
        return min(dues, key=DueView.order) if dues else self._period_end

    def _deadline(self, due: Due, origin: Origin) -> DueView:
        """One value for each deadline: a plan has hundreds of tasks that end with the same year."""
        key = due.text, origin
        if key not in self._dues:
            self._dues[key] = DueView(wording.deadline(due, self.words), origin, due.key)
        return self._dues[key]

    @cached_property
    def _period_end(self) -> DueView:
        end = self.plan.header.period.end
        return DueView(wording.within_period(end, self.words), "period", (end, 12, 31))


class _Tasks(dict[str, TaskView]):
    """The view of each task by id, made when it is first asked for: the same value on every sheet."""

    def __init__(self, make: Callable[[str], TaskView]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, identifier: str) -> TaskView:
        view = self[identifier] = self._make(identifier)
        return view


def _units(units: Units | None) -> tuple[UnitView, ...] | None:
    return None if units is None else tuple([_unit(unit.name, unit.scope or "") for unit in units])


@lru_cache(maxsize=4096)
def _unit(name: str, scope: str) -> UnitView:
    """One view for each unit: ten thousand tasks name the same sixty offices."""
    return UnitView(name, scope)
