"""Help and usage errors in the reader's language.

Typer's own help pages are English, and count a Chinese character as one cell; these are made here from what Typer knows
of a command.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from plancli.errors import UsageError
from plancli.messages import N_, Catalog
from plancli.report.cells import cells
from plancli.report.wrapping import wrapped
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST = 100
"""Cells of a line of help, on wider terminals too."""


def classes(words: Catalog) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """The classes of the app and of its commands, with their help in one language."""

    class Spoken:
        """A command that tells how it is used."""

        def get_help(self: Any, context: Any) -> NoReturn:  # noqa: ANN401 - Typer keeps these classes to itself
            """Print the page here: Typer would open stdout anew, in an encoding of its own choice."""
            print(page(self, context, words))
            raise typer.Exit

    class Command(Spoken, TyperCommand):
        """A command; what it does not take is told in our words."""

        def invoke(self, context: Any) -> Any:  # noqa: ANN401 - see above
            if context.args:
                raise surplus(str(self.name), context.args)
            return super().invoke(context)

    class Group(Spoken, TyperGroup):
        """The app."""

    return Group, Command


def page(command: Any, context: Any, words: Catalog) -> str:  # noqa: ANN401 - see classes
    """A command's help page."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return "\n".join(line.rstrip() for line in _page(command, context, words, width))


def _page(command: Any, context: Any, words: Catalog, width: int) -> Iterator[str]:  # noqa: ANN401 - see classes
    _ = words.gettext
    commands = dict(getattr(command, "commands", {}))
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = [context.command_path, _("[OPTIONS]"), *(_(each.metavar) for each in arguments)]
    yield _("Usage: ") + " ".join([*usage, _("COMMAND [ARGUMENTS]...")] if commands else usage)
    yield ""
    yield from wrapped(_(_told(command)), width - 2, "  ")
    yield from _table(_("Arguments:"), [(_(each.metavar), _(each.help)) for each in arguments], width)
    helping = (", ".join(context.help_option_names), _("show this help and exit"))
    yield from _table(_("Options:"), [*(_option(each, words) for each in options), helping], width)
    yield from _table(_("Commands:"), [(name, _(_told(each))) for name, each in commands.items()], width)


def _told(command: Any) -> str:  # noqa: ANN401 - see classes
    return " ".join((command.help or "").split())


def _option(option: Any, words: Catalog) -> tuple[str, str]:  # noqa: ANN401 - see classes
    name = ", ".join(option.opts)
    metavar = words.gettext(option.metavar) if option.metavar else ""
    told = words.gettext(option.help)
    if option.default and option.show_default:
        told += words.gettext(" (default: {default})").format(default=option.default)
    return f"{name} {metavar}".rstrip(), told


def _table(heading: str, rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield heading
    indent = min(max(cells(name) for name, _ in rows), width // 3) + 4
    for name, told in rows:
        first, *rest = list(wrapped(told, width - indent, ""))
        if cells(name) + 4 > indent:
            yield f"  {name}"
            rest = [first, *rest]
        else:
            yield f"  {name}{' ' * (indent - 2 - cells(name))}{first}"
        for line in rest:
            yield " " * indent + line


def usage_error(error: typer.TyperException, command: str, words: Catalog) -> UsageError:
    """Our own words for what Typer found, chosen by what the error carries.

    Args:
        error: Typer's.
        command: The command that was called, or empty.
        words: The reader's language, for the name of what is missing.
    """
    facts: dict[str, Any] = {"command": command, "option": str(getattr(error, "option_name", None) or "")}
    help_ = N_("plancli {command} --help shows how it is used") if command else N_("plancli --help lists the commands")
    match type(error).__name__:
        case "NoSuchOption":
            found = similar(facts["option"], getattr(error, "possibilities", None) or ())
            return UsageError(N_("there is no option {option}"), help=help_, suggestions=found, **facts)
        case "MissingParameter":
            metavar = str(getattr(getattr(error, "param", None), "metavar", None))
            return UsageError(N_("{name} is missing"), help=help_, name=words.gettext(metavar), **facts)
        case _:
            pass
    if facts["option"]:
        return UsageError(N_("the option {option} needs a value"), help=help_, **facts)
    return UsageError(N_("wrong usage: {reason}"), help=help_, reason=error.format_message(), **facts)


SURPLUS = {
    "list": N_("plancli list --dept {arguments} lists what is asked of a department"),
    "render": N_("plancli render --dept {arguments} renders a department's sheet"),
    "validate": N_("validate checks the whole plan; --plan names its folder"),
}
"""What somebody probably meant who gave a command an argument that it does not take."""


def surplus(command: str, arguments: list[str]) -> UsageError:
    """More arguments than a command takes."""
    help_ = SURPLUS.get(command, N_("plancli {command} --help shows how it is used"))
    facts = {"arguments": " ".join(arguments), "command": command}
    return UsageError(N_("unexpected argument: {arguments}"), help=help_, suggestions=(), **facts)
