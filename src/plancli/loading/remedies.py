"""Fixes of marks that YAML cannot read where they can mean nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from plancli.diagnostics import Fix, Place, Replacement
from plancli.model.shapes import shape_of
from plancli.source.syntax import explain_first_line
from plancli.source.yaml import parse

if TYPE_CHECKING:
    from plancli.model.shapes import Shape
    from plancli.source.mistakes import Syntax
    from plancli.source.yaml import Problem

_RIGHT = {"full-width-colon": ":", "tight-colon": ":", "tight-dash": "-", "tab-after-dash": ""}
"""What stands in their place, before a space."""

_AT_ONCE = 200_000
"""How many characters are read at most for one fix: YAML stops at the first mistake, so each takes another reading."""


def remedy(path: str, text: str, problem: Problem | Syntax) -> Fix | None:
    """What mends a place at which YAML stops, and the like ones behind it: who types one full-width colon types many.

    A colon is mended only behind a key of the format: 目标： may as well be the prose of a text that lost its `|`.

    Args:
        path: Which file.
        text: What it holds.
        problem: What is wrong with it.
    """
    known = _keys(shape_of(path))
    made: list[Replacement] = []
    grown, left = 0, _AT_ONCE
    stop: Problem | Syntax | None = problem
    while stop and stop.case in _RIGHT and stop.facts.get("key") in {None, *known}:
        end = stop.end
        right = _RIGHT[stop.case] + ("" if text[end : end + 1] in {*" \t\r\n"} else " ")
        made.append(Replacement(Place(path, span=(stop.start - grown, end - grown)), right))
        text = text[: stop.start] + right + text[end:]
        grown += len(right) - (end - stop.start)
        left -= len(text)
        stop = _next_stop(text, end) if left > 0 else None
    return Fix("safe", tuple(made)) if made else None


def _next_stop(text: str, behind: int) -> Problem | Syntax | None:
    """Where YAML stops now; None where that is not further on."""
    parsed = parse(text)
    stops: list[Problem | Syntax] = [each for each in parsed.problems if each.rule == "invalid_yaml"]
    if isinstance(parsed.value, str) and (found := explain_first_line(text)):
        stops.append(found)
    return next((each for each in stops if each.start >= behind), None)


@cache
def _keys(shape: Shape) -> frozenset[str]:
    """The keys in a place and all places below it; headings stand below headings."""
    met: set[Shape] = set()
    ahead = [shape]
    while ahead:
        here = ahead.pop()
        if here not in met:
            met.add(here)
            ahead += here.keys.values()
            ahead += [here.entries] if here.entries else []
    return frozenset(key for here in met for key in here.keys)
