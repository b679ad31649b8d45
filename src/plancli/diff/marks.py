"""Whether two texts say the same with other punctuation."""

from __future__ import annotations

import re

# Full-width forms of ASCII, and the ideographic space.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_GROUPED = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)")

# Between two digits a mark is a part of what they say: 1.5, 1—2, 15:30, 1/3, 1、2.
_BETWEEN = re.compile(r"(?<=\d)(?:\s*[-—–―~〜]{1,2}\s*|[^\w+%‰<>=≤≥×])(?=\d)")
_JOINS = {".": "\x01", ":": "\x02", "/": "\x03", **dict.fromkeys("-—–―~〜", "\x04")}
_SEPARATOR = "\x05"

_MARKS = re.compile(r"""[\s。、“”‘’《》〈〉「」『』【】〔〕…—–―·•,;:?!"'()\[\]]|[.-](?!\d)""")


def is_punctuation_only(old: str, new: str) -> bool:
    """Whether two texts differ, and only in punctuation, spaces and the width of characters."""
    return old != new and _bare(old) == _bare(new)


def _bare(text: str) -> str:
    """A text without its punctuation; what a mark between two digits means stays."""
    narrow = _GROUPED.sub(lambda found: found.group().replace(",", ""), text.translate(_NARROW))
    return _MARKS.sub("", _BETWEEN.sub(_join, narrow))


def _join(found: re.Match[str]) -> str:
    return _JOINS.get(found.group().strip()[:1], _SEPARATOR)
