"""Files that lie in a plan's folder, look like files of the plan, and are not read: by their names, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.diagnostics import Finding, Place, task_of
from plancli.model.identifiers import folded
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, task_path
from plancli.source.folder import TASK_FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from plancli.diagnostics import Facts
    from plancli.loading.faults import Fault

# 甲.yml, 甲.YAML, 甲.yaml.txt, 甲。yaml; a backup (甲.yaml~, 甲.yaml.bak) is none: who makes one knows what it is
_YAML = re.compile(r"(?P<stem>.+?)\s*[.．。｡]\s*(?:ya?ml|yam|ymal|yalm)(?:\.txt)?\s*", re.IGNORECASE)
_OWN = {"plan": HEADER_PATH, "departments": REGISTER_PATH, "department": REGISTER_PATH}


def misnamed_file(path: str, case: str, facts: Facts) -> Finding:
    """A file that the plan needs is there, under a name or in a folder where it is not read.

    A task's file lies in `tasks` itself and is called like its id, with `.yaml` behind it: not `.yml`, not `.YAML`, not
    `.yaml.txt`, as an editor of Windows makes of it while endings are hidden. Rename or move the file.

    Bad:

        # tasks/节能降碳.yaml (missing)
        # tasks/重点任务/节能降碳.yaml
        title: 节能降碳
        text: 加快推动节能降碳。
        lead:
          - 区发改委

    Good:

        # tasks/节能降碳.yaml
        title: 节能降碳
    """
    return Finding(Place(path, span=(0, 0)), {"file": path, **facts}, case)


def stray_file(path: str, case: str, facts: Facts) -> Finding:
    """A file in the plan's folder looks as if it belonged to the plan, and is not read.

    Who put it there may believe that it counts. A task's file lies in `tasks` itself and ends in `.yaml`; folders in it
    are not looked into. Rename or move the file and list it in the outline, or take it out of the plan's folder.
    Hidden files, backups (`.bak`, `~`), texts and tables are nobody's concern.

    Bad:

        # tasks/旧稿/环境保护.yaml
        title: 环境保护
        text: 推进环境保护。
        lead:
          - 区发改委

    Good:

        # tasks/节能降碳.yaml
        title: 节能降碳
    """
    return Finding(Place(path, span=(0, 0)), {"file": path, **facts}, case)


@dataclass(frozen=True, slots=True)
class Strays:
    """What the names of files that are not read tell.

    Attributes:
        findings: Each with the rule that it falls under.
        tasks: Listed tasks whose file has another name: not missing.
        replaced: Files of the plan that are there under another name.
    """

    findings: tuple[tuple[Fault, Finding], ...] = ()
    tasks: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()


def strays(others: Iterable[str], present: Collection[str], lacking: Iterable[str]) -> Strays:
    """What is to be said of files that are not read.

    Args:
        others: These files.
        present: The files of the plan that are there.
        lacking: Those that it should have and that are not there.
    """
    wanted = set(lacking)
    misnamed: list[_Stray] = []
    rest: list[_Stray] = []
    for stray in sorted(found for path in others if (found := _Stray.of(path))):
        if stray.right in wanted:
            wanted.remove(stray.right)
            misnamed.append(stray)
        elif stray.matters(present):
            rest.append(stray)
    return Strays(
        (*_misnamed(misnamed), *_stray(rest, present, {stray.cause for stray in misnamed})),
        frozenset(task for stray in misnamed if (task := task_of(stray.right))),
        frozenset(stray.right for stray in misnamed),
    )


class _Stray(NamedTuple):
    """A file that is not read; in the order in which one of several is taken for what the plan lacks.

    Attributes:
        kind: Why: its `ending`, the `folder` it is in, that it lies `beside` plan.yaml; `text` if only its stem fits.
        cause: What it shares with others: the ending, the folder.
        path: The file.
        right: The file of the plan that it seems to be.
    """

    kind: Literal["ending", "folder", "text", "beside"]
    cause: str
    path: str
    right: str

    @classmethod
    def of(cls, path: str) -> _Stray | None:
        """What a file seems to be; None where it has nothing of a file of the plan."""
        folder, _, name = path.rpartition("/")
        if not (found := _YAML.fullmatch(name)):
            return cls("text", "", path, task_path(name.removesuffix(".txt"))) if folder == TASK_FOLDER else None
        right = task_path(found["stem"])
        if not folder:
            own = _OWN.get(folded(found["stem"]))
            return cls("ending", "", path, own) if own else cls("beside", "", path, right)
        if folder != TASK_FOLDER:
            return cls("folder", folder, path, right)
        return cls("ending", name[len(found["stem"]) :], path, right)

    def matters(self, present: Collection[str]) -> bool:
        """Whether somebody may believe that it counts, though the plan does not lack it.

        Beside plan.yaml there may be files of other programs: their names are Latin. `Departments.yaml` may have been
        read for `departments.yaml`: there are file systems that do not tell them apart.
        """
        if self.kind == "beside":
            return self.right in present or not self.path.isascii()
        itself = self.right in _OWN.values() and self.right in present and folded(self.path) == self.right
        return self.kind != "text" and not itself


def _misnamed(found: Iterable[_Stray]) -> Iterator[tuple[Fault, Finding]]:
    """One finding for each cause: whoever saved thirty tasks with a wrong ending made one mistake."""
    for _, group in groupby(found, key=lambda stray: stray[:2]):
        first, *further = group
        case = "many" if further else "" if task_of(first.right) else "register"
        facts = {"id": task_of(first.right) or "", "right": first.right, "count": str(1 + len(further))}
        yield misnamed_file, misnamed_file(first.path, case, facts)


def _stray(found: Iterable[_Stray], present: Collection[str], told: set[str]) -> Iterator[tuple[Fault, Finding]]:
    """One finding for each file, and one for a folder, unless what the plan lacks lies in it."""
    for stray in found:
        folder = stray.path.rpartition("/")[0]
        if stray.kind == "folder" and folder in told:
            continue
        told.add(folder)
        case = "twin" if stray.kind != "folder" and stray.right in present else stray.kind
        yield stray_file, stray_file(stray.path, case, {"right": stray.right, "folder": folder})
