"""Bytes become text: UTF-8, UTF-16 or GB18030, and nothing that is none of them."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from plancli.intake.document import Note, Spot
from plancli.intake.formats.refusals import NoTextError

_LINE_ENDS = re.compile("\r*\n|\r|[\x0b\x0c\x85\u2028\u2029]")
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U0010ffff]")
"""What text has by mistake at most: control characters, private use, what is no character."""

_ORDINARY = re.compile("[\t\n\r -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff！-～]")
_NEARLY_ALL = 0.95
_MOST = 0.8
_SAMPLE = 100_000
"""As many characters tell what a file is."""


class Decoded(NamedTuple):
    """A text with line feeds at the ends of its lines, and what a reader should know about it."""

    text: str
    notes: tuple[Note, ...]


def decode(content: bytes, path: str) -> Decoded:
    """Read bytes as text.

    Args:
        content: The bytes of a file.
        path: The file's name, for the refusal.

    Raises:
        NoTextError: They are no text, or not in an encoding that is known for certain.
    """
    for read in (_utf8, _marked_utf16, _unmarked_utf16, _gb18030):
        if found := read(content):
            text, encoding = found
            notes = () if encoding == "UTF-8" else (Note("encoding", Spot(), encoding),)
            return Decoded(_LINE_ENDS.sub("\n", text), notes)
    raise NoTextError(path=path)


def _utf8(content: bytes) -> tuple[str, str] | None:
    text = _read(content, "utf-8-sig")
    return None if text is None or "\x00" in text else (text, "UTF-8")


def _marked_utf16(content: bytes) -> tuple[str, str] | None:
    if not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    text = _read(content, "utf-16")
    return None if text is None or "\x00" in text else (text, "UTF-16")


def _unmarked_utf16(content: bytes) -> tuple[str, str] | None:
    """Without a mark it is UTF-16 only if its ASCII characters have their zeros and the rest is plain."""
    if b"\x00" not in content:
        return None
    texts = (_read(content, encoding) for encoding in ("utf-16-le", "utf-16-be"))
    plain = [text for text in texts if text and _share(_ORDINARY, text) > _NEARLY_ALL]
    return (plain[0], "UTF-16") if len(plain) == 1 and "\x00" not in plain[0] else None


def _gb18030(content: bytes) -> tuple[str, str] | None:
    """It can be made of most bytes, UTF-8 with a damaged one among them: the characters have to be common ones."""
    text = _read(content, "gb18030")
    if text is None or _ODD.search(text):
        return None
    wide = "".join(char for char in text if ord(char) > 127)[:_SAMPLE]  # noqa: PLR2004 - ASCII is the same in all
    common = wide.encode("gb2312", "ignore")
    return (text, "GB18030") if len(common) > 2 * len(wide) * _MOST else None


def _read(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share(pattern: re.Pattern[str], text: str) -> float:
    """Which part of a text's beginning a pattern for one character finds."""
    sample = text[:_SAMPLE]
    return len(pattern.findall(sample)) / len(sample)
