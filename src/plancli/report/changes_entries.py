"""Changes in Markdown, task by task, and as many of them as fit.

Text of a plan is inert: neither markup nor a link, and nobody is called by an `@` in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.report.changes_page import REACHES
from plancli.report.changes_reach import FEW, reached_in_words
from plancli.report.changes_sentence import CUT, excerpt, passages
from plancli.report.changes_summary import LEVELS
from plancli.report.changes_titles import of_plan, renumbered, title
from plancli.report.github import inert_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plancli.diff.text import Edit
    from plancli.messages import Catalog
    from plancli.views.changes import ChangeView, ComparisonView, ReachedView

LONGEST = 1_000
"""Characters of one text that are shown: nobody reads more in a comment."""

# GitHub and Gitea make links and pictures even of escaped text: @name, #1, !1, :name:, GH-1.
_CALLS = re.compile(r"&#(?:33|35|58|64);(?=[\w&])|(?<=[Gg][Hh])&#45;")
_TAGS = {"keep": ("", ""), "delete": ("<del>", "</del>"), "insert": ("<ins>", "</ins>")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One change, or several of one sentence.

    Attributes:
        rank: How serious the most serious of them is; 0 is the most.
        count: How many.
        text: In Markdown, with its line feed.
    """

    rank: int
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one task that are listed together.

    Attributes:
        heading: What stands above them.
        entries: The changes.
        reached: What stands below them.
        material: Whether they are; a task's formal changes are another group.
    """

    heading: str
    entries: tuple[Entry, ...]
    reached: str
    material: bool

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(entry.count for entry in self.entries)

    def text(self) -> str:
        """The group in Markdown."""
        return self.heading + "".join(entry.text for entry in self.entries) + self.reached


def groups(view: ComparisonView, words: Catalog) -> list[Group]:
    """Every change: what is material, task by task, then what is formal, likewise."""
    titled = [*of_plan(view, words)]
    titled += [(title(task, words) + renumbered(task, words), task.changes) for task in view.tasks]
    found = (
        _group(name, passages(each for each in changes if each.material is material), words, material=material)
        for material in (True, False)
        for name, changes in titled
    )
    return [group for group in found if group.entries]


def _group(name: str, parts: Sequence[Sequence[ChangeView]], words: Catalog, *, material: bool) -> Group:
    entries = tuple(_entry(changes, words) for changes in parts)
    if not material:
        return Group(f"\n**{inert(name)}**\n\n", entries, "", material)
    # Whoever is reached by several of them is named once, for the reason that the most serious one has.
    reached: dict[str, ReachedView] = {}
    for each in (each for changes in parts for each in changes[0].departments):
        reached.setdefault(each.name, each)
    told = reached_in_words(tuple(reached.values()), words, most=FEW)
    mark = inert(words.gettext(REACHES))
    return Group(f"\n#### {inert(name)}\n\n", entries, f"\n*{mark}* {inert(told)}\n" if told else "", material)


def _entry(changes: Sequence[ChangeView], words: Catalog) -> Entry:
    lines = [_line(change, words) for change in changes]
    if sentence := "".join(_marked(excerpt(changes[0]))):
        lines.append(sentence)
    return Entry(Severity(changes[0].level).rank, len(changes), "- " + "<br>".join(lines) + "\n")


def _line(change: ChangeView, words: Catalog) -> str:
    mark, kind = words.gettext(LEVELS[change.level]), f"<sub><code>{inert(change.kind)}</code></sub>"
    return f"**{inert(mark)}** {inert(_clipped(change.message))} {kind}"


def _marked(edits: Iterable[Edit]) -> Iterator[str]:
    """A sentence with what was struck out and written in, as far as anybody reads."""
    room = LONGEST
    for op, text in edits:
        opening, closing = _TAGS[op]
        yield f"{opening}{inert(text[:room])}{closing}"
        room -= len(text)
        if room < 0:
            yield CUT
            return


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + CUT


def inert(text: str) -> str:
    """Text that stays text, in Markdown and in what is made of it."""
    return _CALLS.sub(r"\g<0>&#8203;", inert_text(text))


def fitted(listed: Sequence[Group], room: int) -> list[Group]:
    """The most serious changes, as many as have room together with what stands around them."""
    places = [(entry.rank, at, index) for at, group in enumerate(listed) for index, entry in enumerate(group.entries)]
    kept: dict[int, set[int]] = {}
    for _, at, index in sorted(places):
        group = listed[at]
        room -= len(group.entries[index].text) + (0 if at in kept else len(group.heading) + len(group.reached))
        if room < 0:
            break
        kept.setdefault(at, set()).add(index)
    return [
        replace(listed[at], entries=tuple(listed[at].entries[index] for index in sorted(indices)))
        for at, indices in sorted(kept.items())
    ]
