"""Changes as a comment on a pull request: the verdict, what is material for everybody to see, the rest folded away."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plancli.diff.kinds import AREAS
from plancli.messages import N_
from plancli.report.changes_entries import Group, fitted, groups, inert
from plancli.report.changes_summary import formal, headline, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.messages import Catalog
    from plancli.views.changes import ComparisonView

LIMIT = 60_000
"""Characters, a little less than the 65,536 at which GitHub and Gitea refuse a comment."""

COLUMNS = (N_("Changes"), N_("Material"), N_("of them major"), N_("Formal"))


def pull_request_comment(
    view: ComparisonView, words: Catalog, limit: int = LIMIT, *, command: str = "plancli diff"
) -> str:
    """A comment of at most `limit` characters.

    Where changes are too many, whole ones are left out, the least serious first, and the last line says so.

    Args:
        view: The comparison in the reader's words.
        words: The reader's language.
        limit: How many characters it may have.
        command: What to run in order to see all of them.
    """
    listed = groups(view, words)
    head = _head(view, words)
    whole = _document(head, listed, words)
    if len(whole) <= limit:
        return whole
    return _cut(head, listed, words, limit, command)


def _cut(head: str, listed: list[Group], words: Catalog, limit: int, command: str) -> str:
    count = sum(group.count for group in listed)
    fold = len(_folded([], count, words))
    room = limit - len(head) - len(_foot(count, words, command)) - fold
    kept = fitted(listed, room)
    foot = _foot(count - sum(group.count for group in kept), words, command)
    text = _document(head, kept, words) + foot
    # A limit that the bare verdict does not fit into: nothing honest is left but its beginning.
    return text if len(text) <= limit else (head.partition("\n")[0] + "\n" + foot)[: max(limit, 0)]


def _foot(count: int, words: Catalog, command: str) -> str:
    """How much is not shown, and how to see it."""
    told = words.ngettext(
        "{n} change is not shown here, as there is no room; all of them: {command}",
        "{n} changes are not shown here, as there is no room; all of them: {command}",
        count,
    )
    return f"\n**{inert(told.format(n=count, command=command))}**\n"


def _document(head: str, listed: Iterable[Group], words: Catalog) -> str:
    """What is material in the open, what is formal behind a line to click on."""
    shown = [group for group in listed if group.entries]
    hidden = [group for group in shown if not group.material]
    count = sum(group.count for group in hidden)
    return (
        head
        + "".join(group.text() for group in shown if group.material)
        + (_folded(hidden, count, words) if hidden else "")
    )


def _folded(hidden: list[Group], count: int, words: Catalog) -> str:
    texts = "".join(group.text() for group in hidden)
    return f"\n<details>\n<summary>{inert(formal(count, words))}</summary>\n{texts}\n</details>\n"


def _head(view: ComparisonView, words: Catalog) -> str:
    """The verdict, how much changed of what, and what is not in the list."""
    parts = [f"### {inert(headline(view, words))}\n", *(f"> {inert(each)}\n" for each in remarks(view, words))]
    table = "".join(_table(view, words)) if view.changes else ""
    return "\n".join([*parts, *([table] if table else [])])


def _table(view: ComparisonView, words: Catalog) -> Iterator[str]:
    """A row for each area with changes."""
    levels = Counter((change.area, change.level) for change in view.changes)
    yield _row(words.gettext(column) for column in COLUMNS)
    yield "| --- | --: | --: | --: |\n"
    for area, name in AREAS.items():
        errors, warnings, infos = (levels[area, level] for level in ("error", "warning", "info"))
        if errors + warnings + infos:
            yield _row([words.gettext(name), *map(str, (errors + warnings, errors, infos))])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(inert, cells))} |\n"
