"""Steps on the way, and when each is to be done: 6月底前完成方案编制；12月底前建成投用."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.model.spoken import is_in_the_calendar
from plancli.prose.deadlines import deadlines

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = re.compile(r"[^；;。\n]+")
_ITEM = re.compile(r"^(?:[(（]?[0-9]{1,2}[)）.、．]|[①-⑳]|[-—·●])?\s*")
_BY = re.compile("^(?:力争|争取|确保|预计|计划)?(?:到|至|于|在)?")
_BEHIND = " \t\u3000，,、：:"
_MONTH = re.compile("1[0-2]月|[1-9]月|0[1-9]月|第?[一二三四1-4]季度|上半年|下半年|年[底末]|年中")
_DONE = re.compile(
    "(?:全[面部]|基本|如期|按期)?(?:完成|办结|完工|竣工|建成|投用|投入使用|建成投用|建成投运|销号|整改到位)?"
    "(?:任务|工作)?"
)
"""What says that the whole is done."""
_GOES_ON = re.compile("[-—–―~～至到]|(?:完成|办结|建成)[，,]|[初中下旬起]")
"""What shows that the time goes on, or more than the end: 3月—10月, 完成，并长期坚持."""
_NO_STEP = re.compile(
    "[^，。；]{1,8}[前后]|(?:20[0-9]{2}年|(?:1[0-2]|[1-9])月|每).*|.*(?:全年|长期|持续|常态).*|[（(].*|[^一-鿿]+|并.*"
)
"""What is no step but more of the time, or a remark: 春节前, （长期坚持）."""
_LONGEST = 2000
_LONGEST_STEP = 200
"""Characters of a cell, and of a step."""


class Step(NamedTuple):
    """A step on the way.

    Attributes:
        what: What is to be done.
        due: By when, as a file has it.
    """

    what: str
    due: str

    @property
    def is_all(self) -> bool:
        """Whether it is not a step: the whole is done by then."""
        return _DONE.fullmatch(self.what) is not None


def read_steps(text: str, year: int | None = None) -> tuple[Step, ...]:
    """The steps that a cell lists, in order; none where any of it cannot be read for certain.

    Args:
        text: The cell's text.
        year: The year of months without one.
    """
    if len(text) > _LONGEST:
        return ()
    steps = [
        _step(part, year) for found in _STEP.finditer(text) if found.group().strip() for part in _parts(found.group())
    ]
    return tuple(step for step in steps if step) if all(steps) else ()


def _parts(text: str) -> Iterator[str]:
    """What a stretch says, cut where another time begins: 5月底前动工，12月底前完工."""
    start = 0
    for comma in re.finditer("[，,]", text):
        if _time(text[comma.end() :], 2000):
            yield text[start : comma.start()]
            start = comma.end()
    yield text[start:]


def _step(text: str, year: int | None) -> Step | None:
    found = _time(_ITEM.sub("", text.strip(), count=1), year)
    if found is None:
        return None
    due, behind = found
    what = behind.strip(_BEHIND)
    is_step = len(what) <= _LONGEST_STEP and not _GOES_ON.match(what) and not _NO_STEP.fullmatch(what)
    return Step(what, due) if is_step else None


def _time(text: str, year: int | None) -> tuple[str, str] | None:
    """The time that a text begins with, and what stands behind it."""
    said = _BY.sub("", text.strip(), count=1)
    if year and _MONTH.match(said):
        said = f"{year}年{said.removeprefix('年')}"
    found = deadlines(f"到{said}")
    if not found or found[0].start != 1 or not is_in_the_calendar(found[0].due):
        return None
    return found[0].due, said[found[0].end - 1 :]
