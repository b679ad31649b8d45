"""A plan as a fix would leave it: its replacements made in the loaded values, without any file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plancli.model.plan import HEADER_PATH, Plan, task_path

if TYPE_CHECKING:
    from plancli.diagnostics import Fix, Replacement, Route


def mended(plan: Plan, fix: Fix) -> Plan:
    """The plan with all replacements of a fix."""
    for each in sorted(fix.replacements, key=lambda each: each.place.chars or (0, 0), reverse=True):
        if each.place.path == HEADER_PATH:
            plan = replace(plan, header=_with(plan.header, each.place.route, each))
        else:
            tasks = (
                _with(task, each.place.route, each) if task_path(task.id) == each.place.path else task
                for task in plan.tasks
            )
            plan = replace(plan, tasks=tuple(tasks))
    return plan


def _with(value: Any, route: Route, replacement: Replacement) -> Any:  # noqa: ANN401 - records, lists and texts
    if isinstance(value, tuple):
        at = route[0] if route else 0  # a quote of one fragment is a text in its file
        return tuple(_with(each, route[1:], replacement) if index == at else each for index, each in enumerate(value))
    if route:
        key = str(route[0])
        return value.model_copy(update={key: _with(getattr(value, key), route[1:], replacement)})
    start, end = replacement.place.chars or (0, len(value))
    return value[:start] + replacement.text + value[end:]
