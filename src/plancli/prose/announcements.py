"""Numbers that say how many follow, or how many were named: 以下三项工作：一是…, “甲”“乙”“丙”四大工程, （共12项）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.prose.enumerations import enumerations
from plancli.prose.numerals import HAN, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNT = (
    r"(?<![第前后十百千万余近约超—－0-9.-])"
    r"(?P<count>[1-9][0-9]?|[两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)"
)
_THING = "(?:任务|工作|举措|措施|行动|工程|方面|内容|要求|机制|制度|环节|问题|事项|实事|办法|抓手|路径|原则|重点|关键)"
_WORK = "(?:(?:精准|重点|协同|同向|持续)?发力|工作|任务|内容|入手|着手|着力|推进|落实|开展|抓起|做起|予以保障)"
_ANNOUNCED = re.compile(
    rf"(?P<told>共计?|合计|总计|以下|下列|{_THING})?{_COUNT}(?P<measure>[个项大条件点]|方面)"
    rf"(?:(?<=[个项大条件])(?:重点|主要|具体|关键|核心|专项|务实)?{_THING}|(?<=点){_THING}?|(?<=方面)|(?(told)事?|(?!)))"
    rf"{_WORK}?[：。]\s*$"
)
_REACH = 20
"""Characters before a list in which its number may stand."""

_NAMED = re.compile(
    r"(?<![、和及与”“])(?P<names>(?:“[^“”]{1,20}”[、和及与]?){3,})(?P<count>[两二三四五六七八九十])(?P<measure>大)(?=[\u4e00-\u9fff])"
)
_MAY_ANNOUNCE = re.compile(r"[：。”](?:(?<!”)\s*[（第]?[一1①]|(?<=”)[两二三四五六七八九十]大)").search

_OF_TASKS = "(?:任务|工作|措施|举措|事项|行动|工程)"
_IN_HEADING = re.compile(
    rf"(?:{_OF_TASKS}[（(]|[（(](?=[^（(]*{_OF_TASKS}[）)]$))共?(?P<count>[0-9]{{1,4}}|{HAN})(?P<measure>项)(?:重点)?{_OF_TASKS}?[）)]$"
)


class Announcement(NamedTuple):
    """How many there are said to be, and how many there are.

    Attributes:
        stated: The number.
        counted: What can be counted; in a heading nothing.
        start: Where the number begins, in characters.
        end: Where it ends, with its measure word: 三项, 四方面.
    """

    stated: int
    counted: int
    start: int
    end: int


def may_announce(text: str) -> bool:
    """Whether a text may say how many entries a list has; quick."""
    return _MAY_ANNOUNCE(text) is not None


def announced_lists(text: str) -> Iterator[Announcement]:
    """The lists of a text that say how many entries they have."""
    for runs, slip in enumerations(text):
        for run in runs if slip is None else ():  # behind a slip of the numbers there is no telling
            before = text[max(run.first.start - _REACH, 0) : run.first.start]
            if run.last.number > 1 and (found := _ANNOUNCED.search(before)):
                yield _announcement(found, run.last.number, run.first.start - len(before))
    for found in _NAMED.finditer(text):
        yield _announcement(found, found["names"].count("“"))


def announced_in_heading(heading: str) -> Announcement | None:
    """The number of tasks that a heading says it has: 重点任务（共12项）."""
    found = _IN_HEADING.search(heading)
    return _announcement(found, 0) if found else None


def _announcement(found: re.Match[str], counted: int, offset: int = 0) -> Announcement:
    start, end = found.start("count"), found.end("measure")
    return Announcement(numeral(found["count"]) or 0, counted, offset + start, offset + end)
