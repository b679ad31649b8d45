"""The canonical form: one layout for what a file says, which stays, and every comment with what it is about."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from plancli.edit.drafted import Drafted
from plancli.edit.format import Formatting, formatting
from plancli.edit.format_text import paragraphs
from plancli.edit.refusals import FaultyTaskError, UnsafeFormatError
from plancli.loading.loader import Loaded, load
from plancli.source.folder import Folder
from tests.edit.commented import Written, files
from tests.load.promises import arbitrary
from tests.support import BASE, PLAN, REGISTER, TASK, Memory

ROOT = Path(__file__).parents[2]


def formatted(content: bytes, path: str = TASK) -> Formatting:
    """What it takes to format one file."""
    return formatting(Drafted(ROOT, contents={path: content}), [path])


def canonical(content: bytes, path: str = TASK) -> bytes:
    """A file's canonical form."""
    found = formatted(content, path)
    assert not found.refused
    return next((file.after for file in found.files), content) or b""


def assert_becomes(before: str, after: str, path: str = TASK) -> None:
    """One becomes the other, which is canonical."""
    assert canonical(before.encode(), path).decode() == after
    assert not formatted(after.encode(), path).files


# What is written how.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lead: []\ntext: 甲。\ntitle: 乙\n", "title: 乙\ntext: |\n  甲。\nlead: []\n"),
        ("别的: 甲\nzeta: 1\ntext: 甲。\ntitle: 乙", "title: 乙\ntext: |\n  甲。\n别的: 甲\nzeta: 1\n"),
        ("lead: [甲,乙 ]\n", "lead:\n  - 甲\n  - 乙\n"),
        ("lead:\n- 甲\n-   乙\n", "lead:\n  - 甲\n  - 乙\n"),
        ("lead: [ ]\nnotes: { }\n", "lead: []\nnotes: {}\n"),
        ("lead:\n  - scope: 丙\n    name: 乙\n", "lead:\n  - {name: 乙, scope: 丙}\n"),
        ("lead: [{name: 乙, scope: '丙, 丁'}]\n", 'lead:\n  - {name: 乙, scope: "丙, 丁"}\n'),
        ("lead:\n  - # 一\n    name: 乙 # 二\n", "lead:\n  # 一\n  - name: 乙  # 二\n"),
        ("targets:\n  -\n    due: 2027\n    id: 甲\n", "targets:\n  - id: 甲\n    due: 2027\n"),
        ("targets: [{value: [ 1,2], id: 甲}]\n", "targets:\n  - id: 甲\n    value: [1, 2]\n"),
        ("targets:\n  - value:\n      - 1.10\n      - 2\n", "targets:\n  - value: [1.10, 2]\n"),
        ("targets:\n  - quote: [甲, 乙]\n", "targets:\n  - quote:\n      - 甲\n      - 乙\n"),
        (
            "targets:\n  - baseline:\n      year: 2024\n      value: 1\n",
            "targets:\n  - baseline: {value: 1, year: 2024}\n",
        ),
        ("title:\ntext:   ~\nlead:\n  -\n", "title:\ntext: ~\nlead:\n  -\n"),
        ("别的:\n  - - 甲\n    - 乙\n", "别的:\n  - - 甲\n    - 乙\n"),
        ("别的: [[甲, 乙]] # 注\n", "别的:  # 注\n  - - 甲\n    - 乙\n"),
        ("? title\n: 甲\n", "title: 甲\n"),
    ],
)
def test_keys_lists_and_records(before: str, after: str) -> None:
    """Keys in the order of the format, lists an entry a line, small records and ranges in brackets."""
    assert_becomes(before, after)


