"""Numbered clauses: what counts as one, and where their numbers slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.model.numbering import chinese
from plancli.prose.enumerations import begins_clause, enumerations, may_enumerate
from tests.load.promises import arbitrary

STYLES = ("{0}是", "{0}要", "（{0}）", "第{0}，", "（{1}）", "{1}）", "{1}. ", "{1}．", "{1}、", "{2}")
"""How clauses are numbered: in Chinese numerals, in digits, in rings."""


def marker(style: str, number: int) -> str:
    """What a clause of this number begins with."""
    return style.format(chinese(number), number, chr(ord("①") + number - 1))


def clauses(style: str, *numbers: int) -> str:
    """A text with these clauses."""
    return "".join(f"{marker(style, number)}推进工作。\n" for number in numbers)


def lengths(text: str) -> list[int]:
    """How many clauses each list of a text has."""
    return [run.last.number for each in enumerations(text) for run in each.runs]


def slips(text: str) -> list[tuple[str, ...]]:
    """What a text's numbers do wrong: how, the marker, the one before."""
    found = (each.slip for each in enumerations(text) if each.slip)
    return [(slip.case, *(text[each.start : each.end] for each in slip[1:])) for slip in found]


@pytest.mark.parametrize("style", STYLES)
def test_clauses_that_are_numbered_through(style: str) -> None:
    """Every style is known; a list may begin anew."""
    text = clauses(style, 1, 2, 3) + clauses(style, 1, 2)
    assert may_enumerate(text)
    assert (lengths(text), slips(text)) == ([3, 2], [])


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("numbers", "case"), [((1, 3), "gap"), ((1, 2, 3, 5, 6), "gap"), ((1, 2, 2, 3), "repeated")])
def test_numbers_that_slip(style: str, numbers: tuple[int, ...], case: str) -> None:
    """Told at the first that does not go on, once."""
    ((found, there, before),) = slips(clauses(style, *numbers))
    at = next(index for index in range(1, len(numbers)) if numbers[index] != numbers[index - 1] + 1)
    assert found == case
    assert (there, before) == tuple(marker(style, numbers[index]).rstrip() for index in (at, at - 1))


@arbitrary
@given(counts=st.lists(st.integers(1, 9), min_size=1, max_size=4), style=st.sampled_from(STYLES))
def test_any_lists_one_behind_the_other(counts: list[int], style: str) -> None:
    """Each is counted by itself, none has a slip."""
    text = "".join(clauses(style, *range(1, count + 1)) for count in counts)
    assert slips(text) == []
    assert lengths(text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "一是建立机制（一是甲，二是乙）；二是强化保障。",
        "（一）甲（1. 乙；2. 丙）。（二）丁（1. 戊；2. 己）。",
        "按照第（一）项、第（三）项规定办理。",
        "落实：（一）、（三）项要求。",
        "对照（一）（三）要求整改。",
        "推动第一、第三产业融合。",
        "一、三产业融合发展。",
        "占比1.5%，增长3.2%。",
        "1、3月完成。",
        "1号线、3号线提质。",
        "如图①、图③所示。",
        "方案①和方案③同步推进。",
        "唯一是甲，三是乙。",
        "一要素市场化改革，三要素保障。",
        "（二）甲。（四）乙。",
        "二是甲；四是乙。",
        "一是甲。12是乙。",
        "1. 甲。\n20. 乙。",
        "一是甲，其中二是乙；三是丙。",
        "①甲②乙；③丙。",
        "说一是一，说三是三。",
        "《意见（一）》《意见（三）》。",
        "一是甲，包括：一是子，二是丑；二是乙；三是丙。",
        "（一）甲：1. 子。2. 丑。\n（二）乙：1. 寅。2. 卯。",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    """References, names and numbers; lists that begin elsewhere, or stand inside each other."""
    assert slips(text) == []


@pytest.mark.parametrize(
    "text", ["一是甲", "（三）甲", "3. 甲", "2）甲", "④甲", "第二，甲", "- 甲", "●甲", "(1)甲", "其次，甲"]
)
def test_what_begins_a_clause(text: str) -> None:
    """Then the line before may end without a full stop."""
    assert begins_clause(text, 0)


@pytest.mark.parametrize("text", ["甲", "2027年", "1.5万", "一批", "三大", "（试点）", "十五五", "5G"])
def test_what_begins_none(text: str) -> None:
    """Numbers and names that a sentence begins or goes on with."""
    assert not begins_clause(text, 0)
