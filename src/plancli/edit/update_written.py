"""How what an update adds to a file is written: as `fmt` would write it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from plancli.edit.format_tree import STEP, canonical
from plancli.edit.update_lists import Made
from plancli.source.scalars import one_line

if TYPE_CHECKING:
    from plancli.model.shapes import Shape


def key_lines(key: str, value: Any, shape: Shape) -> tuple[str, ...]:  # noqa: ANN401 - as a file has it
    """A key with its value, without indentation.

    Args:
        key: The key.
        value: Texts, numbers, lists and mappings of them.
        shape: What the file holds.
    """
    return tuple(canonical(json.dumps({key: value}, ensure_ascii=False), shape).removesuffix("\n").split("\n"))


def made(key: str, value: Any, shape: Shape) -> Made:  # noqa: ANN401 - likewise
    """An entry for the list at a key."""
    _, *lines = key_lines(key, [value], shape)
    return Made(tuple(line.removeprefix(STEP) for line in lines), flow(value))


def flow(value: Any) -> str:  # noqa: ANN401 - likewise
    """A value in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{one_line(key, in_brackets=True)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return one_line(value, in_brackets=True) if isinstance(value, str) else json.dumps(value)
