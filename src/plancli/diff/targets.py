"""What changed in targets: what is asked, how much, by when, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.diff.change import Change, Delta, Fact
from plancli.diff.deadlines import compare_deadlines
from plancli.model.plan import task_path
from plancli.prose.quantities import split_scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from plancli.model.task import Target, Task

_FLOORS = {"at-least": 0, "between": 1, "more-than": 2, "exactly": 3}
_CEILINGS = {"at-most": 0, "less-than": 1, "exactly": 2}
"""How strict a comparator is, among those that ask for as much and those that ask for as little as possible."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A target, and where it stands."""

    task: str
    index: int
    target: Target

    def place(self, *route: str | int) -> Place:
        """The target, or something in it."""
        return Place(task_path(self.task), ("targets", self.index, *route))


def standing(tasks: Sequence[Task]) -> list[Standing]:
    """The targets of some tasks, in their order."""
    return [Standing(task.id, index, target) for task in tasks for index, target in enumerate(task.targets)]


def compare_targets(old: Sequence[Standing], new: Sequence[Standing]) -> Iterator[Change]:
    """Compare the targets of a task with those of what it became."""
    pairs = _paired(old, new)
    known = {id(each) for pair in pairs for each in pair}
    for before in old:
        if id(before) not in known:
            facts = {"indicator": before.target.indicator}
            yield Change("target-removed", before.task, before.place(), None, before.target, None, facts)
    for before, after in pairs:
        yield from _Pair(before, after).changes()
    for after in new:
        if id(after) not in known:
            facts = {"indicator": after.target.indicator}
            yield Change("target-added", after.task, None, after.place(), None, after.target, facts)


def _paired(old: Sequence[Standing], new: Sequence[Standing]) -> list[tuple[Standing, Standing]]:
    """Targets that are the same one: by id; else by what they measure; else by all that they say but the id."""
    pairs: list[tuple[Standing, Standing]] = []
    left, right = list(old), list(new)
    for key in (_by_id, _by_measure, _by_content):
        known: dict[object, list[Standing]] = {}
        for before in left:
            known.setdefault(key(before.target), []).append(before)
        found = [(known[key(after.target)].pop(0), after) for after in right if known.get(key(after.target))]
        pairs += found
        taken = {id(each) for pair in found for each in pair}
        left = [each for each in left if id(each) not in taken]
        right = [each for each in right if id(each) not in taken]
    places = {id(each): place for place, each in enumerate(new)}
    return sorted(pairs, key=lambda pair: places[id(pair[1])])


def _by_id(target: Target) -> object:
    return target.id


def _by_measure(target: Target) -> object:
    return target.indicator, target.scope, target.statement is None


def _by_content(target: Target) -> object:
    return target.comparator, target.value, target.unit, target.statement, target.due, target.quote


