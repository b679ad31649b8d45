"""Whatever a file holds: no exception, every place inside its file, the same answer twice."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancli.diagnostics import Severity
from plancli.loading.loader import load
from tests.load.full import FULL
from tests.load.promises import arbitrary, keep
from tests.load.trees import Tree, dump, mappings, replaced, routes, scalars, trees
from tests.support import PLAN, REGISTER, TASK, Memory, world

FILES = (PLAN, REGISTER, TASK)


def test_the_full_plan_is_sound() -> None:
    """Else its fields are not tested where they are read."""
    found = keep({path: dump(tree) for path, tree in FULL.items()})
    assert {each.rule for each in found if each.severity is Severity.ERROR} == {"missing-task"}


def test_loading_keeps_nobody_else_s_garbage() -> None:
    """A program that loads plans for days would hold on to whatever was garbage while it loaded."""

    class Knot:
        def __init__(self) -> None:
            self.itself = self

    garbage = weakref.ref(Knot())
    load(Memory(world()))
    gc.collect()
    assert garbage() is None
    assert gc.isenabled()


@pytest.mark.parametrize("path", FILES)
@arbitrary
@given(content=st.binary(max_size=200))
def test_bytes(path: str, content: bytes) -> None:
    """Any bytes as any of the three files."""
    keep({**world(), path: content})


@pytest.mark.parametrize("path", FILES)
@arbitrary
@given(content=st.text(max_size=200))
@example(content="\ufeff\ufeff")
@example(content="a: 1\r b\n")
@example(content=":\r\r")
def test_text(path: str, content: str) -> None:
    """Any characters."""
    keep({**world(), path: content.encode("utf-8", "surrogatepass")})


@arbitrary
@given(name=st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=70))
@example(name="..")
@example(name="con")
def test_names_of_files(name: str) -> None:
    """Any name that a file can have."""
    keep({**world(), f"tasks/{name}.yaml": world()[TASK]})


def test_a_name_in_gbk() -> None:
    """Such files come out of archives from old Windows systems; the bytes stand as surrogates."""
    keep({**world(), "tasks/\udcbd\udcda.yaml": world()[TASK]})


@pytest.mark.parametrize("path", FILES)
@arbitrary
@given(content=st.text("abc:- \n\t\r\"'[]{}#|>&*!%@`,?\\：，　“”①甲到2027年。家", max_size=80))
def test_what_looks_like_yaml(path: str, content: str) -> None:
    """Marks of YAML and of Chinese prose, in any order."""
    keep({**world(), path: content})


@pytest.mark.parametrize("path", FILES)
@arbitrary
@given(tree=mappings, flow=st.booleans())
def test_trees(path: str, tree: dict[str, Tree], *, flow: bool) -> None:
    """Nested values under keys of the format and others."""
    keep({**world(), path: dump(tree, flow=flow)})


@pytest.mark.parametrize("path", FILES)
@arbitrary
@given(drawn=st.data())
def test_one_value_in_a_valid_file(path: str, drawn: st.DataObject) -> None:
    """Any value in the place of one that is sound: there most code waits for it."""
    route = drawn.draw(st.sampled_from(list(routes(FULL[path]))))
    value = drawn.draw(trees(scalars))
    files = {each: dump(tree) for each, tree in FULL.items()}
    keep({**files, path: dump(replaced(FULL[path], route, value), flow=drawn.draw(st.booleans()))})
