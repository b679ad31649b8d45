"""Keys that are missing or unknown: one mistake gives one message, though it may be both at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Fix, Place, Replacement, Route
from plancli.loading import misfits
from plancli.loading.annotations import annotation, keys
from plancli.loading.pruning import at
from plancli.model.task import Unit
from plancli.source.text import STAND_IN
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from plancli.loading.faults import Fault
    from plancli.source.yaml import Value

_CHINESE = re.compile("^[\u3400-\u9fff]+$").match
NEITHER = {"target_neither", "heading_neither"}
"""Errors of records that lack one key of several."""


@dataclass
class Keys:
    """A record of the file whose keys are not as they should be.

    Attributes:
        model: The type of the whole file.
        route: Where the record stands.
        given: What stands there.
        missing: Keys that are required and not there.
        unknown: Keys that are there and not known.
    """

    model: type[BaseModel]
    route: Route
    given: Value
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The keys that may stand here."""
        return keys(self.model, self.route)

    @cached_property
    def meant(self) -> dict[str, str]:
        """What unknown keys seem to stand for: the nearest one where it is not there, else the only one missing."""
        near = {key: similar(key.replace(STAND_IN, ""), self.known)[:1] for key in self.unknown}
        meant = {key: names[0] for key, names in near.items() if names and names[0] not in self.given}
        if annotation(self.model, self.route) is Unit:
            return meant  # `区发改委: 牵头` is no misspelt `name`
        strange = [key for key, names in near.items() if not names]
        lost = [key for key in self.missing if key not in meant.values()]
        return meant | (dict(zip(strange, lost, strict=True)) if len(strange) == len(lost) == 1 else {})

    @property
    def is_another_file(self) -> bool:
        """Whether this is a whole file that has nothing of what it should be."""
        return not self.route and not self.meant and not any(key in self.given for key in self.known)

    def findings(self, path: str) -> Iterator[tuple[Fault, Finding]]:
        """What to say of them."""
        if self.is_another_file:
            place = Place(path, (self.unknown[0],), "key") if self.unknown else Place(path)
            yield misfits.wrong_type, misfits.wrong_type(place, "root-keys", "", self.known)
            return
        lost = tuple(key for key in self.missing if key not in self.meant.values())
        if lost and self.unknown and annotation(self.model, self.route) is Unit:
            yield self._unknown(path, self.unknown[0], "unit")
            return
        for key in self.unknown:
            if STAND_IN not in key:  # else the character in it is told
                yield self._unknown(path, key, "full-width-colon" if "：" in key else "")
        if lost:
            yield misfits.missing_key, misfits.missing_key(Place(path, self.route), lost)

    def _unknown(self, path: str, key: str, case: str) -> tuple[Fault, Finding]:
        place = Place(path, (*self.route, key), "key")
        suggested = (self.meant[key],) if key in self.meant else ()
        fix = None
        if suggested and not case and _CHINESE(key):
            case, fix = "heading", Fix("unsafe", (Replacement(place, suggested[0]),))
        finding = misfits.unknown_key(place, key, self.known, case, suggested)
        return misfits.unknown_key, replace(finding, fix=fix)


def records(model: type[BaseModel], value: Value, errors: list[ErrorDetails]) -> dict[Route, Keys]:
    """The records whose keys are wrong, by route."""
    found: dict[Route, Keys] = {}
    for error in errors:
        kind, route = error["type"], tuple(error["loc"])
        if kind in {"missing", "extra_forbidden"}:
            record = route[:-1]
            of = found.setdefault(record, Keys(model, record, at(value, record)))
            (of.missing if kind == "missing" else of.unknown).append(str(route[-1]))
        elif kind in NEITHER:
            found.setdefault(route, Keys(model, route, at(value, route)))
    return found


def torn(found: dict[Route, Keys], path: str) -> tuple[list[tuple[Fault, Finding]], set[Route]]:
    """Records that a dash too many has torn in two: each half lacks what stands in the other.

    Returns:
        The findings, and the routes of the halves.
    """
    findings, halves = [], set[Route]()
    for route, first in found.items():
        if not route or not isinstance(route[-1], int) or route in halves:
            continue
        behind = (*route[:-1], route[-1] + 1)
        second = found.get(behind)
        if second and _fit_together(first, second):
            findings.append(
                (misfits.missing_key, misfits.missing_key(Place(path, behind), tuple(second.missing), "torn"))
            )
            halves |= {route, behind}
    return findings, halves


def _fit_together(first: Keys, second: Keys) -> bool:
    have, had = set(first.given), set(second.given)
    return not have & had and had >= set(first.missing) and have >= set(second.missing) and bool(second.missing)