def test_the_files_of_the_whole_plan() -> None:
    """Each has an order of its own; the plan's own keys keep theirs."""
    assert_becomes(
        'outline: [{tasks: [甲], heading: 乙}]\nperiod:\n  end: 2027\n  start: 2025\ntitle: "甲"\nformat: 1\n'
        "checks: {no-lead: off, missing-task: off}\njurisdiction: {code: '500103', name: 丙}\n",
        'format: 1\ntitle: 甲\njurisdiction:\n  name: 丙\n  code: "500103"\nperiod: {start: 2025, end: 2027}\n'
        "outline:\n  - heading: 乙\n    tasks:\n      - 甲\nchecks:\n  no-lead: off\n  missing-task: off\n",
        PLAN,
    )
    assert_becomes(
        "groups: []\ndepartments:\n- {kind: party, name: 甲}\n",
        "departments:\n  - name: 甲\n    kind: party\ngroups: []\n",
        REGISTER,
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *(
            (each, each)
            for each in ("甲", "2027", "012", "1.10", "true", "no", "2027-06", "~", "甲：乙", "a:b", "甲[1]")
        ),
        *((f'"{each}"', each) for each in ("甲", "no", "2027-06", "http://a", "推进#1", "a-1", "(1)")),
        *(
            (f'"{each}"', f'"{each}"')
            for each in ("", "2027", "1.10", "true", "~", "%", "@甲", "甲: 乙", "甲 #1", "- 甲")
        ),
        *((f'"{each}"', f'"{each}"') for each in (" 甲", "甲 ", "[甲]", "甲:", "&甲", "\\t甲", "甲\\r")),
        ("'甲'", "甲"),
        ("'2027'", '"2027"'),
        ("'他说''好'''", "他说'好'"),
        ("'\"好\"'", '"\\"好\\""'),
        ('"\\u7532"', "甲"),
        ("|\n  甲\n  乙", "|\n  甲\n  乙"),
        ("|-\n    甲", "甲"),
        ("|+\n  甲\n", '"甲\\n\\n"'),
        ('"甲\\n\\n 乙\\n"', "|\n  甲\n\n   乙"),
        ('" 甲\\n乙"', '" 甲\\n乙"'),
        ('"甲 \\n乙"', '"甲 \\n乙"'),
    ],
)
def test_scalars(written: str, expected: str) -> None:
    """Without quotes where YAML reads the text all the same, else in double ones; numbers keep their digits."""
    assert_becomes(f"duty: {written}\n", f"duty: {expected}\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("加快推动。到2027年，建成1家！好吗？", "加快推动。 到2027年，建成1家！ 好吗？"),
        ("他说：“好。”再说。（是。）完", "他说：“好。” 再说。（是。） 完"),
        ("一是甲；二是乙，3.5%。", "一是甲；二是乙，3.5%。"),
        ("Do this. Then that.", "Do_this._Then_that."),
        ("甲。 乙。\u3000\u3000丙", "甲。 乙。 丙"),
    ],
)
def test_one_sentence_a_line(text: str, lines: str) -> None:
    """Also where the text was one line in quotes; space between sentences is none of the text."""
    below = "".join(f"  {line.replace('_', ' ')}\n" for line in lines.split(" "))
    assert_becomes(f'text: "{text}"\n', f"text: |\n{below}")
    assert_becomes(f"text: |-\n      {text}\n", f"text: |\n{below}")


def test_a_line_of_other_spaces_is_no_blank_line() -> None:
    """Else formatting twice would not be formatting once."""
    assert_becomes("text: '\u00a0\n\n    '\nlead: []\n", "text: |\n  \u00a0\nlead: []\n")


def test_paragraphs_and_broken_lines() -> None:
    """One blank line parts paragraphs; a line that ends within a sentence stays, for its writer to be told of it."""
    assert_becomes("text: |2\n\n    甲，\n  乙。 \n \n\n  丙。\n\n\n", "text: |\n  甲，\n  乙。\n\n  丙。\n")
    assert_becomes('text: "  "\n', 'text: "  "\n')


def test_what_a_text_is_the_same_as() -> None:
    """Paragraphs and sentences count; how lines are broken between sentences does not."""
    assert paragraphs("甲。乙。") == paragraphs("甲。\n  乙。\n") != paragraphs("甲。\n\n乙。")
    assert paragraphs("甲，乙。") != paragraphs("甲，\n乙。")


# Layout.


def test_lines() -> None:
    """Line feeds alone, no byte order mark, no space at an end, one line feed at the file's."""
    assert (
        canonical("\ufefftitle: 甲  \r\nlead:   \r\n  - 乙\t\r\n\r\n\r\n".encode())
        == "title: 甲\nlead:\n  - 乙\n".encode()
    )
    assert canonical(b"---\ntitle: a") == canonical(b"title: a\n...\n") == b"title: a\n"


