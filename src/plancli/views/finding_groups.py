"""Lay out what a check found, task by task."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity, task_of
from plancli.manual import manual
from plancli.messages import N_
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, task_path
from plancli.rules import BY_NAME
from plancli.source.legible import legible
from plancli.views.findings import ExcerptView, FindingGroup, FindingsView, FindingView, RuleView
from plancli.views.plan import plan_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.diagnostics import Diagnostic, Place
    from plancli.messages import Catalog
    from plancli.model.plan import Plan
    from plancli.source.positions import Positions

ROOM = 80
"""Characters of a line that are shown on either side of what is marked; sentences are longer than a row of a table."""

LONGEST = 240
"""Characters of what is marked that are shown."""

CUT = "…"

_FILES = {HEADER_PATH: N_("Plan"), REGISTER_PATH: N_("Register of departments")}
"""What the files are called that hold no task."""


def findings_view(  # noqa: PLR0913 - what was found and where, then what was asked
    plan: Plan,
    diagnostics: Iterable[Diagnostic],
    positions: Positions,
    words: Catalog,
    *,
    files: int,
    selected: Iterable[str] = (),
    ignored: Iterable[str] = (),
) -> FindingsView:
    """Lay out what was found.

    Args:
        plan: The plan, as far as it loads.
        diagnostics: What was found, in the order of the files.
        positions: Of the plan's files.
        words: The language that they are in.
        files: How many files were checked.
        selected: The rules that were asked, where not all were.
        ignored: The rules that were not asked.
    """
    found = list(diagnostics)
    number = Counter(each.severity for each in found)
    return FindingsView(
        plan=plan_view(plan, words),
        errors=number[Severity.ERROR],
        warnings=number[Severity.WARNING],
        infos=number[Severity.INFO],
        files=files,
        selected=tuple(sorted(selected)),
        ignored=tuple(sorted(ignored)),
        groups=tuple(_groups(plan, found, positions, words)),
        rules=rules_that_spoke(found, words),
    )


def rules_that_spoke(diagnostics: Iterable[Diagnostic], words: Catalog) -> tuple[RuleView, ...]:
    """How often each rule has spoken: the most serious first, and of these the most frequent."""
    by_rule: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        by_rule.setdefault(each.rule, []).append(each)
    order = sorted(by_rule.items(), key=lambda item: (item[1][0].severity.rank, -len(item[1]), item[0]))
    return tuple(_rule(name, found, words) for name, found in order)


def _rule(name: str, found: list[Diagnostic], words: Catalog) -> RuleView:
    fixable = sum(each.fix is not None and each.fix.applicability == "safe" for each in found)
    finds = words.gettext(manual(BY_NAME[name].function).summary)
    return RuleView(name, found[0].severity.value, len(found), fixable, finds)


def _groups(plan: Plan, found: Iterable[Diagnostic], positions: Positions, words: Catalog) -> Iterator[FindingGroup]:
    by_file: dict[str, list[Diagnostic]] = {}
    for each in found:
        by_file.setdefault(each.place.path, []).append(each)
    paths = (*_FILES, *(task_path(task.id) for task in plan.tasks), *sorted(by_file))
    numbers = count(1)
    for path in dict.fromkeys(path for path in paths if path in by_file):
        position = plan.positions.get(task_of(path) or "")
        yield FindingGroup(
            title=legible(_title(plan, path, words)),
            number=position.number if position else None,
            sections=tuple(legible(str(section)) for section in position.sections) if position else (),
            path=legible(path),
            findings=tuple(_finding(next(numbers), each, positions) for each in by_file[path]),
        )


def _title(plan: Plan, path: str, words: Catalog) -> str:
    """What people call what a file holds; a task that does not load is known by its id."""
    if path in _FILES:
        return words.gettext(_FILES[path])
    identifier = task_of(path) or path
    return plan.by_id[identifier].title if identifier in plan.by_id else identifier


def _finding(number: int, diagnostic: Diagnostic, positions: Positions) -> FindingView:
    return FindingView(
        number=number,
        severity=diagnostic.severity.value,
        rule=diagnostic.rule,
        message=legible(diagnostic.message),
        help=legible(diagnostic.help),
        excerpt=_excerpt(diagnostic.place, diagnostic.label, positions),
        related=tuple(_excerpt(each.place, each.text, positions) for each in diagnostic.related),
        fix=diagnostic.fix.applicability if diagnostic.fix else "",
    )


def _excerpt(place: Place, label: str, positions: Positions) -> ExcerptView:
    region = positions.region(place)
    start, end = region.start[1] - 1, region.end[1] - 1
    before, behind = region.line[:start].lstrip(), region.line[end:].rstrip()
    return ExcerptView(
        path=legible(place.path),
        line=region.start[0],
        column=region.start[1],
        before=(CUT if len(before) > ROOM else "") + legible(before[-ROOM:]),
        marked=_clipped(region.line[start:end], LONGEST),
        behind=_clipped(behind, ROOM),
        label=legible(label),
    )


def _clipped(text: str, most: int) -> str:
    return legible(text[:most]) + (CUT if len(text) > most else "")
