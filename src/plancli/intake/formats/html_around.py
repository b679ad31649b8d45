"""What stands around the text of a page: menus, trails of links, footers. None of it is the plan's title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.intake.document import Note, Paragraph, Table
from plancli.intake.formats.html_parts import BLOCKS

if TYPE_CHECKING:
    from plancli.intake.formats.html_parts import Attributes

_AROUND = frozenset({"nav", "footer", "aside"})
_ROLES = frozenset({"navigation", "contentinfo", "complementary", "banner", "search"})
_NAMED_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navi|menu|bread|crumbs?|breadcrumbs?|foot|footer|site-header|page-header|copyright|copy|sidebar|share"
    r"|related|relate|pagination|pager|toolbar|topbar|links?|location|position)(?:$|[\s_-])",
    re.IGNORECASE,
)

_LONGEST = 2000
"""What stands around a text is shorter, in characters; a class that says so of more is not believed."""

_MOSTLY = 0.6


@dataclass(slots=True)
class _Region:
    """An element that may stand around the text: its tag, how many such tags are open, the blocks before it."""

    tag: str
    blocks: int
    depth: int = 1


class Around:
    """Follows the tags of a page and takes what stands around its text out of its blocks.

    Attributes:
        notes: What was taken out.
    """

    def __init__(self, blocks: list[Paragraph | Table]) -> None:
        """Begin outside all of it.

        Args:
            blocks: The blocks of the page, as far as it has been read.
        """
        self.notes: list[Note] = []
        self._blocks = blocks
        self._regions: list[_Region] = []
        self._links = self._linked = 0
        self._behind: list[Paragraph | Table] = []

    def begin(self, tag: str, given: Attributes) -> None:
        """Take a tag outside tables; the line before it has ended."""
        if tag == "a" and "href" in given:
            self._links += 1
        if _stands_around(tag, given):
            self._regions.append(_Region(tag, len(self._blocks)))
        elif self._regions and self._regions[-1].tag == tag:
            self._regions[-1].depth += 1

    def end(self, tag: str) -> None:
        """Take an end tag outside tables; the line before it has ended."""
        if tag == "a":
            self._links = max(self._links - 1, 0)
        if self._regions and self._regions[-1].tag == tag:
            self._regions[-1].depth -= 1
            if not self._regions[-1].depth:
                self._leave(self._regions.pop())

    def text(self, text: str) -> None:
        """Take a text outside tables."""
        self._linked += len("".join(text.split())) if self._links else 0

    def takes(self, paragraph: Paragraph) -> bool:
        """Whether a line is hardly more than links, and stands outside all headings: then it is taken."""
        linked, self._linked = self._linked, 0
        is_around = not paragraph.level and linked >= _MOSTLY * len("".join(paragraph.text.split()))
        if is_around:
            self._note([paragraph])
        return is_around

    def finish(self) -> None:
        """End what the page left open."""
        while self._regions:
            self._leave(self._regions.pop())

    def _leave(self, region: _Region) -> None:
        """Take an element out, unless it has a heading, a table, or more text than that."""
        inside = [block for block in self._blocks[region.blocks :] if isinstance(block, Paragraph)]
        is_plain = len(inside) == len(self._blocks) - region.blocks and not any(each.level for each in inside)
        if inside and is_plain and sum(len(each.text) for each in inside) <= _LONGEST:
            del self._blocks[region.blocks :]
            self._note(inside)

    def _note(self, inside: list[Paragraph]) -> None:
        """Say what was taken, in one word with what was taken right before it."""
        text = "\n".join(each.text for each in inside)
        if self.notes and self._blocks[-1:] == self._behind:
            self.notes[-1] = Note("header-footer", self.notes[-1].spot, f"{self.notes[-1].text}\n{text}")
        else:
            self.notes.append(Note("header-footer", inside[0].spot, text))
        self._behind = self._blocks[-1:]


def _stands_around(tag: str, given: Attributes) -> bool:
    """Whether an element most likely stands around the text: a menu, a trail of links, a footer."""
    names = " ".join(filter(None, (given.get("class"), given.get("id"))))[:_LONGEST]
    return (
        tag in _AROUND
        or (tag in BLOCKS and tag not in {"html", "body"} and _NAMED_AROUND.search(names) is not None)
        or given.get("role") in _ROLES
    )
