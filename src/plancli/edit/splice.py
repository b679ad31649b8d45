"""Where a declaration is inserted into a task's text, and how it is written there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.model.identifiers import fault
from plancli.source.yaml import locate, parse

if TYPE_CHECKING:
    from plancli.diagnostics import Route
    from plancli.source.yaml import Node

_BREAK = re.compile(r"\r\n|\n|\r")
_DOCUMENT_END = re.compile(r"^\.\.\.(?=\s|\Z)", re.MULTILINE)


class Insertion(NamedTuple):
    """Text to insert into a file's text.

    Attributes:
        at: Before which character.
        text: What.
    """

    at: int
    text: str

    def into(self, text: str) -> str:
        """The text with the insertion."""
        return text[: self.at] + self.text + text[self.at :]


def scalar(identifier: str) -> str:
    """An id as YAML: in quotes where it is none by our grammar, or where YAML would read a number, boolean or null."""
    if not fault(identifier) and parse(f"- {identifier}\n").value == (identifier,):
        return identifier
    return json.dumps(identifier, ensure_ascii=not identifier.isprintable())


def lines(key: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """A declaration as it is written at the end of a file: lists in block style, so that merges work."""
    if key == "split_from":
        return (f"{key}: {scalar(ids[0])}",)
    return (f"{key}:", *(f"  - {scalar(identifier)}" for identifier in ids))


def insertion(text: str, key: str, ids: tuple[str, ...]) -> Insertion:
    """Find where a declaration goes: behind the list's last entry, or at the file's end where the key is missing.

    Args:
        text: A task's file without a byte order mark; sound YAML, and what stands at the key is a list.
        key: `formerly`, `merged_from` or `split_from`.
        ids: What to add to it.
    """
    nodes = locate(text)
    if (key,) not in nodes:
        return _at_the_end(text, nodes, lines(key, ids))
    return appended(text, nodes, (key,), tuple(map(scalar, ids)))


def appended(text: str, nodes: dict[Route, Node], route: Route, added: tuple[str, ...]) -> Insertion:
    """Find where more entries of a list go: behind its last one.

    Args:
        text: A file without a byte order mark.
        nodes: Where everything stands in it.
        route: The list.
        added: Scalars, as YAML.
    """
    if text.startswith("[", nodes[route].start):
        return _in_brackets(nodes, route, ", ".join(added))
    at = line_behind(text, nodes[(*route, _count(nodes, route) - 1)])
    return whole_lines(text, at, indent(text, nodes[route].start), tuple(f"- {each}" for each in added))


def _at_the_end(text: str, nodes: dict[Route, Node], added: tuple[str, ...]) -> Insertion:
    last = max(node.end for node in nodes.values())
    closed = _DOCUMENT_END.search(text, last)
    column = indent(text, min((node.key[0] for node in nodes.values() if node.key), default=0))
    return whole_lines(text, closed.start() if closed else len(text), column, added)


def line_behind(text: str, scalar: Node) -> int:
    """Where the line begins that follows a scalar, and the comment on its line."""
    if text[scalar.end - 1] in "\r\n":  # only a block's end (`- |`) is the beginning of a line
        return scalar.end
    found = _BREAK.search(text, scalar.end)
    return found.end() if found else len(text)


def _in_brackets(nodes: dict[Route, Node], route: Route, added: str) -> Insertion:
    if count := _count(nodes, route):
        return Insertion(nodes[(*route, count - 1)].end, f", {added}")
    return Insertion(nodes[route].end, added)


def _count(nodes: dict[Route, Node], route: Route) -> int:
    return sum(each[:-1] == route for each in nodes if each)


def whole_lines(text: str, at: int, spaces: str, added: tuple[str, ...]) -> Insertion:
    """Lines with the same end as the line before, behind these spaces."""
    end = _line_end(text, at)
    missing = "" if text[at - 1] in "\r\n" else end
    return Insertion(at, missing + "".join(f"{spaces}{line}{end}" for line in added))


def _line_end(text: str, at: int) -> str:
    before = text.rfind("\n", 0, at)
    if before < 0:
        return "\r" if "\r" in text[:at] else "\n"
    return "\r\n" if text[max(0, before - 1)] == "\r" else "\n"


def indent(text: str, at: int) -> str:
    """As many spaces as stand, or would stand, before a character of a line."""
    return " " * (at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) - 1)
