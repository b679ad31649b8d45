"""Put a comparison into words: each change in a sentence, each reason why it reaches somebody in a few."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.diff.kinds import BY_NAME
from plancli.messages import N_, Catalog
from plancli.model.fields import Due
from plancli.model.task import Target
from plancli.views import words as wording
from plancli.views.change_words import MESSAGES
from plancli.views.changes import (
    ChangedTask,
    ChangeView,
    ComparisonView,
    ReachedView,
    SuggestionView,
    Totals,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.diff.change import Because, Change, Delta, Fact
    from plancli.diff.compare import Comparison
    from plancli.diff.likeness import Likeness
    from plancli.model.plan import Position

_LIKE = {
    "renamed": N_("“{after}” may be “{before}” under another name: {percent} % alike"),
    "split": N_("“{before}” may have been split into {after}: {percent} % alike"),
    "merged": N_("{before} may have been merged into “{after}”: {percent} % alike"),
}

NUMBERS_SHOWN = 6
"""Of renumbered tasks; who wants them all reads the JSON."""


@dataclass(frozen=True, slots=True)
class Called:
    """What the two sides are called, and how many errors each has."""

    old: str
    new: str
    errors: tuple[int, int] = (0, 0)


def comparison_view(
    comparison: Comparison, words: Catalog, called: Called, *, department: str | None = None, least: str = "info"
) -> ComparisonView:
    """Word a comparison.

    Args:
        comparison: Two plans.
        words: The reader's language.
        called: What the sides are called.
        department: Leave out what does not reach it, by its name on the new side.
        least: Leave out what weighs less: `error`, `warning` or `info`.
    """
    speaker = _Speaker(comparison, words)
    levels = [severity.value for severity in Severity][: Severity(least).rank + 1]
    every = [speaker.view(change) for change in comparison.changes]
    mine = [each for each in every if department in {None, *(reached.name for reached in each.departments)}]
    shown = [each for each in mine if each.level in levels]
    tasks = tuple(_tasks(comparison, shown))
    header = comparison.new.plan.header
    return ComparisonView(
        title=header.title,
        language=header.language,
        old=called.old,
        new=called.new,
        verdict=_verdict(mine),
        totals=_totals(mine),
        plan=tuple(each for each in shown if each.task is None),
        tasks=tasks,
        errors=called.errors,
        department=department,
        departments=_in_order(comparison, shown),
        suggestions=tuple(speaker.suggestion(each) for each in comparison.likenesses) if department is None else (),
    )


def _in_order(comparison: Comparison, changes: list[ChangeView]) -> tuple[str, ...]:
    """Everybody whom some changes reach: departments before groups, as the registers have them."""
    names = comparison.names
    registered = dict.fromkeys(entry.name for entry in names.new.entries)
    registered.update(dict.fromkeys(names.identity(entry.name, "old") for entry in names.old.entries))
    reached = dict.fromkeys(each.name for change in changes for each in change.departments)
    return (*(name for name in registered if name in reached), *(name for name in reached if name not in registered))


def _verdict(changes: list[ChangeView]) -> Verdict:
    """What a plan's settings leave out is a difference all the same."""
    if any(change.material for change in changes):
        return "material"
    return "immaterial" if changes else "none"


def _totals(changes: list[ChangeView]) -> Totals:
    levels = Counter(change.level for change in changes)
    return Totals(
        levels["error"],
        levels["warning"],
        levels["info"],
        levels["off"],
        len({change.task for change in changes if change.task is not None}),
        len({reached.name for change in changes if change.material for reached in change.departments}),
    )


def _tasks(comparison: Comparison, changes: Iterable[ChangeView]) -> Iterator[ChangedTask]:
    by_task: dict[str, list[ChangeView]] = {}
    for change in changes:
        if change.task is not None:
            by_task.setdefault(change.task, []).append(change)
    for identifier, found in by_task.items():
        before = comparison.outlines.before.get(comparison.origins(identifier)[0])
        after = comparison.outlines.after.get(identifier)
        known = comparison.new.plan.by_id.get(identifier) or comparison.old.plan.by_id.get(identifier)
        yield ChangedTask(
            id=identifier,
            title=known.title if known else identifier,
            before=before.number if before else None,
            after=after.number if after else None,
            sections=_sections(after or before),
            departments=tuple(dict.fromkeys(reached.name for change in found for reached in change.departments)),
            changes=tuple(found),
        )


