"""`plancli diff`: what changed between two revisions of the plan, and whom it reaches."""

from __future__ import annotations

import posixpath
import shlex
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancli import messages
from plancli.cli.options import COLORS, ColorOption, LangOption, PlanOption, chosen
from plancli.cli.session import coloured, shown, terminal_width
from plancli.diagnostics import Severity
from plancli.errors import NoPlanError, PlancliError, UsageError
from plancli.messages import LANGUAGES, N_, Catalog

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.comparing import Compared
    from plancli.source.sides import Side
    from plancli.views.changes import ComparisonView

FORMATS = ("text", "md", "html", "json", "github")
LEVELS = tuple(severity.value for severity in Severity)
FAIL_ON = (*LEVELS, "never")
BY = ("task", "dept", "kind")

SidesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("[OLD] [NEW]"),
        help=N_(
            "revisions (HEAD~1, v1, A..B, A...B, REV:path) or folders; "
            "otherwise the last commit and the files as they are now"
        ),
    ),
]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="text|md|html|json|github", help=N_("how the changes are printed"))
]
ByOption = Annotated[str, typer.Option("--by", metavar="task|dept|kind", help=N_("how the changes are grouped"))]
DeptOption = Annotated[
    str | None, typer.Option("--dept", metavar=N_("NAME"), help=N_("only what reaches this department or group"))
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
    """Say what changed between two revisions of the plan, and whom it reaches."""
    for option, value, choices in (
        ("--format", format_, FORMATS),
        ("--by", by, BY),
        ("--level", level, LEVELS),
        ("--fail-on", fail_on, FAIL_ON),
        ("--color", color, COLORS),
        *((("--lang", lang, LANGUAGES),) if lang is not None else ()),
    ):
        chosen(option, value, choices)
    other = [
        name
        for name, on in (("--stat", stat), ("--name-only", name_only), ("--accept", accept), ("--kinds", kinds))
        if on
    ]
    if len(other) + (format_ != "text") > 1 and other:
        raise UsageError(
            N_("{option} prints its own text: it does not go with {other}"),
            option=other[0],
            other=other[1] if len(other) > 1 else "--format",
        )
    if kinds:
        return _list_kinds(messages.catalog(messages.preferred(lang) or LANGUAGES[0]))
    run = Run.between(sides or [], plan, lang)
    department = run.department(dept) if dept is not None else None
    view = run.view(department, level, run.documents if format_ == "html" else run.words)
    if accept:
        return _accept(run, view, yes)
    if stat or name_only:
        from plancli.report import changes_text

        text = changes_text.name_only(view) if name_only else changes_text.stat(view, run.words)
        if name_only:
            run.warn_of_errors()
    else:
        text = run.printed(view, format_, by, department, coloured(color, sys.stdout))
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(*_encoding(format_)))
    failing = [] if fail_on == "never" else list(FAIL_ON[: FAIL_ON.index(fail_on) + 1])
    return int(any(change.level in failing for change in run.view(department, "info", run.words).changes))


def _list_kinds(words: Catalog) -> int:
    from plancli.report import kinds

    sys.stdout.write(kinds.table(words))
    return 0


def _encoding(format_: str) -> tuple[str, str]:
    """Files get UTF-8; people what their terminal shows, the rest escaped."""
    machine = format_ in {"json", "html", "md"}
    return ("utf-8", "replace") if machine else (sys.stdout.encoding or "utf-8", "backslashreplace")


