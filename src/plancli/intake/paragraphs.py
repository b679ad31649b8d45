"""Documents without a table: numbered paragraphs, each with its duties in a bracket, under numbered headings.

Which paragraphs are tasks, the duties say: a numbered paragraph that has some, with those below it; one without a
number that has its own; a heading that has but one of these below it is its title, if all headings of its kind are.
What has no duties is a task only between others that have; elsewhere it stands beside the plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.document import Cell, Paragraph
from plancli.intake.inline import part, take_duties
from plancli.intake.numbering import read_label
from plancli.intake.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.document import Spot
    from plancli.intake.inline import Parted
    from plancli.intake.numbering import Label
    from plancli.intake.outline import Outline

_LONGEST_HEADING = 40
_ENDS_WITH_NAMES = re.compile("[（(][^（）()]*(?:[局委办厅部院]|政府|单位|部门)[^（）()]*[）)]$")
_LONGEST_STOPPED = 20
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
        text = self.parted.text
        short = 0 < len(text) <= _LONGEST_HEADING and text[-1] not in "。；;：:！" and not _ENDS_WITH_NAMES.search(text)
        return bool(self.family) and short and not self.parted.duties


@dataclass
class Block:
    """A heading, or the pieces of what may be a task.

    Attributes:
        pieces: Of a heading only one.
        is_heading: Whether it is one.
        title: The heading that is the title of this task.
    """

    pieces: list[Piece]
    is_heading: bool = False
    title: Piece | None = None

    @property
    def has_duties(self) -> bool:
        """Whether anybody has to do it."""
        return any(map(_names_somebody, self.pieces))


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
    return any(_names_somebody(piece) for paragraph in paragraphs for piece in _pieces(paragraph))


def _names_somebody(piece: Piece) -> bool:
    return any(each.shares for each in piece.parted.duties)


def read_prose(paragraphs: Iterable[Paragraph], outline: Outline[Row]) -> Prose:
    """Find the tasks of a document without a table.

    Args:
        paragraphs: Its paragraphs, in order.
        outline: Takes the headings and the tasks.
    """
    pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph)]
    blocks = _together(_with_items(_blocks(pieces)))
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
            heading = piece.parted.text.rstrip("。")
            section = outline.heading(heading, piece.family, piece.spot)
            prose.accounts.append(Account(piece.spot, piece.written, "heading", heading, section.unsure))
        elif at < first:
            prose.before += (Paragraph(piece.written, piece.spot, piece.level) for piece in block.pieces)
        else:
            why = () if block.is_heading else ("no-duties-beside",)
            prose.accounts += (Account(piece.spot, piece.written, "beside", unsure=why) for piece in block.pieces)
    return prose


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
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


def _blocks(pieces: Iterable[Piece]) -> list[Block]:
    """Headings, and pieces that belong together."""
    blocks: list[Block] = []
    for piece in pieces:
        last = blocks[-1] if blocks and not blocks[-1].is_heading else None
        if not last and blocks and _names_somebody(piece) and not piece.parted.text and not piece.label:
            blocks[-1] = Block([*blocks[-1].pieces, piece])  # 1.新增就业8000人, whose duties stand right below it
        elif piece.is_heading:
            blocks.append(Block([piece], is_heading=True))
        elif last and not piece.label and (not piece.parted.text or (not last.has_duties and _is_begun(blocks))):
            last.pieces.append(piece)
        else:
            blocks.append(Block([piece]))
    return blocks


def _with_items(blocks: list[Block]) -> list[Block]:
    """Blocks, those whose duties stand right below their first line with the items behind it that have none."""
    found: list[Block] = []
    for block, behind in zip(blocks, [*blocks[1:], None], strict=True):
        last = found[-1] if found and not found[-1].is_heading else None
        head = (last.title or last.pieces[0]) if last and last.has_duties else None
        family = block.pieces[0].family
        is_item = not (block.has_duties or (block.is_heading and behind and behind.has_duties))
        if last and head and head.is_heading and head.label and is_item and family in _BELOW - {head.family}:
            if not last.title:
                last.title, last.pieces = head, last.pieces[1:]
            last.pieces += [_unlabelled(piece) for piece in block.pieces]
        else:
            found.append(block)
    return found


def _together(blocks: list[Block]) -> list[Block]:
    """Blocks, with the items of a list as one, (1) to (3), where the duties stand on a line of their own behind it."""
    found: list[Block] = []
    for is_heading, group in groupby(blocks, key=lambda block: block.is_heading):
        siblings = list(group)
        *others, last = siblings
        families = {block.pieces[0].family for block in siblings}
        is_list = not is_heading and len(families) == 1 and families <= _ITEMS and others
        if is_list and not any(each.has_duties for each in others) and all(map(_is_closing, last.pieces[1:])):
            pieces = [piece for block in siblings for piece in block.pieces]
            if _names_somebody(last.pieces[-1]) and not last.pieces[0].parted.duties:
                siblings = [Block([_unlabelled(piece) for piece in pieces])]
        found += siblings
    return found


def _unlabelled(piece: Piece) -> Piece:
    """A piece whose number is a part of its text."""
    return replace(piece, label=None, parted=part(piece.written))


def _is_closing(piece: Piece) -> bool:
    return not piece.parted.text


def _is_begun(blocks: list[Block]) -> bool:
    """Whether the last block is a task that goes on: it has a number, or stands right under a heading."""
    return blocks[-1].pieces[0].label is not None or (len(blocks) > 1 and blocks[-2].is_heading)


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
    """Make titles of the headings of a kind that have one task each and no number below them."""
    followed: dict[str, list[tuple[int, bool]]] = {}
    for at, block in enumerate(blocks):
        if block.is_heading:
            behind = []
            for each in blocks[at + 1 :]:
                if each.is_heading:
                    break
                behind.append(each)
            if any(each.has_duties for each in behind):
                single = len(behind) == 1 and not behind[0].pieces[0].label
                followed.setdefault(block.pieces[0].family, []).append((at, single))
    parents = _parents(blocks)
    for family, places in followed.items():
        if family not in parents and all(single for _, single in places):
            for at, _ in places:
                blocks[at + 1].title = blocks[at].pieces[0]


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
        yield from (block for block in siblings if block.has_duties or block.pieces[0].family in families - {""})


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
    for piece in block.pieces:
        take_duties(row, piece.parted.duties, piece.spot)
        for each in piece.parted.duties:
            for share in each.shares:
                if share.label.endswith(("单位", "部门")):
                    prose.roles.setdefault(share.role, share.label)
    return row
