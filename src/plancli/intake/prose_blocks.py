"""Paragraphs without a table put together: what is a heading, and which of them are one task with the items in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from plancli.intake.duty_content import all_look_like_units
from plancli.intake.heading_duties import are_of_all, of_offices
from plancli.intake.inline import part
from plancli.intake.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.document import Paragraph, Spot
    from plancli.intake.inline import Parted
    from plancli.intake.numbering import Label

_LONGEST_HEADING = 40
_ENDS_WITH_NAMES = re.compile("[（(][^（）()]*(?:[局委办厅部院]|政府|单位|部门)[^（）()]*[）)]$")
_ATTACHED = re.compile("附件[：:]")
_CLOSES = re.compile("[（(]?此件.{0,12}公开[^。]{0,6}[）)]?|20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|抄送[：:].*")
"""What closes an official document."""
_LONGEST_SIGNATURE = 30
_BELOW = frozenset({"digit", "bracketed-digit", "ring", "dotted"})
"""How items are numbered that may stand below a task."""
_ITEMS = frozenset({"bracketed-digit", "ring"})
"""How items are numbered that are no tasks by themselves."""
_RUN_IN = re.compile("([^。\n]{1,44})。[ \t\u3000]*(?=[（(0-9①一])")
"""A heading that its first task follows on the same line: 一、优化环境。（一）……"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of one that is a task of its own.

    Attributes:
        spot: Its place.
        written: What it says.
        label: The number before it.
        parted: What stands behind that, and the duties in it.
        level: Of a heading, where the format says.
    """

    spot: Spot
    written: str
    label: Label | None
    parted: Parted
    level: int = 0

    @property
    def family(self) -> str:
        """How it is numbered; empty without a number."""
        return self.label.family if self.label else f"level {self.level}" if self.level else ""

    @property
    def is_heading(self) -> bool:
        """Whether it may be a heading: short, with a number or said to be one, no sentence."""
        return self.is_short and not self.parted.duties

    @property
    def is_short(self) -> bool:
        """Whether it reads like a heading, although duties may stand behind it."""
        text = self.parted.text
        short = 0 < len(text) <= _LONGEST_HEADING and text[-1] not in "。；;：:！" and not _ENDS_WITH_NAMES.search(text)
        return bool(self.family) and short


@dataclass
class Block:
    """A heading, or the pieces of what may be a task.

    Attributes:
        pieces: Of a heading only one.
        is_heading: Whether it is one.
        title: The heading that is the title of this task.
        above: What names those who are to do all tasks under a heading: of a heading, and of those tasks.
    """

    pieces: list[Piece]
    is_heading: bool = False
    title: Piece | None = None
    above: Piece | None = None

    @property
    def has_duties(self) -> bool:
        """Whether anybody has to do it."""
        said = [*self.pieces, *filter(None, [self.title, self.above])]
        return not self.is_heading and any(map(names_somebody, said))

    @property
    def has_own_duties(self) -> bool:
        """Whether it says itself who has to do it."""
        return any(map(names_somebody, self.pieces))


def names_somebody(piece: Piece) -> bool:
    """Whether a piece says who is to do something."""
    return any(each.shares for each in piece.parted.duties)


def closes(piece: Piece) -> bool:
    """Whether a piece closes an official document: its date, 此件公开发布."""
    return _CLOSES.fullmatch(piece.written.strip()) is not None


def pieces_of(paragraph: Paragraph) -> Iterator[Piece]:
    """A paragraph; several where each number in it has duties of its own: 1.…（…负责）2.…（…负责）."""
    text = f"{paragraph.label}{paragraph.text}" if paragraph.label else paragraph.text
    start = 0
    if (run_in := _RUN_IN.match(text)) and read_label(run_in[1]) and read_label(text[run_in.end() :]):
        yield _piece(run_in[1], paragraph)
        start = run_in.end()
    for each in part(text).duties:
        if each.end <= start:
            continue
        behind = text[each.end :].lstrip("。；; \t\u3000")
        if behind and "\n" not in text[each.end : len(text) - len(behind)] and read_label(behind):
            end = len(text) - len(behind)
            yield _piece(text[start:end], paragraph)
            start = end
    yield _piece(text[start:], paragraph)


def _piece(text: str, paragraph: Paragraph) -> Piece:
    label = read_label(text)
    return Piece(paragraph.spot, text.strip(), label, part((label.rest if label else text).strip()), paragraph.level)


def blocks_of(pieces: Iterable[Piece]) -> list[Block]:
    """Headings, and pieces that belong together.

    Args:
        pieces: All of a document, in order.
    """
    return _together(_with_items(_under_headings(_blocks(pieces))))


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
        if last and head and head.is_short and head.label and is_item and family in _BELOW - {head.family}:
            if not last.title:
                last.title, last.pieces = head, last.pieces[1:]
            last.pieces += [_unlabelled(piece) for piece in block.pieces]
        else:
            found.append(block)
    return found


def _under_headings(blocks: list[Block]) -> list[Block]:
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
                last.pieces += [_unlabelled(piece) for piece in block.pieces]
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
    return bool(last.above) and bool(family) and piece.family in _BELOW - {family} and piece.family in _ITEMS


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
        if is_head and first.label and first.family in _BELOW and not behind.has_own_duties:
            found |= {head.family} if first.label.value == lasts.get(first.family, 0) + 1 > 1 else set()
        elif is_head and first.label and first.family in _BELOW - {head.family} and first.label.value == 1:
            found |= {head.family} if _roles(block) == {"lead"} and "lead" not in _roles(behind) else set()
        if first.label:
            lasts[first.family] = first.label.value
    return found


def _together(blocks: list[Block]) -> list[Block]:
    """Blocks, with the items of a list as one, (1) to (3), where the duties stand on a line of their own behind it."""
    found: list[Block] = []
    for _, group in groupby(blocks, key=lambda block: (block.is_heading, block.pieces[0].family in _ITEMS)):
        siblings = list(group)
        *others, last = siblings
        is_list = not last.is_heading and {block.pieces[0].family for block in siblings} <= _ITEMS
        if is_list and not any(each.has_duties for each in others) and all(map(_is_closing, last.pieces[1:])):
            above = found[-1] if found and _introduces(found[-1], last) else None
            if (others or above) and names_somebody(last.pieces[-1]) and not last.pieces[0].parted.duties:
                pieces = [_unlabelled(piece) for block in siblings for piece in block.pieces]
                siblings = [Block([*(found.pop().pieces if above else []), *pieces])]
        found += siblings
    return found


def _introduces(block: Block, last: Block) -> bool:
    """Whether a numbered task has items below it, which are numbered in another way."""
    first = block.pieces[0]
    is_head = first.label is not None and first.family not in _ITEMS and not block.is_heading
    return is_head and not block.has_duties and last.pieces[0].family != first.family


def _unlabelled(piece: Piece) -> Piece:
    """A piece whose number is a part of its text."""
    return replace(piece, label=None, parted=part(piece.written))


def _is_closing(piece: Piece) -> bool:
    return not piece.parted.text


def _is_begun(blocks: list[Block]) -> bool:
    """Whether the last block is a task that goes on: it has a number, or stands right under a heading."""
    return blocks[-1].pieces[0].label is not None or (len(blocks) > 1 and blocks[-2].is_heading)
