"""Arbitrary YAML: nested lists, mappings and scalars, and a dumper of our own, so that no writer tidies them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from plancli.model.header import Header
from plancli.model.register import Department, Group, Register
from plancli.model.task import Target, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

Tree = str | list["Tree"] | dict[str, "Tree"]
"""A scalar as it is written, with its quotes; a list; a mapping by keys as they are written."""

SOUND = (
    *("", "~", "null", "true", "False", "no", "on", "off", "1", "-1", "012", "1.10", ".5", "5.", "1e3", "0x1F"),
    *("0o17", ".inf", ".nan", "99999999999999999999", "2027", "2027-06", "2027-06-30", "2027-13", "ongoing"),
    *("at-least", "between", "government", "issued", "draft", "zh-CN", "restart", "区发改委"),
    *("区发改委、区生态环境局", "节能降碳", "到2027年，建成1家。", "家"),
)
"""Scalars that mean something somewhere."""

PLAIN = (
    *SOUND,
    *(
        "<<",
        "=",
        "推进 #1",
        "a: b",
        "- a",
        "&a",
        "*a",
        "!a",
        "%",
        "|",
        ">",
        "[",
        "{",
        '"',
        "'",
        "\t",
        "　",
        "-a",
        "a：b",
    ),
)
"""And scalars that break something."""

quoted = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(
    lambda text: json.dumps(text, ensure_ascii=False)
)
scalars: st.SearchStrategy[Tree] = st.one_of(st.sampled_from(PLAIN), quoted)

KEYS = sorted({key for model in (Task, Target, Header, Register, Department, Group) for key in model.model_fields})
keys = st.one_of(st.sampled_from(KEYS), st.sampled_from([*SOUND, "heading", "start", "what"]), quoted)


def trees(leaves: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Trees with these leaves, and keys of the format among others."""
    return st.recursive(
        leaves,
        lambda inside: st.one_of(st.lists(inside, max_size=4), st.dictionaries(keys, inside, max_size=6)),
        max_leaves=20,
    )


mappings: st.SearchStrategy[dict[str, Tree]] = st.dictionaries(keys, trees(scalars), max_size=8)


def dump(tree: Tree, *, flow: bool = False) -> str:
    """A tree as YAML, in block or in flow style."""
    return (_flow(tree) if flow else _block(tree, 0).removeprefix("\n").lstrip(" ")) + "\n"


def _flow(tree: Tree) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(_flow, tree)) + "]"
    return tree


def _block(tree: Tree, depth: int) -> str:
    pad = "\n" + "  " * depth
    if isinstance(tree, dict):
        return "".join(f"{pad}{key}:{_block(value, depth + 1)}" for key, value in tree.items()) or " {}"
    if isinstance(tree, list):
        return "".join(f"{pad}-{_block(value, depth + 1)}" for value in tree) or " []"
    return f" {tree}"


def routes(tree: Tree) -> Iterator[tuple[str | int, ...]]:
    """Every place in a tree but its root."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, inside in steps:
        yield (step,)
        for route in routes(inside):
            yield (step, *route)


def replaced(tree: Tree, route: tuple[str | int, ...], by: Tree) -> Tree:
    """The tree with another value at a route."""
    if not route:
        return by
    step, *rest = route
    if isinstance(tree, dict):
        return {key: replaced(each, tuple(rest), by) if key == step else each for key, each in tree.items()}
    return [replaced(each, tuple(rest), by) if index == step else each for index, each in enumerate(tree)]
