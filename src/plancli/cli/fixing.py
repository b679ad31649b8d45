"""`plancli validate --fix`: mend what can be mended without asking, or show what that would change."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from plancli.cli.session import shown
from plancli.errors import UsageError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.cli.session import Session
    from plancli.edit.fixes import Mended
    from plancli.edit.rewrite import Rewrite
    from plancli.messages import Catalog
    from plancli.report.unified import FileChange

FixOption = Annotated[bool, typer.Option("--fix", help=N_("mend what plancli can mend safely, then print the rest"))]
UnsafeOption = Annotated[
    bool,
    typer.Option("--unsafe-fixes", help=N_("with --fix or --diff: also by fixes that you should look at afterwards")),
]
DiffOption = Annotated[
    bool, typer.Option("--diff", help=N_("show what --fix would write as a unified diff, and write nothing"))
]


def check_options(*, fix: bool, unsafe: bool, diff: bool, prints: str) -> None:
    """Refuse options that do not go together.

    Args:
        fix: Whether `--fix` is given.
        unsafe: Whether `--unsafe-fixes` is given.
        diff: Whether `--diff` is given.
        prints: An option that says what is printed; empty where that is plain text.

    Raises:
        UsageError: Where one of them would have no effect.
    """
    if unsafe and not fix and not diff:
        raise UsageError(N_("{option} goes with --fix or --diff"), option="--unsafe-fixes")
    if diff and prints:
        raise UsageError(N_("{option} prints its own text: it does not go with {other}"), option="--diff", other=prints)


def mended(session: Session, *, unsafe: bool) -> Session:
    """Mend the plan, and go on with what it is then.

    Raises:
        EditError: Where a file cannot be edited; then none is changed.
        CannotWriteError: Where one cannot be written; likewise.
    """
    from plancli.edit.rewrite import rewrite

    found = _mend(session, unsafe=unsafe)
    rewrite(found.files, session.project.folder)
    _note(session.words, found, wrote=True)
    return replace(session, project=replace(session.project, loaded=found.loaded))


def previewed(session: Session, *, unsafe: bool) -> int:
    """Show what would be written; the exit code says whether that is anything."""
    from plancli.report.unified import unified

    found = _mend(session, unsafe=unsafe)
    sys.stdout.write(unified(changes(found.files), colour=session.colours(sys.stdout)))
    _note(session.words, found, wrote=False)
    return int(bool(found.files))


def changes(files: Iterable[Rewrite]) -> Iterator[FileChange]:
    """What is written to files, as the reader sees them."""
    from plancli.report.unified import FileChange

    for file in files:
        name = shown(file.path)
        yield FileChange(name, name, (file.before or b"").decode(), (file.after or b"").decode())


def _mend(session: Session, *, unsafe: bool) -> Mended:
    from plancli.edit.fixes import mend

    project = session.project
    return mend(project.source, project.loaded, session.choice, unsafe=unsafe)


def _note(words: Catalog, found: Mended, *, wrote: bool) -> None:
    """Say how much was mended, or would be, and how much could not be."""
    for line in _notes(words, found, wrote=wrote):
        print(line, file=sys.stderr)


def _notes(words: Catalog, found: Mended, *, wrote: bool) -> Iterator[str]:
    files = words.ngettext("{n} file", "{n} files", len(found.files)).format(n=len(found.files))
    if found.count and wrote:
        said = words.ngettext("mended {n} finding in {files}", "mended {n} findings in {files}", found.count)
        yield said.format(n=found.count, files=files)
    elif found.count:
        said = words.ngettext("would mend {n} finding in {files}", "would mend {n} findings in {files}", found.count)
        yield said.format(n=found.count, files=files)
    if found.left:
        said = words.ngettext(
            "{n} fix was not made: its file has other errors, or a new error would come of it",
            "{n} fixes were not made: their files have other errors, or new errors would come of them",
            found.left,
        )
        yield said.format(n=found.left)
    if not found.count and not found.left:
        yield words.gettext("there is nothing that plancli could mend by itself")
