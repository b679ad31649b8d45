"""A reading of a plan that several rules share is made once."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.model.plan import Plan

Read = TypeVar("Read")


def once(reading: Callable[[Plan], Read]) -> Callable[[Plan], Read]:
    """Let a reading remember the last plan it read, as long as there is that plan.

    `functools.cache` cannot: it tells plans apart by what is in them, which would take longer than to read them anew.
    """
    last: tuple[ref[Plan], Read] | None = None

    def forget(_: ref[Plan]) -> None:
        nonlocal last
        last = None

    @wraps(reading)
    def remembered(plan: Plan) -> Read:
        nonlocal last
        known = last
        if known is None or known[0]() is not plan:
            known = last = ref(plan, forget), reading(plan)
        return known[1]

    return remembered
