"""A file's values to a record: what does not fit is reported and left out, and the rest still loads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from plancli.diagnostics import Finding, Place, Route
from plancli.loading import faults
from plancli.source.yaml import Plain, Value
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from plancli.loading.faults import Fault

RecordT = TypeVar("RecordT", bound=BaseModel)

_EMPTY = {"", "~", "null", "Null", "NULL"}
_MISSING_PARTS = {"target_neither", "heading_neither"}


def fit(
    model: type[RecordT], value: dict[str, Value], path: str, placeholders: dict[str, Value]
) -> tuple[RecordT, list[tuple[Fault, Finding]], frozenset[str]]:
    """Make a record of a file's mapping.

    Args:
        model: The record.
        value: The file's mapping.
        path: The file, for places.
        placeholders: What stands for a required key that is missing or faulty.

    Returns:
        The record, the findings, and the top-level keys that are not what the file says.
    """
    try:
        return model.model_validate(value), [], frozenset()
    except ValidationError as error:
        errors = error.errors(include_url=False)
    mistyped = _mistyped(model, errors)
    findings = [_finding(model, value, path, each) for each in errors if tuple(each["loc"]) not in mistyped]
    damaged = {str(each["loc"][0]) for each in errors if each["loc"]}
    # Only the first round is reported: later rounds can only find what the pruning itself has caused.
    pruned: Value = value
    while errors:
        pruned = _prune(pruned, errors, placeholders)
        try:
            return model.model_validate(pruned), findings, frozenset(damaged)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    raise AssertionError  # an ValidationError names at least one error


def _mistyped(model: type[BaseModel], errors: list[ErrorDetails]) -> set[Route]:
    """Missing keys that are there under a wrong name, of which unknown-key speaks: one mistake, one message."""
    missing = {tuple(each["loc"]) for each in errors if each["type"] == "missing"}
    unknown = [tuple(each["loc"]) for each in errors if each["type"] == "extra_forbidden"] if missing else []
    return {
        (*route[:-1], meant)
        for route in unknown
        for meant in similar(str(route[-1]), _keys(model, route[:-1]))[:1]
        if (*route[:-1], meant) in missing
    }


def _prune(value: Value, errors: list[ErrorDetails], placeholders: dict[str, Value]) -> Value:
    """Leave out what does not fit; where something required is missing, what requires it."""
    routes = {_culprit(each) for each in errors}
    for route in sorted(routes, key=lambda route: [(isinstance(step, str), step) for step in route], reverse=True):
        if len(route) == 1 and route[0] in placeholders:
            value = {**value, route[0]: placeholders[str(route[0])]}
        elif route:
            value = _without(value, _existing(value, route))
    return value


def _culprit(error: ErrorDetails) -> Route:
    route: Route = tuple(error["loc"])
    return route[:-1] if error["type"] == "missing" and len(route) > 1 else route


def _without(value: Value, route: Route) -> Value:
    step, rest = route[0], route[1:]
    if isinstance(value, dict):
        if not rest:
            return {key: each for key, each in value.items() if key != step}
        return {key: _without(each, rest) if key == step else each for key, each in value.items()}
    if not rest:
        return tuple(each for index, each in enumerate(value) if index != step)
    return tuple(_without(each, rest) if index == step else each for index, each in enumerate(value))


def _existing(value: Value, route: Route) -> Route:
    """The longest part of a route that leads somewhere: a bare name has no `name` key of its own."""
    for depth, step in enumerate(route):
        in_mapping = isinstance(value, dict) and step in value
        in_list = isinstance(value, tuple) and isinstance(step, int) and step < len(value)
        if in_mapping or in_list:
            value = value[step]
        else:
            return route[:depth]
    return route


def _finding(model: type[BaseModel], value: Value, path: str, error: ErrorDetails) -> tuple[Fault, Finding]:
    """Our own words for what pydantic found, chosen by the error's type."""
    kind, route = error["type"], tuple(error["loc"])
    if kind == "missing":
        return faults.missing_key, faults.missing_key(Place(path, route[:-1]), str(route[-1]))
    if kind == "target_part":
        return faults.missing_key, faults.missing_key(Place(path, route), error["ctx"]["key"], "part")
    if kind in _MISSING_PARTS:
        return faults.missing_key, faults.missing_key(Place(path, route), "", kind.replace("_", "-"))
    if kind == "extra_forbidden":
        keys = _keys(model, route[:-1])
        return faults.unknown_key, faults.unknown_key(Place(path, route, "key"), str(route[-1]), keys)
    route = _existing(value, route)
    given = _at(value, route)
    case, choices = _wrong(model, route, kind, given)
    return faults.wrong_type, faults.wrong_type(Place(path, route), case, _shown(given), choices)


