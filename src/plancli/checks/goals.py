"""Rules that hold a goal against what can be, and against where it starts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.checks.quoted import said_targets
from plancli.diagnostics import Finding, Related
from plancli.prose.shares import is_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan
    from plancli.model.task import Target

_WHOLE = 100
_PERCENT = ("%", "％")

# Patterns are text until they are first needed: start-up counts.
# A level that is to be held is met when the plan begins; a growth has another measure than the level it starts from.
_HELD = "保持|稳定|维持|巩固|守住|底线|红线|不突破"
_CHANGE = (
    "(?:增长|增加(?!值)|提高|提升|上升|下降|降低|减少|压减|压降|压缩|缩短)(?![到至])|增速|增幅|降幅|新增|较|"
    "(?<!占)比(?![例重率值])|翻|倍|累计"
)


def percent_out_of_range(plan: Plan) -> Iterator[Finding]:
    """A share of a whole is more than 100 % or less than nothing.

    Coverage, compliance and proportions (覆盖率, 达标率, 占比) end at 100 %. Mostly a digit too many, or a growth that
    is named like a share: then say so in the indicator (增长率, 增速).

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比达到300%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 300
            unit: "%"
            due: 2027
            quote: 绿色建筑占比达到300%

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比达到30%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 30
            unit: "%"
            due: 2027
            quote: 绿色建筑占比达到30%
    """
    for quoted, _ in said_targets(plan):
        value, unit = quoted.target.value, quoted.target.unit
        if unit not in _PERCENT or value is None:
            continue
        if (value.low < 0 or (value.high or value.low) > _WHOLE) and is_share(quoted.target.indicator):
            facts = {"indicator": quoted.target.indicator, "value": str(value)}
            yield Finding(quoted.place("value"), facts)


def baseline_beyond_goal(plan: Plan) -> Iterator[Finding]:
    """Where a target starts is already beyond where it shall lead.

    Either one of the two numbers is wrong, or the goal asks for less than there is. Levels that are to be held (保持,
    稳定在) and growth are left alone.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比达到30%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 30
            unit: "%"
            baseline: {value: 35, year: 2024}
            due: 2027
            quote: 绿色建筑占比达到30%

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比达到30%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 30
            unit: "%"
            baseline: {value: 25, year: 2024}
            due: 2027
            quote: 绿色建筑占比达到30%
    """
    for quoted, _ in said_targets(plan):
        target = quoted.target
        if target.baseline is None or target.value is None or not _is_beyond(target):
            continue
        words = "".join((target.indicator, *target.quote))
        if not re.search(_HELD, words) and not re.search(_CHANGE, words) and target.per is None:
            facts = {"baseline": f"{target.baseline.value}", "value": str(target.value), "unit": target.unit or ""}
            related = (Related(quoted.place("value")),)
            yield Finding(quoted.place("baseline", "value"), facts, related=related)


def _is_beyond(target: Target) -> bool:
    """Whether the baseline has passed the goal in the direction in which it lies."""
    if target.baseline is None or target.value is None:
        return False
    start, goal = target.baseline.value, target.value.low
    floor, ceiling = target.comparator in {"at-least", "more-than"}, target.comparator in {"at-most", "less-than"}
    return (floor and start > goal) or (ceiling and start < goal)
