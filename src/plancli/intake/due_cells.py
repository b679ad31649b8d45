"""Cells that say by when: 2026年6月底, 2026/6/30, 三季度末, 2026年3月—12月, 5月底前动工."""

from __future__ import annotations

import re
from typing import NamedTuple

from plancli.intake.milestones import Step, read_steps
from plancli.model.spoken import as_a_file_has_it

ANY_YEAR = 2000
"""Stands for a year that nobody said, to see whether all else can be read."""
_DATE = re.compile(
    "(20[0-9]{2})[-./]?(1[0-2]|0[1-9]|(?<=[-./])[1-9])(?:[-./]?(3[01]|[12][0-9]|0[1-9]|(?<=[-./])[1-9]))?"
)
_TIME_OF_DAY = re.compile(
    r"(?:\s+|T|(?<=日))(?:[01]?[0-9]|2[0-4])(?:[:：][0-9]{2}){1,2}$|(?<=日)(?:12|18|24)[时点](?=前?$)"
)
_QUARTER = re.compile("(?:第?([一二三四])季度|[Qq]([1-4]))[末底]?")
_QUARTERS = "一二三四"
_RANGE = re.compile(
    "(?P<start>.*?[0-9年月日底初度])(?:[—–―－~～]{1,2}|至|到|(?<=[年月日])-(?=[0-9])|(?<=[0-9][.][0-9])-|(?<=[0-9][.][0-9]{2})-)(?P<end>[0-9].*)"
)
_MORE = re.compile(
    "(?P<due>.*?[年月日底末前内度])(?:完成|办结)?(?:[，,；;、]|[，,；;]?并|(?=[（(]))[（(]?(?P<more>(?:长期|持续|常态|后续|此后)[^，。；]{1,12}?)[）)]?"
)
_MORE_THAN_A_MONTH = re.compile("[上中下]旬|20[0-9]{2}\\s*年?\\s*[-—–―－~～至到]{1,2}\\s*20[0-9]{2}")
"""What a deadline cannot say: in which part of a month, and since when."""
_LONGEST = 60
"""Characters of a time with more behind it."""
_OF_YEAR = frozenset({"全年", "年内", "当年", "本年"})


class Due(NamedTuple):
    """What a cell says.

    Attributes:
        due: By when all is to be done, as a file has it; None where it cannot be read for certain.
        steps: The steps on the way that it names.
        unsure: Why a person should look; empty where it is certain.
        is_kept: Whether the cell is to be kept as it is, as it says what a file has no key for.
    """

    due: int | str | None = None
    steps: tuple[Step, ...] = ()
    unsure: str = ""
    is_kept: bool = False


def read_due(said: str, year: int | None = None) -> Due:
    """Read a cell.

    Args:
        said: What it says; a layout may have broken it into lines.
        year: The year of months without one.
    """
    if due := _plain(said, year):
        is_more = _MORE_THAN_A_MONTH.search(said) is not None
        return Due(due, unsure="due-and-more" if is_more else "", is_kept=is_more)
    solid = "".join(said.split())
    if len(solid) <= _LONGEST and (due := _end_of_range(solid, year) or _before_more(solid, year)):
        return Due(due, unsure="due-and-more", is_kept=True)
    steps = read_steps(said, year)
    ends = [step for step in steps if step.is_all]
    if not steps or len(ends) > 1:
        return Due(unsure="due-unread" if year or not _is_due(said) else "due-no-year", is_kept=True)
    begun = tuple(step for step in steps if not step.is_all)
    return Due(as_due(ends[0].due) if ends else None, begun, "due-of-steps" if begun else "")


def as_due(said: str) -> int | str:
    """A deadline as a file has it: a year is a number."""
    return int(said) if said.isdigit() else said


def _plain(said: str, year: int | None) -> int | str | None:
    """A cell that is a time and nothing else."""
    solid = _dated(_TIME_OF_DAY.sub("", said.strip()))
    if year and solid in _OF_YEAR:
        return year
    found = as_a_file_has_it("due", solid) or (as_a_file_has_it("due", f"{year}年{solid}") if year else None)
    return as_due(found[0]) if found else None


def _dated(said: str) -> str:
    """A time with its date in words: 2026/12/31, 2026.12, 三季度末, 2026年Q4."""
    solid = "".join(said.split())
    if re.fullmatch("20[0-9]{2}", solid):
        return f"{solid}年"
    if found := _DATE.fullmatch(solid):
        return f"{found[1]}年{int(found[2])}月{f'{int(found[3])}日' if found[3] else ''}"
    return _QUARTER.sub(lambda found: f"{found[1] or _QUARTERS[int(found[2]) - 1]}季度", solid)


def _end_of_range(solid: str, year: int | None) -> int | str | None:
    """The end of 2026年3月—12月, whose start has the year."""
    found = _RANGE.fullmatch(solid)
    if not found or not (_plain(found["start"], year) or _plain(found["start"].rstrip("初起"), year)):
        return None
    of_start = re.match("20[0-9]{2}", found["start"])
    return _plain(found["end"], int(of_start.group()) if of_start else year)


def _before_more(solid: str, year: int | None) -> int | str | None:
    """The date of 12月31日前并长期坚持."""
    found = _MORE.fullmatch(solid)
    return _plain(found["due"], year) if found else None


def _is_due(said: str) -> bool:
    """Whether it could be read if its year were known."""
    return bool(_plain(said, ANY_YEAR) or read_steps(said, ANY_YEAR))
