"""One fault in every key of the format: a typing error in the key, and a value of another type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.source.yaml import Node, locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diagnostics import Route

FREE = {"notes", "checks", "diff"}
"""Mappings whose keys are the plan's own, or names of rules."""


def of_every_key(whole: Mapping[str, str]) -> dict[str, bytes]:
    """Such files by name.

    Args:
        whole: The sound plan's files, which use every key, by the folder that the bad ones are named under.
    """
    return {
        f"{folder}/{name}": text.encode()
        for folder, sound in whole.items()
        for route, node, end in _keyed(sound)
        for name, text in _with_faults(sound, route, node, end)
    }


def _keyed(text: str) -> Iterator[tuple[Route, Node, int]]:
    """Every key's first place, with its end: of several list entries with the same keys, the first that has it."""
    seen = set()
    for route, node in locate(text).items():
        keys = tuple(step for step in route if isinstance(step, str))
        if node.key and keys not in seen:
            seen.add(keys)
            yield route, node, node.key[1]


def _with_faults(text: str, route: Route, node: Node, end: int) -> Iterator[tuple[str, str]]:
    name = ".".join(map(str, route))
    other = "甲" if node.style is None else "[甲]"  # a text for a list or keys, a list for a text
    if not FREE & {*route[:-1]}:
        yield f"typo/{name}", f"{text[:end]}x{text[end:]}"
    yield f"type/{name}", f"{text[:end]}: {other}\n{_behind(text, node)}"


def _behind(text: str, node: Node) -> str:
    """What stands behind a value, from the next line on: a block's end is where the next thing begins."""
    if node.style in {"|", None} and text[node.end - 1 : node.end] != "]":
        return text[text.rfind("\n", 0, node.end) + 1 :]
    return text[text.find("\n", node.end) + 1 :]
