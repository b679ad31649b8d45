"""How a check ended, in numbers and in one sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancli.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.messages import Catalog


@dataclass(frozen=True, slots=True)
class Summary:
    """How many diagnostics of each severity there are, and how many files were checked."""

    errors: int
    warnings: int
    infos: int
    files: int

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic], files: int) -> Summary:
        """Count diagnostics."""
        number = Counter(diagnostic.severity for diagnostic in diagnostics)
        return cls(number[Severity.ERROR], number[Severity.WARNING], number[Severity.INFO], files)

    @property
    def clean(self) -> bool:
        """Whether nothing was found, not even a hint."""
        return not (self.errors or self.warnings or self.infos)

    def sentence(self, words: Catalog, elapsed: float | None = None) -> str:
        """Say it in the reader's language; the seconds only where somebody watched them pass."""
        files = words.ngettext("{n} file", "{n} files", self.files).format(n=self.files)
        counts = words.gettext(", ").join(self._counts(words))
        if elapsed is None and self.clean:
            pattern = words.gettext("no problems found ({files} checked)")
        elif elapsed is None:
            pattern = words.gettext("{counts} ({files} checked)")
        elif self.clean:
            pattern = words.gettext("no problems found ({files} checked in {seconds} s)")
        else:
            pattern = words.gettext("{counts} ({files} checked in {seconds} s)")
        return pattern.format(counts=counts, files=files, seconds=f"{elapsed or 0:.2f}")

    def _counts(self, words: Catalog) -> Iterator[str]:
        if self.errors:
            yield words.ngettext("{n} error", "{n} errors", self.errors).format(n=self.errors)
        if self.warnings:
            yield words.ngettext("{n} warning", "{n} warnings", self.warnings).format(n=self.warnings)
        if self.infos:
            yield words.ngettext("{n} info", "{n} infos", self.infos).format(n=self.infos)
