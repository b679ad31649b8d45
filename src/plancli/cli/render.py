"""`plancli render`: responsibility sheets and their index."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancli.cli.candidates import complete_department
from plancli.cli.comparison import incomplete
from plancli.cli.options import ColorOption, LangOption, PlanOption, chosen
from plancli.cli.progress import watching
from plancli.cli.session import Session, shown
from plancli.diagnostics import Severity
from plancli.errors import UsageError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from plancli.diagnostics import Diagnostic
    from plancli.model.register import Entry
    from plancli.render.renderer import Format
    from plancli.views.revision import RevisionView

FORMATS: tuple[Format, ...] = ("html", "md")  # the one for readers first
MANY = 200
"""Documents from which on a progress bar is worth its look."""


DeptOption = Annotated[
    list[str] | None,
    typer.Option(
        "--dept",
        metavar=N_("NAME"),
        help=N_("a department or group, by name, full name or alias; repeatable"),
        autocompletion=complete_department,
    ),
]
OneFormatOption = Annotated[str | None, typer.Option("--format", metavar="md|html", help=N_("one format only"))]
StdoutOption = Annotated[
    bool, typer.Option("--stdout", help=N_("print the sheet instead of writing it (Markdown, or --format html)"))
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar=N_("FOLDER"), help=N_("where to write; otherwise build/ beside the plan")),
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar=N_("REVISION"),
        help=N_("only the sheets that changed since a revision or folder, with the changes at their head"),
    ),
]
AsOfOption = Annotated[
    str,
    typer.Option(
        "--as-of", metavar=N_("TEXT"), help=N_("a date or revision to print on every document"), show_default=False
    ),
]


def render(
    plan: PlanOption = None,
    dept: DeptOption = None,
    format_: OneFormatOption = None,
    stdout: StdoutOption = False,
    out: OutOption = None,
    as_of: AsOfOption = "",
    changed_since: SinceOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Render responsibility sheets to build/: one department's, or everybody's with an index."""
    if format_ is not None:
        chosen("--format", format_, FORMATS)
    if stdout and len(dept or ()) != 1:
        raise UsageError(N_("--stdout prints one sheet: name one department with --dept"))
    session = Session.open(plan, lang, color)
    entries = [session.entry(name) for name in dept or ()]
    if _refused(session):
        return 1
    formats = tuple(form for form in FORMATS if format_ in {None, form})
    revisions = _revisions(session, changed_since) if changed_since is not None else None
    with _template_mistakes(session) as mistakes:
        if stdout:
            if revisions is not None and entries[0].name not in revisions:
                said = session.words.gettext("note: nothing changed that reaches {name}")
                print(said.format(name=entries[0].name), file=sys.stderr)
            _, text = next(session.project.documents(entries, formats[-1:], as_of=as_of, revisions=revisions))
            sys.stdout.buffer.write(text.encode(errors="replace"))
        else:
            _write(session, entries, Wanted(formats, as_of, revisions), out)
    return int(bool(mistakes))


@contextmanager
def _template_mistakes(session: Session) -> Iterator[list[Diagnostic]]:
    """Show a template's mistake as what it is: a finding at a place."""
    from plancli.render.faults import TemplateFault

    mistakes: list[Diagnostic] = []
    try:
        yield mistakes
    except TemplateFault as fault:
        mistakes.append(session.project.template_mistake(fault, session.language))
        sys.stderr.write(session.text(mistakes, sys.stderr, templates=fault.path.parent))


def _refused(session: Session) -> bool:
    """A plan with errors is not rendered: a sheet that leaves something out looks like one that does not."""
    refused = session.project.has_errors
    if refused:
        errors = [each for each in session.diagnostics if each.severity is Severity.ERROR]
        sys.stderr.write(session.text(errors, sys.stderr) + "\n")
        print(session.words.gettext("nothing was rendered: mend the errors first"), file=sys.stderr)
    return refused


@dataclass(frozen=True)
class Wanted:
    """How sheets shall be."""

    formats: tuple[Format, ...]
    as_of: str
    revisions: Mapping[str, RevisionView] | None


def _revisions(session: Session, since: str) -> Mapping[str, RevisionView]:
    """What changed for everybody since a revision."""
    from plancli.comparing import compare
    from plancli.source.sides import sides
    from plancli.views.comparison import Called, comparison_view
    from plancli.views.revision import revisions

    project = session.project
    old, new = sides(project.folder, Path.cwd(), [since])
    if new.what != "worktree":
        raise UsageError(
            N_("--changed-since takes one revision, not a range: {range}"),
            help=N_("the sheets are those of the plan as it is now"),
            range=since,
        )
    compared = compare(old.source, project.source)
    if compared.errors[0]:
        print(incomplete(since, compared.errors[0], session.words), file=sys.stderr)
    return revisions(comparison_view(compared.comparison, project.words(), Called(since, "", compared.errors)))


def _write(session: Session, entries: list[Entry], how: Wanted, out: Path | None) -> None:
    from plancli.write import write_documents

    folder = out or session.project.root / "build"
    everything = not entries and how.revisions is None
    wanted = entries or list(session.project.plan.register.entries)
    if how.revisions is not None:
        wanted = [entry for entry in wanted if entry.name in how.revisions]
    if not wanted:
        print(session.words.gettext("nothing changed that reaches a department: no sheet was made"))
        return
    with _progress(session, len(wanted) * len(how.formats)) as step:
        documents = session.project.documents(
            wanted, how.formats, as_of=how.as_of, index=everything, revisions=how.revisions, step=step
        )
        written = write_documents(folder, documents, everything=everything)
    if everything:
        said = session.words.gettext("wrote {count} documents to {folder}; begin with {index}")
        index = shown(folder / "index.html")
        print(said.format(count=len(written), folder=shown(folder), index=index))
    else:
        for path in written:
            print(shown(path))


@contextmanager
def _progress(session: Session, documents: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal, where there is something to wait for."""
    is_long = documents * len(session.project.plan.tasks) >= MANY * MANY
    with watching(is_long=is_long, colours=session.colours(sys.stderr)) as begin:
        yield begin(session.words.gettext("rendering"), documents)
