"""The phrase that closes a cell of units: 按职责分工负责, 等部门按职责分工负责."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_WHICH = "(?:[省市区县州][级直属]?|[级直属]|各|有关|相关|多个?|[0-9]{1,3}个)"
_OTHERS = (
    f"等(?:{_WHICH}{{0,3}}"
    "(?:部门|单位|成员单位|企业|区县|镇街|街道|机构|(?:人民)?政府|管委会|高校|院校|院所|地区?|乡镇)"
    "(?:和(?:单位|企业|区县|镇街|街道))?)?"
)
_DOES = (
    "(?:(?:分别|共同|各自|具体|总(?=负责)|抓好|做好|认真|组织|推进|相关|工作|分头|统筹){0,4}"
    "(?:负责|落实|实施|配合做好(?:相关|有关)?工作|配合|参与|牵头|主责|参加|协助|协同|推进))"
)
_BY = (
    "(?:按照?|根据|依据|依|结合|对照)(?:各自|工作|职责|职能|分工|任务|实际|情况|单位|部门|本|范围|领域|[和与、及]){1,6}"
)
_AS_DIVIDED = f"{_BY}{_DOES}{{0,3}}(?:[抓做]好(?:相关|有关)?工作)?"
_DUTY = re.compile(
    f"(?:(?:{_OTHERS})?(?:{_AS_DIVIDED}|{_DOES}{{1,3}})|{_OTHERS}|[（(［〔]{_AS_DIVIDED}[）)］〕])[。.]?$"
)
_LONGEST_DUTY = 48


def without_duty(chunk: str, known: Container[str]) -> tuple[str, str]:
    """A stretch without the phrase that closes it, and the phrase with the space before it."""
    if chunk.strip() in known:
        return chunk, ""
    solid = [at for at, char in enumerate(chunk) if not char.isspace()]
    tail = "".join(chunk[at] for at in solid[-_LONGEST_DUTY:])
    found = _DUTY.search(tail)
    if found is None:
        return chunk, ""
    at = solid[-len(tail) :][found.start()]
    body = chunk[:at].rstrip()
    return body, chunk[len(body) :]
