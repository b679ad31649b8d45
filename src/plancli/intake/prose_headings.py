"""Those who are to do all tasks under a heading, as the heading or a line below it says: given to each task."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plancli.intake.heading_duties import are_of_all, of_offices
from plancli.intake.prose_pieces import BELOW, ITEMS, Block, Piece, unlabelled


def under_headings(blocks: list[Block]) -> list[Block]:
    """Blocks, those who are to do all under a heading given to each: 二、保障措施（本部分由市发展改革委牵头）."""
    families = _counting_on(blocks)
    found: list[Block] = []
    going: list[tuple[str, Piece | None]] = []
    for block in blocks:
        first = block.pieces[0]
        told = next((piece for piece in block.pieces if _is_of_all(piece)), None)
        is_alone = all(piece in {first, told} for piece in block.pieces)
        if told and is_alone and not first.is_short and not first.parted.text and found and found[-1].is_heading:
            found[-1].above = _of_offices(told)  # on a line of its own
            going[-1] = (going[-1][0], found[-1].above)
            continue
        if not block.is_heading and is_alone and first.is_short and first.label and (told or first.family in families):
            block = Block([first], is_heading=True, above=_of_offices(told or first))  # noqa: PLW2901 - it is one after all
        if block.is_heading:
            at = next((at for at, (family, _) in enumerate(going) if family == first.family), len(going))
            going = [*going[:at], (first.family, block.above)]
        elif above := next((piece for _, piece in reversed(going) if piece), None):
            last = found[-1]
            if not block.has_own_duties and first.label and not last.is_heading and _is_item(first, last):
                last.pieces += [unlabelled(piece) for piece in block.pieces]
                continue
            block.above = _lacking(above, block)
        found.append(block)
    return found


def _lacking(above: Piece, block: Block) -> Piece | None:
    """What a heading says of those who are to do a task, in the roles that the task itself says nothing of."""
    own = _roles(block)
    duties = above.parted.duties
    left = tuple(each._replace(shares=tuple(s for s in each.shares if s.role not in own)) for each in duties)
    if not any(each.shares for each in left):
        return None
    return replace(above, parted=above.parted._replace(duties=left)) if own else above


def _roles(block: Block) -> set[str]:
    """The roles that a block names somebody for."""
    return {share.role for piece in block.pieces for each in piece.parted.duties for share in each.shares}


def _is_item(piece: Piece, last: Block) -> bool:
    """Whether a paragraph is an item of the task before it, which is numbered in another way."""
    family = last.pieces[0].family
    return bool(last.above) and bool(family) and piece.family in BELOW - {family} and piece.family in ITEMS


def _is_of_all(piece: Piece) -> bool:
    """Whether the duties of a piece are those of all that stands under its heading: 本部分由……负责."""
    return are_of_all(piece.parted.duties)


def _of_offices(piece: Piece) -> Piece:
    """A piece whose duties name offices and nothing else."""
    return replace(piece, parted=piece.parted._replace(duties=of_offices(piece.parted.duties)))


def _counting_on(blocks: list[Block]) -> set[str]:
    """The kinds of headings whose duties are those of all tasks under them, as the tasks are counted through all."""
    lasts: dict[str, int] = {}
    found: set[str] = set()
    for block, behind in pairwise(blocks):
        head, first = block.pieces[0], behind.pieces[0]
        is_head = block.has_own_duties and head.is_short and head.label
        if is_head and first.label and first.family in BELOW and not behind.has_own_duties:
            found |= {head.family} if first.label.value == lasts.get(first.family, 0) + 1 > 1 else set()
        elif is_head and first.label and first.family in BELOW - {head.family} and first.label.value == 1:
            found |= {head.family} if _roles(block) == {"lead"} and "lead" not in _roles(behind) else set()
        if first.label:
            lasts[first.family] = first.label.value
    return found
