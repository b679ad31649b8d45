"""Rules that hold targets against each other: the same indicator, measured by the same time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from plancli.checks.quoted import Quoted, said_targets
from plancli.diagnostics import Finding, Related
from plancli.prose.clauses import clause_start
from plancli.prose.comparators import creates
from plancli.prose.quantities import split_scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan
    from plancli.model.task import Target


def contradictory_targets(plan: Plan) -> Iterator[Finding]:
    """Two targets set different goals for the same indicator by the same time.

    The same indicator, scope and deadline with two numbers, or with at least 30 and at most 20: one of the texts was
    not revised, or two things go by one name. Then tell them apart in `indicator` or `scope`. What several tasks build,
    hold or train, each its own share of it, is left alone.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比达到30%，新建绿色建筑占比达到40%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 30
            unit: "%"
            due: 2027
            quote: 绿色建筑占比达到30%
          - id: 新建绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 40
            unit: "%"
            due: 2027
            quote: 新建绿色建筑占比达到40%

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比达到30%，新建绿色建筑占比达到40%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 30
            unit: "%"
            due: 2027
            quote: 绿色建筑占比达到30%
          - id: 新建绿色建筑占比
            indicator: 新建绿色建筑占比
            comparator: at-least
            value: 40
            unit: "%"
            due: 2027
            quote: 新建绿色建筑占比达到40%
    """
    for first, again in _repeated(plan):
        if _amounts(first.target) != _amounts(again.target):
            facts = {"indicator": again.target.indicator, "first": _goal(first.target), "again": _goal(again.target)}
            yield Finding(again.place("value"), facts, related=(Related(first.place("value")),))


def duplicate_target(plan: Plan) -> Iterator[Finding]:
    """The same target stands in the plan twice.

    Then it is asked for twice, and its number is counted twice. Keep it in the task that answers for it. Where several
    tasks build, hold or train as many each, these are targets of their own and left alone.

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
            due: 2027
            quote: 绿色建筑占比达到30%
          - id: 绿色建筑
            indicator: 绿色建筑占比
            comparator: at-least
            value: 30
            unit: "%"
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
            due: 2027
            quote: 绿色建筑占比达到30%
    """
    for first, again in _repeated(plan):
        if _amounts(first.target) == _amounts(again.target):
            facts = {"indicator": again.target.indicator, "goal": _goal(again.target)}
            yield Finding(again.place("indicator"), facts, related=(Related(first.place("indicator")),))


def _repeated(plan: Plan) -> Iterator[tuple[Quoted, Quoted]]:
    """Targets that measure what another one before them does: that one, and the target."""
    by_indicator: dict[str, list[Quoted]] = {}
    distinct = {task.id for task in plan.distinct}
    for quoted, _ in said_targets(plan):
        if quoted.task.id not in distinct:  # an unlisted file sets no goals yet, and a copy none of its own
            continue
        by_indicator.setdefault(quoted.target.indicator, []).append(quoted)
    for alike in by_indicator.values():
        if len(alike) > 1:
            yield from _alike(alike)
            yield from _crossed(alike)


def _alike(same_indicator: list[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    known: dict[object, Quoted] = {}
    for quoted in same_indicator:
        if quoted.target.value is None:
            continue
        first = known.setdefault(_measure(quoted.target), quoted)
        if first is not quoted and _meet(first, quoted):
            yield first, quoted


def _crossed(same_indicator: list[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """A floor above a ceiling of the same thing: 不低于3% and 不超过2% cannot both be kept; the earlier one first."""
    bounds: dict[object, dict[str, tuple[int, Quoted]]] = {}
    for index, quoted in enumerate(same_indicator):
        *measured, direction = _measure(quoted.target)
        if quoted.target.value is not None and direction in {"at-least", "at-most"}:
            known = bounds.setdefault(tuple(measured), {})
            _, strictest = known.get(str(direction), (index, quoted))
            is_stricter = _amount(quoted) > _amount(strictest)
            if strictest is quoted or is_stricter == (direction == "at-least"):
                known[str(direction)] = index, quoted
    for known in bounds.values():
        if len(known) > 1 and _amount(known["at-least"][1]) > _amount(known["at-most"][1]):
            (_, first), (_, again) = sorted(known.values(), key=lambda each: each[0])
            if _meet(first, again):
                yield first, again


def _meet(one: Quoted, other: Quoted) -> bool:
    """Whether two targets are about one figure, and not each about its own task's share of it."""
    return one.task is other.task or not (_adds_up(one) or _adds_up(other))


def _amount(quoted: Quoted) -> Decimal:
    low, _ = _amounts(quoted.target) or (Decimal(0), None)
    return low


_DIRECTIONS = {"more-than": "at-least", "less-than": "at-most"}


def _measure(target: Target) -> tuple[object, ...]:
    """What two targets have in common that can contradict each other: 30%以上 and 40%以内 cannot, nor 确保 and 力争."""
    comparator = target.comparator or ""
    return (
        target.scope,
        target.due.key,
        target.per,
        target.commitment,
        split_scale(target.unit or "")[1],
        _DIRECTIONS.get(comparator, comparator),
    )


def _adds_up(quoted: Quoted) -> bool:
    """Whether a target is a task's own share: two tasks that build three each build six."""
    sentence = quoted.sentence
    at = (quoted.figure or (sentence.start, 0))[0] - sentence.start
    return creates(sentence.text[clause_start(sentence.text, at) : at])


def _amounts(target: Target) -> tuple[Decimal, Decimal | None] | None:
    if target.value is None:
        return None
    factor, _ = split_scale(target.unit or "")
    low, high = target.value.low, target.value.high
    return low * factor, None if high is None else high * factor


def _goal(target: Target) -> str:
    return f"{target.value}{target.unit}"
