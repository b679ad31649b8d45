"""A plan's own table changes nothing: whatever the plan is, and however its files are written."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plancli.edit.format_tree import canonical
from plancli.edit.update_refusals import UnclearTaskError
from plancli.loading.loader import load
from plancli.model.plan import Plan, positions
from plancli.model.shapes import shape_of
from plancli.source.folder import Folder
from tests.edit.update_world import after, plan, updated
from tests.intake import documents
from tests.load.promises import arbitrary

PLAN = Path(__file__).parents[2] / "plan"
OFFICES = ("区发改委", "区财政局", "区教育局", "区水利局", "区卫生健康委")
TITLES = (
    "节能降碳",
    "环境保护",
    "绿色金融",
    "循环经济",
    "组织领导",
    "宣传引导",
    "新能源及储能",
    "5G网络",
    "“双碳”工程",
)
CLAUSES = (
    "推进改造",
    "培育绿色商场1家",
    "到2027年，建成分拣中心12个",
    "完善A类标准",
    "（试行）另定",
    "不低于30%",
    "一、二、三产业融合",
)
HEADINGS = ("重点任务", "保障措施", "实施路径")
MARKS = "一二三四五六七八九十"


def drawn(lots: Random) -> dict[str, Any]:
    """A plan's files, as values."""
    titles = lots.sample(TITLES, lots.randint(2, 7))
    files: dict[str, Any] = {}
    for title in titles:
        sentences = ["，".join(lots.sample(CLAUSES, lots.randint(1, 4))) + "。" for _ in range(lots.randint(1, 3))]
        names = lots.sample(OFFICES, 4)
        task: dict[str, Any] = {"title": title, "text": lots.choice(["", "\n\n", "\n"]).join(sentences)}
        task["lead"] = names[:1]
        if lots.random() < 0.8:
            task["responsible"] = lots.choice([[], names[1:3], [{"name": names[1], "scope": "按职责范围"}, names[2]]])
        if task.get("responsible") and lots.random() < 0.3:
            task["duty"] = "按职责分工负责"
        if lots.random() < 0.3:
            task["due"] = lots.choice([2026, "2026-06", "ongoing"])
        if lots.random() < 0.3:
            task["notes"] = {"备注": lots.choice(["另行通知", "2026", "一。二"])}
        if lots.random() < 0.5:
            task["formerly"] = ["旧" + title]
        files[f"tasks/{title}号.yaml"] = task
    cut = lots.randint(1, len(titles) - 1)
    parts = [[f"{title}号" for title in part] for part in (titles[:cut], titles[cut:])]
    outline = [{"heading": name, "tasks": part} for name, part in zip(lots.sample(HEADINGS, 2), parts, strict=True)]
    header = {"format": 1, "title": "计划", "period": {"start": 2025, "end": 2027}, "outline": outline}
    register = [{"name": name, "kind": "government"} for name in OFFICES]
    return {
        **files,
        "plan.yaml": {**header, "run_in_titles": lots.random() < 0.7},
        "departments.yaml": {"departments": register},
    }


def drawn_plan(lots: Random, folder: str) -> tuple[Path, dict[str, str]]:
    """A plan's folder, and what its files say."""
    files = {path: written(lots, path, value) for path, value in drawn(lots).items()}
    return plan(Path(folder) / "plan", files), files


def written(lots: Random, path: str, value: Any) -> str:  # noqa: ANN401 - as a file has it
    """A file, with comments above some of its keys and values."""
    lines: list[str] = []
    in_text = False
    for line in canonical(json.dumps(value, ensure_ascii=False), shape_of(path)).splitlines(keepends=True):
        in_text = in_text and line[0] in " \n"
        if not in_text and lots.random() < 0.2:
            lines.append(" " * (len(line) - len(line.lstrip(" "))) + "# 注\n")
        lines.append(line)
        in_text = in_text or line.startswith(("text: |", "  备注: |"))
    return "".join(lines)


def table(plan: Plan) -> documents.Matrix:
    """A plan as it is printed: a row a task, and one a heading."""
    matrix = [["序号", "工作内容", "牵头单位", "责任单位", "完成时限", "备注"]]
    sections: tuple[str, ...] = ()
    for identifier, position in positions(plan.header, frozenset(plan.by_id)).items():
        titles = tuple(each.title for each in position.sections)
        for level, title in enumerate(titles):
            if titles[: level + 1] != sections[: level + 1]:
                number = MARKS[position.sections[level].label.find("一") % 10]
                label = f"{number}、" if level == 0 else f"（{number}）"
                matrix.append([f"{label}{title}", "", "", "", "", ""])
        sections = titles
        matrix.append(row(plan, identifier, position.number))
    return matrix


