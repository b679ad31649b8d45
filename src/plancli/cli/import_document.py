"""`plancli import`: a plan from the document that was issued, new or as an update of the one that is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancli import messages
from plancli.cli.options import COLORS, ColorOption, LangOption, chosen
from plancli.cli.session import coloured
from plancli.messages import LANGUAGES, N_

if TYPE_CHECKING:
    from plancli.intake.interpret import Interpretation
    from plancli.messages import Catalog

REPORTS = ("unsure", "all", "html", "json")
_WHOLE = frozenset({"html", "json"})
"""Reports that stand on stdout alone: they are written to files."""
_LARGE = 200_000
"""Bytes of a document from which on a progress bar is worth its look."""
_MOST = 5
"""Places of one doubt that are listed."""


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
    from plancli.cli.mapping import mapped, one_year, require_headings, span_of
    from plancli.cli.new_plan import Creating
    from plancli.cli.progress import watching
    from plancli.cli.update import Updating
    from plancli.intake.answers import Answers
    from plancli.intake.formats.detect import read_document
    from plancli.intake.interpret import interpret

    span, of_months, given = span_of(years), one_year(year), mapped(columns or [])
    plan: Updating | Creating = Updating.of(
        into, file, lang, coloured(color, sys.stdout), dry_run=dry_run
    ) or Creating.of(into, lang, dry_run=dry_run)
    words = plan.words
    answers = Answers(
        title.strip() or plan.title, span or plan.years, of_months, given, first_is_lead, plan.known, ignore_counts
    )
    with watching(is_long=_size(file) > _LARGE, colours=coloured(color, sys.stderr)) as begin:
        begin(words.gettext("reading the document"), 0)
        document = read_document(file)
        found = interpret(document, answers, lambda rows: begin(words.gettext("reading the tasks"), rows))
    require_headings(given, found)
    found = plan.matched(found, same or [])
    if report == "html":
        _page(file, into, found, plan.language)
    else:
        _tell(found, report, words)
    return plan.make(quiet=report in _WHOLE) if found.draft else 1


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # reading it will say what is the matter


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
