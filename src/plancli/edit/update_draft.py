"""A document's tasks beside those of a plan: by ids of their own, until it is known which is which."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plancli.edit.format_tree import canonical
from plancli.edit.update_refusals import UnfitDocumentError
from plancli.edit.update_source import Overlaid
from plancli.errors import UsageError
from plancli.intake.ids import Ids
from plancli.intake.titles import run_in
from plancli.loading.loader import load
from plancli.messages import N_
from plancli.model.plan import task_path
from plancli.model.shapes import shape_of
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from plancli.diagnostics import Route
    from plancli.intake.drafts import Draft
    from plancli.model.header import Heading
    from plancli.model.plan import Plan
    from plancli.model.task import Task


@dataclass(frozen=True)
class Drafts:
    """What a document says.

    Attributes:
        draft: As it was read.
        plan: As it loads.
        is_whole: Whether what looks like titles that run in are the texts' first sentences.
    """

    draft: Draft
    plan: Plan
    is_whole: bool = False

    @classmethod
    def of(cls, draft: Draft, plan: Plan) -> Drafts:
        """Load what was read; JSON is YAML, and is written ten times as fast.

        Args:
            draft: What was read.
            plan: That it may be a revision of: whose texts do not begin with their titles, the document's need not.
        """
        files = {path: json.dumps(value, ensure_ascii=False).encode() for path, value in draft.files.items()}
        read = load(Overlaid(files)).plan
        is_whole = read.header.run_in_titles and not plan.header.run_in_titles and not _has_titles_of(read, plan)
        return cls(draft, read, is_whole)

    def __post_init__(self) -> None:
        """See that all of it loads.

        Raises:
            UnfitDocumentError: Where some of it does not.
        """
        if self.plan.gaps.keys:
            path = min(self.plan.gaps.keys)
            raise UnfitDocumentError(task=str(self.draft.files[path].get("title", path)))

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """By the document's ids, in its order."""
        return {task.id: task.model_copy(update={"text": self._text(task)}) for task in self.plan.listed}

    def _text(self, task: Task) -> str:
        return f"{task.title}。{task.text}" if self.is_whole else task.text

    @property
    def runs_in(self) -> bool:
        """Whether titles run in."""
        return self.plan.header.run_in_titles and not self.is_whole

    def carries(self, task: str) -> frozenset[Route]:
        """The keys that the document has a column for."""
        carried = self.draft.carries.get(task, frozenset())
        return carried - {("title",)} if self.is_whole else carried

    def has_title(self, task: str) -> bool:
        """Whether the document gives the task a title, so that it is not its text's beginning."""
        return ("title",) in self.carries(task)

    def values(self, task: str) -> dict[str, Any]:
        """A task as a file has it."""
        return self.draft.files[task_path(task)]

    def said(self, said: Mapping[str, str], known: Container[str]) -> dict[str, str | None]:
        """What a person says, by the document's ids.

        Raises:
            UsageError: Where nobody is called so, or more than one.
        """
        titles: dict[str, list[str]] = {}
        for task in self.tasks.values():
            titles.setdefault(task.title, []).append(task.id)
        found: dict[str, str | None] = {}
        for identifier, title in said.items():
            if identifier not in known:
                raise UsageError(N_("there is no task “{task}” in the plan"), task=identifier)
            if title and (len(titles.get(title, ())) != 1 or titles[title][0] in found):
                raise UsageError(
                    N_("the document does not have exactly one task with the title “{title}”"),
                    suggestions=similar(title, titles),
                    title=title,
                )
            if title:
                found[titles[title][0]] = identifier
        return found

    def ids(self, same: Mapping[str, str], present: Iterable[str]) -> dict[str, str]:
        """The plan's id of each task; those that are new get one that no task has, nor had before this."""
        ids = Ids(present)
        return {one: same.get(one) or ids.make(task.title) for one, task in self.tasks.items()}

    def as_new(self, task: str, identifier: str, *, runs_in: tuple[bool, bool]) -> tuple[Task, bytes]:
        """A task that the plan does not have, and its file.

        Args:
            task: The document's id.
            identifier: The plan's.
            runs_in: Whether titles run in, in the plan and in the document.
        """
        value, model = dict(self.values(task)), self.tasks[task]
        found = run_in(model.text) if runs_in == (True, False) and not self.has_title(task) else None
        if found:
            value |= {"title": found.title, "text": found.text}
        elif self.is_whole:
            value["text"] = f"{value['title']}。{value['text']}"
        content = canonical(json.dumps(value, ensure_ascii=False), shape_of(task_path(identifier))).encode()
        words = {"title": value["title"], "text": found.text if found else model.text}
        return model.model_copy(update={"id": identifier, **words}), content

    def outline(self, ids: Mapping[str, str]) -> tuple[Heading, ...]:
        """The document's headings, with the plan's ids."""

        def called(heading: Heading) -> Heading:
            sections = heading.sections and tuple(map(called, heading.sections))
            tasks = heading.tasks and tuple(ids[each] for each in heading.tasks)
            return heading.model_copy(update={"sections": sections, "tasks": tasks})

        return tuple(map(called, self.plan.header.outline))


def _has_titles_of(read: Plan, plan: Plan) -> bool:
    """Whether most titles of a document are those of a plan that has them apart from its texts."""
    apart = {task.title for task in plan.listed if not task.text.startswith(f"{task.title}。")}
    return 2 * sum(task.title in apart for task in read.listed) > len(read.listed)
