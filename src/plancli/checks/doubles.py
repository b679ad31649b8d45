"""Which ids are others once more: as a program names a copy, or but for case, width or script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

_WORD = r"(?:(?:另一个|另一個)?(?:副本|复件|複本|复本|拷贝|备份)|copy)"
_NUMBER = r"(?:\s*[(（]?\s*\d+\s*[)）]?)"

# 甲 - 副本, 甲 - 副本 (2), 甲副本, 甲的副本 2, 甲_备份, 甲 copy 2, 甲（副本）, 甲 (1), 甲（第 3 个复件）
_BEHIND = re.compile(
    rf"(?P<of>.+?)(?:[\s_-]*的?{_WORD}{_NUMBER}?|\s*[(（]\s*(?:{_WORD}|\d+|第\s*\d+\s*个{_WORD})\s*[)）])",
    re.IGNORECASE,
)
# 副本 甲, 复件 (2) 甲, Copy of 甲, Copy (2) of 甲
_BEFORE = re.compile(rf"{_WORD}{_NUMBER}?\s*(?:of\b|[-_\s])\s*(?P<of>.+)", re.IGNORECASE)


def original(identifier: str, known: Container[str]) -> str:
    """The known id of which a file's name says that it is a copy; empty where it says nothing of the kind.

    `甲 - 副本 (2)` may be a copy of a copy; the first that is known counts.
    """
    named = identifier
    while found := _BEHIND.fullmatch(named) or _BEFORE.fullmatch(named):
        named = found["of"]
        if named in known:
            return named
    return ""


def alike(ids: Iterable[str], fold: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each id that becomes the same as an earlier one when they are folded, behind the first of these."""
    first: dict[str, str] = {}
    for identifier in ids:
        other = first.setdefault(fold(identifier), identifier)
        if other != identifier:
            yield other, identifier
