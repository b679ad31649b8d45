"""Who is meant by a name, and who twice: what is said once, what is left alone, and how it can be mended."""

from __future__ import annotations

import pytest

from tests import support
from tests.rules.cases_names import BOTH, ENDED, MEMBERS, OTHER, TASK, outline, tasks
from tests.rules.cases_shape import header, register
from tests.support import BASE, Files, diagnostics, rules, world

HEIRS = f"{ENDED}, succeeded_by: 区环卫局}}\n  - {{name: 区环卫局, kind: other, until: 2020-01-31, succeeded_by: %s}}\n"


def ended(day: str, plan: str = "", further: str = "") -> Files:
    """A plan that names an office which existed until a day."""
    offices = f"{ENDED.replace('2019-01-31', day)}, succeeded_by: 区生态环境局}}\n"
    return world(f"{header(plan)}{register(offices)}{TASK}responsible: [区环保局]\n{further}")


def fixes(files: Files) -> list[tuple[str, tuple[str | int, ...], str]]:
    """How what is found can be mended: applicability, route, text."""
    fixed = [each.fix for each in diagnostics(files) if each.fix]
    return [(fix.applicability, change.place.route, change.text) for fix in fixed for change in fix.replacements]


# A unit that is not registered.


@pytest.mark.parametrize("places", [1, 3, 4, 9])
def test_a_name_that_stands_in_many_places_is_told_once(places: int) -> None:
    """Up to three are slips, each at its place; beyond, the register lacks it."""
    ids = [f"甲{number}" for number in range(places)]
    named = "".join(f"# tasks/{each}.yaml\n{OTHER}support: [区民政局]\n" for each in ids)
    found = [each for each in diagnostics(world(outline(*ids) + named)) if each.rule == "unknown-department"]
    assert len(found) == (places if places <= 3 else 1)
    assert [each.place.task for each in found[0].related] == ([] if places <= 3 else ["甲1", "甲2"])


def test_of_many_places_those_are_not_counted_that_did_not_load_whole() -> None:
    """What stands under a faulty key is told when the key is mended; the others are, nevertheless."""
    ids = ("甲", "乙", "丙", "丁")
    named = "".join(f"# tasks/{each}.yaml\n{OTHER}support: [区民政局]\n" for each in ids)
    files = world(f"{outline(*ids)}{named}{TASK}support: [区民政局, 2025]\n")
    (found,) = (each for each in diagnostics(files) if each.rule == "unknown-department")
    assert "4 places" in found.message


def test_several_names_in_one_entry_are_told_at_each_place() -> None:
    """They are mended where they stand, not in the register."""
    ids = ("甲", "乙", "丙", "丁")
    named = "".join(f"# tasks/{each}.yaml\n{OTHER}support: [区发改委、区民政局]\n" for each in ids)
    assert rules(world(outline(*ids) + named)).count("unknown-department") == 4


# A name of two entries.


@pytest.mark.parametrize(
    ("entries", "number"),
    [
        ("  - {name: 区发改委, kind: party, aliases: [发改]}\n", 1),
        ("  - {name: 区发改委, kind: party, full_name: 发改, aliases: [改委]}\n  - {name: 改委, kind: party}\n", 2),
        ("  - {name: 甲, kind: party, aliases: [区生态环境局, 发改]}\n", 2),
        ("groups: [{name: 区发改委}]\n", 1),
        ("groups: [{name: 甲, aliases: [乙]}, {name: 乙, aliases: [甲]}]\n", 2),
        ("groups: [{name: 甲, aliases: [甲, 甲, 乙, 乙]}]\n", 0),
        ("  - {name: 甲, kind: party, full_name: 甲, aliases: [甲]}\n", 0),
    ],
)
def test_each_name_that_two_entries_claim(entries: str, number: int) -> None:
    """An entry that stands twice is one fault, whatever else the two share; a text twice in one entry is none."""
    assert rules(world(register(BOTH + entries))).count("ambiguous-name") == number


def test_an_alias_that_two_entries_claim_is_not_written_out() -> None:
    """Nobody knows which of the two is meant; and neither entry is called unused."""
    files = world(register(f"{BOTH}groups: [{{name: 各局, aliases: [发改]}}]\n") + f"{TASK}lead: [发改]\n")
    assert rules(files) == ["ambiguous-name"]


# An alias.


def aliased(
    names: str, entry: str = "{name: 区生态环境局, kind: other, full_name: 市生态环境局, aliases: [环保]}"
) -> Files:
    """A plan whose responsible units are these, with an entry of the register for the second."""
    offices = f"departments:\n  - {{name: 区发改委, kind: government}}\n  - {entry}\n"
    return world(f"{register(offices)}{TASK}responsible: {names}\n")


