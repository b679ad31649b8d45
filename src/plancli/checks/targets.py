"""Rules about targets and the words that set them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import HEADER_PATH, Plan, task_path
from plancli.prose.quantities import amounts, quantities, quantity_places
from plancli.prose.sentences import locate_quote, quote_places, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.task import Target, Task

_COMMITS = re.compile("到[0-9]{4}年").search


def quote_not_in_text(plan: Plan) -> Iterator[Finding]:
    """A target's quote does not stand in the task's text.

    The quote ties the target to the words that everybody agreed on. When the text is revised and the quote is not,
    one of them is out of date. A list of fragments must stand in this order in one sentence.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，建成绿色分拣中心1家。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 2
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心2家

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，建成绿色分拣中心2家。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 2
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心2家
    """
    for task, index, target in _targets(plan):
        if locate_quote(task.text, target.quote) is None:
            yield _absent(task, index, target)


def _absent(task: Task, index: int, target: Target) -> Finding:
    """Which fragment is absent, or that they all stand there but not together."""
    path = task_path(task.id)
    route = ("targets", index, "quote")
    related = (Related(Place(path, ("text",), "key")),)
    for position, fragment in enumerate(target.quote):
        if fragment not in task.text:
            place = Place(path, (*route, position) if len(target.quote) > 1 else route)
            return Finding(place, {"quote": fragment}, related=related)
    facts = {"quote": " … ".join(target.quote)}
    return Finding(Place(path, route), facts, "scattered", related=related)


def quote_value_mismatch(plan: Plan) -> Iterator[Finding]:
    """No quantity in a target's quote equals its value and unit.

    The number in the file and the number in the text must be the same; 2万吨 is 20000吨. Correct the one that is
    wrong: the text is what was issued.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，建成绿色分拣中心2家。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心2家

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，建成绿色分拣中心2家。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 2
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心2家
    """
    for task, index, target in _targets(plan):
        if target.value is None or target.unit is None or _states(target):
            continue
        if (standing := locate_quote(task.text, target.quote)) is not None:
            path, facts = task_path(task.id), {"value": str(target.value), "unit": target.unit}
            related = (Related(Place(path, ("text",), chars=(standing[0][0], standing[-1][1]))),)
            yield Finding(Place(path, ("targets", index, "value")), facts, related=related)


def _states(target: Target) -> bool:
    """Whether the quote states the target's value in its unit."""
    value, unit = target.value, target.unit
    if value is None or unit is None:
        return False
    return any(
        quantity.equals(value.low, value.high, unit)
        for fragment in target.quote
        for found in (amounts(fragment, unit), quantities(fragment))
        for quantity in found
    )


def unmodelled_quantity(plan: Plan) -> Iterator[Finding]:
    """A quantity in a target sentence belongs to no target.

    A target sentence says what is reached by when: it has 到2027年 or another year. A number in it that no target's
    quote covers is a commitment that nobody follows. Years, ordinals, what stands in quotation marks and numbers
    that name something (100米覆盖率, 15分钟生活圈) are none.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，建成绿色分拣中心1家、回收站20个。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心1家

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，建成绿色分拣中心1家。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心1家
    """
    for task in plan.tasks:
        if _COMMITS(task.text):
            yield from _unmodelled(task)


def _unmodelled(task: Task) -> Iterator[Finding]:
    if any(locate_quote(task.text, target.quote) is None for target in task.targets):
        return  # quote-not-in-text speaks: the number that was changed is the one that no quote covers any more
    quotes = dict.fromkeys(target.quote for target in task.targets)
    covered = sorted({span for quote in quotes for span in quote_places(task.text, quote)})
    starts = [first for first, _ in covered]
    furthest = [0, *accumulate((last for _, last in covered), max)]  # how far the spans reach that begin by then
    for sentence in sentences(task.text):
        if not sentence.sets_targets:
            continue
        for place in quantity_places(sentence.text):
            start, end = sentence.start + place[0], sentence.start + place[1]
            if furthest[bisect_right(starts, start)] < end:
                facts = {"quantity": task.text[start:end]}
                yield Finding(Place(task_path(task.id), ("text",), chars=(start, end)), facts)


def target_outside_period(plan: Plan) -> Iterator[Finding]:
    """A target is due before the plan begins or after it ends.

    Mostly a year that was not changed when the plan was carried over.

    Bad:

        # tasks/节能降碳.yaml
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2030
            quote: 建成绿色分拣中心1家

    Good:

        # tasks/节能降碳.yaml
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心1家
    """
    period = plan.header.period
    for task, index, target in _targets(plan):
        year = target.due.year
        if year is not None and not period.start <= year <= period.end:
            facts = {"due": str(target.due), "start": str(period.start), "end": str(period.end)}
            related = (Related(Place(HEADER_PATH, ("period",))),)
            yield Finding(Place(task_path(task.id), ("targets", index, "due")), facts, related=related)


def _targets(plan: Plan) -> Iterator[tuple[Task, int, Target]]:
    for task in plan.tasks:
        for index, target in enumerate(task.targets):
            yield task, index, target
