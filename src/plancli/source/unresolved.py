"""Why git does not know a revision, and the way out: a slip, nothing committed yet, or a history that was cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.errors import PlancliError, UsageError
from plancli.messages import N_
from plancli.source.folder import Unreadable
from plancli.source.objects import Object
from plancli.suggest import similar

if TYPE_CHECKING:
    from plancli.source.git import Repository


class UnbornError(PlancliError):
    """The branch has no commit yet."""

    message = N_("there is nothing to compare with yet: the branch has no commit")
    help = N_("commit the plan first; from then on its changes can be told")


class ShallowError(PlancliError):
    """A shallow clone's history ends before a revision."""

    message = N_("this clone is shallow: its history does not reach back to {revision}")
    help = N_("git fetch --unshallow fetches all of it, git fetch --deepen=100 a hundred commits more")


class ShallowAncestorError(ShallowError):
    """A shallow clone's history ends before two revisions meet."""

    message = N_("this clone is shallow: its history does not reach back to where {one} and {other} meet")


class UnfetchedError(ShallowError):
    """A shallow clone was made without a branch or tag."""

    message = N_("this clone is shallow and was made without {revision}")
    help = N_("git fetch --depth=1 origin {name}, then compare with FETCH_HEAD")


class NoAncestorError(UsageError):
    """Two revisions have no commit in common."""

    def __init__(self, one: str, other: str) -> None:
        """Between the two as they were written."""
        super().__init__(
            N_("{one} and {other} have no commit in common"),
            help=N_("compare them as they are: {one}..{other}"),
            one=one,
            other=other,
        )


_PARTS = re.compile(r"(?P<base>.*?)(?P<steps>(?:(?:[~^]|@\{).*)?)", re.DOTALL)
_ID = re.compile(r"[0-9a-f]{7,64}")
_ID_LENGTHS = {40, 64}
_HEAD = ("HEAD", "@", "")


def why_unresolved(repository: Repository, revision: str, reason: str = "") -> PlancliError:
    """Why there is no such commit.

    Args:
        repository: Where it was looked for.
        revision: What was looked for.
        reason: What git complained of, if it did: that a branch has no upstream, that a file of its own is damaged.
    """
    if not revision or revision.startswith(("-", ":", "^")):
        return _wrong(N_("this is no revision: {revision}"), revision)
    if reason:
        return _wrong(N_("git cannot tell which commit {revision} is: {reason}"), revision, reason=reason)
    parts = _PARTS.fullmatch(revision)
    base, steps = (parts["base"], parts["steps"]) if parts else (revision, "")
    names, found = repository.names(), repository.objects.get(base or "HEAD")
    if (base in _HEAD or not names) and isinstance(repository.objects.get("HEAD"), Unreadable):
        return UnbornError()
    if found == Unreadable("ambiguous"):
        return _wrong(N_("{revision} is ambiguous: several ids begin like this"), revision)
    known = isinstance(found, Object)
    near = () if known else tuple(name + steps for name in similar(base, [*names, "HEAD"]))
    if repository.shallow and not near and not steps.startswith("@"):
        return _cut_off(revision, base, known=known)
    return _wrong(N_("there is no revision {revision}"), revision, near)


def _wrong(message: str, revision: str, near: tuple[str, ...] = (), **facts: str) -> UsageError:
    known = N_("name a commit, a branch or a tag, one of them with a path (REV:path), or a folder that holds a plan")
    return UsageError(message, help=known, suggestions=near, revision=revision, **facts)


def _cut_off(revision: str, base: str, *, known: bool) -> ShallowError:
    """What to fetch: a commit before the cut, a commit by its id, or a branch or tag by its name."""
    if not known and len(base) in _ID_LENGTHS and _ID.fullmatch(base):
        return ShallowError(help=N_("git fetch --depth=1 origin {revision}"), revision=base)
    if known or _ID.fullmatch(base):
        return ShallowError(revision=revision)
    return UnfetchedError(revision=revision, name=base.removeprefix("origin/"))
