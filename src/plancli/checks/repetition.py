"""Rules about sentences that stand in a plan more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import task_path
from plancli.prose.repetition import SHORT, WORTHWHILE, chinese_length, twins
from plancli.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan
    from plancli.model.task import Task


_Spot = tuple["Task", int]
"""Where a sentence stands: the task, and its first character in the text."""


def duplicate_text(plan: Plan) -> Iterator[Finding]:
    """A sentence stands in two tasks, or twice in one; also where one of them was changed a little afterwards.

    Then two units work on the same thing, or a commitment counts double; and when one copy is revised, the other says
    something else. Keep it where it belongs. Each sentence is told once, at its second place; short ones, which many
    tasks rightly share, are not looked at.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          引导重点用能单位加强节能管理，推广先进适用的节能技术和装备。
          引导重点用能单位加强节能管理，推广先进适用的节能技术和装备。

    Good:

        # tasks/节能降碳.yaml
        text: |
          引导重点用能单位加强节能管理，推广先进适用的节能技术和装备。
    """
    spots = _spots(plan)
    for sentence, where in spots.items():
        if len(where) > 1:
            yield from _repeated(sentence, where)
    for earlier, later, likeness in twins(spots):
        one, other = spots[earlier][0], spots[later][0]
        case = "twice" if likeness == "same" and one[0] is other[0] else likeness
        related = (Related(_place(one, earlier)),)
        yield Finding(_place(other, later), {"title": one[0].title}, case, related=related)


def _spots(plan: Plan) -> dict[str, list[_Spot]]:
    """Every sentence with its places, in reading order."""
    spots: dict[str, list[_Spot]] = {}
    for task in plan.distinct:
        for sentence, start in _sentences(task.text):
            spots.setdefault(sentence, []).append((task, start))
    return spots


def _sentences(text: str) -> Iterator[tuple[str, int]]:
    """The sentences of a text; where each stands on a line of its own, as it should, the lines."""
    if text.count("。") > text.count("\n") + 1:
        yield from sentences(text)
        return
    start = 0
    for line in text.split("\n"):
        yield line, start
        start += len(line) + 1


def _repeated(sentence: str, where: list[_Spot]) -> Iterator[Finding]:
    if sentence.startswith("（") and sentence.endswith("）"):
        return  # a note, mostly of who leads
    first = where[0]
    tasks = {task.id for task, _ in where}
    second = next((spot for spot in where if spot[0] is not first[0]), where[1])
    if chinese_length(sentence) >= (WORTHWHILE if len(tasks) > 1 else SHORT):
        case = ("twice", "same", "many")[min(len(tasks), 3) - 1]
        facts = {"title": first[0].title, "tasks": str(len(tasks))}
        yield Finding(_place(second, sentence), facts, case, related=(Related(_place(first, sentence)),))


def _place(spot: _Spot, sentence: str) -> Place:
    task, start = spot
    return Place(task_path(task.id), ("text",), chars=(start, start + len(sentence)))
