"""The texts of a spreadsheet, read as a stream: a million of them take no more room than their letters."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from openpyxl.utils.escape import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator


def local(element: ET.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def elements(content: bytes, kept: frozenset[str]) -> Iterator[ET.Element]:
    """The elements of a part as they end, each forgotten when it has been seen.

    Args:
        content: The part.
        kept: What those consist of that are wanted whole; it is not given by itself.
    """
    parents: list[ET.Element] = []
    for event, element in ET.iterparse(BytesIO(content), ("start", "end")):  # noqa: S314 - nothing is declared in it
        if event == "start":
            parents.append(element)
            continue
        parents.pop()
        if local(element) not in kept:
            yield element
            if parents:
                del parents[-1][-1]


def shared_texts(content: bytes) -> list[str]:
    """The texts that cells share, in their order."""
    kept = frozenset({"t", "r", "rPr", "rPh"})
    return [said(element) for element in elements(content, kept) if local(element) == "si"]


def said(element: ET.Element) -> str:
    """A text, perhaps of several runs; readings over its characters are no part of it."""
    parts: list[str] = []
    for each in element:
        kind = local(each)
        if kind == "t":
            parts.append(each.text or "")
        elif kind == "r":
            parts.extend(run.text or "" for run in each if local(run) == "t")
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """A text with line feeds only, and the characters that it spells _x000D_."""
    plain = unescape(text) if "_x" in text else text
    return plain.replace("\r\n", "\n").replace("\r", "\n").strip()
