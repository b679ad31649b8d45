"""Rules about the words and marks of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related
from plancli.model.plan import Plan, task_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.task import Task

_HAN = "\u3400-\u9fff"
_ASCII_MARK = re.compile(
    rf"(?<=[{_HAN}”’）》])[,;:?!()\"]|[,;:?!()\"](?=[{_HAN}“‘（《])|(?<=[{_HAN}])\.(?=[{_HAN}\s]|$)"
)
_MAY_MIX = re.compile(r"[,;:?!()\".\-–－](?!(?<=[0-9][,.])[0-9])").search
"""Not 3.5 and 1,560; and where different dashes are mixed, not all of them are —."""
_CONNECTOR = re.compile(rf"(?<=[{_HAN}])(?:－|-|–|(?<!—)—(?!—))(?=[{_HAN}])")


def text_repeats_title(plan: Plan) -> Iterator[Finding]:
    """A task's text begins with its title, which the document already prints before it.

    With `run_in_titles: true` the cell reads "<title>。<text>": the title would stand there twice.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          节能降碳。
          加快推动节能降碳工程。

    Good:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳工程。
    """
    if not plan.header.run_in_titles:
        return
    for task in plan.tasks:
        length = len(task.title)
        if task.text.startswith(task.title) and task.text[length : length + 1] in {
            "",
            "。",
            "：",
            ":",
            ".",
            "\n",
        }:
            related = (Related(Place(task_path(task.id), ("title",))),)
            place = Place(task_path(task.id), ("text",), chars=(0, length))
            yield Finding(place, {"title": task.title}, related=related)


def mixed_punctuation(plan: Plan) -> Iterator[Finding]:
    """A Chinese text has marks of two kinds: half-width ones, or two different dashes that join words.

    GB/T 15834 sets full-width marks in Chinese text, and one form of the connecting dash; where `—` and `－` stand
    side by side, searching and comparing miss half of the places.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳工程,严格落实监察制度。

    Good:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳工程，严格落实监察制度。
    """
    for task in plan.tasks:
        for key, text in (("title", task.title), ("text", task.text)):
            if _MAY_MIX(text) and not text.isascii():
                yield from _mixed(task, key, text)


def _mixed(task: Task, key: str, text: str) -> Iterator[Finding]:
    if marks := list(_ASCII_MARK.finditer(text)):
        written = " ".join(dict.fromkeys(mark.group() for mark in marks))
        yield Finding(Place(task_path(task.id), (key,), chars=marks[0].span()), {"marks": written}, "half-width")
    if ("—" in text) + ("－" in text) + ("-" in text) + ("–" in text) > 1:
        yield from _mixed_dashes(Place(task_path(task.id), (key,)), text)


def _mixed_dashes(place: Place, text: str) -> Iterator[Finding]:
    connectors = list(_CONNECTOR.finditer(text))
    kinds = dict.fromkeys(mark.group() for mark in connectors)
    if len(kinds) > 1:
        odd = min(kinds, key=lambda kind: (kind == "—", sum(mark.group() == kind for mark in connectors)))
        first = next(mark for mark in connectors if mark.group() == odd)
        yield Finding(replace(place, chars=first.span()), {"marks": " ".join(kinds)}, "dashes")
