"""What a paragraph's style says of it: the level of a heading, and the list that it is numbered in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.formats.word_xml import attribute, child, children, is_on, value

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def hides(self, properties: BaseOxmlElement | None) -> bool:
        """Whether the style of a paragraph hides its text."""
        return self._hides(value(properties, "pStyle")) or False

    def hides_run(self, properties: BaseOxmlElement | None, *, otherwise: bool) -> bool:
        """Whether a run is hidden, by itself or by its style.

        Args:
            properties: The run's.
            otherwise: What its paragraph's style says.
        """
        if child(properties, "vanish") is not None:
            return is_on(properties, "vanish")
        by_style = self._hides(value(properties, "rStyle"))
        return otherwise if by_style is None else by_style

    def _hides(self, style: str) -> bool | None:
        """What a style says; None where it says nothing."""
        chain = (child(found, "rPr") for found in self._based(style))
        return next((is_on(each, "vanish") for each in chain if child(each, "vanish") is not None), None)

    def _chain(self, properties: BaseOxmlElement | None) -> list[BaseOxmlElement]:
        """A paragraph's own properties, those of its style and of the styles that it is based on."""
        chain = [] if properties is None else [properties]
        chain += (
            given for found in self._based(value(properties, "pStyle")) if (given := child(found, "pPr")) is not None
        )
        return chain

    def _based(self, style: str) -> Iterator[BaseOxmlElement]:
        """A style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found, "basedOn")
