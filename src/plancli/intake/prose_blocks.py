"""Paragraphs without a table put together: what is a heading, and which of them are one task with the items in it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from plancli.intake.duty_content import all_look_like_units
from plancli.intake.numbering import read_label
from plancli.intake.prose_headings import under_headings
from plancli.intake.prose_pieces import BELOW, ITEMS, Block, Piece, closes, names_somebody, unlabelled

if TYPE_CHECKING:
    from collections.abc import Iterable

_ATTACHED = re.compile("附件[：:]")
_LONGEST_SIGNATURE = 30


def blocks_of(pieces: Iterable[Piece]) -> list[Block]:
    """Headings, and pieces that belong together.

    Args:
        pieces: All of a document, in order.
    """
    return _together(_with_items(under_headings(_blocks(pieces))))


def _blocks(pieces: Iterable[Piece]) -> list[Block]:
    """Headings, and pieces that belong together."""
    blocks: list[Block] = []
    for piece in pieces:
        last = blocks[-1] if blocks and not blocks[-1].is_heading else None
        if last and _is_attached(last, piece):
            last.pieces.append(piece)
        elif closes(piece):
            signed = last and len(last.pieces) > 1 and _signs(last.pieces[-1])
            blocks.append(Block([last.pieces.pop(), piece] if last and signed else [piece]))
        elif not last and blocks and names_somebody(piece) and not piece.parted.text and not piece.label:
            blocks[-1] = Block([*blocks[-1].pieces, piece])  # 1.新增就业8000人, whose duties stand right below it
        elif piece.is_heading:
            blocks.append(Block([piece], is_heading=True))
        elif last and _goes_on(blocks, piece):
            last.pieces.append(piece)
        else:
            blocks.append(Block([piece]))
    return blocks


def _goes_on(blocks: list[Block], piece: Piece) -> bool:
    """Whether a piece goes on with the last task: its duties, or more of its text."""
    last = blocks[-1]
    if piece.label or closes(last.pieces[-1]):
        return False
    return not piece.parted.text or (not last.has_duties and _is_begun(blocks))


def _is_attached(last: Block, piece: Piece) -> bool:
    """Whether a numbered line goes on with a list of attachments: 附件：1.行动方案 / 2.主要指标表."""
    listed = last.pieces
    if not (_ATTACHED.match(listed[0].written) and piece.label and piece.family == "digit"):
        return False
    return piece.label.value == len(listed) + (read_label(_ATTACHED.sub("", listed[0].written).strip()) is not None)


def _signs(piece: Piece) -> bool:
    """Whether a line may be who signs a document: 某市人民政府办公室."""
    text = "".join(piece.written.split())
    return not piece.label and len(text) <= _LONGEST_SIGNATURE and all_look_like_units(text)


def _with_items(blocks: list[Block]) -> list[Block]:
    """Blocks, those whose duties stand right below their first line with the items behind it that have none."""
    found: list[Block] = []
    for block, behind in zip(blocks, [*blocks[1:], None], strict=True):
        last = found[-1] if found and not found[-1].is_heading else None
        head = (last.title or last.pieces[0]) if last and last.has_duties else None
        family = block.pieces[0].family
        is_item = not (block.has_duties or (block.is_heading and behind and behind.has_duties))
        if last and head and head.is_short and head.label and is_item and family in BELOW - {head.family}:
            if not last.title:
                last.title, last.pieces = head, last.pieces[1:]
            last.pieces += [unlabelled(piece) for piece in block.pieces]
        else:
            found.append(block)
    return found


def _together(blocks: list[Block]) -> list[Block]:
    """Blocks, with the items of a list as one, (1) to (3), where the duties stand on a line of their own behind it."""
    found: list[Block] = []
    for _, group in groupby(blocks, key=lambda block: (block.is_heading, block.pieces[0].family in ITEMS)):
        siblings = list(group)
        *others, last = siblings
        is_list = not last.is_heading and {block.pieces[0].family for block in siblings} <= ITEMS
        if is_list and not any(each.has_duties for each in others) and all(map(_is_closing, last.pieces[1:])):
            above = found[-1] if found and _introduces(found[-1], last) else None
            if (others or above) and names_somebody(last.pieces[-1]) and not last.pieces[0].parted.duties:
                pieces = [unlabelled(piece) for block in siblings for piece in block.pieces]
                siblings = [Block([*(found.pop().pieces if above else []), *pieces])]
        found += siblings
    return found


def _introduces(block: Block, last: Block) -> bool:
    """Whether a numbered task has items below it, which are numbered in another way."""
    first = block.pieces[0]
    is_head = first.label is not None and first.family not in ITEMS and not block.is_heading
    return is_head and not block.has_duties and last.pieces[0].family != first.family


def _is_closing(piece: Piece) -> bool:
    return not piece.parted.text


def _is_begun(blocks: list[Block]) -> bool:
    """Whether the last block is a task that goes on: it has a number, or stands right under a heading."""
    return blocks[-1].pieces[0].label is not None or (len(blocks) > 1 and blocks[-2].is_heading)
