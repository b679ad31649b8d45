"""Duties in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.duties import read_duties
from tests.load.promises import arbitrary

WORDS = (
    *("（", "）", "［", "］", "〔", "(", ")", "牵头单位：", "责任单位:", "牵头", "配合", "按职责分工负责", "负责"),
    *("市教委", "市财政局", "各区县", "企业", "，", "；", "、", "。", "2026年6月底前", "\n", "由", "会同"),
)
TOKENS = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)

CASES = """
推进改革。（牵头单位：市发改委；责任单位：市财政局、各区县） | lead:市发改委 responsible:市财政局、各区县
推进。（市经济信息委、市科技局按职责分工负责） | responsible:市经济信息委、市科技局按职责分工负责
推进。［牵头单位：市教委］ | lead:市教委
推进〔责任单位：市教委，完成时限：2026年6月底〕。 | responsible:市教委 due:2026年6月底
推进。【牵头单位:市教委】 | lead:市教委
由市发展改革委牵头，市财政局配合。 | lead:市发展改革委 support:市财政局
（市发展改革委牵头，市财政局配合，2026年6月底前完成） | lead:市发展改革委 support:市财政局 due:2026年6月底前完成
（市教委牵头市财政局配合） | lead:市教委 support:市财政局
（牵头单位：区住建委（建筑节能部分）；配合单位：区财政局） | lead:区住建委（建筑节能部分） support:区财政局
（牵头单位：市教委；完成时间：持续推进） | lead:市教委 due:持续推进
（责任单位：市教委，2026年12月底前完成） | responsible:市教委 due:2026年12月底前完成
（责任领导：副市长；牵头单位：市教委） | leader:副市长 lead:市教委
一。（市教委负责）二。（市民政局牵头负责） | responsible:市教委负责 lead:市民政局
牵头单位：市教委 | lead:市教委
责任单位：市财政局。完成时限：2026年底前 | responsible:市财政局 due:2026年底前
（省保密局、密码管理局按职责分工负责） | responsible:省保密局、密码管理局按职责分工负责
（国家发展改革委牵头，财政部等按职责分工负责） | lead:国家发展改革委 responsible:财政部等按职责分工负责
（各区县政府负责落实） | responsible:各区县政府负责落实
（省市场监管局、商务厅按职责分工负责） | responsible:省市场监管局、商务厅按职责分工负责
（市住建局主办，市应急局会办） | lead:市住建局 support:市应急局
（责任单位：县委办；包案领导：副县长；整改时限：2026年6月底） | responsible:县委办 leader:副县长 due:2026年6月底
"""


def _said(text: str) -> str:
    found = read_duties(text)
    shares = [f"{share.role}:{share.text}" for each in found for share in each.shares]
    return " ".join([*shares, *(f"due:{each.due}" for each in found if each.due)])


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_duties(case: str) -> None:
    """Roles, their units and the deadline, without doubt."""
    text, _, expected = case.partition(" | ")
    assert _said(text) == expected
    assert not any(each.unsure for each in read_duties(text))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "（试行）",
            "鼓励EOD（EOD）模式。",
            "计划（2025—2027年）",
            "（项目由企业负责）",
            "（见附件）",
            "（PPP）新机制",
            "",
        ),
        *("企业牵头，高校参与，组建创新联合体。", "省市场监管局（省知识产权局）负责人参加会议", "各负责人要牵头抓总。"),
    ],
)
def test_no_duties(text: str) -> None:
    """Brackets and sentences that give nobody a duty are left alone."""
    assert read_duties(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("健全机制，由市发展改革委牵头，市财政局配合，推进落实。", "inside-sentence"),
        ("推进。（市发展改革委、市财政局）", "no-role"),
        ("（市发展改革委会同市财政局负责）", "named-jointly"),
        ("（牵头单位：市教委", "unpaired-bracket"),
        ("（牵头单位：张三）", "no-known-unit"),
        ("（市发展改革委商市财政局负责）", "named-jointly"),
        ("（责任单位：市教委。各区县均有任务，下同）", "left-over"),
        ("（试点内容，牵头单位：市教委）", "left-over"),
        ("（市教委牵头，2026年底前，市财政局配合，2027年底前）", "several-dues"),
    ],
)
def test_doubts(text: str, code: str) -> None:
    """What is unsure says why."""
    assert [each.unsure for each in read_duties(text)] == [(code,)]


def test_places() -> None:
    """Duties say where they stand, brackets and all."""
    text = "推进改革（试行）。（牵头单位：市教委）再推进。［责任单位：市财政局］"
    assert [text[each.start : each.end] for each in read_duties(text)] == [
        "（牵头单位：市教委）",
        "［责任单位：市财政局］",
    ]


@arbitrary
@given(TOKENS | st.text(max_size=40))
def test_any_text(text: str) -> None:
    """No text is too odd; what is found lies in the text, in order, and its words are the text's."""
    end = 0
    for each in read_duties(text):
        assert end <= each.start < each.end <= len(text)
        end = each.end
        assert each.shares


@pytest.mark.parametrize(
    "part", ["（", "（牵头单位：", "牵头：", "市教委牵头，", "市教委负责，", "（市教委）", "和", "、", "）", "市教委、"]
)
def test_long_texts(part: str) -> None:
    """What goes back and forth in one would not end."""
    text = part * (40_000 // len(part))
    assert all(each.start < each.end <= len(text) for each in read_duties(text))
