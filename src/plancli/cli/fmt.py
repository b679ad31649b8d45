"""`plancli fmt`: the plan's files in their canonical form."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancli.cli.candidates import complete_task
from plancli.cli.desk import Desk
from plancli.cli.fixing import changes
from plancli.cli.options import ColorOption, LangOption, PlanOption  # noqa: TC001 - Typer reads the annotations
from plancli.cli.session import shown
from plancli.errors import UsageError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.edit.format import Formatting
    from plancli.messages import Catalog
    from plancli.source.folder import Folder

NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("[FILE|TASK]..."),
        help=N_("files and folders of the plan, and ids of tasks; the whole plan if none"),
        autocompletion=complete_task,
    ),
]
CheckOption = Annotated[
    bool,
    typer.Option("--check", help=N_("write nothing; name the files that would change, and exit with 1 if any would")),
]
DiffOption = Annotated[bool, typer.Option("--diff", help=N_("like --check, but show the changes as a unified diff"))]


def fmt(
    names: NamesArgument = None,
    check: CheckOption = False,
    diff: DiffOption = False,
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Lay the plan's files out in one and the same way: what they say stays, and every comment."""
    only_look = check or diff
    desk = Desk.begin(plan, lang, color, only_look)
    from plancli.edit.format import formatting
    from plancli.source import folder

    source = folder.Folder(desk.folder)
    found = formatting(source, _chosen(source, names or ()))
    if not only_look:
        from plancli.edit.rewrite import rewrite

        rewrite(found.files, desk.folder)
    if diff:
        from plancli.report.unified import unified

        sys.stdout.write(unified(changes(found.files), colour=desk.colour))
    else:
        for file in found.files:
            print(_named(desk.words, shown(file.path), wrote=not check))
    sys.stdout.flush()
    _conclude(desk.words, found, wrote=not only_look)
    return int(bool(found.refused or (only_look and found.files)))


def _chosen(source: Folder, names: Sequence[str]) -> list[str]:
    """The files that are meant, in the plan's order, each once.

    Raises:
        UsageError: For what is no file, folder or task of the plan.
    """
    from plancli.model.plan import HEADER_PATH, REGISTER_PATH

    there = [path for path in (HEADER_PATH, REGISTER_PATH) if (source.root / path).exists()] + source.task_paths()
    meant = {path for name in names for path in _meant(source.root, name, there)}
    return [path for path in there if path in meant] if names else there


def _meant(root: Path, name: str, there: list[str]) -> list[str]:
    """The files that a name leads to: from here, from the plan's folder, or as a task's id."""
    from plancli.model.plan import task_path

    here, folder = Path(os.path.abspath(name)), Path(os.path.abspath(root))  # noqa: PTH100 - `resolve` would follow links
    if folder.is_relative_to(here):
        return there
    paths = [here.relative_to(folder).as_posix()] if here.is_relative_to(folder) else []
    for path in (*paths, name.replace(os.sep, "/").rstrip("/"), task_path(name)):
        if found := [each for each in there if each == path or each.startswith(f"{path}/")]:
            return found
    raise _unknown(name, there)


def _unknown(name: str, there: list[str]) -> UsageError:
    from plancli.diagnostics import task_of
    from plancli.source.folder import SUFFIX
    from plancli.suggest import similar

    names = [task_of(path) or path for path in there]
    return UsageError(
        N_("the plan has no file and no task “{name}”"),
        help=N_("name a file, or a task by its id: the name of its file without .yaml"),
        suggestions=similar(Path(name).name.removesuffix(SUFFIX), names),
        name=name,
    )


def _named(words: Catalog, path: str, *, wrote: bool) -> str:
    pattern = words.gettext("formatted: {path}") if wrote else words.gettext("would be formatted: {path}")
    return pattern.format(path=path)


def _conclude(words: Catalog, found: Formatting, *, wrote: bool) -> None:
    """Say why files were left as they are, and how many there are of each kind."""
    for _, error in found.refused:
        print(words.gettext("error: ") + words.gettext(error.message).format_map(error.facts), file=sys.stderr)
        print("   = " + words.gettext("help: ") + words.gettext(error.help).format_map(error.facts), file=sys.stderr)
    print(words.gettext("; ").join(_counts(words, found, wrote=wrote)), file=sys.stderr)


def _counts(words: Catalog, found: Formatting, *, wrote: bool) -> Iterator[str]:
    changed, refused = len(found.files), len(found.refused)
    if changed and wrote:
        yield words.ngettext("{n} file formatted", "{n} files formatted", changed).format(n=changed)
    elif changed:
        yield words.ngettext("{n} file would be formatted", "{n} files would be formatted", changed).format(n=changed)
    if kept := found.count - changed - refused:
        yield words.ngettext("{n} file is well formatted", "{n} files are well formatted", kept).format(n=kept)
    if refused:
        yield words.ngettext("{n} file left as it is", "{n} files left as they are", refused).format(n=refused)
