"""What all renaming has in common: what comes of it, and that nothing else in the plan says anything new."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plancli.edit.files import found_in
from plancli.edit.refusals import EditError, FaultyTaskError, LinkError
from plancli.source.edits import Edit, edited
from plancli.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plancli.diagnostics import Facts, Place
    from plancli.edit.rewrite import Rewrite
    from plancli.loading.faults import Fault
    from plancli.loading.loader import Loaded


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new name takes.

    Attributes:
        files: What they shall hold.
        places: How many values name it.
        prose: Texts that speak of the old name: they are the document's words, and stay.
    """

    files: tuple[Rewrite, ...]
    places: int
    prose: tuple[Place, ...] = ()


def text_of(content: bytes) -> str:
    """A file's text without a byte order mark; it is one that loads."""
    text = decode(content)
    assert isinstance(text, str)  # noqa: S101 - else it would not have loaded
    return text


def spliced(content: bytes, edits: Iterable[Edit]) -> bytes:
    """A file's bytes with parts of its text replaced; all else is as it was, a byte order mark too."""
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return mark + edited(text_of(content), edits).encode()


def faulty(file: Path) -> EditError:
    """Why a file of the plan is not edited that does not load: it is a link, or has mistakes."""
    return (LinkError if file.is_symlink() else FaultyTaskError)(file=file.as_posix())


def findings(loaded: Loaded, path: str) -> Iterator[tuple[Fault, Place, str, Facts]]:
    """What loading found in a file, wherever it now stands in the text."""
    for fault, finding in found_in(loaded, path):
        yield fault, replace(finding.place, path="", span=None), finding.case, finding.facts
