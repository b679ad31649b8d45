"""Any outline becomes any other: just that one, with the comments of what stays."""

from __future__ import annotations

import re
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from plancli.edit.rename import spliced
from plancli.edit.update_outline import Outlined
from plancli.edit.update_outline_file import outline_edits
from plancli.loading.loader import load
from plancli.model.header import Heading
from tests.load.promises import arbitrary
from tests.support import BASE, PLAN, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.header import Header

HEAD = "format: 1\ntitle: 计划\nperiod: {start: 2025, end: 2027}\noutline:  # 头\n"
Tree = dict[str, Any]


def header(text: str) -> Header:
    """What a plan.yaml says."""
    plan = load(Memory({**BASE, PLAN: text})).plan
    assert not plan.gaps.keys.get(PLAN)
    return plan.header


def revised(text: str, outline: list[Tree]) -> str:
    """A plan.yaml with another outline, which it then has."""
    old = header(text)
    new = tuple(map(heading, outline))
    present = frozenset(each for _, each in old.entries()), frozenset(tasks(outline))
    outlined = Outlined(old, new, present)
    after = spliced(text.encode(), outline_edits(text, outlined)).decode()
    assert header(after).outline == outlined.new
    return after


def heading(tree: Tree) -> Heading:
    """A heading of the model."""
    if "tasks" in tree:
        return Heading(heading=tree["heading"], tasks=tuple(tree["tasks"]))
    return Heading(heading=tree["heading"], sections=tuple(map(heading, tree["sections"])))


def walk(outline: list[Tree]) -> Iterator[Tree]:
    """Every heading."""
    for tree in outline:
        yield tree
        yield from walk(tree.get("sections", []))


def tasks(outline: list[Tree]) -> list[str]:
    """Every task."""
    return [each for tree in walk(outline) for each in tree.get("tasks", [])]


TEXT = (
    HEAD
    + """\
  # 甲上
  - heading: 甲  # 甲后
    sections:
      - heading: 子
        tasks:
          # 一上
          - 一  # 一后
          - 二
  - heading: 乙
    tasks: [三, 四]  # 乙后
  # 丙上
  - heading: 丙
    tasks: []
# 尾
checks: {}
"""
)


def test_a_heading_that_moves_takes_its_comments_along() -> None:
    """And so does a task, even to another depth; where it comes into brackets, they stay."""
    moved: list[Tree] = [
        {"heading": "乙", "tasks": ["三", "二", "四"]},
        {"heading": "甲", "sections": [{"heading": "子", "tasks": ["新"]}, {"heading": "丑", "tasks": ["一"]}]},
    ]
    assert (
        revised(TEXT, moved)
        == HEAD
        + """\
  - heading: 乙
    tasks: [三, 二, 四]  # 乙后
  # 丙上
  - heading: 丙
    tasks: []
  # 甲上
  - heading: 甲  # 甲后
    sections:
      - heading: 子
        tasks:
          - 新
      - heading: 丑
        tasks:
          # 一上
          - 一  # 一后
# 尾
checks: {}
"""
    )


def test_a_heading_is_known_by_its_tasks() -> None:
    """Where most of them are under one of another name, it is called so now."""
    named: list[Tree] = [
        {"heading": "首", "sections": [{"heading": "子", "tasks": ["一", "二"]}]},
        {"heading": "乙", "tasks": ["三", "四"]},
    ]
    assert revised(TEXT, named) == TEXT.replace("heading: 甲", "heading: 首")


def test_a_heading_that_gets_sections_instead_of_tasks() -> None:
    """Is a new one."""
    deeper: list[Tree] = [
        {"heading": "甲", "sections": [{"heading": "子", "tasks": ["一", "二"]}]},
        {"heading": "乙", "sections": [{"heading": "丑", "tasks": ["三", "四"]}]},
    ]
    assert revised(TEXT, deeper) == TEXT.replace(
        "    tasks: [三, 四]  # 乙后\n",
        "    sections:\n      - heading: 丑\n        tasks:\n          - 三\n          - 四\n",
    )


