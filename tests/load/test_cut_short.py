"""A ` #` behind a value: what is text that is lost, and what is a comment."""

from __future__ import annotations

import pytest

from tests.support import task, wordings


@pytest.mark.parametrize(
    "text",
    [
        "title: 推进 #1 工程",
        "title: 推进 # 说明",
        "title: 推进  #1 工程",
        "title: 推进\t#1 工程",
        "duty: 按职责 #",
        "due: 2027 #注",
        "lead:\n  - 区发改委 #注",
        "notes:\n  列: 甲 #注",
        f"title: 推进{' ' * 150}#1",
    ],
)
def test_a_value_is_cut_short(text: str) -> None:
    """In prose one space is enough; elsewhere a comment has two before it, or one behind its mark."""
    assert wordings(task(f"{text}\n")).count("cut-short-value") == 1


@pytest.mark.parametrize(
    "text",
    [
        "title: 推进  # 说明",
        "title: 推进  #",
        "title: 推进  ## 说明",
        'title: "推进 #1 工程"',
        "title: '推进 #1 工程'  # 引号",
        "title: |\n  推进 #1 工程",
        "title: 推进#1 工程",
        "title: 推进 #!1",
        "due: 2027 # 说明",
        "due: 2027  # 说明",
        "due: 2027 #",
        "lead:\n  - 区发改委 # 牵头",
        "lead: # 说明\n  - 区发改委",
        "# 说明\nduty: 按职责",
    ],
)
def test_a_comment(text: str) -> None:
    """Nothing is lost."""
    assert "cut-short-value" not in wordings(task(f"{text}\n"))
