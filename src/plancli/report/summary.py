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
    """How many diagnostics of each severity there are, and how many files were checked.

    Attributes:
        errors: The number of errors.
        warnings: The number of warnings.
        infos: The number of hints.
        files: The number of files that were checked.
        fixable: How many of the diagnostics `--fix` could mend.
        unsafe: How many more `--unsafe-fixes` could.
        unread: Files that could not be read to their end; more may be wrong in them.
    """

    errors: int
    warnings: int
    infos: int
    files: int
    fixable: int = 0
    unsafe: int = 0
    unread: int = 0

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic], files: int, unread: int = 0) -> Summary:
        """Count diagnostics."""
        counted = list(diagnostics)
        number = Counter(each.severity for each in counted)
        fixes = Counter(each.fix.applicability for each in counted if each.fix)
        severities = (number[Severity.ERROR], number[Severity.WARNING], number[Severity.INFO])
        return cls(*severities, files, fixes["safe"], fixes["unsafe"], unread)

    @property
    def counts(self) -> dict[str, int]:
        """What programs are told."""
        return {"errors": self.errors, "warnings": self.warnings, "infos": self.infos, "files": self.files}

    @property
    def clean(self) -> bool:
        """Whether nothing was found, not even a hint."""
        return not (self.errors or self.warnings or self.infos)

    def sentence(self, words: Catalog, elapsed: float | None = None) -> str:
        """Say it in the reader's language; the seconds only where somebody watched them pass."""
        files = words.ngettext("{n} file", "{n} files", self.files).format(n=self.files)
        counts = words.gettext(", ").join(self._counts(words))
        if not self.errors:  # what a reader of many warnings wants to know first
            counts = words.gettext("no errors; {counts}").format(counts=counts)
        if elapsed is None and self.clean:
            pattern = words.gettext("no problems found ({files} checked)")
        elif elapsed is None:
            pattern = words.gettext("{counts} ({files} checked)")
        elif self.clean:
            pattern = words.gettext("no problems found ({files} checked in {seconds} s)")
        else:
            pattern = words.gettext("{counts} ({files} checked in {seconds} s)")
        said = pattern.format(counts=counts, files=files, seconds=f"{elapsed or 0:.2f}")
        return words.gettext("; ").join([said, *self._unread(words), *self._fixes(words)])

    def _counts(self, words: Catalog) -> Iterator[str]:
        if self.errors:
            yield words.ngettext("{n} error", "{n} errors", self.errors).format(n=self.errors)
        if self.warnings:
            yield words.ngettext("{n} warning", "{n} warnings", self.warnings).format(n=self.warnings)
        if self.infos:
            yield words.ngettext("{n} info", "{n} infos", self.infos).format(n=self.infos)

    def _unread(self, words: Catalog) -> Iterator[str]:
        """That mending what is told may not be all."""
        if self.unread and self.errors:
            pattern = words.ngettext(
                "{n} file could not be checked to its end: correct it and check again",
                "{n} files could not be checked to their end: correct them and check again",
                self.unread,
            )
            yield pattern.format(n=self.unread)

    def _fixes(self, words: Catalog) -> Iterator[str]:
        """What plancli could mend by itself."""
        if self.fixable:
            yield words.ngettext("--fix mends {n} of them", "--fix mends {n} of them", self.fixable).format(
                n=self.fixable
            )
        if self.unsafe:
            pattern = (
                words.ngettext("--unsafe-fixes {n} more", "--unsafe-fixes {n} more", self.unsafe)
                if self.fixable
                else words.gettext("--fix --unsafe-fixes mends {n} of them")
            )
            yield pattern.format(n=self.unsafe)