def _sections(position: Position | None) -> tuple[str, ...]:
    return tuple(map(str, position.sections)) if position else ()


class _Speaker:
    """Words the changes of one comparison."""

    def __init__(self, comparison: Comparison, words: Catalog) -> None:
        self._comparison = comparison
        self._words = words
        roles = comparison.new.plan.header.roles
        self._roles = {"lead": roles.lead, "responsible": roles.responsible, "support": roles.support}

    def view(self, change: Change) -> ChangeView:
        before, after = self._text(change.before), self._text(change.after)
        numbers = change.facts.get("numbers", ())
        return ChangeView(
            kind=change.kind,
            area=BY_NAME[change.kind].area,
            level=change.level.value if change.level else "off",
            task=change.task,
            message=self._message(change, before, after),
            before=before,
            after=after,
            edits=change.edits,
            departments=tuple(
                ReachedView(each.name, self._because(each.because), each.because.role or "") for each in change.reached
            ),
            old=change.old,
            new=change.new,
            numbers=numbers if isinstance(numbers, tuple) else (),
            fingerprint=change.fingerprint,
        )

    def suggestion(self, likeness: Likeness) -> SuggestionView:
        """What looks alike: never taken as the same, only told."""
        _ = self._words.gettext
        old, new = self._comparison.old.plan.by_id, self._comparison.new.plan.by_id
        before = wording.enumerated([old[each].title for each in likeness.old], self._words)
        after = wording.enumerated([new[each].title for each in likeness.new], self._words)
        told = _(_LIKE[likeness.how]).format(before=before, after=after, percent=likeness.percent)
        return SuggestionView(likeness.how, likeness.old, likeness.new, likeness.percent, told)

    def _message(self, change: Change, before: str, after: str) -> str:
        _ = self._words.gettext
        template = MESSAGES.get(f"{change.kind}.{change.case}") or MESSAGES[change.kind]
        facts = {name: self._joined(value) for name, value in change.facts.items()}
        if "role" in facts:
            facts["role"] = self._roles[facts["role"]]
        if "numbers" in facts:
            facts["numbers"], facts["n"] = self._numbers(change.facts["numbers"]), str(len(change.facts["numbers"]))
        none = _("(none)")
        sides = {"before": before or none, "after": after or none}
        told = {name: value or none for name, value in facts.items()}
        return _(template).format_map({**sides, **told, "delta": self._delta(change.delta)})

    def _numbers(self, pairs: str | tuple[str, ...]) -> str:
        shown = self._words.gettext(", ").join(pairs[:NUMBERS_SHOWN])
        return shown + (" …" if len(pairs) > NUMBERS_SHOWN else "")

    def _joined(self, fact: str | tuple[str, ...]) -> str:
        return fact if isinstance(fact, str) else wording.enumerated([each for each in fact if each], self._words)

    def _text(self, fact: Fact) -> str:
        if fact is None:
            return ""
        if isinstance(fact, Target):
            return wording.goal(fact, self._words)
        if isinstance(fact, Due):
            return wording.deadline(fact, self._words)
        return self._joined(fact)

    def _delta(self, delta: Delta | None) -> str:
        """By how much, in the unit and as a share: （-200亿元，-11.1%）."""
        if delta is None:
            return ""
        _ = self._words.gettext
        if delta.unit in {"%", "个百分点"}:
            amount = _("{n} percentage points").format(n=f"{delta.amount.normalize():+f}")
        else:
            amount = wording.amount(f"{delta.amount.normalize():+f}", delta.unit)
        if delta.percent is None:
            return _(" ({parts})").format(parts=amount)
        share = f"{delta.percent.quantize(Decimal('0.1'), ROUND_HALF_UP):+f}%"
        return _(" ({parts})").format(parts=_("{amount}, {share}").format(amount=amount, share=share))

    def _because(self, because: Because) -> str:
        _ = self._words.gettext
        if because.case == "entry":
            return _("the change is its own")
        if because.case == "plan":
            return _("everybody's")
        if because.case == "member":
            return _("belongs to {group}").format(group=because.via)
        if because.case == "successor":
            return _("took the duties of {name}").format(name=because.via)
        role = wording.role_stem(self._roles[because.role]) if because.role else ""
        told = _("{role} through {group}").format(role=role, group=because.via) if because.via else role
        side = {"old": N_("{role} before"), "new": N_("{role} now")}.get(because.side)
        return _(side).format(role=told) if side else told
