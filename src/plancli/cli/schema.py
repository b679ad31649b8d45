"""`plancli schema`: what editors have to know to complete and check the plan's files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.options import ColorOption, LangOption, PlanOption, chosen
from plancli.cli.session import Session, shown
from plancli.errors import UsageError
from plancli.messages import N_

FILES = ("plan", "departments", "task")


FileArgument = Annotated[
    str | None, typer.Argument(metavar="|".join(FILES), help=N_("which kind of file; with --out, all three if none"))
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar=N_("FOLDER"), help=N_("write files to this folder, for editors"))
]


def schema(
    file: FileArgument = None,
    plan: PlanOption = None,
    out: OutOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Give editors a JSON Schema of the plan's files that knows its departments and tasks."""
    if file is not None:
        chosen("plancli schema", file, FILES)
    elif out is None:
        raise UsageError(
            N_("a schema is printed for one kind of file: {choices}"),
            help=N_("plancli schema --out build/schema writes all three"),
            choices=" | ".join(FILES),
        )
    session = Session.open(plan, lang, color)
    from plancli.schema.documents import document, file_name

    wanted = (file,) if file else FILES
    documents = {file_name(each): document(session.project.plan, each) for each in wanted}
    if out is None:
        sys.stdout.buffer.write("".join(documents.values()).encode(errors="replace"))
        return 0
    from plancli.write import write_documents

    for path in write_documents(out, documents):
        print(shown(path))
    return 0
