"""YAML to values: what YAML 1.2 says, and the caps that keep a file from stalling the program."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from plancli.source.yaml import MAX_DEPTH, MAX_NODES, Plain, locate, parse
from tests.load.promises import arbitrary
from tests.load.trees import Tree, dump, trees

WORDS = [
    *("", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "nULL", "yes", "no", "on", "off", "y", "0"),
    *("-1", "+12", "012", "1.10", "-.5", "5.", "1e3", "1E-3", "0x1F", "0o17", ".inf", "-.Inf", ".NaN", "1.2.3"),
    *("1,000", "12:30", "1e", "0x", "e3", "--1", "节能降碳", "区发改委、区财政局", "到2027年，建成1家。"),
    *("a-b", "a b", "“甲”", "①", "-1家", "50%", "http://a.b/c#d", "a:b", "x#y"),
]
"""Plain scalars on which YAML 1.1, YAML 1.2 and people disagree."""

QUOTED = ['"2025"', "'true'", '"甲\\u4e59"', "'it''s'", '"a\\tb"', '""']


def ours_by_ruamel(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    """What ruamel's pure loader reads, as far as types go: a scalar that is no text has none."""
    if isinstance(value, dict):
        return {str(key): ours_by_ruamel(each) for key, each in value.items()}  # a date is text
    if isinstance(value, list):
        return tuple(map(ours_by_ruamel, value))
    return value if isinstance(value, str) else Plain


def typed(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    """What we read, likewise."""
    if isinstance(value, dict):
        return {key: typed(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(map(typed, value))
    return Plain if isinstance(value, Plain) else value


leaves: st.SearchStrategy[Tree] = st.sampled_from([*WORDS, *QUOTED])


@arbitrary
@given(tree=trees(leaves))
def test_values_are_those_of_yaml_1_2(tree: Tree) -> None:
    """Text is text where ruamel's pure safe loader has it so; everything else is a `Plain`."""
    text = dump({"a": tree})
    found = parse(text)
    assume(not found.problems)
    assert typed(found.value) == ours_by_ruamel(YAML(typ="safe", pure=True).load(StringIO(text)))


@pytest.mark.parametrize("word", WORDS)
def test_a_plain_keeps_its_exact_text(word: str) -> None:
    """1.10 stays 1.10."""
    value = parse(f"- {word}\n").value
    assert value in {(word,), (Plain(word),)}


@arbitrary
@given(tree=trees(leaves))
def test_everything_that_is_read_has_a_place(tree: Tree) -> None:
    """Each route of the value leads to a node."""
    text = dump({"a": tree})
    found = parse(text)
    assume(not found.problems)
    assert set(routes(found.value)) == set(locate(text))


def routes(value: Any, route: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:  # noqa: ANN401 - likewise
    """The routes to a value and to everything in it."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    return [route, *(each for step, inside in steps for each in routes(inside, (*route, step)))]


# Caps.


def the_problem(text: str) -> tuple[str, str]:
    """The one problem's rule and case."""
    found = parse(text)
    assert found.value is None
    (problem,) = found.problems
    return problem.rule, problem.case


def test_depth() -> None:
    """As deep as allowed, and one more."""
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == []
    assert the_problem("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ("nesting_too_deep", "")


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? ", '{"a":'])
def test_nesting_that_crashes_other_loaders(opener: str) -> None:
    """28,000 deep; the process lives, and so do the positions."""
    text = opener * 28_000
    assert the_problem(text)[0] == "nesting_too_deep"
    assert len(locate(text)) <= 2 * MAX_DEPTH + 2


def test_nodes() -> None:
    """As many as allowed, and one more; keys count."""
    assert parse(f"[{', '.join('a' * (MAX_NODES - 1))}]").problems == []
    assert the_problem(f"[{', '.join('a' * MAX_NODES)}]") == ("file_too_large", "nodes")
    assert the_problem("a:\n" + "- []\n" * MAX_NODES) == ("file_too_large", "nodes")
    assert the_problem("".join(f"a{number}: b\n" for number in range(MAX_NODES // 2 + 1))) == (
        "file_too_large",
        "nodes",
    )


def test_a_bomb_of_aliases_is_not_expanded() -> None:
    """Nine lists of nine aliases each would be 9^9 values."""
    lines = ["a0: &a0 [甲]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]
    found = parse("\n".join(lines))
    assert found.value is None
    assert [(problem.case, problem.first) for problem in found.problems] == [("alias", (4, 7))]


def test_a_large_block_is_one_value() -> None:
    """The caps count values, not bytes."""
    text = "  " + "甲" * 300_000 + "\n"
    assert parse(f"text: |\n{text}").value == {"text": text.lstrip(" ")}
