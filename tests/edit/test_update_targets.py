"""Which target of a document is one of the plan's in other words, and how a file then says it."""

from __future__ import annotations

from typing import Any

import pytest

from plancli.edit.rename import spliced
from plancli.edit.update_lists import UnfitError
from plancli.edit.update_targets import targets_after
from plancli.edit.update_task import respliced
from tests.edit.test_update_task import loaded

KEYS = ("id", "indicator", "comparator", "value", "unit", "statement", "due", "quote", "scope", "per", "confirmed")
SAID = KEYS[:-1]


def target(said: str, **keys: object) -> str:
    """A target in a file: 商场 >=2家 @2027 is the least that a test needs."""
    indicator, _, rest = said.partition(" ")
    value, _, due = rest.partition("@")
    lines = {"id": indicator, "indicator": indicator, "due": due}
    if value[0].isdigit():
        lines |= {"comparator": "at-least", "value": value[:-1], "unit": value[-1], "quote": f"建成{indicator}{value}"}
    else:
        lines |= {"statement": value, "quote": f"{indicator}{value}"}
    lines |= {key: str(each) for key, each in keys.items()}
    return "  - " + "\n    ".join(f"{key}: {lines[key]}" for key in KEYS if key in lines) + "\n"


def task(text: str, *targets: str) -> str:
    """A task's file."""
    return f"title: 甲\ntext: {text}\n" + ("targets:\n" + "".join(targets) if targets else "")


def after(old: str, new: str) -> str:
    """The plan's file when the document says the other one, as an update writes it."""
    before, found = loaded(old), loaded(new)
    kept = targets_after(before, found, (found.text,))
    values = [{key: _plain(getattr(each, key)) for key in SAID} for each in found.targets]
    values = [{key: value for key, value in each.items() if value is not None} for each in values]
    added = [{**values[at], "id": each.id} for at, each in kept.added.items()]
    revised = {at: values[place] for at, (_, place) in kept.revised.items()}
    expected = before.model_copy(update={"text": found.text, "targets": kept.of(before)})
    written = spliced(old.encode(), respliced(old, before, expected, added, revised)).decode()
    assert loaded(written).targets == expected.targets
    return written


def _plain(value: Any) -> Any:  # noqa: ANN401 - as a file has it
    if isinstance(value, tuple):
        return value[0] if len(value) == 1 else list(value)
    if value is None or isinstance(value, str | bool):
        return value
    return [value.low, value.high] if getattr(value, "high", None) is not None else _number(str(value))


def _number(said: str) -> int | str:
    return int(said) if said.isdigit() else said


TWO = "建成商场5家，建成饭店2座。"
PER_YEAR = "    per: year\n    confirmed: false\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            task("建成商场5家。", target("商场 5家@2027", scope="全区")),
            task("建成商场3家。", target("商场 3家@2027")),
            task("建成商场3家。", target("商场 3家@2027", scope="全区", confirmed="false")),
            id="another number",
        ),
        pytest.param(
            task("到2027年，建成商场5家。", target("商场 5家@2027")),
            task("到2026年，建成商场3家。", target("商场 3家@2026")),
            task("到2026年，建成商场3家。", target("商场 3家@2026", confirmed="false")),
            id="another year, too",
        ),
        pytest.param(
            task("建成商场5家。", target("商场 5家@2027")),
            task("年均新增商场5家。", target("商场 5家@2027", quote="年均新增商场5家", per="year")),
            task(
                "年均新增商场5家。",
                target("商场 5家@2027", quote="年均新增商场5家") + "    per: year\n    confirmed: false\n",
            ),
            id="other words for the same indicator",
        ),
        pytest.param(
            task("年均新增商场5家。", target("商场 5家@2027", quote="年均新增商场5家", per="year")),
            task("建成商场8家。", target("商场 8家@2027")),
            task("建成商场8家。", target("商场 8家@2027", confirmed="false")),
            id="a key less",
        ),
        pytest.param(
            task(TWO, target("商场 5家@2027"), target("饭店 2座@2027")),
            task("建成商场6家，建成饭店3座。", target("商场 6家@2027"), target("饭店 3座@2027")),
            task(
                "建成商场6家，建成饭店3座。",
                target("商场 6家@2027", confirmed="false"),
                target("饭店 3座@2027", confirmed="false"),
            ),
            id="both",
        ),
        pytest.param(
            task("商场保持领先。", target("商场 保持领先@2027")),
            task("建成商场3家。", target("商场 3家@2027")),
            task("建成商场3家。", target("商场 保持领先@2027"), target("商场 3家@2027", id="商场-2")),
            id="a number is no statement",
        ),
        pytest.param(
            task("建成商场5家，再建成商场2家。", target("商场 5家@2027"), target("商场 2家@2027", id="再")),
            task("建成商场6家。", target("商场 6家@2027")),
            task(
                "建成商场6家。",
                target("商场 5家@2027"),
                target("商场 2家@2027", id="再"),
                target("商场 6家@2027", id="商场-2"),
            ),
            id="either could be meant",
        ),
    ],
)
def test_which_is_which(old: str, new: str, expected: str) -> None:
    """Where nobody else could be meant."""
    assert after(old, new) == expected


FLOW = """\
targets:
  - {id: 商场, indicator: 商场, comparator: at-least, value: 5, unit: 家, due: 2027, quote: 建成商场5家}  # 注
"""
COMMENTED = """\
targets:
  # 上
  - quote: '建成商场5家'  # 引
    value: 5  # 数
    unit: 家
    due: 2027
    id: 商场
    indicator: 商场
    comparator: at-least  # 比
# 尾
"""
FRAGMENTS = """\
targets:
  - id: 商场
    indicator: 商场
    comparator: at-least
    value: 5
    unit: 家
    due: 2027
    confirmed: true
    quote:
      - 建成
      - 商场5家
"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (FLOW, FLOW.replace("5", "3").replace("}", ", confirmed: false}")),
        (COMMENTED, COMMENTED.replace("5", "3").replace("# 比\n", "# 比\n    confirmed: false\n")),
        (
            FRAGMENTS,
            FRAGMENTS.replace("5\n", "3\n")
            .replace("true", "false")
            .replace("\n      - 建成\n      - 商场5家", " 建成商场3家"),
        ),
    ],
)
def test_however_it_is_written(written: str, expected: str) -> None:
    """Only what it says changes, and comments stay."""
    new = task("建成商场3家。", target("商场 3家@2027"))
    assert after("title: 甲\ntext: 建成商场5家。\n" + written, new) == "title: 甲\ntext: 建成商场3家。\n" + expected


def test_a_comment_that_would_be_lost() -> None:
    """Inside what is replaced: the file is refused."""
    old = "title: 甲\ntext: 建成商场5家。\n" + target("商场 5家@2027", quote="\n      - 建成  # 注\n      - 商场5家")
    with pytest.raises(UnfitError):
        after(old.replace("  - id", "targets:\n  - id", 1), task("建成商场3家。", target("商场 3家@2027")))
