"""What a cell of units says: who, limited to what, and the phrase that closes it.

Names are parted by marks, by lines and by spaces; what was unsure says so by a code:

- `prefix-carried`: 省 was taken over from the name before (省保密局、密码管理局)
- `prefix-missing`: it may have to be taken over, and was not
- `broken-name`: space or a line feed in the name was taken for the layout's
- `joined-by-and`: parted at 和, 及 or 与; `maybe-joined`: not parted there
- `alias-or-part`, `members-or-scope`, `bracket-unsure`: what the bracket is; `role-in-bracket`: it gives a role
- `maybe-several`: names may run together in it, or a number stands before it (市财政局市教育局, 市财政局/市教育局)
- `not-like-a-unit`: it does not end like an office's name
- of the cell: `and-others` (等), `duty-inside` (a closing phrase before the last name), `roles-inside` (牵头 and 配合
  in one cell), `unpaired-bracket`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plancli.intake.brackets import pairs
from plancli.intake.unit_names import carried, is_functional
from plancli.intake.unit_pieces import Piece
from plancli.intake.unit_pieces import pieces as cut
from plancli.intake.unit_reading import read_unit
from plancli.intake.unit_words import AND

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from plancli.intake.unit_reading import ReadUnit

CellKind = Literal["units", "none", "blank"]

_NONE = re.compile(r"[-—–―－─一_]{1,6}|[/\\]{1,3}|无|暂无|不涉及|無")

_ROLE = re.compile("牵头|配合|协助|参与|参加")


@dataclass(frozen=True, slots=True)
class UnitCell:
    """What a cell of units says.

    Attributes:
        units: Who, in the cell's order.
        duty: The phrase that closes the cell, without a full stop: 按职责分工负责.
        kind: `none` where the cell says that there is nobody, `blank` where it says nothing.
        unsure: Why a person should look at the cell as a whole.
        pieces: The cell's whole text and what each stretch of it was taken for.
    """

    units: tuple[ReadUnit, ...]
    duty: str
    kind: CellKind
    unsure: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()


def read_units(text: str, known: Container[str] = ()) -> UnitCell:
    """What a cell of units says.

    Args:
        text: The cell's text.
        known: Names that are known to be units' as a whole.
    """
    bare = text.strip()
    if not bare:
        return UnitCell((), "", "blank", (), (Piece("separator", text),) if text else ())
    if _NONE.fullmatch(bare):
        return UnitCell((), "", "none", (), (Piece("none", text),))
    closings, is_paired = pairs(text)
    pieces = list(cut(text, closings, known))
    units = _carry_over(_units(pieces, known), known)
    duty, codes = _duty(pieces)
    if not is_paired:
        codes = (*codes, "unpaired-bracket")
    return UnitCell(tuple(units), duty, "units", codes, tuple(pieces))


def account(cell: UnitCell) -> str:
    """The text of a cell put together again from what its stretches were taken for; nothing of it is lost."""
    return "".join(piece.text for piece in cell.pieces)


def _units(pieces: list[Piece], known: Container[str]) -> Iterator[tuple[str, ReadUnit]]:
    """The units of a cell, each with what parts it from the one before."""
    before = ""
    for piece in pieces:
        if piece.kind != "name":
            before += piece.text
            continue
        unit = read_unit(piece.text, known)
        codes = ("joined-by-and",) if AND.fullmatch(before.strip()) else ()
        yield before, unit._replace(unsure=codes + unit.unsure)
        before = ""


def _carry_over(units: Iterator[tuple[str, ReadUnit]], known: Container[str]) -> Iterator[ReadUnit]:
    """Units with the level that the one before lends them; 、 lets it pass, other marks do not."""
    left = ""
    for before, unit in units:
        level = carried(left, unit.name) if left and unit.name not in known else None
        read = unit
        if level is not None:
            fits = before.strip() == "、" and (level + unit.name in known or is_functional(unit.name))
            code = "prefix-carried" if fits else "prefix-missing"
            read = unit._replace(name=level + unit.name if fits else unit.name, unsure=(*unit.unsure, code))
        yield read
        left = read.name


def _duty(pieces: list[Piece]) -> tuple[str, tuple[str, ...]]:
    """The phrase that closes a cell, and what was unsure about such phrases."""
    last = max((at for at, piece in enumerate(pieces) if piece.kind == "name"), default=-1)
    closing = "".join(piece.text for piece in pieces[last + 1 :])
    duty = closing.strip().strip("、，,；;。.").strip() if any(p.kind == "duty" for p in pieces[last + 1 :]) else ""
    inside = [piece.text for piece in pieces[: last + 1] if piece.kind == "duty"]
    every = [*inside, duty]
    found = {
        "and-others": any(each.strip().startswith("等") for each in every),
        "duty-inside": bool(inside),
        "roles-inside": any(p.kind == "label" for p in pieces) or (bool(inside) and any(map(_ROLE.search, every))),
    }
    return re.sub(r"\s+", "", duty), tuple(code for code, is_so in found.items() if is_so)
