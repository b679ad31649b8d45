"""Bytes to text, and text to lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.source.text import FORBIDDEN, FileText, Undecodable, decode
from tests.load.promises import arbitrary
from tests.support import BASE, TASK

CHINESE = BASE[TASK]


@pytest.mark.parametrize("content", [CHINESE, "\ufeff" + CHINESE, "", "\ufeff", "a\r\nb", "𠮷"])
def test_utf_8(content: str) -> None:
    """With and without a byte order mark, which is no part of the text."""
    assert decode(content.encode()) == content.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (CHINESE.encode("gbk"), "gbk"),
        (CHINESE.encode("gb18030"), "gbk"),
        ("title: 节能降碳".encode("gbk"), "gbk"),
        ("title: 镕𠮷节能".encode("gb18030"), "gbk"),
        (CHINESE.encode("utf-16"), "utf-16"),
        (CHINESE.encode("utf-16-le"), "utf-16"),
        (CHINESE.encode("utf-16-be"), "utf-16"),
        ("title: abc\n".encode("utf-16-le"), "utf-16"),
        ("title: abc\n".encode("utf-16"), "utf-16"),
        ("title: café\n".encode("latin-1"), ""),
        (b"\xff", ""),
        (b"\x80abc", ""),
        (CHINESE.encode()[:-3], ""),
        ("节能降碳".encode()[:-1] + b"\n", ""),
        ("title: “双碳”——“十四五”规划…\n".encode("gbk"), "gbk"),
        *((f"{char}节".encode("gbk"), "gbk") for char in "一　！、“”‘’—…·×"),
        *((f"{'节' * 9}{char}".encode("gb18030"), "gbk") for char in "αжü"),
        *((f"{'节' * 8}{chars}".encode("gb18030"), "") for chars in ("αβ", "жж", "ü\x7fü")),
        (CHINESE.encode("utf-32"), "utf-32"),
        (CHINESE.encode("utf-32-be"), "utf-32"),
        ("title: abc\n".encode("utf-32-le"), "utf-32"),
        (b"\xff\0abc\0", "utf-16"),
        (b"\xff\0abcdef", ""),
        (b"%PDF-1.7\n%\xe2\xe3", "binary"),
    ],
)
def test_what_it_seems_to_be(content: bytes, expected: str) -> None:
    """Told only where it is known: a wrong guess sends people the wrong way."""
    found = decode(content)
    assert isinstance(found, Undecodable)
    assert found.encoding == expected


def test_what_is_shown_of_a_file_that_is_no_utf_8() -> None:
    """Of UTF-16 its letters without the zeros between them; of what is no text nothing."""
    shown = {name: decode("title: 甲\n".encode(name)) for name in ("utf-16-le", "utf-16", "utf-32-le")}
    assert all(
        isinstance(each, Undecodable) and each.readable.lstrip("\ufffd")[:7] == "title: " for each in shown.values()
    )
    assert decode(b"%PDF-1.7\n%\xe2\xe3") == Undecodable(0, "binary", "", "PDF")


def test_where_the_first_bad_byte_stands() -> None:
    """In characters, after the text that can be read."""
    found = decode("甲\n乙".encode() + b"\xff\xfe" + "丙".encode())
    assert isinstance(found, Undecodable)
    assert FileText(found.readable).position(found.offset) == (2, 2)


@arbitrary
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_decoding_inverts_encoding(text: str) -> None:
    """Whatever is UTF-8 is read as it is, unless it is mostly NUL."""
    found = decode(text.encode())
    assert found == text.removeprefix("\ufeff") or text.count("\0") * 4 > len(text.encode())


@arbitrary
@given(text=st.text(st.sampled_from("ab甲\n\r\u2028\x0b\x85")), offset=st.integers(0, 40))
def test_positions_count_line_feeds_only(text: str, offset: int) -> None:
    """Every other line break of Unicode is a character like any."""
    file, offset = FileText(text), min(offset, len(text))
    line, column = file.position(offset)
    before = text[:offset].split("\n")
    assert (line, column) == (len(before), len(before[-1]) + 1)
    assert file.line(line) == text.split("\n")[line - 1].rstrip("\r")


def test_lines_past_the_end() -> None:
    """There are none."""
    assert [FileText("a\nb").line(number) for number in (1, 2, 3)] == ["a", "b", ""]


@pytest.mark.parametrize(
    "char",
    "\0\x01\x08\x0b\x1b\x7f\x85\xad\u061c\u200b\u200d\u200e\u2028\u202e\u2060\u2066\ufeff\ud800\ufff9"
    "\u034f\u115f\u180e\u3164\uffa0\ufffe\uffff\U000e0041",
)
def test_forbidden(char: str) -> None:
    """Controls, directional marks, zero-width characters, fillers, tags, noncharacters, surrogates."""
    assert FORBIDDEN.fullmatch(char)


@pytest.mark.parametrize("char", "\t\n\r a甲é·—“”（）…\u3000\xa0①Ⅱ𠮷℃㎡\ufffd")
def test_allowed(char: str) -> None:
    """What documents hold, the full-width space included."""
    assert not FORBIDDEN.fullmatch(char)
