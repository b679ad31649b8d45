"""The paragraphs of a Word document as lines: joined where a change took out what parts them, numbers beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.formats.word_xml import child, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from plancli.intake.document import Spot
    from plancli.intake.formats.word_numbers import Numbers
    from plancli.intake.formats.word_runs import Runs
    from plancli.intake.formats.word_styles import Styles


class Line(NamedTuple):
    """A paragraph of a cell or of the running text, perhaps without text."""

    text: str
    label: str
    level: int


class Lines:
    """Reads paragraphs one behind the other: each counts in its list."""

    def __init__(self, runs: Runs, numbers: Numbers, styles: Styles) -> None:
        """Begin before the first paragraph.

        Args:
            runs: Reads what they say.
            numbers: Counts them.
            styles: Says in which lists they are.
        """
        self._runs = runs
        self._numbers = numbers
        self._styles = styles

    def read(
        self, blocks: Iterable[tuple[BaseOxmlElement, Spot]]
    ) -> Iterator[tuple[Line, Spot] | tuple[BaseOxmlElement, Spot]]:
        """Blocks with their places, every paragraph of them read.

        Where a tracked change took out a paragraph's end, it goes on in the next one, whose place and number it has.
        """
        before = ""
        for block, spot in blocks:
            if name(block) != "p":
                if before.strip():
                    yield Line(before.strip(), "", 0), spot
                before = ""
                yield block, spot
                continue
            before += self._runs.text(block, spot)
            properties = child(block, "pPr")
            if not _has_no_end(properties):
                number, depth = self._styles.numbering(properties)
                label = self._numbers.next(number, depth) if number else ""
                yield Line(before.strip(), label, self._styles.level(properties)), spot
                before = ""
        if before.strip():
            yield Line(before.strip(), "", 0), spot


def _has_no_end(properties: BaseOxmlElement | None) -> bool:
    mark = child(properties, "rPr")
    return any(child(mark, kind) is not None for kind in ("del", "moveFrom"))
