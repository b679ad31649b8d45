"""Rules about the lines of a text: one sentence on each."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from plancli.checks.written import suspects, text_of
from plancli.diagnostics import Finding, Fix
from plancli.prose import lines, sentences
from plancli.prose.corrections import Correction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.checks.written import Written
    from plancli.model.plan import Plan

_TRAILING = re.compile("[ \t\u3000\u00a0]+(?=\n)")
_MAY_TRAIL = re.compile("[ \t\u3000\u00a0]\n").search


def sentence_per_line(plan: Plan) -> Iterator[Finding]:
    """A line of a text holds more than one sentence, or a sentence goes on in the next line.

    With one sentence a line, a revision shows as the lines that changed. Break behind 。！？ and the closing marks that
    follow. The lines of a paragraph are joined when they are printed: one that ends inside a sentence, or without 。,
    runs into the next. An empty line begins a paragraph.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳工程。严格落实节能监察制度。

    Good:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳工程。
          严格落实节能监察制度。
    """
    for task in plan.tasks:
        if not sentences.is_one_a_line(task.text):
            value = text_of(task)
            yield from _several(value)
            yield from _broken(value)


def _several(value: Written) -> Iterator[Finding]:
    if parts := list(sentences.crowded(value.text)):
        breaks = value.replacements(Correction(start, end, "\n") for start, end in parts)
        begins = parts[0][1]
        place = value.place(begins, _line_end(value.text, begins))
        yield Finding(place, {}, "several", fix=Fix("safe", breaks))


def _broken(value: Written) -> Iterator[Finding]:
    if breaks := list(lines.broken(value.text)):
        joined = value.replacements(Correction(each.start, each.end, "") for each in breaks)
        fix = Fix("safe" if all(each.sure for each in breaks) else "unsafe", joined)
        yield Finding(value.place(breaks[0].start - 1, breaks[0].start), {}, "broken", fix=fix)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def trailing_space(plan: Plan) -> Iterator[Finding]:
    r"""A line of a text ends with spaces.

    Nobody sees them, and a revision in which they come or go seems to change the line.

    Bad:

        # tasks/节能降碳.yaml
        text: "加快推动节能降碳工程。 \n严格落实节能监察制度。"

    Good:

        # tasks/节能降碳.yaml
        text: "加快推动节能降碳工程。\n严格落实节能监察制度。"
    """
    for task in suspects(plan, attrgetter("text"), _MAY_TRAIL):
        value = text_of(task)
        spaces = [found.span() for found in _TRAILING.finditer(task.text)]
        removed = value.replacements(Correction(start, end, "") for start, end in spaces)
        yield Finding(value.place(*spaces[0]), {}, fix=Fix("safe", removed))
