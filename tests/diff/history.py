"""A history of the real plan with the edits that real revisions have: what every format of `diff` is tried on."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.source.repositories import Worktree

REAL_PLAN = Path(__file__).parents[2] / "plan"

FIRST, LOWERED, REFORMED, GROWN = "印发", "下调目标并更换牵头单位", "机构改革与任务拆分", "新增五项并润色"

NEW_TASKS = ("绿色数据中心", "零碳园区", "绿色供应链", "碳普惠", "生态产品价值实现")


def edit(path: Path, *edits: tuple[str, str]) -> None:
    """Replace texts in a file, each of which stands there once."""
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, (path.name, old, text.count(old))
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="\n")


def lower_and_swap(plan: Path) -> None:
    """A target is lowered, in the text as in the file, and another unit leads a task."""
    edit(
        plan / "tasks/大力发展绿色金融.yaml",
        ("到2027年，绿色贷款余额达1800亿元", "到2027年，绿色贷款余额力争达1600亿元"),
        (
            "    value: 1800\n    unit: 亿元\n    due: 2027\n    quote: 绿色贷款余额达1800亿元\n",
            (
                "    value: 1600\n    unit: 亿元\n    due: 2027\n    commitment: aim\n"
                "    quote: 绿色贷款余额力争达1600亿元\n"
            ),
        ),
    )
    edit(
        plan / "tasks/构建绿色交通体系.yaml",
        ("lead:\n  - 区交通运输委\n  - 区发改委\n", "lead:\n  - 区发改委\n  - 区交通运输委\n"),
    )


def reform(plan: Path) -> None:
    """A department is merged into another, and a task split in two."""
    edit(
        plan / "departments.yaml",
        (
            "  - name: 区产业发展促进局\n    kind: government\n",
            "  - name: 区产业发展促进局\n    kind: government\n    until: 2026-03-01\n    succeeded_by: 区经信委\n",
        ),
    )
    whole = plan / "tasks/加强组织领导.yaml"
    text = whole.read_text(encoding="utf-8")
    head, lines, tail = _parts(text)
    half = len(lines) // 2 or 1
    _write(plan, "建立协调机制", "建立协调机制", lines[:half], tail)
    _write(plan, "压实工作责任", "压实工作责任", lines[half:] or ["落实工作责任。"], tail)
    whole.unlink()
    assert head
    edit(plan / "plan.yaml", ("      - 加强组织领导\n", "      - 建立协调机制\n      - 压实工作责任\n"))


def _parts(text: str) -> tuple[str, list[str], str]:
    head, _, rest = text.partition("text: |\n")
    lines = [line.strip() for line in rest.split("lead:\n")[0].splitlines()]
    return head, lines, "lead:\n" + rest.partition("lead:\n")[2]


def _write(plan: Path, identifier: str, title: str, lines: list[str], tail: str) -> None:
    body = "".join(f"  {line}\n" for line in lines)
    content = f"title: {title}\ntext: |\n{body}{tail}split_from: 加强组织领导\n"
    (plan / "tasks" / f"{identifier}.yaml").write_text(content, encoding="utf-8", newline="\n")


def grow_and_polish(plan: Path) -> None:
    """Five tasks are inserted, so that all behind them are renumbered; and a text is polished."""
    listed = "".join(f"          - {name}\n" for name in NEW_TASKS)
    edit(plan / "plan.yaml", ("          - 环境保护\n", f"          - 环境保护\n{listed}"))
    for name in NEW_TASKS:
        content = f"title: {name}\ntext: |\n  推进{name}建设。\nlead:\n  - 区发改委\nresponsible:\n  - 区生态环境局\n"
        (plan / "tasks" / f"{name}.yaml").write_text(content, encoding="utf-8", newline="\n")
    edit(
        plan / "tasks/构建绿色交通体系.yaml",
        ("完善公共交通路网，推广智慧交通管理系统", "完善公共交通网络，推广应用智慧交通管理系统"),
        ("“定制公交”“社区巴士”", "“定制公交”、“社区巴士”"),
    )


STEPS = ((LOWERED, lower_and_swap), (REFORMED, reform), (GROWN, grow_and_polish))


def write_history(root: Path) -> Worktree:
    """Commit the real plan and every step of its history to a repository."""
    project = Worktree.made(root)
    shutil.copytree(REAL_PLAN, root / "plan")
    project.commit(message=FIRST)
    for subject, step in STEPS:
        step(root / "plan")
        project.commit(message=subject)
    return project
