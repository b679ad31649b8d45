"""What a document says of all its offices: that the first of several leads, or the one with a mark."""

from __future__ import annotations

import re

from plancli.intake.role_words import LEADING

_FIRST_LEADS = re.compile(
    f"(?:第一|第1|首位|首个|最前|前列)(?!批)[^，,。；;)）]{{0,10}}?[为是系][^，,。；;)）]{{0,6}}?(?:{LEADING})"
)
MARKS = "★☆▲△●○◎◆◇■□※*＊#"
"""What stands before or behind a name or an item, and may have a meaning."""
SAYS_LEADS = f"[^，。；;、{MARKS}]{{0,8}}?(?:[为是系指即]|表示)[^，。；;]{{0,4}}?(?:{LEADING})"
"""What says of offices that they lead, behind what they are known by."""
_MARK_LEADS = re.compile(f"[{MARKS}]{SAYS_LEADS}")


def says_first_leads(text: str) -> bool:
    """Whether a text says that the first unit of several leads: 列第一位的为牵头单位."""
    return _FIRST_LEADS.search("".join(text[:2000].split())) is not None


def mark_that_leads(text: str) -> str:
    """The mark of the offices that lead, where a text says that it is one: 带★的为牵头单位; else empty."""
    found = _MARK_LEADS.search("".join(text[:2000].split()))
    return found[0][0] if found else ""
