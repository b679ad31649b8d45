"""Values that do not fit: what could be chosen is told, and what a forbidden character has spoilt is not told twice."""

from __future__ import annotations

import pytest

from plancli.diagnostics import Fix, Place, Replacement
from plancli.source.yaml import Plain, parse
from tests.rules.cases_shape import goal, header, register
from tests.support import TASK, Files, diagnostics, said, task, wordings, world


@pytest.mark.parametrize(
    ("files", "choices", "meant"),
    [
        (task(goal("comparator: 不低于")), "at-least, more-than, at-most, less-than, between, exactly", "at-least"),
        (task(goal("per: month")), "year", ""),
        (task(goal("commitment: 力争")), "commit, aim", "aim"),
        (world(header("status: isued\n")), "draft, issued", "issued"),
        (world(header("checks: {no-lead: 错误}\n")), "error, warning, info, off", "error"),
        (world(header("numbering: 连续\n")), "continuous, restart", ""),
        (
            world(register("departments:\n  - {name: 区发改委, kind: 街道}\n  - {name: 区生态环境局, kind: party}\n")),
            "party, government, committee, vertical, subdistrict, enterprise, other",
            "subdistrict",
        ),
    ],
)  # fmt: skip
def test_what_could_be_chosen(files: Files, choices: str, meant: str) -> None:
    """The words of the format in its order, and the one that was meant."""
    (found,) = diagnostics(files)
    assert found.label == f"one of: {choices}"
    assert choices in found.help
    assert found.suggestions[:1] == ((meant,) if meant else ())


@pytest.mark.parametrize(
    "text",
    [
        "titl\u200be: 甲\n",
        "due: 20\u200b27\n",
        "lead: \u200b\n",
        "targets: 甲\u200b\n",
        "duty: '甲\u200b\n",
        "\u200b  - 甲\n",
        "status: dr\u200baft\nlead: [区\u200b发改委]\n",
    ],
)
def test_a_forbidden_character_is_told_alone(text: str) -> None:
    """Whatever it makes of the key, the value or the line in which it stands."""
    assert {each.partition(".")[0] for each in wordings(task(text))} <= {"forbidden-character", "unknown-key"}
    assert min(said(task(text)), key=lambda each: each.line).wording.startswith("forbidden-character")


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ('formerly: [甲, "旧\\u202e"]\n', ("formerly", 1)),
        ('notes: {列: "旧\\u202e"}\n', ("notes", "列")),
        ('targets:\n  - {id: 甲, quote: ["旧\\u202e"]}\n', ("targets", 0, "quote", 0)),
    ],
)
def test_a_character_by_an_escape(text: str, route: tuple[str | int, ...]) -> None:
    """Wherever its value stands."""
    assert route in [each.place.route for each in diagnostics(task(text)) if each.rule == "forbidden-character"]


@pytest.mark.parametrize(
    ("text", "told"), [('duty: "甲\\ufdd0"\n', "U+FDD0"), ('duty: "甲\\u4e59"\nleader: 乙\u200b\n', "U+200B")]
)
def test_what_stands_for_forbidden_characters_is_one(text: str, told: str) -> None:
    """A character of the file reads as U+FDD0; where a text brings that in by itself, it is told."""
    (found,) = diagnostics(task(text))
    assert told in found.message


@pytest.mark.parametrize(
    ("written", "shown"), [("甲" * 30, "甲" * 30), ("甲" * 31, f"{'甲' * 29}…"), ("甲" * 900, f"{'甲' * 29}…")]
)
def test_how_much_of_a_value_is_shown(written: str, shown: str) -> None:
    """About a line's width."""
    (found,) = diagnostics(world(header(f"status: {written}\n")))
    assert found.message == f"“{shown}” is not one of the values that stand here"


def test_the_first_of_several_full_width_colons() -> None:
    """The one that should be an ordinary one."""
    (found,) = said(task("notes:\n  列：甲：乙\n"))
    assert (found.wording, found.start) == ("wrong-type.mapping-colon", 4)


def test_a_number_for_a_text_is_mended_by_quotes() -> None:
    """Safely: the text stays to the character."""
    (found,) = diagnostics(task("title: 1.10\n"))
    assert found.fix == Fix("safe", (Replacement(Place(TASK, ("title",)), "1.10"),))


def test_merge_keys_only_where_they_merge() -> None:
    """In quotes it is a key like any."""
    assert parse('"<<": 甲\n').value == {"<<": "甲"}
    assert [each.case for each in parse("<<: {a: 1}\n").problems] == ["merge"]
    assert parse('"<<": 甲\na: 1\n').value == {"<<": "甲", "a": Plain("1")}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# 说明\n\n title: 甲\ntext: 推进。\n", 3),
        (" title: 甲\ntext: 推进。\n", 1),
        ("title: 甲\n text: 推进。\n", 2),
        ("title: 甲\nlead:\n  - 甲\n - 乙\n", 4),
        ("# 说明\n\n标题：甲\n", 3),
        ("  # 说明\n标题：甲\n正文：乙\n", 2),
    ],
)
def test_the_line_that_is_wrong(text: str, line: int) -> None:
    """Not the one on which the parser notices."""
    (found,) = said(world(f"# tasks/节能降碳.yaml (whole)\n{text}"))
    assert (found.wording.partition(".")[0], found.line) == ("invalid-yaml", line)
