"""The same changes by whom they reach, or by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diff.kinds import AREAS, KINDS
from plancli.report.changes_page import INDENT, WHY, Page, kind_behind
from plancli.report.changes_reach import reach, reached_in_words
from plancli.report.changes_sentence import excerpt, passages
from plancli.report.changes_spans import Span
from plancli.report.changes_summary import formal, material
from plancli.report.changes_titles import of_plan, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.messages import Catalog
    from plancli.views.changes import ChangeView, ComparisonView

_Mine = dict[tuple[str, str], list["ChangeView"]]
"""A department's changes by the task that they are of, and why they reach it."""


def by_department(view: ComparisonView, page: Page) -> Iterator[Iterable[str]]:
    """Each department with its changes and the reason for each; at last what concerns none in particular."""
    departments: dict[str, _Mine] = {name: {} for name in view.departments}
    nobody: _Mine = {}
    for name, change in _titled(view, page):
        for each in (reached := reach(change, page.department)):
            departments.setdefault(each.name, {}).setdefault((name, each.because), []).append(change)
        if not reached:
            nobody.setdefault((name, ""), []).append(change)
    for name, mine in ((name, mine) for name, mine in departments.items() if mine):
        yield _department(name, mine, page)
    if nobody:
        yield _department(page.words.gettext("no department in particular"), nobody, page)


def _titled(view: ComparisonView, page: Page) -> Iterator[tuple[str, ChangeView]]:
    """Every change with the task that it is of, or the plan or the register."""
    for name, changes in of_plan(view, page.words):
        yield from ((name, change) for change in changes)
    for task in view.tasks:
        name = title(task, page.words)
        yield from ((name, change) for change in task.changes)


def _department(name: str, mine: _Mine, page: Page) -> Iterator[str]:
    changes = [change for found in mine.values() for change in found]
    counts = Span(page.words.gettext(" ({parts})").format(parts=_counted(changes, page.words)), "aside")
    yield from page.line([Span(name, "message"), counts])
    for (task, because), found in mine.items():
        why = page.words.gettext(" ({parts})").format(parts=because) if because else ""
        yield from page.line([Span(task, "message"), Span(why)], INDENT)
        for passage in passages(found):
            yield from page.passage(passage, INDENT * 2)


def _counted(changes: list[ChangeView], words: Catalog) -> str:
    grave = sum(change.material for change in changes)
    counts = (
        material(grave, words) if grave else "",
        formal(len(changes) - grave, words) if grave < len(changes) else "",
    )
    return words.gettext(", ").join(filter(None, counts))


def by_kind(view: ComparisonView, page: Page) -> Iterator[Iterable[str]]:
    """Each area with its kinds, and the tasks that each kind was found in."""
    found: dict[str, list[tuple[str, ChangeView]]] = {}
    for task in (None, *view.tasks):
        name = title(task, page.words) if task else ""
        for change in task.changes if task else view.plan:
            found.setdefault(change.kind, []).append((name, change))
    for area, words in AREAS.items():
        kinds = [kind for kind in KINDS if kind.area == area and kind.name in found]
        if kinds:
            lines = (line for kind in kinds for line in _kind(kind.meaning, found[kind.name], page))
            yield *page.line([Span(page.words.gettext(words), "message")]), *lines


def _kind(meaning: str, found: list[tuple[str, ChangeView]], page: Page) -> Iterator[str]:
    first = found[0][1]
    yield from page.marked(page.level(first), [Span(page.words.gettext(meaning)), kind_behind(first)], INDENT)
    for task, change in found:
        yield from page.marked(Span(""), _told(task, change, page), INDENT)
        yield from page.sentence(excerpt(change), INDENT * 2)


def _told(task: str, change: ChangeView, page: Page) -> Iterator[Span]:
    """A change behind its task, and of a department's why it reaches it."""
    _ = page.words.gettext
    pair = _("{name}: {value}")
    yield Span(pair.format(name=task, value=change.message) if task else change.message)
    if page.department and (why := reached_in_words(reach(change, page.department), page.words, named=False)):
        yield Span(_(" ({parts})").format(parts=pair.format(name=_(WHY), value=why)), "aside")
