"""Positions: a range of a value's characters is the same characters in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plancli.diagnostics import Place
from plancli.source.positions import Positions, Region
from plancli.source.text import decode
from plancli.source.yaml import parse
from tests.load.promises import arbitrary
from tests.support import Memory

if TYPE_CHECKING:
    from plancli.diagnostics import Route

PATH = "tasks/甲.yaml"
CHARS = "节能降碳，。：“”（）—0123456789%abcXYZ #-:,'é𠮷"
words = st.text(CHARS, min_size=1, max_size=12)


class Written(NamedTuple):
    """A file and a value in it."""

    content: bytes
    route: Route
    value: str


def region(content: bytes | str, place: Place) -> Region:
    """Where a place in this one file is."""
    return Positions(Memory({PATH: content})).region(place)


def shown(found: Region) -> str:
    """The characters that a region marks."""
    return found.line[found.start[1] - 1 : found.end[1] - 1]


@st.composite
def one_line(draw: st.DrawFn) -> str:
    """A plain, single-quoted or double-quoted scalar of one line."""
    text = draw(words).strip()
    style = draw(st.sampled_from(["{}", "'{}'", '"{}"']))
    assume(text)
    return style.format(text.replace("'", "’") if style == "'{}'" else text)


@st.composite
def literal(draw: st.DrawFn) -> str:
    """A literal block with blank lines, deeper lines and any chomping, for a key that is not indented."""
    pad = " " * draw(st.integers(1, 8))
    inside = draw(st.lists(st.one_of(words, st.just(""), words.map("   ".__add__)), max_size=5))
    head = draw(st.sampled_from(["|", "|-", "|+", "|  # 注"]))
    lines = [draw(words).lstrip() or "甲", *inside]
    before = [""] * draw(st.integers(0, 2))
    return "\n".join([head, *before, *(f"{pad}{line}" if line.strip() else line.strip() for line in lines)])


@st.composite
def written(draw: st.DrawFn) -> Written:
    """A value somewhere in a file, with a byte order mark or not, with any line ends."""
    scalar = draw(st.one_of(one_line(), literal()))
    above = draw(st.sampled_from(["", "# 说明\n", "\n", "duty: 甲\n", "---\n"]))
    below = draw(st.sampled_from(["", "\n", "\ndue: 2027\n", "\n\n\n# 完\n", "\n\ndue: 2027"]))
    if "\n" in scalar or draw(st.booleans()):
        route: Route = ("text",)
        text = f"{above}text: {scalar}{below}"
    else:
        route = ("lead", 1)
        text = f"{above}lead:\n  - 甲\n  - {scalar}{below}"
    found: Any = parse(text).value
    for step in route if found else ():
        found = found[step]
    assume(isinstance(found, str))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return Written(mark + text.replace("\n", ends).encode(), route, found)


@arbitrary
@given(file=written(), drawn=st.data())
def test_a_range_of_characters(file: Written, drawn: st.DataObject) -> None:
    """The region shows exactly the characters meant, as far as they stand on one line."""
    start = drawn.draw(st.integers(0, len(file.value) - 1))
    end = drawn.draw(st.integers(start + 1, len(file.value)))
    meant, *more = file.value[start:end].split("\n")
    assume(meant)
    found = region(file.content, Place(PATH, file.route, chars=(start, end)))
    assert shown(found) == (meant if not more else found.line[found.start[1] - 1 :])
    assert shown(found).startswith(meant)


@arbitrary
@given(file=written())
def test_a_value(file: Written) -> None:
    """The region begins with the value; of a block, behind the indentation of its first line."""
    assume(not file.value.startswith("\n"))
    found = region(file.content, Place(PATH, file.route))
    first = file.value.split("\n")[0]
    assert first in {shown(found), shown(found)[1:-1]}


@arbitrary
@given(file=written())
def test_a_key(file: Written) -> None:
    """The region of a key is the key; of a list's entry, which has none, the entry."""
    found = region(file.content, Place(PATH, file.route, "key"))
    if file.route == ("text",):
        assert shown(found) == "text"
    else:
        assert file.value in shown(found)


