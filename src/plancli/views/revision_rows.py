"""What the 修订对照表 holds: rows of what stood there and what stands there, and whom they concern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancli.diff.text import Edit
    from plancli.views.changes import Totals, Verdict
    from plancli.views.plan import PlanView


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in a cell.

    Attributes:
        label: What it is, where that is not plain: 牵头单位, or a target's indicator; or empty.
        edits: The text in pieces, each with `op` and `text`: `keep`; `delete` before, or `insert` after.
    """

    label: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a change is: its level (`error`, `warning`, `info` or `off`) and one sentence."""

    level: str
    message: str


@dataclass(frozen=True, slots=True)
class ReachedNames:
    """Departments and groups that a change reaches for the same reason: 牵头, 责任（经由各管委会）."""

    because: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One passage on both sides, with all that changed in it.

    Attributes:
        number: Its place in the table, from 1.
        before: What stood there; empty where there was nothing.
        after: What stands there, likewise.
        told: What changed, the most serious first.
        reached: Whom it reaches; empty where `same_as` tells it.
        same_as: The number of a row of the same task that reaches the same, or None.
        long: Whether it would take more than half a page of paper.
    """

    number: int
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    told: tuple[Told, ...]
    reached: tuple[ReachedNames, ...]
    same_as: int | None
    long: bool


@dataclass(frozen=True, slots=True)
class RevisionGroup:
    """The rows of a task, or those of the plan and its register.

    Attributes:
        title: The task's; empty for the plan and its register.
        before: The task's 序号 before, or None.
        after: Its 序号 now, or None.
        sections: The headings above it, from the top.
        rows: What changed.
    """

    title: str
    before: int | None
    after: int | None
    sections: tuple[str, ...]
    rows: tuple[RevisionRow, ...]


@dataclass(frozen=True, slots=True)
class Concerned:
    """A department or group, and the numbers of the rows with a material change that reaches it."""

    name: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RevisionTableView:
    """Two revisions side by side.

    Attributes:
        plan: The plan on the new side, without a fingerprint: what did not change was not read.
        old: What the old side is called.
        new: Likewise the new one.
        verdict: `none`, `immaterial` or `material`.
        totals: In numbers.
        errors: How many errors kept something of each side from being compared.
        department: Whose changes they are, where others are left out; else empty.
        unlisted: How many changes weigh too little to be listed.
        groups: The plan and its register, then task by task.
        concerned: Everybody whom a material change of the table reaches, in the order of the register.
    """

    plan: PlanView
    old: str
    new: str
    verdict: Verdict
    totals: Totals
    errors: tuple[int, int]
    department: str
    unlisted: int
    groups: tuple[RevisionGroup, ...]
    concerned: tuple[Concerned, ...]
