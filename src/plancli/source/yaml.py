"""YAML text to values, with every problem seen; a small builder over the C parser's events.

Why our own: ready-made loaders crash on 28,000 nested brackets, expand aliases for minutes, drop the first of
two equal keys in silence and turn `no` into False. Here nothing is resolved: a scalar is its text, or a `Plain`
where YAML 1.2 core would read the plain text as a number, boolean or null.

Positions are not kept. `locate` reads a file again when a place in it has to be shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plancli.source.syntax import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plancli.diagnostics import Route

MAX_DEPTH = 16
"""Mappings and lists inside each other. An outline of four levels, the deepest thing in a plan, takes nine."""

MAX_NODES = 20_000
"""Values in one file. An outline of 10,000 tasks takes 10,000."""

# YAML 1.2.2, 10.3.2 "Tag Resolution" of the core schema: plain scalars that are not strings.
_CORE = re.compile(
    r"(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))?"
).fullmatch

_CORE_STARTS = frozenset("~nNtTfF-+.0123456789")
"""What such scalars begin with; to look at one character first spares most texts the pattern."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain scalar that YAML 1.2 core reads as a number, boolean or null; its exact text."""

    text: str


Value = Any
"""What a file holds: `str`, `Plain`, `tuple` of values, or `dict` of values by text keys."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file as YAML.

    Attributes:
        rule: The rule that speaks of it, with `_` for `-`.
        start: Where, in characters of the file's text.
        end: Likewise, exclusive.
        case: Which wording.
        facts: What the wording needs.
        route: The value whose key is written twice, the first time.
    """

    rule: str
    start: int
    end: int
    case: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    route: Route = ()


@dataclass(slots=True)
class Parsed:
    """A file's value, None where there is nothing usable, and its problems."""

    value: Value | None = None
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True


class _TooMuchError(Exception):
    """The file passes a cap; what was read so far does not count."""


def parse(text: str) -> Parsed:
    """Read one YAML document.

    Args:
        text: The file without a byte order mark.

    Returns:
        The value and all problems. After a syntax error, an alias or a second document the value is None: to go
        on would report consequences as faults of their own.
    """
    parsed = Parsed()
    try:
        parsed.value = _build(CParser(text).get_event, parsed.problems)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        context = getattr(error, "context_mark", None) if isinstance(error, MarkedYAMLError) else None
        found = explain(text, mark.index if mark else len(text), context.index if context else None)
        parsed.problems.append(Problem(found.rule, found.start, found.end, found.case, found.facts))
        parsed.value, parsed.whole = None, False
    except _TooMuchError:
        parsed.value, parsed.whole = None, False
    if parsed.problems and any(problem.case in {"alias", "merge", "documents"} for problem in parsed.problems):
        parsed.value, parsed.whole = None, False
    return parsed


def _build(event: Callable[[], Any], problems: list[Problem]) -> Value | None:  # noqa: C901, PLR0912, PLR0915
    """One flat loop, because calls are what costs at ten thousand files."""
    stack: list[tuple[Any, Any]] = []
    holder: Any = None  # the dict or list being filled
    key: Any = None  # the key waiting for its value; None when a key comes next
    root: Value | None = None
    nodes = documents = 0
    while (read := event()) is not None:
        kind = type(read)
        if kind is ScalarEvent:
            nodes += 1
            value: Any = read.value
            if not read.style and (not value or value[0] in _CORE_STARTS) and _CORE(value):
                value = Plain(value)
            if read.anchor is not None or read.ctag is not None:
                _forbid_properties(read, problems)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = holder if kind is MappingEndEvent else tuple(holder)
            holder, key = stack.pop()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            nodes += 1
            if len(stack) == MAX_DEPTH:
                problems.append(Problem("nesting_too_deep", *_span(read), facts={"limit": str(MAX_DEPTH)}))
                raise _TooMuchError
            if read.anchor is not None or read.ctag is not None:
                _forbid_properties(read, problems)
            stack.append((holder, key))
            holder, key = ({} if kind is MappingStartEvent else []), None
            continue
        elif kind is AliasEvent:
            problems.append(_forbidden("alias", read))
            value = ""
        else:
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    problems.append(_forbidden("documents", read))
                if read.version or read.tags:
                    problems.append(_forbidden("directive", read))
            continue
        if nodes > MAX_NODES:
            problems.append(Problem("file_too_large", *_span(read), "nodes", {"limit": f"{MAX_NODES:,}"}))
            raise _TooMuchError
        if type(holder) is list:
            holder.append(value)
        elif holder is None:
            root = value if documents == 1 else root
        elif key is None:
            usable = type(value) is str and value not in holder and value != "<<"
            key = value if usable else _key(value, read, holder, stack, problems)
        else:
            if key is not _SKIP:
                holder[key] = value
            key = None
    return root


_SKIP = object()
"""Stands for a key that cannot be used, so that its value is read and dropped."""


def _key(value: Value, read: Any, holder: Any, stack: list[tuple[Any, Any]], problems: list[Problem]) -> Any:  # noqa: ANN401 - untyped events
    if type(value) is not str:
        problems.append(_forbidden("key", read))
        return _SKIP
    if value == "<<" and not read.style:
        problems.append(_forbidden("merge", read))
        return _SKIP
    if value in holder:
        within = [len(outer) if type(outer) is list else name for outer, name in stack[1:]]
        problems.append(Problem("duplicate_key", *_span(read), facts={"key": value}, route=(*within, value)))
        return _SKIP
    return value


def _forbid_properties(read: Any, problems: list[Problem]) -> None:  # noqa: ANN401 - the parser's events are untyped
    if read.anchor is not None:
        problems.append(_forbidden("anchor", read))
    if read.tag is not None:
        problems.append(_forbidden("tag", read))


def _forbidden(case: str, read: Any) -> Problem:  # noqa: ANN401 - the parser's events are untyped
    return Problem("forbidden_yaml_feature", *_span(read), case)


def _span(read: Any) -> tuple[int, int]:  # noqa: ANN401 - the parser's events are untyped
    start, end = read.start_mark.index, read.end_mark.index
    return start, max(end, start)


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
                top.key, top.name = _span(read), ""
            continue
        if kind in {MappingEndEvent, SequenceEndEvent}:
            frames.pop()
        elif kind in {ScalarEvent, AliasEvent}:
            if not top.is_list and top.key is None:
                top.key, top.name = _span(read), getattr(read, "value", "")
                continue
            style = (read.style or "") if kind is ScalarEvent else ""
            yield top.step(), Node(*_span(read), style, top.key)
            top.key = None
        elif kind in {MappingStartEvent, SequenceStartEvent}:
            route = top.step()
            yield route, Node(*_span(read), None, top.key)
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
