"""An app with plancli's commands and options that does nothing: what starting such a program costs by itself.

`python -m bench.empty FOLDER` writes it, made from plancli's own table of commands, so that it is never out of date.
In a process of its own, because a child's peak of memory counts what its parent had when it was started.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo

from plancli.cli.app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCRIPT = "empty"
MODULE = "empty_app"

_HEAD = '''"""Nothing but a command line."""

from pathlib import Path
from typing import Annotated

import typer
from _ruamel_yaml import CParser
from pydantic import BaseModel

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def version(version: Annotated[bool, typer.Option("--version")] = False) -> None:
    """Do nothing."""
'''

# as pip writes it for an entry point
_SCRIPT = f"""#!{{python}}
# -*- coding: utf-8 -*-
import re
import sys
from {MODULE} import app
if __name__ == '__main__':
    sys.argv[0] = re.sub(r'(-script\\.pyw|\\.exe)?$', '', sys.argv[0])
    sys.exit(app())
"""


def write(folder: Path) -> None:
    """Write the app and the script that starts it."""
    source = _HEAD + "".join(_command(name, function) for name, function in COMMANDS.items())
    (folder / f"{MODULE}.py").write_text(source, encoding="utf-8")
    (folder / SCRIPT).write_text(_SCRIPT.format(python=sys.executable), encoding="utf-8")


def _command(name: str, function: Callable[..., int]) -> str:
    parameters = ", ".join(_parameters(function))
    identifier = name.replace("-", "_")
    return f'\n\n@app.command("{name}")\ndef _{identifier}({parameters}) -> None:\n    """Do nothing."""\n'


def _parameters(function: Callable[..., int]) -> Iterator[str]:
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        kind, told = get_args(hints[name])
        default = "" if parameter.default is parameter.empty else f" = {_written(parameter.default)}"
        yield f"{name}: Annotated[{_named(kind)}, {_told(told)}]{default}"


def _written(default: object) -> str:
    return f"Path({str(default)!r})" if isinstance(default, Path) else repr(default)


def _named(kind: Any) -> str:  # noqa: ANN401 - a type, as typing knows it
    if get_origin(kind) is UnionType:
        return " | ".join(map(_named, get_args(kind)))
    if get_origin(kind) is not None:
        return f"{get_origin(kind).__name__}[{', '.join(map(_named, get_args(kind)))}]"
    return "None" if kind is type(None) else str(kind.__name__)


def _told(told: Any) -> str:  # noqa: ANN401 - Typer's description of an option or argument
    kind = "Argument" if isinstance(told, ArgumentInfo) else "Option"
    names = [told.default] if isinstance(told.default, str) else []  # where Typer puts the first name in `Annotated`
    said = [f"{key}={getattr(told, key)!r}" for key in ("help", "metavar", "envvar", "show_default")]
    return f"typer.{kind}({', '.join([*map(repr, [*names, *(told.param_decls or ())]), *said])})"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
