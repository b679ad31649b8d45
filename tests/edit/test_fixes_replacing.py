"""A replacement in a file: the value says what it is to say, and not a byte changes that need not."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.diagnostics import Place, Replacement, Route
from plancli.model.shapes import shape_of
from plancli.source.comments import find_comments
from plancli.source.edits import edited
from plancli.source.replacing import replacing
from plancli.source.scalars import block, double_quoted, one_line, plain, single_quoted
from plancli.source.text import decode
from plancli.source.tree import Branch, Leaf, read_tree
from plancli.source.values import Plain
from plancli.source.yaml import parse
from tests.edit.commented import files, read
from tests.load.promises import arbitrary
from tests.support import TASK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.source.values import Value
    from tests.edit.commented import Written


def put(new: str, *route: str | int, chars: tuple[int, int] | None = None) -> Replacement:
    """A text for a value, or for some of its characters."""
    return Replacement(Place(TASK, route, chars=chars), new)


def after(text: str, *replacements: Replacement, path: str = TASK) -> str | None:
    """What a file holds then; None where nothing is to be done."""
    edits = replacing(text, replacements, shape_of(path).at)
    return None if edits is None else edited(text, edits)


TEXT = "title: 甲\ntext: |  # 注\n  一，二\n\n  三。\nlead: []\n"


@pytest.mark.parametrize(
    ("before", "replacement", "expected"),
    [
        # as it was written: without quotes where that is possible, else in the same ones
        ("title: 甲\n", put("乙", "title"), "title: 乙\n"),
        ("title: 甲  # 注\n", put("乙: 丙", "title"), 'title: "乙: 丙"  # 注\n'),
        ("title: '甲'\n", put("它's", "title"), "title: '它''s'\n"),
        ("title: '甲'\n", put("a\tb", "title"), "title: 'a\tb'\n"),
        ('title: "甲"\n', put('"乙"', "title"), 'title: "\\"乙\\""\n'),
        ("title: 甲\n", put("[乙]", "title"), 'title: "[乙]"\n'),
        ("lead: [甲, '乙']\n", put("a, b", "lead", 0), "lead: [\"a, b\", '乙']\n"),
        ("duty: 加强[重点]\n", put("推进", "duty", chars=(0, 2)), "duty: 推进[重点]\n"),
        ("title:\n", put("甲", "title"), "title: 甲\n"),
        ("lead:\n  -\n", put("甲", "lead", 0), "lead:\n  - 甲\n"),
        # a text where a text belongs, a number where a number does
        ("title: 2025\n", put("2025", "title"), 'title: "2025"\n'),
        ("别的: 2025\n", put("2026", "别的"), "别的: 2026\n"),
        ("别的: 甲\n", put("2026", "别的"), '别的: "2026"\n'),
        ('targets: [{due: "2027-06"}]\n', put("2027", "targets", 0, "due"), "targets: [{due: 2027}]\n"),
        ('targets: [{value: "1800"}]\n', put("1800", "targets", 0, "value"), "targets: [{value: 1800}]\n"),
        ("due: 2026\n", put("2027-06-30", "due"), "due: 2027-06-30\n"),
        ("targets: [{binding: yes}]\n", put("true", "targets", 0, "binding"), "targets: [{binding: true}]\n"),
        # what a list or record is written as alone
        ("lead: [甲]\n", put("乙", "lead", 0, "name"), "lead: [乙]\n"),
        ("targets: [{quote: 甲}]\n", put("乙", "targets", 0, "quote", 0), "targets: [{quote: 乙}]\n"),
        # in a block, some characters
        (TEXT, put("。\n", "text", chars=(1, 2)), TEXT.replace("，", "。\n  ")),
        (TEXT, put("", "text", chars=(5, 6)), TEXT.replace("三", "")),
        (TEXT, put("四\n\n五", "text", chars=(6, 7)), TEXT.replace("三。", "三四\n\n  五")),
        (TEXT, put("", "text", chars=(3, 5)), TEXT.replace("二\n\n  三", "二三")),
        (
            "notes:\n  备注: |+\n     甲\n\n",
            put("乙", "notes", "备注", chars=(0, 1)),
            "notes:\n  备注: |+\n     乙\n\n",
        ),
        # the space before a line is none of it, that before a text is
        ("title: '　甲'\n", put("乙", "title", chars=(0, 1)), "title: '　乙'\n"),
        ("text: |\n  　　甲\n", put("", "text", chars=(0, 2)), "text: |\n  甲\n"),
        # and all of them
        (TEXT, put("四。\n五。", "text"), TEXT.replace("一，二\n\n  三。", "四。\n  五。")),
        (
            "text: >-  # 注\n   甲\n\n\nlead: []\n",
            put("乙。\n丙", "text"),
            "text: |-  # 注\n   乙。\n   丙\n\n\nlead: []\n",
        ),
        ("text: |  # 注\n  甲\nlead: []\n", put(" 乙", "text"), 'text: " 乙"  # 注\nlead: []\n'),
        # one line becomes several
        ("text: 甲。乙  # 注\n", put("\n", "text", chars=(2, 2)), "text: |  # 注\n  甲。\n  乙\n"),
        ("lead:\n  - 甲", put("乙\n丙", "lead", 0), "lead:\n  - |\n    乙\n    丙"),
        ("notes: {备注: 甲}\n", put("乙\n丙", "notes", "备注"), 'notes: {备注: "乙\\n丙"}\n'),
        ("text:\n  甲\nlead: []\n", put("乙\n\n丙", "text"), "text:\n  |\n  乙\n\n  丙\nlead: []\n"),
        # a key
        (
            "lead: []\n'标题': 甲 # 注\n",
            Replacement(Place(TASK, ("标题",), "key"), "title"),
            "lead: []\n'title': 甲 # 注\n",
        ),
        # a part of the text itself
        ("title: 甲 # 注\n", Replacement(Place(TASK, span=(8, 12)), ""), "title: 甲\n"),
        ("title: 甲\u200b乙\n", Replacement(Place(TASK, span=(8, 9)), ""), "title: 甲乙\n"),
        ("title：甲\n", Replacement(Place(TASK, span=(5, 6)), ": "), "title: 甲\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_becomes_of_a_file(before: str, replacement: Replacement, expected: str, ending: str) -> None:
    """In the file's own line ends."""
    if replacement.place.span and ending != "\n":
        return
    assert after(before.replace("\n", ending), replacement) == expected.replace("\n", ending)


