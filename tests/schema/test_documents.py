"""The schemas themselves: sound, closed, described in both languages, and with this plan's names."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from plancli.cli import schema as command
from plancli.loading.loader import load
from plancli.messages import LANGUAGES, catalog
from plancli.model import identifiers
from plancli.model.fields import FIRST_YEAR, LAST_YEAR
from plancli.rules import RULES
from plancli.schema.documents import FILES, document, schema
from plancli.schema.fields import DAY, MONTH_OR_DAY
from plancli.schema.names import ID
from plancli.schema.records import CHOICES, WORDS
from plancli.source.folder import Folder
from tests.cli.running import ROOT
from tests.support import REGISTER, TASK, Memory, world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support import Files

REAL = load(Folder(ROOT / "plan")).plan
each_file = pytest.mark.parametrize("which", FILES)


def of(which: str, files: Files | None = None) -> dict[str, Any]:
    """The schema of a kind of file, in the real plan or in one of a test."""
    return schema(load(Memory(files)).plan if files else REAL, which)


def parts(found: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - a schema or what stands in it
    """A schema, and every schema in it."""
    if isinstance(found, dict):
        yield found
    for inside in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from parts(inside)


# --- as schemas ------------------------------------------------------------------------------------------


def test_the_command_knows_all_of_them() -> None:
    """It has a list of its own, so that help and wrong usage need not wait for the models."""
    assert tuple(FILES) == command.FILES


@each_file
def test_it_is_a_schema(which: str) -> None:
    """Of the dialect that it names; what it refers to is in it, so that nothing is fetched."""
    made = of(which)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    references = {each["$ref"] for each in parts(made) if isinstance(each.get("$ref"), str)}
    assert {reference.removeprefix("#/$defs/") for reference in references} == set(made["$defs"])


@each_file
def test_no_mapping_takes_any_key(which: str) -> None:
    """But for `notes`, whose keys are the plan's own."""
    open_ones = [
        each for each in parts(of(which)) if each.get("type") == "object" and each["additionalProperties"] is not False
    ]
    assert [each["description"] for each in open_ones] == (
        [of(which)["properties"]["notes"]["description"]] if which == "task" else []
    )


@each_file
def test_every_key_and_every_choice_is_described_in_both_languages(which: str) -> None:
    """An editor shows whichever there is."""
    made = of(which)
    keyed = [key for each in parts(made) for key in each.get("properties", {}).values() if isinstance(key, dict)]
    described = [made, *(key for key in keyed if "title" in key)]
    assert len(described) > 5
    for each in described:
        assert re.search("[\u4e00-\u9fff].* · [a-z]", each["title"]), each
        assert re.fullmatch("[^\n]*[\u4e00-\u9fff][^\n]*\n[A-Za-z][^\n]*", each["description"]), each
    for each in parts(made):
        if isinstance(each.get("enum"), list):
            assert len(each["enumDescriptions"]) == len(each["enum"])


def test_the_words_are_those_of_the_model() -> None:
    """None is left over when a key goes; one that comes without words could not be built."""
    used = {text for which in FILES for each in parts(of(which)) if isinstance(text := each.get("title"), str)}
    headings = {
        key: " · ".join(catalog(language).gettext(said.title) for language in LANGUAGES) for key, said in WORDS.items()
    }
    assert {key for key, title in headings.items() if title not in used} == set()
    assert set(CHOICES) <= set(WORDS)


@each_file
def test_the_same_plan_gives_the_same_bytes(which: str) -> None:
    """In every language: both stand in it."""
    assert document(REAL, which) == document(load(Folder(ROOT / "plan")).plan, which)
    assert json.loads(document(REAL, which)) == of(which)


# --- names -----------------------------------------------------------------------------------------------


def test_units_are_this_plan_s() -> None:
    """Names, full names and aliases of departments and groups, each with what it means."""
    names = of("task")["$defs"]["name"]
    meant = dict(zip(names["enum"], names["enumDescriptions"], strict=True))
    assert list(meant) == list(REAL.register.by_spelling)
    assert meant["管委会"] == "= 各管委会"
    assert meant["区生态环境局"].startswith("政府部门")
    assert of("departments")["$defs"]["name"] == names


