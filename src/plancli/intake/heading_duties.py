"""Who is to do all that stands under a heading: 二、保障措施（本部分由市发展改革委牵头）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.inline import part, take_duties

if TYPE_CHECKING:
    from plancli.intake.document import Spot
    from plancli.intake.duty_content import Duties
    from plancli.intake.inline import Parted
    from plancli.intake.row import Row

_OF_ALL = re.compile(
    "^(?:(?:本|以下|该|下列|上述)(?:部分|章节?|节|板块|领域|类|专项|方面)"
    "|(?:以下|下列|上述)?(?:各项|所有|全部)(?=任务|工作|事项))"
    "(?:的?(?:各项|所有|全部)?(?:任务|工作|事项|内容))?(?:[，,]|均|都|统一)*由?"
)
"""Of duties that are those of all tasks of a part."""


def are_of_all(duties: tuple[Duties, ...]) -> bool:
    """Whether duties say that they are those of all tasks of a part."""
    return any(_OF_ALL.match(share.text) for each in duties for share in each.shares)


def of_offices(duties: tuple[Duties, ...]) -> tuple[Duties, ...]:
    """Duties that name offices and nothing else: 本部分由 is no part of a name."""
    return tuple(
        each._replace(shares=tuple(share._replace(text=_OF_ALL.sub("", share.text, count=1)) for share in each.shares))
        for each in duties
    )


def part_heading(text: str) -> Parted:
    """A heading without the duties that stand behind it, if that is certain; else the whole."""
    parted = part(text)
    is_certain = parted.text and parted.duties and not any(each.unsure for each in parted.duties)
    return parted._replace(duties=of_offices(parted.duties)) if is_certain else parted._replace(text=text, duties=())


def give(row: Row, duties: tuple[Duties, ...], spot: Spot) -> None:
    """Give a task what the heading above it says, in the roles for which it names nobody itself.

    Args:
        row: The task.
        duties: Of the heading.
        spot: The heading's place.
    """
    left = tuple(
        each._replace(
            shares=tuple(share for share in each.shares if not row.said(share.role)),
            due="" if row.said("due") else each.due,
        )
        for each in duties
    )
    for share in (share for each in left for share in each.shares):
        row.cells.pop(share.role, None)  # a blank cell
    take_duties(row, left, spot)
    for role in {share.role for each in left for share in each.shares}:
        row.doubt(role, "of-the-heading", spot)