@pytest.mark.parametrize(
    ("text", "replacements"),
    [
        ("title: 甲\n", [put("乙", "title", chars=(0, 3))]),
        ("title: 甲\n", [put("甲", "title")]),
        ("title: 甲\n", [put("乙", "none")]),
        ("lead: [甲]\n", [put("乙", "lead")]),
        ("lead: [甲]\n", [put("乙", "lead", 1)]),
        ("lead: [甲]\n", [put("乙", "lead", 0), put("丙", "lead", 0, "name")]),
        ("due: 2027\n", [put("a: b", "due")]),
        ("titel: 甲\ntitle: 乙\n", [Replacement(Place(TASK, ("titel",), "key"), "title")]),
        ("lead: [甲]\n", [Replacement(Place(TASK, ("lead", 0), "key"), "title")]),
        ("title: 甲\u200b\n", [put("乙", "title", chars=(0, 1))]),
        ("title: 甲\n", [Replacement(Place(TASK, span=(5, 6)), "")]),
        ("title: 甲\nlead: []\n", [Replacement(Place(TASK, span=(8, 8)), "\nduty: 乙")]),
        ("title：甲\n", [Replacement(Place(TASK, span=(5, 6)), "，")]),
        ("title：甲\n", [put("乙", "title")]),
        ("title: 甲\n", []),
    ],
)
def test_what_is_not_done(text: str, replacements: list[Replacement]) -> None:
    """What does not fit the file, changes nothing, or would change something else."""
    assert after(text, *replacements) is None


# Any file, and any text.

