"""Fingerprints: the same mistake keeps its own while everything around it moves; another mistake has another."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from plancli.checking import check
from plancli.loading.loader import load
from plancli.messages import LANGUAGES, catalog
from tests.rules import cases_files, cases_plan, cases_shape, cases_yaml
from tests.rules.cases import Case, numbered
from tests.support import PLAN, TASK, Files, Memory, diagnostics, world

CASES = tuple(
    case
    for case in (*cases_files.CASES, *cases_yaml.CASES, *cases_shape.CASES, *cases_plan.CASES)
    if case.wording not in {"file-too-large", "unreadable-file.missing"}
)

OTHER = """\
title: 环境保护
text: 到2027年，建成8家。
lead: [区档案局, 区档案局]
responsible: [区档案局]
targets:
  - {id: "1", indicator: 甲, statement: 乙, due: 2030, quote: 丙}
"""


def fingerprints(files: Files, path: str = TASK) -> Counter[tuple[str, str]]:
    """Rule and fingerprint of what is said about a file."""
    return Counter((each.rule, each.fingerprint) for each in diagnostics(files) if each.place.path == path)


def moved(files: Files) -> Files:
    """The same plan with two lines more at the beginning of each file that is text."""
    return {path: f"\n\n{content}" if isinstance(content, str) else content for path, content in files.items()}


each_case = pytest.mark.parametrize("case", CASES, ids=numbered(CASES))


@each_case
def test_lines_above_do_not_matter(case: Case) -> None:
    """Lines are inserted every day; what was accepted stays accepted."""
    path = case.said.path
    assert fingerprints(case.files, path) == fingerprints(moved(case.files), path)


@each_case
def test_other_tasks_do_not_matter(case: Case) -> None:
    """Another task, full of faults, that comes first."""
    if case.said.path != TASK:
        return
    files = {**case.files, "tasks/a.yaml": OTHER}
    assert fingerprints(case.files) == fingerprints(files)


@each_case
def test_they_are_unique_within_a_run(case: Case) -> None:
    """And look like what the design says."""
    found = [each.fingerprint for each in diagnostics({**case.files, "tasks/a.yaml": OTHER})]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch("[0-9a-f]{12}(-[0-9]+)?", each) for each in found)


def test_entries_before_it_in_a_list_do_not_matter() -> None:
    """The route counts without its indices."""
    one = fingerprints(world(f"# {TASK}\nlead: [区x]\n"))
    two = fingerprints(world(f"# {TASK}\nlead: [区发改委, 区x]\n"))
    assert one == two


@pytest.mark.parametrize(
    "one_and_another",
    [
        ("lead: [区x]\n", "lead: [区y]\n"),
        ("lead: [区x]\n", "support: [区x]\n"),
        ("title: 2025\n", "title: 2026\n"),
        ("title: 2025\n", "duty: 2025\n"),
        ("due: 2027年\n", "due: 2028年\n"),
        ("foo: 1\n", "bar: 1\n"),
        ("duty: 甲\nduty: 乙\n", "due: 2027\ndue: 2027\n"),
        ("text: 到2027年，建成8家。\n", "text: 到2027年，建成9家。\n"),
        ("text: 推进,落实。\n", "text: 推进(落实)。\n"),
        ("title: 推进 #1\n", "title: 推进 #2\n"),
        ("duty: &a 甲\n", "duty: !a 甲\n"),
        ('duty: "甲\\u200b"\n', 'duty: "甲\\u200c"\n'),
    ],
)
def test_two_mistakes_are_told_apart(one_and_another: tuple[str, str]) -> None:
    """By key, by what was written, by what kind of mistake it is."""
    one, another = (fingerprints(world(f"# {TASK}\n{text}")) for text in one_and_another)
    assert one
    assert not {fingerprint for _, fingerprint in one} & {fingerprint for _, fingerprint in another}


def test_the_same_mistake_in_two_tasks_is_two() -> None:
    """A task's id is part of it."""
    outline = f"# {PLAN}\noutline: [{{heading: 甲, tasks: [节能降碳, a]}}]\n"
    text = "(whole)\ntitle: 甲\ntext: 推进。\nlead: []\n"
    found = diagnostics(world(f"{outline}# {TASK} {text}# tasks/a.yaml {text}"))
    assert len({each.fingerprint for each in found if each.rule == "no-lead"}) == 2


def test_the_language_does_not_matter() -> None:
    """Facts are hashed, not sentences."""
    loaded = load(Memory(world(f"# {TASK}\nlead: [区x, 2025]\ndue: 2027年\n")))
    spoken = [[each.fingerprint for each in check(loaded, catalog(language))] for language in LANGUAGES]
    assert spoken[0] == spoken[1] != []
