"""A task's file with other values: spliced in where the old ones stand, and all else as it is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from plancli.edit.format_text import one_sentence_a_line
from plancli.edit.update_lists import Kept, Lists, UnfitError
from plancli.edit.update_target_file import retargeted
from plancli.edit.update_written import flow, key_lines, made
from plancli.model.header import ROLES
from plancli.model.shapes import shape
from plancli.model.task import Task
from plancli.source.edits import Edit, Site
from plancli.source.tree import Branch, Leaf, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plancli.edit.update_lists import Item
    from plancli.model.task import Milestone, Unit
    from plancli.source.tree import Entry

_SHAPE = shape(Task)
_SCALARS = ("title", "text", "duty", "due", "leader")


def respliced(
    text: str,
    old: Task,
    new: Task,
    targets: Sequence[dict[str, Any]],
    revised: Mapping[int, dict[str, Any]] = MappingProxyType({}),
) -> tuple[Edit, ...]:
    """What changes in a task's file.

    Args:
        text: The file's text, without a byte order mark.
        old: What it says.
        new: What it shall say.
        targets: Those that are added, as a file has them.
        revised: By their places, what those say that are set in other words, likewise.

    Raises:
        UnfitError: Where it is written in a way that cannot be edited without losing something.
    """
    spliced = _Spliced(text, old, new)
    edits = list(spliced.edits(targets, revised))
    return tuple(sorted([*edits, *spliced.added()]))


class _Spliced:
    def __init__(self, text: str, old: Task, new: Task) -> None:
        self._text, self._old, self._new = text, old, new
        self._root = read_tree(text)
        self._lists = Lists(text)
        self._keys: dict[int, list[tuple[int, str]]] = {}
        if self._root.in_brackets:
            raise UnfitError

    def edits(self, targets: Sequence[dict[str, Any]], revised: Mapping[int, dict[str, Any]]) -> Iterator[Edit]:
        for key in _SCALARS:
            if getattr(self._old, key) != getattr(self._new, key):
                yield from self._scalar(key, getattr(self._new, key))
        for role in ROLES:
            if getattr(self._old, role) != getattr(self._new, role):
                yield from self._units(role, getattr(self._new, role))
        if targets or revised:
            yield from self._targets(targets, revised)
        if self._old.milestones != self._new.milestones:
            yield from self._milestones(self._new.milestones)
        if self._old.notes != self._new.notes:
            yield from self._notes()

    def _scalar(self, key: str, value: Any) -> Iterator[Edit]:  # noqa: ANN401 - a text or a deadline
        entry = self._root.entry(key)
        if value is None:
            yield from self._dropped(entry)
        elif entry is None:
            self._add(key, int(str(value)) if key == "due" and str(value).isdigit() else str(value))
        elif isinstance(entry.value, Branch):
            raise UnfitError
        else:
            site = Site(self._text, entry.value, 0, in_brackets=False)
            if key == "due":
                yield site.put(str(value))
            else:
                yield from site.say(one_sentence_a_line(value).rstrip("\n") if key == "text" else value)

    def _units(self, role: str, units: tuple[Unit, ...] | None) -> Iterator[Edit]:
        entry = self._root.entry(role)
        if units is None:
            yield from self._dropped(entry)
        elif entry is None:
            if units or role != "lead":
                self._add(role, [_unit(unit) for unit in units])
        else:
            yield from self._lists.arranged(entry, self._items(role, entry, units))

    def _items(self, role: str, entry: Entry, units: Sequence[Unit]) -> list[Item]:
        left = list(enumerate(self._old.units(role)))
        items: list[Item] = []
        for unit in units:
            same = next((place for place in left if place[1] == unit), None)
            if same is not None and isinstance(entry.value, Branch):
                left.remove(same)
                items.append(Kept(entry.value, same[0]))
            else:
                items.append(made(role, _unit(unit), _SHAPE))
        return items

    def _targets(self, targets: Sequence[dict[str, Any]], revised: Mapping[int, dict[str, Any]]) -> Iterator[Edit]:
        entry = self._root.entry("targets")
        if entry is None:
            self._add("targets", list(targets))
            return
        there = entry.value
        kept = (
            [Kept(there, at, self._revised(each, revised.get(at))) for at, each in enumerate(there.entries)]
            if isinstance(there, Branch)
            else []
        )
        yield from self._lists.arranged(entry, [*kept, *(made("targets", each, _SHAPE) for each in targets)])

    def _revised(self, entry: Entry, value: dict[str, Any] | None) -> tuple[Edit, ...]:
        if value is None:
            return ()
        if not isinstance(entry.value, Branch):
            raise UnfitError
        return tuple(retargeted(self._text, entry.value, value))

    def _milestones(self, milestones: Sequence[Milestone]) -> Iterator[Edit]:
        entry = self._root.entry("milestones")
        if not milestones:
            yield from self._dropped(entry)
        elif entry is None:
            self._add("milestones", [_milestone(each) for each in milestones])
        else:
            there, old = entry.value, self._old.milestones
            items: list[Item] = [
                Kept(there, old.index(each))
                if each in old and isinstance(there, Branch)
                else made("milestones", _milestone(each), _SHAPE)
                for each in milestones
            ]
            yield from self._lists.arranged(entry, items)

    def _notes(self) -> Iterator[Edit]:
        entry, new = self._root.entry("notes"), self._new.notes
        if not new:
            yield from self._dropped(entry)
        elif entry is None or isinstance(entry.value, Leaf):
            yield from self._dropped(entry)
            self._add("notes", dict(new))
        elif entry.value.in_brackets:
            yield Edit(entry.value.start, entry.value.end, flow(dict(new)))
        else:
            yield from self._each_note(entry.value)

    def _each_note(self, notes: Branch) -> Iterator[Edit]:
        old, new = self._old.notes, self._new.notes
        margin = notes.start - self._text.rfind("\n", 0, notes.start) - 1
        for each in notes.entries:
            name = str(each.key.value) if each.key else ""
            if name not in new:
                yield from self._dropped(each)
            elif new[name] != old.get(name):
                if isinstance(each.value, Branch):
                    raise UnfitError
                yield from Site(self._text, each.value, margin, in_brackets=False).say(new[name].rstrip("\n"))
        added = {name: text for name, text in new.items() if name not in old}
        if added:
            _, *lines = key_lines("notes", added, _SHAPE)
            yield self._inserted(notes.end, [" " * margin + line[2:] if line else "" for line in lines])

    def _dropped(self, entry: Entry | None) -> Iterator[Edit]:
        """A key's lines, without the comments above it."""
        if entry is not None:
            start = self._text.rfind("\n", 0, entry.start) + 1
            if self._text[start : entry.start].strip(" "):
                raise UnfitError
            end = entry.value.end if isinstance(entry.value, Branch) else max(entry.value.end, entry.start)
            yield Edit(start, self._lists.line_behind(end), "")

    def _add(self, key: str, value: Any) -> None:  # noqa: ANN401 - as a file has it
        """A new key, behind the last of those that come before it in the format's order."""
        order = _SHAPE.order
        before = [each for each in self._root.entries if each.key and order.get(str(each.key.value), 99) < order[key]]
        column = self._root.start - self._text.rfind("\n", 0, self._root.start) - 1
        lines = [" " * column + line if line else "" for line in key_lines(key, value, _SHAPE)]
        edit = self._inserted(max(before, key=lambda each: each.start).value.end, lines)
        self._keys.setdefault(edit.start, []).append((order[key], edit.text))

    def added(self) -> Iterator[Edit]:
        """New keys; where several come to the same place, in their order."""
        for at, keys in self._keys.items():
            first, *others = (text for _, text in sorted(keys))
            yield Edit(at, at, first + "".join(text.lstrip("\r\n") for text in others))

    def _inserted(self, at: int, lines: Sequence[str]) -> Edit:
        below = self._lists.line_behind(at)
        end = "\r\n" if "\r\n" in self._text else "\n"
        before = "" if self._text[below - 1] in "\r\n" else end
        return Edit(below, below, before + "".join(line + end for line in lines))


def _unit(unit: Unit) -> Any:  # noqa: ANN401 - as a file has it
    return {"name": unit.name, "scope": unit.scope} if unit.scope else unit.name


def _milestone(step: Milestone) -> dict[str, Any]:
    due = str(step.due)
    return {"what": step.what, "due": int(due) if due.isdigit() else due}
