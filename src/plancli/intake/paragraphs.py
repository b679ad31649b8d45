"""Documents without a table: numbered paragraphs, each with its duties in a bracket, under numbered headings.

Which paragraphs are tasks, the duties say: a numbered paragraph that has some, with those below it; one without a
number that has its own; a heading that has but one of these below it is its title, if all headings of its kind are.
What has no duties is a task only between others that have; elsewhere it stands beside the plan.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.document import Cell, Paragraph
from plancli.intake.inline import take_duties
from plancli.intake.parted_duties import whole
from plancli.intake.prose_blocks import blocks_of
from plancli.intake.prose_pieces import Block, closes, names_somebody, pieces_of
from plancli.intake.row import Row
from plancli.intake.wrapped import one_line
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.outline import Outline


_LONGEST_STOPPED = 20


@dataclass
class Prose:
    """What a document of paragraphs says.

    Attributes:
        before: The paragraphs before the first heading that has tasks.
        accounts: Where paragraphs went that are of no task.
        roles: What the document calls each role.
    """

    before: list[Paragraph] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)


def has_duties(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether any paragraph of a document says who is to do something."""
    return any(names_somebody(piece) for paragraph in whole(paragraphs) for piece in pieces_of(paragraph))


def read_prose(paragraphs: Iterable[Paragraph], outline: Outline[Row]) -> Prose:
    """Find the tasks of a document without a table.

    Args:
        paragraphs: Its paragraphs, in order.
        outline: Takes the headings and the tasks.
    """
    pieces = [piece for paragraph in whole(paragraphs) for piece in pieces_of(paragraph)]
    blocks = blocks_of(pieces)
    _stopped(blocks)
    _plan_title(blocks)
    _title(blocks)
    prose = Prose()
    tasks = {id(block) for block in _tasks(blocks)}
    needed = _headings(blocks, tasks)
    first = next((at for at, block in enumerate(blocks) if id(block) in tasks or id(block) in needed), len(blocks))
    titles = {id(block.title) for block in blocks if block.title}
    for at, block in enumerate(blocks):
        if id(block) in tasks:
            row = _row(block, prose)
            if block.pieces[0].label and outline.is_open(
                block.pieces[0].family
            ):  # numbered like headings: it stands beside them, and is its own
                outline.heading(block.pieces[0].parted.text.partition("。")[0], block.pieces[0].family)
            outline.row(row)
        elif id(block.pieces[0]) in titles:
            continue
        elif id(block) in needed:
            piece = block.pieces[0]
            heading = one_line(piece.parted.text).rstrip("。")
            section = outline.heading(heading, piece.family, piece.spot)
            prose.accounts.append(Account(piece.spot, piece.written, "heading", heading, section.unsure))
        elif at < first:
            prose.before += (Paragraph(piece.written, piece.spot, piece.level) for piece in block.pieces)
        else:
            why = () if block.is_heading or any(map(closes, block.pieces)) else ("no-duties-beside",)
            prose.accounts += (Account(piece.spot, piece.written, "beside", unsure=why) for piece in block.pieces)
    return prose


def _plan_title(blocks: list[Block]) -> None:
    """Take the first heading for the document's own, where the format says so: the only one of the highest level."""
    headings = [block.pieces[0] for block in blocks if block.is_heading]
    if not headings or not blocks[0].is_heading or headings[0].label:
        return
    levels = [piece.level for piece in headings if piece.level]
    if levels.count(min(levels, default=0)) == 1 and headings[0].level == min(levels, default=-1) and len(headings) > 1:
        blocks[0].is_heading = False


def _stopped(blocks: list[Block]) -> None:
    """Make headings of short numbered lines with a full stop, 一、扩大投资。, where another kind of number follows."""
    for block, behind in pairwise(blocks):
        piece, text = block.pieces[0], block.pieces[0].parted.text
        if block.is_heading or block.has_duties or len(block.pieces) > 1 or not piece.label or not text.endswith("。"):
            continue
        is_short = len(text) <= _LONGEST_STOPPED and not set(text[:-1]) & set("。，；：！")
        if is_short and behind.pieces[0].label and behind.pieces[0].family != piece.family:
            block.is_heading = True


