"""The only module that writes to the output folder: all documents or none, and never a byte outside it."""

from __future__ import annotations

import errno
import json
import os
import secrets
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from plancli.errors import CannotWriteError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MANIFEST = ".plancli-manifest.json"
"""Lists what plancli wrote to a folder, with the hash of each file's content."""


class OutsideError(CannotWriteError):
    """A path in the output folder leads out of it."""

    message = N_("{path} would be written outside {folder}: a link leads there")
    help = N_("remove the link, or name another folder: --out FOLDER")


@dataclass(frozen=True, slots=True)
class _Staged:
    """A document that is written beside the file that it will replace."""

    target: Path
    temporary: Path


@dataclass
class _Writing:
    """What one run is about to change in an output folder."""

    out: Path
    staged: list[_Staged] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)

    def place(self, name: str) -> Path:
        """Where a document goes; its folder is made.

        Raises:
            OutsideError: Where a link would lead it elsewhere.
            ValueError: For a name that is no relative path.
        """
        relative = PurePosixPath(name)
        if relative.is_absolute() or ".." in relative.parts or not relative.parts or "\\" in name:
            raise ValueError(name)
        target = self.out.joinpath(*relative.parts)
        if not _is_inside(target, self.out):
            raise OutsideError(path=_shown(target), folder=_shown(self.out))
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def stage(self, name: str, content: bytes) -> Path:
        """Write a document beside its place, unless it stands there already."""
        self.digests[name] = sha256(content).hexdigest()
        with _worded(self.out / name):
            target = self.place(name)
            if target.is_dir() and not target.is_symlink():  # told now: later, others would have been replaced
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            if _content(target) != content:
                temporary = target.with_name(f".plancli-{secrets.token_hex(8)}.tmp")
                self.staged.append(_Staged(target, temporary))
                _create(temporary, content)
        return target

    def replace(self) -> None:
        """Put every staged document in its place."""
        while self.staged:
            with _worded(self.staged[0].target):
                self.staged[0].temporary.replace(self.staged[0].target)
            del self.staged[0]

    def discard(self) -> None:
        """Leave no staged document behind."""
        for document in self.staged:
            with suppress(OSError):
                document.temporary.unlink()


def write_documents(
    out: Path, documents: Mapping[str, str] | Iterable[tuple[str, str]], *, everything: bool = False
) -> tuple[Path, ...]:
    """Write documents to a folder: each is written beside its place, and only when all are, they take their places.

    Args:
        out: The folder; made where it is missing.
        documents: Texts by their path in it, with `/`; pairs may be made while they are written.
        everything: These are all the documents there are: what an earlier run wrote besides is deleted, unless
            somebody has changed it since.

    Returns:
        Where each document is, in the order given; documents that stood there already are not written again.

    Raises:
        CannotWriteError: When the folder or a file cannot be written; no document has been replaced, unless the system
            refused a replacement halfway.
    """
    if out.is_symlink() and not _is_inside(out, out.parent):
        raise OutsideError(path=_shown(out), folder=_shown(out.parent))
    with _worded(out):
        out.mkdir(parents=True, exist_ok=True)
    writing = _Writing(out)
    pairs = documents.items() if hasattr(documents, "items") else documents
    try:
        # A lone surrogate can come from the command line (--as-of), never from a sound plan.
        written = tuple(writing.stage(name, text.encode(errors="replace")) for name, text in pairs)
        earlier = _manifest(out)
        stale = {name: digest for name, digest in earlier.items() if name not in writing.digests}
        listed = writing.digests if everything else {**earlier, **writing.digests}
        writing.stage(MANIFEST, _manifest_text(listed))
        writing.replace()
    finally:
        writing.discard()
    if everything:
        _delete(out, stale)
    return written


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Tell a refusal of the system as what it means for the user."""
    try:
        yield
    except OSError as error:
        refused = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else path
        place = path if refused.name.endswith(".tmp") else refused
        raise CannotWriteError(path=_shown(place), reason=error.strerror or str(error)) from error


def _shown(path: Path) -> str:
    return path.as_posix()


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _content(path: Path) -> bytes | None:
    """What a regular file holds; None for everything else, which is then replaced or refused by the system."""
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None


def _create(path: Path, content: bytes) -> None:
    """Write a new file, with the rights that the user's umask gives."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(content)


def _manifest(out: Path) -> dict[str, str]:
    """What earlier runs wrote, by path; nothing where the manifest is missing, damaged or not ours."""
    try:
        files = json.loads((out / MANIFEST).read_bytes())["files"]
        return {str(name): str(digest) for name, digest in files.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _manifest_text(digests: Mapping[str, str]) -> bytes:
    content = {"version": 1, "files": dict(sorted(digests.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _delete(out: Path, stale: Mapping[str, str]) -> None:
    """Delete what an earlier run wrote and nobody has touched since; a manifest alone is no reason to delete a file."""
    for name, digest in stale.items():
        path = out.joinpath(*PurePosixPath(name).parts)
        if ".." in PurePosixPath(name).parts or not _is_inside(path, out):
            continue
        content = _content(path)
        if content is not None and sha256(content).hexdigest() == digest:
            with _worded(path):
                path.unlink()
