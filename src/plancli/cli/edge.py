"""The edge between the program and the world: languages, streams, signals, exit codes, last resorts.

Every way out of every command leads through `main`: nobody sees a traceback.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plancli import __version__, messages
from plancli.errors import PlancliError, UsageError

if TYPE_CHECKING:
    from plancli.messages import Catalog

OK, FOUND, WRONG_USAGE, CANNOT_RUN, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141
"""Exit codes, as `docs` and the README promise them."""

GLOBAL_OPTIONS = ("--plan", "--lang", "--color")
"""Options that may stand before the command."""

COMPLETE = "_PLANCLI_COMPLETE"
"""The variable by which a shell asks what can be typed."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    gc.disable()  # a command makes no garbage worth looking for, and is over soon
    # pydantic would look through every installed distribution for plugins: 12 ms, and code that we did not choose
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _open_streams()
    if COMPLETE in os.environ:
        _complete()
    arguments = sys.argv[1:] if arguments is None else arguments
    asked = _asked_language(arguments)
    words = messages.catalog(messages.preferred(asked) or messages.LANGUAGES[0])
    _make_streams_safe()
    try:
        code = _run(_hoisted(arguments), words, asked)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say(words.gettext("interrupted; no file was left incomplete"))
        code = INTERRUPTED
    except OSError as error:
        code = _system_failed(error, words)
    with suppress(OSError):
        sys.stderr.flush()
    # The interpreter has nothing left to do: freeing ten thousand tasks one by one takes longer than checking them.
    os._exit(code)


def _complete() -> None:
    """Answer a shell, and leave: in the middle of typing nobody wants to read of a mistake, whatever it is."""
    with suppress(Exception):
        from plancli.cli.completion import answer_shell

        answer_shell()
    os._exit(OK)


def _run(arguments: list[str], words: Catalog, language: str | None) -> int:
    try:
        if language is not None:
            _check_language(language)
        if arguments == ["--version"]:
            print(f"plancli {__version__}")
            return OK
        return _command(arguments, words)
    except PlancliError as error:
        _complain(words, error)
        return error.exit_code
    except OSError:
        raise
    except Exception:  # noqa: BLE001 - the last resort: a bug of ours must be reportable, and is no traceback to users
        _own_fault(words)
        return CANNOT_RUN


def _check_language(language: str) -> None:
    """Refuse a language that we do not speak, also where only help is asked for."""
    if language not in messages.LANGUAGES:
        from plancli.cli.options import chosen

        chosen("--lang", language, messages.LANGUAGES)


def _command(arguments: list[str], words: Catalog) -> int:
    from plancli.cli.app import run

    return run(arguments, words)


def _complain(words: Catalog, error: PlancliError) -> None:
    facts = {name: words.gettext(fact) if name == "reason" and fact else fact for name, fact in error.facts.items()}
    _say(words.gettext("error: ") + words.gettext(error.message).format_map(facts))
    suggestions = error.suggestions if isinstance(error, UsageError) else ()
    if suggestions:
        _say("   = " + words.gettext("did you mean {names}?").format(names=words.gettext(", ").join(suggestions)))
    if error.help:
        _say("   = " + words.gettext("help: ") + words.gettext(error.help).format_map(error.facts))


def _own_fault(words: Catalog) -> None:
    """Say that it is our mistake, and keep what is needed to find it."""
    error = sys.exc_info()[1]
    frames = traceback.extract_tb(error.__traceback__) if error else []
    where = [f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-6:]]  # noqa: PTH119 - a name, not a path
    _say(words.gettext("error: this is a bug in plancli, not in your plan"))
    _say("   = " + words.gettext("help: report it with the lines below; no file was left incomplete"))
    _say(f"     plancli {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    _say(f"     {type(error).__name__}: {str(error)[:300]}")
    for line in where:
        _say(f"     {line}")


def _system_failed(error: OSError, words: Catalog) -> int:
    """A closed pipe, silently; a full disk behind a redirection; whatever else the system refuses."""
    _abandon_output()
    if error.errno in {errno.EPIPE, errno.ESHUTDOWN}:
        return PIPE_CLOSED
    reason = words.gettext(error.strerror) if error.strerror else str(error)
    if error.filename:
        said = words.gettext("{path}: {reason}").format(path=error.filename, reason=reason)
    else:
        said = words.gettext("the output cannot be written: {reason}").format(reason=reason)
    _say(words.gettext("error: ") + said)
    return CANNOT_RUN


def _abandon_output() -> None:
    """Keep the interpreter from trying once more to write what nobody reads."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _say(line: str) -> None:
    with suppress(OSError):  # where nobody can be told, the exit code still says it
        print(_visible(line), file=sys.stderr, flush=True)


def _visible(line: str) -> str:
    return "".join(
        char if char.isprintable() or char == "\t" else char.encode("unicode_escape", "backslashreplace").decode()
        for char in line
    )


def _open_streams() -> None:
    """A program started with a stream closed (`>&-`) has none: it gets one that leads nowhere."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False))


def _make_streams_safe() -> None:
    """What a terminal's encoding lacks is escaped, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _asked_language(arguments: list[str]) -> str | None:
    """`--lang` is needed before the help and the usage errors can be worded."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


def _hoisted(arguments: list[str]) -> list[str]:
    """Options that every command has may stand before it (`plancli --lang en validate`), and beside `--help` alone."""
    leading: list[str] = []
    rest = list(arguments)
    while rest and rest[0].partition("=")[0] in GLOBAL_OPTIONS:
        taken = 1 if "=" in rest[0] else 2
        leading += rest[:taken]
        rest = rest[taken:]
    if rest and not rest[0].startswith("-"):
        return [*rest[:1], *leading, *rest[1:]]
    return rest[:1]
