"""A task's history for people and for programs: the commits, and under each what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.report.changes_page import INDENT, Page
from plancli.report.changes_spans import Span
from plancli.report.colour import painter
from plancli.report.machine import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.messages import Catalog
    from plancli.views.changes import ChangeView
    from plancli.views.log import LogEntry

VERSION = 1
"""Raised when a member goes or changes its meaning; a new member does not raise it."""


def log_text(
    entries: Iterable[LogEntry], words: Catalog, *, width: int | None = None, colour: bool = False
) -> Iterator[str]:
    """Show a history entry by entry, as it is read.

    Args:
        entries: The newest first.
        words: The reader's language.
        width: The cells of a line; None where lines need not end.
        colour: Whether to paint.
    """
    page = Page(words, painter(colour=colour), width, None)
    for place, entry in enumerate(entries):
        lines = [*_head(entry, page), *page.changes(entry.task.changes)]
        yield ("\n" if place else "") + "".join(line + "\n" for line in lines)


def _head(entry: LogEntry, page: Page) -> Iterator[str]:
    """When, which commit, why and by whom; and what the task is called there."""
    about = INDENT.join((entry.date, entry.short, entry.subject))
    yield from page.line([Span(about, "message"), Span(INDENT + entry.author, "aside")])
    yield from page.heading(entry.task)


def to_json(entries: Iterable[LogEntry]) -> str:
    """An envelope with every entry, keys in a fixed order."""
    envelope = {"version": VERSION, "entries": [_entry(entry) for entry in entries]}
    return document(envelope)


def _entry(entry: LogEntry) -> dict[str, object]:
    return {
        "commit": entry.commit,
        "date": entry.date,
        "author": entry.author,
        "subject": entry.subject,
        "task": entry.task.id,
        "title": entry.task.title,
        "changes": [_change(change) for change in entry.task.changes],
    }


def _change(change: ChangeView) -> dict[str, object]:
    return {
        "kind": change.kind,
        "area": change.area,
        "level": change.level,
        "message": change.message,
        "before": change.before,
        "after": change.after,
        "fingerprint": change.fingerprint,
    }
