"""`plancli import`: a plan from the document that was issued, new or as an update of the one that is there."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancli import messages
from plancli.cli.options import COLORS, ColorOption, LangOption, chosen
from plancli.cli.session import coloured, shown
from plancli.errors import UsageError
from plancli.messages import LANGUAGES, N_

if TYPE_CHECKING:
    from plancli.edit.import_document import Imported
    from plancli.intake.interpret import Interpretation
    from plancli.messages import Catalog

REPORTS = ("unsure", "all", "html", "json")
_WHOLE = frozenset({"html", "json"})
"""Reports that stand on stdout alone: they are written to files."""
_LARGE = 200_000
"""Bytes of a document from which on a progress bar is worth its look."""
_MOST = 5
"""Places of one doubt that are listed."""
_NEW = "zh-CN"
"""The language of a plan that is made: its document's."""


def import_document(
    file: Annotated[
        Path, typer.Argument(metavar=N_("FILE"), help=N_("a table in .docx, .xlsx, .pdf, .csv, .html, .md or .txt"))
    ],
    into: Annotated[
        Path, typer.Option("--into", metavar=N_("FOLDER"), help=N_("the folder of the plan, new or to be updated"))
    ] = Path("plan"),
    title: Annotated[
        str,
        typer.Option(
            "--title", metavar=N_("TITLE"), help=N_("what the plan is called, where the document does not say")
        ),
    ] = "",
    years: Annotated[
        str,
        typer.Option(
            "--years", metavar="2025-2027", help=N_("its first and last year, where the document does not say")
        ),
    ] = "",
    report: Annotated[
        str,
        typer.Option(
            "--report",
            metavar="unsure|all|html|json",
            show_default=False,
            help=N_("what became of the document: what is unsure, all of it, a page (html), for programs (json)"),
        ),
    ] = "unsure",
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar=N_("HEADING=KEY"),
            help=N_("what a column holds: text, title, section, lead, responsible, support, duties, due, notes, …"),
        ),
    ] = None,
    first_is_lead: Annotated[
        bool,
        typer.Option("--first-is-lead", help=N_("the first of several offices leads, where no column says who does")),
    ] = False,
    year: Annotated[
        str,
        typer.Option("--year", metavar="2026", help=N_("the year of months without one")),
    ] = "",
    ignore_counts: Annotated[
        bool,
        typer.Option("--ignore-counts", help=N_("go on though the document states another number of tasks")),
    ] = False,
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same",
            metavar=N_("ID=TITLE"),
            help=N_("of an update: which of the document's tasks one of the plan is; ID= where it is none"),
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("say what would be made, and write nothing"))] = False,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Make a plan of a document's table of tasks, or update the plan that is there."""
    if lang is not None:
        chosen("--lang", lang, LANGUAGES)
    chosen("--color", color, COLORS)
    chosen("--report", report, REPORTS)
    words = messages.catalog(messages.preferred(lang) or LANGUAGES[0])
    span, of_months = _span(years), _year(year)
    from plancli.cli.mapping import mapped, require_headings
    from plancli.cli.progress import watching
    from plancli.cli.update import Updating
    from plancli.edit.import_document import create, importing, require_free
    from plancli.intake.answers import Answers
    from plancli.intake.formats.detect import read_document
    from plancli.intake.interpret import interpret

    updating = Updating.of(into, file, lang, coloured(color, sys.stdout), dry_run=dry_run)
    known = updating.known if updating else frozenset[str]()
    if updating:
        words, span = updating.words, span or updating.years
        title = title.strip() or updating.title
    else:
        require_free(into)
    given = mapped(columns or [])
    answers = Answers(title.strip(), span, of_months, given, first_is_lead, known, ignore_counts)
    with watching(is_long=_size(file) > _LARGE, colours=coloured(color, sys.stderr)) as begin:
        begin(words.gettext("reading the document"), 0)
        document = read_document(file)
        found = interpret(document, answers, lambda rows: begin(words.gettext("reading the tasks"), rows))
    require_headings(given, found)
    if updating and found.draft:
        found = updating.matched(found, same or [])
    elif same and not updating:
        raise UsageError(N_("--same goes with an update: there is no plan in {folder}"), folder=shown(into))
    if report == "html":
        _page(file, into, found, updating.header.language if updating else _NEW)
    else:
        _tell(found, report, words)
    if found.draft is None:
        return 1
    if updating:
        return updating.make(quiet=report in _WHOLE)
    imported = importing(found.draft, into)
    if not dry_run:
        create(imported)
    if report not in _WHOLE:
        print(_summary(imported, words, into, dry_run=dry_run))
    return 0


def _year(year: str) -> int | None:
    """The year that a person gives.

    Raises:
        UsageError: Where it is none.
    """
    if year and not re.fullmatch("20[0-9]{2}", year.strip()):
        raise UsageError(N_("--year takes a year like 2026, not “{value}”"), value=year)
    return int(year) if year else None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # reading it will say what is the matter


def _span(years: str) -> tuple[int, int] | None:
    """The years that a person gives.

    Raises:
        UsageError: Where they are none.
    """
    if not years:
        return None
    found = re.fullmatch("(20[0-9]{2})(?:[-—–－～~](20[0-9]{2}))?", years.strip())
    if not found or int(found[1]) > int(found[2] or found[1]):
        raise UsageError(N_("--years takes a year or two, like 2025-2027, not “{value}”"), value=years)
    return int(found[1]), int(found[2] or found[1])


def _tell(found: Interpretation, report: str, words: Catalog) -> None:
    """What became of the document."""
    from plancli.report import accounts

    if report == "json":
        sys.stdout.buffer.write(accounts.to_json(found.accounts, found.refusals, found.notes).encode())
        return
    if report == "all":
        sys.stdout.write(accounts.everything(found.accounts, words))
    sys.stdout.write(accounts.notes(found.notes, words))
    sys.stdout.write(accounts.unsure(found.accounts, words, most=None if report == "all" else _MOST))
    sys.stderr.write(accounts.refusals(found.refusals, words))


def _page(file: Path, into: Path, found: Interpretation, language: str) -> None:
    """What became of the document, as a page: like every page it speaks the plan's language."""
    from plancli.render.renderer import Renderer
    from plancli.views.imports import import_view

    words = messages.catalog(messages.base(language))
    view = import_view(file.name, found, language, words)
    page = Renderer(language, into.absolute().parent / "templates").imported(view)
    sys.stdout.buffer.write(page.encode())


def _summary(imported: Imported, words: Catalog, into: Path, *, dry_run: bool) -> str:
    plan = imported.loaded.plan
    if dry_run:
        said = words.gettext(
            "would make a plan in {folder}: {tasks} tasks, {units} offices and groups, {targets} targets"
        )
    else:
        said = words.gettext("made a plan in {folder}: {tasks} tasks, {units} offices and groups, {targets} targets")
    return said.format(
        folder=shown(into),
        tasks=len(plan.tasks),
        units=sum(1 for _ in plan.register.entries),
        targets=sum(len(task.targets) for task in plan.tasks),
    )
