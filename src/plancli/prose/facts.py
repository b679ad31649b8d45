"""What a sentence says is so already, or another document sets, and does not ask for: 截至2024年底有3家."""

from __future__ import annotations

import re

# Patterns are text until they are first needed: start-up counts.
_REACHED = "截[至止].*?(?=到[0-9]{4}年|力争|$)"
_SO_FAR = (
    "(?:(?<=[，；：])|^)(?:目前|去年|上年|近(?:[0-9一二三四五两几]年来?|年来)"
    "|“?十[三四]五”?以来|“?十三五”?期间|20[0-9]{2}年以来)"
    ".*?(?=到[0-9]{4}年|20[0-9]{2}年[底末]?前|力争|[；;]|$)"
)
_SO_FAR_SIGNS = ("目前", "去年", "上年", "近", "以来", "十三五")
_ELSEWHERE = (
    "^(?:(?!按照?|根据|依据|贯彻|落实|对照|结合|符合|本)[^，,。；;《》]){0,40}"
    "(?:《[^《》]{1,80}》(?:（[^（）]{1,30}）)?|(?:报告|规划|纲要|意见|国家|国务院|省委|省政府|会议|总书记))"
    "[^，,。；;：:《]{0,6}(?:提出|指出|明确)[^，,。；;：:]{0,4}[，,：:].*?(?=[我本][省市区县州]|$)"
)
"""Behind 按照 another document's goal is this plan's as well."""
_ELSEWHERE_SIGNS = ("提出", "指出", "明确")


def reached(sentence: str) -> list[tuple[int, int]]:
    """Where a sentence tells what is reached by now, up to what shall be, or what another sets; in characters."""
    found = [each.span() for each in re.finditer(_REACHED, sentence)] if "截" in sentence else []
    if any(sign in sentence for sign in _SO_FAR_SIGNS):
        found += [each.span() for each in re.finditer(_SO_FAR, sentence)]
    if any(sign in sentence for sign in _ELSEWHERE_SIGNS) and (another := re.search(_ELSEWHERE, sentence)):
        found.append(another.span())
    return found
