"""Exceptions that mean "cannot go on"; a mistake in a plan is never one of them.

They carry an untranslated message and its facts, and the command line's edge puts them into words, so
that nothing below `cli` needs to know the reader's language.
"""

from __future__ import annotations

from plancli.messages import N_


class PlancliError(Exception):
    """Why a command cannot go on, with a way out.

    Attributes:
        message: An English message id with ``{name}`` fields.
        help: What the person can do, likewise.
        facts: What fills the fields.
        exit_code: What the program returns: 2 for wrong usage, 3 for "could not run".
    """

    exit_code = 3
    message = ""
    help = ""

    def __init__(self, message: str = "", *, help: str = "", **facts: str) -> None:  # noqa: A002 - the word users read
        """Keep the message id and facts apart until somebody knows the language."""
        self.message = message or self.message
        self.help = help or self.help
        self.facts = facts
        super().__init__(self.message.format_map(facts))


REASONS = (
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Read-only file system"),
    N_("Input/output error"),
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File name too long"),
    N_("Device or resource busy"),
    N_("Too many open files"),
)
"""Why a system most often refuses, in its own English words; `gettext` knows them, others stay as they are."""


class NoPlanError(PlancliError):
    """There is no plan where one was looked for."""

    message = N_("no plan found in {folder}: there is no plan.yaml here, in plan/, or in a folder above")
    help = N_("change to the project's folder, or name the plan: --plan FOLDER")


class NoPlanThereError(NoPlanError):
    """There is no plan in the folder that was named."""

    message = N_("there is no plan.yaml in {folder}, nor in a folder plan/ inside it")
    help = N_("--plan takes the folder with plan.yaml, or the one that holds it as plan/")


class UnreadablePlanError(PlancliError):
    """The plan's folder cannot be listed."""

    message = N_("the folder {folder} cannot be read: {reason}")
    help = N_("check that it exists and that you may read it")


class LinkedFolderError(PlancliError):
    """A folder of the plan is a link, which may lead out of it."""

    message = N_("the folder {folder} is a link, and links are not followed")
    help = N_("put the folder itself in its place")


class CannotWriteError(PlancliError):
    """A document could not be written; what was there before still is."""

    message = N_("{path} cannot be written: {reason}")
    help = N_("check the free space, and your rights on that file and its folder; nothing was left half-written")


class InterruptedWriteError(PlancliError):
    """A change of several plan files was cut short: half of it would be a plan that nobody wrote."""

    message = N_("a change of the plan in {folder} was interrupted: some of its files are new, others are not yet")
    help = N_("run plancli recover: it finishes the change, and nothing is lost")


class UsageError(PlancliError):
    """The command line names something that does not exist, or does not fit."""

    exit_code = 2

    def __init__(
        self,
        message: str,
        *,
        help: str = "",  # noqa: A002 - the word users read
        suggestions: tuple[str, ...] = (),
        **facts: str,
    ) -> None:
        """Like any other, with the names that may have been meant."""
        super().__init__(message, help=help, **facts)
        self.suggestions = suggestions
