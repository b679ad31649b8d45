"""A file's value without what does not fit, so that the rest still loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from plancli.diagnostics import Route
    from plancli.source.yaml import Value

_DROP: dict[str | int, Any] = {}
"""Stands at the end of a route: what stands there goes."""


def pruned(value: Value, errors: list[ErrorDetails], placeholders: Mapping[str, Value]) -> Value:
    """Leave out what does not fit; where something required is missing, what requires it.

    One walk, however many errors there are.
    """
    lost: dict[str | int, Any] = {}
    replaced: dict[str, Value] = {}
    for error in errors:
        route = _culprit(error)
        if len(route) == 1 and route[0] in placeholders:
            replaced[str(route[0])] = placeholders[str(route[0])]
        elif route:
            _mark(lost, existing(value, route))
    return {**_without(value, lost), **replaced}


def _culprit(error: ErrorDetails) -> Route:
    route: Route = tuple(error["loc"])
    return route[:-1] if error["type"] == "missing" and len(route) > 1 else route


def _mark(lost: dict[str | int, Any], route: Route) -> None:
    for step in route[:-1]:
        lost = lost.setdefault(step, {})
        if lost is _DROP:
            return
    lost[route[-1]] = _DROP


def _without(value: Value, lost: Mapping[str | int, Any]) -> Value:
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    kept = {step: _without(each, lost[step]) if step in lost else each for step, each in steps if _stays(lost, step)}
    return kept if isinstance(value, dict) else tuple(kept.values())


def _stays(lost: Mapping[str | int, Any], step: str | int) -> bool:
    return lost.get(step) is not _DROP


def existing(value: Value, route: Route) -> Route:
    """The longest part of a route that leads somewhere: a bare name has no `name` key of its own."""
    for depth, step in enumerate(route):
        in_mapping = isinstance(value, dict) and step in value
        in_list = isinstance(value, tuple) and isinstance(step, int) and step < len(value)
        if in_mapping or in_list:
            value = value[step]
        else:
            return route[:depth]
    return route


def at(value: Value, route: Route) -> Value:
    """What stands at a route that leads somewhere."""
    for step in route:
        value = value[step]
    return value
