"""Whom changes reach, told once for those that reach the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plancli.messages import Catalog
    from plancli.views.changes import ChangeView, ReachedView

Reach = tuple["ReachedView", ...]

FEW = 20
"""Names of one reason that are written out where there is little room."""

_RANKS: dict[str, int] = {role: rank for rank, role in enumerate(ROLES)}


def reach(change: ChangeView, department: str | None) -> Reach:
    """Whom a change reaches; of a department's changes only why they reach it."""
    return tuple(each for each in change.departments if department in {None, each.name})


def by_reason(reached: Iterable[ReachedView]) -> dict[str, list[str]]:
    """The names by why they are reached: who leads, who is responsible, who supports, and everybody else."""
    reasons: dict[str, list[str]] = {}
    for each in sorted(reached, key=lambda each: _RANKS.get(each.role, len(_RANKS))):
        reasons.setdefault(each.because, []).append(each.name)
    return reasons


def reached_in_words(reached: Reach, words: Catalog, *, most: int | None = None, named: bool = True) -> str:
    """Names behind their reasons: 牵头：区商务委；责任：区城管局、各管委会.

    Args:
        reached: Who is reached.
        words: The reader's language.
        most: After so many names of a reason the rest is only counted.
        named: Whether to tell names: of one department's changes only the reasons.
    """
    _ = words.gettext
    reasons = by_reason(reached)
    if not named:
        return _("; ").join(reasons)
    told = (_("{name}: {value}").format(name=why, value=_names(who, most, words)) for why, who in reasons.items())
    return _("; ").join(told)


def _names(names: list[str], most: int | None, words: Catalog) -> str:
    joined = words.gettext(", ").join(names[:most])
    if most is None or len(names) <= most:
        return joined
    return words.gettext("{names} and others, {n} in all").format(names=joined, n=len(names))


def shared(reaches: Sequence[Reach]) -> Reach | None:
    """Whom most of a task's changes reach, to be told once; None where each reaches others."""
    (most, count), *_ = Counter(reaches).most_common(1)
    return most if count > 1 or len(reaches) == 1 else None
