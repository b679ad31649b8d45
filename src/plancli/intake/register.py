"""Who is named in a document, as the register of a plan has it."""

from __future__ import annotations

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
                self.departments.setdefault(member, {})
        else:
            self.departments.setdefault(unit.name, {}).update(dict.fromkeys(unit.aliases))

    def register(self) -> dict[str, Any]:
        """As `departments.yaml` has them, with a guessed kind for each office.

        管委会 behind another 各 is 各管委会 (`各相关产业部门、管委会`): where the document has both, they are one. An
        office whose name ends like a group's (`解放碑CBD管委会`) is one of its members.
        """
        elided = {name for name in self.groups if _EACH + name in self.groups}
        departments = [
            {"name": name, "kind": guess_kind(name)} | ({"aliases": list(aliases)} if aliases else {})
            for name, aliases in self.departments.items()
        ]
        groups = [self._group(name, members, elided) for name, members in self.groups.items() if name not in elided]
        return {"departments": departments} | ({"groups": groups} if groups else {})

    def _group(self, name: str, listed: dict[str, None], elided: set[str]) -> dict[str, Any]:
        group: dict[str, Any] = {"name": name}
        one = name.removeprefix(_EACH)
        if one in elided:
            group["aliases"] = [one]
        alike = (each for each in self.departments if each.endswith(one)) if one != name else ()
        if members := list(dict.fromkeys((*listed, *alike))):
            group["members"] = members
        return {**group, "complete": False}
