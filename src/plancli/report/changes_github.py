"""Changes for GitHub Actions: an annotation beside the lines of a pull request for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Severity
from plancli.report.changes_page import REACHES, sentence_spans
from plancli.report.changes_reach import FEW, reached_in_words
from plancli.report.changes_sentence import excerpt
from plancli.report.changes_summary import headline, remarks
from plancli.report.github import annotation, told_of_dropped
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plancli.messages import Catalog
    from plancli.source.positions import Positions
    from plancli.views.changes import ChangeView, ComparisonView


def workflow_commands(
    view: ComparisonView,
    positions: tuple[Positions, Positions],
    shown: tuple[Callable[[str], str], Callable[[str], str]],
    words: Catalog,
) -> str:
    """The log of a step: a command for each change, the most serious first, and the verdict.

    Args:
        view: The comparison in the reader's words.
        positions: Of the files of each side.
        shown: The path to show for a path relative to the plan, on each side. GitHub knows the files of the new one, by
            their path from the repository's root, and what is gone by where it would be there.
        words: The reader's language.
    """
    ranked = sorted(view.changes, key=lambda change: Severity(change.level).rank)
    lines = [_command(change, positions[1], shown[1], words) for change in ranked]
    dropped = told_of_dropped((Severity(change.level) for change in ranked), words)
    told = [headline(view, words), *remarks(view, words), *dropped]
    return "".join(line + "\n" for line in (*lines, *map(legible, told)))


def _command(change: ChangeView, positions: Positions, shown: Callable[[str], str], words: Catalog) -> str:
    properties = {**_place(change, positions, shown), "title": change.kind}
    return annotation(Severity(change.level), properties, "\n".join(map(legible, _text(change, words))))


def _place(change: ChangeView, positions: Positions, shown: Callable[[str], str]) -> dict[str, str | int]:
    """Where it stands; of what is gone, the beginning of its file: in its line stands something else now."""
    if change.new is None:
        return {"file": legible(shown(change.old.path)), "line": 1} if change.old else {}
    region = positions.region(change.new)
    return {
        "file": legible(shown(change.new.path)),
        "line": region.start[0],
        "endLine": region.end[0],
        "col": region.start[1],
        "endColumn": region.end[1],
    }


def _text(change: ChangeView, words: Catalog) -> Iterator[str]:
    """What changed, in which sentence, and whom it reaches."""
    yield change.message
    if edits := excerpt(change):
        yield "".join(opening + text + closing for text, _, (opening, closing), _ in sentence_spans(edits))
    if change.departments:
        yield f"{words.gettext(REACHES)}  {reached_in_words(change.departments, words, most=FEW)}"
