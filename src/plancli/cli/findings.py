"""What `validate` prints: the findings in each of its formats."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from plancli import messages
from plancli.cli.session import terminal_width

if TYPE_CHECKING:
    from plancli.cli.session import Session
    from plancli.views.findings import FindingsView

FORMATS = ("text", "concise", "grouped", "html", "json", "github", "gitlab")

_FOR_FILES = frozenset({"html", "json", "gitlab"})


def printed(session: Session, format_: str, began: float) -> str:  # noqa: PLR0911 - one format a return
    """The findings in a format.

    Args:
        session: What was checked.
        format_: One of `FORMATS`.
        began: When the command did; where somebody watches the time pass, it is told.
    """
    found, positions, summary = session.diagnostics, session.project.positions, session.summary
    if format_ == "json":
        from plancli.report.machine import to_json

        return to_json(found, positions, session.shown, summary=summary)
    if format_ == "github":
        from plancli.report.github import workflow_commands

        return workflow_commands(found, positions, session.shown, session.words, summary=summary)
    if format_ == "gitlab":
        from plancli.report.gitlab import code_quality

        return code_quality(found, positions, session.shown)
    if format_ == "concise":
        from plancli.report.concise import render_lines

        colour = session.colours(sys.stdout)
        return render_lines(found, positions, session.shown, session.words, summary=summary, colour=colour)
    if format_ == "grouped":
        return _grouped(session)
    if format_ == "html":
        return _page(session)
    elapsed = time.perf_counter() - began if sys.stdout.isatty() else None
    return session.text(found, sys.stdout, summary=summary, elapsed=elapsed)


def statistics(session: Session, format_: str) -> str:
    """How often each rule has spoken, as text or JSON."""
    from plancli.report.statistics import render_statistics, to_json
    from plancli.views.finding_groups import rules_that_spoke

    rules = rules_that_spoke(session.diagnostics, session.words)
    if format_ == "json":
        return to_json(rules, session.summary)
    return render_statistics(rules, session.words, summary=session.summary)


def encoding(format_: str) -> tuple[str, str]:
    """Files get UTF-8; people what their terminal shows, the rest escaped."""
    return ("utf-8", "strict") if format_ in _FOR_FILES else (sys.stdout.encoding or "utf-8", "backslashreplace")


def _grouped(session: Session) -> str:
    from plancli.report.grouped import render_groups

    return render_groups(
        _view(session),
        session.shown,
        session.words,
        summary=session.summary,
        width=terminal_width(sys.stdout) if sys.stdout.isatty() else None,
        colour=session.colours(sys.stdout),
    )


def _page(session: Session) -> str:
    """A page to hand round: like every document it speaks the plan's language."""
    from plancli.render.renderer import Renderer

    project = session.project
    language = project.plan.header.language
    spoken = messages.base(language)
    view = _view(session if session.language == spoken else replace(session, language=spoken))
    return Renderer(language, project.root / "templates").findings(view)


def _view(session: Session) -> FindingsView:
    from plancli.views.finding_groups import findings_view

    project, choice = session.project, session.choice
    return findings_view(
        project.plan,
        session.diagnostics,
        project.positions,
        session.words,
        files=project.loaded.files,
        selected=choice.select or (),
        ignored=choice.ignore,
    )
