"""Rules about targets as they stand in the plan: quoted from the text, one for each of its numbers, in its period."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from plancli.checks.quoted import quoted_targets
from plancli.diagnostics import Finding, Fix, Place, Related, Replacement
from plancli.model.plan import HEADER_PATH, task_path
from plancli.prose.characters import narrow, widths
from plancli.prose.facts import reached
from plancli.prose.quantities import quantity_places
from plancli.prose.sentences import quote_places, sentences, sets_targets
from plancli.suggest import nearest_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.checks.quoted import Quoted
    from plancli.model.plan import Plan
    from plancli.model.task import Task


def quote_not_in_text(plan: Plan) -> Iterator[Finding]:
    """A target's quote does not stand in the task's text.

    The quote ties the target to the words that everybody agreed on. When the text is revised and the quote is not,
    one of them is out of date. A list of fragments must stand in this order in one sentence. Instead of the text a
    column that the notes keep may be quoted (2026年目标).

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
    for quoted in quoted_targets(plan):
        if quoted.spans is None:
            yield from _absent(quoted)


def _absent(quoted: Quoted) -> Iterator[Finding]:
    """Which fragment is absent, or that they all stand there but not together."""
    task, quote = quoted.task, quoted.target.quote
    for position, fragment in enumerate(quote):
        if fragment not in task.text:
            place = quoted.place("quote", *((position,) if len(quote) > 1 else ()))
            at = narrow(task.text).find(narrow(fragment))
            yield from _changed(quoted, place, fragment) if at < 0 else _wide(quoted, place, at)
            return
    yield Finding(
        quoted.place("quote"),
        {"quote": " … ".join(quote)},
        "scattered",
        related=(Related(Place(task_path(task.id), ("text",), "key")),),
    )


def _changed(quoted: Quoted, place: Place, fragment: str) -> Iterator[Finding]:
    """A fragment of which the text has nearly the same words, or nothing like it."""
    if near := nearest_words(fragment, quoted.task.text):
        facts = {"quote": fragment, "written": quoted.task.text[slice(*near)]}
        yield Finding(place, facts, "changed", related=(Related(quoted.words(near)),))
        return
    yield Finding(place, {"quote": fragment}, related=(Related(Place(task_path(quoted.task.id), ("text",), "key")),))


def _wide(quoted: Quoted, place: Place, at: int) -> Iterator[Finding]:
    """A fragment that stands in the text but for the width of its marks; of letters, not-normalised speaks."""
    fragment = quoted.target.quote[int(place.route[-1]) if isinstance(place.route[-1], int) else 0]
    end = at + len(fragment)
    written = quoted.task.text[at:end]
    if not any(widths(written)):
        fix = Fix("safe", (Replacement(place, written),))
        related = (Related(quoted.words((at, end))),)
        yield Finding(place, {"quote": fragment, "written": written}, "width", related=related, fix=fix)


def unmodelled_quantity(plan: Plan) -> Iterator[Finding]:
    """A quantity in a target sentence belongs to no target.

    A target sentence says what is reached by when: it has 到2027年 with this or another year. A number in it that no
    target's quote covers is a commitment that nobody follows. Years, ordinals, what stands in quotation marks, what is
    reached already (截至2024年底…) and numbers that name something (100米覆盖率, 15分钟生活圈) are none.

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
    # Of a task with a quote that is not in the text quote-not-in-text speaks: the number that was changed is the one
    # that no quote covers any more.
    revised = {quoted.task.id for quoted in quoted_targets(plan) if quoted.spans is None}
    for task in plan.tasks:
        if sets_targets(task.text) and task.id not in revised:
            yield from _unmodelled(task)


def _unmodelled(task: Task) -> Iterator[Finding]:
    quotes = dict.fromkeys(target.quote for target in task.targets)
    covered = sorted({span for quote in quotes for span in quote_places(task.text, quote)})
    starts = [first for first, _ in covered]
    furthest = [0, *accumulate((last for _, last in covered), max)]  # how far the spans reach that begin by then
    for sentence in sentences(task.text):
        if not sentence.sets_targets:
            continue
        known = reached(sentence.text)
        for place in quantity_places(sentence.text):
            start, end = sentence.start + place[0], sentence.start + place[1]
            if any(first <= place[0] < last for first, last in known):
                continue
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
    for quoted in quoted_targets(plan):
        due = quoted.target.due
        if due.year is not None and not period.start <= due.year <= period.end:
            facts = {"due": str(due), "start": str(period.start), "end": str(period.end)}
            related = (Related(Place(HEADER_PATH, ("period",))),)
            yield Finding(quoted.place("due"), facts, related=related)


def unconfirmed_target(plan: Plan) -> Iterator[Finding]:
    """A target was found by a program and nobody has confirmed it.

    It stands on the sheets like any other. Compare number, unit, comparator, deadline and indicator with the text;
    then take the line `confirmed: false` out, or take out the target.

    Bad:

        # tasks/节能降碳.yaml
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 建成绿色分拣中心1家
            confirmed: false

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
    for quoted in quoted_targets(plan):
        if not quoted.target.confirmed:
            yield Finding(quoted.place("confirmed"), {"indicator": quoted.target.indicator})
