"""The app: its commands, and help and usage errors in the reader's language."""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main

from plancli.cli.listing import list_tasks, show
from plancli.cli.render import render
from plancli.cli.rules import explain, rules
from plancli.cli.validate import validate
from plancli.errors import UsageError
from plancli.messages import N_, Catalog
from plancli.suggest import similar

COMMANDS: dict[str, Callable[..., int]] = {
    "validate": validate,
    "render": render,
    "list": list_tasks,
    "show": show,
    "rules": rules,
    "explain": explain,
}

_ABOUT = N_("Check a government action plan kept as YAML, and render each department's responsibility sheet.")
_HELP_OPTION = N_("Show this help.")
_VERSION_OPTION = N_("Show plancli's version.")
TYPERS_OWN = (N_("Options"), N_("Commands"), N_("Arguments"), N_("required"), N_("default: {default}"))
"""What Typer itself looks up in our catalogue."""


def run(arguments: list[str], words: Catalog) -> int:
    """Parse the command line, run the command, and give its exit code.

    Raises:
        UsageError: When the command line is wrong.
    """
    command = _in_language(_group(), words)
    if arguments and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        raise UsageError(
            N_("there is no command “{name}”"),
            help=N_("plancli --help lists the commands"),
            suggestions=similar(arguments[0], COMMANDS),
            name=arguments[0],
        )
    try:
        return int(command.main(args=arguments or ["--help"], prog_name="plancli", standalone_mode=False) or 0)
    except typer.TyperException as error:
        raise _usage_error(error) from error
    except typer.Abort:
        raise KeyboardInterrupt from None


def _group() -> Any:  # noqa: ANN401 - Typer keeps the class of its commands to itself
    app = typer.Typer(
        help=_ABOUT,
        add_completion=False,
        rich_markup_mode=None,  # Rich's help costs 100 ms at every start
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name, function in COMMANDS.items():
        app.command(name)(function)

    @app.callback()
    def version(version: Annotated[bool, typer.Option("--version", help=_VERSION_OPTION)] = False) -> None:
        """Stand here for the help; the edge answers `--version` before the app is built."""
        del version

    return typer.main.get_command(app)


def _in_language(group: Any, words: Catalog) -> Any:  # noqa: ANN401 - see _group
    """Put every help text into the reader's language."""
    _speak(words)
    for command in (group, *group.commands.values()):
        told = " ".join((command.help or "").split())
        command.help = words.gettext(told)
        for parameter in command.params:
            if getattr(parameter, "help", None):
                parameter.help = words.gettext(parameter.help)
            if parameter.metavar:
                parameter.metavar = words.gettext(parameter.metavar)
    group.help = words.gettext(_ABOUT)
    return group


def _speak(words: Catalog) -> None:
    """Typer looks its own headings up in the process's gettext domain: give it ours."""
    language = words.info().get("language", "en")
    gettext.bindtextdomain("plancli", str(Path(__file__).parent.parent / "locale"))
    gettext.textdomain("plancli")
    os.environ["LANGUAGE"] = language


def _usage_error(error: typer.TyperException) -> UsageError:
    """Our own words for what Typer found, chosen by what it carries."""
    kind = type(error).__name__
    help_ = N_("plancli {command} --help shows how it is used")
    command = getattr(getattr(error, "cmd", None), "name", None) or ""
    option = getattr(error, "option_name", None)
    if kind == "NoSuchOption":
        found = similar(str(option), getattr(error, "possibilities", None) or ())
        return UsageError(
            N_("there is no option {option}"),
            help=help_,
            suggestions=found,
            option=str(option),
            command=command,
        )
    if kind == "MissingParameter":
        name = getattr(error, "param", None)
        return UsageError(
            N_("{name} is missing"),
            help=help_,
            name=getattr(name, "metavar", None) or str(name),
            command=command,
        )
    if option:
        return UsageError(N_("the option {option} needs a value"), help=help_, option=str(option), command=command)
    return UsageError(N_("wrong usage: {reason}"), help=help_, reason=error.format_message(), command=command)
