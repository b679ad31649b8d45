"""Carets stand right under any text, and nothing hidden gets through."""

from __future__ import annotations

import unicodedata
from sys import maxunicode

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plancli.diagnostics import Diagnostic, Place, Severity
from plancli.report.cells import cells
from plancli.report.snippet import CUT, LEAST_ROOM, TAB, snippet
from plancli.report.summary import Summary
from plancli.report.terminal import render_text
from plancli.source.legible import HIDDEN, legible
from plancli.source.positions import Region
from tests.report.support import ENGLISH, positions, shown

CHARS = st.one_of(
    st.sampled_from("ab 节能降碳，。：“”—Ⅱ①\t\r\x00\x1b\x7f\x85\xa0\u0301\u200b\u202e\u2028\u3000\ufeff\udcff😀"),
    st.characters(exclude_characters="\n"),
)
LINES = st.one_of(st.text(CHARS, max_size=30), st.text(CHARS, min_size=30, max_size=400))


def _shown(text: str) -> str:
    return "".join(TAB if char == "\t" else legible(char) for char in text)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """A line with a range in it, or one that goes on."""
    line = draw(LINES)
    start = draw(st.integers(0, len(line)))
    end = draw(st.integers(start, len(line) + 2))
    return Region((3, start + 1), (draw(st.sampled_from([3, 3, 4])), end + 1), line)


@settings(deadline=None)
@given(regions(), st.integers(-5, 130))
@example(Region((1, 1), (1, 1), ""), 0)
@example(Region((1, 9), (1, 12), "short"), 80)
@example(Region((1, 101), (1, 101), "\u0301" * 500), 80)
@example(Region((1, 101), (1, 301), "碳" * 500), 80)
def test_carets_stand_under_the_range(region: Region, room: int) -> None:
    """The marks begin behind what is shown before the range, and are as wide as the range as shown."""
    size = len(region.line)
    start = min(region.start[1] - 1, size)
    end = size if region.end[0] > region.start[0] else max(start, min(region.end[1] - 1, size))
    before, marked = _shown(region.line[:start]), _shown(region.line[start:end])
    cut = snippet(region, room)
    room = max(room, LEAST_ROOM)

    whole = _shown(region.line)
    if cut.text == whole:
        assert (cut.start, cut.width) == (cells(before), max(1, cells(marked)))
        return
    assert cells(cut.text) <= room
    assert cut.start + cut.width <= room + 1
    left, right = cut.text.startswith(CUT), cut.text.endswith(CUT)
    inner = cut.text[left : len(cut.text) - right]
    if cells(marked) <= room - 2 and len(marked) <= room:
        # What stands before the marks is the end of what stands before the range; and the range is whole.
        heads = [inner[:size] for size in range(len(inner) + 1) if cells(inner[:size]) == cut.start - left]
        assert any(before.endswith(head) and inner[len(head) :].startswith(marked) for head in heads)
        assert cut.width == max(1, cells(marked))


@settings(deadline=None)
@given(LINES, LINES, st.data())
def test_no_output_line_has_a_hidden_character(line: str, words: str, drawn: st.DataObject) -> None:
    """Whatever stands in a plan, its file names and the words made from it."""
    readable = line.encode("utf-8", "replace").decode()
    start = drawn.draw(st.integers(0, len(readable)))
    place = Place("tasks/t.yaml", span=(start, drawn.draw(st.integers(start, len(readable) + 1))))
    diagnostic = Diagnostic(
        "some-rule", Severity.INFO, words, place, label=words, help=words, suggestions=(words, line)
    )
    elsewhere = Diagnostic("some-rule", Severity.INFO, "", Place(f"tasks/{words}.yaml"))
    text = render_text(
        [diagnostic, elsewhere],
        positions(t=f"{readable}\n"),
        shown,
        ENGLISH,
        summary=Summary.of([diagnostic], 1),
    )
    assert not [line for line in text.split("\n") if HIDDEN.search(line)]
    assert text.encode()


def test_hidden_characters_are_unicode_s() -> None:
    """Every control, separator, surrogate and format character, but Arabic and Kaithi signs that are seen."""
    visible = {*map(chr, [*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD])}
    hidden = {
        char for char in map(chr, range(maxunicode + 1)) if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    }
    assert not [hex(ord(char)) for char in hidden - visible if not HIDDEN.match(char)]
    assert not [hex(ord(char)) for char in visible if HIDDEN.match(char)]


def test_escapes() -> None:
    """As Python and YAML write them."""
    assert legible("a\tb\n\r\x1b\u202e\U000e0041碳") == r"a\tb\n\r\u001b\u202e\U000e0041碳"


def test_widths() -> None:
    """Wide characters take two cells, combining marks none, ambiguous ones one."""
    assert [cells(char) for char in "a碳，：Ａ“①—\u0301😀"] == [1, 2, 2, 2, 2, 1, 1, 1, 0, 2]
