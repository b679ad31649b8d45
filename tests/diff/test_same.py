"""Tasks that come without ids: found by their words, and not where it could be another one."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from plancli.diff.resemblance import THRESHOLD, compared, read
from plancli.diff.same import CERTAIN, Same, Unclear, sameness
from plancli.loading.loader import load
from plancli.model.task import Task
from plancli.source.folder import Folder

PLAN = Path(__file__).parents[2] / "plan"
LONG = "加快推进绿色金融改革创新试验区核心区建设，引导金融机构设立绿色专营机构，提升绿色金融要素集聚和辐射能力。"
OTHER = "健全垃圾分类投放、收集、运输、处理体系，推动居民小区分类设施全覆盖，提高回收利用水平。"


def task(identifier: str, title: str, text: str) -> Task:
    """A task."""
    return Task(id=identifier, title=title, text=text)


def found(
    old: list[tuple[str, str]], new: list[tuple[str, str]], said: dict[str, str | None] | None = None
) -> tuple[dict[str, Same], list[Unclear]]:
    """What becomes of tasks with these titles and texts: the plan's are called a, b, c, the others x, y, z."""
    before = {name: task(name, *words) for name, words in zip("abc", old, strict=False)}
    after = {name: task(name, *words) for name, words in zip("xyz", new, strict=False)}
    by_words = (lambda each: each.text, lambda each: each.text)
    result = sameness(before, after, by_words, after, said or {})
    return result.same, result.unclear


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ([("甲", LONG), ("乙", OTHER)], [("乙", OTHER), ("甲", LONG)], {"x": "b", "y": "a"}),  # in any order
        ([("甲", LONG), ("乙", OTHER)], [("丙", OTHER), ("丁", LONG)], {"x": "b", "y": "a"}),  # by text
        ([("甲", LONG), ("乙", OTHER)], [("乙", LONG), ("甲", OTHER)], {"x": "a", "y": "b"}),  # by text before title
        ([("甲方案", "一。"), ("乙方案", "二。")], [("乙方案", "全然不同。")], {"x": "b"}),  # by title
        ([("甲", LONG)], [("乙", LONG.replace("引导", "鼓励"))], {"x": "a"}),  # by likeness
        ([("甲", LONG)], [("乙", OTHER)], {}),
        (
            [("甲", "抓好落实。"), ("乙", "抓好落实。")],
            [("乙", "抓好落实。"), ("甲", "抓好落实。")],
            {"x": "b", "y": "a"},
        ),
        (
            [("甲", "抓好落实。"), ("甲", "抓好落实。")],
            [("甲", "抓好落实。"), ("甲", "抓好落实。")],
            {"x": "a", "y": "b"},
        ),
        ([("甲", "抓好落实。")], [("甲", "抓好落实。"), ("乙", "抓好落实。")], {"x": "a"}),
    ],
)
def test_which_is_which(old: list[tuple[str, str]], new: list[tuple[str, str]], same: dict[str, str]) -> None:
    """Each at most once."""
    assert ({one: each.old for one, each in found(old, new)[0].items()}, found(old, new)[1]) == (same, [])


def test_how_sure_it_is() -> None:
    """All words, or a title beside another text."""
    same, _ = found([("甲方案", LONG), ("乙", OTHER)], [("甲方案", "全然不同。"), ("丙", OTHER)])
    assert same == {"x": Same("a", "title", 3), "y": Same("b", "words", 100)}
    assert (same["x"].is_certain, same["y"].is_certain) == (False, True)
    ((_, close),) = found([("甲", LONG * 2)], [("乙", LONG * 2 + OTHER[:5])])[0].items()
    assert (close.how, close.percent > CERTAIN * 100, close.is_certain) == ("likeness", True, True)


@pytest.mark.parametrize(
    ("old", "new", "unclear"),
    [
        ([("甲", LONG)], [("一", LONG[:-9]), ("二", LONG[8:])], Unclear(("a",), ("x", "y"))),
        ([("一", LONG[:-9]), ("二", LONG[8:])], [("甲", LONG)], Unclear(("a", "b"), ("x",))),
        ([("甲", "抓好落实。")], [("乙", "抓好落实。"), ("丙", "抓好落实。")], Unclear(("a",), ("x", "y"))),
    ],
)
def test_what_could_be_either(old: list[tuple[str, str]], new: list[tuple[str, str]], unclear: Unclear) -> None:
    """Is not decided, unless a title tells, or a person."""
    assert found(old, new) == ({}, [unclear])
    same, left = found(old, new, {"x": "a"})
    assert (same["x"], left) == (Same("a", "said", 100), [])
    assert found([("甲方案", LONG)], [("一", LONG[:-9]), ("甲方案", LONG[8:])])[0]["y"].old == "a"


def test_different_tasks_of_the_real_plan_are_far_apart() -> None:
    """By more than the margin, from the likeness that is needed."""
    texts = read(load(Folder(PLAN)).plan.by_id)
    likest = max(compared(texts[one], texts[other]).score for one, other in combinations(texts, 2))
    assert likest < THRESHOLD - 0.15


def test_the_order_of_mappings_decides_nothing() -> None:
    """Likest first, whatever comes first."""
    old = [("甲", LONG), ("乙", OTHER)]
    new = [("一", LONG.replace("引导", "鼓励")), ("二", OTHER.replace("健全", "完善"))]
    assert {same.old for same in found(old, new)[0].values()} == {"a", "b"}
    assert {one: same.old for one, same in found(old[::-1], new)[0].items()} == {"x": "b", "y": "a"}


def test_ids_decide_nothing() -> None:
    """Where nothing tells many tasks apart, none is found, though ids are the same on both sides."""
    old = {f"甲-{at}": task(f"甲-{at}", "甲", "推进落实相关工作任务，确保按时完成。") for at in range(40)}
    new = {f"甲-{at}": task(f"甲-{at}", "甲", f"推进落实相关工作任务，力争按时完成{at}。") for at in range(40)}
    words = (lambda each: each.text, lambda each: each.text)
    assert sameness(old, new, words, (), {}).same == {}
