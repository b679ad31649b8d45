"""What a check found, task by task: for readers who know the plan, and not the files that it is kept in.

All texts are in one line, and nothing in them is hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancli.views.plan import PlanView


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """A line of a file, and what is meant in it.

    Attributes:
        path: The file, from the plan's folder.
        line: From 1.
        column: Likewise.
        before: What stands before it, or the end of that.
        marked: What is meant; empty where something is missing there.
        behind: What stands behind it, or the beginning of that.
        label: A few words about it, or empty.
    """

    path: str
    line: int
    column: int
    before: str
    marked: str
    behind: str
    label: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One thing that was found.

    Attributes:
        number: Its place in the list, from 1.
        severity: `error`, `warning` or `info`.
        rule: What found it: `unknown-department`.
        message: One sentence.
        help: A way out, or empty.
        excerpt: Where.
        related: Other places that explain it.
        fix: How it can be mended by the program: `safe`, `unsafe`, or empty where it cannot.
    """

    number: int
    severity: str
    rule: str
    message: str
    help: str
    excerpt: ExcerptView
    related: tuple[ExcerptView, ...]
    fix: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What was found in one file: a task, or the plan or its register.

    Attributes:
        title: The task's, or what the file is called.
        number: The task's 序号, or None.
        sections: The headings above it, from the top.
        path: The file, from the plan's folder.
        findings: By line and column.
    """

    title: str
    number: int | None
    sections: tuple[str, ...]
    path: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """How often a rule has spoken.

    Attributes:
        rule: Its name.
        severity: `error`, `warning` or `info`, after the plan's own settings.
        count: How often.
        fixable: How many of its findings can be mended without asking.
        finds: One sentence.
    """

    rule: str
    severity: str
    count: int
    fixable: int
    finds: str


@dataclass(frozen=True, slots=True)
class FindingsView:
    """A check of a plan.

    Attributes:
        plan: As far as it could be read.
        errors: How many.
        warnings: Likewise.
        infos: Likewise.
        files: How many files were checked.
        selected: The rules that were asked, where not all were.
        ignored: The rules that were not asked.
        groups: The plan, the register, then task by task.
        rules: Those that have spoken, the most serious first.
    """

    plan: PlanView
    errors: int
    warnings: int
    infos: int
    files: int
    selected: tuple[str, ...]
    ignored: tuple[str, ...]
    groups: tuple[FindingGroup, ...]
    rules: tuple[RuleView, ...]
