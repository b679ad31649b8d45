"""What the model says of a place in a file: the keys that may stand there, the words to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Route


def keys(model: type[BaseModel], route: Route) -> tuple[str, ...]:
    """The keys that the mapping at a route may have."""
    inside = annotation(model, route)
    fields = inside.model_fields if isinstance(inside, type) and issubclass(inside, BaseModel) else {}
    return tuple(key for key in fields if inside is not model or key != "id")


def choices(model: type[BaseModel], route: Route) -> tuple[Any, ...]:
    """The words that may stand at a route."""
    return tuple(
        choice for part in _parts(annotation(model, route)) if get_origin(part) is Literal for choice in get_args(part)
    )


def annotation(model: type[BaseModel], route: Route) -> Any:  # noqa: ANN401 - a type, as typing knows it
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
