"""`plancli rename-dept` and `plancli rename-task`: a new name, wherever the plan has the old one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.candidates import complete_department, complete_task
from plancli.cli.desk import Desk
from plancli.cli.options import ColorOption, LangOption, PlanOption  # noqa: TC001 - Typer reads the annotations
from plancli.errors import UsageError
from plancli.messages import N_

DryRunOption = Annotated[
    bool,
    typer.Option("--diff", "--dry-run", help=N_("show what would be written as a unified diff, and write nothing")),
]


def rename_dept(
    old: Annotated[
        str,
        typer.Argument(metavar=N_("OLD"), help=N_("its name in departments.yaml"), autocompletion=complete_department),
    ],
    new: Annotated[str, typer.Argument(metavar=N_("NEW"), help=N_("what it shall be called"))],
    keep_alias: Annotated[
        bool, typer.Option("--keep-alias", help=N_("keep the old name as an alias, so that it stays known"))
    ] = False,
    dry_run: DryRunOption = False,
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Rename a department or group: its entry, and everything in the plan that names it."""
    desk = Desk.begin(plan, lang, color, dry_run)
    old, new = old.strip(), new.strip()
    if not new or not new.isprintable():
        raise UsageError(N_("“{name}” cannot be a name: it is empty, or has characters that do not show"), name=new)
    from plancli.edit.rename_department import rename_department

    renaming = rename_department(desk.folder, old, new, keep_alias=keep_alias)
    if desk.make(renaming):
        said = desk.words.ngettext(
            "renamed “{old}” to “{new}”: {places} places in {n} file",
            "renamed “{old}” to “{new}”: {places} places in {n} files",
            len(renaming.files),
        )
        print(said.format(old=old, new=new, places=renaming.places, n=len(renaming.files)))
    desk.note_prose(old, renaming.prose)
    return 0


def rename_task(
    old: Annotated[
        str,
        typer.Argument(
            metavar=N_("OLD"), help=N_("its id: the name of its file without .yaml"), autocompletion=complete_task
        ),
    ],
    new: Annotated[str, typer.Argument(metavar=N_("NEW"), help=N_("the id that it shall have"))],
    no_formerly: Annotated[
        bool,
        typer.Option(
            "--no-formerly",
            help=N_("do not write the old id into the task's file; comparisons then take it for another task"),
        ),
    ] = False,
    dry_run: DryRunOption = False,
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Give a task another id: rename its file, and change its entry in the outline."""
    desk = Desk.begin(plan, lang, color, dry_run)
    old, new = _id(old), _id(new)
    from plancli.edit.rename_task import rename_task as rename

    renaming = rename(desk.folder, old, new, formerly=not no_formerly)
    if desk.make(renaming):
        file = renaming.files[-1].path.as_posix()
        print(desk.words.gettext("renamed the task “{old}” to “{new}”: {file}").format(old=old, new=new, file=file))
    return 0


def _id(given: str) -> str:
    """An id, also where a shell completed the file's name."""
    return Path(given).stem if given.endswith(".yaml") else given
