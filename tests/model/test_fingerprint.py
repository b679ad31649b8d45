"""The content fingerprint: what a plan says changes it, how it is written does not."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.loading.loader import load
from tests.load.full import FULL
from tests.load.promises import arbitrary
from tests.load.trees import Tree, dump, replaced, routes
from tests.support import PLAN, TASK, Files, Memory, task, world

FILES = {path: dump(tree) for path, tree in FULL.items()}

OTHERWISE = {
    "format": None,
    "title": "别的",
    "by": "别的", "number": "2号", "url": "http://b", "on": "2025-07-02",
    "code": '"500104"',
    "status": "draft", "language": "en", "run_in_titles": "false", "numbering": "continuous",
    "start": "2024", "end": "2028",
    "kind": "other", "until": "2026-03-02", "complete": "true", "confirmed": "true", "binding": "false",
    "comparator": "more-than", "value": "7", "due": "2026", "commitment": "commit", "year": "2023", "per": None,
    "no-lead": "error",
}  # fmt: skip
"""Another sound value for a key; 别的 where the key takes any text; None where there is no other one."""


SPECIAL: dict[tuple[str | int, ...], str | None] = {
    ("targets", 1, "value", 0): "0",
    ("targets", 1, "value", 1): "3",
    ("targets", 1, "comparator"): None,
    ("diff", "text-reworded"): "off",
}
"""Likewise, for a place."""


def fingerprint(files: Files) -> str:
    """Of the plan in these files."""
    return load(Memory(files)).plan.fingerprint


ORIGINAL = fingerprint(dict(FILES))


def every_scalar() -> list[tuple[str, tuple[str | int, ...]]]:
    """Every place in the full plan with a value that can be another one."""
    found = []
    for path, tree in FULL.items():
        for route in routes(tree):
            other = SPECIAL.get(route, OTHERWISE.get(key_of(route), "别的"))
            if isinstance(at(tree, route), str) and other is not None:
                found.append((path, route))
    return found


def at(tree: Tree, route: tuple[str | int, ...]) -> Tree:
    """What stands at a route."""
    found: Any = tree
    for step in route:
        found = found[step]
    return cast("Tree", found)


def key_of(route: tuple[str | int, ...]) -> str:
    """The last key on a route."""
    return [step for step in route if isinstance(step, str)][-1]


def test_it_is_twelve_hex_digits() -> None:
    """Short enough for a page's foot."""
    assert re.fullmatch("[0-9a-f]{12}", ORIGINAL)


@pytest.mark.parametrize(("path", "route"), every_scalar(), ids=str)
def test_every_value_changes_it(path: str, route: tuple[str | int, ...]) -> None:
    """None of the plan's content is left out."""
    other = SPECIAL.get(route, OTHERWISE.get(key_of(route), "别的")) or ""
    files = {**FILES, path: dump(replaced(FULL[path], route, other))}
    loaded = load(Memory({**files}))
    assert loaded.findings == ()
    assert loaded.plan.fingerprint != ORIGINAL


@pytest.mark.parametrize(
    ("path", "key"),
    [(path, key) for path, tree in FULL.items() for key in tree if key not in {"format", "language", "support"}],
)
def test_a_key_that_is_left_out_changes_it(path: str, key: str) -> None:
    """Of the others, what is written is what is meant without it; `support: []` is told below."""
    files: Files = {**FILES, path: dump({each: value for each, value in FULL[path].items() if each != key})}
    assert fingerprint(files) != ORIGINAL


@arbitrary
@given(drawn=st.data())
def test_how_it_is_written_does_not_change_it(drawn: st.DataObject) -> None:
    """Key order, comments, quotes, flow or block style, line ends, a byte order mark."""
    files: Files = {}
    for path, tree in FULL.items():
        shuffled = dict(drawn.draw(st.permutations(list(tree.items()))))
        text = dump(shuffled, flow=drawn.draw(st.booleans()))
        if drawn.draw(st.booleans()):
            text = re.sub(r"(?<=[ \[])(区\w+|按职责|分管副区长)(?=[,\n\]}])", r"'\1'", text)
        if drawn.draw(st.booleans()):
            text = "# 说明\n" + text.replace("\n", "  # 注\n")
        if drawn.draw(st.booleans()):
            text = text.replace("\n", "\r\n")
        files[path] = text.encode(drawn.draw(st.sampled_from(["utf-8", "utf-8-sig"])))
    assert fingerprint(files) == ORIGINAL


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("lead: [区发改委]\n", "lead: [{name: 区发改委}]\n"),
        ("targets: []\n", ""),
        ("notes: {}\n", ""),
        ("text: |\n  推进。\n", "text: |2\n  推进。\n\n"),
        ("text: 推进。\n", "text: '推进。'\n"),
        ("text: |\n  推进。\n  落实。\n", "text: >\n  推进。\n\n  落实。\n"),
        ("text: |-\n  推进。\n", "text: 推进。\n"),
        ("text: |\n  推进。\n", "text: 推进。\n"),
    ],
)
def test_two_ways_to_say_one_thing(one: str, another: str) -> None:
    """A default written out, the short and the long form."""
    assert fingerprint(task(one)) == fingerprint(task(another))


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("support: []\n", "# 无\n"),
        ("lead: [区发改委, 区生态环境局]\n", "lead: [区生态环境局, 区发改委]\n"),
        ("text: 甲。\n", "text: 甲\n"),
    ],
)
def test_two_things(one: str, another: str) -> None:
    """—— is not a blank; the order of units is the document's."""
    assert fingerprint(task(one)) != fingerprint(task(another))


def test_the_order_of_tasks_changes_it() -> None:
    """It is the document's; the order of the files is nobody's."""
    tasks = "".join(f"# tasks/{name}.yaml (whole)\ntitle: {name}\ntext: 推进。\n" for name in "ab")
    plans = [
        f"# {PLAN}\noutline: [{{heading: 甲, tasks: [{names}]}}]\n" for names in ("a, b, 节能降碳", "b, a, 节能降碳")
    ]
    one, another = (fingerprint(world(plan + tasks)) for plan in plans)
    assert one != another


def test_a_tasks_id_changes_it() -> None:
    """A renamed file is another task."""
    renamed = {("tasks/别的.yaml" if path == TASK else path): text for path, text in FILES.items()}
    assert fingerprint({**renamed}) != ORIGINAL
