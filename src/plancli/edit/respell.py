"""Another text in the place of a value: written as the old one was, where YAML reads it the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.source.edits import Edit
from plancli.source.scalars import one_line
from plancli.source.tree import BLOCKS

if TYPE_CHECKING:
    from plancli.source.yaml import Node


def respelled(text: str, node: Node, old: str, new: str) -> Edit | None:
    """How a value is written anew, with no byte changed around its words.

    Args:
        text: The file's text.
        node: Where the value stands, of which `old` is all but the space around it.
        old: What it says.
        new: What it shall say: one line.

    Returns:
        None for a block that holds the old text in a form of its own.
    """
    if node.style in BLOCKS:
        return _in_block(text, node, old, new)
    return Edit(
        node.start, node.end, one_line(new, node.style or "", in_brackets=True)
    )  # what fits there fits anywhere


def _in_block(text: str, node: Node, old: str, new: str) -> Edit | None:
    """Behind the `|` may stand a comment, and before every line its indentation."""
    body = text.index("\n", node.start)
    at = text.find(old, body, node.end)
    return Edit(at, at + len(old), new) if at >= 0 and text[body : node.end].strip() == old else None
