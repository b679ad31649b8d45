"""Proof that the plan says what its source says: nothing lost, nothing added, nothing reworded."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PLAN = HERE.parent / "plan"
SOURCE = HERE / "source" / "yuzhong-green-industry-tasks.txt"
SOURCE_SHA256 = "0439b59beae64f488b8a4712cd75b320bf875d5ef6a48f016081dc03aae04421"

NUMERALS = "一二三四五六七八九十"
LABELS = ("{}、", "（{}）")
DUTY = "按职责分工负责"
NOBODY = "——"
SENTENCE = re.compile(r"[^。！？]+[。！？]+[”’）》]*")
TARGET_SENTENCE = re.compile(r"(力争)?到2027年，")


@cache
def read(path: Path) -> dict[str, Any]:
    """Say what a plan file holds: the one place that knows how plan files are read."""
    content: dict[str, Any] = YAML(typ="safe", pure=True).load(path)
    return content


# What the source says.


class Row(NamedTuple):
    """One task of the source's table, cell by cell."""

    number: str
    content: str
    lead: str
    responsible: str

    @property
    def title(self) -> str:
        """The first sentence of the content, without its stop."""
        return self.content.partition("。")[0]

    @property
    def units(self) -> list[str]:
        """Every unit that the row names, as it is spelt there."""
        responsible = self.responsible.removesuffix(DUTY)
        named = [self.lead] if responsible == NOBODY else [self.lead, responsible]
        return "、".join(named).split("、")


def blocks() -> list[list[str]]:
    """Split the source where lines are blank: a block is the header, a heading or a row."""
    text = SOURCE.read_text(encoding="utf-8")
    parts = re.split(r"\n{2,}", text.rstrip("\n"))
    return [[line.lstrip(" \t") for line in part.split("\n")] for part in parts]


HEADER, *BODY = blocks()
ROWS = [Row(*block) for block in BODY if len(block) > 1]

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)


# What the plan says.


class Target(NamedTuple):
    """A target, with the task that it stands in."""

    task: dict[str, Any]
    says: dict[str, Any]

    @property
    def fragments(self) -> list[str]:
        """The quoted words, always as a list."""
        quote = self.says["quote"]
        return [quote] if isinstance(quote, str) else quote

    @property
    def sentence(self) -> str:
        """The sentence that the quote stands in, or nothing."""
        holders = (line for line in sentences(self.task) if stand_in(self.fragments, line))
        return next(holders, "")

    @property
    def amount(self) -> str:
        """The number and its unit as the document writes them; nothing for a statement."""
        return f"{self.says['value']}{self.says['unit']}" if "value" in self.says else ""


def task(title: str) -> dict[str, Any]:
    """Read the task whose id is this title."""
    return read(PLAN / "tasks" / f"{title}.yaml")


def sentences(task: dict[str, Any]) -> list[str]:
    """Give the lines of the task's text."""
    lines: list[str] = task["text"].removesuffix("\n").split("\n")
    return lines


def stand_in(fragments: list[str], line: str) -> bool:
    """Tell whether the fragments stand in the line, in this order, without overlap."""
    return re.search(".*?".join(map(re.escape, fragments)), line) is not None


def mentions(words: str, amount: str) -> bool:
    """Tell whether the amount stands in the words as a number of its own (not 5% in 45%)."""
    return re.search(rf"(?<![\d.]){re.escape(amount)}", words) is not None


def outline(headings: list[dict[str, Any]], depth: int = 0) -> Iterator[str]:
    """Number the plan's headings as the document does, with the tasks below each."""
    for numeral, heading in zip(NUMERALS, headings, strict=False):
        yield LABELS[depth].format(numeral) + heading["heading"]
        yield from heading.get("tasks", [])
        yield from outline(heading.get("sections", []), depth + 1)


def targets(title: str) -> list[Target]:
    """Give the targets of one task."""
    return [Target(task(title), says) for says in task(title).get("targets", [])]


def all_targets() -> list[Target]:
    """Give the targets of the whole plan."""
    return [target for row in ROWS for target in targets(row.title)]


def departments() -> dict[str, Any]:
    """Read the register of departments and groups."""
    return read(PLAN / "departments.yaml")


# The outline.


def test_the_source_is_as_it_was_pasted() -> None:
    """An editor that tidies the copy, or a slip that alters plan and copy alike, must show."""
    assert hashlib.sha256(SOURCE.read_bytes()).hexdigest() == SOURCE_SHA256


def test_the_source_has_thirty_tasks_numbered_in_one_series() -> None:
    """Guard the parsing itself: the rest proves nothing if rows are missed."""
    assert [row.number for row in ROWS] == [str(number) for number in range(1, 31)]


def test_headings_and_tasks_stand_in_the_order_of_the_source() -> None:
    """Every heading, with its derived number, and every task under the right one."""
    expected = [block[0] if len(block) == 1 else Row(*block).title for block in BODY]
    assert list(outline(read(PLAN / "plan.yaml")["outline"])) == expected


def test_no_task_file_lies_outside_the_source() -> None:
    """A file that the table does not know would be an invention."""
    assert {path.stem for path in PLAN.glob("tasks/*")} == {row.title for row in ROWS}


def test_roles_are_called_what_the_columns_are_called() -> None:
    """The header row names the roles."""
    roles = read(PLAN / "plan.yaml")["roles"]
    assert list(roles.items()) == list(zip(("lead", "responsible"), HEADER[2:], strict=True))