def test_tasks_are_this_plan_s() -> None:
    """In the order of the plan."""
    assert of("plan")["$defs"]["id"]["enum"] == [task.id for task in REAL.tasks]


def test_rules_and_kinds_of_change_are_plancli_s() -> None:
    """Each with what it means and its usual level."""
    checks = of("plan")["properties"]["checks"]["properties"]
    assert list(checks) == [rule.name for rule in RULES]
    assert checks["no-lead"]["default"] == "warning"
    assert checks["no-lead"]["enum"] == ["error", "warning", "info", "off"]
    assert of("plan")["properties"]["diff"]["properties"]["target-lowered"]["default"] == "error"


def test_an_entry_that_does_not_load_is_still_known() -> None:
    """Whoever names it has made no mistake; nor has an outline that lists a task whose file is broken."""
    files = world(f"# {REGISTER}\ndepartments:\n  - {{name: 区发改委, kind: 政府}}\n  - {{name: 甲, kind: other}}\n")
    assert "区发改委" in of("task", files)["$defs"]["name"]["enum"]
    broken = {**world(), TASK: "title: [\n"}
    assert of("plan", broken)["$defs"]["id"]["enum"] == ["节能降碳"]


def test_of_a_plan_without_names_any_name_is_taken() -> None:
    """A plan begins with empty files, and an empty list of choices would refuse everything."""
    empty: Files = {"plan.yaml": world()["plan.yaml"]}
    assert of("task", empty)["$defs"]["name"]["pattern"]
    assert of("plan", empty)["$defs"]["id"]["pattern"]


# --- patterns --------------------------------------------------------------------------------------------


def is_day(text: str) -> bool:
    """What the calendar says."""
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def test_the_pattern_of_days_is_the_calendar() -> None:
    """Every day of four years, one of them a leap year; and of every year the days on which they differ."""
    days = [f"{year}-{month:02}-{day:02}" for year in range(2023, 2027) for month in range(14) for day in range(33)]
    days += [f"{year:04}-02-{day}" for year in range(10_000) for day in (28, 29, 30)]
    wrong = [day for day in days if bool(re.search(DAY, day)) != is_day(day)]
    assert wrong == []


def test_the_pattern_of_deadlines_is_the_calendar_of_its_years() -> None:
    """Months and days, from the first year to the last."""
    start = date(FIRST_YEAR - 1, 12, 31)
    for days in range(0, (LAST_YEAR - FIRST_YEAR + 3) * 366, 15):
        day = start + timedelta(days)
        expected = FIRST_YEAR <= day.year <= LAST_YEAR
        assert bool(re.search(MONTH_OR_DAY, day.isoformat())) == expected, day
        assert bool(re.search(MONTH_OR_DAY, day.isoformat()[:7])) == expected, day
    for text in ("2027", "2027-00", "2027-13", "2027-6", "2027-06-31", "2027-02-29", "2027-06\n", "٢٠٢٧-٠٦"):
        assert not re.search(MONTH_OR_DAY, text), text


def test_the_pattern_of_ids_refuses_no_id() -> None:
    """Character by character; and it does refuse what is no id for a reason that a pattern can know."""
    pattern = re.compile(ID["pattern"])
    letters = (
        f"甲{chr(code)}" for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Co"}
    )
    assert [text for text in letters if not identifiers.fault(text) and not pattern.search(text)] == []
    for text in ("", "12", "１２", "-甲", "a b", "a_b", "绿色（区）", "a、b", "con", "CoM1", "节" * 65):
        assert identifiers.fault(text)
        assert not pattern.search(text), text


def test_patterns_are_read_alike_in_javascript_and_python() -> None:
    """No class that means more in Python, no construct that one of them lacks."""
    patterns = {each["pattern"] for which in FILES for each in parts(of(which)) if isinstance(each.get("pattern"), str)}
    assert len(patterns) >= 6
    for pattern in patterns:
        assert not re.search(r"\\[dwbAZzpP]|\(\?[^:=!]", pattern), pattern
