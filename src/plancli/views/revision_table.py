"""The 修订对照表: what stood there beside what stands there, row by row, as an office sends it round."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Literal

from plancli.diff.text import Edit, edits
from plancli.messages import N_
from plancli.model.header import ROLES
from plancli.views import words as wording
from plancli.views.cells import Cells
from plancli.views.plan import plan_view
from plancli.views.revision_rows import (
    Concerned,
    Passage,
    ReachedNames,
    RevisionGroup,
    RevisionRow,
    RevisionTableView,
    Told,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plancli.diagnostics import Place
    from plancli.messages import Catalog
    from plancli.model.plan import Plan
    from plancli.views.cells import TaskView, UnitView
    from plancli.views.changes import ChangeView, ComparisonView

FEW = 3
"""So many names are written out in every row; of more, a row names the row of its task that has them already."""

HALF_A_PAGE = 18
"""Lines of a row on A4, across: a longer one may be torn apart, or it would leave half a page empty."""

_WIDE, _NARROW = 23, 13
"""Chinese characters in a line of the wide columns and of the narrow ones, on paper."""

_NAMES = frozenset({"duty", "register", "task"})
"""Areas whose texts are names: struck out and written in as a whole, but for some kinds."""
_PHRASES = frozenset({"duty-phrase-changed", "leader-changed", "task-retitled"})

_PASSAGES = frozenset({"text", "target"})
"""Areas in which several changes can be told of the same words."""

_QUALIFIERS = {
    "target-binding-dropped": (N_("binding"), ""),
    "target-binding-added": ("", N_("binding")),
    "target-confirmed": (N_("not yet confirmed"), ""),
    "target-unconfirmed": ("", N_("not yet confirmed")),
}
"""What a goal in words does not say, by kind, on each side."""

_LABELS = {
    "due": N_("Deadline"),
    "id": N_("Id"),
    "indicator": N_("Indicator"),
    "leader": N_("Leader"),
    "period": N_("Period"),
    "title": N_("Task"),
}
"""What the plan's keys are called."""


def revision_table(view: ComparisonView, plan: Plan, words: Catalog, old: Plan | None = None) -> RevisionTableView:
    """Lay a comparison out as a table.

    Args:
        view: The comparison in words, in the plan's language.
        plan: The plan on the new side, or as much of it as was read.
        words: The plan's language.
        old: The plan on the old side; without it, of a removed task only the title is shown.
    """
    clerk = _Clerk(plan, old, words)
    groups = [RevisionGroup("", None, None, (), clerk.rows(view.plan))] if view.plan else []
    for task in view.tasks:
        rows = clerk.rows(task.changes)
        groups.append(RevisionGroup(task.title, task.before, task.after, task.sections, rows))
    weighed = view.totals.errors + view.totals.warnings + view.totals.infos
    return RevisionTableView(
        plan=replace(plan_view(plan, words), fingerprint=""),
        old=view.old,
        new=view.new,
        verdict=view.verdict,
        totals=view.totals,
        errors=view.errors,
        department=view.department or "",
        unlisted=weighed - sum(change.level != "off" for change in view.changes),
        groups=tuple(groups),
        concerned=clerk.concerned(),
    )


