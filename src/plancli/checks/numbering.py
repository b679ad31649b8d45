"""Rules about what is counted: numbered clauses, and numbers that say how many follow."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from plancli.checks.written import suspects, text_of
from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import HEADER_PATH
from plancli.prose.announcements import announced_in_heading, announced_lists, may_announce
from plancli.prose.enumerations import enumerations, may_enumerate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.header import Heading
    from plancli.model.plan import Plan


def clause_numbering(plan: Plan) -> Iterator[Finding]:
    """Numbered clauses of a text leave a number out, or have one twice: 一是…三是…, （一）（二）（二）.

    Mostly a clause was inserted or struck and the others kept their numbers; sometimes one got lost. Lists that begin
    at another number than 1 and references such as 第（三）项 are not looked at.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          一是推进建筑节能；三是推进交通节能。

    Good:

        # tasks/节能降碳.yaml
        text: |
          一是推进建筑节能；二是推进交通节能。
    """
    for task in suspects(plan, attrgetter("text"), may_enumerate):
        for _, slip in enumerations(task.text):
            if slip:
                value = text_of(task)
                written, before = (task.text[each.start : each.end] for each in (slip.marker, slip.before))
                related = (Related(value.place(slip.before.start, slip.before.end)),)
                facts = {"marker": written, "before": before}
                yield Finding(value.place(slip.marker.start, slip.marker.end), facts, slip.case, related=related)


def stated_count(plan: Plan) -> Iterator[Finding]:
    """A text or a heading says how many follow, and there are more or fewer.

    Correct the number, or look for what was lost. Looked at is only what can be counted without a doubt: a list
    right behind its number, as in the examples; three and more names before it, “甲”“乙”“丙”四大工程; a heading that
    ends with （共12项）, and the tasks under it.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          抓好以下三项工作：一是推进建筑节能；二是推进交通节能。

    Good:

        # tasks/节能降碳.yaml
        text: |
          抓好以下两项工作：一是推进建筑节能；二是推进交通节能。
    """
    yield from _in_headings(plan)
    for task in suspects(plan, attrgetter("text"), may_announce):
        for found in announced_lists(task.text):
            if found.stated != found.counted:
                value = text_of(task)
                facts = {"written": task.text[found.start : found.end], "counted": str(found.counted)}
                yield Finding(value.place(found.start, found.end), facts)


def _in_headings(plan: Plan) -> Iterator[Finding]:
    for route, above in plan.header.sections():
        heading = above[-1]
        if found := announced_in_heading(heading.heading):
            tasks, sections = _tasks_under(heading), len(heading.sections or ())
            if found.stated not in {tasks, sections}:
                place = Place(HEADER_PATH, (*route, "heading"), chars=(found.start, found.end))
                facts = {"written": heading.heading[found.start : found.end], "counted": str(tasks)}
                yield Finding(place, facts, "heading")


def _tasks_under(heading: Heading) -> int:
    return len(heading.tasks or ()) + sum(map(_tasks_under, heading.sections or ()))
