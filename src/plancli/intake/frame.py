"""What a plan says of itself: title and years, from what stands around its table or from the person who imports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.intake.numbering import read_label
from plancli.intake.unit_names import looks_like_unit
from plancli.prose.deadlines import deadlines
from plancli.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plancli.intake.answers import Answers
    from plancli.intake.document import Paragraph

_TITLE = re.compile(
    "《?(?P<title>[^《》。！？，,；;：:\n]{4,80}?(?:方案|计划|规划|意见|措施|要点|办法|通知|清单|若干政策)(?:（[^（）]{1,20}）)?)》?"
    "(?:重点)?(?:(?:任务|责任|工作)*(?:分工|分解)(?:方案|表)?)?"
)
ATTACHMENT = re.compile(r"附[件表录]\s*[0-9一二三四五六七八九十]{0,2}(?:\s*[：:].{0,40}|\s{1,4}.{0,40})?")
_ATTACHED = re.compile(r"^附[件表]\s*[0-9一二三四五六七八九十]{0,2}\s*[：:]\s*(?=.{8})")
_SHORTEST, _LONGEST_LINE = 4, 40
"""Characters of a title's line."""
_ENDS_LINE = re.compile("[。；：:！？?!，,★]|[〔［\\[(（]20[0-9]{2}[〕］\\])）]|^[（(]|文件$|20[0-9]{2}年[0-9]{1,2}月")
"""What stands above titles: the number of a document, whom it is for, when it was made."""
_ISSUES = re.compile("(?:.{0,60}?关于)?(?:印发|发布|公布|下达)(?P<what>.{4,80})的(?:通知|通告|公告|函)")
_LIST = re.compile(
    "[^。！？，,；;：:]{2,50}(?:表|清单|台账|分工|分解|一览|任务|工程|事项|安排|实事|目录|方案|计划|要点|行动|任务书|责任书|纪要|项目库?|活动|举措|措施)(?:[（(][^（）()]{1,20}[）)])?"
)
"""What may be a title where nothing surely is one: 甲区2026年重点任务分解表."""
_SPAN = re.compile("(20[0-9]{2})年?[-—–－―~～至到]{1,2}(20[0-9]{2})年?")
_A_YEAR = re.compile("(?<![0-9])(20[0-9]{2})(?=年|[-./]|$)")
_YEARS_ONLY = re.compile("[（(]20[0-9]{2}年?(?:[-—–－―~～至到]{1,2}20[0-9]{2}年?)?(?:版|修订版)?[）)]")
_FIVE_YEARS = re.compile("“?十([二三四五六七八九])五(?:”|规划|时期|期间)")
_FIRST_OF_11TH, _OF_A_PLAN = 2006, 5
"""The 11th of the five-year plans, 十一五, was of 2006 to 2010."""
_OF_A_YEAR = re.compile("(20[0-9]{2})年度?")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a plan says of itself.

    Attributes:
        title: Its title; empty where the document has none.
        is_title_guessed: Whether a line was taken for it that only looks like one.
        years: Its first and last year; None where nothing says them.
        are_years_guessed: Whether the years are those of the deadlines in its texts, not the title's.
        roles: What the document calls each role, in the order of its columns.
    """

    title: str
    is_title_guessed: bool
    years: tuple[int, int] | None
    are_years_guessed: bool
    roles: Mapping[str, str]


def frame(
    paragraphs: Iterable[Paragraph], said: Iterable[tuple[str, str]], roles: Mapping[str, str], answers: Answers
) -> Frame:
    """Find out what a plan says of itself.

    Args:
        paragraphs: What stands before the table.
        said: The text of each task, and what a cell says of its deadline.
        roles: The headings of its columns of units, by role.
        answers: What the person says.
    """
    texts_before = _with_years([_ATTACHED.sub("", each.text.replace("\n", "").strip()) for each in paragraphs])
    attached = next(
        (at for at, text in enumerate(texts_before) if at and ATTACHMENT.fullmatch(text)), len(texts_before)
    )
    title, is_sure = (answers.title, True) if answers.title else _first_title(texts_before[:attached])
    if not title:  # what an attachment is called says it only where nothing else does
        title, is_sure = _first_title(texts_before)
    dated = (years_of(text) for text in (title, *texts_before) if title and title in text)
    years = answers.years or next(filter(None, dated), None)
    guessed = None if years else _years_of_deadlines(said)
    return Frame(title, bool(title) and not is_sure, years or guessed, guessed is not None, roles)


def is_of_title(text: str, title: str) -> bool:
    """Whether a paragraph says a plan's title, or is one of its lines."""
    said, whole = "".join(text.split()), "".join(title.split())
    return bool(whole) and (whole in said or (len(said) >= _SHORTEST and said in whole))


def _first_title(lines: list[str]) -> tuple[str, bool]:
    """The first line that is a title, with the one above that it goes on with; and whether it surely is one."""
    at = next((at for at, line in enumerate(lines) if _title(line)), None)
    is_sure = at is not None
    if at is None:
        at = next((at for at, line in enumerate(lines) if _LIST.fullmatch(_unquoted(line))), None)
    if at is None:
        return "", False
    title = _title(lines[at]) or lines[at]
    if at and title == lines[at] and _is_begun(lines[at - 1]):
        return lines[at - 1] + title, False
    return title, is_sure


def _is_begun(line: str) -> bool:
    """Whether a line may be the first of a title's two: 关于加快建设全国统一大市场⏎优化营商环境若干措施的分工方案."""
    is_plain = _SHORTEST <= len(line) <= _LONGEST_LINE and not _ENDS_LINE.search(line)
    return is_plain and not (_title(line) or ATTACHMENT.fullmatch(line) or read_label(line) or looks_like_unit(line))


def _unquoted(text: str) -> str:
    return text.replace("“", "").replace("”", "")


def _with_years(lines: list[str]) -> list[str]:
    """Lines, those that only say years put behind the one above: …行动计划⏎（2025—2027年）."""
    found: list[str] = []
    for line in lines:
        if found and _YEARS_ONLY.fullmatch(line):
            found[-1] += line
        else:
            found.append(line)
    return found


def _title(text: str) -> str:
    """The title that a paragraph is, or that it says is issued: 关于印发《…方案》的通知."""
    if issued := _ISSUES.fullmatch(text):
        what = issued["what"].strip()
        return what[1:-1] if what.startswith("《") and what.find("》") == len(what) - 1 else what
    if found := _TITLE.fullmatch(text):
        return found["title"]
    return text if "”" in text and _TITLE.fullmatch(_unquoted(text)) else ""


def years_of(title: str) -> tuple[int, int] | None:
    """The years that a title names: 三年行动计划（2025—2027年）, 2026年工作要点, “十五五”规划."""
    found = _SPAN.search(title)
    if found and found[1] <= found[2]:
        return int(found[1]), int(found[2])
    if found := _OF_A_YEAR.search(title):
        return int(found[1]), int(found[1])
    if found := _FIVE_YEARS.search(title):
        first = _FIRST_OF_11TH + _OF_A_PLAN * "一二三四五六七八九".index(found[1])
        return first, first + _OF_A_PLAN - 1
    return None


def _years_of_deadlines(said: Iterable[tuple[str, str]]) -> tuple[int, int] | None:
    every = list(said)
    years = [
        *(
            each.year
            for text, _ in every
            if "年" in text
            for sentence in sentences(text)
            for each in deadlines(sentence.text)
        ),
        *(int(found[1]) for _, due in every for found in _A_YEAR.finditer(due)),
    ]
    return (min(years), max(years)) if years else None
