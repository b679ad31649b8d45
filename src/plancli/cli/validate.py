"""`plancli validate`: what is wrong with the plan."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli import fixing
from plancli.cli.candidates import complete_rule
from plancli.cli.findings import FORMATS, encoding, printed, statistics
from plancli.cli.options import ColorOption, LangOption, PlanOption, chosen
from plancli.cli.recover import finish_interrupted
from plancli.cli.selection import chosen_rules
from plancli.cli.session import Session
from plancli.diagnostics import Severity
from plancli.errors import UsageError
from plancli.messages import N_

FAIL_ON = (*(severity.value for severity in Severity), "never")

FormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), help=N_("how the findings are printed"))
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar=N_("RULE[,RULE…]"),
        help=N_("only these rules, even where plan.yaml turns them off; repeatable"),
        autocompletion=complete_rule,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar=N_("RULE[,RULE…]"),
        help=N_("all but these rules; repeatable"),
        autocompletion=complete_rule,
    ),
]
StatisticsOption = Annotated[bool, typer.Option("--statistics", help=N_("only count the findings of each rule"))]
FailOnOption = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="error|warning|info|never",
        help=N_("the least serious finding that makes the exit code 1"),
    ),
]


def validate(
    plan: PlanOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    format_: FormatOption = "text",
    counted: StatisticsOption = False,
    fix: fixing.FixOption = False,
    unsafe_fixes: fixing.UnsafeOption = False,
    diff: fixing.DiffOption = False,
    fail_on: FailOnOption = "error",
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Check the plan, and print what is wrong with it."""
    began = time.perf_counter()
    chosen("--format", format_, FORMATS)
    chosen("--fail-on", fail_on, FAIL_ON)
    if counted and format_ not in {"text", "json"}:
        raise UsageError(
            N_("{option} prints its own text: it does not go with {other}"),
            option="--statistics",
            other=f"--format {format_}",
        )
    prints = "--statistics" if counted else f"--format {format_}" if format_ != "text" else ""
    fixing.check_options(fix=fix, unsafe=unsafe_fixes, diff=diff, prints=prints)
    if fix and not diff:
        finish_interrupted(plan, lang)
    session = Session.open(plan, lang, color, chosen_rules(select, ignore))
    if diff:
        return fixing.previewed(session, unsafe=unsafe_fixes)
    if fix:
        session = fixing.mended(session, unsafe=unsafe_fixes)
    text = statistics(session, format_) if counted else printed(session, format_, began)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(*encoding(format_)))
    if format_ == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        _append_job_summary(session, Path(os.environ["GITHUB_STEP_SUMMARY"]))
    failing = [] if fail_on == "never" else list(FAIL_ON[: FAIL_ON.index(fail_on) + 1])
    return int(any(each.severity.value in failing for each in session.diagnostics))


def _append_job_summary(session: Session, path: Path) -> None:
    from plancli.report.github import job_summary

    text = job_summary(
        session.diagnostics, session.project.positions, session.shown, session.words, summary=session.summary
    )
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)
