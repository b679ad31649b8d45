"""Changes for people: the verdict in one sentence, then task by task, department by department, or kind by kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plancli.model.plan import HEADER_PATH, REGISTER_PATH
from plancli.report.cells import cells
from plancli.report.changes_grouped import by_department, by_kind
from plancli.report.changes_page import INDENT, Page
from plancli.report.changes_spans import Span
from plancli.report.changes_summary import LEVELS, headline, remarks
from plancli.report.changes_titles import number, of_plan
from plancli.report.colour import painter
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.messages import Catalog
    from plancli.views.changes import ChangeView, ComparisonView


def render_changes(  # noqa: PLR0913 - the stage's inputs, then how it shall look
    view: ComparisonView,
    words: Catalog,
    *,
    by: str = "task",
    department: str | None = None,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """Show a comparison.

    Args:
        view: The comparison in the reader's words.
        words: The reader's language.
        by: What the changes are grouped by: `task`, `dept` or `kind`.
        department: Whose changes they are; why each of them reaches it is told instead of whom they reach.
        width: The cells of a line; None where lines need not end.
        colour: Whether to paint.
    """
    view = replace(view, department=department or view.department)
    page = Page(words, painter(colour=colour), width, view.department)
    blocks = {"task": _by_task, "dept": by_department, "kind": by_kind}[by](view, page)
    lines = [*_head(view, page), *(line for block in blocks for line in ("", *block))]
    return "".join(line + "\n" for line in lines)


def _head(view: ComparisonView, page: Page) -> Iterator[str]:
    yield from page.line([Span(headline(view, page.words), "message")])
    for remark in remarks(view, page.words):
        yield from page.line([Span(remark)])


def _by_task(view: ComparisonView, page: Page) -> Iterator[Iterable[str]]:
    for title, changes in of_plan(view, page.words):
        yield *page.line([Span(title, "message")]), *page.changes(changes)
    for task in view.tasks:
        yield *page.heading(task), *page.changes(task.changes)


def stat(view: ComparisonView, words: Catalog) -> str:
    """The verdict, and a line a task: its number, its title, how many of its changes are material and formal."""
    page = Page(words, painter(colour=False), None, view.department)
    rows = [("", title, changes) for title, changes in of_plan(view, words)]
    rows += [(number(task, words), task.title, task.changes) for task in view.tasks]
    numbers = _aligned([legible(place) for place, _, _ in rows], left=False)
    titles = _aligned([legible(name) for _, name, _ in rows], left=True)
    counts = [_counts(changes, words) for _, _, changes in rows]
    material, formal = (_aligned([count[column] for count in counts], left=False) for column in (0, 1))
    lines = map(INDENT.join, zip(numbers, titles, material, formal, strict=True))
    return "".join(line.rstrip() + "\n" for line in (*_head(view, page), *lines))


def _counts(changes: Iterable[ChangeView], words: Catalog) -> tuple[str, str]:
    """How many changes are material and formal; nothing where none is."""
    weights = [change.material for change in changes]
    numbers = (sum(weights), len(weights) - sum(weights))
    marks = (words.gettext(LEVELS[level]) for level in ("warning", "info"))
    told = (f"{mark} {count}" if count else "" for mark, count in zip(marks, numbers, strict=True))
    return next(told), next(told)


def _aligned(column: list[str], *, left: bool) -> list[str]:
    width = max(map(cells, column), default=0)
    gaps = (" " * (width - cells(text)) for text in column)
    return [text + gap if left else gap + text for text, gap in zip(column, gaps, strict=True)]


def name_only(view: ComparisonView) -> str:
    """A line for all that changed: `plan.yaml`, `departments.yaml`, and every task's id."""
    changed = {place.path for change in view.plan for place in (change.new or change.old,) if place}
    files = [path for path in (HEADER_PATH, REGISTER_PATH) if path in changed]
    return "".join(legible(name) + "\n" for name in (*files, *(task.id for task in view.tasks)))
