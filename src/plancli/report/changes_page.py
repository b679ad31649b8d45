"""How changes look on a terminal: a mark before each, its words, its sentence, and whom it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.messages import N_
from plancli.report.cells import cells
from plancli.report.changes_reach import Reach, reach, reached_in_words, shared
from plancli.report.changes_sentence import excerpt, passages
from plancli.report.changes_spans import SIGNS, Span, laid
from plancli.report.changes_summary import LEVELS
from plancli.report.changes_titles import renumbered, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.diff.text import Edit
    from plancli.messages import Catalog
    from plancli.report.colour import Paint, Role
    from plancli.views.changes import ChangedTask, ChangeView

REACHES, REST, WHY = N_("reaches"), N_("others"), N_("because")
"""Marks before the names of departments: of all changes above, of those that are not told yet, of one's own."""

INDENT = "  "

_ROLES: dict[str, Role] = {"error": "error", "warning": "warning", "info": "info"}
_EDITS: dict[str, Role | None] = {"keep": None, "delete": "deleted", "insert": "inserted"}
_WHOLE = {"keep": "", "delete": "- ", "insert": "+ "}


@dataclass(frozen=True)
class Page:
    """Where changes are shown.

    Attributes:
        words: The reader's language.
        paint: The colours.
        width: Cells of a line; None where lines need not end.
        department: Whose changes they are, where they are not everybody's.
    """

    words: Catalog
    paint: Paint
    width: int | None
    department: str | None

    @cached_property
    def _column(self) -> int:
        """The cells of the widest mark."""
        marks = (*LEVELS.values(), REACHES, REST, WHY)
        return max(cells(self.words.gettext(mark)) for mark in marks)

    def line(self, spans: Iterable[Span], indent: str = "") -> Iterator[str]:
        """A paragraph."""
        return laid(spans, self.paint, width=self.width, indent=indent)

    def marked(self, mark: Span, spans: Iterable[Span], indent: str) -> Iterator[str]:
        """A paragraph behind a mark, and in line with itself."""
        space = indent + " " * self._column + INDENT
        gap = " " * (self._column - cells(mark.text)) + INDENT
        before = indent + (self.paint(mark.role, mark.text) if mark.role else mark.text) + gap
        for place, line in enumerate(self.line(spans, space)):
            yield line if place else before + line.removeprefix(space)

    def level(self, change: ChangeView) -> Span:
        """How much a change weighs, as its mark."""
        return Span(self.words.gettext(LEVELS[change.level]), _ROLES[change.level])

    def changes(self, changes: Iterable[ChangeView], indent: str = INDENT) -> Iterator[str]:
        """The changes of one task, and whom they reach."""
        found = passages(changes)
        reaches = [reach(passage[0], self.department) for passage in found]
        most = shared(reaches)
        for passage, reached in zip(found, reaches, strict=True):
            yield from self.passage(passage, indent)
            if reached != most:
                yield from self._reached(REACHES, reached, indent)
        if most is not None:
            yield from self._reached(REACHES if len(set(reaches)) == 1 else REST, most, indent)

    def passage(self, changes: Iterable[ChangeView], indent: str = INDENT) -> Iterator[str]:
        """Changes of one sentence, and the sentence; or one change of anything else."""
        edits: tuple[Edit, ...] = ()
        for change in changes:
            edits = edits or excerpt(change)
            yield from self.marked(self.level(change), [Span(change.message), kind_behind(change)], indent)
        yield from self.sentence(edits, indent)

    def sentence(self, edits: tuple[Edit, ...], indent: str) -> Iterator[str]:
        """A sentence with its edits marked by signs, in line with the messages."""
        if edits:
            yield from self.line(sentence_spans(edits), indent + " " * self._column + INDENT)

    def _reached(self, mark: str, reached: Reach, indent: str) -> Iterator[str]:
        if reached:
            told = reached_in_words(reached, self.words, named=self.department is None)
            word = self.words.gettext(mark if self.department is None else WHY)
            yield from self.marked(Span(word, "aside"), [Span(told, names=True)], indent)

    def heading(self, task: ChangedTask) -> Iterator[str]:
        """A task's number and title, the number that it had, and the headings above it."""
        above = Span(" › ".join(task.sections), "aside")
        named = Span(title(task, self.words), "message")
        return self.line([named, Span(renumbered(task, self.words)), Span(INDENT), above])


def sentence_spans(edits: tuple[Edit, ...]) -> Iterator[Span]:
    """A sentence with what was struck out and written in between signs; a whole one behind its sign."""
    if len(edits) == 1:
        (op, text), *_ = edits
        yield Span(_WHOLE[op] + text, _EDITS[op])
    else:
        yield from (Span(text, _EDITS[op], SIGNS.get(op, ("", ""))) for op, text in edits)


def kind_behind(change: ChangeView) -> Span:
    """The name of a change's kind, for `plancli explain` and the settings."""
    return Span(f" [{change.kind}]", "aside")
