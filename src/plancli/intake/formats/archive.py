"""Zip files, read within bounds: neither their sizes nor what their XML declares is taken on trust."""

from __future__ import annotations

import codecs
import lzma
import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from plancli.intake.formats.refusals import (
    DamagedDocumentError,
    TooLargeDocumentError,
    TooManyPartsError,
    UnsafeDocumentError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TOTAL = 200_000_000
"""What all parts of a document may unpack to, in bytes."""

MAX_PART = 100_000_000
"""Likewise, for one part."""

MAX_XML = 30_000_000
"""Likewise, for a part that is read as XML: its tree is several times as large."""

MAX_MARKS = 1_800_000
"""Likewise, in tags and attributes: each takes room, however short it is."""

MAX_PARTS = 10_000
MAX_RATIO = 200
"""How many times smaller than itself a document may be packed; XML that people write stays under thirty."""

_SMALL = 20_000_000
"""What a document unpacks to that does no harm however it is packed."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    RuntimeError,  # a password; NotImplementedError for an unknown way to pack is one of them
    EOFError,
    OSError,
    ValueError,
)
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>")
_BEGINNING = re.compile(rb"\s*<")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Link(NamedTuple):
    """A relationship of a part to another: what the other is, and its name."""

    kind: str
    target: str


class Archive:
    """The parts of a document that is a zip file.

    Attributes:
        path: The document's name, for refusals.
        names: The names of its parts.
    """

    def __init__(self, content: bytes, path: str) -> None:
        """Look at the directory of a zip file and refuse one that unpacks to too much.

        Args:
            content: The bytes of the document.
            path: Its name.

        Raises:
            TooLargeDocumentError: It has too many parts, or too large ones.
            DamagedDocumentError: It is no zip file.
        """
        self.path = path
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise DamagedDocumentError(path=path) from error
        parts = self._zip.infolist()
        sizes = [part.file_size for part in parts]
        total = sum(sizes)
        packed_too_well = total > _SMALL and total > MAX_RATIO * len(content)
        if len(parts) > MAX_PARTS or total > MAX_TOTAL or max(sizes, default=0) > MAX_PART or packed_too_well:
            raise _too_large(path, MAX_TOTAL)
        self.names = frozenset(part.filename for part in parts)

    def holds(self, beginning: str) -> bool:
        """Whether a part's name begins so."""
        return any(name.startswith(beginning) for name in self.names)

    def xml(self, name: str) -> bytes:
        """A part that is XML, in UTF-8 and without declarations of any sort; it may be parsed without fear.

        Raises:
            DamagedDocumentError: There is no such part, or it is not in UTF-8 or UTF-16.
            UnsafeDocumentError: It has a document type declaration.
            TooLargeDocumentError: It is too large to be parsed.
        """
        content = self._read(name)
        content = self._utf8(content)
        if content.count(b"<") + content.count(b"=") > MAX_MARKS:
            raise TooManyPartsError(path=self.path, limit=f"{MAX_MARKS:,}")
        if b"<!DOCTYPE" in content:
            raise UnsafeDocumentError(path=self.path)
        # A declared encoding is dropped, too: one that spells <! differently would hide a declaration.
        return _DECLARATION.sub(b"", content, count=1)

    def _utf8(self, content: bytes) -> bytes:
        """A part in UTF-8; what is in UTF-16 without saying so has zeros, and other encodings do not begin with <."""
        if content.startswith(_MARKS):
            try:
                return content.decode("utf-16").encode()
            except UnicodeDecodeError as error:
                raise DamagedDocumentError(path=self.path) from error
        content = content.removeprefix(codecs.BOM_UTF8)
        if b"\0" in content or not _BEGINNING.match(content):
            raise DamagedDocumentError(path=self.path)
        return content

    def links(self, name: str) -> dict[str, Link]:
        """The parts that a part relates to, by their ids; what lies outside the document is left out."""
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self.names:
            return {}
        return {
            link.get("Id", ""): Link(
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/"),
            )
            for link in self.tree(relations)
            if link.get("TargetMode") != "External"
        }

    def linked(self, name: str, kind: str) -> Iterator[str]:
        """The parts of a kind that a part relates to and that are there."""
        return (link.target for link in self.links(name).values() if link.kind == kind and link.target in self.names)

    def main(self) -> str:
        """The part that is the document itself.

        Raises:
            DamagedDocumentError: It says of none that it is.
        """
        if found := next(self.linked("", "officeDocument"), None):
            return found
        raise DamagedDocumentError(path=self.path)

    def tree(self, name: str) -> ET.Element:
        """A small part that is XML, parsed.

        Raises:
            DamagedDocumentError: It is none.
        """
        try:
            return ET.fromstring(self.xml(name))  # noqa: S314 - nothing is declared in it, so nothing expands
        except SyntaxError as error:
            raise DamagedDocumentError(path=self.path) from error

    def _read(self, name: str) -> bytes:
        try:
            part = self._zip.getinfo(name)
            if part.file_size > MAX_XML:
                raise _too_large(self.path, MAX_XML)
            # A part ends where its directory entry says, whatever comes out of it.
            return self._zip.read(part)
        except (KeyError, *_BROKEN) as error:
            raise DamagedDocumentError(path=self.path) from error


def _too_large(path: str, limit: int) -> TooLargeDocumentError:
    return TooLargeDocumentError(path=path, limit=f"{limit // 1_000_000} MB")
