"""The headings of a document and what stands under each, by the kinds of number before them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from plancli.model.header import MAX_LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.document import Spot

RowT = TypeVar("RowT")


@dataclass
class Section(Generic[RowT]):
    """A heading of a document.

    Attributes:
        heading: Without its number.
        spot: Its place in the document; None of one that the document does not have.
        rows: The tasks that stand right under it.
        sections: The headings below it.
        unsure: Why a person should look.
    """

    heading: str
    spot: Spot | None = None
    rows: list[RowT] = field(default_factory=list)
    sections: list[Section[RowT]] = field(default_factory=list)
    unsure: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no task stands under it, nor under any heading below it."""
        return not self.rows and all(each.is_empty for each in self.sections)

    @property
    def size(self) -> int:
        """How many tasks stand under it and under the headings below it."""
        return len(self.rows) + sum(each.size for each in self.sections)


class Outline(Generic[RowT]):
    """Takes headings and tasks in the order of the document, and finds out which heading stands under which.

    Documents do not say how deep a heading is; its number does: what is numbered like a heading above it stands beside
    that one, and what is numbered in a new way below the last.
    """

    def __init__(self) -> None:
        """Begin without a heading."""
        self.sections: list[Section[RowT]] = []
        self._open: list[tuple[str, Section[RowT]]] = []

    def heading(self, text: str, family: str, spot: Spot | None = None) -> Section[RowT]:
        """Take a heading.

        Args:
            text: Without its number.
            family: How it is numbered: 一、 and 二、 are one family, （一） another; empty without a number.
            spot: Its place in the document.
        """
        if self._open and not self._open[-1][1].heading:  # nothing stands below what has no name
            self._open.pop()
        families = [each for each, _ in self._open]
        unsure: tuple[str, ...] = ()
        if family in families:
            del self._open[families.index(family) :]
        elif not family and self._open:
            self._open.pop()
            unsure = ("heading-level",)
        if len(self._open) >= MAX_LEVELS:
            del self._open[MAX_LEVELS - 1 :]
            unsure = ("heading-too-deep",)
        section: Section[RowT] = Section(text, spot, unsure=unsure)
        (self._open[-1][1].sections if self._open else self.sections).append(section)
        self._open.append((family, section))
        return section

    def close(self) -> None:
        """End all headings: what follows stands under none of them."""
        self._open.clear()

    def end(self, kind: str) -> None:
        """End the headings whose numbers are of a kind, and those below them.

        Args:
            kind: What their family begins with.
        """
        first = next((at for at, (family, _) in enumerate(self._open) if family.startswith(kind)), None)
        if first is not None:
            del self._open[first:]

    def is_open(self, family: str) -> bool:
        """Whether what is numbered like this would stand beside a heading, and not below the last one."""
        return any(each == family for each, _ in self._open)

    def above(self) -> Iterator[Section[RowT]]:
        """The headings that what comes next would stand under, from the nearest."""
        return (section for _, section in reversed(self._open))

    def row(self, row: RowT) -> Section[RowT]:
        """Take a task: it stands under the last heading; without one or behind others below it under a nameless one."""
        section = self._open[-1][1] if self._open else self.heading("", "")
        if section.sections:
            if section.sections[-1].heading:
                section.sections.append(Section(""))
            section = section.sections[-1]
        section.rows.append(row)
        return section

    def empty(self) -> Iterator[Spot]:
        """The places of headings without a task."""
        ahead = self.sections[::-1]
        while ahead:
            section = ahead.pop()
            if section.spot and section.is_empty:
                yield section.spot
            ahead += section.sections

    def rows(self) -> Iterator[RowT]:
        """All tasks in the order of the document; those right under a heading before those of headings below it."""
        ahead = self.sections[::-1]
        while ahead:
            section = ahead.pop()
            yield from section.rows
            ahead += section.sections[::-1]
