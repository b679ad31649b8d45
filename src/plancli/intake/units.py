"""What a cell of units says: who, limited to what, and the phrase that closes it.

Names are parted by marks, by lines and by spaces; what was unsure says so by a code:

- `prefix-carried`: 省 was taken over from the name before (省保密局、密码管理局)
- `prefix-missing`: it may have to be taken over, and was not
- `broken-name`: space or a line feed in the name was taken for the layout's
- `joined-by-and`: parted at 和, 及 or 与; `maybe-joined`: not parted there; `joined-by-with`: parted at 会同 or 联合
- `ending-missing`: it may share the ending of a name behind it (两江新区、重庆高新区管委会)
- `alias-or-part`, `members-or-scope`, `bracket-unsure`: what the bracket is; `role-in-bracket`: it gives a role
- `maybe-several`: names may run together in it (市财政局市教育局, 市财政局/市教育局)
- `not-like-a-unit`: it does not end like an office's name
- of the cell: `and-others` (等), `duty-inside` (a closing phrase before the last name), `roles-inside` (牵头 and 配合
  in one cell), `unpaired-bracket`, `numbered-names` (1.市财政局 2.市教育局), `marked-name` (市财政局★)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plancli.intake.brackets import pairs
from plancli.intake.nothing import NOTHING, says_nothing
from plancli.intake.role_words import LEADING, SUPPORTING
from plancli.intake.unit_names import LEVELS, carried, carried_group, governing, has_level, is_functional, is_zone
from plancli.intake.unit_pieces import Piece
from plancli.intake.unit_pieces import pieces as cut
from plancli.intake.unit_reading import read_unit
from plancli.intake.unit_words import AND, WITH

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from plancli.intake.unit_reading import ReadUnit

CellKind = Literal["units", "none", "blank"]

_NONE_BUT = re.compile(rf"(\s*(?:{NOTHING}))(\s*[（(][^（）()]{{1,40}}[）)]\s*)")

_COMMITTEE, _OF_GOVERNMENT = re.compile(f"(?:{LEVELS})委"), re.compile(f"(?:{LEVELS})(?:人民)?政府.")
_BARE_LEVEL = re.compile(f"各?(?:{LEVELS})")
_GOVERNS = re.compile("(?:管委会|管理委员会|政府)$")
_LENT = frozenset({"、", "和", "及"})
"""Between what a group lends to a bare kind of unit: 有关部门、单位."""
_ROLE = re.compile(f"{LEADING}|{SUPPORTING}")


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
    if says_nothing(bare):
        return UnitCell((), "", "none", (), (Piece("none", text),))
    if none := _NONE_BUT.fullmatch(text):
        return UnitCell((), "", "none", ("bracket-unsure",), (Piece("none", none[1]), Piece("bracket", none[2])))
    closings, is_paired = pairs(text)
    pieces = list(_unwrapped(text, closings, known))
    units = [*_carry_over(_units(pieces, known), known)]
    duty, codes = _duty(pieces)
    if not is_paired:
        codes = (*codes, "unpaired-bracket")
    return UnitCell(_share_endings(units), duty, "units", codes, tuple(pieces))


def account(cell: UnitCell) -> str:
    """The text of a cell put together again from what its stretches were taken for; nothing of it is lost."""
    return "".join(piece.text for piece in cell.pieces)


def _unwrapped(text: str, closings: dict[int, int], known: Container[str]) -> Iterator[Piece]:
    """The pieces of a cell; a bracket around all of it is no more than its frame."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip()) - 1
    if closings.get(start) != end or start + 1 == end:
        yield from cut(text, closings, known)
        return
    inner = text[start + 1 : end]
    yield Piece("separator", text[: start + 1])
    yield from cut(inner, pairs(inner)[0], known)
    yield Piece("separator", text[end:])


def _units(pieces: list[Piece], known: Container[str]) -> Iterator[tuple[str, ReadUnit]]:
    """The units of a cell, each with what parts it from the one before."""
    before = ""
    for piece in pieces:
        if piece.kind != "name":
            before += piece.text
            continue
        unit = read_unit(piece.text, known)
        word = before.strip()
        codes = ("joined-by-with",) if word in WITH else ("joined-by-and",) if AND.fullmatch(word) else ()
        yield before, unit._replace(unsure=codes + unit.unsure)
        before = ""


def _carry_over(units: Iterator[tuple[str, ReadUnit]], known: Container[str]) -> Iterator[tuple[str, ReadUnit]]:
    """Units with the level that the one before lends them; 、 lets it pass, other marks do not."""
    left = ""
    for before, unit in units:
        level = carried(left, unit.name) if left and unit.name not in known else None
        read = unit
        if before.strip() in _LENT and (government := governing(left, unit.name)):
            read = unit._replace(name=government, unsure=(*unit.unsure, "prefix-carried"))
        elif level is not None:
            fits = before.strip() == "、" and (level + unit.name in known or is_functional(unit.name))
            code = "prefix-carried" if fits else "prefix-missing"
            read = unit._replace(name=level + unit.name if fits else unit.name, unsure=(*unit.unsure, code))
        elif before.strip() in _LENT and unit.name not in known and (group := carried_group(left, unit.name)):
            read = unit._replace(name=group + unit.name, unsure=(*unit.unsure, "prefix-carried"))
        yield before, read
        left = read.name


def _share_endings(units: list[tuple[str, ReadUnit]]) -> tuple[ReadUnit, ...]:
    """Units, with a doubt where one may share the ending of one behind it."""
    found: list[ReadUnit] = []
    behind = ""
    for before, unit in reversed(units):
        may_share = bool(behind) and _may_share(unit.name, behind)
        found.append(unit._replace(unsure=(*unit.unsure, "ending-missing")) if may_share else unit)
        behind = (behind if may_share else unit.name) if before.strip() == "、" else ""
    return tuple(found[::-1])


def _may_share(name: str, behind: str) -> bool:
    """Whether a name may lack the ending of one behind it."""
    if _COMMITTEE.fullmatch(name):
        return _OF_GOVERNMENT.match(behind) is not None
    if _BARE_LEVEL.fullmatch(name):
        return has_level(behind)
    return is_zone(name) and _GOVERNS.search(behind) is not None


def _duty(pieces: list[Piece]) -> tuple[str, tuple[str, ...]]:
    """The phrase that closes a cell, and what was unsure about such phrases."""
    last = max((at for at, piece in enumerate(pieces) if piece.kind == "name"), default=-1)
    closing = "".join(piece.text for piece in pieces[last + 1 :])
    duty = (
        closing.strip().strip("、，,；;。.（）()［］〔〕").strip()
        if any(p.kind == "duty" for p in pieces[last + 1 :])
        else ""
    )
    inside = [piece.text for piece in pieces[: last + 1] if piece.kind == "duty"]
    every = [*inside, duty]
    found = {
        "and-others": any(each.strip().startswith("等") for each in every),
        "duty-inside": bool(inside),
        "numbered-names": any(piece.kind == "number" for piece in pieces),
        "marked-name": any(piece.kind == "mark" for piece in pieces),
        "roles-inside": any(p.kind == "label" for p in pieces) or (bool(inside) and any(map(_ROLE.search, every))),
    }
    return re.sub(r"\s+", "", duty), tuple(code for code, is_so in found.items() if is_so)
