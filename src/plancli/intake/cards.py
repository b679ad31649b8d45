"""Tasks that are a card each: under a heading what each thing is, 整改目标：…, 整改措施：…, 责任单位：….

A card is a table of its own, its names in the first column, or lines that begin with names. Either way it is a row
whose columns are the names. Only where there are several, each with a text and with an office or a deadline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.column_words import OFFICE_KEYS, read_heading
from plancli.intake.document import Cell, Paragraph, Table
from plancli.intake.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plancli.intake.numbering import Label

_SAID = re.compile(
    r"(?:【(?P<in>[^【】]{2,12})】[：:]?|(?P<head>[^：:，。；、【】]{2,12})[：:])\s*(?P<value>.*)", re.DOTALL
)
_MAY_BE_NAME = re.compile(
    "[\u4e00-\u9fff（）()]{0,8}(?:单位|部门|领导|人|时限|时间|标准|依据|来源|方式|类型|情况|电话|结果|成效|要求|编号|序号)"
)
"""What may be the name of something although the format has no key for it: 督导单位, 验收标准."""
_LONGEST_NAME = 12
_FEWEST_NAMES = 3
_FEWEST_CARDS = 2
_WHO_OR_WHEN = OFFICE_KEYS | {"due"}
_HEADS = _WHO_OR_WHEN | {"number", "text", "title", "leader"}
"""What is named in the heading of a table with a row for each task."""
_GOES_ON = frozenset({"text", "target", "notes", "title", "milestones"})
"""What may take several lines."""

Said = tuple[Cell, Cell]
"""What is named, and what is said of it."""


class Card(NamedTuple):
    """A task.

    Attributes:
        title: The heading right above it, without its number; None where it has none.
        said: What each thing is; of several lines each, with the same name before it.
        number: The number of its table in the document; 0 of lines.
        sheet: The name of its sheet.
    """

    title: Cell | None
    said: tuple[Said, ...]
    number: int = 0
    sheet: str = ""


Block = Paragraph | Table | Card


def with_cards(blocks: Sequence[Paragraph | Table]) -> list[Block]:
    """The blocks of a document, those that are cards as such; as they are where there are not several."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end, cards = (at + 1, _of_table(block)) if isinstance(block, Table) else _of_lines(blocks, at)
        if cards and cards[0].title is None and found and (title := _title(found[-1])):
            found[-1] = cards[0]._replace(title=title)
            cards = cards[1:]
            found += cards
        else:
            found += cards or blocks[at:end]
        at = end
    several = sum(isinstance(each, Card) for each in found) >= _FEWEST_CARDS
    return found if several else list(blocks)


def _title(block: Block) -> Cell | None:
    """The numbered line right above a table as the title of its card."""
    label = read_label(block.text) if isinstance(block, Paragraph) else None
    return Cell(label.rest, block.spot, label.written) if label and isinstance(block, Paragraph) else None


def _is_card(said: Iterable[Said]) -> bool:
    """Whether names are those of a task: what is to be done, and who is to do it or by when."""
    names = dict.fromkeys(name.text for name, _ in said)
    keys = [read_heading(name).key for name in names]
    return len(names) >= _FEWEST_NAMES and "text" in keys and not _WHO_OR_WHEN.isdisjoint(keys)


def _is_name(text: str, *, surely: bool) -> bool:
    """Whether a text names what stands beside or behind it; at the beginning of a card that must be sure."""
    solid = "".join(text.split())
    if not 1 < len(solid) <= _LONGEST_NAME:
        return False
    found = read_heading(solid)
    is_known = not {"unknown-column", "several-keys"} & set(found.unsure)
    return is_known or (not surely and _MAY_BE_NAME.fullmatch(solid) is not None)


# Tables.


def _of_table(table: Table) -> list[Card]:
    """The cards of a table: its names stand in every second cell; a name that comes again begins the next one."""
    cards: list[tuple[Cell | None, list[Said]]] = []
    for row in table.rows:
        cells = list({id(cell): cell for cell in row if cell}.values())
        if len(cells) == 1:
            if cells[0].text:
                cards.append((cells[0], []))
            continue
        pairs = list(zip(cells[::2], cells[1::2], strict=False))
        if len(cells) % 2 or not all(_may_be_pair(name, value) for name, value in pairs):
            return []
        last = cards[-1][1] if cards else []
        known = {name.text for name, _ in last}
        if not cards or any(name.text in known and name is not last[-1][0] for name, _ in pairs):
            cards.append((None, []))
        cards[-1][1].extend(pairs)
    is_all = all(_is_card(said) for _, said in cards)
    return [Card(title, tuple(said), table.number, table.sheet) for title, said in cards] if is_all else []


def _may_be_pair(name: Cell, value: Cell) -> bool:
    is_head = len(value.text) <= _LONGEST_NAME and read_heading(value.text).key in _HEADS
    return _is_name(name.text.rstrip("：:"), surely=False) and not is_head


# Lines.


def _of_lines(blocks: Sequence[Paragraph | Table], at: int) -> tuple[int, list[Card]]:
    """The card whose title is a line, and the index of the line behind it; none where names do not follow."""
    line = blocks[at]
    assert isinstance(line, Paragraph)  # noqa: S101 - tables are looked at by themselves
    label = read_label(line.text)
    lines = _Lines(label)
    end = at + 1
    while label and end < len(blocks):
        each = blocks[end]
        if not isinstance(each, Paragraph) or not lines.take(each):
            break
        end += 1
    if not label or not _is_card(lines.said):
        return at + 1, []
    return end, [Card(Cell(label.rest, line.spot, label.written), tuple(lines.said))]


class _Lines:
    """Takes the lines of a card.

    Attributes:
        said: What they say.
    """

    def __init__(self, title: Label | None) -> None:
        self.said: list[Said] = []
        self._title = title
        self._lists: dict[str, int] = {}

    def take(self, line: Paragraph) -> bool:
        """Take a line, and say whether it is of the card."""
        label = read_label(line.text)
        if found := self._name(label.rest if label else line.text):
            head, value = found
            self._lists.clear()
            self.said.append((Cell(head, line.spot), Cell(value, line.spot)))
            return True
        if not self.said or read_heading(self.said[-1][0].text).key not in _GOES_ON or not self._may_go_on(label):
            return False
        self.said.append((self.said[-1][0], Cell(line.text, line.spot)))
        return True

    def _name(self, text: str) -> tuple[str, str] | None:
        found = _SAID.fullmatch(text)
        if found is None or not _is_name(found["in"] or found["head"], surely=not self.said):
            return None
        return found["in"] or found["head"], found["value"].strip()

    def _may_go_on(self, label: Label | None) -> bool:
        """Whether a line is one more of a value: its number counts on in it, and not among those of the cards."""
        if label is None:
            return True
        if self._title and label.family == self._title.family:
            return False
        is_next = label.value == self._lists.get(label.family, 0) + 1
        self._lists[label.family] = label.value
        return is_next
