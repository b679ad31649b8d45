"""A task's targets after an update: those whose words the document has otherwise, and those that it sets anew."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from plancli.prose.sentences import locate_quote

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from plancli.model.task import Target, Task

SAID = ("comparator", "value", "unit", "statement", "due", "quote", "commitment", "per")
"""What a target takes over from other words; its id, indicator, scope and baseline are a person's."""

_NUMBER = re.compile("[0-9]+(?:[.,][0-9]+)*")


class Targets(NamedTuple):
    """What becomes of a task's targets.

    Attributes:
        revised: By its place, each target that says something else now, and the document's place of it.
        added: By their places in the document, those that are new.
    """

    revised: Mapping[int, tuple[Target, int]]
    added: Mapping[int, Target]

    def of(self, task: Task) -> tuple[Target, ...]:
        """All of them, in the order of the file."""
        kept = (self.revised[at][0] if at in self.revised else each for at, each in enumerate(task.targets))
        return (*kept, *self.added.values())


def targets_after(old: Task, new: Task, quotable: tuple[str, ...]) -> Targets:
    """What a document makes of a task's targets.

    A target whose words are gone is one that the document sets in other words if only the numbers in them differ, or
    if it is of the same indicator by the same time; and nobody else could be meant. Nobody has confirmed it then.

    Args:
        old: The task.
        new: As the document has it.
        quotable: The task's text and notes after the update.
    """
    quotes = {target.quote for target in old.targets}
    said = {(target.value, target.unit, target.due) for target in old.targets if target.value is not None}
    fresh = {
        at: target
        for at, target in enumerate(new.targets)
        if target.quote not in quotes and not quoted(old.quotable, target) and quoted(quotable, target)
    }
    gone = {at: target for at, target in enumerate(old.targets) if not quoted(quotable, target)}
    revised: dict[int, tuple[Target, int]] = {}
    for same in (_wording, _measure):
        for at, place in _pairs(gone, fresh, same):
            revised[at] = _revised(gone.pop(at), fresh.pop(place)), place
    ids = {target.id for target in old.targets}
    added = {
        at: target.model_copy(update={"id": _free(target.id, ids)})
        for at, target in fresh.items()
        if (target.value, target.unit, target.due) not in said
    }
    return Targets(revised, added)


def quoted(quotable: Iterable[str], target: Target) -> bool:
    """Whether any of these texts has a target's words."""
    return any(locate_quote(said, target.quote) for said in quotable)


def _wording(target: Target) -> Hashable:
    """A target's words but for the numbers."""
    return _NUMBER.sub("#", "…".join(target.quote)), target.statement is None


def _measure(target: Target) -> Hashable:
    return target.indicator, target.due, target.statement is None


def _pairs(
    gone: Mapping[int, Target], fresh: Mapping[int, Target], same: Callable[[Target], Hashable]
) -> list[tuple[int, int]]:
    """Places of targets that have something in common that no other has."""
    once = [_once({at: same(target) for at, target in side.items()}) for side in (gone, fresh)]
    return [(at, once[1][key]) for key, at in once[0].items() if key in once[1]]


def _once(keys: Mapping[int, Hashable]) -> dict[Hashable, int]:
    counted = Counter(keys.values())
    return {key: at for at, key in keys.items() if counted[key] == 1}


def _revised(old: Target, new: Target) -> Target:
    """A target with what other words say."""
    return old.model_copy(update={key: getattr(new, key) for key in SAID} | {"confirmed": False})


def _free(identifier: str, taken: set[str]) -> str:
    """An id that no other target of the task has; it is taken then."""
    number, free = 2, identifier
    while free in taken:
        free, number = f"{identifier}-{number}", number + 1
    taken.add(free)
    return free
