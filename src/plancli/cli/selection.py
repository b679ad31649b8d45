"""`--select` and `--ignore`: which rules are asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.errors import UsageError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.checking import Choice

_BETWEEN = re.compile(r"[\s,，、]+")
"""What stands between names: also the commas that an input method gives."""


def chosen_rules(select: Iterable[str] | None, ignore: Iterable[str] | None) -> Choice:
    """The rules that the command line names.

    Raises:
        UsageError: For what is no rule, and for one that cannot be ignored.
    """
    from plancli.checking import Choice
    from plancli.rules import BY_NAME

    ignored = _named("--ignore", ignore or ())
    for name in ignored:
        if BY_NAME[name].is_load_error:
            raise UsageError(
                N_("“{name}” cannot be ignored: what could not be read is missing from every sheet"),
                help=N_("plancli explain {name} tells how to mend what it finds"),
                name=name,
            )
    return Choice(None if select is None else frozenset(_named("--select", select)), frozenset(ignored))


def _named(option: str, values: Iterable[str]) -> list[str]:
    return [_known(name) for value in values for name in _written(option, value)]


def _written(option: str, value: str) -> list[str]:
    names = [name for name in _BETWEEN.split(value) if name]
    if not names:
        help_ = N_("plancli rules lists all rules")
        raise UsageError(N_("the option {option} needs a value"), help=help_, option=option)
    return names


def _known(name: str) -> str:
    from plancli.rules import BY_NAME
    from plancli.suggest import similar

    if name not in BY_NAME:
        raise UsageError(
            N_("there is no rule “{name}”"),
            help=N_("plancli rules lists all rules"),
            suggestions=similar(name, BY_NAME),
            name=name,
        )
    return name
