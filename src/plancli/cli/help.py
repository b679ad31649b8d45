"""Help and usage errors in the reader's language."""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from plancli.errors import UsageError
from plancli.messages import N_, Catalog
from plancli.suggest import similar

if TYPE_CHECKING:
    import typer

TYPERS_OWN = (N_("Options"), N_("Commands"), N_("Arguments"), N_("required"), N_("default: {default}"))
"""What Typer itself looks up in the catalogue of the process."""


def classes(words: Catalog) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """The classes of the app and of its commands, with their help in one language."""
    _ = words.gettext

    class Spoken:
        """What Typer does not translate: the usage line and `--help` itself."""

        def format_usage(self: Any, context: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer keeps these classes to itself
            pieces = " ".join(self.collect_usage_pieces(context))
            formatter.write_usage(context.command_path, pieces, prefix=_("Usage: "))

        def get_help_option(self: Any, context: Any) -> Any:  # noqa: ANN401 - likewise
            option = super().get_help_option(context)  # type: ignore[misc]
            if option is not None:
                option.help = _("show this help and exit")
            return option

    class Command(Spoken, TyperCommand):
        """A command."""

    class Group(Spoken, TyperGroup):
        """The app."""

    return Group, Command


def translate(group: Any, words: Catalog) -> None:  # noqa: ANN401 - see classes
    """Put every help text and placeholder into the reader's language."""
    _use_for_headings(words)
    for command in (group, *group.commands.values()):
        told = " ".join((command.help or "").split())
        command.help = command.short_help = words.gettext(told)
        command.options_metavar = words.gettext(N_("[OPTIONS]"))
        for parameter in command.params:
            if getattr(parameter, "help", None):
                parameter.help = words.gettext(parameter.help)
            if parameter.metavar:
                parameter.metavar = words.gettext(parameter.metavar)
    group.subcommand_metavar = words.gettext(N_("COMMAND [ARGUMENTS]..."))


def _use_for_headings(words: Catalog) -> None:
    """Typer looks its headings up in the process's gettext domain: give it ours."""
    gettext.bindtextdomain("plancli", str(Path(__file__).parent.parent / "locale"))
    gettext.textdomain("plancli")
    os.environ["LANGUAGE"] = words.info().get("language", "en")


def usage_error(error: typer.TyperException) -> UsageError:
    """Our own words for what Typer found, chosen by what the error carries."""
    kind = type(error).__name__
    command = getattr(getattr(error, "cmd", None), "name", None) or ""
    facts: dict[str, Any] = {"command": command, "option": str(getattr(error, "option_name", None) or "")}
    help_ = N_("plancli {command} --help shows how it is used") if command else N_("plancli --help lists the commands")
    if kind == "NoSuchOption":
        found = similar(facts["option"], getattr(error, "possibilities", None) or ())
        return UsageError(N_("there is no option {option}"), help=help_, suggestions=found, **facts)
    if kind == "MissingParameter":
        parameter: Any = getattr(error, "param", None)
        facts["name"] = str(getattr(parameter, "metavar", None) or getattr(parameter, "name", ""))
        return UsageError(N_("{name} is missing"), help=help_, **facts)
    if facts["option"]:
        return UsageError(N_("the option {option} needs a value"), help=help_, **facts)
    return UsageError(N_("wrong usage: {reason}"), help=help_, reason=error.format_message(), **facts)