def row(plan: Plan, identifier: str, number: int) -> list[str]:
    """A task's row."""
    task = plan.by_id[identifier]
    text = "\n".join("".join(part.split("\n")) for part in task.text.strip().split("\n\n"))
    words = f"{task.title}。{text}" if plan.header.run_in_titles else text
    cells = [
        "、".join(f"{unit.name}（{unit.scope}）" if unit.scope else unit.name for unit in task.units(role))
        for role in ("lead", "responsible")
    ]
    if task.responsible == ():
        cells[1] = "——"
    cells[1] += task.duty or ""
    due = {"2026": "2026年", "2026-06": "2026年6月", "ongoing": "持续推进", "": ""}[str(task.due or "")]
    return [str(number), words, *cells, due, task.notes.get("备注", "")]


@arbitrary
@given(st.integers(0, 2**32))
def test_a_plans_own_table_changes_no_byte(seed: int) -> None:
    """Neither as a spreadsheet's text nor as a page; with another text, only that task's file changes."""
    lots = Random(seed)  # noqa: S311 - nothing is secret here
    with TemporaryDirectory() as folder:
        root, files = drawn_plan(lots, folder)
        loaded = load(Folder(root)).plan
        assert not loaded.gaps.keys
        matrix = table(loaded)
        name, content = lots.choice(
            [("a.csv", documents.as_delimited(matrix, ",").decode()), ("a.html", documents.as_html(matrix).decode())]
        )
        assert after(root, updated(root, content, name=name)) == files


def test_the_real_plan_from_its_own_document() -> None:
    """The document that it was made of by hand changes nothing."""
    document = (Path(__file__).parents[1] / "intake" / "data" / "yuzhong-green-industry-tasks.txt").read_text("utf-8")
    with TemporaryDirectory() as folder:
        root = plan(
            Path(folder) / "plan",
            {path.relative_to(PLAN).as_posix(): path.read_bytes() for path in PLAN.rglob("*.yaml")},
        )
        assert updated(root, document, name="a.txt").contents == {}


def revised(lots: Random, matrix: documents.Matrix) -> documents.Matrix:
    """A table that somebody went over: other words, offices and deadlines, rows that moved, came and went."""
    head, *rows = [list(row) for row in matrix]
    tasks = [row for row in rows if row[1]]
    for one in tasks:
        if lots.random() < 0.4:
            one[1] = one[1].replace("推进", "加快推进").replace("1家", "2家")
        if lots.random() < 0.3:
            one[2] = "、".join(lots.sample([*OFFICES, "区城管局"], lots.randint(1, 2)))
        if lots.random() < 0.3:
            one[3] = lots.choice(["", "——", "区新能源局、区发改委按职责分工负责", "各街道"])
        if lots.random() < 0.3:
            one[4] = lots.choice(["", "2027年", "尽快", "长期"])
        if lots.random() < 0.3:
            one[5] = lots.choice(["", "新的说明"])
    if lots.random() < 0.5:
        rows.insert(lots.randint(1, len(rows)), ["9", "数字政府。建设数字政府，让数据多跑路。", "区数据局", "", "", ""])
    if len(tasks) > 3 and lots.random() < 0.5:
        rows.remove(lots.choice(tasks))
    if lots.random() < 0.3:
        at = lots.randrange(1, len(rows))
        rows.append(rows.pop(at))
    return [head, *rows]


@arbitrary
@given(st.integers(0, 2**32))
def test_a_revision_is_taken_over_once(seed: int) -> None:
    """What the plan then says loads, is what the document says, and the second time there is nothing to do."""
    lots = Random(seed)  # noqa: S311 - nothing is secret here
    with TemporaryDirectory() as folder:
        root, _ = drawn_plan(lots, folder)
        document = documents.as_delimited(revised(lots, table(load(Folder(root)).plan)), ",").decode()
        try:
            update = updated(root, document, name="a.csv")
        except UnclearTaskError:
            return  # for a person to say
        for path, content in update.contents.items():
            (root / path).unlink(missing_ok=True)
            if content is not None:
                (root / path).write_bytes(content)
        loaded = load(Folder(root))
        assert not loaded.plan.gaps.keys
        assert {task.id for task in loaded.plan.tasks} == set(update.ids.values())
        assert [task.id for task in loaded.plan.listed] == list(update.ids.values())
        assert {unit.name for task in loaded.plan.tasks for unit in task.lead} <= set(loaded.plan.register.by_spelling)
        assert updated(root, document, name="a.csv").contents == {}
