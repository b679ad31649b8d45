"""Deadlines in prose: 到2027年, 2026年底前, 2026年6月底前, 到“十五五”末.

None is a year that a figure is compared with (较2020年下降14%), that something began in (自2025年起), that facts are of
(截至2024年底), that a title names, or by which carbon emissions shall peak everywhere (2030年前碳达峰).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

# Patterns are text until they are first needed: start-up counts.
_DASH = "[-–—―－~～至到]{1,2}"
WITHIN = "内(?![部容外生需陆河环设涵科置资核在])"
"""Not 内部, nor 内陆."""
# Begins with digits, so that the search leaps from one to the next.
_YEAR = (
    rf"(?P<year>20[0-9]{{2}})(?<![0-9]20[0-9]{{2}})(?:年?{_DASH}(?P<last>20[0-9]{{2}}))?年度?"
    rf"(?:(?P<month>1[0-2]|0?[1-9])月份?(?:(?P<day>3[01]|[12][0-9]|0?[1-9])日|(?P<close>底|末)|[上中下]旬)?"
    rf"|(?P<half>上半年|下半年|年中)|第?(?P<quarter>[一二三四1-4])季度|(?P<end>年?[底末]))?(?P<before>以?前|之前|{WITHIN})?"
)
_PLAN = "“?十(?P<plan>[三四五六])五”?(?:期间|时期|规划)?期?末"
_HALVES = {"上半年": 6, "年中": 6, "下半年": 12}
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_LAST_YEARS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}
"""The last year of a five-year plan: 十四五."""
_DECEMBER = 12

_AHEAD = 6
"""Characters before a year that say what it is for."""
_SETS = "(?:[到至于在]|[，,；;：:。！？、（(\n](?:力争|争取|确保|预计|计划|预期|其中)?)$"
_COMPARES = "(?:[较比与同以自从由按据]|截至|截止[到至]?|面向|展望|对标|瞄准|迈向|对照|参照)$"
_SINCE = (
    "(?:的|实现)?(?:相比|同期|同比|基础上|为基|以来|起|开始|是|[以之]?后|水平|版|印发|出台|不变价|价格|数据|"
    "碳达峰|碳中和)|[^，,；;。]{1,30}的基础上"
)
_ISSUED = frozenset({"印发", "出台"})
_TITLE = "《[^》《]*》"


_CLOSES = ("底", "末", "前", "内", "旬")
_SET_BY = frozenset("到至于在")
_PAUSES = frozenset("，,；;。：:")
"""What makes a time a deadline of all that follows, and what ends the clause of one that is none."""


class Deadline(NamedTuple):
    """A time by which something is to be done.

    Attributes:
        words: As written, without 到 before them.
        first: The first year that they may mean: of a period, and of 2027年前 the year before.
        year: The year; of a period the last one.
        month: The last month; None where the year alone is said, or its end.
        day: The day; None where none is said.
        start: Where they begin, in characters.
        end: Likewise, exclusive.
    """

    words: str
    first: int
    year: int
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def due(self) -> str:
        """As a plan's file has it: `2027`, `2026-06`, `2026-06-30`."""
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year}{month}{'' if self.day is None else f'-{self.day:02}'}"

    def rules(self, sentence: str, at: int) -> bool:
        """Whether it is meant for what stands at a place of its sentence.

        到2027年 and 2026年底前 rule all that follows; 2026年全面推开 and 2026年6月召开现场会 their own clause only.
        """
        if self.words.endswith(_CLOSES) or sentence[max(0, self.start - 1) : self.start] in _SET_BY:
            return True
        return sentence[self.end : self.end + 1] in _PAUSES or not set(sentence[self.end : at]) & _PAUSES

    def allows(self, year: int, month: int | None) -> bool:
        """Whether a file's year and month can be what the words mean; a month that only the file has, may be."""
        if year != self.year:
            return self.first <= year < self.year
        if self.month is None or self.month == (month or _DECEMBER):
            return True
        if month is None:  # 6月举办 is no deadline, 6月底前 is
            return self.words.endswith(("月", "份", "旬"))
        return self.words.endswith("月前") and month == self.month - 1


@lru_cache(maxsize=256)  # a sentence is asked once for each of its targets
def deadlines(sentence: str) -> tuple[Deadline, ...]:
    """The deadlines of a sentence, in order."""
    found = [_deadline(each) for each in re.finditer(_YEAR, sentence) if _is_set(sentence, each)]
    if "五" in sentence:
        ends = (
            each
            for each in re.finditer(_PLAN, sentence)
            if not re.search(_COMPARES, sentence[: each.start()][-_AHEAD:])
        )
        found += map(_end_of_plan, ends)
        found.sort(key=lambda deadline: deadline.start)
    if "《" in sentence:
        titles = [each.span() for each in re.finditer(_TITLE, sentence)]
        found = [each for each in found if not _inside(titles, each.start)]
    return tuple(found)


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some spans, which are in order and do not overlap."""
    index = bisect_right(spans, (at,)) - 1
    return index >= 0 and at < spans[index][1]


def _is_set(sentence: str, found: re.Match[str]) -> bool:
    """Whether something is to be done by that time, rather than compared with it or known of it."""
    ahead = f"，{sentence[max(0, found.start() - _AHEAD) : found.start()]}"[-_AHEAD:]
    if re.search(_COMPARES, ahead):
        return False
    since = re.compile(_SINCE).match(sentence, found.end())
    if since and not (found["before"] and since.group() in _ISSUED):  # 2026年底前印发 is to come, 2024年印发 has been
        return False
    return found.lastgroup not in {"year", "last"} or bool(re.search(_SETS, ahead))


def _deadline(found: re.Match[str]) -> Deadline:
    year, month = int(found["last"] or found["year"]), _month(found)
    is_before = (found["before"] or "").endswith("前") and not month and not found["end"]
    first = int(found["year"]) - is_before
    return Deadline(found.group(), first, year, month, int(found["day"]) if found["day"] else None, *found.span())


def _end_of_plan(found: re.Match[str]) -> Deadline:
    year = _LAST_YEARS[found["plan"]]
    return Deadline(found.group(), year, year, None, None, *found.span())


def _month(found: re.Match[str]) -> int | None:
    if found["month"]:
        return int(found["month"])
    return _HALVES.get(found["half"] or "") or _QUARTERS.get(found["quarter"] or "")