def _wrong(model: type[BaseModel], route: Route, kind: str, given: Value) -> tuple[str, tuple[str, ...]]:
    """Which wording of wrong-type applies, and what could have been chosen."""
    if kind == "literal_error" and isinstance(given, Plain) and given.text in _EMPTY:
        return "text-empty", ()
    if kind == "literal_error":
        return "choice", tuple(str(choice) for choice in _choices(model, route))
    if kind in {"string_too_short", "string_pattern_mismatch"}:
        if not given.strip():
            return "blank", ()
        return ("line" if "\n" in given else "code"), ()
    expected = {"string_type": "text", "tuple_type": "list", "model_type": "mapping", "dict_type": "mapping"}
    case = expected.get(kind, kind.replace("_", "-"))
    if case == "text" and isinstance(given, Plain):
        case = "text-empty" if given.text in _EMPTY else "text-plain"
    elif case == "list" and isinstance(given, str) and re.match(r"-[^\s-]", given):
        case = "list-tight-dash"
    elif case == "number" and isinstance(given, str) and _is_number(given):
        case = "number-quoted"
    return case, ()


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and text.isascii()


def _at(value: Value, route: Route) -> Value:
    for step in route:
        value = value[step]
    return value


def _shown(given: Value) -> str:
    """A value in a message: scalars only, and not at length."""
    text = given.text if isinstance(given, Plain) else given if isinstance(given, str) else ""
    return text if len(text) <= 30 else text[:29] + "…"  # noqa: PLR2004 - about a line's width in Chinese


def _keys(model: type[BaseModel], route: Route) -> tuple[str, ...]:
    """The keys that the mapping at a route may have."""
    inside = _annotation(model, route)
    fields = inside.model_fields if isinstance(inside, type) and issubclass(inside, BaseModel) else {}
    return tuple(key for key in fields if inside is not model or key != "id")


def _choices(model: type[BaseModel], route: Route) -> tuple[Any, ...]:
    return tuple(
        choice for part in _parts(_annotation(model, route)) if get_origin(part) is Literal for choice in get_args(part)
    )


def _annotation(model: type[BaseModel], route: Route) -> Any:  # noqa: ANN401 - a type, as typing knows it
    """The type of what stands at a route of a record."""
    found: Any = model
    for step in route:
        found = _step(found, step)
    return found


def _step(found: Any, step: str | int) -> Any:  # noqa: ANN401 - a type, as typing knows it
    for part in _parts(found):
        if isinstance(part, type) and issubclass(part, BaseModel) and step in part.model_fields:
            return _record(part.model_fields[str(step)].annotation)
        if get_origin(part) in {tuple, dict}:
            inside = get_args(part)
            return _record(inside[0] if get_origin(part) is tuple else inside[1])
    return None


def _record(annotation: Any) -> Any:  # noqa: ANN401 - a type, as typing knows it
    """The record in an annotation, where there is one; else the annotation."""
    records = [part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]
    return records[0] if records else annotation


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - a type, as typing knows it
    """An annotation, and those inside its `| None` and `Annotated`."""
    yield annotation
    if get_origin(annotation) not in {tuple, dict, Literal}:
        for inside in get_args(annotation):
            yield from _parts(inside)
