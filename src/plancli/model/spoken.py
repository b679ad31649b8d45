"""Values as people say them, and as a file has them: 2027年底前 is 2027, 持续推进 is ongoing, 1800亿元 is 1800."""

from __future__ import annotations

import re
from datetime import date

from plancli.model.fields import ONGOING
from plancli.prose.deadlines import deadlines
from plancli.prose.quantities import quantities

_NO_END = frozenset({"持续推进", "持续", "持续实施", "持续开展", "长期", "长期坚持", "长期推进", "长期实施"})
_SAID = ("年", "月", "日", "底", "末", "前", "内", "度", "旬")
"""How a deadline ends that was not written in digits alone."""


def as_a_file_has_it(case: str, given: str) -> tuple[str, str] | None:
    """What someone who wrote this meant, and the unit that stands behind it; None where that is a guess.

    Args:
        case: What is expected: `year`, `date`, `due` or `number`.
        given: What was written.
    """
    given = given.strip()
    if case == "number":
        return _number(given)
    found = _time(case, given)
    return (found, "") if found and is_in_the_calendar(found) else None


def _time(case: str, given: str) -> str:
    if case == "due":
        return ONGOING if given in _NO_END else _due(given)
    if case == "year":
        found = re.fullmatch("((?:19|20|21)[0-9]{2})年度?", given)
        return found[1] if found else ""
    return _day(given) if case == "date" else ""


def _due(given: str) -> str:
    said = f"到{given.removeprefix('到')}"  # behind this word a bare year is a deadline too
    found = deadlines(said) if given.endswith(_SAID) else ()
    return found[0].due if len(found) == 1 and (found[0].start, found[0].end) == (1, len(said)) else ""


def _day(given: str) -> str:
    found = re.fullmatch("(20[0-9]{2}|19[0-9]{2})年(1[0-2]|0?[1-9])月(3[01]|[12][0-9]|0?[1-9])日", given)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def is_in_the_calendar(written: str) -> bool:
    """Whether there is such a day, where a deadline of a file names one: no 2026-02-30."""
    if written.count("-") < 2:  # noqa: PLR2004 - no day
        return True
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _number(given: str) -> tuple[str, str] | None:
    found = list(quantities(given))
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(given))
    return (str(found[0].low), found[0].unit) if whole and found[0].high is None else None
