"""Targets in a column of their own, whose rows or columns may say what their numbers measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.nothing import says_nothing
from plancli.intake.targets.clause import Found
from plancli.intake.targets.reading import find_targets
from plancli.intake.wrapped import one_line
from plancli.prose.spelled import has_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.row import Goal, Row
    from plancli.intake.task_times import Times

_NAME = re.compile("(?:PM2\\.5|PM10|[^0-9。，,；;：:、\n]){2,30}")
"""What a row may be called after what it measures."""
_MEASURE = re.compile(
    "(?P<name>(?:PM2\\.5|PM10|[^0-9，,；;：:、（）()]){2,30})(?:[（(](?P<unit>[^（）()0-9]{1,6})[）)])?"
)
_BARE = re.compile("(?:不低于|不少于|不高于|不超过|≥|≤|累计)?[0-9]")
_ONLY_DIGITS = re.compile("([^0-9]*[0-9][0-9.,，]*)((?:以上|以下|以内|左右)?)")
_ANY_NAME = "指标完成值"


def targets_in_column(goal: Goal, row: Row, name: str, due: str, times: Times) -> Iterator[Found]:
    """The targets of a cell that holds nothing else: its column may say by when.

    Args:
        goal: The cell.
        row: Its row, which may say what is measured.
        name: What is measured where no column says it.
        due: When it is due where its column does not say it.
        times: The years of what says none.
    """
    if says_nothing(goal.cell.text):
        return
    text = goal.cell.text
    found = find_targets(text, str(goal.year or due), times.first, goal.year or times.of_months, is_asked=True)
    if not any(each.keys for each in found) and "\n" in text:  # the layout may have broken it
        text = one_line(text)
        found = find_targets(text, str(goal.year or due), times.first, goal.year or times.of_months, is_asked=True)
    found = tuple(
        each._replace(unsure=tuple(code for code in each.unsure if not (goal.year and code == "due-of-row")))
        for each in found
    )
    if not any(each.keys for each in found) and has_number(text):
        yield _named(goal, row, name, str(goal.year or due)) or Found({}, text, ("no-indicator",))
    elif not found and not has_number(text):
        yield Found({}, text, ("goal-in-words",))
    else:
        yield from found


def _named(goal: Goal, row: Row, name: str, due: str) -> Found | None:
    """A bare number, of what its row is called: 10% beside 数字经济核心产业增加值占比; None where that is no name.

    A column may say what is measured, and in what unit: 绿色贷款余额（亿元）.
    """
    number = "".join(goal.cell.text.split())
    quote = one_line(goal.cell.text)
    measured, unit = row.measure(goal)
    if said := _MEASURE.fullmatch(measured):
        name, unit = said["name"], unit or said["unit"] or ""
    if not _NAME.fullmatch(name) or not _BARE.match(number):
        return None
    if bare := _ONLY_DIGITS.fullmatch(number):
        number = f"{bare[1]}{unit}{bare[2]}"
    number = f"{'达到' if number[0].isdigit() else ''}{number}"
    found = [each for each in find_targets(f"{name}{number}", due, is_asked=True) if each.keys]
    if said and not found:  # a name that prose would not use for one: 企业数
        found = [each for each in find_targets(f"{_ANY_NAME}{number}", due, is_asked=True) if each.keys]
    if len(found) != 1:
        return None
    keys = {**found[0].keys, "quote": quote, **({"indicator": said["name"]} if said else {})}
    codes = tuple(code for code in found[0].unsure if not (goal.year and code == "due-of-row"))
    return Found(keys, quote, codes if said else ("indicator-of-row", *codes))
