"""Finish what a writer that was killed, or a power failure, has left half done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.edit import journal
from plancli.edit.change import Change, digest_at
from plancli.edit.lock import locked
from plancli.edit.refusals import STAGED_LOST, UnfinishableError
from plancli.edit.staging import sweep
from plancli.model.identifiers import folded

if TYPE_CHECKING:
    from pathlib import Path

    from plancli.edit.journal import Step


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of an interrupted change.

    Attributes:
        files: Those that it is about, now all as they were to become.
        skipped: Those that were left as they are.
    """

    files: tuple[Path, ...] = ()
    skipped: tuple[Path, ...] = ()


def recover(root: Path, *, skip_changed: bool = False) -> Recovered:
    """Finish an interrupted change, if there is one.

    Args:
        root: The plan's folder.
        skip_changed: Leave files as they are that somebody changed since; else nothing is done where there is one.

    Raises:
        UnfinishableError: Where somebody changed a file since.
        ForeignJournalError: Where the journal is damaged.
        BusyError: While another plancli is writing, perhaps the very change.
        CannotWriteError: When the system refuses.
    """
    with locked(root):
        if not journal.exists(root):
            sweep(root)
            return Recovered()
        change = Change(root, journal.read(root))
        stuck = [step for step in change.steps if not _can_be_finished(change, step)]
        if stuck and not skip_changed:
            raise _unfinishable(change, stuck[0])
        names = {folded(step.path) for step in stuck}  # a file that is renamed may be one with what it is renamed to
        left = tuple(step for step in change.steps if folded(step.path) in names)
        rest = tuple(step for step in change.steps if step not in left)
        Change(root, rest).carry_out()
        return Recovered(tuple(map(change.target, rest)), tuple(map(change.target, left)))


def _can_be_finished(change: Change, step: Step) -> bool:
    state, staged = change.state(step), change.staged(step)
    return state == "after" or (state == "before" and (staged is None or digest_at(staged) == step.after))


def _unfinishable(change: Change, step: Step) -> UnfinishableError:
    case = STAGED_LOST if change.state(step) == "before" else ""
    return UnfinishableError(case, file=change.target(step).as_posix())
