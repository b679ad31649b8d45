"""What `diff` prints: the changes in each of its formats."""

from __future__ import annotations

import posixpath
import sys
from typing import TYPE_CHECKING

from plancli.cli.session import shown, terminal_width
from plancli.errors import PlancliError

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.cli.comparison import Run
    from plancli.source.sides import Side
    from plancli.views.changes import ComparisonView

FORMATS = ("text", "md", "html", "json", "github")

_FOR_FILES = frozenset({"json", "html", "md"})


def printed(run: Run, view: ComparisonView, format_: str, by: str, *, colour: bool) -> str:
    """The comparison in a format.

    Args:
        run: The comparison.
        view: As much of it as is to be shown, in the words of who reads it.
        format_: One of `FORMATS`.
        by: What text is grouped by: `task`, `dept` or `kind`.
        colour: Whether to paint text.
    """
    positions = run.compared.positions
    if format_ == "json":
        from plancli.report.changes_json import to_json

        return to_json(view, positions, _both(run, _as_found))
    if format_ == "github":
        from plancli.report.changes_github import workflow_commands

        # GitHub takes paths from the repository's top, also those of a revision.
        return workflow_commands(view, positions, _both(run, _from_the_top), run.words)
    if format_ == "md":
        from plancli.report.changes_markdown import pull_request_comment

        return pull_request_comment(view, run.words, command=run.command)
    if format_ == "html":
        return _page(run, view)
    from plancli.report.changes_text import render_changes

    width = terminal_width(sys.stdout) if sys.stdout.isatty() else None
    return render_changes(view, run.words, by=by, department=view.department, width=width, colour=colour)


def encoding(format_: str) -> tuple[str, str]:
    """Files get UTF-8; people what their terminal shows, the rest escaped."""
    return ("utf-8", "replace") if format_ in _FOR_FILES else (sys.stdout.encoding or "utf-8", "backslashreplace")


def _page(run: Run, view: ComparisonView) -> str:
    from plancli.render.renderer import Renderer
    from plancli.views.revision_table import revision_table

    old, new = run.compared.comparison.old.plan, run.compared.comparison.new.plan
    folder = next((side.folder for side in reversed(run.sides) if side.what == "worktree"), None)
    renderer = Renderer(new.header.language, folder.parent / "templates" if folder else None)
    return renderer.changes(revision_table(view, new, run.documents, old))


Shown = tuple["Callable[[str], str]", "Callable[[str], str]"]
"""The path to show for a path of each side's plan."""


def _both(run: Run, shown_on: Callable[[Side], Callable[[str], str]]) -> Shown:
    old, new = map(shown_on, run.sides)
    return old, new


def _as_found(side: Side) -> Callable[[str], str]:
    """A path as the reader finds it: on the disk, or as git names it in a revision."""
    folder, source = side.folder, side.source
    if folder is not None:
        return lambda path: shown(folder / path)
    if side.what == "document":
        return lambda path: f"{side.name}:{path}"
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
    return _as_found(side) if folder is None else lambda path: posixpath.join(folder, path)
