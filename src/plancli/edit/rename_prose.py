"""Texts that speak of an office by its old name: shown, never changed, for they are the document's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.loading.reading import PROSE_KEYS
from plancli.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Route
    from plancli.source.yaml import Value

_PROSE = PROSE_KEYS | {"by", "plan", "notes"}


def prose(path: str, text: str, name: str) -> Iterator[Place]:
    """The texts of a plan file that hold a name, each with the first place where it does.

    Args:
        path: The file.
        text: What stands in it.
        name: What is looked for.
    """
    if name in text or "\\" in text:
        yield from _prose(path, (), parse(text).value, name)


def _prose(path: str, route: Route, value: Value, name: str) -> Iterator[Place]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _prose(path, (*route, key), each, name)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _prose(path, (*route, index), each, name)
    elif isinstance(value, str) and name in value and not _PROSE.isdisjoint(route):
        at = value.index(name)
        yield Place(path, route, chars=(at, at + len(name)))