HARD = (
    *(
        "甲",
        "",
        "a: b",
        "x # y",
        "2025",
        "true",
        "- a",
        "一。\n二。",
        "一。\n\n二",
        "'引'",
        '"x"',
        "[a, b]",
        " 空",
        "末 ",
    ),
    *(
        "#",
        "@",
        "%",
        "a\tb",
        "\n首",
        "尾\n",
        "😀",
        "2027-06",
        "&a",
        "|",
        "甲：乙",
        "--- a",
        "...",
        "C:\\x",
        "\u00a0",
        "~",
    ),
)
texts = st.one_of(st.sampled_from(HARD), st.text(st.characters(exclude_categories=["Cs"]), max_size=8))


def leaves(branch: Branch, route: Route = ()) -> Iterator[tuple[Route, Leaf]]:
    """Every value of a file that is no collection."""
    for index, entry in enumerate(branch.entries):
        here = (*route, str(entry.key.value) if entry.key else index)
        if isinstance(entry.value, Leaf):
            yield here, entry.value
        else:
            yield from leaves(entry.value, here)


def replaced(value: Value, route: Route, new: Value) -> Value:
    """A value with another one at a route."""
    if not route:
        return new
    if isinstance(value, dict):
        return {key: replaced(each, route[1:], new) if key == route[0] else each for key, each in value.items()}
    return tuple(replaced(each, route[1:], new) if at == route[0] else each for at, each in enumerate(value))


def stripped(value: Value) -> Value:
    """A value whose texts have no space behind them, which loading takes away."""
    if isinstance(value, dict):
        return {key: stripped(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(map(stripped, value))
    return value.rstrip() if isinstance(value, str) else value


@arbitrary
@given(files, texts, st.integers(0, 2**32))
def test_only_what_is_replaced_changes(written: Written, new: str, seed: int) -> None:
    """All other values stay, every comment, and every byte outside the edits."""
    lots = Random(seed)  # noqa: S311 - nothing is secret here
    text = decode(written.content)
    assert isinstance(text, str)
    route, leaf = lots.choice(list(leaves(read_tree(text))))
    old = leaf.value.text if isinstance(leaf.value, Plain) else leaf.value
    ends = sorted((lots.randint(0, len(old.rstrip("\n"))), lots.randint(0, len(old.rstrip("\n")))))
    chars = (ends[0], ends[1]) if lots.random() < 0.5 else None
    whole = old[: ends[0]] + new + old[ends[1] :] if chars else new
    shape = shape_of(written.path)
    edits = replacing(text, [Replacement(Place(written.path, route, chars=chars), new)], shape.at)
    if edits is None:
        return
    result = edited(text, edits)
    said = whole if shape.at(route).is_text else read(whole)
    assert stripped(parse(result).value) == stripped(replaced(parse(text).value, route, said))
    comments = [each.text for each in find_comments(text, read_tree(text).leaves)]
    assert [each.text for each in find_comments(result, read_tree(result).leaves)] == comments
    assert all(leaf.start <= edit.start and edit.end <= max(leaf.end, text.find("\n", leaf.end)) for edit in edits)


@arbitrary
@given(st.one_of(texts, st.text(max_size=20)))
def test_scalars_are_read_as_what_they_say(text: str) -> None:
    """However a text is written, in a list of lines and in brackets."""
    hidden = not parse(f"- {double_quoted(text)}\n").problems
    assert not hidden or parse(f"- {double_quoted(text)}\n").value == (text,)
    for style in ("", "'", '"'):
        assert not hidden or parse(f"k: {one_line(text, style)}\n").value == {"k": text}
        assert not hidden or parse(f"[{one_line(text, style, in_brackets=True)}]\n").value == (text,)
    for written in (plain(text), single_quoted(text)):
        assert written is None or parse(f"k: {written}\n").value == {"k": text}
    if set_off := block(text):
        lines = "\n".join(set_off.indented("  "))
        assert parse(f"k: {set_off.mark}\n{lines}\nl: 1\n").value == {"k": text, "l": Plain("1")}
