"""Bytes to text, and text to lines: what has to be right before any YAML is read."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

MAX_BYTES = 1_000_000
"""The largest file that is read. The longest task text known is 6 kB; a megabyte is no plan."""

# C0 but tab, line feed and carriage return; DEL and C1; soft hyphen; zero-width and directional marks; line and
# paragraph separators; bidi embeddings, overrides and isolates; word joiners; BOM inside; lone surrogates;
# fillers and joiners that show as nothing; noncharacters; tags.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Characters that no plan needs and that change what a reader sees."""

STAND_IN = "\ufdd0"
"""What a forbidden character is read as: forbidden itself, so that in a value it tells where one stood."""

LONE_RETURN = re.compile(r"\r(?!\n)")
"""A carriage return that ends no line for us, and one for YAML: a terminal begins the line again behind it."""


def readable(text: str) -> str:
    """A text with its forbidden characters replaced, at the same offsets, so that the rest can be read as YAML."""
    return FORBIDDEN.sub(STAND_IN, text) if FORBIDDEN.search(text) else text


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Bytes that are not UTF-8: where the first one stands and what the file seems to be.

    Attributes:
        offset: Characters before the first byte that does not fit.
        encoding: `utf-16`, `utf-32`, `gbk`, `binary` for what is no text, or empty where nothing is recognised.
        readable: The text before, with the rest replaced, to show the place.
        kind: What sort of file it is, where it is no text.
    """

    offset: int
    encoding: str
    readable: str
    kind: str = ""


@dataclass(frozen=True)
class FileText:
    """A file's text without a byte order mark; line feeds are the only line breaks that count."""

    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line's text without its line break; empty past the end."""
        if number > len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].rstrip("\r")


def decode(content: bytes) -> str | Undecodable:
    """Read UTF-8, with or without a byte order mark; say what else it seems to be."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(content, error.start)
    if content.count(0) * 4 > len(content):  # ASCII in UTF-16 is valid UTF-8 with a NUL in every second byte
        return Undecodable(0, "utf-32" if _is_utf_32(content) else "utf-16", text.replace("\0", ""))
    return text


def _undecodable(content: bytes, at: int) -> Undecodable:
    before = content[:at].decode("utf-8")
    readable = content.decode("utf-8", errors="replace")
    if kind := next((kind for start, kind in _BINARY.items() if content.startswith(start)), ""):
        return Undecodable(0, "binary", "", kind)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or content.count(0) * 4 > len(content):
        return Undecodable(0, "utf-32" if _is_utf_32(content) else "utf-16", readable.replace("\0", ""))
    return Undecodable(len(before), "gbk" if _is_gbk(content) else "", readable)


_BINARY = {
    b"PK\x03\x04": "DOCX, XLSX, ZIP",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "DOC, XLS, WPS",
    b"%PDF-": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "GZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7Z",
    b"\0GITCRYPT\0": "git-crypt",
}
"""How files begin that are saved under a text's name by mistake, and what people call them."""


def _is_utf_32(content: bytes) -> bool:
    """Of any four bytes of UTF-32 one is always zero, and one nearly so: nothing else can be decoded as it."""
    for encoding in ("utf-32", "utf-32-be"):
        try:
            return bool(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    return False


def _is_gbk(content: bytes) -> bool:
    """GB 18030 accepts many byte strings; it is believed where most of what it reads is common Chinese."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if char > "\x7f"]
    chinese = sum(
        1
        for char in foreign
        if "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or char >= "\uff00" or char in "“”‘’—…·×"
    )
    return bool(foreign) and chinese * 10 >= len(foreign) * 9
