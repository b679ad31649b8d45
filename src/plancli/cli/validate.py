"""`plancli validate`: what is wrong with the plan."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.options import ColorOption, LangOption, PlanOption, chosen
from plancli.cli.session import Session
from plancli.diagnostics import Severity
from plancli.messages import N_

FORMATS = ("text", "json", "github")
FAIL_ON = (*(severity.value for severity in Severity), "never")


def validate(
    plan: PlanOption = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="text|json|github", help=N_("how the findings are printed"))
    ] = "text",
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="error|warning|info|never",
            help=N_("the least serious finding that makes the exit code 1"),
        ),
    ] = "error",
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Check the plan, and print what is wrong with it."""
    began = time.perf_counter()
    chosen("--format", format_, FORMATS)
    chosen("--fail-on", fail_on, FAIL_ON)
    session = Session.open(plan, lang, color)
    sys.stdout.flush()
    sys.stdout.buffer.write(_report(session, format_, began).encode(*_encoding(format_)))
    if format_ == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        _append_job_summary(session, Path(os.environ["GITHUB_STEP_SUMMARY"]))
    failing = [] if fail_on == "never" else list(FAIL_ON[: FAIL_ON.index(fail_on) + 1])
    return int(any(each.severity.value in failing for each in session.diagnostics))


def _encoding(format_: str) -> tuple[str, str]:
    """Machines get UTF-8; people what their terminal shows, the rest escaped."""
    return ("utf-8", "strict") if format_ == "json" else (sys.stdout.encoding or "utf-8", "backslashreplace")


def _report(session: Session, format_: str, began: float) -> str:
    found, positions, summary = session.diagnostics, session.project.positions, session.summary
    if format_ == "json":
        from plancli.report.machine import to_json

        return to_json(found, positions, session.shown, summary=summary)
    if format_ == "github":
        from plancli.report.github import workflow_commands

        return workflow_commands(found, positions, session.shown, session.words, summary=summary)
    elapsed = time.perf_counter() - began if sys.stdout.isatty() else None
    return session.text(found, sys.stdout, summary=summary, elapsed=elapsed)


def _append_job_summary(session: Session, path: Path) -> None:
    from plancli.report.github import job_summary

    text = job_summary(
        session.diagnostics, session.project.positions, session.shown, session.words, summary=session.summary
    )
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)
