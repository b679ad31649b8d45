"""`plancli log`: what became of one task, commit by commit."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from plancli.cli.listing import TaskArgument, named_task
from plancli.cli.options import ColorOption, LangOption, PlanOption, chosen
from plancli.cli.session import Session, terminal_width
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.history import Event
    from plancli.views.log import LogEntry

FORMATS = ("text", "json")


def log(
    task: TaskArgument,
    plan: PlanOption = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="text|json", help=N_("how the history is printed"))
    ] = "text",
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Say what became of one task: every commit that changed it, and what it changed."""
    chosen("--format", format_, FORMATS)
    session = Session.open(plan, lang, color)
    entries = _entries(session, _events(session, task))
    from plancli.report.changes_log import log_text, to_json

    if format_ == "json":
        sys.stdout.buffer.write(to_json(entries).encode())
        return 0
    width = terminal_width(sys.stdout) if sys.stdout.isatty() else None
    for text in log_text(entries, session.words, width=width, colour=session.colours(sys.stdout)):
        sys.stdout.write(text)
    return 0


def _events(session: Session, named: str) -> Iterator[Event]:
    """The history of a task of today's plan, or of one that is gone, by its id.

    Raises:
        UsageError: Where there never was one.
    """
    from plancli.history import history

    plan, folder = session.project.plan, session.project.folder
    if named not in plan.by_id and not named.isdecimal():
        # A task that is gone comes before one of today's whose title holds its id by chance.
        events = history(folder, named)
        if (first := next(events, None)) is not None:
            return chain([first], events)
    task = named_task(plan, named)
    return history(folder, task.id, task.formerly)


def _entries(session: Session, events: Iterator[Event]) -> Iterator[LogEntry]:
    from plancli.views.comparison import Called, comparison_view
    from plancli.views.log import LogEntry

    for event in events:
        commit = event.commit
        view = comparison_view(event.compared.comparison, session.words, Called("", commit.short))
        changed = next(task for task in view.tasks if task.id == event.task)
        yield LogEntry(commit.id, commit.short, commit.date, commit.author, commit.subject, changed)
