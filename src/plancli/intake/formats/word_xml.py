"""The elements of a Word document, by their names without namespaces: there are two of them, and nobody mixes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement


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
