"""Why a document does not become a revision of a plan by itself."""

from __future__ import annotations

from plancli.edit.refusals import EditError
from plancli.messages import N_


class NotARevisionError(EditError):
    """Most of the plan's tasks are not in the document."""

    exit_code = 1
    message = N_(
        "this does not look like a revision of the plan: only {found} of its {tasks} tasks are in the document"
    )
    help = N_("nothing was written; for a plan of its own, name another folder: --into FOLDER")


class UnclearTaskError(EditError):
    """A task of the document could be several of the plan, or several could be one."""

    exit_code = 1
    message = N_("nobody can tell which is which: in the plan {old}; in the document {new}")
    help = N_(
        "nothing was written; say which task a row is: --same ID=TITLE, with the title that the row has here; "
        "ID= for a task that is gone"
    )


class UnfitDocumentError(EditError):
    """What was read from the document is no sound plan."""

    exit_code = 1
    message = N_("what was read from the document does not load: “{task}”")
    help = N_("nothing was written; look at that row: plancli import FILE --report all --dry-run")


class UnfitFileError(EditError):
    """A file is written in a way that cannot be edited at its places."""

    message = N_("{file} cannot be updated without changing what else it says")
    help = N_("nothing was written; run plancli fmt on that file, then run the command again")


class WouldNotLoadError(EditError):
    """The plan would have an error that it did not have."""

    message = N_("{file} would not load after the update")
    help = N_("nothing was written; look at what the document has for it: --report all")