def test_blank_lines() -> None:
    """One stays where there were some, between entries; none at the beginning of a block, none at the end."""
    assert_becomes(
        "\n\ntitle: 甲\n\n\n\nlead:\n\n  - 乙\n\n\n  - 丙\n\nduty: 丁\n\n",
        "title: 甲\n\nlead:\n  - 乙\n\n  - 丙\n\nduty: 丁\n",
    )
    assert_becomes("# 头\n\n\ntitle: 甲\n", "# 头\n\ntitle: 甲\n")
    assert_becomes("# 头\n\nlead: []\ntitle: 甲\n", "# 头\n\ntitle: 甲\nlead: []\n")


# Comments.


def test_comments_go_with_what_they_are_about() -> None:
    """Those of their own line with what is below, those behind a value with it; the file's stay at its head."""
    assert_becomes(
        "# 文件\n\n# 仍是文件\nduty: 甲   # 尾\n# 牵头\n# 两行\nlead: # 键\n# 乙的\n- 乙\n\n# 丙的\n- 丙 # 丙\n"
        "# 标题\ntitle: 丁\n# 末\n",
        "# 文件\n\n# 仍是文件\n# 标题\ntitle: 丁\n# 牵头\n# 两行\nlead:  # 键\n  # 乙的\n  - 乙\n\n"
        "  # 丙的\n  - 丙  # 丙\nduty: 甲  # 尾\n# 末\n",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lead:\n  # - 甲\n  # - 乙\nduty: 丙\n", "lead:\n  # - 甲\n  # - 乙\nduty: 丙\n"),
        ("lead:\n  - 甲\n  # 末\n# 下\nduty: 丙\n", "lead:\n  - 甲\n  # 末\n# 下\nduty: 丙\n"),
        ("duty: 丙\nlead:\n  - 甲\n  # 末\n", "lead:\n  - 甲\n  # 末\nduty: 丙\n"),
        ("title: 甲\n    # 深\nlead: []\n", "title: 甲\n  # 深\nlead: []\n"),
        ("text: 甲。\n  # 深\nlead: []\n", "text: |\n  甲。\n# 深\nlead: []\n"),
        ("text: | # 注\n  甲。\n # 浅\nlead: []\n", "text: |  # 注\n  甲。\n# 浅\nlead: []\n"),
        (
            "lead: [甲, # 一\n  # 二\n  乙 # 三\n  # 四\n  ] # 五\n",
            "lead:  # 五\n  - 甲  # 一\n  # 二\n  - 乙  # 三\n  # 四\n",
        ),
        ("lead: [ # 一\n  甲]\n", "lead:  # 一\n  - 甲\n"),
        ("lead: [ # 一\n  # 二\n  ]\n", "lead: []  # 一\n  # 二\n"),
        ("title:\n  # 上\n  甲   # 尾\n", "# 上\ntitle: 甲  # 尾\n"),
        ("title: #一\n  甲\n", 'title: "甲"  #一\n'),
        ("period: {start: 2025, # 一\n  end: 2027}\n", "period:\n  start: 2025  # 一\n  end: 2027\n"),
        ("--- # 头\ntitle: 甲\n... # 尾\n", "# 头\ntitle: 甲\n# 尾\n"),
        ('title: "甲 # 乙"\n', 'title: "甲 # 乙"\n'),
    ],
)
def test_where_comments_stand(before: str, after: str) -> None:
    """At the end of a block they stay in it; a block of text would swallow one that is further in."""
    assert_becomes(before, after, PLAN if "period" in before else TASK)


@pytest.mark.parametrize("comment", [" # 注", " #1", "  #1 工程", "  #"])
def test_what_may_be_a_lost_part_of_a_value_is_not_made_a_comment(comment: str) -> None:
    """Validation says that the value is cut short; after formatting it still says so."""
    assert_becomes(f"lead: []\ntitle: 推进{comment}\n", f"title: 推进{comment}\nlead: []\n")


# What is left as it is.