def test_an_alias_can_be_replaced_by_the_name() -> None:
    """The name alone, also where a scope stands beside it."""
    assert fixes(aliased("[环保]")) == [("unsafe", ("responsible", 0), "区生态环境局")]
    assert fixes(aliased("[{name: 环保, scope: 甲}]")) == [("unsafe", ("responsible", 0, "name"), "区生态环境局")]


def test_names_that_are_no_aliases() -> None:
    """The registered name, and the full name, which nobody could misunderstand."""
    assert rules(aliased("[区生态环境局]")) == []
    assert rules(aliased("[市生态环境局]")) == []
    assert (
        rules(aliased("[市生态环境局]", "{name: 区局, kind: other, full_name: 市生态环境局, aliases: [市生态环境局]}"))
        == []
    )


def test_an_alias_beside_the_name_is_told_once() -> None:
    """The unit stands twice: to write the alias out would not mend it."""
    assert rules(aliased("[区生态环境局, 环保]")) == ["repeated-department"]


def test_an_elided_group_is_told_once() -> None:
    """A group without its 各 has a rule of its own."""
    groups = register("groups: [{name: 各局, aliases: [局]}]\n")
    assert rules(world(f"{groups}{TASK}responsible: [区生态环境局, 局]\n")) == ["elided-group-prefix"]


# An office that is gone.


@pytest.mark.parametrize(
    ("day", "plan", "speaks"),
    [
        ("2024-12-31", "", True),
        ("2025-01-01", "", False),
        ("2025-06-30", "issued: {on: 2025-07-01}\n", True),
        ("2025-07-01", "issued: {on: 2025-07-01}\n", False),
        ("2024-12-31", "issued: {on: 2024-12-01}\n", True),
        ("2024-12-31", "issued: {by: 区政府}\n", True),
        ("2026-03-01", "issued: {on: 2025-07-01}\n", False),
        ("2024-12-31", "issued: {on: 2025-7-1}\n", False),
        ("2024-12-31", "period: {start: 2027, end: 2025}\n", False),
    ],
)
def test_when_an_office_is_gone(day: str, plan: str, speaks: bool) -> None:  # noqa: FBT001 - a column of the table
    """Before the plan was issued or its period began, by the plan's own dates; nothing where one of them is faulty."""
    assert ("outdated-department" in rules(ended(day, plan))) is speaks


def test_the_successor_takes_its_place() -> None:
    """And not again where it is named already."""
    assert fixes(ended("2019-01-31")) == [("unsafe", ("responsible", 0), "区生态环境局")]
    assert fixes(ended("2019-01-31", further="support: [区生态环境局]\n")) == []


@pytest.mark.parametrize(
    ("heir", "expected"), [("区生态环境局", ("区生态环境局",)), ("区环保局", ()), ("区环卫局", ()), ("区民政局", ())]
)
def test_a_successor_that_is_gone_too(heir: str, expected: tuple[str, ...]) -> None:
    """Whoever comes after it; nobody where the register leads in a circle or to nobody."""
    files = world(f"{register(HEIRS % heir)}{TASK}responsible: [区环保局]\n")
    (found,) = (each for each in diagnostics(files) if each.rule == "outdated-department")
    assert found.suggestions == expected


def test_an_office_that_is_gone_keeps_its_entry() -> None:
    """It is named by nobody any more, and that is right."""
    assert rules(world(register(f"{ENDED}}}\n"))) == []


# Twice in a task.


@pytest.mark.parametrize(
    "units",
    [
        "lead: [{name: 区发改委, scope: 甲}]\nsupport: [{name: 区发改委, scope: 乙}]\n",
        "lead: [区发改委]\nsupport: [{name: 区发改委, scope: 乙}]\n",
        "lead: [区发改委]\nsupport: []\n",
        "support: [区发改委]\n",
    ],
)
def test_units_in_one_role(units: str) -> None:
    """A scope tells two parts of a task apart."""
    text = f"{units}responsible: [区生态环境局]\n" + ("" if "lead" in units else "lead: []\n")
    assert "department-in-two-roles" not in rules(world(TASK + text))


def test_a_unit_in_three_roles_is_told_once_a_place() -> None:
    """Where it stands in vain: it leads."""
    found = diagnostics(world(f"{TASK}lead: [区发改委]\nresponsible: [区发改委, 区生态环境局]\nsupport: [区发改委]\n"))
    assert sorted((each.rule, each.place.route) for each in found) == [
        ("department-in-two-roles", ("support", 0)),
        ("lead-also-responsible", ("responsible", 0)),
    ]


