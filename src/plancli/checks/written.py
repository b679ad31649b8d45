"""Where prose stands in a plan, for the rules that read all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plancli.diagnostics import Fix, Place, Replacement, Route
from plancli.model.plan import HEADER_PATH, task_path
from plancli.prose.corrections import Correction, corrected
from plancli.prose.sentences import locate_quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plancli.model.plan import Plan
    from plancli.model.task import Target, Task

TITLE: Route = ("title",)
TEXT: Route = ("text",)

_BUNDLE = 32
"""How many tasks are searched at once."""


class Written(NamedTuple):
    """A value of a plan's file: where it stands, and its words."""

    path: str
    route: Route
    text: str

    def place(self, start: int, end: int) -> Place:
        """A range of its characters."""
        return Place(self.path, self.route, chars=(start, end))

    def replacements(self, corrections: Iterable[Correction]) -> tuple[Replacement, ...]:
        """Corrections of it as a fix has them."""
        return tuple(Replacement(self.place(each.start, each.end), each.text) for each in corrections)


def headings(plan: Plan) -> Iterator[Written]:
    """The plan's title and its headings."""
    yield Written(HEADER_PATH, TITLE, plan.header.title)
    for route, above in plan.header.sections():
        yield Written(HEADER_PATH, (*route, "heading"), above[-1].heading)


def title_of(task: Task) -> Written:
    """A task's title."""
    return Written(task_path(task.id), TITLE, task.title)


def text_of(task: Task) -> Written:
    """A task's text."""
    return Written(task_path(task.id), TEXT, task.text)


def suspects(plan: Plan, read: Callable[[Task], str], is_suspect: Callable[[str], object]) -> Iterator[Task]:
    """The tasks of which what is read is suspect. Most are not, and are searched in bundles: a call costs as much.

    Args:
        plan: The plan.
        read: What to look at in a task; that of several tasks is joined by line feeds.
        is_suspect: Whether a text needs a closer look; of a joined text, whether one of its parts may.
    """
    for start in range(0, len(plan.tasks), _BUNDLE):
        bundle = plan.tasks[start : start + _BUNDLE]
        texts = [read(task) for task in bundle]
        if is_suspect("\n".join(texts)):
            yield from (task for task, text in zip(bundle, texts, strict=True) if is_suspect(text))


def of_task(task: Task) -> Iterator[Written]:
    """Every value of a task that is prose, or is tied to its prose as a target's quote and unit are."""
    path = task_path(task.id)
    yield from (title_of(task), text_of(task))
    for index, target in enumerate(task.targets):
        for key in ("indicator", "unit", "statement", "scope"):
            if value := getattr(target, key):
                yield Written(path, ("targets", index, key), value)
        yield from _quotes(path, index, target)


def _quotes(path: str, index: int, target: Target) -> Iterator[Written]:
    route: Route = ("targets", index, "quote")
    if len(target.quote) == 1:
        yield Written(path, route, target.quote[0])
    else:
        for position, fragment in enumerate(target.quote):
            yield Written(path, (*route, position), fragment)


def mending(plan: Plan, task: Task, correct: Callable[[str], Iterable[Correction]]) -> Fix | None:
    """Correct all values of a task at once: a quote has to say what the text says.

    Args:
        plan: The task's plan.
        task: The task.
        correct: What to correct in a text, in order.

    Returns:
        None where a quote would no longer stand in the text, or where not all targets could be loaded.
    """
    if plan.gaps.touch(task_path(task.id), frozenset({"targets"})):
        return None
    if not all(_still_quotes(task.text, target.quote, correct) for target in task.targets):
        return None
    return Fix("safe", tuple(each for value in of_task(task) for each in value.replacements(correct(value.text))))


def _still_quotes(text: str, quote: tuple[str, ...], correct: Callable[[str], Iterable[Correction]]) -> bool:
    if locate_quote(text, quote) is None:
        return True
    then = tuple(corrected(fragment, correct(fragment)) for fragment in quote)
    return locate_quote(corrected(text, correct(text)), then) is not None