@dataclass(frozen=True, slots=True)
class _Pair:
    """One target on both sides."""

    before: Standing
    after: Standing

    def changes(self) -> Iterator[Change]:
        """Every difference; that other words are quoted is told only where nothing else is."""
        found = [*self._named(), *self._demanded(), *self._qualified(), *self._due()]
        yield from found
        old, new = self.before.target, self.after.target
        if not found and old.quote != new.quote:
            yield self._told("target-requoted", "quote", (old.quote, new.quote))

    def _told(self, kind: str, key: str, facts: tuple[Fact, Fact] | None = None, case: str = "") -> Change:
        """A difference in one key, told by the whole targets unless by some facts of theirs."""
        old, new = self.before.target, self.after.target
        # Where a side leaves the key out, the target itself is its place.
        places = (
            self.before.place(*([key] if getattr(old, key) is not None else [])),
            self.after.place(*([key] if getattr(new, key) is not None else [])),
        )
        before, after = (old, new) if facts is None else facts
        return Change(kind, self.after.task, *places, before, after, {"indicator": new.indicator}, case)

    def _named(self) -> Iterator[Change]:
        old, new = self.before.target, self.after.target
        if old.indicator != new.indicator:
            yield self._told("target-renamed", "indicator", (old.indicator, new.indicator))
        elif old.id != new.id:
            yield self._told("target-renamed", "id", (old.id, new.id), "id")

    def _demanded(self) -> Iterator[Change]:
        """What has to be reached: a statement, or a number with its comparator."""
        old, new = self.before.target, self.after.target
        if old.statement is not None and new.statement is not None:
            if old.statement != new.statement:
                yield self._told("target-changed", "statement")
        elif new.statement is not None:
            yield self._told("target-number-dropped", "value")
        elif old.statement is not None:
            yield self._told("target-number-given", "value")
        else:
            yield from self._figures()

    def _figures(self) -> Iterator[Change]:
        old, new = self.before.target, self.after.target
        if old.value is None or new.value is None or old.unit is None or new.unit is None:
            return  # a target without any of them does not load
        (factor, base), (other, other_base) = split_scale(old.unit), split_scale(new.unit)
        if base != other_base:
            yield self._told("target-unit-incompatible", "unit")
            return
        strictness = _strictness(old, new)
        if strictness is None:
            yield self._told("target-changed", "comparator", case="comparator")
            return
        lows = old.value.low * factor, new.value.low * other
        highs = (old.value.high or old.value.low) * factor, (new.value.high or new.value.low) * other
        if strictness:
            kind = "target-comparator-strengthened" if strictness > 0 else "target-comparator-weakened"
            yield self._told(kind, "comparator")
        yield from self._amounts(lows, highs, factor, compared=bool(strictness))

    def _amounts(
        self, lows: tuple[Decimal, Decimal], highs: tuple[Decimal, Decimal], factor: int, *, compared: bool
    ) -> Iterator[Change]:
        """A number that asks for less was lowered, whichever way it went."""
        old, new = self.before.target, self.after.target
        exact = old.comparator == new.comparator == "exactly"
        ceiling = old.comparator in _CEILINGS and new.comparator in _CEILINGS and not exact
        first, second = highs if ceiling else lows
        ranges = old.comparator == new.comparator == "between"
        if first == second and (not ranges or highs[0] == highs[1]):
            if not compared and (str(old.value), old.unit) != (str(new.value), new.unit):
                yield self._told("target-reexpressed", "value")
            return
        if first == second or exact:
            kind = "target-changed"
        else:
            kind = "target-lowered" if (second < first) != ceiling else "target-raised"
        yield replace(self._told(kind, "value"), delta=_delta(first, second, factor, old.unit or ""))

    def _qualified(self) -> Iterator[Change]:
        """How firmly, how often, over what, from where."""
        old, new = self.before.target, self.after.target
        if old.commitment != new.commitment:
            kind = "target-commitment-weakened" if new.commitment == "aim" else "target-commitment-strengthened"
            yield self._told(kind, "commitment")
        if old.binding != new.binding:
            yield self._told("target-binding-dropped" if old.binding else "target-binding-added", "binding")
        if old.per != new.per:
            yield self._told("target-changed", "per", case="per")
        if old.scope != new.scope:
            yield self._told("target-scope-changed", "scope", (old.scope, new.scope))
        if old.baseline != new.baseline:
            yield self._told("target-baseline-changed", "baseline", (_baseline(old), _baseline(new)))
        if old.upstream != new.upstream:
            yield self._told("target-upstream-changed", "upstream", (_upstream(old), _upstream(new)))
        if old.confirmed != new.confirmed:
            yield self._told("target-confirmed" if new.confirmed else "target-unconfirmed", "confirmed")

    def _due(self) -> Iterator[Change]:
        old, new = self.before, self.after
        facts = {"of": new.target.indicator}
        places = old.place("due"), new.place("due")
        yield from compare_deadlines(new.task, places, (old.target.due, new.target.due), facts, "target")


def _strictness(old: Target, new: Target) -> int | None:
    """How much stricter the new comparator is; None where one asks for much and the other for little."""
    for family in (_FLOORS, _CEILINGS):
        if old.comparator in family and new.comparator in family:
            return family[new.comparator] - family[old.comparator]
    return None


def _delta(before: Decimal, after: Decimal, factor: int, unit: str) -> Delta:
    percentage = split_scale(unit)[1] in {"%", "‰", "个百分点"}
    percent = None if percentage or before == 0 else (after - before) * 100 / before
    return Delta((after - before) / factor, unit, percent)


def _baseline(target: Target) -> str | None:
    """A neutral form: the same on both sides where they are the same."""
    base = target.baseline
    return None if base is None else f"{base.value}{target.unit or ''} ({base.year})"


def _upstream(target: Target) -> str | None:
    higher = target.upstream
    if higher is None:
        return None
    figure = "" if higher.value is None else f"{higher.value}{higher.unit or ''}"
    return " ".join(part for part in (higher.plan, higher.indicator, figure) if part)
