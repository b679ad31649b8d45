"""The builder: the C parser's events to values, in one flat loop, with every problem seen on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn

from _ruamel_yaml import CParser
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plancli.source.values import Plain, Problem, Value

if TYPE_CHECKING:
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


def is_text(plain: str) -> bool:
    """Whether YAML 1.2 core reads a plain scalar as text: no number, boolean or null."""
    return bool(plain) and (plain[0] not in _CORE_STARTS or not _CORE(plain))


class StopError(Exception):
    """The file passes a cap, or goes on to mean something else; what was read so far does not count."""


@dataclass(slots=True)
class Reading:
    """A text being read, and what is wrong with it so far.

    Attributes:
        text: The text.
        problems: In the order of the file.
        closed: Mappings in which a new entry seems to begin without its dash, by identity: the mapping, and how many
            of its keys are its own.
    """

    text: str
    problems: list[Problem]
    closed: dict[int, tuple[dict[str, Any], int]] = field(default_factory=dict)

    def forbid(self, case: str, event: Any) -> None:  # noqa: ANN401 - the parser's events are untyped
        """Note a part of YAML that plans do without."""
        self.problems.append(Problem("forbidden_yaml_feature", *span(event), case))

    def stop(self, problem: Problem) -> NoReturn:
        """Read no further: beside this, what was found before is of no use."""
        self.problems[:] = [problem]
        raise StopError

    def cut(self) -> None:
        """Take the keys of an entry that has no dash out of the entry before it."""
        for mapping, own in self.closed.values():
            for key in list(mapping)[own:]:
                del mapping[key]


def build(reading: Reading) -> Value | None:  # noqa: C901, PLR0912, PLR0915
    """One flat loop, because calls are what costs at ten thousand files."""
    stack: list[tuple[Any, Any]] = []
    holder: Any = None  # the dict or list being filled
    key: Any = None  # the key waiting for its value; None when a key comes next
    root: Value | None = None
    nodes = documents = 0
    event = CParser(reading.text).get_event
    while (read := event()) is not None:
        kind = type(read)
        if kind is ScalarEvent:
            nodes += 1
            value: Any = read.value
            if not read.style and (not value or value[0] in _CORE_STARTS) and _CORE(value):
                value = Plain(value)
            elif " " in value and read.style != "|" and read.start_mark.line != read.end_mark.line:
                _find_folded(reading, read, (holder, key), stack)
            if read.anchor is not None or read.ctag is not None:
                _forbid_properties(read, reading)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = holder if kind is MappingEndEvent else tuple(holder)
            holder, key = stack.pop()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            nodes += 1
            if len(stack) == MAX_DEPTH:
                reading.stop(Problem("nesting_too_deep", *span(read), facts={"limit": str(MAX_DEPTH)}))
            if key is None and type(holder) is dict:
                reading.forbid("key", read)
            if read.anchor is not None or read.ctag is not None:
                _forbid_properties(read, reading)
            stack.append((holder, key))
            holder, key = ({} if kind is MappingStartEvent else []), None
            continue
        elif kind is AliasEvent:
            reading.stop(_alias(reading.text, read))
        else:
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    reading.stop(Problem("forbidden_yaml_feature", *span(read), "documents"))
                if read.version or read.tags:
                    reading.forbid("directive", read)
            continue
        if nodes > MAX_NODES:
            reading.stop(Problem("file_too_large", *span(read), "nodes", {"limit": f"{MAX_NODES:,}"}))
        if type(holder) is list:
            holder.append(value)
        elif holder is None:
            root = value
        elif key is None:
            usable = type(value) is str and value not in holder and value != "<<"
            key = value if usable else _key(value, read, holder, stack, reading)
        else:
            if key is not _SKIP:
                holder[key] = value
            key = None
    return root


_SKIP = object()
"""Stands for a key that cannot be used, so that its value is read and dropped."""


def _key(value: Value, read: Any, holder: Any, stack: list[tuple[Any, Any]], reading: Reading) -> Any:  # noqa: ANN401 - untyped events
    """A key that needs a second look; `_SKIP` where it cannot be used."""
    if type(value) is Plain or (value == "<<" and not read.style):
        reading.forbid("key" if type(value) is Plain else "merge", read)
    elif type(value) is str and value not in holder:
        return value  # `"<<"` in quotes
    elif type(value) is str and id(holder) not in reading.closed:
        _note_repeated(value, read, holder, stack, reading)
    return _SKIP


def _note_repeated(key: str, read: Any, holder: Any, stack: list[tuple[Any, Any]], reading: Reading) -> None:  # noqa: ANN401 - untyped events
    """A list entry that has its first key again is two, of which the second has lost its dash."""
    two = type(stack[-1][0]) is list and len(holder) > 1 and next(iter(holder)) == key
    if two:
        reading.closed[id(holder)] = holder, len(holder)
    route = (*_within(stack), key)
    reading.problems.append(Problem("duplicate_key", *span(read), "dash" if two else "", {"key": key}, route))


def _within(stack: list[tuple[Any, Any]]) -> Route:
    """The route to the mapping or list that is being filled."""
    return tuple(len(outer) if type(outer) is list else name for outer, name in stack[1:])


def _find_folded(reading: Reading, read: Any, target: tuple[Any, Any], stack: list[tuple[Any, Any]]) -> None:  # noqa: ANN401 - untyped events
    """A value over several lines that is no literal block: YAML has put spaces between them."""
    holder, key = target
    if holder is None or (type(holder) is dict and (key is None or key is _SKIP)):
        return
    in_list = type(holder) is list
    start, end = span(read)
    lines = list(re.finditer(r"\S(?:[^\r\n]*\S)?", reading.text[start:end]))[read.style == ">" :]
    if read.style == ">" and len(lines) <= read.value.rstrip("\n").count("\n") + 1:
        return  # each of them a paragraph
    for line, further in pairwise(lines):
        if reading.text.count("\n", start + line.end(), start + further.start()) > 1:
            continue  # a blank line between them: a paragraph
        if in_list or not (line[0][-1].isascii() and further[0][0].isascii()):  # between Latin words it belongs
            route = (*_within(stack), len(holder) if in_list else key)
            here = (start + further.start(), start + further.end())
            reading.problems.append(Problem("folded_value", *here, "entry" if in_list else "", route=route))
            return


def _forbid_properties(read: Any, reading: Reading) -> None:  # noqa: ANN401 - the parser's events are untyped
    if read.anchor is not None:
        reading.forbid("anchor", read)
    if read.tag is not None:
        reading.forbid("tag", read)


def _alias(text: str, read: Any) -> Problem:  # noqa: ANN401 - the parser's events are untyped
    """An alias, and where the anchor stands whose value it repeats."""
    anchor = re.search(rf"&{re.escape(read.anchor)}(?=[\s,\]}}])", text[: read.start_mark.index])
    return Problem("forbidden_yaml_feature", *span(read), "alias", first=anchor.span() if anchor else None)


def span(read: Any) -> tuple[int, int]:  # noqa: ANN401 - the parser's events are untyped
    """Where an event stands, in characters."""
    start, end = read.start_mark.index, read.end_mark.index
    return start, max(end, start)
