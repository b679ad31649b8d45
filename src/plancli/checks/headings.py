"""Rules about headings and titles: that something stands under each, and that each can be told from the others."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import HEADER_PATH, task_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Route
    from plancli.model.plan import Plan
    from plancli.model.task import Task

_OWN = frozenset({"title"})
"""Where a task's title could not be loaded, its id stands for it."""


def empty_heading(plan: Plan) -> Iterator[Finding]:
    """A heading of the outline has nothing under it.

    It is printed nowhere and still takes a number: 一、 is followed by 三、. Put its tasks under it, or delete it.

    Bad:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
          - heading: 保障措施
            tasks: []

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
    """
    for route, above in plan.header.sections():
        heading = above[-1]
        if not heading.sections and not heading.tasks:
            yield Finding(Place(HEADER_PATH, (*route, "heading")), {"heading": heading.heading})


def duplicate_title(plan: Plan) -> Iterator[Finding]:
    """Two tasks have the same title, or two headings side by side have the same words.

    In a sheet, in a search and in a conversation nobody knows which one is meant. Give each a title of its own; if
    they are one, merge them. Titles that differ only in spaces or in the width of letters count as the same.

    Bad:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
          - heading: 重点任务
            tasks:
              - 环境保护
        # tasks/环境保护.yaml
        title: 环境保护
        text: |
          持续改善环境质量。
        lead:
          - 区生态环境局

    Good:

        # plan.yaml
        outline:
          - heading: 重点任务
            tasks:
              - 节能降碳
              - 环境保护
        # tasks/环境保护.yaml
        title: 环境保护
        text: |
          持续改善环境质量。
        lead:
          - 区生态环境局
    """
    yield from _duplicate_tasks(plan)
    yield from _duplicate_headings(plan)


def _duplicate_tasks(plan: Plan) -> Iterator[Finding]:
    first: dict[str, Task] = {}
    for task in plan.listed:
        before = first.setdefault(_folded(task.title), task)
        if before is not task and not plan.gaps.touch(task_path(before.id), _OWN):
            here, there = (Place(task_path(each.id), ("title",)) for each in (task, before))
            yield Finding(here, {"title": task.title}, related=(Related(there),))


def _duplicate_headings(plan: Plan) -> Iterator[Finding]:
    first: dict[tuple[Route, str], Place] = {}
    for route, above in plan.header.sections():
        heading = above[-1].heading
        place = Place(HEADER_PATH, (*route, "heading"))
        before = first.setdefault((route[:-1], _folded(heading)), place)
        if before is not place:
            yield Finding(place, {"title": heading}, "heading", related=(Related(before),))


def _folded(title: str) -> str:
    return "".join(unicodedata.normalize("NFKC", title).split())
