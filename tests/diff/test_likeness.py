"""Tasks that look alike: reworded by hand as a revision does it, and nothing where nothing is."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from plancli.diff.likeness import Likeness, alike
from plancli.diff.resemblance import THRESHOLD
from plancli.loading.loader import load
from plancli.model.task import Task
from plancli.source.folder import Folder
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

REAL = load(Folder(Path(__file__).parents[2] / "plan")).plan.by_id
"""The tasks of the real plan."""

MIRRORED = {"renamed": "renamed", "split": "merged", "merged": "split"}


def task(identifier: str, text: str, title: str = "") -> tuple[str, Task]:
    """A task by its id, which is its title, too, where nothing else is said."""
    return identifier, Task(id=identifier, title=title or identifier, text=text)


def real(*identifiers: str) -> dict[str, Task]:
    """Tasks of the real plan."""
    return {identifier: REAL[identifier] for identifier in identifiers}


def lines(identifier: str, *chosen: int) -> str:
    """Some sentences of a task of the real plan."""
    every = REAL[identifier].text.split("\n")
    return "\n".join(every[number] for number in chosen)


def shown(found: tuple[Likeness, ...]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """What is suggested, without how sure it is."""
    return [(each.how, each.old, each.new) for each in found]


def mirrored(found: tuple[Likeness, ...]) -> set[Likeness]:
    """The same, read backwards."""
    return {Likeness(MIRRORED[each.how], each.new, each.old, each.percent) for each in found}  # type: ignore[arg-type] # a key of the table


# Nothing where nothing is.


def test_no_two_tasks_of_the_real_plan_look_alike() -> None:
    """None of the 870 pairs, nor one half of the plan beside the other."""
    assert not [pair for pair in permutations(REAL, 2) if alike(real(pair[0]), real(pair[1]))]
    assert alike(real(*list(REAL)[::2]), real(*list(REAL)[1::2])) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("新建充电桩", "加快推进充电桩建设。"), ("老旧小区改造", "加快推进老旧小区改造。")),
        (("社区养老", "到2027年，建成1家。"), ("绿色商场", "到2027年，建成10家。")),
        (("一", "。"), ("二", "！")),
    ],
)
def test_short_texts_are_not_alike_by_their_verbs(old: tuple[str, str], new: tuple[str, str]) -> None:
    """What is to be done with what decides, and the title tells it."""
    assert alike(dict([task(*old)]), dict([task(*new)])) == ()


@pytest.mark.parametrize(("removed", "added"), [((), ()), (("节能降碳",), ()), ((), ("节能降碳",))])
def test_nothing_on_a_side(removed: tuple[str, ...], added: tuple[str, ...]) -> None:
    """What is on no side is like nothing."""
    assert alike(real(*removed), real(*added)) == ()


# Renamed.

POLISHED = """\
围绕能源、建筑、交通、公共机构、用能设备等重点领域，支持重点用能企业联合节能服务公司深化节能技术改造合作，加快推动用能低碳化改造、配电网改造、智能建造、建筑节能改造、通用照明设备更新升级等节能降碳工程，严格执行节能监察制度。
引导用能单位持续开展低碳、零碳、负碳基础性研究，推广节能降碳减污增效协同等技术创新，加大替代产品创新和应用力度。
推进低碳应用场景试点，探索打造低碳、近零碳排放示范园区、示范街区、示范社区、示范楼宇等低碳空间。
到2027年，单位GDP能耗、单位GDP二氧化碳排放降低完成全市下达计划。
"""
REWRITTEN = """\
建立绿色产业数据统计机制，会同市级统计部门形成部门统计与统计部门协调一致、互为补充的绿色产业统计监测指标体系。
健全重点指标监测预测和信息发布制度，每季度通报重点领域、重点行业发展情况。
"""


@pytest.mark.parametrize(
    ("old", "new", "percent"),
    [
        ("节能降碳", task("节能降碳增效", REAL["节能降碳"].text), 92),
        ("节能降碳", task("节能降碳增效", POLISHED), 86),
        ("节能降碳", task("推动重点领域绿色转型", POLISHED), 71),
        ("完善统计体系", task("健全绿色产业统计制度", REWRITTEN), 56),
        ("完善统计体系", task("健全绿色产业统计制度", REWRITTEN, "完善统计体系"), 80),
        ("完善统计体系", task("健全绿色产业统计制度", REAL["环境监测"].text, "完善统计体系"), 0),
        ("加强组织领导", task("强化统筹", lines("加强组织领导", 2, 1, 0), "加强组织领导"), 100),
    ],
)
def test_renamed(old: str, new: tuple[str, Task], percent: int) -> None:
    """Titles and texts count; sentences in another order are the same ones, and an equal title says much."""
    expected = (Likeness("renamed", (old,), (new[0],), percent),) if percent >= THRESHOLD * 100 else ()
    assert alike(real(old), dict([new])) == expected


def test_each_is_the_likeliest_of_the_other() -> None:
    """Two that came from one are no two renamed ones: the likelier is."""
    near = task("甲", POLISHED)
    nearer = task("乙", REAL["节能降碳"].text)
    assert shown(alike(real("节能降碳"), dict([near, nearer]))) == [("renamed", ("节能降碳",), ("乙",))]


def test_equally_likely_ones_are_told_one_by_one() -> None:
    """Three that are the same on both sides: each has one."""
    text = REAL["环境监测"].text
    old = dict(task(identifier, text, "环境监测") for identifier in ("丙", "甲", "乙"))
    new = dict(task(identifier, text, "环境监测") for identifier in ("子", "寅", "丑"))
    assert alike(old, new) == tuple(
        Likeness("renamed", (one,), (other,), 100) for one, other in zip(sorted(old), sorted(new), strict=True)
    )


# Split and merged.

SHOPS = task("建设绿色市场", lines("推广绿色消费方式", 0, 1).replace("扩围实施", "落实").replace("打造一批", "打造"))
HOTELS = task("培育绿色饭店", lines("推广绿色消费方式", 2, 3))
BOTH = (
    task("甲", lines("强化政策保障", 0) + "\n统筹安排年度资金。"),
    task("乙", lines("强化政策保障", 1) + "\n" + lines("完善统计体系", 0)),
)
SEMICOLONS = "加大绿色信贷投放力度，创新绿色金融产品；开展企业碳账户建设，完善碳金融服务；培育绿色金融人才队伍。"
CREDIT = task("绿色信贷", "加大绿色信贷投放力度，创新绿色金融产品。\n培育绿色金融人才队伍。")
CARBON = task("碳账户", "开展企业碳账户建设，完善碳金融服务。")


@pytest.mark.parametrize(
    ("whole", "parts", "percent"),
    [
        (("推广绿色消费方式", REAL["推广绿色消费方式"]), (SHOPS, HOTELS), 99),
        (task("发展绿色金融", SEMICOLONS), (CREDIT, CARBON), 95),
        (task("保障", lines("强化政策保障", 0, 1) + "\n" + lines("完善统计体系", 0)), BOTH, 98),
    ],
)
def test_split_and_merged(whole: tuple[str, Task], parts: tuple[tuple[str, Task], ...], percent: int) -> None:
    """The sentences of one have gone to several, or come from several."""
    names = tuple(identifier for identifier, _ in parts)
    assert alike(dict([whole]), dict(parts)) == (Likeness("split", (whole[0],), names, percent),)
    assert alike(dict(parts), dict([whole])) == (Likeness("merged", names, (whole[0],), percent),)


def test_a_sentence_that_others_have_too_makes_no_family() -> None:
    """Who was renamed was not split, though one of its sentences stands in a new task besides."""
    new = dict([task("节能", POLISHED), task("低碳空间", lines("节能降碳", 2) + lines("环境监测", 0))])
    assert shown(alike(real("节能降碳"), new)) == [("renamed", ("节能降碳",), ("节能",))]


def test_a_whole_that_is_still_there() -> None:
    """Given on both sides, it is its own last part."""
    rest = task("推广绿色消费方式", lines("推广绿色消费方式", 0, 1))
    assert shown(alike(real("推广绿色消费方式"), dict([rest, HOTELS]))) == [
        ("split", ("推广绿色消费方式",), ("推广绿色消费方式", "培育绿色饭店"))
    ]
    assert shown(alike(dict([rest, HOTELS]), real("推广绿色消费方式"))) == [
        ("merged", ("推广绿色消费方式", "培育绿色饭店"), ("推广绿色消费方式",))
    ]


def test_a_task_on_both_sides_is_not_renamed() -> None:
    """Whatever else has its words."""
    both = real("节能降碳")
    assert alike(both, both | dict([task("新", REAL["节能降碳"].text)])) == ()
    assert alike(both | dict([task("旧", REAL["节能降碳"].text)]), both) == ()


# Many.


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every comparison is made as if there were many tasks."""
    monkeypatch.setattr("plancli.diff.candidates._FEW", 0)