# The cells.


@each_row
def test_content(row: Row) -> None:
    """Title and sentences, joined with nothing, are the cell."""
    found = task(row.title)
    assert found["title"] + "。" + "".join(sentences(found)) == row.content


@each_row
def test_one_sentence_a_line(row: Row) -> None:
    """Revisions are compared line by line."""
    lines = sentences(task(row.title))
    assert [line for line in lines if not SENTENCE.fullmatch(line)] == []


@each_row
def test_lead(row: Row) -> None:
    """The leading units in the source's order and spelling."""
    assert "、".join(task(row.title)["lead"]) == row.lead


@each_row
def test_responsible(row: Row) -> None:
    """The responsible units, closed by the duty if the cell is; —— for none."""
    found = task(row.title)
    units = "、".join(found["responsible"]) or NOBODY
    assert units + found.get("duty", "") == row.responsible
    assert found.get("duty", DUTY) == DUTY


@each_row
def test_no_key_beyond_the_cells(row: Row) -> None:
    """The table gives no due date, leader or history, so neither does the plan."""
    assert set(task(row.title)) <= {"title", "text", "lead", "responsible", "duty", "targets"}


# The register.


def test_register_counts() -> None:
    """How many there are, of which kind."""
    kinds = Counter(department["kind"] for department in departments()["departments"])
    assert kinds == {"party": 2, "government": 20, "committee": 1, "vertical": 1}
    assert len(departments()["groups"]) == 3


def test_register_and_source_name_the_same_units() -> None:
    """Each of the 28 spellings is registered once, and nothing is registered unused."""
    entries = [*departments()["departments"], *departments()["groups"]]
    registered = [name for each in entries for name in (each["name"], *each.get("aliases", []))]
    written = {unit for row in ROWS for unit in row.units}
    assert len(written) == 28
    assert sorted(registered) == sorted(written)


def test_groups_have_known_members_and_are_incomplete() -> None:
    """The source lists no group's members; one 管委会 is known by its name."""
    members = {group["name"]: group.get("members", []) for group in departments()["groups"]}
    assert members == {"各管委会": ["解放碑CBD管委会"], "各相关产业部门": [], "街道办事处": []}
    assert [group["complete"] for group in departments()["groups"]] == [False] * 3


# The targets.


def test_target_counts() -> None:
    """28 in eleven tasks: 24 with a number, all of them floors, and 4 statements."""
    says = [target.says for target in all_targets()]
    assert len(says) == 28
    assert Counter(each.get("comparator") for each in says) == {"at-least": 24, None: 4}
    assert Counter(each["statement"] for each in says if "statement" in each) == {
        "完成全市计划": 2,
        "保持全市领先": 1,
        "Ⅱ类标准": 1,
    }
    assert sum(bool(targets(row.title)) for row in ROWS) == 11


@each_row
def test_quotes_are_the_words_of_a_target_sentence(row: Row) -> None:
    """A quote's fragments stand in order in one line, and that line sets targets."""
    astray = [target.says["id"] for target in targets(row.title) if not TARGET_SENTENCE.match(target.sentence)]
    assert astray == []


@each_row
def test_indicators_are_made_of_the_sentence(row: Row) -> None:
    """An indicator may skip words (a subject restored over an ellipsis) but brings none of its own."""
    for target in targets(row.title):
        assert stand_in(list(target.says["indicator"]), target.sentence), target.says["id"]


@each_row
def test_target_sentences_are_quoted_whole(row: Row) -> None:
    """Once the quotes are struck out, a target sentence holds no further commitment."""
    quoted = {words for target in targets(row.title) for words in target.fragments}
    longest_first = "|".join(sorted(map(re.escape, quoted), key=len, reverse=True))
    for line in filter(TARGET_SENTENCE.match, sentences(task(row.title))):
        rest = re.sub(longest_first, "", TARGET_SENTENCE.sub("", line))
        assert re.fullmatch(r"[，、和]*。", rest)


@each_row
def test_quotes_hold_their_own_amount_and_no_other(row: Row) -> None:
    """280家 belongs to one target and 1560家 to the other; a statement stands in its quote."""
    amounts = {target.amount for target in targets(row.title)} - {""}
    for target in targets(row.title):
        held = {amount for amount in amounts if mentions("\n".join(target.fragments), amount)}
        assert held == {target.amount} - {""}, target.says["id"]
        assert target.says.get("statement", "") in "\n".join(target.fragments)


@each_row
def test_due_aim_and_rate_follow_the_words(row: Row) -> None:
    """到2027年 is the date, 力争 makes an aim, 年均 makes it a yearly rate."""
    for target in targets(row.title):
        says = target.says
        aimed = target.sentence.startswith("力争")
        yearly = any("年均" in words for words in target.fragments)
        assert str(says["due"]) == "2027", says["id"]
        assert says.get("commitment") == ("aim" if aimed else None), says["id"]
        assert says.get("per") == ("year" if yearly else None), says["id"]


def test_three_targets_are_out_of_the_ordinary() -> None:
    """Two are aims, one is a yearly rate."""
    says = [target.says for target in all_targets()]
    assert [each["id"] for each in says if "commitment" in each] == ["高新技术企业", "科技型企业"]
    assert [each["id"] for each in says if "per" in each] == ["绿色楼宇"]
