"""Any plan, printed as a table and imported again, is the same plan, whatever the format and the columns' order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from plancli.edit.format_tree import canonical
from plancli.intake.answers import Answers
from plancli.intake.formats.detect import read_document
from plancli.intake.ids import Ids
from plancli.intake.interpret import interpret
from plancli.loading.loader import load
from plancli.model.shapes import shape_of
from tests.intake import documents
from tests.intake.test_real_plan import written
from tests.load.promises import arbitrary
from tests.support import Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plancli.model.plan import Plan
    from plancli.model.task import Unit
    from tests.support import Files

TITLE = "甲区绿色产业行动计划（2025—2027年）"
FORMATS: dict[str, Callable[[documents.Matrix], bytes]] = {
    "a.csv": lambda matrix: documents.as_delimited(matrix, ","),
    "a.tsv": lambda matrix: documents.as_delimited(matrix, "\t"),
    "a.html": documents.as_html,
    "a.md": documents.as_markdown,
    "a.docx": documents.as_docx,
    "a.xlsx": documents.as_xlsx,
}
OFFICES = ("区发改委", "区财政局", "区教委", "区住建委", "区卫生健康委", "各街道办事处", "国网甲区供电公司")
SCOPES = ("按职责范围", "建筑领域", "示范区内")
WHATS = ("节能降碳", "绿色金融", "循环经济", "清洁生产", "新能源汽车", "5G网络", "“双碳”工程", "一、二、三产业融合")
DOES = ("推进", "完善", "加强", "支持")
ENDS = (
    "改造",
    "试点",
    "体系建设（试行）",
    "“一网通办”",
    "，鼓励社会资本参与",
    "，到2027年建成示范点12个",
    "；同步推进监测",
)
HEADINGS = ("重点任务", "保障措施", "实施路径", "产业升级", "能源转型", "组织领导")
HEADS = {
    "number": ("序号", "编号"),
    "title": ("任务名称", "事项名称"),
    "text": ("工作内容", "具体举措", "主要任务"),
    "lead": ("牵头单位", "主责部门"),
    "responsible": ("责任单位", "责任部门"),
    "support": ("配合单位", "协办部门"),
    "due": ("完成时限", "时间节点"),
    "leader": ("责任领导", "分管领导"),
    "milestones": ("进度安排", "阶段目标"),
    "备注": ("备注",),
    "资金来源": ("资金来源",),
}
DUES = {"2026年底前": 2026, "2026年6月底前": "2026-06", "2027年3月31日": "2027-03-31", "持续推进": "ongoing"}
STEPS = {"2025年底前": 2025, "2026年6月底前": "2026-06"}
MARKS = (("一、", "二、", "三、", "四、"), ("（一）", "（二）", "（三）", "（四）"))


@dataclass
class Drawn:
    """A plan by lots, and its table.

    Attributes:
        files: What its files hold.
        matrix: Its table.
    """

    files: dict[str, Any]
    matrix: list[list[str]]


def drawn(lots: Random) -> Drawn:
    """Draw one."""
    runs_in = lots.random() < 0.6
    keys = [
        key
        for key in HEADS
        if key in {"number", "text", "lead"}
        or (key == "title" and not runs_in)
        or (key != "title" and lots.random() < 0.5)
    ]
    columns = ["number", *lots.sample(keys[1:], len(keys) - 1)]
    matrix = [[lots.choice(HEADS[key]) for key in columns]]
    heads = dict(zip(columns, matrix[0], strict=True))
    ids, titles = Ids(), [f"{what}{lots.choice(('', '提升', '升级'))}" for what in lots.sample(WHATS, 6)]
    files: dict[str, Any] = {}
    outline = []
    number = 0
    for at, heading in enumerate(lots.sample(HEADINGS, lots.randint(1, 3))):
        matrix.append([MARKS[0][at] + heading, *[""] * (len(columns) - 1)])
        below = [None] if lots.random() < 0.5 else lots.sample(HEADINGS, 2)
        sections = []
        for deep, name in enumerate(below):
            if name:
                matrix.append([MARKS[1][deep] + name, *[""] * (len(columns) - 1)])
            listed = []
            for _ in range(lots.randint(1, 2)):
                if not titles:
                    break
                number += 1
                task = _task(lots, titles.pop(), set(columns), heads)
                identifier = ids.make(task["title"])
                listed.append(identifier)
                files[f"tasks/{identifier}.yaml"] = task
                matrix.append([_cell(task, key, number, lots, runs_in=runs_in) for key in columns])
            if listed:
                sections.append({"heading": name or heading, "tasks": listed})
        if sections:
            outline.append({"heading": heading, "sections": sections} if below[0] else sections[0])
    files["plan.yaml"] = {
        "format": 1,
        "title": TITLE,
        "period": {"start": 2025, "end": 2027},
        "run_in_titles": runs_in,
        "outline": outline,
    }
    names = {unit["name"] if isinstance(unit, dict) else unit for task in files.values() for unit in _named(task)}
    files["departments.yaml"] = {"departments": [{"name": name, "kind": "government"} for name in sorted(names)]}
    return Drawn(files, matrix)


def _named(task: dict[str, Any]) -> Iterator[Any]:
    for role in ("lead", "responsible", "support"):
        yield from task.get(role, ())


def _task(lots: Random, title: str, columns: set[str], heads: dict[str, str]) -> dict[str, Any]:
    paragraphs = [
        "\n".join(f"{lots.choice(DOES)}{lots.choice(WHATS)}{lots.choice(ENDS)}。" for _ in range(lots.randint(1, 3)))
        for _ in range(lots.randint(1, 2))
    ]
    task: dict[str, Any] = {"title": title, "text": "\n\n".join(paragraphs)}
    offices = lots.sample(OFFICES, len(OFFICES))
    for role, most in (("lead", 2), ("responsible", 3), ("support", 2)):
        if role in columns and (role == "lead" or lots.random() < 0.8):
            units: list[Any] = [offices.pop() for _ in range(min(lots.randint(role == "lead", most), len(offices)))]
            if units and lots.random() < 0.2:
                units[0] = {"name": units[0], "scope": lots.choice(SCOPES)}
                units.append(offices.pop() if offices else "区司法局")
            task[role] = units
    if task.get("responsible") and lots.random() < 0.4:
        task["duty"] = "按职责分工负责"
    if "due" in columns and lots.random() < 0.7:
        task["due"] = lots.choice(list(DUES.values()))
    if "leader" in columns and lots.random() < 0.7:
        task["leader"] = "分管副区长"
    if "milestones" in columns and lots.random() < 0.5:
        task["milestones"] = [
            {"what": what, "due": due} for what, due in zip(("完成选址", "开工建设"), STEPS.values(), strict=True)
        ]
    notes = {heads[key]: lots.choice(("另行通知", "2026", "一。二")) for key in ("备注", "资金来源") if key in columns}
    if notes and lots.random() < 0.5:
        task["notes"] = notes
    return task


def _cell(task: dict[str, Any], key: str, number: int, lots: Random, *, runs_in: bool) -> str:  # noqa: PLR0911 - a column each
    if key == "number":
        return str(number)
    if key == "text":
        text = "\n".join("".join(part.split("\n")) for part in task["text"].split("\n\n"))
        return f"{task['title']}。{text}" if runs_in else text
    if key in {"lead", "responsible", "support"}:
        return _units(task, key, lots)
    if key == "due":
        return next((said for said, due in DUES.items() if due == task.get("due")), "")
    if key == "milestones":
        steps = zip(STEPS, task.get("milestones", ()), strict=False)
        return lots.choice("；\n").join(f"{said}{step['what']}" for said, step in steps)
    if key in {"备注", "资金来源"}:
        return str(task.get("notes", {}).get(key, ""))
    return str(task.get(key, ""))


def _units(task: dict[str, Any], role: str, lots: Random) -> str:
    if task.get(role) == []:
        return lots.choice(("——", "/", "无"))
    names = [f"{unit['name']}（{unit['scope']}）" if isinstance(unit, dict) else unit for unit in task.get(role, ())]
    return lots.choice("、，\n").join(names) + (task.get("duty", "") if role == "responsible" else "")


def told(plan: Plan) -> dict[str, object]:
    """What a plan says, but for what a table cannot: kinds of offices, and targets, which are read out of the texts."""

    def units(given: tuple[Unit, ...] | None) -> object:
        return given and [(unit.name, unit.scope) for unit in given]

    return {
        "outline": plan.header.outline,
        "period": plan.header.period,
        "runs_in": plan.header.run_in_titles,
        "offices": sorted(each.name for each in plan.register.entries),
    } | {
        task.id: (
            task.title,
            task.text.strip(),
            *(units(getattr(task, role)) for role in ("lead", "responsible", "support")),
            (task.duty, task.due, task.leader, task.milestones, dict(task.notes)),
        )
        for task in plan.tasks
    }


@arbitrary
@given(st.integers(0, 2**32))
def test_the_same_plan(seed: int) -> None:
    """Outline, ids, words, offices, deadlines, steps and columns; each target quotes its text."""
    lots = Random(seed)  # noqa: S311 - nothing is secret here
    plan = drawn(lots)
    name, as_file = lots.choice(list(FORMATS.items()))
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(as_file(plan.matrix))
        found = interpret(read_document(path), Answers(TITLE))
    assert found.refusals == ()
    made = load(Memory(dict(written(found)))).plan
    assert told(made) == told(load(Memory(as_files(plan.files))).plan)
    assert all(fragment in task.text for task in made.tasks for target in task.targets for fragment in target.quote)


def as_files(values: dict[str, Any]) -> Files:
    """The files of a drawn plan."""
    return {path: canonical(json.dumps(value, ensure_ascii=False), shape_of(path)) for path, value in values.items()}
