"""Who is named in a document, as the register of a plan has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plancli.intake.unit_names import guess_kind, is_group

if TYPE_CHECKING:
    from plancli.intake.unit_reading import ReadUnit

_EACH = "各"


@dataclass
class Named:
    """The names of a document, in the order in which they first occur.

    Attributes:
        departments: Offices, each with its other names.
        groups: Names that stand for several offices, each with the members that a cell lists.
    """

    departments: dict[str, dict[str, None]] = field(default_factory=dict)
    groups: dict[str, dict[str, None]] = field(default_factory=dict)

    def take(self, unit: ReadUnit) -> None:
        """Take a name as a cell has it, with what stands in brackets behind it."""
        if unit.members or is_group(unit.name):
            self.groups.setdefault(unit.name, {}).update(dict.fromkeys(unit.members))
            for member in unit.members:
                (self.groups if is_group(member) else self.departments).setdefault(member, {})
        else:
            self.departments.setdefault(unit.name, {}).update(dict.fromkeys(unit.aliases))

    @property
    def apart(self) -> list[tuple[str, str]]:
        """Offices and what brackets call them besides, where that is named by itself too: nobody can say for whom."""
        claims = Counter(alias for aliases in self.departments.values() for alias in aliases)
        return [
            (name, alias)
            for name, aliases in self.departments.items()
            for alias in aliases
            if alias in self.departments or alias in self.groups or claims[alias] > 1
        ]

    def register(self) -> dict[str, Any]:
        """As `departments.yaml` has them, with a guessed kind for each office.

        管委会 behind another 各 is 各管委会 (`各相关产业部门、管委会`): where the document has both, they are one. An
        office whose name ends like a group's (`解放碑CBD管委会`) is one of its members.
        """
        elided = {name for name in self.groups if _EACH + name in self.groups}
        apart = {alias for _, alias in self.apart}
        own = {name: [each for each in said if each not in apart] for name, said in self.departments.items()}
        departments = [
            {"name": name, "kind": guess_kind(name)} | ({"aliases": aliases} if aliases else {})
            for name, aliases in own.items()
        ]
        alike = self._alike()
        groups = [
            self._group(name, [*members, *alike.get(name, ())], elided)
            for name, members in self.groups.items()
            if name not in elided
        ]
        return {"departments": departments} | ({"groups": groups} if groups else {})

    def _alike(self) -> dict[str, list[str]]:
        """The offices whose names end like each group's: 解放碑CBD管委会 of 各管委会."""
        ends = {name: name.removeprefix(_EACH) for name in self.groups if name.startswith(_EACH)}
        lengths = sorted(set(map(len, ends.values())))
        found: dict[str, list[str]] = {}
        for each in self.departments:
            for length in lengths:
                if length <= len(each):
                    found.setdefault(each[-length:], []).append(each)
        return {name: found.get(end, []) for name, end in ends.items()}

    def _group(self, name: str, members: list[str], elided: set[str]) -> dict[str, Any]:
        group: dict[str, Any] = {"name": name}
        one = name.removeprefix(_EACH)
        if one in elided:
            group["aliases"] = [one]
        if members:
            group["members"] = list(dict.fromkeys(members))
        return {**group, "complete": False}
