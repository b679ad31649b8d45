"""Did you mean: what is suggested, what comes first, and what is never suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.model.header import Header
from plancli.model.register import Department
from plancli.model.task import Target, Task
from plancli.rules import BY_NAME
from plancli.suggest import LIMIT, SYNONYMS, similar
from tests.load.promises import arbitrary
from tests.rules.cases_shape import goal
from tests.support import REGISTER, TASK, diagnostics, task, world

UNITS = (
    *(
        "区委组织部",
        "区委宣传部",
        "区发改委",
        "区生态环境局",
        "区经信委",
        "区科技局",
        "区住建委",
        "区交通运输委",
        "区大数据局",
    ),
    *(
        "区城管局",
        "区市场监管局",
        "区商务委",
        "区文旅委",
        "区卫健委",
        "区国资委",
        "区公安分局",
        "区应急局",
        "区教委",
        "区人社局",
    ),
    *(
        "区财政局",
        "区统计局",
        "解放碑CBD管委会",
        "重庆邮管四分局",
        "各管委会",
        "管委会",
        "各相关产业部门",
        "街道办事处",
    ),
)
TASK_KEYS = tuple(key for key in Task.model_fields if key != "id")
TARGET_KEYS = tuple(Target.model_fields)
COMPARATORS = ("at-least", "more-than", "at-most", "less-than", "between", "exactly")
COMMANDS = ("validate", "render", "list", "show", "rules", "explain")


@pytest.mark.parametrize(
    ("typed", "candidates", "first"),
    [
        ("牵头单位", TASK_KEYS, "lead"),
        ("责任单位", TASK_KEYS, "responsible"),
        ("配合单位", TASK_KEYS, "support"),
        ("完成时限", TASK_KEYS, "due"),
        ("备注", TASK_KEYS, "notes"),
        (" 标题 ", TASK_KEYS, "title"),
        ("leads", TASK_KEYS, "lead"),
        ("Lead", TASK_KEYS, "lead"),
        ("responsable", TASK_KEYS, "responsible"),
        ("target", TASK_KEYS, "targets"),
        ("mergedfrom", TASK_KEYS, "merged_from"),
        ("merged-from", TASK_KEYS, "merged_from"),
        ("ｔｅｘｔ", TASK_KEYS, "text"),
        ("单位", TARGET_KEYS, "unit"),
        ("目标值", TARGET_KEYS, "value"),
        ("原文", TARGET_KEYS, "quote"),
        ("qoute", TARGET_KEYS, "quote"),
        ("全称", tuple(Department.model_fields), "full_name"),
        ("run_in_title", tuple(Header.model_fields), "run_in_titles"),
        ("大纲", tuple(Header.model_fields), "outline"),
        ("atleast", COMPARATORS, "at-least"),
        ("at_least", COMPARATORS, "at-least"),
        ("不低于", COMPARATORS, "at-least"),
        (">=", COMPARATORS, "at-least"),
        ("不超过", COMPARATORS, "at-most"),
        ("政府", ("party", "government", "other"), "government"),
        ("區生態環境局", UNITS, "区生态环境局"),
        ("区生态环保局", UNITS, "区生态环境局"),
        ("生态环境局", UNITS, "区生态环境局"),
        ("区发改局", UNITS, "区发改委"),
        ("区发展改革委", UNITS, "区发改委"),
        ("解放碑cbd管委会", UNITS, "解放碑CBD管委会"),
        ("解放碑ＣＢＤ管委会", UNITS, "解放碑CBD管委会"),
        ("区交通委", UNITS, "区交通运输委"),
        ("区市场监督管理局", UNITS, "区市场监管局"),
        ("街道办", UNITS, "街道办事处"),
        ("no-leed", tuple(BY_NAME), "no-lead"),
        ("unknown_department", tuple(BY_NAME), "unknown-department"),
        ("环境保互", ("环境保护", "环境监测", "节能降碳"), "环境保护"),
    ],
)
def test_what_comes_first(typed: str, candidates: tuple[str, ...], first: str) -> None:
    """Synonyms, then folding, then nearness."""
    assert similar(typed, candidates)[:1] == (first,)


@pytest.mark.parametrize(
    ("typed", "candidates", "expected"),
    [
        ("区经新委", UNITS, ("区经信委",)),
        ("区商物委", UNITS, ("区商务委",)),
        ("区商委", ("区教委", "区商务委"), ("区商务委", "区教委")),
        ("渝中区发展改革委", UNITS, ("区发改委",)),
        ("发改委", UNITS, ("区发改委",)),
        ("validte", COMMANDS, ("validate",)),
        ("rendr", COMMANDS, ("render",)),
        ("區生態環境局", ("区生态环境局", "区生态环保局"), ("区生态环境局", "区生态环保局")),
        ("牵头单位", ("lead", "leader"), ("lead",)),
        ("xyz", TASK_KEYS, ()),
        ("节能", COMMANDS, ()),
        ("", UNITS, ()),
        ("区发改委", (), ()),
        (" ", UNITS, ()),
    ],
)
def test_what_is_suggested_in_all(typed: str, candidates: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """And nothing else."""
    assert similar(typed, candidates) == expected


@pytest.mark.parametrize(
    ("typed", "never"),
    [
        ("区民政局", "区财政局"),
        ("区民政局", "区统计局"),
        ("区司法局", "区科技局"),
        ("区水利局", "区财政局"),
        ("区审计局", "区统计局"),
        ("区档案局", "区财政局"),
        ("区医保局", "区公安分局"),
        ("区信访办", "区经信委"),
        ("区农业农村委", "区商务委"),
    ],
)
def test_another_office_is_no_typing_error(typed: str, never: str) -> None:
    """What all offices of a place share, 区…局, tells nothing."""
    assert never not in similar(typed, UNITS)


def test_roman_numbers_are_folded_to_match_and_never_changed() -> None:
    """What is suggested is what exists, as it is written."""
    assert similar("II类标准", ("Ⅱ类标准", "Ⅲ类标准"))[0] == "Ⅱ类标准"


@arbitrary
@given(typed=st.text(max_size=20), candidates=st.lists(st.text(max_size=20), max_size=30))
def test_any_text(typed: str, candidates: list[str]) -> None:
    """Never an exception; some of the candidates, each once, at most three; twice the same."""
    found = similar(typed, candidates)
    assert len(found) <= LIMIT
    assert len(set(found)) == len(found)
    assert set(found) <= set(candidates)
    assert similar(typed, candidates) == found


@arbitrary
@given(candidates=st.lists(st.sampled_from(UNITS), min_size=1, unique=True), drawn=st.data())
def test_what_exists_comes_first_itself(candidates: list[str], drawn: st.DataObject) -> None:
    """Also in traditional characters or full width."""
    name = drawn.draw(st.sampled_from(candidates))
    assert similar(name, candidates)[0] == name


def test_every_synonym_means_a_word_of_the_format() -> None:
    """Else it would never match."""
    words = {*TASK_KEYS, *TARGET_KEYS, *COMPARATORS, *Header.model_fields, *Department.model_fields, "id", "members"}
    words |= {"sections", "aim", "party", "government", "committee", "vertical", "subdistrict", "enterprise", "other"}
    assert set(SYNONYMS.values()) <= words | {"draft", "issued", "error", "warning", "info"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牵头单位: [区发改委]\n", ("lead",)),
        ("responsible: [區生態環境局]\n", ("区生态环境局",)),
        ("responsible: [区民政局]\n", ()),
        ("responsible: [区生态环境局、区发改委]\n", ("区生态环境局", "区发改委")),
        (goal("comparator: atleast"), ("at-least",)),
        (goal("目标: 1"), ()),
        ("a: 1\n", ()),
    ],
)
def test_suggestions_in_a_diagnostic(text: str, expected: tuple[str, ...]) -> None:
    """They go with the message, and with the place that defines the likeliest."""
    found = [each for each in diagnostics(task(text)) if each.severity == "error"]
    assert [each.suggestions for each in found] == [expected]


def test_a_suggested_unit_is_shown_where_it_is_registered() -> None:
    """The second place of the design's example."""
    (found,) = (each for each in diagnostics(task("lead: [区生态环保局]\n")) if each.severity == "error")
    assert [(each.place.path, each.place.route, each.text) for each in found.related] == [
        (REGISTER, ("departments", 1, "name"), "similar name")
    ]


def test_did_you_mean_stays_linear() -> None:
    """A thousand unknown names among a thousand: suggestions stop, messages do not."""
    names = "".join(f"  - {{name: 单位{number}, kind: other}}\n" for number in range(1000))
    units = ", ".join(f"部门{number}" for number in range(1000))
    files = {**world(), REGISTER: f"departments:\n{names}", TASK: f"title: 甲\ntext: 推进。\nlead: [{units}]\n"}
    assert sum(each.rule == "unknown-department" for each in diagnostics(files)) == 1000
