"""Every kind of change has an example, forwards and backwards."""

from __future__ import annotations

import pytest

from plancli.diff.kinds import AREAS, BY_NAME, KINDS
from plancli.views.change_words import MESSAGES
from tests.diff.examples import EXAMPLES, Example
from tests.diff.world import WORLD, between, edited, kinds, mirrored


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_an_edit_makes_exactly_its_kinds(example: Example) -> None:
    """And read backwards, exactly their mirrors."""
    new = edited(example.edits)
    assert kinds(between(WORLD, new).changes) == sorted(example.kinds)
    assert kinds(between(new, WORLD).changes) == mirrored(example.kinds)


def test_every_kind_has_an_example() -> None:
    """Forwards or backwards."""
    made = {name for example in EXAMPLES.values() for name in example.kinds}
    assert made | set(mirrored(made)) >= set(BY_NAME)


def test_every_kind_has_its_mirror() -> None:
    """And is the mirror of its mirror."""
    assert all(BY_NAME[BY_NAME[kind.mirror].mirror] is kind for kind in KINDS)
    assert len(BY_NAME) == len(KINDS)


def test_the_table_is_whole() -> None:
    """Every kind has an area and words, and there are no words without a kind."""
    assert {kind.area for kind in KINDS} == set(AREAS)
    assert {name.partition(".")[0] for name in MESSAGES} == set(BY_NAME)


def test_nothing_differs_from_itself() -> None:
    """Nor from itself with other comments, order of keys and quotes."""
    assert between(WORLD, WORLD).changes == ()
    text = WORLD["tasks/组织领导.yaml"]
    other = (
        "# 说明\nresponsible: [区生态环境局, \"区住建委\"]  # 两家\nlead: ['区发改委']\n"
        "text: 加强统筹协调。\ntitle: 组织领导\n"
    )
    assert between(WORLD, {**WORLD, "tasks/组织领导.yaml": other}).changes == ()
    assert other != text