@pytest.mark.usefixtures("many")
def test_many_are_found_as_few_are() -> None:
    """The real plan with other ids and titles, one character in nine gone; among it a split and a merger."""
    left = ("推广绿色消费方式", "强化政策保障", "完善统计体系")
    new = dict(
        task(f"新{identifier}", "".join(char for at, char in enumerate(each.text) if at % 9 != 8), "另有安排")
        for identifier, each in REAL.items()
        if identifier not in left
    )
    merged = task("政策与统计", lines("强化政策保障", 0, 1) + "\n" + lines("完善统计体系", 0))
    found = alike(REAL, new | dict([SHOPS, HOTELS, merged]))
    assert {each for each in shown(found) if each[0] != "renamed"} == {
        ("split", ("推广绿色消费方式",), ("建设绿色市场", "培育绿色饭店")),
        ("merged", ("强化政策保障", "完善统计体系"), ("政策与统计",)),
    }
    assert {each for each in shown(found) if each[0] == "renamed"} == {
        ("renamed", (identifier.removeprefix("新"),), (identifier,)) for identifier in new
    }


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, Task], Mapping[str, Task]], int]:
    """How many pairs of tasks are compared."""
    calls: Counter[str] = Counter()
    measure = Indel.normalized_similarity

    def counted(one: str, other: str) -> float:
        calls["titles"] += 1
        return measure(one, other)

    monkeypatch.setattr(Indel, "normalized_similarity", counted)

    def count(removed: Mapping[str, Task], added: Mapping[str, Task]) -> int:
        calls.clear()
        alike(removed, added)
        return calls["titles"]

    return count


