"""What is asked across the keys of one mapping, as the model's own checks ask it."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.model.header import MAX_LEVELS
from plancli.schema.fields import NUMBER, RANGE

if TYPE_CHECKING:
    from plancli.schema.fields import Fragment

NUMERIC = ("comparator", "value", "unit")

CONDITIONS: dict[str, Fragment] = {
    "Heading": {
        "oneOf": [
            {"required": ["tasks"], "properties": {"sections": False}},
            {"required": ["sections"], "properties": {"tasks": False}},
        ],
    },
    "Target": {
        "oneOf": [
            {"required": list(NUMERIC), "properties": {"statement": False}},
            {"required": ["statement"], "properties": dict.fromkeys(NUMERIC, False)},
        ],
        "if": {"required": ["comparator"], "properties": {"comparator": {"const": "between"}}},
        "then": {"properties": {"value": RANGE}},
        "else": {"properties": {"value": NUMBER}},
    },
}
"""By record."""


def nested(heading: Fragment) -> dict[str, Fragment]:
    """A heading's definition once for each level, because JSON Schema cannot count them."""
    levels = [deepcopy(heading) for _ in range(MAX_LEVELS)]
    for number, (above, _) in enumerate(pairwise(levels), start=2):
        above["properties"]["sections"]["items"] = {"$ref": f"#/$defs/Heading-{number}"}
    sections = levels[-1]["properties"]["sections"]
    del sections["items"]
    sections["maxItems"] = 0
    return {"Heading": levels[0], **{f"Heading-{number}": each for number, each in enumerate(levels[1:], start=2)}}
