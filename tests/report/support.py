"""A plan in memory, for tests that make diagnostics by hand."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from plancli.diagnostics import Diagnostic, Label, Place, Severity
from plancli.source.folder import Unreadable, blob_id
from plancli.source.positions import Positions

ENGLISH = NullTranslations()

UNKNOWN_DEPARTMENT = Diagnostic(
    rule="unknown-department",
    severity=Severity.ERROR,
    message="未登记的单位“区生态环保局”",
    place=Place("tasks/节能降碳.yaml", ("lead", 0)),
    label="departments.yaml 中没有这个名称",
    related=(Label(Place("departments.yaml", ("departments", 0, "name")), "相近的名称"),),
    help="若确为新单位，请先在 departments.yaml 登记；相近的名称：区生态环境局",
    suggestions=("区生态环境局",),
    task="节能降碳",
    fingerprint="0123456789ab",
)
"""The example of the design."""

TASK = """\
title: 节能降碳
text: |
  推进节能降碳。
  完善制度。
targets:
  - quote: 到2027年下降10%
    due: 2027





lead:
  - 区生态环保局
"""
REGISTER = "# 单位\n\n\n\n\n\n\ndepartments:\n  - name: 区生态环境局\n"


@dataclass(frozen=True, slots=True)
class Memory:
    """A source whose files are texts or bytes."""

    files: dict[str, str | bytes]

    def read(self, path: str) -> bytes | Unreadable:
        """As a folder does it."""
        content = self.files.get(path)
        if content is None:
            return Unreadable("missing")
        return content.encode() if isinstance(content, str) else content

    def task_paths(self) -> list[str]:
        """As a folder does it."""
        return sorted(path for path in self.files if path.startswith("tasks/"))

    def other_paths(self) -> list[str]:
        """None."""
        return []

    def identities(self) -> dict[str, str]:
        """As a folder does it."""
        read = {path: self.read(path) for path in self.files}
        return {path: blob_id(each) if isinstance(each, bytes) else each.identity(path) for path, each in read.items()}


def positions(**files: str | bytes) -> Positions:
    """The small plan, with further task files by id."""
    tasks = {f"tasks/{name}.yaml": content for name, content in files.items()}
    return Positions(Memory({"departments.yaml": REGISTER, "tasks/节能降碳.yaml": TASK, **tasks}))


def shown(path: str) -> str:
    """As a person in the folder above the plan sees it."""
    return f"plan/{path}"