TASK = "# 说明\ntitle: 甲\nlead:\n  - 乙\n  - {name: 丙, scope: 丁}\ntext: |\n\n  第一句。\n\n    第二句。\nnotes: {}\n"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(PATH), (2, 1, 9)),
        (Place(PATH, ("title",)), (2, 8, 9)),
        (Place(PATH, ("title",), "key"), (2, 1, 6)),
        (Place(PATH, ("lead",), "key"), (3, 1, 5)),
        (Place(PATH, ("lead",)), (4, 3, 6)),
        (Place(PATH, ("lead", 0)), (4, 5, 6)),
        (Place(PATH, ("lead", 1, "scope")), (5, 22, 23)),
        (Place(PATH, ("lead", 1, "scope"), "key"), (5, 15, 20)),
        (Place(PATH, ("text",), chars=(1, 4)), (8, 3, 6)),
        (Place(PATH, ("text",), chars=(9, 12)), (10, 5, 8)),
        (Place(PATH, ("duty",)), (2, 1, 9)),
        (Place(PATH, ("notes", "列")), (11, 1, 6)),
        (Place(PATH, ("lead", 7)), (3, 1, 5)),
        (Place(PATH, span=(0, 4)), (1, 1, 5)),
        (Place("tasks/丙.yaml", ("title",)), (1, 1, 1)),
    ],
)
def test_places_of_a_task(place: Place, expected: tuple[int, int, int]) -> None:
    """Values, keys, entries, what is not there (the nearest thing that is), a file that is not there."""
    found = region(TASK, place)
    assert (*found.start, found.end[1]) == expected


STYLES = """\
a: "甲\\u4e59丙"
b: 'it''s 丙'
c: >
  EOD
  EPC
d: EOD
  EPC
e: '甲乙丙'
f: "甲''丙"
g: 'C:\\甲'
h: |2
    深
  浅
i:
  j: |-2

      深
    浅
k: >
  EOD EPC
l: |
"""


@pytest.mark.parametrize(
    ("route", "chars", "expected"),
    [
        (("a",), (1, 2), (1, 4, 14)),
        (("b",), (5, 6), (2, 4, 13)),
        (("c",), (4, 7), (4, 3, 6)),
        (("d",), (4, 7), (6, 4, 7)),
        (("e",), (1, 2), (8, 6, 7)),
        (("f",), (3, 4), (9, 8, 9)),
        (("g",), (3, 4), (10, 8, 9)),
        (("h",), (2, 3), (12, 5, 6)),
        (("h",), (4, 5), (13, 3, 4)),
        (("i", "j"), (3, 4), (17, 7, 8)),
        (("i", "j"), (5, 6), (18, 5, 6)),
        (("k",), (4, 7), (20, 3, 10)),
        (("l",), None, (22, 1, 1)),
    ],
)
def test_ranges_in_every_style(route: Route, chars: tuple[int, int] | None, expected: tuple[int, int, int]) -> None:
    """The whole value where escapes or folding have moved its characters; else these characters."""
    found = region(STYLES, Place(PATH, route, chars=chars))
    assert (*found.start, found.end[1]) == expected


@pytest.mark.parametrize("char", ["\x07", "\u0085", "\u2028", "\uffff"])
def test_places_behind_a_forbidden_character(char: str) -> None:
    """Loading reads on behind it, and so do positions."""
    text = f"title: 甲{char}乙\nlead: [丙]\n"
    assert region(text, Place(PATH, ("lead", 0))).start == (2, 8)


def test_a_block_that_begins_with_a_blank_line() -> None:
    """There is nothing to see on that line."""
    assert region(TASK, Place(PATH, ("text",))).start == (8, 3)


def test_a_byte_order_mark_counts_nowhere() -> None:
    """Not before bytes that are no UTF-8 either."""
    found = decode(b"\xef\xbb\xbftitle: \xff\n")
    assert not isinstance(found, str)
    assert found.offset == len("title: ")
