"""A row of a document as a task's file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.accounts import Account
from plancli.intake.goals import targets_in_column
from plancli.intake.labelled import is_list
from plancli.intake.nothing import says_nothing
from plancli.intake.role_words import LEADING, RESPONSIBLE, SUPPORTING
from plancli.intake.targets.reading import find_targets, with_ids
from plancli.intake.task_times import FileValue, take_deadline, take_milestones
from plancli.intake.wrapped import one_line, paragraphs
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from plancli.intake.document import Cell, Spot
    from plancli.intake.known_units import KnownUnits
    from plancli.intake.register import Named
    from plancli.intake.row import Row
    from plancli.intake.targets.clause import Found
    from plancli.intake.task_times import Times
    from plancli.intake.titles import Titled
    from plancli.intake.unit_reading import ReadUnit
    from plancli.intake.units import UnitCell
    from plancli.model.header import Role

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("lead", re.compile(LEADING)),
    ("responsible", re.compile(RESPONSIBLE)),
    ("support", re.compile(SUPPORTING)),
)


def task_file(row: Row, title: Titled, names: Named, reader: KnownUnits, times: Times) -> FileValue:
    """Make a task's file.

    Args:
        row: What the document says; gets an account of every target, and doubts.
        title: What the task is called.
        names: Takes the offices.
        reader: Reads their cells.
        times: The years of what says none.
    """
    if title.is_guessed:
        row.doubt("text", "title-guessed")
    if "number" not in row.cells and is_list(title.text):
        row.doubt("text", "several-tasks")
    text, is_joined = paragraphs(title.text)
    if is_joined:
        row.doubt("text", "lines-joined")
    task: FileValue = {"title": title.title, "text": "\n\n".join(text)}
    for role in ROLES:
        if role in row.cells:
            _take_units(task, row, role, reader.read(row.said(role)), names)
    if row.first_leads and "lead" not in task and (units := task.pop("responsible", [])):
        task |= {"lead": units[:1]} | ({"responsible": units[1:]} if units[1:] else {})
    notes = {heading: "\n".join(cell.text for cell in cells if cell.text) for heading, cells in row.notes.items()}
    take_deadline(task, row, times.of_months, notes)
    take_milestones(task, row, times.of_months, notes)
    _take_targets(task, row, times, notes)
    if (leader := row.said("leader")) and not says_nothing(leader):
        task["leader"] = "、".join(filter(None, map(str.strip, re.split("[、，,；;\n]+", leader))))
    if told := {heading: text for heading, text in notes.items() if text}:
        task["notes"] = told
    return task


def _take_units(task: FileValue, row: Row, role: Role, cell: UnitCell, names: Named) -> None:
    for why in dict.fromkeys((*cell.unsure, *(code for unit in cell.units for code in unit.unsure))):
        row.doubt(role, why)
    if cell.kind == "none":
        task.setdefault(role, [])
    if cell.kind == "blank" and role == "lead":
        row.doubt(role, "lead-blank")
    for unit in cell.units:
        names.take(unit)
        to, scope = _role(unit, role)
        task.setdefault(to, []).append({"name": unit.name, "scope": scope} if scope else unit.name)
    if cell.duty and task.setdefault("duty", cell.duty) != cell.duty:
        row.doubt(role, "two-duties")


def _role(unit: ReadUnit, role: Role) -> tuple[Role, str | None]:
    """A unit's role, that of its column or of its own bracket （牵头）, and what it is limited to."""
    if "role-in-bracket" not in unit.unsure:
        return role, unit.scope
    said = unit.scope or ""
    return next((to for to, words in _ROLES if words.match(said)), role), None


def _take_targets(task: FileValue, row: Row, times: Times, notes: dict[str, str]) -> None:
    """What the text asks for, in numbers and in words that stand for them, each for a person to confirm.

    What a column of targets asks for besides is quoted from the notes.
    """
    is_open = task.get("due", "ongoing") == "ongoing"
    due = str(times.last or "") if is_open else str(task["due"])
    spot = (row.cells.get("text") or row.cells["title"])[0].spot
    found = [
        _of_plan(each) if is_open else each for each in find_targets(task["text"], due, times.first, times.of_months)
    ]
    row.accounts += (_account(each, spot) for each in found)
    said = {_goal(each) for each in found}
    name = "".join(task["text"].split()).rstrip("。")
    for goal in row.goals:
        for told in targets_in_column(goal, row, name, due, times):
            each = _of_plan(told) if is_open else told
            if each.keys and _goal(each) in said:
                continue
            said.add(_goal(each))
            found.append(each)
            row.accounts.append(_account(each, goal.cell.spot))
            if any(part not in goal.cell.text for part in _quoted(each)):  # it was read over the end of a line
                _join(notes, row, goal.cell)
    if targets := with_ids(tuple(found)):
        task["targets"] = targets


def _quoted(found: Found) -> list[str]:
    """The pieces of the words that a target quotes."""
    quote = found.keys.get("quote", [])
    return [quote] if isinstance(quote, str) else quote


def _join(notes: dict[str, str], row: Row, cell: Cell) -> None:
    """Put what a note has of a cell on one line, as its target quotes it."""
    heading = next(heading for heading, cells in row.notes.items() if any(each is cell for each in cells))
    notes[heading] = notes[heading].replace(cell.text, one_line(cell.text))


def _of_plan(found: Found) -> Found:
    """A target whose deadline is the plan's last year."""
    return found._replace(unsure=tuple("due-of-plan" if code == "due-of-row" else code for code in found.unsure))


def _account(found: Found, spot: Spot) -> Account:
    return Account(spot, found.words, "target" if found.keys else "no-target", unsure=found.unsure)


def _goal(found: Found) -> tuple[object, ...]:
    """What two targets have in common that are the same one."""
    keys = ("value", "unit", "due", "statement")
    return tuple(str(found.keys.get(key)) for key in keys)
