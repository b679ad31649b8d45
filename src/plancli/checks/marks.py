"""Rules about marks: those that come in pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.checks.written import headings, text_of, title_of
from plancli.diagnostics import Finding
from plancli.prose.pairs import is_paired, unpaired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.checks.written import Written
    from plancli.model.plan import Plan


def unbalanced_quotes(plan: Plan) -> Iterator[Finding]:
    """A quotation mark or bracket is opened and not closed, or closed and not opened.

    Where a name or a policy begins and ends is then a guess, for readers and for plancli: a number inside quotation
    marks is a name, outside it is a commitment. Often one mark is turned the wrong way round: “无废城市“.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          提质建设“无废城市，推动垃圾分类。

    Good:

        # tasks/节能降碳.yaml
        text: |
          提质建设“无废城市”，推动垃圾分类。
    """
    for value in headings(plan):
        yield from _unbalanced(value)
    for task in plan.tasks:
        for text, value_of in ((task.title, title_of), (task.text, text_of)):
            if not is_paired(text):
                yield from _unbalanced(value_of(task))


def _unbalanced(value: Written) -> Iterator[Finding]:
    if found := unpaired(value.text):
        facts = {"mark": found.mark, "partner": found.partner}
        yield Finding(value.place(found.at, found.at + 1), facts, "open" if found.opens else "close")