# Whatever it looks like.


def drawn(lots: Random, depth: int, left: list[str], names: Iterator[int]) -> list[Tree]:
    """Headings with tasks of those that are left."""
    outline: list[Tree] = []
    for _ in range(lots.randint(1, 3)):
        named = {"heading": f"标题{next(names)}"}
        if depth and lots.random() < 0.4:
            outline.append({**named, "sections": drawn(lots, depth - 1, left, names)})
        else:
            outline.append({**named, "tasks": [left.pop() for _ in range(min(lots.randint(0, 3), len(left)))]})
    return outline


def changed(lots: Random, outline: list[Tree], number: int) -> None:
    """Change it in one way."""
    trees = list(walk(outline))
    leaves = [tree for tree in trees if "tasks" in tree]
    one, other = lots.choice(leaves), lots.choice(leaves)
    match lots.randint(0, 6):
        case 0:
            one["tasks"].insert(0, f"新{number}")
        case 1:
            lots.shuffle(outline)
        case 2:
            lots.shuffle(one["tasks"])
        case 3:
            lots.choice(trees)["heading"] += "改"
        case 4 if one["tasks"] and one is not other:
            other["tasks"].append(one["tasks"].pop())
        case 5 if one["tasks"]:
            one["tasks"].pop(0)
        case 6 if len(outline) > 1:
            outline.pop()


def written(lots: Random, outline: list[Tree], margin: int, comments: Iterator[int]) -> Iterator[str]:
    """Its lines, with comments in every place."""

    def above(column: int) -> Iterator[str]:
        if lots.random() < 0.3:
            yield " " * column + f"# 注{next(comments)}\n"
        if lots.random() < 0.1:
            yield "\n"

    def behind() -> str:
        return f"  # 注{next(comments)}\n" if lots.random() < 0.3 else "\n"

    for tree in outline:
        key = "tasks" if "tasks" in tree else "sections"
        yield from above(margin)
        yield " " * margin + f"- heading: {tree['heading']}" + behind()
        yield from above(margin + 2)
        inside = margin + lots.choice([2, 4])
        if not tree[key] or (key == "tasks" and lots.random() < 0.3):
            yield " " * (margin + 2) + f"{key}: [{', '.join(tree[key])}]" + behind()
            continue
        yield " " * (margin + 2) + f"{key}:" + behind()
        if key == "sections":
            yield from written(lots, tree[key], inside, comments)
            continue
        for task in tree[key]:
            yield from above(inside)
            yield " " * inside + f"- {task}" + behind()


def comments_of(text: str) -> list[str]:
    """Every comment."""
    return sorted(re.findall("# 注[0-9]+", text))


@arbitrary
@given(st.integers(0, 2**32))
def test_any_outline(seed: int) -> None:
    """It says what it is to say; no comment comes twice, and none is lost where only tasks come or move in order."""
    lots = Random(seed)  # noqa: S311 - nothing is secret here
    old = drawn(lots, 2, [f"任务{number}" for number in range(12)], count())
    text = HEAD + "".join(written(lots, old, lots.choice([0, 2]), count()))
    text = lots.choice([text, text.rstrip("\n"), text + "# 尾\n", text.replace("\n", "\r\n")])
    if lots.random() < 0.3:
        assert revised(text, old) == text
    new = [dict(tree) for tree in old]
    for tree in walk(new):
        tree.update(
            {
                key: list(map(dict, tree[key])) if key == "sections" else list(tree[key])
                for key in ("sections", "tasks")
                if key in tree
            }
        )
    for number in range(lots.randint(0, 4)):
        changed(lots, new, number)
    after = revised(text, new)
    found = comments_of(after)
    assert len(set(found)) == len(found)
    assert set(found) <= set(comments_of(text))
    if (
        tasks(old) == [task for task in tasks(new) if not task.startswith("新")]
        and len(list(walk(old))) == len(list(walk(new)))
        and [tree["heading"] for tree in walk(old)] == [tree["heading"] for tree in walk(new)]
    ):
        assert found == comments_of(text)