@dataclass(frozen=True)
class Run:
    """One comparison on the command line."""

    sides: tuple[Side, Side]
    compared: Compared
    language: str
    command: str

    @classmethod
    def between(cls, arguments: list[str], plan: Path | None, lang: str | None) -> Run:
        """Read both sides and compare them.

        Raises:
            PlancliError: Where a side does not exist or cannot be read.
        """
        from plancli.comparing import compare
        from plancli.source.sides import sides

        found = sides(_plan_here(plan), Path.cwd(), arguments)
        compared = compare(found[0].source, found[1].source)
        spoken = messages.preferred(lang) or messages.base(compared.comparison.new.plan.header.language)
        return cls(found, compared, spoken, shlex.join(["plancli", "diff", *arguments]))

    @property
    def words(self) -> Catalog:
        """The reader's words."""
        return messages.catalog(self.language)

    def names(self, words: Catalog) -> tuple[str, str]:
        """What the two sides are called."""
        here = words.gettext("working tree")
        old, new = (side.name or here for side in self.sides)
        return old, new

    def warn_of_errors(self) -> None:
        """Say what a list of names cannot: that a side could not be read as a whole."""
        for errors, name in zip(self.compared.errors, self.names(self.words), strict=True):
            if errors:
                said = self.words.ngettext(
                    "note: {revision} has {n} error, so some of its changes may be missing",
                    "note: {revision} has {n} errors, so some of its changes may be missing",
                    errors,
                )
                print(said.format(revision=name, n=errors), file=sys.stderr)

    def department(self, name: str) -> str:
        """The identity of a department or group that either side knows.

        Raises:
            UsageError: Where none does, with names near to it.
        """
        from plancli.suggest import similar

        names = self.compared.comparison.names
        for register, side in ((names.new, "new"), (names.old, "old")):
            if name.strip() in register.by_spelling:
                return names.identity(name.strip(), "new" if side == "new" else "old")
        raise UsageError(
            N_("no department or group is called “{name}”"),
            help=N_("all names stand in departments.yaml"),
            suggestions=similar(name, {**names.old.by_spelling, **names.new.by_spelling}),
            name=name,
        )

    @property
    def documents(self) -> Catalog:
        """The plan's words: documents follow them."""
        return messages.catalog(self.compared.comparison.new.plan.header.language)

    def view(self, department: str | None, level: str, words: Catalog) -> ComparisonView:
        """The comparison in words, of one department or of all."""
        from plancli.views.comparison import Called, comparison_view

        called = Called(*self.names(words), self.compared.errors)
        return comparison_view(self.compared.comparison, words, called, department=department, least=level)

    def printed(self, view: ComparisonView, format_: str, by: str, department: str | None, colour: bool) -> str:
        """The comparison in a format."""
        if format_ == "json":
            from plancli.report.changes_json import to_json

            return to_json(view, self.compared.positions, self.shown)
        if format_ == "github":
            from plancli.report.changes_github import workflow_commands

            # GitHub takes paths from the repository's top, also those of a revision.
            paths = tuple(_from_the_top(side) for side in self.sides)
            return workflow_commands(view, self.compared.positions, (paths[0], paths[1]), self.words)
        if format_ == "md":
            from plancli.report.changes_markdown import pull_request_comment

            return pull_request_comment(view, self.words, command=self.command)
        if format_ == "html":
            return self._page(view)
        from plancli.report.changes_text import render_changes

        width = terminal_width(sys.stdout) if sys.stdout.isatty() else None
        return render_changes(view, self.words, by=by, department=department, width=width, colour=colour)

    def _page(self, view: ComparisonView) -> str:
        from plancli.render.renderer import Renderer
        from plancli.views.revision_table import revision_table

        plan = self.compared.comparison.new.plan
        folder = next((side.folder for side in reversed(self.sides) if side.what == "worktree"), None)
        renderer = Renderer(plan.header.language, folder.parent / "templates" if folder else None)
        return renderer.changes(revision_table(view, plan, self.documents, self.compared.comparison.old.plan))

    @cached_property
    def shown(self) -> tuple[Callable[[str], str], Callable[[str], str]]:
        """The path to show for a path of each side's plan."""
        old, new = map(_shown, self.sides)
        return old, new


def _shown(side: Side) -> Callable[[str], str]:
    """A path as the reader finds it: on the disk, or as git names it in a revision."""
    folder, source = side.folder, side.source
    if folder is not None:
        return lambda path: shown(folder / path)
    from plancli.source.sides import parts

    revision, _ = parts(side.name)
    return lambda path: f"{revision}:{posixpath.join(getattr(source, 'folder', ''), path)}"


def _from_the_top(side: Side) -> Callable[[str], str]:
    """A path from the repository's top, on the disk as in a revision; outside of one as the reader finds it."""
    from plancli.source.git import Repository

    folder = getattr(side.source, "folder", None)
    if side.folder is not None:
        try:
            folder = Repository.around(side.folder).prefix
        except PlancliError:
            folder = None
    return _shown(side) if folder is None else lambda path: posixpath.join(folder, path)


def _plan_here(plan: Path | None) -> Path | None:
    """The plan in the working tree, where there is one; a bare repository has none."""
    from plancli.source.folder import find_plan

    try:
        return find_plan(plan, Path.cwd()).absolute()
    except NoPlanError:
        if plan is not None:
            raise
        return None


KEYS = {"renamed": "formerly", "split": "split_from", "merged": "merged_from"}
"""What a task's file says, by how it came from others."""


def _accept(run: Run, view: ComparisonView, yes: bool) -> int:
    """Write down what looks alike and is the same, as a person says; the comparison can then be made again.

    Raises:
        UsageError: Where the new side is no folder whose files could be edited.
    """
    from plancli.edit.declare import Declaration, declare

    folder = run.sides[1].folder
    if folder is None:
        raise UsageError(
            N_("--accept writes into the files of the new side, and {side} is a revision"),
            help=N_("compare with the files as they are now: plancli diff REVISION --accept"),
            side=run.sides[1].name,
        )
    words = run.words
    if not view.suggestions:
        print(words.gettext("no task looks like another one that is gone"))
        return 0
    if not yes and not sys.stdin.isatty():
        raise UsageError(N_("--accept asks, and nobody can answer here"), help=N_("add --yes to accept all of them"))
    accepted = []
    for suggestion in view.suggestions:
        print(suggestion.message)
        if yes or typer.confirm(words.gettext("write it down?"), default=False):
            key = KEYS[suggestion.how]
            accepted += [Declaration(task, key, suggestion.old) for task in suggestion.new]  # type: ignore[arg-type]
    for path in declare(folder, accepted) if accepted else ():
        print(words.gettext("wrote {path}").format(path=shown(path)))
    return 0
