"""Paragraphs whose duties a line feed parted: 责任单位： with the names on the next line, a bracket closed there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plancli.intake.brackets import CLOSING, OPENING
from plancli.intake.duty_content import LABEL, all_look_like_units, has_unit
from plancli.intake.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.document import Paragraph

_LONGEST = 300
"""Characters of duties that a line feed may part."""
_BRACKETS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")


def whole(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs, those that are one put together."""
    last: Paragraph | None = None
    for each in paragraphs:
        if last and _goes_on(last.text, each.text):
            last = replace(last, text=last.text + each.text)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _goes_on(text: str, behind: str) -> bool:
    """Whether duties begin at a paragraph's end and close in the one behind it."""
    if len(behind) > _LONGEST:
        return False
    if (label := LABEL.match(text)) and label.end() == len(text) and label.lastgroup != "other":
        return all_look_like_units(behind.rstrip("。；;"))
    begun = _open(text[-_LONGEST:])
    closing = _BRACKETS.search(behind)
    return bool(begun and has_unit(begun) and closing and closing.group() in CLOSING and not read_label(behind))


def _open(text: str) -> str:
    """What stands in the last bracket of a text, if nothing closes it."""
    brackets = list(_BRACKETS.finditer(text))
    return text[brackets[-1].end() :] if brackets and brackets[-1].group() in OPENING else ""
