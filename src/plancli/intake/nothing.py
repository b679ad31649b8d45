"""Cells that say that there is nothing: ——, /, 无; as distinct from blank ones."""

from __future__ import annotations

import re

NOTHING = r"[-—–―－─一_]{1,6}|[/\\／]{1,3}|无|暂无|不涉及|無"
"""What such a cell says, as a pattern."""
_NOTHING = re.compile(NOTHING)


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing."""
    return _NOTHING.fullmatch(text.strip()) is not None