@pytest.mark.parametrize(
    "content",
    [
        "title：甲",
        "title: 甲\ntitle: 乙\n",
        "title: &a 甲\n",
        "title: 甲\n  乙\n",
        "title: 甲\u200b\n",
        "- 甲\n",
        "",
        "# 注\n",
        "title: 甲\n---\ntitle: 乙\n",
    ],
)
def test_a_file_with_mistakes(content: str) -> None:
    """Nobody knows what it says."""
    found = formatted(content.encode())
    assert not found.files
    assert [(path, type(error)) for path, error in found.refused] == [(TASK, FaultyTaskError)]


@pytest.mark.parametrize(
    "content",
    [
        "text: 推进 #1 工程\n",
        "lead: []\n# plancli: allow no-lead -- 注\ntitle: 甲\n",
    ],
)
def test_a_file_that_would_say_something_else(content: str) -> None:
    """A value cut short becomes a block with a comment; an allowance comes to stand above the whole file."""
    found = formatted(content.encode())
    assert [type(error) for _, error in found.refused] == [UnsafeFormatError]


def test_allowances_stay_where_they_are() -> None:
    """With the key that they stand above, or the list that they stand behind."""
    assert_becomes(
        "title: 甲\nduty: 乙\n# plancli: allow a -- 注\nresponsible: []\nlead: [丙, 丁] # plancli: allow b -- 注\n",
        "title: 甲\nlead:  # plancli: allow b -- 注\n  - 丙\n  - 丁\n"
        "# plancli: allow a -- 注\nresponsible: []\nduty: 乙\n",
    )


def test_a_mistake_in_a_value_is_none_of_the_layout() -> None:
    """Unknown keys, and numbers where a text is wanted, are written as they are."""
    assert_becomes("titel: 2025\nlead: 甲\n", "lead: 甲\ntitel: 2025\n")


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """The file that it leads to is no file of the plan; nor is one that is not there."""
    (tmp_path / "tasks").mkdir()
    (tmp_path / "elsewhere").write_text("title:  甲\n", encoding="utf-8")
    (tmp_path / "tasks/link.yaml").symlink_to(tmp_path / "elsewhere")
    found = formatting(Folder(tmp_path), ["tasks/link.yaml", "tasks/none.yaml"])
    assert (found.files, found.count) == ((), 2)
    assert [type(error) for _, error in found.refused] == [FaultyTaskError, FaultyTaskError]


# Any file.


def loaded(written: Written, content: bytes) -> Loaded:
    """The small plan with a file of its own."""
    return load(Memory({**BASE, written.path: content}))


@arbitrary
@given(files)
def test_what_a_plan_says_stays(written: Written) -> None:
    """The plan loads as it did, text by text; every comment is there once; and once is enough."""
    after = canonical(written.content, written.path)
    old, new = loaded(written, written.content), loaded(written, after)
    assert new.plan.header == old.plan.header
    assert new.plan.register == old.plan.register
    for before, task in zip(old.plan.tasks, new.plan.tasks, strict=True):
        assert paragraphs(task.text) == paragraphs(before.text)
        assert task.model_copy(update={"text": before.text}) == before
        assert list(task.notes) == list(before.notes)
    assert [each for each, _ in new.findings] == [each for each, _ in old.findings]
    assert sorted(map(int, re.findall("# ?注([0-9]+)", after.decode()))) == list(range(1, written.comments + 1))
    assert canonical(after, written.path) == after


@arbitrary
@given(files)
def test_what_it_looks_like(written: Written) -> None:
    """No other line ends, no mark, no space at the end of a line, no two blank lines, none at the file's ends."""
    text = canonical(written.content, written.path).decode()
    lines = text.split("\n")
    assert lines.pop() == ""
    assert lines[0]
    assert lines[-1]
    assert not any(line != line.rstrip() or "\r" in line or "\ufeff" in line for line in lines)
    assert all(one or other for one, other in pairwise(lines))


def test_the_real_plan_is_in_its_canonical_form() -> None:
    """Who copies from it learns the right thing."""
    source = Folder(ROOT / "plan")
    found = formatting(source, [PLAN, REGISTER, *source.task_paths()])
    assert (found.files, found.refused) == ((), ())
