"""Rules on headings, titles and texts: what their fixes do, and on what they are silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.checks import characters
from plancli.checks.repetition import duplicate_text
from plancli.loading.loader import load
from plancli.prose.sentences import locate_quote
from plancli.rules import BY_NAME
from tests.rules.cases import Case, numbered
from tests.rules.cases_shape import header, target
from tests.rules.cases_text import CASES, SENTENCE, beside, outline, text
from tests.rules.mending import mended
from tests.support import Memory, rule_of, rules, stamped, task, wordings, world

if TYPE_CHECKING:
    from plancli.diagnostics import Finding, Fix
    from plancli.model.plan import Plan
    from tests.support import Files

FIXED = tuple(
    case for case in CASES if rule_of(case.wording) in {"not-normalised", "sentence-per-line", "trailing-space"}
)
"""Those that are mended without asking."""


def loaded(files: Files) -> Plan:
    """A plan."""
    return load(Memory(files)).plan


def findings(plan: Plan, rule: str) -> list[Finding]:
    """What a rule finds in a plan."""
    return list(BY_NAME[rule].function(plan))


def fix_of(finding: Finding) -> Fix:
    """How it is mended."""
    assert finding.fix is not None
    return finding.fix


@pytest.mark.parametrize("case", FIXED, ids=numbered(FIXED))
def test_a_fix_mends(case: Case) -> None:
    """What is found is found no more, and nothing new is."""
    plan = loaded(case.files)
    rule = rule_of(case.wording)
    (found,) = findings(plan, rule)
    then = mended(plan, fix_of(found))
    assert findings(then, rule) == []
    for other in ("invisible-character", "not-normalised", "sentence-per-line", "trailing-space", "quote-not-in-text"):
        assert len(findings(then, other)) <= len(findings(plan, other))


@pytest.mark.parametrize("case", CASES, ids=numbered(CASES))
def test_nothing_is_mended_that_is_not_known(case: Case) -> None:
    """A name, a number or a sentence is only told; so is a character that nobody else can know."""
    known = rule_of(case.wording) in {"not-normalised", "sentence-per-line", "trailing-space"}
    known |= case.wording in {f"invisible-character.{each}" for each in ("indent", "space", "unseen")}
    found = [each for name, each in stamped(load(Memory(case.files))) if name == case.wording]
    assert found
    assert all((each.fix is not None) == known for each in found)


QUOTING = text("到2027年，培育绿色商场１００家，用电Ａ万ｋｗ。") + target(
    "id: 商场\nindicator: 绿色商场\ncomparator: at-least\nvalue: 100\nunit: 家\ndue: 2027\nquote: 绿色商场１００家"
)


def test_a_quote_is_mended_with_the_text() -> None:
    """Else the target would quote what the text no longer says."""
    plan = loaded(task(QUOTING))
    (found,) = findings(plan, "not-normalised")
    (then,) = mended(plan, fix_of(found)).tasks
    assert then.text == "到2027年，培育绿色商场100家，用电A万kw。"
    assert then.targets[0].quote == ("绿色商场100家",)


def test_fragments_of_a_quote_are_mended_too() -> None:
    """Each where it stands."""
    files = task(QUOTING.replace("quote: 绿色商场１００家", "quote: [培育, 绿色商场１００家]"))
    plan = loaded(files)
    (then,) = mended(plan, fix_of(findings(plan, "not-normalised")[0])).tasks
    assert locate_quote(then.text, then.targets[0].quote)


def test_where_a_quote_would_break_a_person_mends() -> None:
    """The per cent sign belongs to a full-width number in the text, and to none in the quote."""
    files = task(QUOTING.replace("１００家", "３０％以上").replace("quote: 绿色商场３０％以上", "quote: ％以上"))
    (found,) = findings(loaded(files), "not-normalised")
    assert found.fix is None


def test_where_a_target_did_not_load_a_person_mends() -> None:
    """Its quote could not be mended with the text."""
    (found,) = findings(loaded(task(QUOTING.replace("due: 2027", "due: 明年"))), "not-normalised")
    assert found.fix is None


def test_a_quote_alone_is_quote_not_in_text() -> None:
    """One mistake, one message."""
    files = task(QUOTING.replace("培育绿色商场１００家，用电Ａ万ｋｗ", "培育绿色商场100家"))
    assert "not-normalised" not in wordings(files)


def test_line_breaks_after_a_comma_are_joined_without_asking() -> None:
    """Where a full stop may be missing instead, a person looks at the result."""
    applicability = {
        fix_of(each).applicability
        for lines in (["加快，", "推进。"], ["加快", "推进。"])
        for each in findings(loaded(task(text(*lines))), "sentence-per-line")
    }
    assert applicability == {"safe", "unsafe"}


def test_each_sentence_is_told_once() -> None:
    """However many tasks have it, and each has a title of its own."""
    names = [f"任务{number:03}" for number in range(60)]
    files = world(header(f"outline: [{{heading: 甲, tasks: [节能降碳, {', '.join(names)}]}}]\n"))
    for name in names:
        files[f"tasks/{name}.yaml"] = f"title: {name}\nlead: [区发改委]\n{text(SENTENCE)}"
    (found,) = duplicate_text(loaded(files))
    assert (found.case, found.facts["tasks"]) == ("many", "60")
    assert found.place.task == names[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "加强组织领导，压实工作责任，确保取得实效。",
        "落实属地责任。",
        "以上任务由各单位按职责分工负责，持续推进。",
    ],
)
def test_short_sentences_may_stand_in_several_tasks(sentence: str) -> None:
    """Every plan has them, and means them."""
    assert "duplicate-text" not in rules(world(beside(sentence, sentence)))


@pytest.mark.parametrize(
    "headings",
    [
        "  - {heading: 甲, tasks: [节能降碳]}\n",
        "  - heading: 甲\n    sections: [{heading: 乙, sections: [{heading: 丙, tasks: [节能降碳]}]}]\n",
        "  - {heading: 重点任务（共1项）, tasks: [节能降碳]}\n",
        (
            "  - heading: 重点任务（2项）\n    sections:\n      - {heading: 甲, tasks: [节能降碳]}\n"
            "      - {heading: 乙, tasks: [环境保护, 绿色金融]}\n"
        ),
        (
            "  - heading: 甲\n    sections: [{heading: 保障措施, tasks: [节能降碳]}]\n"
            "  - heading: 乙\n    sections: [{heading: 保障措施, tasks: [环境保护]}]\n"
        ),
    ],
)
def test_headings_that_are_sound(headings: str) -> None:
    """The same heading may stand in two chapters; a number may count tasks or sections."""
    found = rules(world(outline(headings)))
    assert {"empty-heading", "duplicate-title", "stated-count"}.isdisjoint(found)


def test_a_title_that_did_not_load_is_no_duplicate() -> None:
    """The file's name stands in its place, and means nothing."""
    files = world(beside("甲。", "乙。", "节能降碳"))
    files["tasks/节能降碳.yaml"] = "title: []\ntext: 甲。\nlead: [区发改委]\n"
    assert "duplicate-title" not in rules(files)


def test_a_forbidden_character_is_no_lost_one() -> None:
    """It is told where it stands in the file."""
    assert rules(task("text: |\n  加快\x07推动。\n")) == ["forbidden-character"]


@pytest.mark.parametrize(
    "line",
    ["第一条　为了规范管理，制定本办法。", "达到Ⅱ类水质，面积3㎡，温度25℃，序号①②。", "联系人：张三　电话：63511111。"],
)
def test_characters_that_are_meant(line: str) -> None:
    """Full-width spaces inside a line, and signs that are characters of their own."""
    plan = loaded(task(text(line)))
    assert [*characters.invisible_character(plan), *characters.not_normalised(plan)] == []
