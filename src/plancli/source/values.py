"""What a file holds, and what is wrong with it as YAML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plancli.diagnostics import Route


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain scalar that YAML 1.2 core reads as a number, boolean or null; its exact text."""

    text: str


Value = Any
"""What a file holds: `str`, `Plain`, `tuple` of values, or `dict` of values by text keys."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file as YAML.

    Attributes:
        rule: The rule that speaks of it, with `_` for `-`.
        start: Where, in characters of the file's text.
        end: Likewise, exclusive.
        case: Which wording.
        facts: What the wording needs.
        route: The value that it is about: that of a key that is written twice, a folded one.
        first: Where the thing stands that an alias repeats.
    """

    rule: str
    start: int
    end: int
    case: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    route: Route = ()
    first: tuple[int, int] | None = None


@dataclass(slots=True)
class Parsed:
    """A file's value, None where there is nothing usable, and its problems."""

    value: Value | None = None
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True
