"""YAML 1.2 core as the standard says, by ruamel.yaml's own parser: what an editor hands to its JSON Schema."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

# YAML 1.2.2, 10.3.2, row by row.
_NULL = re.compile(r"null|Null|NULL|~|").fullmatch
_TRUE = re.compile(r"true|True|TRUE").fullmatch
_FALSE = re.compile(r"false|False|FALSE").fullmatch
_DECIMAL = re.compile(r"[-+]?[0-9]+").fullmatch
_OCTAL = re.compile(r"0o[0-7]+").fullmatch
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+").fullmatch
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?").fullmatch
_INFINITE = re.compile(r"[-+]?(\.inf|\.Inf|\.INF)").fullmatch
_NOT_A_NUMBER = re.compile(r"\.nan|\.NaN|\.NAN").fullmatch


def load(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """The value of a document."""
    node = YAML(typ="safe", pure=True).compose(text)
    return None if node is None else _value(node)


def _value(node: Node) -> Any:  # noqa: ANN401 - see above
    if isinstance(node, MappingNode):
        return {_value(key): _value(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_value(each) for each in node.value]
    assert isinstance(node, ScalarNode)
    return resolved(node.value) if node.style is None else node.value


def resolved(text: str) -> Any:  # noqa: ANN401, PLR0911 - one row of the table a line
    """What a plain scalar is."""
    if _NULL(text):
        return None
    if _TRUE(text):
        return True
    if _FALSE(text):
        return False
    if _DECIMAL(text):
        return int(text)
    if _OCTAL(text) or _HEXADECIMAL(text):
        return int(text, 0)
    if _FLOAT(text):
        return float(text)
    if _INFINITE(text):
        return -math.inf if text.startswith("-") else math.inf
    return math.nan if _NOT_A_NUMBER(text) else text