@pytest.mark.parametrize(
    ("groups", "units"),
    [
        # 各有关部门, of whom not all are known: it is good to name one that answers
        (MEMBERS.replace("}]", ", complete: false}]"), "responsible: [区生态环境局, 各局]\n"),
        ("groups: [{name: 各局, complete: false}]\n", "responsible: [区生态环境局, 各局]\n"),
        (MEMBERS, "responsible: [{name: 区生态环境局, scope: 甲}, 各局]\n"),
        (MEMBERS, "responsible: [区生态环境局, {name: 各局, scope: 甲}]\n"),
        (MEMBERS, "lead: [区生态环境局]\nresponsible: [各局]\n"),
        (MEMBERS, "lead: [区发改委]\nresponsible: [各局]\nsupport: [区生态环境局]\n"),
        ("groups: [{name: 各局, members: [区发改委]}]\n", "responsible: [区生态环境局, 各局]\n"),
        ("groups: [{name: 各局, members: [各局, 区民政局]}]\n", "responsible: [区生态环境局, 各局]\n"),
    ],
)
def test_a_group_beside_others(groups: str, units: str) -> None:
    """In one cell, with all its members known, and neither limited: else nothing is said."""
    assert "group-and-member" not in rules(world(f"{register(groups)}{TASK}{units}"))


def test_two_groups_are_told_once() -> None:
    """However many cells name them, in either order, under whichever name."""
    groups = "groups:\n  - {name: 各局, aliases: [局们], members: [区发改委]}\n  - {name: 各委, members: [区发改委]}\n"
    cells = f"{TASK}responsible: [各委, 局们, 区生态环境局]\nsupport: [各局, 各委]\n"
    assert rules(world(register(groups) + cells)).count("overlapping-groups") == 1


@pytest.mark.parametrize(
    ("groups", "units"),
    [
        ("{name: 各局, members: [区发改委]}, {name: 各委, members: [区生态环境局]}", "[各局, 各委]"),
        ("{name: 各局, members: [区发改委]}, {name: 各委, members: [区发改委]}", "[各局, {name: 各委, scope: 甲}]"),
        ("{name: 各局, members: [区发改委, 各委]}, {name: 各委, members: [区发改委]}", "[各局, 各委]"),
        ("{name: 各局, members: [区发改委]}, {name: 各委, members: [区发改委]}", "[各局]\nsupport: [各委]"),
    ],
)
def test_groups_that_do_not_overlap(groups: str, units: str) -> None:
    """No member in both; a scope; one within the other, which is a member beside its group; different cells."""
    assert "overlapping-groups" not in rules(world(f"{register(f'groups: [{groups}]')}\n{TASK}responsible: {units}\n"))


# Tasks and their files.


@pytest.mark.parametrize(
    ("listed", "files", "expected"),
    [
        # a copy, also of a copy; what is left of a task that was renamed by copying
        ((), ("节能降碳-副本",), ["unlisted-task"]),
        (("碳汇",), ("节能降碳-副本",), ["missing-task", "unlisted-task"]),
        (("碳汇",), ("碳汇-副本",), ["missing-task"]),
        # ids that differ in case: listed or not, one message
        (("EOD",), ("EOD", "eod"), ["confusable-ids"]),
        ((), ("EOD", "eod"), ["confusable-ids", "unlisted-task"]),
        (("EOD",), ("eod",), ["missing-task"]),
        # in script
        ((), ("節能降碳",), ["unlisted-task"]),
        (("数据", "數據"), ("数据", "數據"), ["lookalike-ids"]),
    ],
)
def test_one_mistake_with_a_file_is_one_message(
    listed: tuple[str, ...], files: tuple[str, ...], expected: list[str]
) -> None:
    """The outline, the file's name and the other files are not three."""
    assert rules(world(outline(*listed) + tasks(*files))) == expected


def test_an_invalid_id_is_told_where_nobody_knows_what_is_listed() -> None:
    """Of unlisted files nothing is said then; of their names there is."""
    assert rules(world(header("outline: 重点任务\n") + tasks("a_b"))) == ["invalid-id", "wrong-type"]


def test_a_missing_task_may_name_what_seems_unused() -> None:
    """That a department is named nowhere is known when all tasks are."""
    offices = register(f"{BOTH}  - {{name: 区档案局, kind: other}}\n")
    assert rules(world(offices)) == ["unused-department"]
    assert rules(world(offices + outline("碳汇"))) == ["missing-task"]


def test_a_copy_of_a_whole_task_is_one_message() -> None:
    """Its title, its sentences and its targets are no second mistake; in the outline they are."""
    whole = BASE[support.TASK]
    assert rules({**world(), "tasks/节能降碳 - 副本.yaml": whole}) == ["unlisted-task"]
    listed = {**world(outline("节能降碳-副本")), "tasks/节能降碳-副本.yaml": whole}
    assert "duplicate-title" in rules(listed)
