"""Names that may be one office's: a short one and the whole, and what a bracket was taken for another name of."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from plancli.intake.document import Note, Spot
from plancli.intake.unit_names import LEVELS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_CORE = re.compile(f"(?P<level>(?:{LEVELS})?)(?P<core>.{{2,20}}?)(?:委员会|委|局|厅|办公室|办|部|署|中心)")
_MOST_NAMES = 300
_MOST_TOLD = 20


def names_alike(register: Mapping[str, Any], known: Collection[str]) -> Iterator[Note]:
    """Names of a new register at which a person should look; what the plan knows already, is not told again.

    Args:
        register: What `departments.yaml` is to hold.
        known: The spellings that the plan knows which is updated.
    """
    offices = register.get("departments", ())
    for office in offices:
        for alias in office.get("aliases", ()):
            if alias not in known:
                yield Note("another-name", Spot(), f"{office['name']}（{alias}）")
    cores: dict[str, list[tuple[str, str]]] = {}
    for name in [office["name"] for office in offices][:_MOST_NAMES]:
        if found := _CORE.fullmatch(name):
            cores.setdefault(found["level"], []).append((found["core"], name))
    pairs = (
        f"{one}、{other}"
        for level in cores.values()
        for (core, one), (longer, other) in combinations(sorted(level, key=lambda each: len(each[0])), 2)
        if (one not in known or other not in known) and _is_short_for(core, longer)
    )
    for _, pair in zip(range(_MOST_TOLD), pairs, strict=False):
        yield Note("names-alike", Spot(), pair)


def _is_short_for(core: str, longer: str) -> bool:
    """Whether a name's characters stand in another one in their order, from its first on: 发改 in 发展改革."""
    rest = iter(longer)
    return core[0] == longer[0] and all(char in rest for char in core)
