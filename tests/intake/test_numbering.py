"""Numbers before headings and tasks, and the counts that documents state."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.numbering import read_label, read_number, stated_counts
from tests.load.promises import arbitrary

MARKED = st.text("一二三十123①Ⅰ.、（）()第章节条部分 　共项万年月aIV１．", max_size=20) | st.text(max_size=20)

LABELS = """
一、重点任务 | han 1 重点任务
十二、其他 | han 12 其他
一 总体要求 | han 1 总体要求
（一）持续培育 | bracketed-han 1 持续培育
(一) 持续培育 | bracketed-han 1 持续培育
（三）、加强统筹 | bracketed-han 3 加强统筹
1. 培育主体 | digit 1 培育主体
1、培育主体 | digit 1 培育主体
１．培育主体 | digit 1 培育主体
12．培育主体 | digit 12 培育主体
1 培育主体 | digit 1 培育主体
（1）培育主体 | bracketed-digit 1 培育主体
（１２）培育主体 | bracketed-digit 12 培育主体
1）培育主体 | bracketed-digit 1 培育主体
①培育主体 | ring 1 培育主体
⑴培育主体 | ring 1 培育主体
第一章 总则 | chapter 1 总则
第一节　总则 | section 1 总则
第十二条 任务 | article 12 任务
第二部分 任务 | part 2 任务
Ⅰ. 任务 | roman 1 任务
II. 任务 | roman 2 任务
1.2 任务 | dotted 2 任务
"""

NONE = (
    *(
        "2027年",
        "2025—2027年",
        "1.5万吨",
        "2.5%",
        "一、二、三产业",
        "（三）项要求",
        "（一）、（三）",
        "1、2月",
        "第一批",
    ),
    *("第三产业", "一批", "5G网络", "12家企业", "（2025—2027年）", "（试行）", "1,200家", "推进", "、", "第十二例"),
)


@pytest.mark.parametrize("line", LABELS.strip().splitlines())
def test_labels(line: str) -> None:
    """A number that a heading begins with, its family and the text behind it."""
    text, _, expected = line.partition(" | ")
    label = read_label(text)
    assert label is not None
    assert f"{label.family} {label.value} {label.rest}" == expected
    assert label.unsure == ()
    assert label.written + label.rest == text


@pytest.mark.parametrize("text", [*NONE, "2025 年", "12 家企业", ""])
def test_no_labels(text: str) -> None:
    """Years, quantities, references and names begin with no label."""
    assert read_label(text) is None


def test_doubtful_labels() -> None:
    """What may be a label or the text's own says so."""
    lists, decimal = read_label("二、三年行动"), read_label("1.1培育主体")
    assert lists is not None
    assert lists.unsure == ("maybe-a-list",)
    assert decimal is not None
    assert decimal.unsure == ("maybe-a-quantity",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("3", 3), ("３", 3), ("3.0", 3), ("3.", 3), ("3、", 3), (" 3\n", 3), ("（三）", 3), ("(3)", 3), ("三", 3)),
        *(("NO.3", 3), ("第3项", 3), ("③", 3), ("Ⅲ", 3), ("iii", 3), ("03", 3), ("二十一", 21), ("一百二十", 120)),
        *((text, None) for text in ("", "—", "1.1", "1-1", "3个", "²", "9" * 5000, "一二", "2.5", "IIII")),
    ],
)
def test_numbers(text: str, number: int | None) -> None:
    """The number of a cell of numbers."""
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *(
            ("共146项", 146),
            ("（2项）", 2),
            ("重点任务（共12项）", 12),
            ("共计30项任务，其中", 30),
            ("（共１２项任务）", 12),
        ),
        *(("全文共三大类二十六项。", 26), ("(5项)", 5), ("合计 8 项", 8)),
        *((text, None) for text in ("共建成5项", "以下三项工作", "建成12个", "（2项", "（5项以上）", "")),
    ],
)
def test_counts(text: str, count: int | None) -> None:
    """How many tasks a text says that there are."""
    assert [found.stated for found in stated_counts(text)] == ([] if count is None else [count])
    assert all(not found.unsure for found in stated_counts(text))


def test_a_count_of_something_else() -> None:
    """共5项改革试点 may count no tasks; it says so."""
    assert [found.unsure for found in stated_counts("共5项改革试点、共12个")] == [("counts-what",), ("counts-what",)]


@arbitrary
@given(MARKED)
def test_any_text(text: str) -> None:
    """No text is too odd, and a label and its rest are the text."""
    label = read_label(text)
    assert label is None or label.written + label.rest == text
    read_number(text)
    assert all(0 <= found.start < found.end <= len(text) for found in stated_counts(text))
