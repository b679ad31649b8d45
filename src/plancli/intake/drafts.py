"""What was read from a document, as the files of a new plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plancli.intake.ids import Ids
from plancli.intake.known_units import KnownUnits
from plancli.intake.register import Named
from plancli.intake.task_files import task_file
from plancli.intake.task_times import FileValue, Times
from plancli.intake.titles import Titled, run_in_or_guessed, titled
from plancli.model.header import ROLES
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, task_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plancli.diagnostics import Route
    from plancli.intake.accounts import Account
    from plancli.intake.answers import Answers
    from plancli.intake.frame import Frame
    from plancli.intake.outline import Outline, Section
    from plancli.intake.row import Row


def unwatched(_: int) -> Callable[[], None]:
    """Nobody waits."""
    return lambda: None


@dataclass(frozen=True)
class Draft:
    """A plan that a document makes.

    Attributes:
        files: What each file holds, as values of its keys.
        accounts: Where every piece of the document went.
        carries: Of each task the keys that the document has a column for, also where its cell there is blank: of those
            that are not here it says nothing.
        has_headings: Whether it says under which heading a task stands.
        apart: Offices with a name in brackets that is another one's too.
    """

    files: Mapping[str, FileValue]
    accounts: tuple[Account, ...]
    carries: Mapping[str, frozenset[Route]]
    has_headings: bool
    apart: tuple[tuple[str, str], ...] = ()


def draft(
    said: Frame,
    outline: Outline[Row],
    accounts: Iterable[Account],
    answers: Answers,
    watch: Callable[[int], Callable[[], None]] = unwatched,
) -> Draft:
    """Make the files of a plan.

    Args:
        said: What the plan says of itself; its years are known.
        outline: Its headings and rows.
        accounts: Where pieces went that belong to no row.
        answers: What the person says.
        watch: Is told how many rows there are, and returns what is told of each.
    """
    start, end = said.years or (0, 0)
    times = Times(start, end, answers.year)
    reader = KnownUnits((row.said(role) for row in outline.rows() for role in ROLES), answers.known)
    rows = list(outline.rows())
    names, ids = Named(), Ids()
    titles, runs_in = _titles(rows)
    tasks: dict[int, tuple[str, FileValue]] = {}
    told = list(accounts)
    step = watch(len(rows))
    for row, named in zip(rows, titles, strict=True):
        step()
        identifier = ids.make(named.title)
        tasks[id(row)] = identifier, task_file(row, named, names, reader, times)
        told += [replace(each, to=identifier) for each in row.accounts]
    header: FileValue = {
        "format": 1,
        "title": said.title,
        "status": "draft",
        "period": {"start": start, "end": end},
        "roles": dict(said.roles),
        "run_in_titles": runs_in,
        "outline": [_heading(section, tasks, said.title) for section in outline.sections if not section.is_empty],
    }
    files = {HEADER_PATH: header, REGISTER_PATH: names.register()}
    files |= {task_path(identifier): value for identifier, value in tasks.values()}
    has_headings = any(section.heading for section in outline.sections if not section.is_empty)
    carries = {tasks[id(row)][0]: routes for row, routes in _carried(rows, titles, tasks)}
    accounts_in_order = tuple(sorted(told, key=lambda each: each.spot))
    return Draft(files, accounts_in_order, carries, has_headings, tuple(names.apart))


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
        if row.steps and "milestones" not in value:
            unsaid.add(("milestones",))
        yield row, frozenset(routes - unsaid)


def _said(row: Row, value: FileValue) -> Iterator[Route]:
    for key, inside in value.items():
        if key == "notes":
            yield from (("notes", heading) for heading in inside)
        elif key != "text" or row.said("text") or not row.said("title"):
            yield (key,)
    yield from (("notes", heading) for heading in (row.headings.get("due"), *dict(row.steps)) if heading)
    if row.first_leads:
        yield ("responsible",)
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
    return Titled(title.rstrip("。；;") or title, row.said("text") or title)


def _heading(section: Section[Row], tasks: Mapping[int, tuple[str, FileValue]], title: str) -> FileValue:
    """A heading has either sections or tasks: tasks right under one that has sections too get one of their own."""
    name = section.heading or title
    listed = [tasks[id(row)][0] for row in section.rows]
    below = [_heading(each, tasks, name) for each in section.sections if not each.is_empty]
    if not below:
        return {"heading": name, "tasks": listed}
    return {"heading": name, "sections": [*([{"heading": name, "tasks": listed}] if listed else []), *below]}
