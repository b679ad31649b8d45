"""What can stand where a command line breaks off: a command, an option, a value of an option or argument.

It is read from what Typer knows of the commands, so that a new command or option is completed without further ado: a
metavar such as `text|json` lists the values; names come from a parameter's `autocompletion`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.cli.command_line import CommandLine
    from plancli.messages import Catalog

_CHOICES = re.compile(r"[a-z0-9-]+(?:\|[a-z0-9-]+)+").fullmatch
_HELP = "--help"


class Candidate(NamedTuple):
    """What could be typed.

    Attributes:
        word: The whole word.
        told: What it means; empty where it speaks for itself.
    """

    word: str
    told: str = ""


class Completing:
    """The commands of the app, as far as they tell what can be typed."""

    def __init__(self, group: Any, everywhere: tuple[str, ...], words: Catalog) -> None:  # noqa: ANN401 - Typer keeps its classes to itself
        """Take the app.

        Args:
            group: The app, as Typer made it.
            everywhere: Options that may stand before the command.
            words: The reader's language.
        """
        self._group = group
        self._commands: dict[str, Any] = group.commands
        self._everywhere = everywhere
        self._words = words

    def candidates(self, line: CommandLine) -> Iterator[Candidate]:
        """What can stand in the place of a line's last word."""
        prefix, words, begun = _split(line)
        name, words = self._command(words)
        if name and name not in self._commands:
            return
        options = self._options(name)
        waiting, arguments = _read(options, words)
        if waiting is not None:
            found = self._values(waiting, name, words, begun)
        elif prefix:
            return  # an option that takes no value
        elif begun.startswith("-") and "--" not in words:
            found = self._told(options)
        elif not name:
            found = ((each, self._said(command)) for each, command in self._commands.items())
        else:
            found = self._arguments(name, words, len(arguments), begun)
        yield from (Candidate(prefix + word, told) for word, told in found if word.startswith(begun))

    def _command(self, words: list[str]) -> tuple[str, list[str]]:
        """The command's name, empty where none stands there yet, and the other words."""
        value = False
        for index, word in enumerate(words):
            if value or word.startswith("-"):
                value = not value and word in self._everywhere
            else:
                return word, words[:index] + words[index + 1 :]
        return "", words

    def _options(self, name: str) -> dict[str, Any]:
        """The options of a command by their names; without one, those of the app and those that may stand before it."""
        if name:
            return {opt: option for option in _options(self._commands[name]) for opt in option.opts}
        known = {opt: option for each in self._commands.values() for option in _options(each) for opt in option.opts}
        own = {opt: option for option in _options(self._group) for opt in option.opts}
        return {**own, **{opt: known[opt] for opt in self._everywhere}}

    def _told(self, options: dict[str, Any]) -> Iterator[tuple[str, str]]:
        for name, option in options.items():
            yield name, self._said(option)
        yield _HELP, self._words.gettext("show this help and exit")

    def _said(self, documented: Any) -> str:  # noqa: ANN401 - see above
        told = " ".join((documented.help or "").split())
        return self._words.gettext(told)

    def _arguments(self, name: str, words: list[str], count: int, begun: str) -> Iterator[tuple[str, str]]:
        """Values of the argument that comes next."""
        arguments = [each for each in self._commands[name].params if each.param_type_name == "argument"]
        for index, argument in enumerate(arguments):
            if index == count or (argument.nargs == -1 and index <= count):
                yield from self._values(argument, name, words, begun)

    def _values(self, parameter: Any, name: str, words: list[str], begun: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - see above
        if _CHOICES(parameter.metavar or ""):
            yield from ((choice, "") for choice in parameter.metavar.split("|"))
        elif name:
            context = self._commands[name].make_context(name, list(words), resilient_parsing=True)
            for item in parameter.shell_complete(context, begun):
                if item.type == "plain":
                    yield item.value, item.help or ""


def _split(line: CommandLine) -> tuple[str, list[str], str]:
    """Of `--dept=区` what is typed already, the whole words with the option among them, and the value so far."""
    option, equals, value = line.word.partition("=")
    if equals and option.startswith("--"):
        return f"{option}=", [*line.words, option], value
    return "", line.words, line.word


def _options(command: Any) -> list[Any]:  # noqa: ANN401 - see above
    return [each for each in command.params if each.param_type_name == "option"]


def _read(options: dict[str, Any], words: list[str]) -> tuple[Any, list[str]]:
    """The option that waits for its value, if one does, and the arguments so far."""
    waiting: Any = None
    arguments: list[str] = []
    only_arguments = False
    for word in words:
        if waiting:
            waiting = None
        elif word == "--" and not only_arguments:
            only_arguments = True
        elif word.startswith("-") and not only_arguments:
            option = options.get(word)
            waiting = option if option is not None and not option.is_flag else None
        else:
            arguments.append(word)
    return waiting, arguments
