"""`plancli diff`: what changed between two revisions of the plan, and whom it reaches."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plancli import messages
from plancli.cli.candidates import complete_department
from plancli.cli.changes import FORMATS, encoding, printed
from plancli.cli.comparison import Run
from plancli.cli.options import COLORS, ColorOption, LangOption, PlanOption, chosen
from plancli.cli.recover import finish_interrupted
from plancli.cli.session import coloured
from plancli.diagnostics import Severity
from plancli.errors import UsageError
from plancli.messages import LANGUAGES, N_

if TYPE_CHECKING:
    from plancli.messages import Catalog
    from plancli.views.changes import ComparisonView

LEVELS = tuple(severity.value for severity in Severity)
FAIL_ON = (*LEVELS, "never")
BY = ("task", "dept", "kind")

SidesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("[OLD] [NEW]"),
        help=N_(
            "revisions (HEAD~1, v1, A..B, A...B, REV:path), folders or documents (.docx, .xlsx, .csv, …); "
            "otherwise the last commit and the files as they are now"
        ),
    ),
]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="text|md|html|json|github", help=N_("how the changes are printed"))
]
ByOption = Annotated[str, typer.Option("--by", metavar="task|dept|kind", help=N_("how the changes are grouped"))]
DeptOption = Annotated[
    str | None,
    typer.Option(
        "--dept",
        metavar=N_("NAME"),
        help=N_("only what reaches this department or group"),
        autocompletion=complete_department,
    ),
]
LevelOption = Annotated[
    str, typer.Option("--level", metavar="error|warning|info", help=N_("the least serious change that is shown"))
]
FailOnOption = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="error|warning|info|never",
        help=N_("the least serious change that makes the exit code 1"),
    ),
]


def diff(
    sides: SidesArgument = None,
    plan: PlanOption = None,
    format_: FormatOption = "text",
    by: ByOption = "task",
    dept: DeptOption = None,
    level: LevelOption = "info",
    stat: Annotated[bool, typer.Option("--stat", help=N_("only count the changes of each task"))] = False,
    name_only: Annotated[bool, typer.Option("--name-only", help=N_("only name the tasks that changed"))] = False,
    fail_on: FailOnOption = "never",
    accept: Annotated[
        bool,
        typer.Option("--accept", help=N_("ask which of the tasks that look alike are the same, and write it down")),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=N_("with --accept: without asking"))] = False,
    kinds: Annotated[bool, typer.Option("--kinds", help=N_("list the kinds of change and their levels"))] = False,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Say what changed between two revisions of the plan, or a plan and a document, and whom it reaches."""
    chosen("--format", format_, FORMATS)
    chosen("--by", by, BY)
    chosen("--level", level, LEVELS)
    chosen("--fail-on", fail_on, FAIL_ON)
    chosen("--color", color, COLORS)
    if lang is not None:
        chosen("--lang", lang, LANGUAGES)
    asked = {"--stat": stat, "--name-only": name_only, "--accept": accept, "--kinds": kinds}
    _check_together([option for option, on in asked.items() if on], format_)
    if yes and not accept:
        raise UsageError(N_("--yes answers what --accept asks: it goes only with it"))
    if kinds:
        return _list_kinds(messages.catalog(messages.preferred(lang) or LANGUAGES[0]))
    if accept:
        finish_interrupted(plan, lang)
    run = Run.between(sides or [], plan, lang)
    department = run.department(dept) if dept is not None else None
    view = run.view(department, level, run.documents if format_ == "html" else run.words)
    if accept:
        from plancli.cli.accept import accept as accept_suggestions

        return accept_suggestions(run, view.suggestions, yes=yes)
    if stat or name_only:
        text = _listed(run, view, names=name_only)
    else:
        text = printed(run, view, format_, by, colour=coloured(color, sys.stdout))
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(*encoding(format_)))
    failing = [] if fail_on == "never" else FAIL_ON[: FAIL_ON.index(fail_on) + 1]
    return int(run.has(failing, department))


def _check_together(options: list[str], format_: str) -> None:
    """Refuse options of which each prints something of its own.

    Raises:
        UsageError: With the two that do not go together.
    """
    if options and (len(options) > 1 or format_ != "text"):
        raise UsageError(
            N_("{option} prints its own text: it does not go with {other}"),
            option=options[0],
            other=options[1] if len(options) > 1 else "--format",
        )


def _list_kinds(words: Catalog) -> int:
    from plancli.report import kinds

    sys.stdout.write(kinds.table(words))
    return 0


def _listed(run: Run, view: ComparisonView, *, names: bool) -> str:
    """What changed, without how: only names, or counts."""
    from plancli.report import changes_text

    if not names:
        return changes_text.stat(view, run.words)
    run.warn_of_errors()
    return changes_text.name_only(view)
