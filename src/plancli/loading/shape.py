"""A file's values to a record: what does not fit is reported and left out, and the rest still loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from plancli.diagnostics import Finding, Place
from plancli.loading import misfits
from plancli.loading.keys import NEITHER, records, torn
from plancli.loading.pruning import pruned
from plancli.loading.values import misfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from plancli.loading.faults import Fault
    from plancli.source.yaml import Value

RecordT = TypeVar("RecordT", bound=BaseModel)

MAX_ERRORS = 200
"""What a file may have wrong before the rest is not looked at: the reader is told of fewer."""


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
    findings, damaged = _findings(model, value, path, errors[:MAX_ERRORS])
    damaged |= {str(each["loc"][0]) for each in errors if each["loc"]}
    # Only the first round is reported: later rounds can only find what the pruning itself has caused.
    left: Value = value
    while errors:
        left = pruned(left, errors, placeholders)
        try:
            return model.model_validate(left), findings, frozenset(damaged)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    raise AssertionError  # an ValidationError names at least one error


def _findings(
    model: type[BaseModel], value: Value, path: str, errors: list[ErrorDetails]
) -> tuple[list[tuple[Fault, Finding]], set[str]]:
    """Our own words for what pydantic found, and the keys of the file that are there under a wrong name."""
    found = records(model, value, errors)
    findings, halves = torn(found, path)
    if () in found and found[()].is_another_file:
        return list(found[()].findings(path)), set("*")
    for route, keys in found.items():
        findings += [] if route in halves else keys.findings(path)
    findings += _misfits(model, value, path, [each for each in errors if tuple(each["loc"]) not in halves])
    return findings, set(found[()].meant.values()) if () in found else set()


def _misfits(
    model: type[BaseModel], value: Value, path: str, errors: list[ErrorDetails]
) -> Iterator[tuple[Fault, Finding]]:
    """What is wrong with values, by the error's type."""
    for error in errors:
        kind, route = error["type"], tuple(error["loc"])
        if kind == "target_part":
            yield misfits.missing_key, misfits.missing_key(Place(path, route), (error["ctx"]["key"],), "part")
        elif kind in NEITHER:
            yield misfits.missing_key, misfits.missing_key(Place(path, route), (), kind.replace("_", "-"))
        elif kind not in {"missing", "extra_forbidden"} and (finding := misfit(model, value, path, kind, route)):
            yield misfits.wrong_type, finding
