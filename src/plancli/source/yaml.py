"""YAML text to values, with every problem seen; a small builder over the C parser's events.

Why our own: ready-made loaders crash on 28,000 nested brackets, expand aliases for minutes, drop the first of
two equal keys in silence and turn `no` into False. Here nothing is resolved: a scalar is its text, or a `Plain`
where YAML 1.2 core would read the plain text as a number, boolean or null.

Positions are not kept. `locate` reads a file again when a place in it has to be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plancli.source.building import MAX_DEPTH, MAX_NODES, Reading, StopError, build, span
from plancli.source.syntax import explain
from plancli.source.values import Parsed, Plain, Problem, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plancli.diagnostics import Route

__all__ = ["MAX_DEPTH", "MAX_NODES", "Node", "Parsed", "Plain", "Problem", "Value", "locate", "parse"]


def parse(text: str) -> Parsed:
    """Read one YAML document.

    Args:
        text: The file without a byte order mark.

    Returns:
        The value and all problems. After a syntax error, an alias, a tag or a second document the value is None: to
        go on would report consequences as faults of their own.
    """
    parsed = Parsed()
    reading = Reading(text, parsed.problems)
    try:
        parsed.value = build(reading)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        context = getattr(error, "context_mark", None) if isinstance(error, MarkedYAMLError) else None
        found = explain(text, mark.index if mark else len(text), context.index if context else None)
        problem = Problem(found.rule, found.start, found.end, found.case, found.facts)
        own = [each for each in parsed.problems if each.case != "key" and each.rule != "folded_value"]
        parsed.problems[:] = [*own, problem]  # the others are as likely the same mistake, seen too early
        parsed.value, parsed.whole = None, False
    except StopError:
        parsed.value, parsed.whole = None, False
    if parsed.problems and any(problem.case in {"merge", "tag"} for problem in parsed.problems):
        parsed.value, parsed.whole = None, False
    reading.cut()
    return parsed


@dataclass(frozen=True, slots=True)
class Node:
    """Where a value stands in its file, in characters.

    Attributes:
        start: Of the value.
        end: Likewise, exclusive; for block collections the start of what follows.
        style: `|`, `>`, `"`, `'`, empty for a plain scalar; None for a collection.
        key: Where its key stands, in a mapping.
    """

    start: int
    end: int
    style: str | None
    key: tuple[int, int] | None


def locate(text: str) -> dict[Route, Node]:
    """Where everything stands, by route; as far as the file can be read. Of equal keys, the first one's place."""
    found: dict[Route, Node] = {}
    try:
        for route, node in _walk(CParser(text).get_event):
            found.setdefault(route, node)
    except YAMLError:
        pass  # what stands before a syntax error has its place all the same
    return found


def _walk(event: Callable[[], Any]) -> Iterator[tuple[Route, Node]]:
    frames: list[_Frame] = [_Frame((), is_list=True, parent=True)]
    within_key = 0  # how deep in a key that is itself a collection
    while (read := event()) is not None and len(frames) <= MAX_DEPTH + 1:
        kind = type(read)
        top = frames[-1]
        opens = kind in {MappingStartEvent, SequenceStartEvent}
        if within_key or (opens and not top.is_list and top.key is None):
            within_key += opens - (kind in {MappingEndEvent, SequenceEndEvent})
            if within_key > MAX_DEPTH:
                return
            if not within_key:
                top.key, top.name = span(read), ""
            continue
        if kind in {MappingEndEvent, SequenceEndEvent}:
            frames.pop()
        elif kind in {ScalarEvent, AliasEvent}:
            if not top.is_list and top.key is None:
                top.key, top.name = span(read), getattr(read, "value", "")
                continue
            style = (read.style or "") if kind is ScalarEvent else ""
            yield top.step(), Node(*span(read), style, top.key)
            top.key = None
        elif kind in {MappingStartEvent, SequenceStartEvent}:
            route = top.step()
            yield route, Node(*span(read), None, top.key)
            top.key = None
            frames.append(_Frame(route, is_list=kind is SequenceStartEvent))


@dataclass(slots=True)
class _Frame:
    """A collection being walked: its route and the step to its next value."""

    route: Route
    is_list: bool
    parent: bool = False
    index: int = -1
    name: str = ""
    key: tuple[int, int] | None = None

    def step(self) -> Route:
        if self.parent:
            return ()
        if self.is_list:
            self.index += 1
            return (*self.route, self.index)
        return (*self.route, self.name)
