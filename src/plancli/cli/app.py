"""The app and its commands. To add one: write it in a module of its own, and enter it in `COMMANDS`."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.main

from plancli.cli.completion import completion
from plancli.cli.confirm import confirm
from plancli.cli.diff import diff
from plancli.cli.fmt import fmt
from plancli.cli.help import classes, usage_error
from plancli.cli.import_document import import_document
from plancli.cli.listing import list_tasks, show
from plancli.cli.log import log
from plancli.cli.recover import recover
from plancli.cli.rename import rename_dept, rename_task
from plancli.cli.render import render
from plancli.cli.rules import explain, rules
from plancli.cli.schema import schema
from plancli.cli.validate import validate
from plancli.errors import UsageError
from plancli.messages import N_
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.messages import Catalog

COMMANDS: dict[str, Callable[..., int]] = {
    "validate": validate,
    "fmt": fmt,
    "render": render,
    "list": list_tasks,
    "show": show,
    "diff": diff,
    "log": log,
    "rename-dept": rename_dept,
    "rename-task": rename_task,
    "import": import_document,
    "confirm": confirm,
    "recover": recover,
    "rules": rules,
    "explain": explain,
    "schema": schema,
    "completion": completion,
}

_INTERRUPTED = 130
"""What some versions of Typer make of an interrupt, without a word."""


def run(arguments: list[str], words: Catalog) -> int:
    """Parse the command line, run the command, and give its exit code.

    Raises:
        UsageError: When the command line is wrong.
    """
    if arguments == ["help"]:
        arguments = ["--help"]
    if arguments and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        raise UsageError(
            N_("there is no command “{name}”"),
            help=N_("plancli --help lists the commands"),
            suggestions=similar(arguments[0], COMMANDS),
            name=arguments[0],
        )
    try:
        code = int(group(words).main(args=arguments or ["--help"], prog_name="plancli", standalone_mode=False) or 0)
    except typer.TyperException as error:
        raise usage_error(error, arguments[0] if arguments and arguments[0] in COMMANDS else "", words) from error
    except SystemExit:  # Typer's answer to a closed pipe, with an exit code that says "findings"
        raise BrokenPipeError(errno.EPIPE, "") from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    if code == _INTERRUPTED:
        raise KeyboardInterrupt
    return code


def group(words: Catalog) -> Any:  # noqa: ANN401 - Typer keeps its classes to itself
    """The commands as Typer makes them, with their help in the reader's language."""
    return typer.main.get_command(_app(words))


def _app(words: Catalog) -> typer.Typer:
    app_class, command_class = classes(words)
    app = typer.Typer(
        cls=app_class,
        add_completion=False,
        rich_markup_mode=None,  # Rich's help costs 100 ms at every start
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name, function in COMMANDS.items():
        app.command(name, cls=command_class, context_settings={"allow_extra_args": True})(function)
    app.callback()(about)
    return app


def about(
    version: Annotated[bool, typer.Option("--version", help=N_("show plancli's version and exit"))] = False,
) -> None:
    """Check a government action plan kept as YAML, and render each department's responsibility sheet."""
    del version  # the edge answers it before the app is built
