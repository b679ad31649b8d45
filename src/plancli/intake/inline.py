"""Duties that stand in a task's text, or in one column for all roles, instead of a column for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.accounts import Account
from plancli.intake.brackets import OPENING
from plancli.intake.document import Cell
from plancli.intake.duties import read_cell, read_duties
from plancli.intake.duty_content import TRIM, Duties, Share, all_look_like_units
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.document import Spot
    from plancli.intake.duty_content import Role
    from plancli.intake.row import Row

_BULLETS = "—-·• \t\u3000"
_STOPS = "。；;．. \t\u3000"


class Parted(NamedTuple):
    """A text, and the duties in it.

    Attributes:
        text: The text without duties that are set off: in a bracket at a paragraph's end, or on a line of their own.
        duties: All of them, in order.
    """

    text: str
    duties: tuple[Duties, ...]


def part(text: str) -> Parted:
    """Take the duties out of a text.

    Those that stand within a sentence stay in it, and so do all where there are several: each is of what stands before
    it, and nobody could tell any more of what.
    """
    found = tuple(_adjacent(text, read_duties(text)))
    if len(found) != 1 or not _is_set_off(text, found[0]):
        return Parted(text, found)
    before, behind = text[: found[0].start].rstrip(), text[found[0].end :]
    if not before.rpartition("\n")[2].strip(_BULLETS):
        before = before.rstrip(_BULLETS)
    if before.endswith(("。", "；", "！")) or not before:
        behind = behind.lstrip(_STOPS)
    return Parted((before + behind).strip(), found)


def _adjacent(text: str, found: tuple[Duties, ...]) -> Iterator[Duties]:
    """Duties, those in brackets side by side as one: （市科技局负责）（2026年6月底前）."""
    last: Duties | None = None
    for each in found:
        if last and not text[last.end : each.start].strip() and text[each.start] in OPENING:
            due, shares, unsure = last.due or each.due, last.shares + each.shares, last.unsure + each.unsure
            last = Duties(last.start, each.end, shares, due, tuple(dict.fromkeys(unsure)))
        else:
            yield from filter(None, [last])
            last = each
    yield from filter(None, [last])


def _is_set_off(text: str, duties: Duties) -> bool:
    line_ends = not text[duties.end :].partition("\n")[0].strip(_STOPS)
    before = text[: duties.start].rpartition("\n")[2].strip(_BULLETS)
    begins = text[duties.start] in OPENING or not before or before.endswith(("。", "；"))
    return line_ends and begins and not {"inside-sentence", "left-over"} & set(duties.unsure)


def take_duties(row: Row, found: tuple[Duties, ...], spot: Spot, *, is_cell: bool = False) -> None:
    """Put duties into a row, each share where a column of its role would have gone.

    Args:
        row: The row.
        found: The duties.
        spot: Where they stand.
        is_cell: Whether they stand in a cell of their own: its lines may give one role each.
    """
    shares = {(share.role, share.text) for each in found for share in each.shares}
    one_each = (
        len({role for role, _ in shares}) if is_cell else max((len(each.shares) for each in found[:1]), default=0)
    )
    several = ("several-duties",) if len(found) > 1 and len(shares) > one_each else ()
    for each in found:
        for share in each.shares:
            _take(row, share.role, share.text, spot, (*each.unsure, *several))
        if each.due:
            _take(row, "due", each.due, spot, several)


def _take(row: Row, key: str, text: str, spot: Spot, unsure: tuple[str, ...]) -> None:
    cells = row.cells.setdefault(key, [])
    row.headings.setdefault(key, "完成时限" if key == "due" else key)
    if not any(cell.text.rstrip("；") == text for cell in cells):
        if cells and key != "due" and not cells[-1].text.endswith("；"):  # whose duty closes there goes on with no name
            cells[-1] = replace(cells[-1], text=f"{cells[-1].text}；")
        cells.append(Cell(text, spot))
    row.accounts.append(Account(spot, text, key, unsure=unsure))  # type: ignore[arg-type]


def take_inline(row: Row) -> None:
    """Read the duties of a row whose table has no column for each role: in one for all of them, or in its text."""
    if "duties" in row.cells:
        cells = row.cells.pop("duties")
        found = tuple(each for cell in cells for each in read_cell(cell.text))
        if found:
            take_duties(row, found, cells[0].spot, is_cell=True)
        else:
            _take(row, "responsible", "\n".join(cell.text for cell in cells), cells[0].spot, ("no-role",))
        return
    if row.said("responsible") and not any(role in row.cells for role in ("lead", "support")):
        _take_roles(row, "responsible")
    elif row.said("lead"):
        _take_roles(row, "lead")
    if any(role in row.cells for role in ROLES):
        return
    row.join("text")
    for position, cell in enumerate(row.cells.get("text", ())):
        parted = part(cell.text)
        if parted.duties:
            row.cells["text"][position] = Cell(parted.text, cell.spot, cell.label)
            take_duties(row, parted.duties, cell.spot)


def _take_roles(row: Row, key: Role) -> None:
    """Read a column for one role whose cells give several: 甲局牵头，乙局配合 under 责任单位."""
    cells = row.cells[key]
    read = [(cell.text, read_cell(cell.text)) for cell in cells]
    found = tuple(each for _, inside in read for each in inside)
    others = {share.role for each in found for share in each.shares} - {key}
    if not others or (key == "lead" and "support" not in others):
        return
    rest = [names for text, inside in read if (names := _outside(text, inside))]
    if any("left-over" in each.unsure for each in found) or not all(map(all_look_like_units, rest)):
        return  # told with the offices, as roles inside one cell
    del row.cells[key]
    row.accounts = [each for each in row.accounts if each.went != key]
    found = (*found, *(Duties(0, 0, (Share(key, "", names),)) for names in rest))
    take_duties(row, tuple(_in_column(each, key) for each in found), cells[0].spot, is_cell=True)


def _outside(text: str, found: tuple[Duties, ...]) -> str:
    """What a cell says besides its duties."""
    for each in reversed(found):
        text = text[: each.start] + text[each.end :]
    return text.strip(TRIM)


def _in_column(duties: Duties, key: Role) -> Duties:
    """Duties of a cell in a column for one role: it is that of the names that say none."""
    shares = tuple(share if share.label else share._replace(role=key) for share in duties.shares)
    return duties._replace(shares=shares, unsure=tuple(set(duties.unsure) - {"inside-sentence", "no-role"}))
