"""A document on an existing plan: what it changes, file by file, and what it says nothing of stays byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plancli.edit.refusals import FaultyTaskError
from plancli.edit.rewrite import Rewrite, rewrite
from plancli.edit.staging import worded
from plancli.edit.update_draft import Drafts
from plancli.edit.update_files import Files
from plancli.edit.update_matched import matched
from plancli.edit.update_outline import Outlined, without_headings
from plancli.edit.update_outline_file import outline_edits
from plancli.edit.update_register import appended, unknown
from plancli.edit.update_sound import Expected, require_as_expected
from plancli.edit.update_source import Overlaid
from plancli.edit.update_targets import quoted, targets_after
from plancli.edit.update_task import respliced
from plancli.edit.update_values import updated
from plancli.loading.loader import load
from plancli.model.header import ROLES
from plancli.model.plan import HEADER_PATH, REGISTER_PATH, task_path
from plancli.source.folder import TASK_FOLDER
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from plancli.diff.same import Same
    from plancli.edit.update_register import Entry
    from plancli.intake.drafts import Draft
    from plancli.model.plan import Plan
    from plancli.model.task import Task
    from plancli.source.edits import Edit
    from plancli.source.folder import Source

_LOOKED_AT = 200
"""New departments that are compared with those that are known."""


@dataclass(frozen=True)
class Update:
    """What a document makes of a plan.

    Attributes:
        contents: What the files shall hold that change; None for those that are deleted.
        before: What was read from them; None for those that are new.
        same: By the document's ids, the tasks that the plan has.
        ids: By the document's ids, the plan's.
        added: Ids of new tasks.
        removed: Ids of tasks that the document does not have.
        changed: Ids of tasks whose files change.
        stale: How many targets of those quote words that their text does not have any more.
        registered: Names that are new in departments.yaml, and that may be another spelling of one that is there.
    """

    contents: Mapping[str, bytes | None]
    before: Mapping[str, bytes | None]
    same: Mapping[str, Same]
    ids: Mapping[str, str]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    stale: int
    registered: Mapping[str, str]


def updating(
    source: Source,
    draft: Draft,
    shown: Callable[[str], str],
    said: Mapping[str, str] | None = None,
    *,
    strict: bool = True,
) -> Update:
    """Find out what a document makes of a plan, without writing anything.

    Args:
        source: The plan.
        draft: What was read from the document.
        shown: How a path of the plan is told.
        said: By ids of the plan, the title of the document's task that it is, where a person says so; empty where it
            is none of them.
        strict: Whether to refuse what is no update of this plan, or not clearly; else what is unclear counts as gone
            and new, as for a comparison.

    Raises:
        EditError: Where the plan has mistakes, where the document is no revision of it, or where nobody can tell which
            task is which.
        UsageError: Where what a person says names nobody.
    """
    plan = load(source).plan
    if plan.gaps.keys:
        raise FaultyTaskError(file=shown(min(plan.gaps.keys)))
    if any(identifier not in plan.by_id for _, identifier in plan.header.entries()):
        raise FaultyTaskError(file=shown(HEADER_PATH))
    drafts = Drafts.of(draft, plan)
    same = matched(plan, drafts, said or {}, strict=strict)
    return _Updating(source, plan, drafts, shown, same).update()


def carry_out(update: Update, root: Path) -> None:
    """Write what an update changes: all files or none.

    Args:
        update: Of the plan in this folder.
        root: The folder.

    Raises:
        EditError: Where a file was changed meanwhile, or another plancli is writing.
        CannotWriteError: When the system refuses; all files are what they were.
    """
    if update.contents:
        with worded(root / TASK_FOLDER):
            (root / TASK_FOLDER).mkdir(exist_ok=True)
        rewrite([Rewrite(root / path, update.before[path], after) for path, after in update.contents.items()], root)


@dataclass(frozen=True)
class _Updating:
    """An update that is being worked out."""

    source: Source
    plan: Plan
    drafts: Drafts
    shown: Callable[[str], str]
    same: Mapping[str, Same]

    def update(self) -> Update:
        """All of it, when what the files then say is what they shall say."""
        files = self._files()
        contents = files.contents
        tasks = {**self._kept, **{each: task for each, (task, _) in self._new.items()}}
        header = self.plan.header.model_copy(update={"outline": self._outlined.new})
        drafted, expected = Overlaid(contents, self.source), Expected(header, self.plan.register, tasks)
        require_as_expected(drafted, contents, expected, self.shown)
        changed = [identifier for identifier in self._kept if task_path(identifier) in contents]
        return Update(
            contents,
            {path: files.before.get(path) for path in contents},
            self.same,
            self._ids,
            tuple(self._new),
            self._removed,
            tuple(changed),
            sum(map(_stale, (self._kept[each] for each in changed))),
            dict(self._near_duplicates()),
        )

    @property
    def _runs_in(self) -> tuple[bool, bool]:
        return self.plan.header.run_in_titles, self.drafts.runs_in

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The plan's id of each of the document's tasks."""
        present = {task.id for task in self.plan.tasks}
        return self.drafts.ids({one: same.old for one, same in self.same.items()}, present)

    @cached_property
    def _kept(self) -> dict[str, Task]:
        """The plan's tasks as they shall be."""
        meaning = self.plan.register.sure_meaning
        return {
            same.old: updated(
                self.plan.by_id[same.old],
                self.drafts.tasks[one],
                self.drafts.carries(one),
                meaning,
                runs_in=self._runs_in[0],
            )
            for one, same in self.same.items()
        }

    @cached_property
    def _new(self) -> dict[str, tuple[Task, bytes]]:
        """The document's tasks that the plan does not have, by the ids that they get, and their files."""
        left = {identifier: one for one, identifier in self._ids.items() if one not in self.same}
        return {
            identifier: self.drafts.as_new(one, identifier, runs_in=self._runs_in) for identifier, one in left.items()
        }

    @cached_property
    def _removed(self) -> tuple[str, ...]:
        return tuple(task.id for task in self.plan.listed if task.id not in self._kept)

    @cached_property
    def _outlined(self) -> Outlined:
        before = frozenset(task.id for task in self.plan.tasks)
        after = (before - frozenset(self._removed)) | frozenset(self._new)
        header = self.plan.header
        if self.drafts.draft.has_headings:
            outline = self.drafts.outline(self._ids)
        else:
            outline = without_headings(header, [self._ids[one] for one in self.drafts.tasks])
        return Outlined(header, outline, (before, after))

    @cached_property
    def _unknown(self) -> dict[str, list[Entry]]:
        """Entries that the register gets."""
        everybody = (*self._kept.values(), *(task for task, _ in self._new.values()))
        named = {unit.name for task in everybody for role in ROLES for unit in task.units(role)}
        return unknown(self.plan.register, self.drafts.draft.files[REGISTER_PATH], named)

    def _near_duplicates(self) -> Iterator[tuple[str, str]]:
        for entry in self._unknown.get("departments", ())[:_LOOKED_AT]:
            if near := similar(entry["name"], self.plan.register.by_spelling):
                yield entry["name"], near[0]

    def _files(self) -> Files:
        """The files that change.

        Raises:
            UnfitFileError: Where one is written in a way that cannot be edited.
        """
        files = Files(self.source, self.shown)
        files.splice(HEADER_PATH, lambda text: outline_edits(text, self._outlined))
        if self._unknown:
            files.splice(REGISTER_PATH, lambda text: appended(text, self._unknown))
        for one, same in self.same.items():
            old, new = self.plan.by_id[same.old], self._kept[same.old]
            if old != new:
                values = self.drafts.values(one).get("targets", ())
                found = targets_after(old, self.drafts.tasks[one], new.quotable)
                added = [{**values[at], "id": target.id} for at, target in found.added.items()]
                revised = {at: values[place] for at, (_, place) in found.revised.items()}
                files.splice(task_path(old.id), _resplicing(old, new, added, revised))
        files.contents |= {task_path(each): content for each, (_, content) in self._new.items()}
        for each in self._removed:
            files.delete(task_path(each))
        return files


def _resplicing(
    old: Task, new: Task, added: list[dict[str, Any]], revised: dict[int, dict[str, Any]]
) -> Callable[[str], tuple[Edit, ...]]:
    return lambda text: respliced(text, old, new, added, revised)


def _stale(task: Task) -> int:
    return sum(not quoted(task.quotable, target) for target in task.targets)
