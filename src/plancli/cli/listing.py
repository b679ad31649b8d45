"""`plancli list` and `plancli show`: looking things up in the plan."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plancli.cli.candidates import complete_department, complete_task
from plancli.cli.options import ColorOption, LangOption, PlanOption, chosen
from plancli.cli.session import Session, terminal_width
from plancli.errors import UsageError
from plancli.messages import N_
from plancli.report import listing as report
from plancli.suggest import similar

if TYPE_CHECKING:
    from plancli.model.plan import Plan
    from plancli.model.task import Task

FORMATS = ("table", "json")
ROLES = ("lead", "responsible", "support")

TaskArgument = Annotated[
    str,
    typer.Argument(metavar=N_("TASK"), help=N_("an id, a number, or a part of a title"), autocompletion=complete_task),
]


def list_tasks(
    plan: PlanOption = None,
    dept: Annotated[
        str | None,
        typer.Option(
            "--dept",
            metavar=N_("NAME"),
            help=N_("only what is asked of this department or group"),
            autocompletion=complete_department,
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="|".join(ROLES), help=N_("only tasks in this role; with --dept, its role")),
    ] = None,
    heading: Annotated[
        str | None,
        typer.Option("--heading", metavar=N_("TEXT"), help=N_("only tasks under a heading with this text")),
    ] = None,
    has_targets: Annotated[bool, typer.Option("--has-targets", help=N_("only tasks with targets"))] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="table|json", help=N_("how the tasks are printed"))
    ] = "table",
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """List the plan's tasks."""
    chosen("--format", format_, FORMATS)
    if role is not None:
        chosen("--role", role, ROLES)
    session = Session.open(plan, lang, color)
    session.warn_of_errors()
    from plancli.views.listing import Filter, matching

    _check_heading(session.project.plan, heading)
    entry = session.entry(dept) if dept is not None else None
    wanted = Filter(entry=entry, role=role, heading=heading or "", has_targets=has_targets)
    rows = matching(session.project.plan, wanted)
    if format_ == "json":
        sys.stdout.buffer.write(report.to_json(rows).encode())
    elif not rows:
        print(session.words.gettext("no task matches"), file=sys.stderr)
    elif sys.stdout.isatty():
        width = terminal_width(sys.stdout)
        sys.stdout.write(report.table(rows, session.words, width=width, roles=entry is not None))
    else:
        sys.stdout.write(report.tab_separated(rows, session.words, roles=entry is not None))
    return 0


def _check_heading(plan: Plan, text: str | None) -> None:
    """Refuse a text that stands in no heading, as an unknown department is refused.

    Raises:
        UsageError: With headings near to it.
    """
    headings = [str(section) for position in plan.positions.values() for section in position.sections]
    if text and not any(text in heading for heading in headings):
        raise UsageError(
            N_("no heading holds “{text}”"),
            help=N_("plancli show TASK shows the headings above a task"),
            suggestions=similar(text, [*map(str, dict.fromkeys(headings))]),
            text=text,
        )


def show(
    task: TaskArgument,
    plan: PlanOption = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="table|json", help=N_("how the task is printed"))
    ] = "table",
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Show one task with everything that the plan says about it."""
    chosen("--format", format_, FORMATS)
    session = Session.open(plan, lang, color)
    session.warn_of_errors()
    from plancli.views.listing import row

    found = row(session.project.plan, named_task(session.project.plan, task))
    if format_ == "json":
        sys.stdout.buffer.write(report.to_json([found]).encode())
    else:
        file = session.shown(f"tasks/{found.id}.yaml")
        width = terminal_width(sys.stdout) if sys.stdout.isatty() else None
        sys.stdout.write(report.card(found, session.words, file=file, width=width))
    return 0


def named_task(plan: Plan, named: str) -> Task:
    """The one task that is meant: by id, by number, by a part of a title that no other has.

    Raises:
        UsageError: Where it is none or several.
    """
    if named in plan.by_id:
        return plan.by_id[named]
    if named.isdecimal():
        found = [task for task in plan.tasks if str(plan.number(task)) == named.lstrip("0")]
    else:
        titled = [task for task in plan.tasks if named.strip() and named.strip() in task.title]
        found = [task for task in titled if task.title == named.strip()] or titled
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            N_("{count} tasks match “{name}”; among them: {tasks}"),
            help=N_("name one of them by its number or id"),
            tasks="、".join(f"{plan.number(task)} {task.title}" for task in found[:5]),
            count=str(len(found)),
            name=named,
        )
    names = {task.title: task.id for task in plan.tasks} | {task.id: task.id for task in plan.tasks}
    raise UsageError(
        N_("there is no task “{name}”"),
        help=N_("plancli list shows every task with its number and id"),
        suggestions=tuple(dict.fromkeys(names[name] for name in similar(named, names))),
        name=named,
    )
