"""Rules that hold a target against the sentence that sets it: by when, how firmly, how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.checks.quoted import Quoted, Span, said_targets
from plancli.diagnostics import Finding, Fix, Related, Replacement
from plancli.prose.commitment import aim_of, is_softened
from plancli.prose.deadlines import deadlines
from plancli.prose.recurrence import every_year, is_yearly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.model.plan import Plan
    from plancli.prose.deadlines import Deadline


def due_mismatch(plan: Plan) -> Iterator[Finding]:
    """A target is due at another time than its sentence says.

    Where the sentence says 到2027年, 2026年底前 or 2026年6月底前, `due` is that year or month. A sentence with several
    deadlines is left alone as long as one of them is the target's; one without any follows from what stands before.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，建成绿色分拣中心2家。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 2
            unit: 家
            due: 2026
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
    period = plan.header.period
    for quoted, figure in said_targets(plan):
        year, month = quoted.target.due.year, quoted.target.due.month
        if year is None or not period.start <= year <= period.end:
            continue  # of a year outside the plan's period target-outside-period speaks
        if f"到{year}年，" in quoted.sentence.text:
            continue  # as most sentences have it
        # what was reached before the plan began is a fact
        sentence, at = quoted.sentence.text, figure[0] - quoted.sentence.start
        said = [each for each in deadlines(sentence) if each.year >= period.start and each.rules(sentence, at)]
        if said and not any(each.allows(year, month) for each in said) and quoted.stands_once:
            yield _due_elsewhere(quoted, said, figure[0])


def _due_elsewhere(quoted: Quoted, said: Sequence[Deadline], figure: int) -> Finding:
    """Told by the deadline that stands before the number."""
    start = quoted.sentence.start
    before = [each for each in said if start + each.start < figure]
    nearest = before[-1] if before else said[0]
    place, words = quoted.place("due"), quoted.words((start + nearest.start, start + nearest.end))
    facts = {"due": str(quoted.target.due), "words": nearest.words}
    fix = Fix("unsafe", (Replacement(place, nearest.due),)) if len(said) == 1 else None
    return Finding(place, facts, related=(Related(words),), fix=fix)


def commitment_mismatch(plan: Plan) -> Iterator[Finding]:
    """The text promises an effort and the target a result, or the other way round.

    力争 and 争取 make a target an aim: `commitment: aim`. They rule their own clause; 力争到2027年，… rules the whole
    sentence. Without such a word a target is a commitment, which is what holds where the key is left out.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，力争建成绿色分拣中心2家。
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
          到2027年，力争建成绿色分拣中心2家。
        targets:
          - id: 分拣中心
            indicator: 绿色分拣中心
            comparator: at-least
            value: 2
            unit: 家
            commitment: aim
            due: 2027
            quote: 建成绿色分拣中心2家
    """
    for quoted, figure in said_targets(plan):
        if quoted.target.commitment == "aim":
            yield from _overly_soft(quoted, figure)
        else:
            yield from _overly_firm(quoted, figure)


def _overly_firm(quoted: Quoted, figure: Span) -> Iterator[Finding]:
    sentence = quoted.sentence
    at = figure[1] if quoted.target.value is None else figure[0]
    aim = aim_of(sentence.text, at - sentence.start)
    if aim and quoted.stands_once:
        words = quoted.words((sentence.start + aim.start, sentence.start + aim.end))
        written = "commitment" in quoted.target.model_fields_set
        place = quoted.place("commitment" if written else "quote")
        fix = Fix("unsafe", (Replacement(place, "aim"),)) if written else None
        yield Finding(place, {"words": aim.word}, related=(Related(words),), fix=fix)


def _overly_soft(quoted: Quoted, figure: Span) -> Iterator[Finding]:
    sentence = quoted.sentence
    if not is_softened(sentence.text, quoted.text[: sentence.start]):
        place = quoted.place("commitment")
        fix = Fix("unsafe", (Replacement(place, "commit"),))
        yield Finding(place, {}, "plain", related=(Related(quoted.words(figure)),), fix=fix)


def per_year_mismatch(plan: Plan) -> Iterator[Finding]:
    """The text asks for a number every year and the target does not, or the other way round.

    年均 and 每年 before a number are `per: year`: 每年培训2000人次 is another promise than 2000人次 by the end.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          到2027年，每年培训2000人次。
        targets:
          - id: 培训
            indicator: 节能培训
            comparator: at-least
            value: 2000
            unit: 人次
            due: 2027
            quote: 每年培训2000人次

    Good:

        # tasks/节能降碳.yaml
        text: |
          到2027年，每年培训2000人次。
        targets:
          - id: 培训
            indicator: 节能培训
            comparator: at-least
            value: 2000
            unit: 人次
            per: year
            due: 2027
            quote: 每年培训2000人次
    """
    for quoted, figure in said_targets(plan):
        if quoted.target.value is None:
            continue
        if quoted.target.per is not None:
            yield from _not_yearly(quoted, figure)
        else:
            yield from _yearly(quoted, figure)


def _yearly(quoted: Quoted, figure: Span) -> Iterator[Finding]:
    """Not where indicator or unit say it already: 年均增速, 吨/年."""
    sentence = quoted.sentence
    found = every_year(sentence.text, figure[0] - sentence.start)
    if found and "年" not in f"{quoted.target.indicator}{quoted.target.unit}" and quoted.stands_once:
        words = quoted.words((sentence.start + found.start, sentence.start + found.end))
        yield Finding(quoted.place("quote"), {"words": found.words}, related=(Related(words),))


def _not_yearly(quoted: Quoted, figure: Span) -> Iterator[Finding]:
    sentence, target = quoted.sentence, quoted.target
    told = f"{quoted.text[: sentence.start + len(sentence.text)]}{target.indicator}{target.unit}"
    if not is_yearly(told):
        yield Finding(quoted.place("per"), {}, "plain", related=(Related(quoted.words(figure)),))