@pytest.mark.parametrize("text", ["各部门按职责分工负责。", "各部门按职责分工负责。\n第{}项任务由各部门抓好落实。"])
def test_what_all_have_in_common_costs_nothing(
    text: str, compared: Callable[[Mapping[str, Task], Mapping[str, Task]], int]
) -> None:
    """Twice as many tasks are twice as many comparisons."""
    old, new = (dict(task(f"{side}{number}", text.format(number), "任务") for number in range(600)) for side in "旧新")
    assert compared(old, new) <= 2 * 6 * 600


TITLES = ("节能降碳", "节能降碳增效", "环境监测", "统计")
SENTENCES = (
    *REAL["节能降碳"].text.split("\n")[1:],
    *REAL["加强组织领导"].text.split("\n"),
    "抓好落实。",
    "甲；乙。",
    "—",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n".join)
sides = st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.tuples(texts, st.sampled_from(TITLES))).map(
    lambda tasks: dict(task(identifier, *each) for identifier, each in tasks.items())
)


@arbitrary
@given(old=sides, new=sides, few=st.sampled_from([0, 1_000]))
def test_promises(old: dict[str, Task], new: dict[str, Task], few: int) -> None:
    """Backwards the same the other way round, in any order of the tasks; each task once, and only what is likely."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plancli.diff.candidates._FEW", few)
        found = alike(old, new)
        assert mirrored(found) == set(alike(new, old))
        assert found == alike(dict(reversed(old.items())), dict(reversed(new.items())))
    for side, tasks in ((0, old), (1, new)):
        told = [identifier for each in found for identifier in (each.old, each.new)[side]]
        assert len(told) == len(set(told))
        assert set(told) <= set(tasks)
    assert [each.percent for each in found] == sorted((each.percent for each in found), reverse=True)
    assert all(round(THRESHOLD * 100) <= each.percent <= 100 for each in found)
    assert all((len(each.old) > 1, len(each.new) > 1) == SIZES[each.how] for each in found)


SIZES = {"renamed": (False, False), "split": (False, True), "merged": (True, False)}
