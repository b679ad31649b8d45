"""What was read from a document, as the files of a new plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from plancli.intake.accounts import Account
from plancli.intake.ids import Ids
from plancli.intake.register import Named
from plancli.intake.targets.reading import find_targets, with_ids
from plancli.intake.titles import Titled, run_in_or_guessed, titled
from plancli.intake.units import read_units
from plancli.intake.wrapped import paragraphs
from plancli.model.header import ROLES
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, task_path
from plancli.model.spoken import as_a_file_has_it

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plancli.diagnostics import Route
    from plancli.intake.outline import Outline, Section
    from plancli.intake.rows import Row
    from plancli.model.header import Role

FileValue = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """A plan that a document makes.

    Attributes:
        files: What each file holds, as values of its keys.
        accounts: Where every piece of the document went.
        carries: Of each task the keys that the document has a column for, also where its cell there is blank: of those
            that are not here it says nothing.
        has_headings: Whether it says under which heading a task stands.
    """

    files: Mapping[str, FileValue]
    accounts: tuple[Account, ...]
    carries: Mapping[str, frozenset[Route]]
    has_headings: bool


def draft(
    title: str, years: tuple[int, int], roles: Mapping[str, str], outline: Outline[Row], accounts: Iterable[Account]
) -> Draft:
    """Make the files of a plan.

    Args:
        title: What it is called.
        years: Its first and last year.
        roles: What the document calls each role.
        outline: Its headings and rows.
        accounts: Where pieces went that belong to no row.
    """
    rows = list(outline.rows())
    names, ids = Named(), Ids()
    titles, runs_in = _titles(rows)
    tasks: dict[int, tuple[str, FileValue]] = {}
    told = list(accounts)
    for row, named in zip(rows, titles, strict=True):
        identifier = ids.make(named.title)
        tasks[id(row)] = identifier, _task(row, named, names, years)
        told += [replace(each, to=identifier) for each in row.accounts]
    header: FileValue = {
        "format": 1,
        "title": title,
        "status": "draft",
        "period": {"start": years[0], "end": years[1]},
        "roles": dict(roles),
        "run_in_titles": runs_in,
        "outline": [_heading(section, tasks, title) for section in outline.sections if not section.is_empty],
    }
    files = {HEADER_PATH: header, REGISTER_PATH: names.register()}
    files |= {task_path(identifier): value for identifier, value in tasks.values()}
    has_headings = any(section.heading for section in outline.sections if not section.is_empty)
    carries = {tasks[id(row)][0]: routes for row, routes in _carried(rows, titles, tasks)}
    return Draft(files, tuple(sorted(told, key=lambda each: each.spot)), carries, has_headings)


def _carried(
    rows: list[Row], titles: Iterable[Titled], tasks: Mapping[int, tuple[str, FileValue]]
) -> Iterator[tuple[Row, frozenset[Route]]]:
    """What the document says of each row's task: all that it says of any task of the same table.

    Not the title that was guessed from the text, nor a deadline that could not be read.
    """
    of_tables: dict[tuple[int, str], set[Route]] = {}
    for row in rows:
        of_tables.setdefault((row.spot.table, row.spot.sheet), set()).update(_said(row, tasks[id(row)][1]))
    for row, title in zip(rows, titles, strict=True):
        routes, value = of_tables[row.spot.table, row.spot.sheet], tasks[id(row)][1]
        unsaid: set[Route] = {("title",)} if title.is_guessed else set()
        if row.said("due") and "due" not in value:
            unsaid.add(("due",))
        yield row, frozenset(routes - unsaid)


def _said(row: Row, value: FileValue) -> Iterator[Route]:
    for key, inside in value.items():
        if key == "notes":
            yield from (("notes", heading) for heading in inside)
        elif key != "text" or row.said("text") or not row.said("title"):
            yield (key,)
    if heading := row.headings.get("due"):
        yield ("notes", heading)
    if any(role in value for role in ROLES):
        yield ("duty",)


def _titles(rows: list[Row]) -> tuple[tuple[Titled, ...], bool]:
    """What the tasks are called, and whether the titles run in: not where any has a place of its own for it."""
    if not any(row.said("title") for row in rows):
        return titled([row.said("text") for row in rows])
    return tuple(
        _in_its_column(row) if row.said("title") else run_in_or_guessed(row.said("text")) for row in rows
    ), False


def _in_its_column(row: Row) -> Titled:
    """A title that has a column of its own; it is the text too where that one is blank."""
    title = "".join(row.said("title").split("\n"))
    return Titled(title, row.said("text") or title)


def _task(row: Row, title: Titled, names: Named, years: tuple[int, int]) -> FileValue:
    if title.is_guessed:
        row.doubt("text", "title-guessed")
    text, is_joined = paragraphs(title.text)
    if is_joined:
        row.doubt("text", "lines-joined")
    task: FileValue = {"title": title.title, "text": "\n\n".join(text)}
    for role in ROLES:
        if role in row.cells:
            _take_units(task, row, role, names)
    notes = {heading: "\n".join(cell.text for cell in cells if cell.text) for heading, cells in row.notes.items()}
    year = years[0] if years[0] == years[1] else None
    if said := row.said("due"):
        _take_deadline(task, row, said, year, notes)
    _take_targets(task, row, str(task.get("due", year or "")), years[0])
    if leader := row.said("leader"):
        task["leader"] = leader.replace("\n", "、")
    if told := {heading: text for heading, text in notes.items() if text}:
        task["notes"] = told
    return task


def _take_units(task: FileValue, row: Row, role: Role, names: Named) -> None:
    cell = read_units(row.said(role))
    for why in dict.fromkeys((*cell.unsure, *(code for unit in cell.units for code in unit.unsure))):
        row.doubt(role, why)
    if cell.kind != "blank":
        task[role] = [{"name": unit.name, "scope": unit.scope} if unit.scope else unit.name for unit in cell.units]
    for unit in cell.units:
        names.take(unit)
    if cell.duty and task.setdefault("duty", cell.duty) != cell.duty:
        row.doubt(role, "two-duties")


def _take_targets(task: FileValue, row: Row, due: str, begins: int) -> None:
    """What the text asks for, in numbers and in words that stand for them, each for a person to confirm."""
    found = find_targets(task["text"], "" if due == "ongoing" else due, begins)
    if targets := with_ids(found):
        task["targets"] = targets
    spot = (row.cells.get("text") or row.cells["title"])[0].spot
    for each in found:
        row.accounts.append(Account(spot, each.words, "target" if each.keys else "no-target", unsure=each.unsure))


def _take_deadline(task: FileValue, row: Row, said: str, year: int | None, notes: dict[str, str]) -> None:
    """A deadline that cannot be read for certain stays in the notes, word for word.

    A month without a year is that of the plan's own year, where it has one only.
    """
    if due := as_a_file_has_it("due", said) or (year and as_a_file_has_it("due", f"{year}年{said}")):
        task["due"] = int(due[0]) if due[0].isdigit() else due[0]
        return
    notes[row.headings["due"]] = said
    row.doubt("due", "due-unread")


def _heading(section: Section[Row], tasks: Mapping[int, tuple[str, FileValue]], title: str) -> FileValue:
    """A heading has either sections or tasks: tasks right under one that has sections too get one of their own."""
    name = section.heading or title
    listed = [tasks[id(row)][0] for row in section.rows]
    below = [_heading(each, tasks, title) for each in section.sections if not each.is_empty]
    if not below:
        return {"heading": name, "tasks": listed}
    return {"heading": name, "sections": [*([{"heading": name, "tasks": listed}] if listed else []), *below]}
