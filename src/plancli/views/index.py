"""The index: every department and group with its counts, so that the one who hands the sheets out sees them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from plancli.model.register import Kind
from plancli.views.cells import Cells
from plancli.views.filenames import sheet_path, stems
from plancli.views.plan import EntryView, PlanView, entry_view
from plancli.views.sheet import Counts, counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan

FORMATS = ("html", "md")
"""The formats of a sheet, the one for readers first."""


@dataclass(frozen=True, slots=True)
class FileView:
    """A sheet in one format: `html` or `md`, and its path from the index, with `/`."""

    format: str
    path: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A department or group, its counts, and where its sheet is."""

    entry: EntryView
    counts: Counts
    files: tuple[FileView, ...]


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The departments of one kind, or the groups (`group`)."""

    kind: str
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """Every sheet of a plan.

    Attributes:
        plan: The plan.
        as_of: What `--as-of` says, or empty.
        formats: The formats that the sheets are written in.
        kinds: Departments by kind, in the order of kinds and of the register; groups last.
        departments: How many there are.
        groups: How many there are.
        tasks: How many tasks the plan has.
        unattributable: For how many of them only groups answer that do not list all their members.
        targets: How many targets have a number.
        statements: How many have none.
    """

    plan: PlanView
    as_of: str
    formats: tuple[str, ...]
    kinds: tuple[KindGroup, ...]
    departments: int
    groups: int
    tasks: int
    unattributable: int
    targets: int
    statements: int


def index(plan: Plan, as_of: str = "", cells: Cells | None = None, formats: tuple[str, ...] = FORMATS) -> IndexView:
    """Make the index of all sheets.

    Args:
        plan: The plan.
        as_of: A date or revision to print, as the user words it.
        cells: What the documents of this plan share.
        formats: The formats that the sheets are written in.
    """
    cells = cells or Cells(plan)
    numeric = [target.statement is None for task in plan.tasks for target in task.targets]
    return IndexView(
        plan=cells.header,
        as_of=as_of,
        formats=formats,
        kinds=tuple(_kinds(cells, formats)),
        departments=len(plan.register.departments),
        groups=len(plan.register.groups),
        tasks=len(plan.tasks),
        unattributable=len(plan.unattributable),
        targets=numeric.count(True),
        statements=numeric.count(False),
    )


def _kinds(cells: Cells, formats: tuple[str, ...]) -> Iterator[KindGroup]:
    plan = cells.plan
    names = stems(plan.register)
    rows = [
        IndexRow(
            entry_view(plan, entry, cells.words),
            counts(cells, entry),
            tuple(FileView(form, sheet_path(names[entry.name], form)) for form in formats),
        )
        for entry in plan.register.entries
    ]
    for kind in (*get_args(Kind), "group"):
        if of_kind := tuple(row for row in rows if row.entry.kind == kind):
            yield KindGroup(kind, of_kind)