def _title(blocks: list[Block]) -> None:
    """Make titles of the headings of a kind that have one task each and no number below them.

    Beside such tasks under one heading there may be some whose duties nobody wrote down.
    """
    followed: dict[str, list[tuple[int, bool]]] = {}
    nobodys: dict[tuple[str, int], list[int]] = {}
    above = _above(blocks)
    for at, block in enumerate(blocks):
        if block.is_heading:
            behind = []
            for each in blocks[at + 1 :]:
                if each.is_heading:
                    break
                behind.append(each)
            single = len(behind) == 1 and not (behind[0].pieces[0].label or behind[0].title)
            if any(each.has_duties for each in behind):
                followed.setdefault(block.pieces[0].family, []).append((at, single))
            elif single and not closes(behind[0].pieces[0]):
                nobodys.setdefault((block.pieces[0].family, above[at]), []).append(at)
    parents = _parents(blocks)
    for family, places in followed.items():
        if family not in parents and all(single for _, single in places):
            others = (at for parent in {above[at] for at, _ in places} for at in nobodys.get((family, parent), ()))
            for at in (*(at for at, _ in places), *others):
                blocks[at + 1].title = blocks[at].pieces[0]


def _above(blocks: list[Block]) -> dict[int, int]:
    """Under which heading each heading stands: their places; -1 under none."""
    found: dict[int, int] = {}
    going: list[tuple[str, int]] = []
    for at, block in enumerate(blocks):
        if block.is_heading:
            family = block.pieces[0].family
            families = [each for each, _ in going]
            going = going[: families.index(family) if family in families else len(going)]
            found[at] = going[-1][1] if going else -1
            going.append((family, at))
    return found


def _parents(blocks: list[Block]) -> set[str]:
    """The kinds of headings of which one has tasks under a heading of another kind below it."""
    found: set[str] = set()
    going: list[str] = []
    for block in blocks:
        family = block.pieces[0].family
        if block.is_heading:
            going = [*going[: going.index(family) if family in going else len(going)], family]
        elif block.has_duties:
            found.update(going[:-1])
    return found


def _tasks(blocks: list[Block]) -> Iterator[Block]:
    """The blocks that are tasks: those with duties, and what is numbered like them under the same heading."""
    together: list[list[Block]] = [[]]
    for block in blocks:
        together.append([]) if block.is_heading else together[-1].append(block)
    for siblings in together:
        families = {block.pieces[0].family for block in siblings if block.has_duties}
        yield from (
            block for block in siblings if block.has_duties or block.title or block.pieces[0].family in families - {""}
        )


def _headings(blocks: list[Block], tasks: set[int]) -> set[int]:
    """The headings that have tasks below them, and are no task's title."""
    needed: set[int] = set()
    going: list[Block] = []
    titles = {id(block.title) for block in blocks if block.title}
    for block in blocks:
        if block.is_heading and id(block.pieces[0]) not in titles:
            families = [each.pieces[0].family for each in going]
            family = block.pieces[0].family
            going = [*going[: families.index(family) if family in families else len(going)], block]
        elif id(block) in tasks:
            needed |= {id(each) for each in going}
    return needed


def _row(block: Block, prose: Prose) -> Row:
    first = block.title or block.pieces[0]
    row = Row(first.spot, headings={"text": "text"})
    if block.title:
        row.cells["title"] = [Cell(block.title.parted.text, block.title.spot)]
        row.accounts.append(Account(block.title.spot, block.title.written, "title"))
    row.number = first.label.value if first.label else None
    unsure = () if block.has_duties else ("no-duties",)
    row.cells["text"] = [Cell(piece.parted.text, piece.spot) for piece in block.pieces if piece.parted.text]
    for piece in block.pieces:
        if piece.parted.text:
            row.accounts.append(Account(piece.spot, piece.written, "text", unsure=unsure))
    for piece in filter(None, [block.title, *block.pieces, block.above]):
        take_duties(row, piece.parted.duties, piece.spot)
        for each in piece.parted.duties:
            for share in each.shares:
                if share.label.endswith(("单位", "部门")):
                    prose.roles.setdefault(share.role, share.label)
    if block.above:
        for role in ROLES:
            row.doubt(role, "of-the-heading", block.above.spot)
    return row
