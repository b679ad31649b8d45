"""Cells as governments of every level write them, each with the reading that a careful official expects."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plancli.intake.unit_names import guess_kind, is_group
from plancli.intake.unit_pieces import Piece
from plancli.intake.units import account, read_units

if TYPE_CHECKING:
    from plancli.intake.unit_reading import ReadUnit

CELLS = (Path(__file__).parent / "data" / "cells-of-units.txt").read_text("utf-8").splitlines()
"""Text = names = closing phrase = doubts; ⏎ for a line feed, [scope], <other name>, {members}."""


def _shown(unit: ReadUnit) -> str:
    scope = f"[{unit.scope}]" if unit.scope else ""
    aliases = f"<{'|'.join(unit.aliases)}>" if unit.aliases else ""
    return f"{unit.name}{scope}{aliases}" + (f"{{{'|'.join(unit.members)}}}" if unit.members else "")


@pytest.mark.parametrize("line", CELLS)
def test_cells(line: str) -> None:
    """Names, the closing phrase and every doubt; nothing of the cell is lost."""
    text, names, duty, codes = (line.split(" = ") + [""] * 3)[:4]
    text = text.replace("⏎", "\n")
    cell = read_units(text)
    assert [_shown(unit) for unit in cell.units] == names.split()
    assert cell.duty == duty
    assert sorted({*cell.unsure, *(code for unit in cell.units for code in unit.unsure)}) == codes.split()
    assert account(cell) == text


def test_nobody_with_a_word_on_it() -> None:
    """What stands in brackets behind a dash is not lost, and nobody is named."""
    cell = read_units("——（牵头单位自行落实）")
    assert (cell.kind, cell.units, cell.unsure) == ("none", (), ("bracket-unsure",))
    assert cell.pieces == (Piece("none", "——"), Piece("bracket", "（牵头单位自行落实）"))


def test_which_name_lacks_what() -> None:
    """A doubt stands at the name that it is about."""
    found = {unit.name: unit.unsure for unit in read_units("各区县政府、两江新区、万盛经开区管委会、市财政局").units}
    assert found == {"各区县政府": (), "两江新区": ("ending-missing",), "万盛经开区管委会": (), "市财政局": ()}


@pytest.mark.parametrize("name", ["市属国有企业", "辖内各银行机构", "11个街道", "各市、县（区）人民政府", "驻渝央企"])
def test_groups(name: str) -> None:
    """Names that stand for several offices."""
    assert is_group(name)


@pytest.mark.parametrize("name", ["列第一位的为牵头单位", "渝中区", "市纪委监委机关"])
def test_no_groups(name: str) -> None:
    """A sentence, a place and an office do not."""
    assert not is_group(name)


def test_a_place_is_its_government() -> None:
    """渝中区 among the units is its government; a zone is its committee."""
    assert [guess_kind(name) for name in ("渝中区", "彭水自治县", "两江新区", "省军区")] == [
        "government",
        "government",
        "committee",
        "other",
    ]
