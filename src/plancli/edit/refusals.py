"""Why a plan file is left as it is, and what a person can do instead."""

from __future__ import annotations

from plancli.errors import PlancliError
from plancli.messages import N_


class EditError(PlancliError):
    """A plan file cannot be edited; no file was changed."""


class MissingTaskError(EditError):
    """There is no such file."""

    message = N_("there is no task file {file}")
    help = N_("name a task by its id: the name of its file without .yaml")


class UnreadableTaskError(EditError):
    """The file cannot be read."""

    message = N_("{file} cannot be read: {reason}")
    help = N_("check that it is a regular file and that you may read it")


SPECIAL = N_("{file} is not a regular file")
"""The case where it is a pipe or a folder."""


class LinkError(EditError):
    """The file is a symbolic link: to replace it would leave the file behind it as it was."""

    message = N_("{file} is a symbolic link, and plancli does not write through links")
    help = N_("edit the file that it leads to")


class FaultyTaskError(EditError):
    """The file has mistakes, so that nobody knows what an edit would make of it."""

    message = N_("{file} has mistakes that stand in the way of editing it")
    help = N_("mend what `plancli validate` says about it, then run the command again")


class AlreadySplitError(EditError):
    """The task says that it comes from another one."""

    message = N_("{file} already says that its task was split from {other}, so it cannot have been split from {task}")
    help = N_("correct the file where that is wrong: it takes one line, `{first}`")


class UnsafeEditError(EditError):
    """What came out would not say the same as before, or not what was to be declared."""

    message = N_("{key} cannot be added to {file} without changing what else it says")
    help = N_("write it yourself: the line `{first}`")


BY_HAND = N_("write it yourself: the line `{first}`, and below it `{rest}`")
"""The way out where it is a list."""


class ChangedError(EditError):
    """Somebody else wrote the file while it was edited."""

    message = N_("{file} was changed by someone else while plancli was editing it")
    help = N_("nothing was written; run the command again")


class BusyError(EditError):
    """Another plancli has the plan's folder to itself for the moment."""

    message = N_("another plancli is writing to the plan in {folder}")
    help = N_("wait until it is done, then run the command again")


class ForeignJournalError(EditError):
    """There is a journal, and nobody knows what it says."""

    message = N_("{file} is damaged, or was not written by this version of plancli")
    help = N_("look whether the plan's files are as they should be (git diff shows it), then delete {file}")


class UnfinishableError(EditError):
    """A file is neither what it was before an interrupted change nor what it was to become."""

    message = N_("{file} was changed by someone else after a change of the plan was interrupted")
    help = N_(
        "nothing was written; plancli recover --skip-changed finishes the change of all other files, "
        "and leaves this one as it is now"
    )


STAGED_LOST = N_("what an interrupted change was to write to {file} is gone")
"""The case where the file is what it was, and what was staged beside it is not."""


class SharedNameError(EditError):
    """Several entries of the register have a name: to rename one of them would give its tasks to the other."""

    message = N_("“{name}” stands for more than one entry of departments.yaml")
    help = N_("give them different names and aliases first, then run the command again")


class UnsafeRenameError(EditError):
    """What came out would not say the same as before but for the name."""

    message = N_("“{old}” cannot be renamed in {file} without changing what else it says")
    help = N_("nothing was written; write that file with one value a line, then run the command again")


class UnsafeFormatError(EditError):
    """What came out would not say the same as before, or lose a comment."""

    message = N_("{file} cannot be formatted without changing what it says")
    help = N_("a comment in it would come to speak of something else: put it behind the value that it is about")
