"""Characters that no plan may hold: written in the file, or brought in by an escape."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Route
from plancli.loading import faults
from plancli.source.text import FORBIDDEN, LONE_RETURN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.loading.faults import Fault
    from plancli.source.yaml import Value


def forbidden(path: str, text: str) -> Iterator[tuple[Fault, Finding]]:
    """Each character once, where it first stands: a file full of them has one mistake, not a thousand."""
    if "\r" in text and (lone := [each.span() for each in LONE_RETURN.finditer(text)]):
        yield _found("\r", Place(path, span=lone[0]), len(lone))
    for char in dict.fromkeys(FORBIDDEN.findall(text)):
        at = text.index(char)
        yield _found(char, Place(path, span=(at, at + 1)), text.count(char))


def escaped(path: str, route: Route, value: Value, told: str) -> Iterator[tuple[Fault, Finding]]:
    """Characters that a double-quoted text brings in by escapes.

    Args:
        path: The file.
        route: Where in it.
        value: What stands there.
        told: Characters that do not count, because they stand for others that are told.
    """
    if isinstance(value, str):
        for char in dict.fromkeys(FORBIDDEN.findall(value)):
            if char not in told:
                yield _found(char, Place(path, route), value.count(char))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from escaped(path, (*route, key), each, told)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from escaped(path, (*route, index), each, told)


def _found(char: str, place: Place, count: int) -> tuple[Fault, Finding]:
    return faults.forbidden_character, faults.forbidden_character(place, *_named(char), count)


_CONTROLS = {
    "\0": "NUL",
    "\x08": "BACKSPACE",
    "\x0b": "VERTICAL TAB",
    "\x0c": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
}


def _named(char: str) -> tuple[str, str]:
    """Code point and Unicode name: `U+202E`, `RIGHT-TO-LEFT OVERRIDE`."""
    is_none = char in "\ufffe\uffff" or "\ufdd0" <= char <= "\ufdef"
    name = _CONTROLS.get(char, "NONCHARACTER" if is_none else "CONTROL CHARACTER")
    return f"U+{ord(char):04X}", unicodedata.name(char, name)
