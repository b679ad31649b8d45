"""Rules that hold a target's number against the words of its quote: the number, its unit, how it is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.checks.quoted import Quoted, Span, quoted_targets, said_targets
from plancli.diagnostics import Finding, Fix, Related, Replacement
from plancli.model.fields import Amount
from plancli.prose.comparators import comparison, contradicts
from plancli.prose.quantities import quantities
from plancli.prose.spelled import has_number, has_worded_number, may_say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan
    from plancli.prose.comparators import Comparison
    from plancli.prose.quantities import Quantity


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
    for quoted, value, unit, span in _unsaid(plan):
        if _in_another_unit(quoted, value) is None and any(map(has_number, quoted.target.quote)):
            yield _another_number(quoted, value, unit, span)


def _another_number(quoted: Quoted, value: Amount, unit: str, span: Span) -> Finding:
    """Where the quote states but one number, that one is told: a digit was mistyped."""
    place, facts, related = quoted.place("value"), {"value": str(value), "unit": unit}, (Related(quoted.words(span)),)
    stated = [each for fragment in quoted.target.quote for each in quantities(fragment)]
    if len(stated) != 1 or any(map(has_worded_number, quoted.target.quote)):
        return Finding(place, facts, related=related)
    (only,) = stated
    facts["said"] = f"{Amount(only.low, only.high)}{only.unit}"
    may_mend = only.unit == unit and only.high is None and value.high is None
    fix = Fix("unsafe", (Replacement(place, str(only.low)),)) if may_mend else None
    return Finding(place, facts, "one", related=related, fix=fix)


def unit_mismatch(plan: Plan) -> Iterator[Finding]:
    """The quote states the target's number in another unit.

    1800亿元 is not 1800万元, and 2个百分点 is not 2%. Write the unit as the text has it. 2万吨 and 20000吨 are the
    same.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色贷款余额达1800亿元。
        targets:
          - id: 绿色贷款
            indicator: 绿色贷款余额
            comparator: at-least
            value: 1800
            unit: 万元
            due: 2027
            quote: 绿色贷款余额达1800亿元

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色贷款余额达1800亿元。
        targets:
          - id: 绿色贷款
            indicator: 绿色贷款余额
            comparator: at-least
            value: 1800
            unit: 亿元
            due: 2027
            quote: 绿色贷款余额达1800亿元
    """
    for quoted, value, unit, span in _unsaid(plan):
        if found := _in_another_unit(quoted, value):
            place, facts = quoted.place("unit"), {"value": str(value), "unit": unit, "said": found.unit}
            facts["written"] = f'"{found.unit}"' if found.unit[0] in "%‰" else found.unit
            fix = Fix("unsafe", (Replacement(place, found.unit),))
            yield Finding(place, facts, related=(Related(quoted.words(span)),), fix=fix)


def unanchored_target(plan: Plan) -> Iterator[Finding]:
    """A target has a number, and its quote has none.

    Then nobody can see from the text whether the number is right, nor notice when a revision changes it. Quote the
    words that state it. Words that stand for a number are enough: 全覆盖 for 100%, 清零 for 0, 翻一番.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，培育一批绿色商场，数量达3家。
        targets:
          - id: 商场
            indicator: 绿色商场
            comparator: at-least
            value: 3
            unit: 家
            due: 2027
            quote: 培育一批绿色商场

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，培育一批绿色商场，数量达3家。
        targets:
          - id: 商场
            indicator: 绿色商场
            comparator: at-least
            value: 3
            unit: 家
            due: 2027
            quote: 培育一批绿色商场，数量达3家
    """
    for quoted, value, unit, _ in _unsaid(plan):
        quote = quoted.target.quote
        if not any(has_number(fragment) or may_say(fragment, value.low) for fragment in quote):
            yield Finding(quoted.place("quote"), {"value": str(value), "unit": unit})


def _unsaid(plan: Plan) -> Iterator[tuple[Quoted, Amount, str, Span]]:
    """Targets whose number the quote does not state, though it stands in the text; with number, unit and place."""
    for quoted in quoted_targets(plan):
        if quoted.figure is None and quoted.spans:
            value, unit = quoted.target.value, quoted.target.unit
            if value is not None and unit is not None:
                yield quoted, value, unit, (quoted.spans[0][0], quoted.spans[-1][1])


def _in_another_unit(quoted: Quoted, value: Amount) -> Quantity | None:
    """The target's number as the quote states it, in a unit that is not the target's."""
    found = (quantity for fragment in quoted.target.quote for quantity in quantities(fragment))
    return next((each for each in found if (each.low, each.high) == (value.low, value.high)), None)


def comparator_mismatch(plan: Plan) -> Iterator[Finding]:
    """The words around the number say another comparator than the target has.

    不低于, 达到 and 以上 are `at-least`, 超过 and 突破 `more-than`, 不超过 and 以内 `at-most`, 低于 `less-than`.
    Only words right before and behind the number count, and what can be read in two ways is left alone.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比不低于30%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-most
            value: 30
            unit: "%"
            due: 2027
            quote: 绿色建筑占比不低于30%

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，绿色建筑占比不低于30%。
        targets:
          - id: 绿色建筑占比
            indicator: 绿色建筑占比
            comparator: at-least
            value: 30
            unit: "%"
            due: 2027
            quote: 绿色建筑占比不低于30%
    """
    for quoted, figure in said_targets(plan):
        comparator, value = quoted.target.comparator, quoted.target.value
        if comparator is None or value is None or value.high is not None:
            continue
        said = comparison(quoted.text, *figure)
        if said and said.comparator != comparator and _contradicts(quoted, figure, said):
            facts = {"words": said.words, "said": said.comparator, "comparator": comparator}
            words = quoted.words(_with_words(quoted.text, figure, said.words))
            place, related = quoted.place("comparator"), (Related(words),)
            fix = Fix("unsafe", (Replacement(place, said.comparator),))
            yield Finding(place, facts, "" if said.words else "plain", related=related, fix=fix)


def _with_words(text: str, figure: Span, words: str) -> Span:
    """The number with the words right around it that compare it; of a list's later numbers the word stands far off."""
    before, _, behind = words.partition("…") if "…" in words else (words, "", words)
    start, end = figure
    return (
        start - len(before) if text.endswith(before, 0, start) else start,
        end + len(behind) if text.startswith(behind, end) else end,
    )


def _contradicts(quoted: Quoted, figure: Span, said: Comparison) -> bool:
    sentence, comparator = quoted.sentence, quoted.target.comparator
    measured = quoted.target.indicator + sentence.text[: figure[0] - sentence.start]
    return comparator is not None and contradicts(said, comparator, measured) and quoted.stands_once
