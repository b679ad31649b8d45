"""The counts agree with the tables, the tables with the plan, for every department and group of the real plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from plancli.model.register import Department
from plancli.render.renderer import Renderer
from plancli.views.cells import Cells
from plancli.views.index import index
from plancli.views.sheet import sheet
from tests.sheets.reading import markdown_tables, parsed, plan, rows, text_of

if TYPE_CHECKING:
    from plancli.model.register import Entry
    from plancli.model.task import Task
    from plancli.views.sheet import SheetView

CELLS = Cells(plan())
RENDERER = Renderer(plan().header.language)
PARTS = {"lead": "牵头任务", "responsible": "责任任务", "via": "经由群组的任务"}

each_entry = pytest.mark.parametrize("entry", list(plan().register.entries), ids=lambda entry: entry.name)


def view_of(entry: Entry) -> SheetView:
    """The sheet of an entry."""
    return sheet(plan(), entry, cells=CELLS)


def expected(entry: Entry) -> dict[str, list[str]]:
    """The titles that each part has to list, from the plan's own duties."""
    found: dict[str, list[str]] = {key: [] for key in PARTS}
    for duty in plan().duties(entry):
        found["via" if duty.via else duty.role].append(duty.task.title)
    return found


def of_targets(entry: Entry) -> Counter[str]:
    """The indicators of all targets in an entry's tasks."""
    return Counter(target.indicator for duty in plan().duties(entry) for target in duty.task.targets)


@each_entry
def test_markdown_lists_every_duty_once(entry: Entry) -> None:
    """Every task stands in the part of its strongest role, in reading order, and nowhere else."""
    tables = list(markdown_tables(RENDERER.sheet(view_of(entry), "md")))
    for key, name in PARTS.items():
        listed = [row[1][0] for table in tables if table.heading.startswith(name) for row in table.body]
        assert listed == expected(entry)[key]


@each_entry
def test_html_lists_every_duty_once(entry: Entry) -> None:
    """So it does in HTML."""
    page = parsed(RENDERER.sheet(view_of(entry), "html"))
    listed = {table.parent.attrs["aria-labelledby"]: rows(table) for table in page.query("table.tasks")}
    assert list(listed) == [key for key in PARTS if expected(entry)[key]]
    for key, found in listed.items():
        assert [text_of(row.query_one("th").children[0]) for row in found] == expected(entry)[key]


@each_entry
def test_counts_agree_with_the_tables(entry: Entry) -> None:
    """What the top says is what stands below."""
    page = parsed(RENDERER.sheet(view_of(entry), "html"))
    said = {text_of(div.query_one("dt")): text_of(div.query_one("dd")) for div in page.query("dl.answer div")}
    duties = expected(entry)
    assert said["牵头"] == f"{len(duties['lead'])} 项"
    assert said["责任"] == f"{len(duties['responsible'])} 项"
    assert said.get("经由群组") == (f"{len(duties['via'])} 项" if isinstance(entry, Department) else None)
    overview = [text_of(row.query_one("th")) for table in page.query("table.overview") for row in rows(table)]
    assert Counter(overview) == of_targets(entry)
    assert int(said["量化目标"].split()[0]) + int(said["定性目标"].split()[0]) == len(overview)


@each_entry
def test_may_concern_is_apart(entry: Entry) -> None:
    """Tasks that may concern a department are listed, and in no table; a group has none."""
    view = view_of(entry)
    page = parsed(RENDERER.sheet(view, "html"))
    listed = [text_of(item).split() for item in page.query("ul.refs li")]
    if not isinstance(entry, Department):
        assert view.may_concern is None
        assert not listed
        return
    assert listed == [[str(plan().number(task)), task.title] for task in plan().may_concern(entry)]
    asked = {duty.task.title for duty in plan().duties(entry)}
    assert not asked & {title for _, title in listed}


def test_every_row_says_what_the_plan_says() -> None:
    """Units, duty, goals and deadline of a row are its task's."""
    office = plan().resolve("区交通运输委")
    assert office
    tables = markdown_tables(RENDERER.sheet(view_of(office), "md"))
    [row] = [row for table in tables for row in table.body if row[1] == ("构建绿色交通体系",)]
    assert row[0] == ("15",)
    assert row[2][0].startswith("依托西部陆海新通道大力推进多式联运“一单制”“一箱制”发展")
    assert row[3:] == [
        ("区发改委",),
        ("区商务委、区经信委、区住建委、区城管局、区公安分局", "按职责分工负责"),
        (
            "轨道公交一体化换乘100米覆盖率 不低于90%",
            "轨道公交一体化换乘50米覆盖率 不低于80%",
            "公交车和巡游出租车新能源占比 不低于55%",
        ),
        ("2027年",),
    ]


@pytest.mark.parametrize("task", plan().tasks, ids=lambda task: task.id)
def test_the_text_is_the_source(task: Task) -> None:
    """The sentences of a text, joined, are the document's own cell: nothing between them, nothing lost."""
    assert "".join(CELLS.tasks[task.id].paragraphs) == task.text.replace("\n", "")


def test_index_agrees_with_the_sheets() -> None:
    """The index counts what the sheets count, and links every sheet."""
    page = parsed(RENDERER.index(index(plan(), cells=CELLS)))
    found = [
        [text_of(cell) for cell in row.children if cell.name in {"th", "td"}] for row in rows(page.query_one("table"))
    ]
    entries = {entry.name: entry for entry in plan().register.entries}
    assert sorted(row[0] for row in found) == sorted(entries)
    for name, *numbers in found:
        counts = view_of(entries[name]).counts
        shown = (counts.lead, counts.responsible, counts.via, counts.targets, counts.statements)
        assert numbers[:5] == ["—" if number is None else str(number) for number in shown]
        assert counts.earliest
        assert numbers[5].removesuffix("*") == counts.earliest.text
    links = [link.attrs["href"] for link in page.query("tbody a")]
    assert links == [f"sheets/{row[0]}.{form}" for row in found for form in ("html", "md")]


def test_the_sheet_the_project_exists_for() -> None:
    """区生态环境局 leads 7 and is responsible for 8."""
    office = plan().resolve("区生态环境局")
    assert office
    counts = view_of(office).counts
    assert (counts.lead, counts.responsible, counts.via, counts.support) == (7, 8, 0, None)
    assert (counts.targets, counts.statements) == (13, 4)
