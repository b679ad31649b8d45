"""A plan before and after a change that replaces files, makes one and deletes one; and what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.edit.rewrite import Rewrite

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, bytes]

OLD: Files = {
    "plan.yaml": """\
format: 1
title: 行动计划
period: {start: 2025, end: 2027}
outline: []
""".encode(),
    "departments.yaml": b"departments: []\n",
    "tasks/甲.yaml": "# 一\ntitle: 甲\ntext: 甲。\n".encode(),
    "tasks/乙.yaml": "# 二\ntitle: 乙\ntext: 乙。\n".encode(),
    "tasks/丙.yaml": "# 三\ntitle: 丙\ntext: 丙。\n".encode(),
}
NEW: Files = {
    **{path: OLD[path] + b"# new\n" for path in ("plan.yaml", "tasks/甲.yaml", "tasks/乙.yaml")},
    "departments.yaml": OLD["departments.yaml"],
    "tasks/丁.yaml": OLD["tasks/丙.yaml"] + b"# new\n",
}
DELETED, LAST = "tasks/丙.yaml", "tasks/甲.yaml"
"""What is done first, and what last."""


def written(root: Path, files: Files) -> Path:
    """A folder with these files."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def contents(root: Path) -> Files:
    """Every file of a folder, hidden ones too."""
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def between(root: Path, old: Files, new: Files) -> list[Rewrite]:
    """What makes one of the other."""
    paths = sorted({path for path, _ in old.items() ^ new.items()})
    return [Rewrite(root / path, old.get(path), new.get(path)) for path in paths]


def is_inserted(before: bytes, after: bytes) -> bool:
    """Whether something was inserted, in one place."""
    return any(after.startswith(before[:at]) and after.endswith(before[at:]) for at in range(len(before) + 1))
