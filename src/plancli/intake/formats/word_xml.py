"""The elements of a Word document, by their names without namespaces: there are two of them, and nobody mixes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

_FRAMES = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def name(element: BaseOxmlElement) -> str:
    """An element's name; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: BaseOxmlElement, *names: str) -> Iterator[BaseOxmlElement]:
    """The children of an element that have one of the names."""
    return (each for each in element if name(each) in names)


def child(element: BaseOxmlElement | None, *route: str) -> BaseOxmlElement | None:
    """The first child of an element that has a name, or, on a longer route, of that child."""
    for step in route:
        if element is None:
            return None
        element = next(children(element, step), None)
    return element


def attribute(element: BaseOxmlElement, key: str) -> str:
    """An attribute of an element; empty where it has none of the name."""
    found = (given for at, given in element.attrib.items() if at.rpartition("}")[2] == key)
    return cast("str", next(found, ""))


def value(element: BaseOxmlElement | None, *route: str) -> str:
    """What a property says, `w:val`; empty where there is none."""
    found = child(element, *route)
    return "" if found is None else attribute(found, "val")


def is_on(element: BaseOxmlElement | None, *route: str) -> bool:
    """Whether a property is there and not switched off."""
    found = child(element, *route)
    return found is not None and attribute(found, "val") not in {"0", "false", "off"}


def shown_branch(alternatives: BaseOxmlElement) -> BaseOxmlElement:
    """The one branch of `mc:AlternateContent` that counts: the others say the same for older programs."""
    return next(children(alternatives, "Choice", "Fallback"), alternatives)


def blocks(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The paragraphs and tables that stand in an element, whatever frames them."""
    for each in element:
        kind = name(each)
        if kind in {"p", "tbl", "altChunk"}:
            yield each
        elif kind == "AlternateContent":
            yield from blocks(shown_branch(each))
        elif kind in _FRAMES:
            yield from blocks(each)


def find(element: BaseOxmlElement, wanted: str) -> Iterator[BaseOxmlElement]:
    """The rows of a table, or the cells of a row, whatever frames them; not those of tables inside."""
    for each in element:
        kind = name(each)
        if kind == wanted:
            yield each
        elif kind in _FRAMES:
            yield from find(each, wanted)
