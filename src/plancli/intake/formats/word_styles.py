"""What a paragraph's style says of it: the level of a heading, and the list that it is numbered in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.formats.word_xml import attribute, child, children, value

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_LEVELS = 9
_LONGEST_CHAIN = 20


class Styles:
    """The styles of a document."""

    def __init__(self, styles: BaseOxmlElement | None) -> None:
        """Learn the styles of a document.

        Args:
            styles: The root of its style part, if it has one.
        """
        found = () if styles is None else children(styles, "style")
        self._styles = {attribute(style, "styleId"): style for style in found}

    def level(self, properties: BaseOxmlElement | None) -> int:
        """The level of a heading, from 1; 0 for any other paragraph."""
        for each in self._chain(properties):
            if (level := value(each, "outlineLvl")).isdecimal():
                return int(level) + 1 if int(level) < _LEVELS else 0
        return 0

    def numbering(self, properties: BaseOxmlElement | None) -> tuple[str, int]:
        """The list that a paragraph is numbered in and its level there, from 0; no list where it is not numbered."""
        number = depth = ""
        for each in self._chain(properties):
            number = number or value(each, "numPr", "numId")
            depth = depth or value(each, "numPr", "ilvl")
        return ("" if number == "0" else number), int(depth) if depth.isdecimal() else 0

    def _chain(self, properties: BaseOxmlElement | None) -> list[BaseOxmlElement]:
        """A paragraph's own properties, those of its style and of the styles that it is based on."""
        chain = [] if properties is None else [properties]
        style = value(properties, "pStyle")
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                break
            if (given := child(found, "pPr")) is not None:
                chain.append(given)
            style = value(found, "basedOn")
        return chain
