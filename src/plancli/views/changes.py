"""A comparison as its readers see it: every change in words, task by task, and whom it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from plancli.diagnostics import Place
    from plancli.diff.text import Edit

Verdict = Literal["none", "immaterial", "material"]


@dataclass(frozen=True, slots=True)
class ReachedView:
    """A department or group that a change reaches.

    Attributes:
        name: Who.
        because: Why, in words: 牵头, 责任（原）, 经由各管委会.
        role: `lead`, `responsible` or `support`, where it is a task's that names it; else empty.
    """

    name: str
    because: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change in words.

    Attributes:
        kind: `target-lowered`.
        area: `target`, `deadline`, `duty`, `task`, `text`, `register` or `plan`.
        level: `error`, `warning`, `info`, or `off` where the plan's settings leave it out.
        task: The task's id on the new side, or on the old one where it is gone; None where it is the plan's.
        message: One sentence.
        before: What stood there, as text, or empty.
        after: What stands there, as text, or empty.
        edits: Of a sentence, what was kept, deleted and inserted.
        departments: Whom it reaches, and why.
        old: Where it stood, or None.
        new: Where it stands, or None.
        numbers: For `task-renumbered`, every pair of numbers.
        fingerprint: Stays the same when lines move.
    """

    kind: str
    area: str
    level: str
    task: str | None
    message: str
    before: str
    after: str
    edits: tuple[Edit, ...]
    departments: tuple[ReachedView, ...]
    old: Place | None
    new: Place | None
    numbers: tuple[str, ...]
    fingerprint: str

    @property
    def material(self) -> bool:
        """Whether it is more than a matter of form."""
        return self.level in {"error", "warning"}


@dataclass(frozen=True, slots=True)
class ChangedTask:
    """A task and what changed in it.

    Attributes:
        id: Its id on the new side, or on the old one where it is gone.
        title: Its title, likewise.
        before: Its 序号 on the old side, or None.
        after: Likewise on the new side.
        sections: The headings above it, likewise.
        departments: Everybody whom some change of it reaches, by name.
        changes: What changed, the most serious first.
    """

    id: str
    title: str
    before: int | None
    after: int | None
    sections: tuple[str, ...]
    departments: tuple[str, ...]
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """A comparison in numbers.

    Attributes:
        errors: Changes that ask for a decision.
        warnings: Changes that matter.
        infos: Matters of form.
        off: Changes that the plan's settings leave out.
        tasks: Tasks with a change.
        departments: Departments and groups that a material change reaches.
    """

    errors: int
    warnings: int
    infos: int
    off: int
    tasks: int
    departments: int


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """Tasks that look alike.

    Attributes:
        how: `renamed`, `split` or `merged`.
        old: Ids on the old side.
        new: Ids on the new side.
        percent: How much, of 100.
        message: One sentence.
    """

    how: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    percent: int
    message: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two revisions of a plan, compared.

    Attributes:
        title: The plan's, on the new side.
        language: Its language.
        old: What the old side is called: `HEAD~1`.
        new: Likewise the new one.
        verdict: `none`, `immaterial` or `material`.
        totals: In numbers.
        plan: Changes of the plan and its register.
        tasks: Changes task by task, in the order of the new plan.
        errors: How many errors kept something of each side from being compared.
        department: Whose changes they are, where others are left out.
        departments: Everybody whom a change reaches, in the order of the register.
        suggestions: Tasks that look alike, though nothing says that they belong together.
    """

    title: str
    language: str
    old: str
    new: str
    verdict: Verdict
    totals: Totals
    plan: tuple[ChangeView, ...]
    tasks: tuple[ChangedTask, ...]
    errors: tuple[int, int]
    department: str | None = None
    departments: tuple[str, ...] = ()
    suggestions: tuple[SuggestionView, ...] = ()

    @property
    def changes(self) -> tuple[ChangeView, ...]:
        """Every change, in the order in which they are listed."""
        return (*self.plan, *(change for task in self.tasks for change in task.changes))