class _Clerk:
    """Writes the rows of one table."""

    def __init__(self, plan: Plan, old: Plan | None, words: Catalog) -> None:
        self._words = words
        self._new = Cells(plan, words)
        self._old = Cells(old, words) if old else None
        self._numbers = count(1)
        self._concerned: dict[str, list[int]] = {}

    def rows(self, changes: Iterable[ChangeView]) -> tuple[RevisionRow, ...]:
        """What is told of the same words stands in one row; and who is reached, once in a task."""
        together: list[list[ChangeView]] = []
        by_words: dict[object, list[ChangeView]] = {}
        for change in changes:
            keys = list(_words(change))
            found = next((by_words[key] for key in keys if key in by_words), None)
            if found is None:
                together.append(found := [])
            found.append(change)
            by_words.update(dict.fromkeys(keys, found))
        known: dict[tuple[ReachedNames, ...], int] = {}
        return tuple(self._row(found, known) for found in together)

    def concerned(self) -> tuple[Concerned, ...]:
        """By the register's order; who is only in the old one comes last."""
        order = {entry.name: place for place, entry in enumerate(self._new.plan.register.entries)}
        names = sorted(self._concerned, key=lambda name: order.get(name, len(order)))
        return tuple(Concerned(name, tuple(self._concerned[name])) for name in names)

    def _row(self, changes: Sequence[ChangeView], known: dict[tuple[ReachedNames, ...], int]) -> RevisionRow:
        number = next(self._numbers)
        for name in dict.fromkeys(each.name for change in changes if change.material for each in change.departments):
            self._concerned.setdefault(name, []).append(number)
        before, after = self._sides(changes)
        told = tuple(Told(change.level, change.message) for change in changes)
        reached = self._reached(changes)
        first = known.setdefault(reached, number)
        repeated = first != number and sum(len(each.names) for each in reached) > FEW
        shown = () if repeated else reached
        long = _lines(before, after, told, shown) > HALF_A_PAGE
        return RevisionRow(number, before, after, told, shown, first if repeated else None, long)

    @staticmethod
    def _reached(changes: Iterable[ChangeView]) -> tuple[ReachedNames, ...]:
        """Whom changes reach, by reason; who leads comes first."""
        found: dict[str, dict[str, None]] = {}
        rank: dict[str, int] = {}
        for change in changes:
            for each in change.departments:
                found.setdefault(each.because, {})[each.name] = None
                rank[each.because] = (*ROLES, "").index(each.role)
        return tuple(ReachedNames(because, tuple(found[because])) for because in sorted(found, key=rank.__getitem__))

    def _sides(self, changes: Sequence[ChangeView]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        first = changes[0]
        if first.kind == "task-renumbered":
            return self._renumbered(first.numbers)
        if first.kind == "task-removed":
            return self._whole("delete", first.task, first.before, self._old), ()
        if first.kind == "task-added":
            return (), self._whole("insert", first.task, first.after, self._new)
        facts = [self._fact(change) for change in changes if not change.edits or change.area != "text"]
        sentences = [("", "", change.edits) for change in changes if change.edits]
        every = tuple(dict.fromkeys([*facts, *sentences]))
        before = (Passage(was, _without("insert", pieces)) for was, _, pieces in every)
        after = (Passage(now, _without("delete", pieces)) for _, now, pieces in every)
        return tuple(each for each in before if each.edits), tuple(each for each in after if each.edits)

    def _fact(self, change: ChangeView) -> tuple[str, str, tuple[Edit, ...]]:
        """A fact in words: what it is called on both sides, and how it changed."""
        label = self._unit if change.kind == "unit-scope-changed" else self._label
        now = label(change.new, self._new)
        return label(change.old, self._old) or now, now, self._marked(change)

    def _marked(self, change: ChangeView) -> tuple[Edit, ...]:
        """What was struck out of a fact in words, and what was written in."""
        qualifiers = _QUALIFIERS.get(change.kind, ("", ""))
        before = change.before + self._bracketed(qualifiers[0] and self._words.gettext(qualifiers[0]))
        after = change.after + self._bracketed(qualifiers[1] and self._words.gettext(qualifiers[1]))
        if before == after:
            return _pieces(("keep", before))
        if before and after and (change.area not in _NAMES or change.kind in _PHRASES):
            return edits(before, after)
        return _pieces(("delete", before), ("insert", after))

    def _bracketed(self, text: str) -> str:
        return self._words.gettext(" ({parts})").format(parts=text) if text else ""

    def _renumbered(self, pairs: Iterable[str]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Numbers that follow each other on both sides are told as ranges: 第12—30项 became 第17—35项."""
        runs = list(_runs(sorted((int(was), int(now)) for was, _, now in (pair.partition("→") for pair in pairs))))
        before = tuple(Passage("", _pieces(("delete", self._range(was)))) for was, _ in runs)
        return before, tuple(Passage("", _pieces(("insert", self._range(now)))) for _, now in runs)

    def _range(self, numbers: range) -> str:
        wording = N_("tasks {first} to {last}") if len(numbers) > 1 else N_("task {first}")
        return self._words.gettext(wording).format(first=numbers[0], last=numbers[-1])

    def _whole(self, op: Op, task: str | None, title: str, cells: Cells | None) -> tuple[Passage, ...]:
        """A task of one side: all that it says, or its title where that side was not read."""
        known = cells is not None and task in cells.plan.by_id
        texts = self._of_task(cells.tasks[task]) if cells and task and known else [("", title)]
        return tuple(Passage(label, _pieces((op, text))) for label, text in texts if text)

    def _of_task(self, task: TaskView) -> Iterator[tuple[str, str]]:
        _ = self._words.gettext
        yield from (("", text) for text in task.paragraphs)
        for role in ROLES:
            yield self._new.roles[role].name, self._units(getattr(task, role) or ())
        yield _("Leader"), task.leader
        yield from ((target.indicator + self._bracketed(target.scope), target.goal) for target in task.targets)
        yield from ((step.what, step.due) for step in task.milestones)
        yield from ((note.name, text) for note in task.notes for text in note.paragraphs)
        yield _("Deadline"), "" if task.due.derived else task.due.text

    def _units(self, units: Iterable[UnitView]) -> str:
        return wording.enumerated([unit.name + self._bracketed(unit.scope) for unit in units], self._words)

    def _label(self, place: Place | None, cells: Cells | None) -> str:
        """What a place in a file holds, as the plan's columns call it."""
        match place.route if place else ():
            case (("targets" | "milestones") as key, int(index), "due"):
                return self._listed(place, cells, key, index) + self._bracketed(self._words.gettext("Deadline"))
            case (("targets" | "milestones") as key, int(index), *inner) if inner not in (["indicator"], ["id"]):
                return self._listed(place, cells, key, index)
            case (("lead" | "responsible" | "support") as role, *_):
                return self._new.roles[role].name
            case ("notes", str(name)):
                return name
            case (*_, str(key)) if key in _LABELS and (key != "title" or (place and place.task)):
                return self._words.gettext(_LABELS[key])
        return ""

    @staticmethod
    def _listed(place: Place | None, cells: Cells | None, key: str, index: int) -> str:
        """A target's indicator, what a milestone is, or a unit's name."""
        task = cells.plan.by_id.get(place.task or "") if cells and place else None
        entries = list(getattr(task, key, None) or ())[index : index + 1]
        return next((getattr(each, name) for each in entries for name in _NAMED_BY if hasattr(each, name)), "")

    def _unit(self, place: Place | None, cells: Cells | None) -> str:
        route = place.route if place else ()
        return self._listed(place, cells, str(route[0]), int(route[1])) if route[1:] else ""


_NAMED_BY = ("indicator", "what", "name")

Op = Literal["keep", "delete", "insert"]


def _pieces(*pieces: tuple[Op, str]) -> tuple[Edit, ...]:
    return tuple(Edit(op, text) for op, text in pieces if text)


def _without(op: Op, pieces: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(piece for piece in pieces if piece.op != op)


def _words(change: ChangeView) -> Iterator[object]:
    """What changes have in common that are told of the same sentence, or of the same goal."""
    if change.edits:
        yield change.edits
    if change.area in _PASSAGES:
        places = [(place.path, place.route[:2], place.chars) if place else None for place in (change.old, change.new)]
        yield *places, change.before, change.after
    else:
        yield id(change)


def _runs(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[range, range]]:
    """Pairs of numbers of which both follow the one before, together."""
    was = now = range(0)
    for before, after in pairs:
        if was and (before, after) == (was.stop, now.stop):
            was, now = range(was.start, before + 1), range(now.start, after + 1)
            continue
        if was:
            yield was, now
        was, now = range(before, before + 1), range(after, after + 1)
    if was:
        yield was, now


def _lines(*columns: Iterable[Passage | Told | ReachedNames]) -> int:
    """About how many lines of paper the longest cell of a row takes."""
    return max(sum(_lines_of(each) for each in column) for column in columns)


def _lines_of(part: Passage | Told | ReachedNames) -> int:
    if isinstance(part, Passage):
        return 1 + (len(part.label) + sum(len(piece.text) for piece in part.edits)) // _WIDE
    if isinstance(part, Told):
        return 1 + len(part.message) // _NARROW
    return 1 + sum(map(len, (part.because, *part.names))) // _NARROW
