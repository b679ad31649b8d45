"""How many tasks a document says that it has, and how many were read: the sum that shows whether one was lost."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.document import Note
from plancli.intake.numbering import stated_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.accounts import Account
    from plancli.intake.document import Spot
    from plancli.intake.numbering import StatedCount
    from plancli.intake.outline import Outline, Section
    from plancli.intake.row import Row

_OF_TASKS = re.compile("任务|举措|措施|事项")
_LONGEST = 60
"""Characters of a paragraph beyond which a number that does not name tasks may count anything."""


class Miscount(NamedTuple):
    """A number that a document states, and that was not found.

    Attributes:
        spot: Where it stands.
        text: Its words.
        read: How many tasks were read.
        is_certain: Whether nobody could take it for a number of something else.
    """

    spot: Spot
    text: str
    read: int
    is_certain: bool

    @property
    def note(self) -> Note:
        """What a person should know of it."""
        return Note("count-differs", self.spot, self.text, self.read)


def miscounts(outline: Outline[Row], accounts: Iterable[Account]) -> Iterator[Miscount]:
    """The stated numbers of tasks that do not fit.

    A heading counts the tasks under it. Any other paragraph may count all tasks, those of a table, or those under a
    heading: nothing says what it is about, so that one that fits is enough.

    Args:
        outline: The headings and tasks that were read.
        accounts: What stands outside the rows of tasks.
    """
    under = dict(_counted(outline.sections))
    rows = list(outline.rows())
    totals = {len(rows), *under.values(), *Counter((row.spot.sheet, row.spot.table) for row in rows).values()}
    for each in accounts:
        if each.went == "heading":
            fitting = {under.get(each.spot, len(rows))}
        elif each.went == "plan-title" or (each.went == "beside" and not each.spot.column):
            fitting = totals
        else:
            continue
        stated = stated_counts(each.text)
        if stated and not any(count.stated in fitting for count in stated):
            said = each.text[stated[0].start : stated[0].end]
            read = min(fitting) if each.went == "heading" else len(rows)
            yield Miscount(each.spot, said, read, is_certain=_is_certain(each, said, stated[0]))


def _is_certain(account: Account, said: str, count: StatedCount) -> bool:
    """Whether it surely counts tasks: it says so, or stands in a heading or in the title."""
    if count.unsure:
        return False
    return _OF_TASKS.search(said) is not None or (account.went != "beside" and len(account.text) <= _LONGEST)


def _counted(sections: Iterable[Section[Row]]) -> Iterator[tuple[Spot, int]]:
    """How many tasks stand under each heading, and under those below it."""
    for section in sections:
        inside = list(_counted(section.sections))
        yield from inside
        if section.spot:
            yield section.spot, section.size
