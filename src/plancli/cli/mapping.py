"""`plancli import --map HEADING=KEY`: what a person says that columns hold."""

from __future__ import annotations

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
    for each in given:
        if not headings and "".join(each.split()) not in cells:
            raise UsageError(N_("--map: nothing in the document is called “{heading}”"), heading=each)
        if headings and "".join(each.split()) not in headings:
            raise UsageError(
                N_("--map: no column is called “{heading}”: there are {headings}"),
                heading=each,
                headings=", ".join(headings),
            )
