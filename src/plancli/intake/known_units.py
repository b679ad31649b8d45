"""Names that a document, or the plan that it updates, surely has: what the layout broke is one of them or nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.units import read_units

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from plancli.intake.units import UnitCell


class KnownUnits:
    """Reads cells of units: what is unsure by itself may be sure by the names in other cells."""

    def __init__(self, texts: Iterable[str], register: Collection[str] = ()) -> None:
        """Read all cells once.

        Args:
            texts: The cells of units of a document.
            register: The spellings that the plan knows which it updates.
        """
        self._cells = {text: read_units(text) for text in dict.fromkeys(texts)}
        sure = (unit.name for cell in self._cells.values() for unit in cell.units if not unit.unsure)
        self._names = frozenset((*register, *sure))

    def read(self, text: str) -> UnitCell:
        """What a cell says."""
        cell = self._cells.get(text) or read_units(text)
        return read_units(text, self._names) if any(unit.unsure for unit in cell.units) else cell
