"""What a person says of a document: --map HEADING=KEY, --years, --year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from plancli.errors import UsageError
from plancli.intake.column_words import Key
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.intake.interpret import Interpretation

KEYS: tuple[Key, ...] = tuple(key for key in get_args(Key) if key != "spanned")


def mapped(said: Iterable[str]) -> dict[str, Key]:
    """What columns hold, by their headings.

    Raises:
        UsageError: Where one is not `HEADING=KEY`, or a key is none.
    """
    given: dict[str, Key] = {}
    for each in said:
        heading, equals, key = (part.strip() for part in each.rpartition("="))
        known = next((one for one in KEYS if one == key), None)
        if not equals or not heading:
            raise UsageError(N_("--map takes HEADING=KEY, not “{value}”"), value=each)
        if known is None:
            raise UsageError(N_("--map: a column holds no “{key}”, but one of {keys}"), key=key, keys=", ".join(KEYS))
        given[heading] = known
    return given


def require_headings(given: Iterable[str], found: Interpretation) -> None:
    """Check that there are the columns that a person names; where none was found, at least a cell that says so.

    Raises:
        UsageError: Where one is none.
    """
    headings = dict.fromkeys("".join(each.text.split()) for each in found.accounts if each.went == "columns")
    cells = {"".join(each.text.split()) for each in found.accounts}
    refused = {"".join(each.text.split()) for each in found.accounts if each.went == "lost"}
    for each in given:
        if not headings and "".join(each.split()) not in cells:
            raise UsageError(N_("--map: nothing in the document is called “{heading}”"), heading=each)
        if headings and "".join(each.split()) not in {*headings, *refused}:
            raise UsageError(
                N_("--map: no column is called “{heading}”: there are {headings}"),
                heading=each,
                headings=", ".join(headings),
            )


def one_year(year: str) -> int | None:
    """The year that a person gives.

    Raises:
        UsageError: Where it is none.
    """
    if year and not re.fullmatch("20[0-9]{2}", year.strip()):
        raise UsageError(N_("--year takes a year like 2026, not “{value}”"), value=year)
    return int(year) if year else None


def span_of(years: str) -> tuple[int, int] | None:
    """The years that a person gives.

    Raises:
        UsageError: Where they are none.
    """
    if not years:
        return None
    found = re.fullmatch("(20[0-9]{2})(?:[-—–－～~](20[0-9]{2}))?", years.strip())
    if not found or int(found[1]) > int(found[2] or found[1]):
        raise UsageError(N_("--years takes a year or two, like 2025-2027, not “{value}”"), value=years)
    return int(found[1]), int(found[2] or found[1])
